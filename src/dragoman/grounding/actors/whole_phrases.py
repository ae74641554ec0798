"""Phrases that a parser cuts in two: a town with its state before an officer, "both X and Y", a paper and its name."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.codebook.words import words
from dragoman.gazetteers.agents import agent as agent_of
from dragoman.grounding.actors.resolve import Reading
from dragoman.records import Party, Span

# "a Dunford, Kan." of "a Dunford, Kan., police officer"
_TOWN_AND_STATE = re.compile(r"(?:[Aa]n?|[Tt]he|one|two)\s[A-ZÀ-Þ][\w .’'-]*(?:,\s[A-Z][\w.]*)?")
_STATE_BEHIND = re.compile(r"(?:,\s[A-Z][\w.]+)?,\s(?=[a-z])")
_AND = re.compile(r"\sand\s")
# They stand before a name and say what kind of body bears it.
_KINDS = words("kinds_of_bodies")


def whole_phrase(party: Party, text: str, reading: Reading) -> Party:
    """The party with what its words go on with: "a Dunford, Kan.«, police officer»", "both Ana «and Jan Lund»"."""
    end = party.span.end
    behind = _STATE_BEHIND.match(text, end)
    if behind is not None and "," in f"{party.text}{behind[0].rstrip(' ,')}" and _TOWN_AND_STATE.fullmatch(party.text):
        for stop in (found.end() for found in _heads(text, behind.end())):
            kind = agent_of(text[behind.end() : stop].split(" ")[-1])
            if kind is not None and kind.kind == "person":
                whole = Span(party.span.start, stop)
                head = Span(stop - len(text[:stop].split(" ")[-1]), stop)
                return replace(party, text=whole.of(text), span=whole, head_span=head)
    before = _TOWN_BEFORE.search(text, max(0, party.span.start - 60), party.span.start)
    if before is not None and party.text[:1].islower():
        whole = Span(before.start(), end)
        return replace(party, text=whole.of(text), span=whole)
    joint = _AND.match(text, end) if re.search(r"\bboth\s[^,]+$", party.text) else None
    if joint is not None:
        other = next((m for m in reading.mentions if m.span.start == joint.end() and m.actor.kind == "person"), None)
        if other is not None:
            whole = Span(party.span.start, other.span.end)
            return replace(party, text=whole.of(text), span=whole)
    return party


def behind_town(span: Span, text: str) -> Span:
    """The span without a town and its state in front: of "a Dunford, Kan., police officer" the officer alone."""
    town = _TOWN_FIRST.match(span.of(text))
    return Span(span.start + town.end(), span.end) if town is not None else span


_TOWN_FIRST = re.compile(r"(?:[Aa]n?|[Tt]he|one|two)\s[A-ZÀ-Þ][\w .’'-]*,\s[A-Z][\w.]+,\s(?=[a-z])")


_TOWN_BEFORE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|one|two)\s(?:[A-ZÀ-Þ][\w.’'-]*\s){0,2}[A-ZÀ-Þ][\w’'-]*,\s[A-Z][\w.]*\.,\s$"
)


def without_beginnings(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without words that only begin another's: the "Judge" beside "Judge Ana Lund"."""
    return tuple(
        p for p in parties if not any(o.span.start == p.span.start and p.span.end < o.span.end for o in parties)
    )


def _heads(text: str, start: int) -> list[re.Match[str]]:
    """The runs of one, two and three small words from ``start`` on."""
    found = (re.compile(rf"(?:[a-z-]+\s){{{count}}}[a-z-]+\b").match(text, start) for count in range(3))
    return [one for one in found if one is not None]


def is_name_of(kind: Party, name: Party, text: str) -> bool:
    """Whether the second party is the name of the first: "the newspaper" and "Chosun Ilbo" right behind it."""
    noun = kind.text.lower().split()[-1]
    between = text[kind.span.end : name.span.start]
    return between == " " and noun in _KINDS and kind.text[:4].lower() == "the " and name.text[:1].isupper()
