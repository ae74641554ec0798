"""Names that the tagger takes for common nouns where they open a sentence: an article shows elsewhere that they are names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

    from spacy.tokens import Doc

_LIKELY_TITLE = 0.7  # share of capitalised words above which a line is a headline in title case


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
