"""Who did how much to whom: events and mean PLOVER score per ordered pair and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from dragoman.codebook.types import Types
from dragoman.records import DONE
from dragoman.views.claims import UNCONFIRMED

UNKNOWN_MONTH = "unknown"


class Pair(Protocol):
    """One event between two parties (``archive.pairs.EventPair``)."""

    @property
    def event_id(self) -> str:
        """Id of the event."""

    @property
    def plover(self) -> str:
        """PLOVER type."""

    @property
    def act(self) -> str:
        """The act as if done."""

    @property
    def mode(self) -> str | None:
        """Mode of the act."""

    @property
    def status(self) -> str:
        """Status of the event."""

    @property
    def start(self) -> str | None:
        """First ISO day."""

    @property
    def end(self) -> str | None:
        """Last ISO day."""

    @property
    def first_report(self) -> str | None:
        """ISO day of the first report."""

    @property
    def source(self) -> str:
        """Who acts."""

    @property
    def target(self) -> str:
        """Towards whom."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """Events of ``source`` towards ``target`` in a month (``2024-06``): number, mean score, number by quad class 1–4."""

    source: str
    target: str
    month: str
    events: int
    score: float
    quads: tuple[int, int, int, int]


def counts(pair: Pair, types: Types) -> bool:
    """Whether the event counts: nothing denied or only possible, and no deed that was only planned or called off.

    A plan, a demand, a threat or a refusal that PLOVER codes as a verbal act counts as that act.
    """
    if pair.status in ("denied", "hypothetical"):
        return False
    if pair.status in ("planned", UNCONFIRMED, "offered", "cancelled", "failed"):
        known = types.types.get(pair.plover)
        return known is not None and known.quad in (1, 3) and (pair.plover != pair.act or pair.status == "planned")
    return True


def month_of(pair: Pair) -> str:
    """The month of the act; of the first report, where the event is the saying (a demand, a plan); else ``unknown``."""
    if pair.plover != pair.act or pair.status not in DONE:
        return (pair.first_report or "")[:7] or UNKNOWN_MONTH
    if pair.start is None or pair.end is None or pair.start[:7] != pair.end[:7]:
        return UNKNOWN_MONTH
    return pair.start[:7]


def dyads(pairs: Iterable[Pair], types: Types) -> list[Dyad]:
    """The dyads in order of source, target and month. An event counts once a pair, however many claims name it."""
    found: dict[tuple[str, str, str], dict[str, Pair]] = defaultdict(dict)
    for pair in pairs:
        if pair.source != pair.target and counts(pair, types):
            found[pair.source, pair.target, month_of(pair)][pair.event_id] = pair
    out = []
    for (source, target, month), events in sorted(found.items()):
        known = [e for _, e in sorted(events.items()) if e.plover in types.types]
        scores = [types.score(e.plover, e.mode if e.plover == e.act else None) for e in known]
        quads = [types.quad(e.plover) for e in known]
        mean = sum(scores) / len(scores) if scores else 0.0
        by_quad = (quads.count(1), quads.count(2), quads.count(3), quads.count(4))
        out.append(Dyad(source, target, month, len(events), round(mean, 2), by_quad))
    return out
