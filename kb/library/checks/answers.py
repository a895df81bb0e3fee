"""Rules about answers: they can be said aloud. Checks neither words nor figures; that there is one, reading tells."""

from collections.abc import Iterator

from kb.library.checks.texts import answer, section, told
from kb.model.library import Library
from kb.model.problem import WARNING, Problem
from kb.settings import MAX_SAY_WORDS, MAX_SENTENCE_WORDS
from kb.words.sentences import sentences, word_count
from kb.words.unreadable import shown


def answers_are_short(library: Library) -> Iterator[Problem]:
    """Every answer can be said in about half a minute."""
    for article in told(library):
        count = sum(word_count(block.text) for block in article.say)
        if count > MAX_SAY_WORDS:
            sentence = (
                f"The answer has {count} words; more than {MAX_SAY_WORDS} are hard to say on the telephone. Keep what "
                f"the customer must hear, and move the rest to {section(article, 'why')}."
            )
            yield Problem(article.path, article.say[0].line or article.line_of("say"), sentence, WARNING)


def sentences_are_short(library: Library) -> Iterator[Problem]:
    """Every sentence of an answer can be said in one breath."""
    for article in told(library):
        for text in answer(article):
            for sentence in sentences(text.text):
                count = word_count(sentence.text)
                if count > MAX_SENTENCE_WORDS:
                    message = (
                        f"'{shown(sentence.text)}' has {count} words; more than {MAX_SENTENCE_WORDS} are hard to say "
                        "in one breath. Make two sentences of it."
                    )
                    yield Problem(article.path, text.line, message, WARNING)
