"""Clauses: infinitives, and coordinated verbs that the parser hung too deep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.syntax import SUBJECTS, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_infinitive(token: Token) -> bool:
    """Whether a clause's verb is marked by "to"."""
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.lefts)


def escaped(verb: Token) -> Token | None:
    """The verb that ``verb`` is coordinated with in truth, where the parser hung it on a verb of that one's content.

    "said he would wait and warned against haste": "warned" has the tense of "said", and "wait" has none.
    """
    inner = verb.head
    if verb.dep_ != "conj" or not is_verb(inner) or any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children):
        return None
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or inner.tag_ == verb.tag_:
        return None
    outer = inner
    while outer.dep_ in ("conj", "xcomp", "ccomp", "advcl", "pcomp", "prep", "oprd") and outer.head.i < verb.i:
        outer = outer.head
        if is_verb(outer) and outer.tag_ == verb.tag_:
            return outer
    return None
