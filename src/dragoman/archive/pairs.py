"""Events as ordered pairs of parties: what a count of dyads starts from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from dragoman.archive.connection import Store
from dragoman.archive.filters import EventFilter, event_conditions

By = Literal["actor", "country"]
# not all claims of the event tell it as background
_NEWS: Final = (
    "EXISTS (SELECT 1 FROM event_claims AS n JOIN claims AS h ON h.row = n.claim_row"
    " WHERE n.event_id = e.id AND NOT h.historical)"
)


@dataclass(frozen=True, slots=True)
class EventPair:
    """An event with one of its actors as source and one of its recipients as target, by name or by country."""

    event_id: str
    plover: str
    act: str
    mode: str | None
    status: str
    start: str | None
    end: str | None
    first_report: str | None
    source: str
    target: str


def event_pairs(store: Store, wanted: EventFilter, by: By, background: bool) -> Iterator[EventPair]:
    """Every (actor, recipient) of the events that match; where an event has actors only, each with each, both ways.

    Parties that could not be resolved are left out, by ``country`` also those without one. Merged actors are one.
    ``background``: also events that every claim tells as background.
    """
    conditions = event_conditions(wanted)
    past = "" if background else f" AND {_NEWS}"
    events = store.rows(
        "SELECT e.id, e.plover, e.act, e.mode, e.status, e.start_day, e.end_day, e.first_report FROM events AS e"
        f" WHERE {conditions.sql}{past} ORDER BY e.id LIMIT ?",
        (*conditions.parameters, -1 if wanted.limit is None else wanted.limit),
    )
    parties = _parties(store, by)
    for event in events:
        sides = parties.get(event[0])
        if sides is None:
            continue
        actors, recipients = sorted(sides["actor"]), sorted(sides["recipient"])
        between = ((source, target) for source in actors for target in recipients or actors if source != target)
        yield from (EventPair(*(*event, *pair)) for pair in between)


def _parties(store: Store, by: By) -> dict[str, dict[str, set[str]]]:
    """Per event the names (or countries) of its actors and recipients."""
    column = "p.country" if by == "country" else "coalesce(k.name, a.name, p.name)"
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"actor": set(), "recipient": set()})
    row: tuple[Any, ...]
    for row in store.rows(
        f"SELECT DISTINCT m.event_id, p.role, {column} FROM event_claims AS m"
        " JOIN claim_parties AS p ON p.claim_row = m.claim_row"
        " LEFT JOIN actors AS a ON a.id = p.actor_id LEFT JOIN actors AS k ON k.id = a.identity"
        f" WHERE p.role IN ('actor', 'recipient') AND p.actor_id IS NOT NULL AND {column} IS NOT NULL"
    ):
        found[row[0]][row[1]].add(row[2])
    return found
