"""What a code looks like: `BC`, `A-100`, `8.2`, `PDF/X-4`; knows none by name."""

from kb.words.patterns import lazy

CODE = lazy(r"(?<![\w-])(?:[A-Z]{1,5}[0-9]{0,4}(?:[/-][A-Z0-9]{1,5})*|[A-Z]?[0-9]+[A-Z]+|[0-9]+(?:\.[0-9]+)*)(?![\w-])")
"""Letters, figures, or both, as capitals; also a figure with points in it."""
