"""kb: what production can honestly do, in words that sales can say."""

__version__ = "0.1.0"
