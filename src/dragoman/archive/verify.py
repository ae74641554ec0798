"""Re-checks a whole archive: hashes, spans, columns, references and indexes. Reads only, repairs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from dragoman.archive import rows
from dragoman.archive.answers import Problem
from dragoman.archive.connection import Store
from dragoman.archive.events import EVENT_COLUMNS, event_from, event_row
from dragoman.archive.shelf import KEY_BYTES
from dragoman.archive.spans import span_faults
from dragoman.errors import ArchiveError
from dragoman.records import Article
from dragoman.records.article import article_id

_ANEW: Final = "make the events anew with `dragoman recode`"
_REMEDY: Final = "restore a copy of the archive, or build it anew from the reports"


def verify(store: Store, progress: Callable[[int, int], None] | None = None) -> Iterator[Problem]:
    """Every fault that can be found; none for a sound archive. See ``Archive.verify``."""
    yield from _file(store)
    yield from _references(store)
    ids = store.rows("SELECT id FROM articles ORDER BY id")
    for done, (stored_id,) in enumerate(ids, start=1):
        yield from _article(store, stored_id)
        if progress is not None:
            progress(done, len(ids))
    yield from _events(store)
    yield from _matching(store)
    yield from _offices(store)
    yield from _indexes(store)


def _file(store: Store) -> Iterator[Problem]:
    for (message,) in store.rows("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem("file", "file", f"SQLite says: {message}; {_REMEDY}")


def _references(store: Store) -> Iterator[Problem]:
    for table, row, parent, _ in store.rows("PRAGMA foreign_key_check"):
        yield Problem("reference", f"table {table}, row {row}", f"points to a row of {parent} that is not there")
    for (url,) in store.rows(
        "SELECT url FROM articles WHERE url IS NOT NULL GROUP BY url"
        " HAVING sum(superseded_at IS NULL) <> 1 OR max(version) <> count(*) ORDER BY url"
    ):
        yield Problem("reference", f"page {url}", "has not exactly one newest version, or a version is missing")
    for row, coding in store.rows(
        "SELECT a.id, k.id FROM articles AS a LEFT JOIN codings AS k ON k.article_id = a.id AND k.superseded_at IS NULL"
        " LEFT JOIN claims AS c ON c.coding_id = k.id"
        " GROUP BY a.id HAVING k.id IS NULL OR count(c.row) <> k.claim_count ORDER BY a.id"
    ):
        what = "was never coded" if coding is None else "has not the number of claims its coding recorded"
        yield Problem("reference", f"article {row}", what)


def _article(store: Store, stored_id: str) -> Iterator[Problem]:
    where = f"article {stored_id}"
    row = store.one(f"SELECT {', '.join(rows.ARTICLE_COLUMNS)} FROM articles WHERE id = ?", (stored_id,))
    assert row is not None  # the id was just listed
    try:
        article = rows.article_from(row)
    except (ValueError, TypeError, KeyError) as error:
        yield Problem("article", where, f"cannot be read back ({error})")
        return
    reckoned = article_id(
        article.text, title=article.title, publisher=article.publisher, url=article.url, published=article.published
    )
    if reckoned != stored_id:
        yield Problem(
            "article", where, f"its content has the hash {reckoned}: text, title, publisher, URL or day changed"
        )
    if rows.article_row(article) != row:
        yield Problem("columns", where, "its columns differ from its exact JSON")
    columns = ", ".join(rows.CLAIM_COLUMNS)
    for row_number, *stored in store.rows(
        f"SELECT row, {columns} FROM claims WHERE article_id = ? ORDER BY row", (stored_id,)
    ):
        yield from _claim(store, article, row_number, tuple(stored))


def _claim(store: Store, article: Article, row: int, stored: tuple[Any, ...]) -> Iterator[Problem]:
    where = f"claim {stored[0]} of article {article.id}"
    try:
        claim = rows.claim_from(stored[-1])
        expected = rows.claim_row(claim, article.publisher)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        yield Problem("claim", where, f"its JSON cannot be read back ({type(error).__name__}: {error})")
        return
    for name, value, wanted in zip(rows.CLAIM_COLUMNS, stored, expected, strict=True):
        if value != wanted:
            yield Problem("columns", where, f"column {name} holds {_short(value)}, the claim says {_short(wanted)}")
    for table, columns, wanted_rows in (
        ("claim_parties", rows.PARTY_COLUMNS, rows.party_rows(claim)),
        ("claim_numbers", rows.NUMBER_COLUMNS, rows.number_rows(claim)),
    ):
        found = store.rows(f"SELECT {', '.join(columns)} FROM {table} WHERE claim_row = ?", (row,))
        if sorted(found, key=_by_place) != sorted(wanted_rows, key=_by_place):
            yield Problem("columns", where, f"its rows in {table} differ from the claim")
    for fault in span_faults(claim, article.text):
        yield Problem("span", where, fault)


def _by_place(row: tuple[Any, ...]) -> tuple[str, str]:
    return str(row[0]), str(row[1])


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _events(store: Store) -> Iterator[Problem]:
    for stored in store.stream(f"SELECT {', '.join(EVENT_COLUMNS)} FROM events ORDER BY id"):
        where = f"event {stored[0]}"
        try:
            event = event_from(stored[-1])
        except (ValueError, TypeError, KeyError) as error:
            yield Problem("event", where, f"its JSON cannot be read back ({error}); {_ANEW}")
            continue
        if event_row(event) != stored:
            yield Problem("event", where, f"its columns differ from its JSON; {_ANEW}")
        members = store.rows("SELECT claim_id FROM event_claims WHERE event_id = ? ORDER BY position", (event.id,))
        if tuple(claim_id for (claim_id,) in members) != event.claims:
            yield Problem("event", where, f"its claims are not those it was made of; {_ANEW}")


# What the state of matching must be, as counts of what is not so.
_MATCHING: Final = (
    (
        "held claims are not current and not pending",
        "SELECT count(*) FROM match_claims AS m JOIN claims AS c ON c.row = m.claim_row WHERE c.superseded_at IS NOT NULL"
        " AND m.claim_id NOT IN (SELECT id FROM match_pending WHERE kind = 'claim')",
    ),
    (
        "held claims are in no event",
        "SELECT count(*) FROM match_claims WHERE claim_row NOT IN (SELECT claim_row FROM event_claims)",
    ),
    (
        "blocks of claims are missing or too many",
        f"SELECT abs((SELECT ifnull(sum(length(keys)), 0) / {KEY_BYTES} FROM match_claims) - (SELECT count(*) FROM match_keys))",
    ),
    (
        "links go one way only",
        "SELECT count(*) FROM match_links AS l LEFT JOIN match_links AS r ON r.one = l.other AND r.other = l.one"
        " WHERE r.score IS NOT l.score",
    ),
    (
        "likenesses go one way only",
        "SELECT count(*) FROM match_likes AS l LEFT JOIN match_likes AS r ON r.one = l.other AND r.other = l.one"
        " WHERE r.common IS NOT l.common",
    ),
)


def _matching(store: Store) -> Iterator[Problem]:
    if store.one("SELECT 1 FROM match_about WHERE key = 'version'") is None:
        return  # there is no state: the next matching makes one
    for what, count in _MATCHING:
        (wrong,) = store.one(count) or (0,)
        if wrong:
            yield Problem("event", "state of matching", f"{wrong} {what}; {_ANEW}")


def _offices(store: Store) -> Iterator[Problem]:
    for actor_id, title, article in store.rows(
        "SELECT o.actor_id, o.title, o.article_id FROM offices AS o LEFT JOIN articles AS a ON a.id = o.article_id"
        " WHERE o.article_id IS NOT NULL AND (a.id IS NULL OR o.span_start < 0 OR o.span_end < o.span_start"
        " OR (a.exact IS NULL AND instr(a.text, char(0)) = 0 AND o.span_end > length(a.text)))"
        " ORDER BY o.actor_id, o.id"
    ):
        yield Problem("span", f"actor {actor_id}", f"the evidence of the office {title!r} is not in article {article}")


def _indexes(store: Store) -> Iterator[Problem]:
    for table, content in (("articles_fts", "articles"), ("claims_fts", "claims")):
        (differing,) = store.one(
            f"SELECT (SELECT count(*) FROM {content} WHERE row NOT IN (SELECT id FROM {table}_docsize))"
            f" + (SELECT count(*) FROM {table}_docsize WHERE id NOT IN (SELECT row FROM {content}))"
        ) or (0,)
        if differing:
            yield Problem("index", table, f"{differing} rows are in the index or in {content}, but not in both")
        elif not store.readonly:
            yield from _fts_content(store, table)
    for (message,) in store.rows("SELECT rtreecheck('claim_places')"):
        if message != "ok":
            yield Problem("index", "claim_places", f"SQLite says: {message}")
    # The tree keeps 32-bit numbers, rounded outwards: a point must lie inside its box. The slack of a millionth of a
    # millimetre is for numbers too small for 32 bits (1e-320), which SQLite rounds to nought on both sides.
    (outside,) = store.one(
        "SELECT count(*) FROM claims AS c LEFT JOIN claim_places AS b ON b.row = c.row"
        " WHERE c.latitude IS NOT NULL AND c.longitude IS NOT NULL AND (b.row IS NULL"
        " OR c.latitude NOT BETWEEN b.south - 1e-14 AND b.north + 1e-14"
        " OR c.longitude NOT BETWEEN b.west - 1e-14 AND b.east + 1e-14)"
    ) or (0,)
    (extra,) = store.one(
        "SELECT count(*) FROM claim_places WHERE row NOT IN (SELECT row FROM claims WHERE latitude IS NOT NULL)"
    ) or (0,)
    if outside or extra:
        yield Problem("index", "claim_places", f"{outside} places are missing or elsewhere, {extra} are too many")


def _fts_content(store: Store, table: str) -> Iterator[Problem]:
    """The index against the words themselves. SQLite's check is written as an INSERT though it changes nothing."""
    try:
        with store.write() as db:
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except ArchiveError as error:
        yield Problem("index", table, f"does not fit the words it was made from ({error.what})")
