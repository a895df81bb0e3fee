"""The ground: nouns that every room speaks of. Frozen values, no I/O, nothing from outside the standard library."""
