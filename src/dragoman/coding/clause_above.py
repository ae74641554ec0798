"""Clauses that only tell on: whose day and place they share.

"Two men stormed a theatre showing a play in Zagreb in May, opening fire": the day hangs on the play, as the parser sees it,
and dates the storming; a participle behind it tells what was done there and then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.reattached import behind_comma, first_participle, has_subject, seen_doing
from dragoman.records import Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEEING = words("seeing")
_FINITE = ("VBD", "VBZ", "VBP")


def clause_above(trigger: Span, sentence: Sentence) -> Span | None:
    """The verb, as its place in the article, with which the act of ``trigger`` is told in one breath; ``None`` where it is
    told by itself, or with a verb of another time ("after", "because", a clause with a subject of its own)."""
    verb = sentence.root_at(trigger)
    if verb is None or not verb.tag_.startswith("VB"):
        return None
    above = behind_comma(verb) or seen_doing(verb) or _above(first_participle(verb))
    if above is None:
        return None
    return Span(above.idx, above.idx + len(above)).shift(sentence.span.start)


def _above(verb: Token) -> Token | None:
    head = verb.head
    if has_subject(verb):
        return None
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "xcomp") and head.tag_.startswith("VB"):
        led = any(c.dep_ in ("mark", "prep") and c.i < verb.i for c in verb.children)
        return head if verb.i > head.i and not led and (verb.dep_ == "advcl" or head.lemma_ in _SEEING) else None
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and head.lower_ == "before" and head.head.tag_ in _FINITE:
        return head.head  # "shot his wife before turning the gun on the neighbours"
    if verb.tag_ in _FINITE and verb.dep_ == "conj" and head.tag_ == verb.tag_:
        return head
    return None
