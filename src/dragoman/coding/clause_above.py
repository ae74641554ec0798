"""Clauses that only tell on: whose day and place they share.

"Two men stormed a theatre showing a play in Zagreb in May, opening fire": the day hangs on the play, as the parser sees it,
and dates the storming; a participle behind it tells what was done there and then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.parties import is_temporal
from dragoman.coding.reattached import behind_comma, first_participle, has_subject, seen_doing
from dragoman.records import Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEEING = words("seeing")
_FINITE = ("VBD", "VBZ", "VBP")


def clauses_above(trigger: Span, sentence: Sentence) -> list[Span]:
    """The verbs, as their places in the article and nearest first, with which the act of ``trigger`` is told in one breath;
    none where it is told by itself, or with a verb of another time ("after", "because", a clause with a subject of its own)."""
    verb = sentence.root_at(trigger)
    out: list[Token] = []
    while verb is not None and verb.tag_.startswith("VB"):
        verb = behind_comma(verb) or seen_doing(verb) or _above(first_participle(verb))
        if verb in out:
            break
        out += [verb] if verb is not None else []
    return [Span(above.idx, above.idx + len(above)).shift(sentence.span.start) for above in out]


def _is_when(verb: Token) -> bool:
    """Whether the clause tells what happened just then: "turned violent on Friday when police fired at students"."""
    if verb.dep_ not in ("advcl", "relcl") or (verb.dep_ == "relcl" and not is_temporal(verb.head)):
        return False  # parsers hang it on "Friday", too
    return any(c.lower_ == "when" for c in verb.lefts)


def _above(verb: Token) -> Token | None:
    head = verb.head
    if _is_when(verb):
        head = next((t for t in verb.ancestors if t.tag_.startswith("VB")), verb)
        return head if head.tag_ in ("VBD", "VBZ", "VBN") and verb.tag_ in ("VBD", "VBZ") and verb.i > head.i else None
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
