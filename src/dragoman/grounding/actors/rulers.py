"""Whose a party is that names its ruler or "the country": "the Trump administration", "the country's troops"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.gazetteers.countries import by_alpha3
from dragoman.gazetteers.parties import known_person
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.resolve import Reading
from dragoman.records import Actor, ActorMention, Grounding, Span

_GOVERNMENTS = frozenset({"administration", "government", "regime", "cabinet"})
_RULER = re.compile(r"([A-ZÀ-Þ][\w-]+)(?:['’]s?)?\s(?:[a-z-]+\s)?$")
_OF_THE_COUNTRY = re.compile(r"(?i)(?:the|this|that)\s(?:\w+\s)?(?:country|nation|kingdom|republic|island)['’]s\s")
# "The country" takes up a state named at most this many characters before: two sentences.
_REACH = 300


def ruled(reading: Reading, span: Span, head: Span) -> Grounding[Actor] | None:
    """The state whose government is named after its head; ``None`` where the phrase names no such one."""
    text = reading.article.text
    if head.of(text).lower() not in _GOVERNMENTS:
        return None
    named = _RULER.search(text[span.start : head.start])
    if named is None:
        return None
    published = reading.article.published
    year = int(published[:4]) if published and published[:4].isdigit() else None
    known = next((p.known for p in reading.people if p.known and p.known.name.split()[-1] == named[1]), None)
    known = known or known_person(named[1], year)
    if known is None or known.country is None or known.sectors[:1] != ("GOV",):
        return None
    state = identities.state(by_alpha3(known.country))
    return Grounding(state, 0.75, f"the {head.of(text).lower()} of {known.name}")


def country_meant(reading: Reading, span: Span, known: Sequence[ActorMention]) -> str | None:
    """Whose "the country's troops" are (alpha-3): of the state or its office last named; ``None`` of any other phrase."""
    if _OF_THE_COUNTRY.match(reading.article.text, span.start) is None:
        return None
    near = [
        m
        for m in known
        if m.actor.kind in ("state", "office")
        and m.actor.country is not None
        and span.start - _REACH <= m.span.start
        and m.span.end <= span.start
    ]
    return max(near, key=lambda m: m.span.end).actor.country if near else reading.country
