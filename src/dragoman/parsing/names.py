"""Names that the tagger takes for common nouns where they open a sentence: the article shows elsewhere that they are names,
or everybody knows them for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.gazetteers.parties.people import family_names
from dragoman.parsing.repairs.tree import ANY_FINITE

if TYPE_CHECKING:
    from collections.abc import Set

    from spacy.tokens import Doc

_LIKELY_TITLE = 0.7  # share of capitalised words above which a line is a headline in title case


def known_name(doc: Doc, small: Set[str]) -> frozenset[str]:
    """The first word, if it is the family name of somebody well known and a verb follows: "Trump met …", "Bush denied …".

    ``small``: words that the article has in small letters; they may be meant.
    """
    if len(doc) < 2 or doc[1].tag_ not in ANY_FINITE:
        return frozenset()
    first = doc[0].text
    return frozenset({first}) if first in family_names() and first.lower() not in small else frozenset()


def mark_names(doc: Doc, names: Set[str]) -> Doc:
    """The same ``doc``, with words of ``names`` tagged as names where they came out as common nouns ("Trump mocked …")."""
    if not names:
        return doc
    found = [t for t in doc if t.tag_ in ("NN", "NNS") and t.text in names]
    if not found:
        return doc
    words = [t for t in doc if t.text[:1].isalpha()]
    if len(words) > 4 and sum(t.text[0].isupper() for t in words) > _LIKELY_TITLE * len(words):
        return doc
    for token in found:
        token.tag_, token.lemma_ = "NNP" if token.tag_ == "NN" else "NNPS", token.text
    return doc
