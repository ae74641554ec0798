"""Where and when one act was by its own sentence, whether two can be one event, and what several agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.grounding.scenes.words import doer, kinds_told
from dragoman.records import Claim, Party, PlaceMention, Sentence
from dragoman.records.claim import TimeMention

_M = TypeVar("_M")

#: Of several scenes the report is about the one that holds this share of what it places, and comes first.
_MAIN = 0.67


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when one act of the report was, as its own sentence says.

    ``known``: told of as an event known already ("the blast late on Thursday"), so it is one that the report tells of.
    """

    kinds: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    doers: frozenset[str]
    place: PlaceMention | None
    time: TimeMention | None
    at: int
    known: bool = False


def scene_of(claim: Claim, sentence: Sentence) -> Scene:
    """The claim's own scene: only what stands in its sentence counts."""
    place = claim.place if claim.place is not None and sentence.span.covers(claim.place.span) else None
    time = claim.time if claim.time is not None and claim.time.span is not None else None
    if time is not None and (time.span is None or not sentence.span.covers(time.span)):
        time = None
    return Scene(
        kinds_told(claim, sentence),
        frozenset(p.actor_id for p in claim.actors if p.actor_id and not _is_anybody(p)),
        frozenset(p.actor_id for p in claim.recipients if p.actor_id),
        frozenset(doer(p) for p in claim.actors) - {""},
        place,
        time,
        claim.trigger.span.start,
    )


def _is_anybody(party: Party) -> bool:
    """Whether the words are some that take up whoever did it, and no identity: "the attackers", "one of the robbers"."""
    actor = party.grounding.choice if party.grounding is not None else None
    return actor is not None and actor.kind == "described" and actor.country is None and not doer(party)


def is_exact(time: TimeMention) -> bool:
    """Whether it is a day, week or month, and no stretch that reaches up to now."""
    return time.grounding.choice.granularity in ("time", "day", "week", "weekend", "month")


def may_be_one(one: Scene, other: Scene) -> bool:
    """Whether nothing speaks against the two being of one event."""
    if not one.kinds & other.kinds:
        return False
    retold = _may_name(one.actors, other.actors) and bool(one.recipients & other.recipients)
    if one.actors and other.actors and not (one.actors & other.actors or retold):
        return False
    persons = {"arrest", "freeing"} & one.kinds
    if persons and one.recipients and other.recipients and not one.recipients & other.recipients:
        return False
    if one.doers and other.doers and not (one.doers & other.doers or one.actors & other.actors or retold):
        return False
    if one.place is not None and other.place is not None and not agree(one.place, other.place):
        return False
    if one.time is not None and other.time is not None and not _overlap(one.time, other.time):
        return False
    if one.time is not None and not is_exact(one.time) and other.time is None:
        return False
    alike = bool({"ASSAULT", "PROTEST", "taking", "arrest", "freeing"} & one.kinds)
    shared = bool(one.actors & other.actors or one.recipients & other.recipients)
    return alike or shared or not (one.actors or one.recipients)


def _may_name(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one may be a description of the other: "a girl of 16" of "Amal Haddad"."""
    kinds = [{actor.partition(":")[0] for actor in side} for side in (some, others)]
    return {"group"} in kinds and ({"person"} in kinds or set() in kinds)  # a name that no list has, too


def agree(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether the two are one place, or one may lie in the other."""
    if one.grounding is None or other.grounding is None:
        return one.text == other.text
    a, b = one.grounding.choice, other.grounding.choice
    if a.name == b.name and a.country == b.country:
        return True
    wide = {"country", "region", "province"}
    return a.country == b.country and (a.precision in wide) != (b.precision in wide)


def _overlap(one: TimeMention, other: TimeMention) -> bool:
    """Whether the two can be one time."""
    a, b = one.grounding.choice, other.grounding.choice
    if a.start is None or b.start is None:
        return a.value == b.value
    return (b.end is None or a.start <= b.end) and (a.end is None or b.start <= a.end)


#: Regions and states: a town's event is in them too.
WIDE = 2


_FINENESS = {"point": 5, "city": 5, "district": 4, "province": 3, "region": 2, "country": 1}


def fineness(place: PlaceMention) -> int:
    """How small a place is, 5 a point or town to 1 a state; 0 where it lies in no one state."""
    return _FINENESS.get(place.grounding.choice.precision, 0) if place.grounding is not None else 0


def common_place(scenes: Sequence[Scene]) -> PlaceMention | None:
    """The place that the scenes agree on, as finely as one of them says it; ``None`` where they are of several."""
    placed = [s.place for s in scenes if s.place is not None]
    groups: list[list[PlaceMention]] = []
    for place in sorted(placed, key=lambda p: -fineness(p)):
        group = next((g for g in groups if agree(g[0], place)), None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    best = _main(groups, placed)
    return best[0] if best else None


def common_time(scenes: Sequence[Scene]) -> TimeMention | None:
    """The time that the scenes agree on, as exactly as one of them says it; ``None`` where they are of several."""
    dated = [s.time for s in scenes if s.time is not None and s.time.grounding.choice.start is not None]
    groups: list[list[TimeMention]] = []
    for time in sorted(dated, key=_length):
        group = next((g for g in groups if _overlap(g[0], time)), None)
        if group is None:
            groups.append([time])
        else:
            group.append(time)
    taken_up = [g for g in groups if any(s.known and any(s.time is t for t in g) for s in scenes)]
    best = taken_up[0] if len(taken_up) == 1 else _main(groups, dated)
    return best[0] if best else None


def _length(time: TimeMention) -> tuple[int, str]:
    value = time.grounding.choice
    order = {"time": 0, "day": 0, "week": 1, "weekend": 1, "month": 2, "quarter": 3, "season": 3, "year": 4}
    return order.get(value.granularity, 5), value.value


def _main(groups: list[list[_M]], found: Sequence[_M]) -> list[_M] | None:
    """The one group, or the one that holds most and holds the first."""
    if not groups:
        return None
    most = max(groups, key=len)
    if len(groups) == 1 or (len(most) >= _MAIN * len(found) and found[0] in most):
        return most
    return None
