"""The state of matching in the archive's file: what ``dragoman.matching.shelf.Shelf`` asks for, in SQL.

A shelf lives within one transaction: events and the state they were made from are stored together or not at all.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from dragoman.archive import events, judged, queries, rows
from dragoman.archive.connection import Store
from dragoman.archive.shelf_articles import ArticleShelf, about_text
from dragoman.records import Article, Claim, Event, WireCopy

KEY_BYTES: Final = 6
_TABLES: Final = (
    "match_pending",
    "match_articles",
    "match_runs",
    "match_bands",
    "match_likes",
    "match_claims",
    "match_keys",
    "match_links",
)


class SqlShelf(ArticleShelf):
    """See ``dragoman.matching.shelf.Shelf`` for what each method is for."""

    def __init__(self, store: Store, db: sqlite3.Connection, version: str) -> None:
        super().__init__(store, db)
        self._version = version
        self._judged = judged.made_by_claim(store)
        self._fresh: dict[str, int] = {}  # rows of claims that stand now

    @property
    def size(self) -> int | None:
        """How many claims the state holds; ``None`` if there is no state of this version."""
        known = self._db.execute("SELECT value FROM match_about WHERE key = 'version'").fetchone()
        if known is None or known[0] != self._version:
            return None
        return int(self._db.execute("SELECT count(*) FROM match_claims").fetchone()[0])

    # ── source ────────────────────────────────────────────────────────────────────────────────────

    def told(self) -> Iterator[tuple[Article | None, Sequence[Claim]]]:
        """Every current article with its claims."""
        for (article_id,) in self._db.execute(
            "SELECT id FROM articles WHERE superseded_at IS NULL ORDER BY id"
        ).fetchall():
            claims = self._db.execute(
                "SELECT json FROM claims WHERE article_id = ? AND superseded_at IS NULL ORDER BY id", (article_id,)
            )
            told = (self._as_judged(rows.claim_from(text)) for (text,) in claims.fetchall())
            yield queries.article(self._store, article_id), [claim for claim in told if claim is not None]

    def _as_judged(self, claim: Claim) -> Claim | None:
        return judged.as_judged(claim, self._judged.get(claim.id, ()))

    def claims(self, ids: Sequence[str]) -> list[Claim]:
        """Held claims, as judged."""
        found = {
            claim_id: self._as_judged(rows.claim_from(text))
            for claim_id, text in self._in(
                "SELECT m.claim_id, c.json FROM match_claims AS m JOIN claims AS c ON c.row = m.claim_row"
                " WHERE m.claim_id IN ({keys})",
                ids,
            )
        }
        return [claim for i in ids if (claim := found.get(i)) is not None]

    def pending(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """What changed since the events were made: articles that came and that went, claims."""
        select = (
            "SELECT p.id FROM match_pending AS p JOIN articles AS a ON a.id = p.id"
            " LEFT JOIN match_articles AS m ON m.article_row = a.row WHERE p.kind = 'article' AND {} ORDER BY p.id"
        )
        added = self._db.execute(select.format("a.superseded_at IS NULL AND m.article_row IS NULL"))
        gone = self._db.execute(select.format("a.superseded_at IS NOT NULL AND m.article_row IS NOT NULL"))
        claims = self._db.execute("SELECT id FROM match_pending WHERE kind = 'claim' ORDER BY id")
        came, went, touched = (tuple(i for (i,) in found.fetchall()) for found in (added, gone, claims))
        return came, went, touched

    def current(self, ids: Collection[str]) -> dict[str, Claim]:
        """Claims that stand now, as judged."""
        found = {}
        for row, text in self._in("SELECT row, json FROM claims WHERE id IN ({keys}) AND superseded_at IS NULL", ids):
            claim = self._as_judged(rows.claim_from(text))
            if claim is not None:
                found[claim.id] = claim
                self._fresh[claim.id] = row
        return found

    def held(self, ids: Collection[str]) -> set[str]:
        """Which of these claims the state holds."""
        return {i for (i,) in self._in("SELECT claim_id FROM match_claims WHERE claim_id IN ({keys})", ids)}

    # ── candidates ────────────────────────────────────────────────────────────────────────────────

    def keys(self, ids: Collection[str]) -> dict[str, tuple[int, ...]]:
        """The blocks each claim was put into."""
        found = self._in("SELECT claim_id, keys FROM match_claims WHERE claim_id IN ({keys})", ids)
        return {claim_id: _unpacked(packed) for claim_id, packed in found}

    def blocks(self, keys: Collection[int]) -> dict[int, list[str]]:
        """The claims of each block, by id."""
        found: dict[int, list[str]] = {}
        for key, claim_id in self._in(
            "SELECT k.key, m.claim_id FROM match_keys AS k JOIN match_claims AS m ON m.claim_row = k.claim_row"
            " WHERE k.key IN ({keys})",
            keys,
        ):
            found.setdefault(key, []).append(claim_id)
        return {key: sorted(members) for key, members in found.items()}

    def put(self, claim: Claim, keys: Sequence[int]) -> None:
        """Hold a claim that stands now."""
        row = self._fresh[claim.id]
        self._db.execute(
            "INSERT INTO match_claims SELECT ?, ?, row, ? FROM articles WHERE id = ?",
            (row, claim.id, _packed(keys), claim.article_id),
        )
        self._db.executemany("INSERT INTO match_keys VALUES (?, ?)", [(key, row) for key in keys])

    def drop(self, claim_id: str) -> None:
        """Hold a claim no longer, with its links."""
        row, packed = self._db.execute(
            "SELECT claim_row, keys FROM match_claims WHERE claim_id = ?", (claim_id,)
        ).fetchone()
        self._db.executemany(
            "DELETE FROM match_keys WHERE key = ? AND claim_row = ?", [(key, row) for key in _unpacked(packed)]
        )
        self._drop_pairs("match_links", row)
        self._db.execute("DELETE FROM match_claims WHERE claim_row = ?", (row,))

    def links(self, ids: Collection[str]) -> dict[str, dict[str, float]]:
        """For each claim those linked to it, with their scores."""
        return self._neighbours(
            "SELECT m.claim_id, o.claim_id, l.score FROM match_claims AS m JOIN match_links AS l ON l.one = m.claim_row"
            " JOIN match_claims AS o ON o.claim_row = l.other WHERE m.claim_id IN ({keys})",
            ids,
        )

    def link(self, one: str, other: str, score: float) -> None:
        """Link two claims, both ways."""
        self._db.execute(
            "INSERT OR REPLACE INTO match_links SELECT a.claim_row, b.claim_row, ? FROM match_claims AS a, match_claims AS b"
            " WHERE (a.claim_id = ? AND b.claim_id = ?) OR (a.claim_id = ? AND b.claim_id = ?)",
            (score, one, other, other, one),
        )

    def unlink(self, one: str, other: str) -> None:
        """Take a link away."""
        row = "(SELECT claim_row FROM match_claims WHERE claim_id = ?)"
        self._db.executemany(
            f"DELETE FROM match_links WHERE one = {row} AND other = {row}", [(one, other), (other, one)]
        )

    # ── events ────────────────────────────────────────────────────────────────────────────────────

    def events_of(self, claim_ids: Collection[str]) -> dict[str, str]:
        """The event each claim is in, by id."""
        return dict(self._in("SELECT claim_id, event_id FROM event_claims WHERE claim_id IN ({keys})", claim_ids))

    def members(self, event_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The claims of each event."""
        found: dict[str, list[str]] = {}
        for event_id, claim_id in self._in(
            "SELECT event_id, claim_id FROM event_claims WHERE event_id IN ({keys}) ORDER BY event_id, position",
            event_ids,
        ):
            found.setdefault(event_id, []).append(claim_id)
        return {event_id: tuple(claim_ids) for event_id, claim_ids in found.items()}

    def claims_in(self, article_ids: Collection[str]) -> list[str]:
        """The held claims of some articles."""
        found = self._in(
            "SELECT m.claim_id FROM articles AS a JOIN match_claims AS m ON m.article_row = a.row WHERE a.id IN ({keys})",
            article_ids,
        )
        return sorted(i for (i,) in found)

    def replace_events(self, retired: Collection[str], stored: Iterable[Event]) -> int:
        """Drop the retired events, then store others; gives how many were stored."""
        return events.put(self._db, stored, retired)

    def last_day(self) -> str | None:
        """The day of the last report."""
        found = self._db.execute(
            "SELECT published FROM articles WHERE superseded_at IS NULL AND published IS NOT NULL"
            " ORDER BY published DESC LIMIT 1"
        ).fetchone()
        return None if found is None else str(found[0])

    def overdue(self, today: str | None, silent: str) -> list[Event]:
        """Plans whose status may not fit the day."""
        over = "ifnull(end_day < ?, end_day IS NULL AND ifnull(last_report < ?, 0))"
        found = self._db.execute(
            f"SELECT json FROM events WHERE status = 'planned' AND {over} UNION ALL"
            f" SELECT json FROM events WHERE status = 'expected, not confirmed' AND NOT {over}",
            (today, silent, today, silent),
        )
        return [events.event_from(text) for (text,) in found.fetchall()]

    def settle(self) -> None:
        """All that was pending is in the events now."""
        self._db.execute("DELETE FROM match_pending")
        self._db.execute("INSERT OR REPLACE INTO match_about VALUES ('version', ?)", (self._version,))

    def fill(
        self,
        articles: Iterable[tuple[str, int, Mapping[str, float]]],
        runs: Iterable[tuple[int, str]],
        bands: Iterable[tuple[int, str]],
        likes: Iterable[tuple[str, str, int]],
        copies: Iterable[WireCopy],
        claims: Iterable[tuple[str, Iterable[int]]],
        blocks: Iterable[tuple[int, str]],
        links: Iterable[tuple[str, str, float]],
        stored: Iterable[Event],
    ) -> int:
        """Put a whole new state in the place of the old one; gives the number of events."""
        db = self._db
        for table in (*_TABLES, "events", "wire_copies"):
            db.execute(f"DELETE FROM {table}")
        place = dict(db.execute("SELECT id, row FROM articles"))
        db.executemany(
            "INSERT INTO match_articles VALUES (?, ?, ?)",
            ((place[i], count, about_text(about) if about else None) for i, count, about in articles),
        )
        # Rows come in the order of the index, where they are put in many times faster.
        db.executemany("INSERT INTO match_runs VALUES (?, ?)", ((run, place[i]) for run, i in runs))
        db.executemany("INSERT INTO match_bands VALUES (?, ?)", ((band, place[i]) for band, i in bands))
        db.executemany("INSERT INTO match_likes VALUES (?, ?, ?)", _both_ways(likes, place))
        events.put_wire_copies(db, copies)
        where = {
            i: (row, place[a])
            for row, i, a in db.execute("SELECT row, id, article_id FROM claims WHERE superseded_at IS NULL")
        }
        db.executemany(
            "INSERT INTO match_claims VALUES (?, ?, ?, ?)",
            ((where[i][0], i, where[i][1], _packed(keys)) for i, keys in claims),
        )
        claim_rows = {i: row for i, (row, _) in where.items()}
        db.executemany("INSERT INTO match_keys VALUES (?, ?)", ((key, claim_rows[i]) for key, i in blocks))
        db.executemany("INSERT INTO match_links VALUES (?, ?, ?)", _both_ways(links, claim_rows))
        return events.put(db, stored, ())


def _both_ways(found: Iterable[tuple[str, str, float]], place: Mapping[str, int]) -> Iterator[tuple[int, int, float]]:
    """Pairs as rows, both ways, in order; as arrays, for there may be millions."""
    import numpy as np  # a tenth of a second to import, and only a whole new state needs it

    ones, others, values = array("q"), array("q"), array("d")
    for one, other, value in found:
        ones.extend((place[one], place[other]))
        others.extend((place[other], place[one]))
        values.extend((value, value))
    for i in np.lexsort((others, ones)).tolist():
        yield ones[i], others[i], values[i]


def _packed(keys: Iterable[int]) -> bytes:
    return b"".join(int(key).to_bytes(KEY_BYTES, "big") for key in keys)


def _unpacked(packed: bytes) -> tuple[int, ...]:
    return tuple(int.from_bytes(packed[i : i + KEY_BYTES], "big") for i in range(0, len(packed), KEY_BYTES))
