"""Lets `python -m kb` run what the `kb` command runs; nothing else."""

from kb.cli.main import main

if __name__ == "__main__":
    main()
