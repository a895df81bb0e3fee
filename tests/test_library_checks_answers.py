"""An answer can be said aloud."""

from collections.abc import Callable
from pathlib import Path

from kb.library.checks.answers import answers_are_short, sentences_are_short
from kb.library.load import load_library
from kb.model.problem import WARNING, Problem

Folder = Callable[[dict[str, str]], Path]


def _sales(text: str) -> str:
    return f"---\naudience: sales\n---\n{text}"


def test_an_answer_of_over_sixty_words_is_a_warning_at_its_first_line(folder: Folder) -> None:
    ten = "One two three four five six seven eight nine ten. "
    text = _sales("# How long?\n\n" + ten * 4 + "\n\n" + ten * 2 + "\n\n{}\n\n## Why\nBecause.\n")
    root = folder({"articles/long.md": text.format("Eleven.")})
    sentence = (
        "The answer has 61 words; more than 60 are hard to say on the telephone. Keep what the customer must hear, and "
        "move the rest to `## Why`."
    )
    assert list(answers_are_short(load_library(root))) == [Problem("articles/long.md", 6, sentence, WARNING)]
    assert list(answers_are_short(load_library(folder({"articles/long.md": text.format("")})))) == []


def test_a_yaml_article_is_told_its_own_key(folder: Folder) -> None:
    text = f"title: How long?\naudience: sales\nsay: {'word ' * 61}\n"
    found = list(answers_are_short(load_library(folder({"articles/long.yaml": text}))))
    assert [(problem.line, problem.sentence[-28:]) for problem in found] == [(3, "and move the rest to `why:`.")]


def test_a_sentence_of_over_twenty_words_is_a_warning_at_its_line(folder: Folder) -> None:
    text = _sales(f"# How long?\n\nShort one.\n\nNot this. {'word ' * 20}end.\n")
    sentence = (
        "'word word word word word word word word word word word word…' has 21 words; more than 20 are hard to say in "
        "one breath. Make two sentences of it."
    )
    found = list(sentences_are_short(load_library(folder({"articles/long.md": text}))))
    assert found == [Problem("articles/long.md", 8, sentence, WARNING)]


def test_twenty_words_with_a_stop_in_the_middle_are_no_long_sentence(folder: Folder) -> None:
    text = _sales(f"# How long?\n\n{'word ' * 19}approx. 5.5 mm. {'word ' * 17}end.\n")
    assert len(list(sentences_are_short(load_library(folder({"articles/a.md": text}))))) == 1
    text = _sales(f"# How long?\n\n{'word ' * 17}approx. 5.5 mm. {'word ' * 19}end.\n")
    assert list(sentences_are_short(load_library(folder({"articles/a.md": text})))) == []


def test_what_is_for_inside_or_could_not_be_read_is_not_said_aloud(folder: Folder) -> None:
    text = f"# How long?\n\n{'word ' * 61}\n"
    for head in ("---\naudience: inside\n---\n", "---\naudience: salse\n---\n", "---\naudience: sales\n"):
        library = load_library(folder({"articles/a.md": head + text}))
        assert [*answers_are_short(library), *sentences_are_short(library)] == []
    library = load_library(folder({"articles/a.md": text}))
    assert len([*answers_are_short(library), *sentences_are_short(library)]) == 2


def test_only_so_much_of_an_endless_answer_is_gone_through(folder: Folder) -> None:
    paragraph = "word " * 30 + "end.\n\n"
    library = load_library(folder({"articles/a.md": f"# How long?\n\n{paragraph * 2_000}"}))
    assert len(list(answers_are_short(library))) == 1
    assert 0 < len(list(sentences_are_short(library))) < 50
