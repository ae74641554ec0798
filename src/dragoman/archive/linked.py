"""Merges of actors that are made without asking: who is surely one across reports. Each has its reason and can be undone."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.archive.actors import apply_merges
from dragoman.archive.connection import Store
from dragoman.records import Actor, Office

#: Who made a merge that nobody asked for.
AUTOMATIC: Final = "dragoman"
# States, offices and kinds of parties have ids that already say all.
_COMPARED: Final = "SELECT id FROM actors WHERE kind IN ('person', 'organisation')"
_NO_LONGER: Final = "what the reports say now no longer makes it certain"


def unmerged(store: Store) -> Iterator[Actor]:
    """People and organisations each by itself, with names and offices, as if nothing were merged."""
    names: dict[str, list[str]] = defaultdict(list)
    for actor_id, name in store.rows(
        f"SELECT actor_id, name FROM actor_names WHERE actor_id IN ({_COMPARED}) ORDER BY 1, 2"
    ):
        names[actor_id].append(name)
    offices: dict[str, list[Office]] = defaultdict(list)
    for actor_id, title, affiliation, country in store.rows(
        "SELECT DISTINCT actor_id, title, affiliation, country FROM offices"
        f" WHERE actor_id IN ({_COMPARED}) ORDER BY 1, 2, 3, 4"
    ):
        offices[actor_id].append(Office(title, affiliation, country, None))
    for actor_id, name, kind, country, sectors in store.rows(
        f"SELECT id, name, kind, country, sectors FROM actors WHERE id IN ({_COMPARED}) ORDER BY id"
    ):
        others = tuple(other for other in names[actor_id] if other != name)
        yield Actor(actor_id, name, kind, country, tuple(sectors.split()), others, tuple(offices[actor_id]))


def link(store: Store, certain: Iterable[tuple[str, str, str]]) -> tuple[int, int]:
    """Make the merges ``certain`` (kept id, other id, reason) and take back automatic ones that are not among them.

    A merge that a person undid is not made again, and one that a person made is not made twice. Gives how many were
    made and how many taken back.
    """
    wanted = {(keep, other): why for keep, other, why in certain}
    with store.write() as db:
        standing, refused = _decided(db)
        gone = [merge_id for pair, (merge_id, by) in standing.items() if by == AUTOMATIC and pair not in wanted]
        db.executemany(
            "INSERT INTO actor_merge_undos (merge_id, by, why, at) VALUES (?, ?, ?, ?)",
            [(merge_id, AUTOMATIC, _NO_LONGER, store.clock()) for merge_id in sorted(gone)],
        )
        known = {frozenset(pair) for pair in standing} | refused
        new = [
            (k, o, AUTOMATIC, wanted[k, o], store.clock()) for k, o in sorted(wanted) if frozenset((k, o)) not in known
        ]
        db.executemany("INSERT INTO actor_merges (kept, other, by, why, at) VALUES (?, ?, ?, ?, ?)", new)
        if gone or new:
            apply_merges(db)
    return len(new), len(gone)


def _decided(db: sqlite3.Connection) -> tuple[dict[tuple[str, str], tuple[int, str]], set[frozenset[str]]]:
    """The standing merges with number and maker, and the pairs whose merge a person took back."""
    standing: dict[tuple[str, str], tuple[int, str]] = {}
    refused: set[frozenset[str]] = set()
    for merge_id, kept, other, by, undone_by in db.execute(
        "SELECT m.id, m.kept, m.other, m.by, u.by FROM actor_merges AS m"
        " LEFT JOIN actor_merge_undos AS u ON u.merge_id = m.id ORDER BY m.id"
    ):
        if undone_by is None:
            standing[kept, other] = (merge_id, by)
            # deciding anew that they are one ends the refusal
            refused.discard(frozenset((kept, other)))
        elif undone_by != AUTOMATIC:
            refused.add(frozenset((kept, other)))
    return standing, refused
