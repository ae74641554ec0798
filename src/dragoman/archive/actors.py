"""Actors across articles: gathered from claims, listed with names, offices and counts, merged and unmerged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from dragoman.archive import rows
from dragoman.archive.answers import ActorEntry, ActorMerge
from dragoman.archive.connection import Store
from dragoman.archive.filters import ActorFilter, Conditions, actors_named
from dragoman.archive.folding import fold, valid
from dragoman.errors import ArchiveError
from dragoman.records import Actor, Office, Span

# Articles differ in how fully they name somebody. The choice must not hang on which article came first:
# the longest name and sector list win, ties and countries go by the alphabet.
_UPSERT: Final = """
INSERT INTO actors (id, name, kind, country, sectors, origin, identity) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = CASE WHEN (-length(excluded.name), excluded.name) < (-length(name), name)
        THEN excluded.name ELSE name END,
    country = min(ifnull(country, excluded.country), ifnull(excluded.country, country)),
    sectors = CASE WHEN (-length(excluded.sectors), excluded.sectors) < (-length(sectors), sectors)
        THEN excluded.sectors ELSE sectors END
WHERE origin = 'reports' AND ((-length(excluded.name), excluded.name) < (-length(name), name)
    OR excluded.country IS NOT country
    OR (-length(excluded.sectors), excluded.sectors) < (-length(sectors), sectors))
"""
_COUNTS: Final = """
    count(DISTINCT c.row),
    count(DISTINCT CASE p.role WHEN 'actor' THEN c.row END),
    count(DISTINCT CASE p.role WHEN 'recipient' THEN c.row END),
    count(DISTINCT CASE p.role WHEN 'speaker' THEN c.row END),
    count(DISTINCT c.article_id), min(c.start_day), max(ifnull(c.end_day, c.start_day))
"""


def note(db: sqlite3.Connection, named: Iterable[Actor], origin: str = "reports") -> None:
    """Remember actors that claims name. Runs inside the caller's transaction."""
    for actor in dict.fromkeys(named):
        actor_id, name = valid(actor.id), valid(actor.name)
        values = (actor_id, name, actor.kind, actor.country, " ".join(actor.sectors), origin, actor_id)
        db.execute(_UPSERT, values)
        db.executemany(
            "INSERT OR IGNORE INTO actor_names (actor_id, name, search_text) VALUES (?, ?, ?)",
            [(actor_id, valid(alias), fold(alias)) for alias in dict.fromkeys((name, *actor.aliases))],
        )
        db.executemany(
            "INSERT OR IGNORE INTO offices"
            " (actor_id, title, affiliation, country, as_of, article_id, span_start, span_end)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(actor_id, *_office_row(office)) for office in actor.offices],
        )


def _office_row(office: Office) -> tuple[Any, ...]:
    return (
        valid(office.title),
        rows.optional(office.affiliation),
        office.country,
        office.as_of,
        office.article_id,
        *(office.span or (None, None)),
    )


def forget_offices(db: sqlite3.Connection, article_id: str) -> None:
    """Drop the offices an article was evidence for, before it is coded anew."""
    db.execute("DELETE FROM offices WHERE article_id = ?", (article_id,))


def give(store: Store, given: Iterable[Actor]) -> None:
    """Store actors of the user's own; what they say stands whatever the articles say."""
    with store.write() as db:
        chosen = list(given)
        db.executemany("DELETE FROM actors WHERE id = ?", [(actor.id,) for actor in chosen])
        note(db, chosen, "given")
        apply_merges(db)


def rebuild(store: Store) -> None:
    """Gather all actors anew from the current claims; given ones and merges stay."""
    with store.write() as db:
        db.execute(
            "DELETE FROM actors WHERE origin = 'reports'"
            " AND id NOT IN (SELECT kept FROM actor_merges UNION SELECT other FROM actor_merges)"
        )
        db.execute("DELETE FROM offices WHERE actor_id IN (SELECT id FROM actors WHERE origin = 'reports')")
        for (text,) in db.execute("SELECT json FROM claims WHERE superseded_at IS NULL ORDER BY row"):
            claim = rows.claim_from(text)
            note(db, (m.grounding.choice for _, _, m in rows.parties_of(claim) if m.grounding))
        apply_merges(db)


def listed(store: Store, wanted: ActorFilter) -> Iterator[ActorEntry]:
    """Actors that match, those with most claims first; see ``Archive.actors``."""
    conditions = Conditions()
    if wanted.name is not None:
        query, parameters = actors_named(wanted.name)
        conditions.add(f"id IN ({query})", *parameters)
    if wanted.country is not None:
        conditions.add("country = ?", wanted.country.upper())
    if wanted.sector is not None:
        conditions.add("' ' || sectors || ' ' LIKE ?", f"% {wanted.sector.upper()} %")
    if wanted.kind is not None:
        conditions.add("kind = ?", wanted.kind)
    found = store.rows(
        f"SELECT a.identity, {_COUNTS} FROM actors AS a"
        " LEFT JOIN claim_parties AS p ON p.actor_id = a.id AND p.role <> 'status holder'"
        " LEFT JOIN claims AS c ON c.row = p.claim_row AND c.superseded_at IS NULL"
        f" WHERE a.identity IN (SELECT identity FROM actors WHERE {conditions.sql})"
        " GROUP BY a.identity HAVING count(DISTINCT c.row) >= ? ORDER BY 2 DESC, 1 LIMIT ?",
        (*conditions.parameters, wanted.min_claims, -1 if wanted.limit is None else wanted.limit),
    )
    for identity, *counts in found:
        yield _entry(store, identity, counts)


def one(store: Store, actor_id: str) -> ActorEntry | None:
    """The actor an id counts as, with everything known of it; ``None`` if unknown."""
    found = store.one("SELECT identity FROM actors WHERE id = ?", (actor_id,))
    if found is None:
        return None
    counts = store.one(
        f"SELECT {_COUNTS} FROM actors AS a"
        " LEFT JOIN claim_parties AS p ON p.actor_id = a.id AND p.role <> 'status holder'"
        " LEFT JOIN claims AS c ON c.row = p.claim_row AND c.superseded_at IS NULL WHERE a.identity = ?",
        found,
    )
    assert counts is not None  # an aggregate always gives a row
    return _entry(store, found[0], list(counts))


def _entry(store: Store, identity: str, counts: list[Any]) -> ActorEntry:
    merged = store.rows("SELECT id FROM actors WHERE identity = ? AND id <> ? ORDER BY id", (identity, identity))
    claims, as_actor, as_recipient, as_speaker, articles, first_day, last_day = counts
    return ActorEntry(
        actor=_whole(store, identity),
        claims=claims,
        as_actor=as_actor,
        as_recipient=as_recipient,
        as_speaker=as_speaker,
        articles=articles,
        first_day=first_day,
        last_day=last_day,
        merged=tuple(row[0] for row in merged),
    )


def _whole(store: Store, identity: str) -> Actor:
    """The actor ``identity`` with the names and offices of all that are merged into it."""
    group = "IN (SELECT id FROM actors WHERE identity = ?)"
    base = store.one("SELECT name, kind, country, sectors FROM actors WHERE id = ?", (identity,))
    assert base is not None  # identities are ids of actors
    name, kind, country, sectors = base

    def first(column: str, known: str) -> str | None:
        found = store.one(f"SELECT {column} FROM actors WHERE id {group} AND {known} ORDER BY id LIMIT 1", (identity,))
        return None if found is None else found[0]

    names = store.rows(f"SELECT DISTINCT name FROM actor_names WHERE actor_id {group} ORDER BY name", (identity,))
    offices = store.rows(
        "SELECT title, affiliation, country, as_of, article_id, span_start, span_end FROM offices"
        f" WHERE actor_id {group} ORDER BY as_of IS NULL, as_of, title, affiliation, article_id, span_start",
        (identity,),
    )
    # what the kept one lacks the others may have
    country = country or first("country", "country IS NOT NULL")
    sectors = sectors or first("sectors", "sectors <> ''") or ""
    return Actor(
        id=identity,
        name=name,
        kind=kind,
        country=country,
        sectors=tuple(sectors.split()),
        aliases=tuple(other for (other,) in names if other != name),
        offices=tuple(_office(row) for row in offices),
    )


def _office(row: tuple[Any, ...]) -> Office:
    title, affiliation, country, as_of, article_id, start, end = row
    return Office(title, affiliation, country, as_of, article_id, None if start is None else Span(start, end))


def merge(store: Store, keep: str, other: str, by: str, why: str) -> int:
    """Decide that two ids are one actor; see ``Archive.merge_actors``."""
    if not why.strip():
        raise ArchiveError("a merge needs a reason", where=f"{keep} = {other}", remedy="Say why they are the same")
    with store.write() as db:
        identities = []
        for actor_id in (keep, other):
            found = db.execute("SELECT identity FROM actors WHERE id = ?", (actor_id,)).fetchone()
            if found is None:
                raise ArchiveError("there is no such actor", where=actor_id, remedy="List them: dragoman actors")
            identities.append(found[0])
        if identities[0] == identities[1]:
            raise ArchiveError("they are one actor already", where=f"{keep} = {other}")
        merge_id = db.execute(
            "INSERT INTO actor_merges (kept, other, by, why, at) VALUES (?, ?, ?, ?, ?)",
            (keep, other, by, why, store.clock()),
        ).lastrowid
        apply_merges(db)
    assert merge_id is not None  # SQLite numbers every row it inserts
    return merge_id


def kept_names(store: Store) -> dict[str, str]:
    """Names of merged actors and the name of the actor each is one with; names that somebody else bears are left out."""
    return dict(
        store.rows(
            "SELECT a.name, k.name FROM actors AS a JOIN actors AS k ON k.id = a.identity"
            " WHERE a.name IN (SELECT name FROM actors WHERE identity <> id)"
            " GROUP BY a.name HAVING count(DISTINCT a.identity) = 1 AND a.name <> k.name"
        )
    )


def once(names: Iterable[str], kept: Mapping[str, str]) -> tuple[str, ...]:
    """The parties, those of them that are one once, under the name ``kept`` (see ``kept_names``) gives it."""
    names = tuple(names)
    if kept.keys().isdisjoint(names):
        return names
    return tuple(dict.fromkeys(kept.get(name, name) for name in names))


def undo(store: Store, merge_id: int, by: str, why: str) -> None:
    """Take a merge back; see ``Archive.undo_merge``."""
    with store.write() as db:
        if not db.execute("SELECT 1 FROM actor_merges WHERE id = ?", (merge_id,)).fetchone():
            raise ArchiveError("there is no such merge", where=f"merge {merge_id}")
        if db.execute("SELECT 1 FROM actor_merge_undos WHERE merge_id = ?", (merge_id,)).fetchone():
            raise ArchiveError("it was undone already", where=f"merge {merge_id}")
        db.execute(
            "INSERT INTO actor_merge_undos (merge_id, by, why, at) VALUES (?, ?, ?, ?)",
            (merge_id, by, why, store.clock()),
        )
        apply_merges(db)


def merges(store: Store) -> Iterator[ActorMerge]:
    """All merges ever decided, oldest first, with what was undone."""
    for row in store.rows(
        "SELECT m.id, m.kept, m.other, m.by, m.why, m.at, u.by, u.why, u.at"
        " FROM actor_merges AS m LEFT JOIN actor_merge_undos AS u ON u.merge_id = m.id ORDER BY m.id"
    ):
        yield ActorMerge(*row)


def apply_merges(db: sqlite3.Connection) -> None:
    """Reckon ``identity`` anew from the standing merges; they are few, so all of them each time.

    People's merges come first, in the order they were made; the automatic ones (made by nobody) follow in the order
    of ids, so that whom a group counts as does not hang on which report came first.
    """
    parent: dict[str, str] = {}

    def root(actor_id: str) -> str:
        while actor_id in parent:
            actor_id = parent[actor_id]
        return actor_id

    for kept, other in db.execute(
        "SELECT kept, other FROM actor_merges WHERE id NOT IN (SELECT merge_id FROM actor_merge_undos)"
        " ORDER BY by = 'dragoman', CASE WHEN by = 'dragoman' THEN kept || ' ' || other ELSE '' END, id"
    ).fetchall():
        if root(kept) != root(other):
            parent[root(other)] = root(kept)
    db.execute("UPDATE actors SET identity = id WHERE identity <> id")
    db.executemany("UPDATE actors SET identity = ? WHERE id = ?", [(root(a), a) for a in sorted(parent)])
