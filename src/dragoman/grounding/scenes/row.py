"""Verbs told in a row, of one subject, share their day and place: "women were groped, molested and robbed in Ghent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.grounding.times.syntax import ONLY, SHARED, is_of_now
from dragoman.records import DONE, Claim, Parse, PlaceMention, TimeMention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How parsers join the verbs of a row; "dep" where they see no better.
_JOINED = ("conj", "dep")


def share_in_row(parse: Parse, claims: Sequence[Claim]) -> list[Claim]:
    """The claims in order; of those whose verbs stand in one row, what one has by its own words goes to those without."""
    rows: dict[tuple[int, int], list[int]] = {}
    for index, claim in enumerate(claims):
        sentence = parse.sentence_at(claim.trigger.span.start)
        verb = sentence.root_at(claim.trigger.span) if sentence is not None else None
        if sentence is not None and verb is not None and verb.tag_ in ("VBD", "VBN") and claim.status in DONE:
            rows.setdefault((sentence.span.start, _first(verb).i), []).append(index)
    out = list(claims)
    for row in rows.values():
        time, place = _time_of([claims[i] for i in row]), _place_of([claims[i] for i in row])
        for i in row:
            claim = claims[i]
            if time is not None and _gives_way(claim.time, time):
                claim = replace(claim, time=time)
            if place is not None and claim.place is None:
                claim = replace(claim, place=place)
            out[i] = claim
    return out


def _first(verb: Token) -> Token:
    """The first verb of the row, as far as none between has a subject of its own."""
    misread = _misread(verb)
    if misread is not None:
        verb = misread
    while verb.dep_ in _JOINED and verb.head.tag_ in ("VBD", "VBN"):
        if any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.lefts) or is_of_now(verb):
            break  # "appeared on Friday and is being held"
        verb = verb.head
    return verb


def _misread(verb: Token) -> Token | None:
    """The passive right before, where the parser joins its fellow to the main verb: "the move comes after ten were groped,
    <robbed> and beaten"."""
    first = verb
    while first.dep_ in _JOINED and first.head.tag_ == "VBN" and first.head.i < first.i:
        first = first.head
    if first.tag_ != "VBN" or first.dep_ not in _JOINED or first.head.tag_ not in ("VBZ", "VBP", "VBD"):
        return None
    if any(t.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for t in first.children):
        return None
    for token in reversed(verb.doc[first.head.i + 1 : first.i]):
        if token.dep_ in ("nsubj", "nsubjpass"):
            return None
        if token.tag_ == "VBN" and any(t.dep_ == "auxpass" for t in token.children):
            return token
    return None


def _time_of(row: Sequence[Claim]) -> TimeMention | None:
    """The surest time that words of the row give."""
    told = [c.time for c in row if c.time is not None and c.time.span is not None]
    told = [t for t in told if t.grounding.score >= ONLY and not t.grounding.choice.value.endswith("_REF")]
    best = max(told, key=lambda t: t.grounding.score, default=None)
    if best is None or len(row) < 2:
        return None
    rivals = {t.grounding.choice.value for t in told if t.grounding.score >= SHARED}
    return best if len(rivals) < 2 else None


def _gives_way(mine: TimeMention | None, theirs: TimeMention) -> bool:
    if mine is None or mine.span is None:
        return True
    return mine.grounding.score <= ONLY and theirs.grounding.score >= SHARED


def _place_of(row: Sequence[Claim]) -> PlaceMention | None:
    """The one place of a row done to the same people; "jailed a banker and drove merchants out of Mali" are two."""
    if len({tuple(p.span for p in c.recipients) for c in row}) > 1:
        return None
    places = [c.place for c in row if c.place is not None]
    return places[0] if len(row) > 1 and len({p.text for p in places}) == 1 else None
