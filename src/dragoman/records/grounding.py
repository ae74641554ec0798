"""What a span of text turns out to mean: days, places and parties, with the alternatives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.records.span import Span


@dataclass(frozen=True, slots=True)
class TimeValue:
    """An interval of whole days, both ends included, as ISO 8601 days.

    ``start``/``end`` are ``None`` where the text leaves that side open ("since 2011" has no end).
    ``granularity``: ``time`` (a part of a day), ``day``, ``week``, ``month``, ``quarter``,
    ``season``, ``year``, ``decade``, ``century``, ``span`` (a range) or ``unknown``.
    ``basis``: ``text`` (absolute in the words), ``relative`` (reckoned from the publication date)
    or ``publication date`` (the text says nothing).
    ``value`` is the TIMEX3 value (``2024-06-22``, ``2024-W25``, ``2024-06-22TNI``, ``P2W``, ``XXXX-WXX-5``).
    """

    value: str
    start: str | None
    end: str | None
    granularity: str
    basis: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time in a text. ``kind``: ``DATE``, ``TIME``, ``DURATION`` or ``SET`` (TIMEX3)."""

    span: Span
    text: str
    kind: str
    value: str
    start: str | None
    end: str | None
    granularity: str
    basis: str
    reason: str = ""

    def as_value(self) -> TimeValue:
        """The days it tells, without its words."""
        return TimeValue(self.value, self.start, self.end, self.granularity, self.basis)


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map. ``precision``: ``point``, ``city``, ``district``, ``province``, ``country`` or ``region``.

    ``country`` is ISO 3166 alpha-3; ``span`` and ``text`` say where the article names it.
    """

    span: Span
    text: str
    name: str
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    country: str | None
    admin1: str | None
    precision: str


@dataclass(frozen=True, slots=True)
class Office:
    """A dated fact about a person: the office or affiliation an article gives, with its evidence."""

    title: str
    affiliation: str | None
    country: str | None
    as_of: str | None
    article_id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved party. ``id`` is stable: ``state:RUS``, ``org:hamas``, ``office:RUS:foreign-ministry``,
    ``person:musa-abu-marzouk`` or ``group:ISR:MIL:special-forces`` (a described party, no identity of its own).

    ``kind``: ``state``, ``office``, ``organisation``, ``person`` or ``described``.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A stretch of text that names a party, and which party it is (``reason``: why, in words)."""

    span: Span
    text: str
    actor: Actor
    score: float
    reason: str
    alternatives: tuple[Alternative, ...] = ()

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-3 of the resolved party."""
        return self.actor.country

    @property
    def sectors(self) -> tuple[str, ...]:
        """PLOVER sector codes of the resolved party."""
        return self.actor.sectors


@dataclass(frozen=True, slots=True)
class Alternative:
    """A reading that was weighed and not chosen."""

    name: str
    score: float
    reason: str


Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Grounding(Generic[Choice]):
    """The resolution of a span: what was chosen, what else it could be, how sure, and why."""

    choice: Choice
    score: float
    reason: str
    alternatives: tuple[Alternative, ...] = ()
