"""The index of words at the end of a handbook."""

from kb.model.published import CustomerArticle
from kb.render.word_index import word_index


def _article(title: str, *tags: str) -> CustomerArticle:
    return CustomerArticle(slug="x", title=title, tags=tags, say=(), numbers=(), why=(), worth_telling=())


def test_a_word_leads_to_its_answers_in_its_shortest_form() -> None:
    index = word_index([_article("How big are the boxes?", "box"), _article("Which box?"), _article("Dies?")], {})
    assert [(entry.word, entry.places) for entry in index] == [("big", (1,)), ("box", (1, 2)), ("dies", (3,))]


def test_a_customers_word_leads_to_the_companys() -> None:
    index = word_index([_article("Which box?")], {"box": ("carton", "a large case"), "die": ("forme",)})
    assert [(entry.word, entry.see) for entry in index] == [("box", ""), ("carton", "box")]


def test_vague_words_and_words_of_everything_are_left_out() -> None:
    articles = [_article(f"Make a box number {name}?") for name in "abcdefghijklmn"]
    assert word_index(articles, {}, {"make"}) == []
