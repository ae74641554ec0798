"""Parties named only by how many they are: "the two countries", "both sides", "the pair", "all three", "the ministers"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.countries import by_alpha3
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.resolve import Reading
from dragoman.records import Actor, Party, Span

_COUNTS = {"both": 2, "two": 2, "pair": 2, "couple": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6}
# Words that tell neither who nor how many.
_SMALL = frozenset({"the", "these", "those", "all", "of", "them"})
_STATES = frozenset(
    {
        "countries",
        "nations",
        "states",
        "neighbours",
        "neighbors",
        "powers",
        "governments",
        "capitals",
        "rivals",
        "allies",
    }
)
_SIDES = frozenset({"sides", "parties", "factions", "camps"})
# Without a number only these say that some who were named together are meant.
_TOGETHER = frozenset(
    {"sides", "countries", "leaders", "ministers", "presidents", "neighbours", "neighbors", "parties"}
)
_LEADING = frozenset({"leaders", "presidents", "ministers", "premiers"})
# A set takes up parties of at most this many claims before it …
_CLAIMS = 6
# … or states named at most this many characters before it.
_REACH = 350


@dataclass(frozen=True, slots=True)
class Told:
    """The grounded parties of a claim that stands before."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Few:
    """What the words of a set say: how many (``None``: several), and of what kind."""

    count: int | None
    kind: Literal["state", "person", "any"]
    noun: str


def few(written: str) -> Few | None:
    """What the phrase says, if it names parties only by their number and kind; ``None`` for every other phrase."""
    said = written.lower().split()
    if said[:1] == ["both"]:
        said = ["the", *said]
    if not said or said[0] not in _SMALL or (said[0] == "all" and not _COUNTS.keys() & said):
        return None  # "all parties" may be anybody
    left = [w for w in said if w not in _SMALL]
    counts = [_COUNTS[w] for w in left if w in _COUNTS]
    nouns = [w for w in left if w not in _COUNTS]
    count = counts[0] if counts else None
    noun = nouns[-1] if nouns else ""
    if len(nouns) > 2 or len(counts) > 1 or (count is None and (noun not in _TOGETHER or len(nouns) > 1)):
        return None
    if noun in _STATES:
        return Few(count, "state", noun)
    if noun in _SIDES or not noun:
        return Few(count, "any", noun)
    found = agent_of(noun)
    return Few(count, "person", noun) if found is not None and found.kind == "person" and noun == found.plural else None


def members(said: Few, told: Sequence[Told], others: Sequence[Party], at: Span, reading: Reading) -> tuple[Actor, ...]:
    """Who they are: one party that was counted so ("two Swedes … the pair"), or as many as were named together.

    ``told``: the claims before, in order of text; ``others``: the other side of the same act, which is none of them.
    """
    if said.noun == "koreas":
        return identities.state(by_alpha3("PRK")), identities.state(by_alpha3("KOR"))
    apart = {p.actor_id for p in others} - {None}
    for claim in reversed(told[-_CLAIMS:]):
        counted = [p for p in (*claim.actors, *claim.recipients) if said.count and _counted(p, said)]
        if counted and counted[0].grounding is not None:
            return (counted[0].grounding.choice,)
        for group in (claim.actors, (*claim.actors, *claim.recipients)):
            found = _as_kind(group, said)
            ids = {a.id for a in found}
            if len(found) < 2 or len(found) != (said.count or len(found)) or apart & ids:
                continue
            since = min(p.span.start for p in group)
            if said.kind != "state" or _states_since(since, at, reading) - apart <= ids:
                return found
    if said.kind == "state" and said.count is not None:
        return _states_before(said.count, at, reading, apart)
    return ()


def _states_since(start: int, at: Span, reading: Reading) -> set[str]:
    """The states named from ``start`` on: another one among them leaves it open which are meant."""
    return {m.actor.id for m in reading.mentions if m.actor.kind == "state" and start <= m.span.start < at.start}


def _counted(party: Party, said: Few) -> bool:
    """Whether the party's own words count as many: "two Swedes", "the three men"; sides are named one by one."""
    if said.kind == "state" or said.noun in _SIDES:
        return False
    first = re.match(r"(?i)(?:the\s|these\s|all\s)?(\w+)\s\w+", party.text)
    return first is not None and _COUNTS.get(first[1].lower()) == said.count and few(party.text) is None


def _as_kind(parties: Sequence[Party], said: Few) -> tuple[Actor, ...]:
    """The parties as the kind asked for: of people their states, where states are; ``()`` where one does not fit."""
    out: dict[str, Actor] = {}
    for party in parties:
        actor = party.grounding.choice if party.grounding is not None else None
        if actor is None:
            return ()
        if said.kind == "state":
            if actor.country is None:
                return ()
            actor = identities.state(by_alpha3(actor.country))
        elif said.kind == "person" and not _can_be_person(actor, said):
            return ()
        out[actor.id] = actor
    return tuple(out.values())


def _can_be_person(actor: Actor, said: Few) -> bool:
    if actor.kind in ("person", "office"):
        return True
    found = agent_of(actor.name.split(" (")[0].lower())
    return (
        actor.kind == "described"
        and found is not None
        and found.kind == "person"
        and said.noun in (*_LEADING, found.plural)
    )


def _states_before(count: int, at: Span, reading: Reading, apart: set[str | None]) -> tuple[Actor, ...]:
    """The last states named, if from sentence to sentence back there are just as many as asked for."""
    found: dict[str, Actor] = {}
    text = reading.article.text
    boundary = at.start
    for mention in sorted(reading.mentions, key=lambda m: -m.span.start):
        if mention.span.start >= at.start or mention.actor.kind != "state" or mention.actor.id in apart:
            continue
        if at.start - mention.span.start > _REACH:
            break
        if len(found) >= count and re.search(r"[.!?”\"]\s", text[mention.span.end : boundary]):
            break
        found[mention.actor.id] = mention.actor
        boundary = mention.span.start
    return tuple(reversed(found.values())) if len(found) == count else ()
