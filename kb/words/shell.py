"""Words as they are typed behind a command; runs nothing."""

import shlex

from kb.text import safe_line


def shell_word(text: str) -> str:
    """The text as one word for a shell: in double quotes, which all shells know, where nothing in it forbids them.

    >>> shell_word("gold foil"), shell_word("$5?")
    ('"gold foil"', "'$5?'")
    """
    words = safe_line(text)
    return shlex.quote(words) if set(words) & set('"$`\\!') else f'"{words}"'
