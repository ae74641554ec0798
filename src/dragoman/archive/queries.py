"""Reading articles and claims. Ids first, records in portions: the caller may write while it iterates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, Literal

from dragoman.archive import rows
from dragoman.archive.answers import Coding, History, PageVersion, SearchHit
from dragoman.archive.connection import Store
from dragoman.archive.filters import ClaimFilter, Conditions, claim_conditions, first_day, last_day
from dragoman.archive.folding import fts_query, valid
from dragoman.errors import ArchiveError
from dragoman.records import Article, Claim, SetAside

_ARTICLE: Final = ", ".join(rows.ARTICLE_COLUMNS)
# By day, then by place in the text: never by the order of adding, which may differ from run to run.
CLAIM_ORDER: Final = (
    "c.start_day IS NULL, c.start_day, c.end_day, c.article_id, c.evidence_start, c.trigger_start, c.id, c.row"
)
# How many words of context a search shows around a hit.
_SNIPPET_WORDS: Final = 24
# How many ids of one kind a beginning may stand for before the rest is left out.
_MOST_IDS: Final = 20


def article(store: Store, article_id: str) -> Article | None:
    """The article of an id, or ``None``."""
    row = store.one(f"SELECT {_ARTICLE} FROM articles WHERE id = ?", (article_id,))
    return None if row is None else rows.article_from(row)


def articles(
    store: Store,
    *,
    publisher: str | None = None,
    url: str | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    superseded: bool = False,
    limit: int | None = None,
) -> Iterator[Article]:
    """Articles that match, by publication day; see ``Archive.articles``."""
    conditions = Conditions()
    if not superseded:
        conditions.add("superseded_at IS NULL")
    if publisher is not None:
        conditions.add("instr(lower(publisher), lower(?))", publisher)
    if url is not None:
        conditions.add("url = ?", url)
    if since is not None:
        conditions.add("published >= ?", first_day(since))
    if until is not None:
        conditions.add("published <= ?", last_day(until))
    if text is not None:
        query = fts_query(text)
        conditions.add("0") if query is None else conditions.add(
            "row IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)", query
        )
    return _articles(store, conditions, limit)


def _articles(store: Store, conditions: Conditions, limit: int | None) -> Iterator[Article]:
    ids = store.rows(
        f"SELECT id FROM articles WHERE {conditions.sql} ORDER BY published IS NULL, published, id LIMIT ?",
        (*conditions.parameters, -1 if limit is None else limit),
    )
    found = store.by_keys(f"SELECT {_ARTICLE} FROM articles WHERE id IN ({{keys}})", [i for (i,) in ids])
    return (rows.article_from(row) for row in found)


def outdated(store: Store, coder_version: str) -> Iterator[Article]:
    """Newest versions of articles whose standing coding is another coder's; see ``Archive.outdated``."""
    conditions = Conditions()
    conditions.add("superseded_at IS NULL")
    conditions.add(
        "id NOT IN (SELECT article_id FROM codings WHERE superseded_at IS NULL AND coder_version = ?)", coder_version
    )
    return _articles(store, conditions, None)


def claim(store: Store, claim_id: str) -> Claim | None:
    """The claim of an id (the standing one, else the last that had the id), or ``None``."""
    row = store.one(
        "SELECT json FROM claims WHERE id = ? ORDER BY superseded_at IS NOT NULL, row DESC LIMIT 1", (claim_id,)
    )
    return None if row is None else rows.claim_from(row[0])


def claims(store: Store, wanted: ClaimFilter) -> Iterator[Claim]:
    """Claims that match, by day; see ``Archive.claims``."""
    conditions = claim_conditions(wanted)
    keys = store.rows(
        f"SELECT c.row FROM claims AS c WHERE {conditions.sql} ORDER BY {CLAIM_ORDER} LIMIT ?",
        (*conditions.parameters, -1 if wanted.limit is None else wanted.limit),
    )
    found = store.by_keys("SELECT row, json FROM claims WHERE row IN ({keys})", [k for (k,) in keys])
    return (rows.claim_from(text) for _, text in found)


def search(store: Store, query: str, limit: int, marks: tuple[str, str]) -> list[SearchHit]:
    """Articles and claims that hold the words; see ``Archive.search``."""
    match = fts_query(query)
    if match is None:
        return []
    found: list[list[SearchHit]] = []
    # The numbers are columns of the FTS tables: the one with the hit for articles, the evidence for claims.
    sources: tuple[tuple[Literal["article", "claim"], str, int, str], ...] = (
        ("article", "articles_fts", -1, "JOIN articles AS a ON a.row = f.rowid WHERE a.superseded_at IS NULL"),
        (
            "claim",
            "claims_fts",
            0,
            "JOIN claims AS c ON c.row = f.rowid JOIN articles AS a ON a.id = c.article_id"
            " WHERE c.superseded_at IS NULL",
        ),
    )
    for kind, table, column, join in sources:
        row_id = "a.id" if kind == "article" else "c.id"
        found.append(
            [
                SearchHit(kind, *row)
                for row in store.rows(
                    f"SELECT {row_id}, a.id, a.title, a.published,"
                    f" snippet({table}, {column}, ?, ?, '…', {_SNIPPET_WORDS})"
                    f" FROM {table} AS f {join} AND {table} MATCH ? ORDER BY f.rank, {row_id} LIMIT ?",
                    (*marks, match, limit),
                )
            ]
        )
    # Ranks of two indexes cannot be compared; they take turns, best first.
    turns = [hit for i in range(limit) for hits in found for hit in hits[i : i + 1]]
    return turns[:limit]


def history(store: Store, article_id: str) -> History | None:
    """What happened to an article, or ``None`` if it is unknown; see ``Archive.history``."""
    current = article(store, article_id)
    if current is None:
        return None
    versions = store.rows(
        "SELECT id, version, added_at, superseded_at FROM articles"
        " WHERE id = ? OR url = (SELECT url FROM articles WHERE id = ?) ORDER BY version",
        (article_id, article_id),
    )
    codings = []
    for coding_id, version, at, superseded_at in store.rows(
        "SELECT id, coder_version, coded_at, superseded_at FROM codings WHERE article_id = ? ORDER BY id", (article_id,)
    ):
        told = store.rows(f"SELECT c.json FROM claims AS c WHERE c.coding_id = ? ORDER BY {CLAIM_ORDER}", (coding_id,))
        codings.append(Coding(version, at, superseded_at, tuple(rows.claim_from(text) for (text,) in told)))
    return History(current, tuple(PageVersion(*version) for version in versions), tuple(codings))


def set_asides(store: Store) -> Iterator[SetAside]:
    """What could not be read, by source."""
    for row in store.rows("SELECT source, reason, remedy FROM set_asides ORDER BY source, reason"):
        yield SetAside(*row)


def identify(store: Store, prefix: str) -> list[tuple[str, str]]:
    """Which records an id or the beginning of one may mean; see ``Archive.identify``."""
    found: list[tuple[str, str]] = []
    low = valid(prefix)
    if not low:
        raise ArchiveError("an id is needed", remedy="Give some characters of one")
    for kind, table in (("article", "articles"), ("claim", "claims"), ("event", "events"), ("actor", "actors")):
        ids = store.rows(
            # the last character there is closes the range, so that the index is read only where ids may match
            f"SELECT DISTINCT id FROM {table} WHERE id BETWEEN ? AND ? || char(1114111)"
            f" AND substr(id, 1, length(?)) = ? ORDER BY id LIMIT {_MOST_IDS}",
            (low, low, low, low),
        )
        found += [(kind, i) for (i,) in ids]
    exact = [(kind, i) for kind, i in found if i == prefix]
    return exact or found


_COUNTED: Final = {
    "articles": "articles WHERE superseded_at IS NULL",
    "superseded articles": "articles WHERE superseded_at IS NOT NULL",
    "claims": "claims WHERE superseded_at IS NULL",
    "superseded claims": "claims WHERE superseded_at IS NOT NULL",
    "actors": "actors WHERE identity = id",
    "events": "events",
    "wire copies": "wire_copies",
    "judgements": "judgements",
    "set aside": "set_asides",
}


def counts(store: Store) -> dict[str, int]:
    """How many of each there are."""
    parts = ", ".join(f"(SELECT count(*) FROM {source})" for source in _COUNTED.values())
    row = store.one(f"SELECT {parts}")
    return dict(zip(_COUNTED, row or (), strict=True))


def meta(store: Store) -> dict[str, Any]:
    """When the archive was made and which coders filled it; see ``Archive.meta``."""
    about = dict(store.rows("SELECT key, value FROM about ORDER BY key"))
    (version,) = store.one("PRAGMA user_version") or (0,)
    coders = {
        coder: {"first_used": first_used, **json.loads(details), "articles": articles_coded}
        for coder, first_used, details, articles_coded in store.rows(
            "SELECT version, first_used, details, (SELECT count(*) FROM codings"
            " WHERE coder_version = coders.version AND superseded_at IS NULL) FROM coders ORDER BY version"
        )
    }
    return {"schema": version, **about, "coders": coders}


def describe_coder(store: Store, coder_version: str, details: dict[str, str]) -> None:
    """Keep what a coder version is made of; what is known already stays unless it is said anew."""
    with store.write() as db:
        db.execute(
            "INSERT INTO coders (version, first_used, details) VALUES (?, ?, ?) ON CONFLICT (version)"
            " DO UPDATE SET details = json_patch(details, excluded.details)",
            (coder_version, store.clock(), rows.to_json(details)),
        )
