"""Lists of words, written as one text each so that they read well; holds none itself."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is a list of words.

    >>> sorted(word_set("to be or not to be"))
    ['be', 'not', 'or', 'to']
    """
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of a text that is a list of phrases, parted by commas.

    >>> sorted(phrase_set("to be, or not"))
    ['or not', 'to be']
    """
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))
