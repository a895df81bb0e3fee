"""What is offered for the case that something takes longer: whoever offers it promises the time; knows no number."""

from kb.words.patterns import lazy

_PENALTY = lazy(
    r"\b(?:if|should|when(?:ever)?|in case)\b.*\b(?:(?:don't|do not|won't|needn't|need not) pay|free|on us|"
    r"on the house|for nothing|money back|refund\w*|compensat\w*|penalt\w+|discount|pay nothing|nothing to pay)\b"
    r"|\b(?:or|otherwise|else) (?:it's free|it is free|you don't pay|you get your money back|it's on us|we pay)\b",
    needs="pay|free|on us|on the house|nothing|money|refund|compensat|penalt|discount",
)


def offers_a_penalty(sentence: str) -> bool:
    """Whether a folded sentence offers something in return for a time that is not kept.

    >>> offers_a_penalty("if it takes longer than ten days, you don't pay")
    True
    """
    return _PENALTY.search(sentence) is not None
