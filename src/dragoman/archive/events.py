"""Events and wire copies: derived rows, replaced as matching learns more, never edited by hand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, Final

from dragoman.archive import actors, rows
from dragoman.archive.connection import Store
from dragoman.archive.filters import EventFilter, event_conditions
from dragoman.archive.folding import fold, valid
from dragoman.archive.kept_names import under_kept_names
from dragoman.errors import ArchiveError
from dragoman.records import Claim, Conflict, Denial, Event, StatusReport, WireCopy

EVENT_COLUMNS: Final = (
    "id",
    "plover",
    "act",
    "mode",
    "status",
    "actors",
    "recipients",
    "start_day",
    "end_day",
    "granularity",
    "place",
    "country",
    "latitude",
    "longitude",
    "place_search",
    "claim_count",
    "report_count",
    "independent_sources",
    "conflict_count",
    "denied",
    "first_report",
    "last_report",
    "confidence",
    "json",
)
_INSERT: Final = f"INSERT INTO events ({', '.join(EVENT_COLUMNS)}) VALUES ({', '.join('?' * len(EVENT_COLUMNS))})"


def event_row(event: Event) -> tuple[Any, ...]:
    """Values for ``EVENT_COLUMNS``."""
    return (
        event.id,
        event.plover,
        event.act,
        event.mode,
        event.status,
        valid("; ".join(event.actors)),
        valid("; ".join(event.recipients)),
        event.start,
        event.end,
        event.granularity,
        rows.optional(event.place),
        event.country,
        event.latitude,
        event.longitude,
        None if event.place is None else fold(event.place),
        len(event.claims),
        len(event.reports),
        len(event.independent_sources),
        len(event.conflicts),
        int(bool(event.denied_by)),
        rows.optional(event.first_report),
        rows.optional(event.last_report),
        event.confidence,
        rows.to_json(asdict(event)),
    )


_TUPLES: Final = (
    "claims",
    "reports",
    "independent_sources",
    "actors",
    "recipients",
    "denied_by",
    "explanation",
    "source_reasons",
)


def event_from(text: str) -> Event:
    """The event whose JSON ``event_row`` wrote."""
    values: dict[str, Any] = json.loads(text)
    if not isinstance(values, dict):
        raise TypeError("an event is a JSON object")
    for name in _TUPLES:
        values[name] = tuple(values.get(name, ()))  # an older archive lacks the younger fields
    values["numbers"] = tuple(tuple(number) for number in values["numbers"])
    values["history"] = tuple(StatusReport(**report) for report in values["history"])
    values["conflicts"] = tuple(
        Conflict(c["field"], tuple((value, tuple(claims)) for value, claims in c["values"]), c["note"])
        for c in values["conflicts"]
    )
    values["denials"] = tuple(
        Denial(d["claim_id"], d["by"], d["on"], tuple(d["denies"]), tuple(d["told_by"]))
        for d in values.get("denials", ())
    )
    return Event(**values)


def _shown(store: Store, texts: Iterable[str]) -> Iterator[Event]:
    """Stored events as every reader gets them. What is stored keeps the names that the reports' parties have themselves."""
    kept = actors.kept_names(store)
    return (under_kept_names(event_from(text), kept) for text in texts)


def store_events(store: Store, events: Iterable[Event], retired: Iterable[str]) -> int:
    """Add or replace events in one transaction; see ``Archive.store_events``."""
    with store.write() as db:
        forget_state(db)
        return put(db, events, retired)


def forget_state(db: sqlite3.Connection) -> None:
    """Say that the state of matching no longer tells what the events are, so that the next matching starts anew."""
    db.execute("DELETE FROM match_about")


def put(db: sqlite3.Connection, events: Iterable[Event], retired: Iterable[str]) -> int:
    """Add or replace events within the caller's transaction; gives how many were stored."""
    touched: set[str] = set()
    stored = 0
    db.executemany("DELETE FROM events WHERE id = ?", [(event_id,) for event_id in retired])
    for event in events:
        touched |= _store(db, event)
        stored += 1
    for event_id in sorted(touched):
        _settle(db, event_id)
    return stored


def _store(db: sqlite3.Connection, event: Event) -> set[str]:
    """Store one event; gives its id and those of the events that its claims leave."""
    db.execute("DELETE FROM events WHERE id = ?", (event.id,))
    db.execute(_INSERT, event_row(event))
    left: set[str] = {event.id}
    for position, claim_id in enumerate(event.claims):
        found = db.execute(
            "SELECT c.row, m.event_id FROM claims AS c LEFT JOIN event_claims AS m ON m.claim_row = c.row"
            " WHERE c.id = ? ORDER BY c.superseded_at IS NOT NULL, c.row DESC LIMIT 1",
            (claim_id,),
        ).fetchone()
        if found is None:
            raise ArchiveError(
                f"its claim {claim_id} is not in the archive", where=f"event {event.id}", remedy="Add the article first"
            )
        if found[1] is not None:
            left.add(found[1])
        db.execute(
            "INSERT INTO event_claims (claim_row, claim_id, event_id, position) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (claim_row) DO UPDATE SET event_id = excluded.event_id, position = excluded.position",
            (found[0], claim_id, event.id, position),
        )
    _store_parts(db, event)
    return left


def _store_parts(db: sqlite3.Connection, event: Event) -> None:
    parties = (("actor", event.actors), ("recipient", event.recipients), ("denier", event.denied_by))
    db.executemany(
        "INSERT INTO event_parties (event_id, role, position, party, search_text) VALUES (?, ?, ?, ?, ?)",
        [(event.id, role, i, valid(name), fold(name)) for role, names in parties for i, name in enumerate(names)],
    )
    db.executemany(
        "INSERT INTO event_numbers (event_id, position, counted, low, best, high) VALUES (?, ?, ?, ?, ?, ?)",
        [(event.id, i, valid(counted), *bounds) for i, (counted, *bounds) in enumerate(event.numbers)],
    )
    db.executemany(
        "INSERT INTO event_history (event_id, position, status, on_day, according_to, claim_id, article_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (event.id, i, step.status, step.on, valid(step.according_to), step.claim_id, step.article_id)
            for i, step in enumerate(event.history)
        ],
    )
    values = [(c.field, value, ids, c.note) for c in event.conflicts for value, ids in c.values]
    db.executemany(
        "INSERT INTO event_conflicts (event_id, position, field, value, claim_ids, note) VALUES (?, ?, ?, ?, ?, ?)",
        [(event.id, i, field, valid(v), " ".join(ids), valid(note)) for i, (field, v, ids, note) in enumerate(values)],
    )


def _settle(db: sqlite3.Connection, event_id: str) -> None:
    """An event that lost all its claims goes; one that lost some must have been stored anew."""
    found = db.execute(
        "SELECT claim_count, (SELECT count(*) FROM event_claims WHERE event_id = events.id) FROM events WHERE id = ?",
        (event_id,),
    ).fetchone()
    if found is None or found[0] == found[1]:
        return
    if found[1]:
        raise ArchiveError(
            f"it holds {found[0]} claims, but others took {found[0] - found[1]} of them",
            where=f"event {event_id}",
            remedy="Store it anew in the same call",
        )
    db.execute("DELETE FROM events WHERE id = ?", (event_id,))


def clear(store: Store) -> None:
    """Drop all derived events and wire copies, before they are built anew."""
    with store.write() as db:
        forget_state(db)
        db.execute("DELETE FROM events")
        db.execute("DELETE FROM wire_copies")


def found(store: Store, wanted: EventFilter) -> Iterator[Event]:
    """Events that match, by day; see ``Archive.events``."""
    conditions = event_conditions(wanted)
    ids = store.rows(
        f"SELECT e.id FROM events AS e WHERE {conditions.sql}"
        " ORDER BY e.start_day IS NULL, e.start_day, e.end_day, e.id LIMIT ?",
        (*conditions.parameters, -1 if wanted.limit is None else wanted.limit),
    )
    rows_found = store.by_keys("SELECT id, json FROM events WHERE id IN ({keys})", [i for (i,) in ids])
    return _shown(store, (text for _, text in rows_found))


def count(store: Store) -> int:
    """How many events there are."""
    row = store.one("SELECT count(*) FROM events")
    return int(row[0]) if row is not None else 0


def one(store: Store, event_id: str) -> Event | None:
    """The event of an id, or ``None``."""
    return next(
        _shown(store, (text for (text,) in store.rows("SELECT json FROM events WHERE id = ?", (event_id,)))), None
    )


def of_claim(store: Store, claim_id: str) -> Event | None:
    """The event a claim belongs to, or ``None`` if it was not matched."""
    found = store.rows(
        "SELECT e.json FROM event_claims AS m JOIN events AS e ON e.id = m.event_id WHERE m.claim_id = ?"
        " ORDER BY m.claim_row DESC LIMIT 1",
        (claim_id,),
    )
    return next(_shown(store, (text for (text,) in found)), None)


def claims_of(store: Store, event_id: str) -> Iterator[Claim]:
    """The claims an event was made of, in the event's order."""
    for (text,) in store.rows(
        "SELECT c.json FROM event_claims AS m JOIN claims AS c ON c.row = m.claim_row WHERE m.event_id = ?"
        " ORDER BY m.position",
        (event_id,),
    ):
        yield rows.claim_from(text)


def stale(store: Store) -> list[str]:
    """Ids of events that rest on a claim which was since superseded."""
    return [
        event_id
        for (event_id,) in store.rows(
            "SELECT DISTINCT m.event_id FROM event_claims AS m JOIN claims AS c ON c.row = m.claim_row"
            " WHERE c.superseded_at IS NOT NULL ORDER BY 1"
        )
    ]


def unmatched(store: Store) -> Iterator[Claim]:
    """Current claims that belong to no event yet."""
    keys = store.rows(
        "SELECT row FROM claims WHERE superseded_at IS NULL AND row NOT IN (SELECT claim_row FROM event_claims)"
        " ORDER BY start_day IS NULL, start_day, article_id, evidence_start, trigger_start, id"
    )
    rows_found = store.by_keys("SELECT row, json FROM claims WHERE row IN ({keys})", [k for (k,) in keys])
    return (rows.claim_from(text) for _, text in rows_found)


def store_wire_copies(store: Store, copies: Iterable[WireCopy]) -> None:
    """Add or replace what is known of where articles' words come from."""
    with store.write() as db:
        forget_state(db)
        put_wire_copies(db, copies)


def put_wire_copies(db: sqlite3.Connection, copies: Iterable[WireCopy]) -> None:
    """Add or replace wire copies within the caller's transaction."""
    db.executemany(
        "INSERT OR REPLACE INTO wire_copies (article_id, group_id, origin, original_id, overlap, why, whole)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (c.article_id, c.group_id, valid(c.origin), c.original_id, c.overlap, valid(c.why), int(c.whole))
            for c in copies
        ],
    )


def wire_copies(store: Store, article_ids: list[str] | None) -> Iterator[WireCopy]:
    """Wire copies by group and article; of some articles or of all."""
    select = "SELECT article_id, group_id, origin, original_id, overlap, why, whole FROM wire_copies"
    if article_ids is None:
        yield from map(_copy, store.rows(f"{select} ORDER BY group_id, article_id"))
        return
    where = "WHERE article_id IN ({keys}) ORDER BY group_id, article_id"
    yield from map(_copy, store.among(f"{select} {where}", article_ids))


def _copy(row: tuple[Any, ...]) -> WireCopy:
    article_id, group_id, origin, original_id, overlap, why, whole = row
    return WireCopy(article_id, group_id, origin, original_id, overlap, why, bool(whole))
