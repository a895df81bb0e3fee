"""British and American spelling, and forms that stemming keeps apart."""

from pathlib import Path

import pytest
from search_samples import article, built

from kb.search.index import open_searcher
from kb.search.search import search
from kb.search.variants import other_spellings

BRITISH = (
    "colour colours coloured colouring colourful favour favourite centre centred centring fibre fibreboard metre litre "
    "theatre grey organise organised organisation customisation analyse analysed cancelled labelling catalogue licence "
    "defence judgement aluminium moulded tyre programme jewellery mould kerbside enquiry harbour neighbouring labour "
    "calibre fulfil ageing plough artefact"
)
AMERICAN = (
    "color colors colored coloring colorful favor favorite center centered centering fiber fiberboard meter liter "
    "theater gray organize organized organization customization analyze analyzed canceled labeling catalog license "
    "defense judgment aluminum molded tire program jewelry mold curbside inquiry harbor neighboring labor "
    "caliber fulfill aging plow artifact"
)


@pytest.mark.parametrize(("british", "american"), list(zip(BRITISH.split(), AMERICAN.split(), strict=True)))
def test_each_side_s_spelling_leads_to_the_other_s(british: str, american: str) -> None:
    assert british in other_spellings(american)
    assert american in other_spellings(british)


def test_two_places_of_one_word_are_both_changed() -> None:
    assert "colourise" in other_spellings("colorize")
    assert "colorized" in other_spellings("colourised")


@pytest.mark.parametrize("word", ["", "or", "a-100", "naïve", "1000", "箱", "re", "x" * 60])
def test_what_is_no_such_word_has_no_other_spelling(word: str) -> None:
    assert other_spellings(word) == ()


@pytest.mark.parametrize("article_has", ["colour", "color"])
@pytest.mark.parametrize("typed", ["colour", "color", "colours", "colored", "COLOURING"])
def test_either_spelling_finds_the_article_and_nobody_is_told_of_a_mistake(
    tmp_path: Path, article_has: str, typed: str
) -> None:
    documents = (article("print", f"Which {article_has} can you print?"), article("other", "Where is the plant?"))
    with open_searcher(built(tmp_path, documents)) as searcher:
        result = search(searcher, f"which {typed} then", limit=3)

    assert [hit.path for hit in result.hits] == ["articles/print.md"]
    assert (result.answered, result.corrected, result.corrections) == (True, None, ())


def test_nothing_changes_where_the_collection_knows_the_word_as_typed(tmp_path: Path) -> None:
    documents = (article("us", "Which color can you print?"), article("gb", "Which colour can you print?"))
    with open_searcher(built(tmp_path, documents)) as searcher:
        assert [hit.path for hit in search(searcher, "color", limit=3).hits] == ["articles/us.md"]
        assert [hit.path for hit in search(searcher, "colour", limit=3).hits] == ["articles/gb.md"]


def test_the_glossary_is_found_in_either_spelling(tmp_path: Path) -> None:
    documents = (article("proof", "When is the proof ready?"), article("other", "Where is the plant?"))
    with open_searcher(built(tmp_path, documents)) as searcher:
        result = search(searcher, "color picture", limit=3, synonyms={"proof": ("colour picture",)})

    assert result.hits[0].path == "articles/proof.md"
    assert result.corrections == ()


@pytest.mark.parametrize(
    ("typed", "written"), [("sent", "send"), ("taken", "take"), ("stuck", "stick"), ("buy", "bought")]
)
def test_an_irregular_form_finds_the_other_forms(tmp_path: Path, typed: str, written: str) -> None:
    documents = (article("right", f"Can we {written} it?"), article("stock", "Is it in stock? A scent, a token"))
    with open_searcher(built(tmp_path, documents)) as searcher:
        result = search(searcher, typed, limit=3)

    assert [hit.path for hit in result.hits] == ["articles/right.md"]
    assert result.corrections == ()
