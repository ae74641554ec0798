"""Step 2's rows: the actors that the claims of a schema 1 archive already name.

It reads and writes the tables as they were at step 2 and uses nothing of today's code, which may move on.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from typing import Any

_SEPARATORS = re.compile(r"[\W_]+")


def fill_actors(db: sqlite3.Connection) -> None:
    """Fill ``actors``, ``actor_names`` and ``offices`` from the JSON of the current claims."""
    for (text,) in db.execute("SELECT json FROM claims WHERE superseded_at IS NULL ORDER BY row").fetchall():
        for party in _parties(json.loads(text)):
            if party["actor_id"] is not None:
                _fill_one(db, party)


def _parties(claim: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from claim["actors"]
    yield from claim["recipients"]
    yield from claim["attribution"]
    if claim.get("status_holder"):
        yield claim["status_holder"]


def _fill_one(db: sqlite3.Connection, party: dict[str, Any]) -> None:
    actor_id, name = party["actor_id"], party["name"]
    db.execute(
        "INSERT OR IGNORE INTO actors (id, name, kind, country, sectors, origin, identity)"
        " VALUES (?, ?, ?, ?, ?, 'reports', ?)",
        (actor_id, name, party["kind"], party["country"], " ".join(party["sectors"]), actor_id),
    )
    db.executemany(
        "INSERT OR IGNORE INTO actor_names (actor_id, name, search_text) VALUES (?, ?, ?)",
        [(actor_id, alias, _fold(alias)) for alias in (name, *party["aliases"])],
    )
    db.executemany(
        "INSERT OR IGNORE INTO offices (actor_id, title, affiliation, country, as_of, article_id, span_start, span_end)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                actor_id,
                *(o["title"], o["affiliation"], o["country"], o["as_of"], o["article_id"]),
                *(o["span"] or (None, None)),
            )
            for o in party["offices"]
        ],
    )


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return " " + _SEPARATORS.sub(" ", folded).strip() + " "
