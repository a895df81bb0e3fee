"""Lets `python -m kb` run what the `kb` command runs; nothing else."""

from kb.cli.main import entry

if __name__ == "__main__":
    entry()
