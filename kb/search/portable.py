"""What a page needs to rank as this room does: the words and figures of the ranking, and each answer's wordings.

`kb/render/handbook_search.js` is the other half; a test holds the two together. No index is read or made here.
"""

from collections.abc import Iterable

from whoosh.analysis.filters import STOP_WORDS

from kb.search import analysis, evidence, families, nearby, query, unknown, variants
from kb.search.analysis import SMALL_SHARE, SMALL_WORDS, VAGUE_SHARE, VAGUE_WORDS, text_words, words_of
from kb.search.lexicon import hyphenated
from kb.search.schema import BM25_B, BM25_K1, TEXT, TITLE, WEIGHTS
from kb.search.synonyms import Synonyms
from kb.settings import MAX_QUERY_CHARACTERS, MAX_QUERY_TERMS


def ranking(synonyms: Synonyms, questions: Iterable[str]) -> dict[str, object]:
    """The words and figures of the ranking, and the glossary's entries, as plain data for JSON.

    `questions` are the customers' wordings of all answers, whole: only the words that they join by a hyphen are taken.
    """
    entries = synonyms.items() if hasattr(synonyms, "items") else synonyms
    return {
        "stop": " ".join(sorted(STOP_WORDS)),
        "small": " ".join(sorted(SMALL_WORDS - STOP_WORDS)),
        "vague": " ".join(sorted(VAGUE_WORDS)),
        "synonyms": [[term, *others] for term, others in entries],
        "title": WEIGHTS[TITLE],
        "text": WEIGHTS[TEXT],
        "titlePairs": nearby.TITLE_WEIGHT,
        "textPairs": nearby.TEXT_WEIGHT,
        "b": BM25_B,
        "k1": BM25_K1,
        "smallShare": SMALL_SHARE,
        "vagueShare": VAGUE_SHARE,
        "shares": list(unknown.SHARES),
        "joinShare": query.JOIN_SHARE,
        "rules": variants.RULES,
        "spellings": " ".join(variants.WORDS.split()),
        "forms": " ".join(analysis.FORMS.split()),
        "adjectives": " ".join(sorted(analysis.ADJECTIVES)),
        "particles": " ".join(sorted(analysis.NOUNS_OF_PARTICLES)),
        "endings": sorted(families.ENDINGS),
        "slips": sorted(families.SLIPS),
        "shortestRoot": families.SHORTEST_ROOT,
        "familyShare": unknown.FAMILY_SHARE,
        "hyphens": " ".join(sorted({word for text in questions for word in hyphenated(text)})),
        "synonymShare": query.SYNONYM_SHARE,
        "onlySynonymShare": query.ONLY_SYNONYM_SHARE,
        "enough": evidence.ENOUGH,
        "strengthShare": evidence.STRENGTH_SHARE,
        "strong": evidence.STRONG,
        "vagueWeight": evidence.VAGUE_WEIGHT,
        "short": evidence.SHORT,
        "long": evidence.LONG,
        "characters": MAX_QUERY_CHARACTERS,
        "terms": MAX_QUERY_TERMS,
    }


def wordings(texts: Iterable[str]) -> list[str]:
    """Each text cut into the words that are indexed of it, one space between them."""
    return [" ".join(text_words(words_of(text))) for text in texts]
