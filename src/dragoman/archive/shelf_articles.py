"""What matching keeps of articles: by what their copies are found, and what they are about."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from dragoman.archive import events, queries
from dragoman.archive.connection import Store
from dragoman.records import Article, WireCopy

_KEPT_ARTICLES: Final = 512  # articles held in memory at once


class ArticleShelf:
    """The part of ``SqlShelf`` that is about articles."""

    def __init__(self, store: Store, db: sqlite3.Connection) -> None:
        self._store = store
        self._db = db
        self._articles: dict[str, Article | None] = {}

    def _in(self, sql: str, values: Collection[Any]) -> Iterator[tuple[Any, ...]]:
        """Rows of a query with ``{keys}``, in the order of the values."""
        return self._store.among(sql, sorted(values))

    def _neighbours(self, sql: str, ids: Collection[str]) -> dict[str, dict[str, Any]]:
        """For each id those it is paired with, and what the pair has; ``sql`` selects one, other, value."""
        found: dict[str, dict[str, Any]] = {one: {} for one in ids}
        for one, other, value in self._in(sql, ids):
            found[one][other] = value
        return found

    def _drop_pairs(self, table: str, row: int) -> None:
        """Drop a row's pairs from a table that has each both ways and an index by ``one``."""
        others = self._db.execute(f"SELECT other FROM {table} WHERE one = ?", (row,)).fetchall()
        self._db.executemany(f"DELETE FROM {table} WHERE one = ? AND other = ?", [(o, row) for (o,) in others])
        self._db.execute(f"DELETE FROM {table} WHERE one = ?", (row,))

    def article(self, article_id: str) -> Article | None:
        """The article of an id, in whichever version of its page."""
        if article_id not in self._articles:
            while len(self._articles) >= _KEPT_ARTICLES:
                del self._articles[next(iter(self._articles))]
            self._articles[article_id] = queries.article(self._store, article_id)
        return self._articles[article_id]

    def about(self, article_ids: Collection[str]) -> dict[str, Mapping[str, float]]:
        """The vectors of articles that were kept."""
        return {
            article_id: {word: weight for weight, words in json.loads(text) for word in words}
            for article_id, text in self._in(
                "SELECT a.id, m.about FROM articles AS a JOIN match_articles AS m ON m.article_row = a.row"
                " WHERE m.about IS NOT NULL AND a.id IN ({keys})",
                article_ids,
            )
        }

    def keep_about(self, article_id: str, about: Mapping[str, float]) -> None:
        """Keep the vector of an article that is held."""
        self._db.execute(
            "UPDATE match_articles SET about = ? WHERE article_row = (SELECT row FROM articles WHERE id = ?)",
            (about_text(about), article_id),
        )

    def sharing(self, runs: Sequence[int], least: int) -> set[str]:
        """Articles that have at least so many of these sampled runs."""
        hits: dict[int, int] = {}
        for (row,) in self._in("SELECT article_row FROM match_runs WHERE run IN ({keys})", runs):
            hits[row] = hits.get(row, 0) + 1
        often = [row for row, times in hits.items() if times >= least]
        return {i for (i,) in self._in("SELECT id FROM articles WHERE row IN ({keys})", often)}

    def near(self, bands: Sequence[int]) -> set[str]:
        """Articles that have one of these bands."""
        found = self._in(
            "SELECT DISTINCT a.id FROM match_bands AS b JOIN articles AS a ON a.row = b.article_row WHERE b.band IN ({keys})",
            bands,
        )
        return {i for (i,) in found}

    def run_counts(self, article_ids: Collection[str]) -> dict[str, int]:
        """How many word runs each article has."""
        return dict(
            self._in(
                "SELECT a.id, m.runs FROM articles AS a JOIN match_articles AS m ON m.article_row = a.row"
                " WHERE a.id IN ({keys})",
                article_ids,
            )
        )

    def put_article(
        self, article_id: str, runs: int, sampled: Sequence[int], bands: Sequence[int], likes: Mapping[str, int]
    ) -> None:
        """Hold an article, with what it is found by and the articles like it."""
        row = self._row(article_id)
        self._db.execute("INSERT INTO match_articles (article_row, runs) VALUES (?, ?)", (row, runs))
        self._db.executemany("INSERT INTO match_runs VALUES (?, ?)", [(run, row) for run in sampled])
        self._db.executemany("INSERT INTO match_bands VALUES (?, ?)", [(band, row) for band in bands])
        for other, common in likes.items():
            there = self._row(other)
            self._db.executemany(
                "INSERT INTO match_likes VALUES (?, ?, ?)", [(row, there, common), (there, row, common)]
            )

    def drop_article(self, article_id: str, sampled: Sequence[int], bands: Sequence[int]) -> None:
        """Hold an article no longer, with its likenesses."""
        row = self._row(article_id)
        self._db.executemany(
            "DELETE FROM match_runs WHERE run = ? AND article_row = ?", [(run, row) for run in sampled]
        )
        self._db.executemany("DELETE FROM match_bands WHERE band = ? AND article_row = ?", [(b, row) for b in bands])
        self._drop_pairs("match_likes", row)
        self._db.execute("DELETE FROM match_articles WHERE article_row = ?", (row,))

    def _row(self, article_id: str) -> int:
        return int(self._db.execute("SELECT row FROM articles WHERE id = ?", (article_id,)).fetchone()[0])

    def likes(self, article_ids: Collection[str]) -> dict[str, dict[str, int]]:
        """For each article those like it, with the runs in common."""
        return self._neighbours(
            "SELECT a.id, b.id, l.common FROM articles AS a JOIN match_likes AS l ON l.one = a.row"
            " JOIN articles AS b ON b.row = l.other WHERE a.id IN ({keys})",
            article_ids,
        )

    def copies(self, article_ids: Collection[str]) -> dict[str, WireCopy]:
        """The copies among some articles."""
        return {copy.article_id: copy for copy in events.wire_copies(self._store, sorted(article_ids))}

    def replace_copies(self, article_ids: Collection[str], found: Iterable[WireCopy]) -> None:
        """Forget what was known of these articles and keep ``found``."""
        self._db.executemany("DELETE FROM wire_copies WHERE article_id = ?", [(i,) for i in sorted(article_ids)])
        events.put_wire_copies(self._db, found)


def about_text(about: Mapping[str, float]) -> str:
    """A vector as it is kept, read back by ``about``: few weights, each with its words."""
    by_weight: dict[float, list[str]] = {}
    for word, weight in about.items():
        by_weight.setdefault(weight, []).append(word)
    return json.dumps(sorted((weight, sorted(words)) for weight, words in by_weight.items()), separators=(",", ":"))
