"""Actors of a user's own lists, as they are used when reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.gazetteers.phrases import PhraseIndex
from dragoman.records import Actor


@dataclass(frozen=True, slots=True)
class Period:
    """What holds of an actor from ``start`` to ``end`` (ISO days, both ends included, ``None`` is open)."""

    start: str | None
    end: str | None
    country: str | None
    sectors: tuple[str, ...]

    def covers(self, day: str | None) -> bool:
        """Whether ``day`` falls into the period; an unknown day falls only into a period that is open."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class ImportedActor:
    """An actor of a user's list with all its written forms. ``discard`` marks words that name nobody."""

    actor: Actor
    names: tuple[str, ...]
    periods: tuple[Period, ...] = ()
    discard: bool = False

    def on(self, day: str | None) -> Actor:
        """The actor with the country and sectors that hold on ``day``."""
        for period in self.periods:
            if period.covers(day):
                a = self.actor
                return Actor(
                    a.id, a.name, a.kind, period.country or a.country, period.sectors or a.sectors, a.aliases, a.offices
                )
        return self.actor


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be used, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedActors:
    """What an actor list gave: the usable actors, and the lines that were left out."""

    actors: tuple[ImportedActor, ...]
    problems: tuple[Problem, ...] = ()
    source: str = ""
    _cache: list[PhraseIndex[ImportedActor]] = field(default_factory=list, compare=False, repr=False)

    def index(self) -> PhraseIndex[ImportedActor]:
        """The written forms, ready for running text (built on first use)."""
        if not self._cache:
            self._cache.append(PhraseIndex((name, entry) for entry in self.actors for name in entry.names))
        return self._cache[0]
