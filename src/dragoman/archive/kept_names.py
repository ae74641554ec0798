"""Events as they are shown: every party, source and denier once, under the name its merged actor bears now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.archive import actors
from dragoman.records import DONE, Conflict, Event
from dragoman.records.event import denial_note


def under_kept_names(event: Event, kept: Mapping[str, str]) -> Event:
    """The event with each party once, under the name ``kept`` gives it: merges of actors hold for all that is shown.

    What is stored keeps the names that the reports' parties have themselves.
    """
    named = {*event.actors, *event.recipients, *event.independent_sources, *event.denied_by}
    named.update(step.according_to for step in event.history)
    named.update(
        name for c in event.conflicts if c.field == "actor" for value, _ in c.values for name in value.split("; ")
    )
    if kept.keys().isdisjoint(named):
        return event
    history = tuple(
        replace(step, according_to=kept.get(step.according_to, step.according_to)) for step in event.history
    )
    shown = replace(
        event,
        actors=actors.once(event.actors, kept),
        recipients=actors.once(event.recipients, kept),
        independent_sources=actors.once(event.independent_sources, kept),
        source_reasons=tuple(_reason(line, kept) for line in event.source_reasons),
        denied_by=tuple(sorted(actors.once(event.denied_by, kept))),
        history=history,
        denials=tuple(replace(d, by=kept.get(d.by, d.by), told_by=actors.once(d.told_by, kept)) for d in event.denials),
    )
    conflicts = [_conflict(c, shown, kept) for c in event.conflicts]
    return replace(shown, conflicts=tuple(c for c in conflicts if c is not None))


def _reason(line: str, kept: Mapping[str, str]) -> str:
    """A line "name: reports (why)" with the name that is kept."""
    name, mark, rest = line.partition(": ")
    return f"{kept.get(name, name)}{mark}{rest}"


def _conflict(conflict: Conflict, shown: Event, kept: Mapping[str, str]) -> Conflict | None:
    """The conflict under the kept names; ``None`` if it was only one of two names of one party."""
    if conflict.field == "actor":
        values: dict[str, list[str]] = {}
        for value, claims in conflict.values:
            names = "; ".join(sorted(actors.once(value.split("; "), kept)))
            values.setdefault(names, []).extend(claims)
        if len(values) < 2:
            return None
        return replace(conflict, values=tuple((n, tuple(sorted(values[n]))) for n in sorted(values)))
    statuses = {value for value, _ in conflict.values}
    if conflict.field == "status" and "denied" in statuses and shown.denied_by:
        tellers = sorted({step.according_to for step in shown.history if step.status in DONE})
        return replace(conflict, note=denial_note(shown.denied_by, tellers))
    return conflict
