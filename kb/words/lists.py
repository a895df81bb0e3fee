"""Lists of words, written as one text each so that they read well; holds none itself."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is a list of words.

    >>> sorted(word_set("to be or not to be"))
    ['be', 'not', 'or', 'to']
    """
    return frozenset(text.split())
