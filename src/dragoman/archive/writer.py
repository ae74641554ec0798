"""Articles and claims into the archive: atomic per article, idempotent, nothing ever deleted."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from dragoman.archive import actors, rows
from dragoman.archive.answers import AddResult
from dragoman.archive.connection import Store
from dragoman.archive.folding import valid
from dragoman.errors import ArchiveError
from dragoman.records import Article, Claim, SetAside


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


_INSERT_ARTICLE: Final = _insert("articles", (*rows.ARTICLE_COLUMNS, "version", "added_at"))
_INSERT_CLAIM: Final = _insert("claims", (*rows.CLAIM_COLUMNS, "coding_id"))
_INSERT_PARTY: Final = _insert("claim_parties", ("claim_row", *rows.PARTY_COLUMNS))
_INSERT_NUMBER: Final = _insert("claim_numbers", ("claim_row", *rows.NUMBER_COLUMNS))


def add(store: Store, article: Article, claims: Sequence[Claim], coder_version: str) -> AddResult:
    """Store one article with its claims in one transaction; see ``Archive.add``."""
    _check(article, claims)
    with store.write() as db:
        return _add(db, store.clock(), article, claims, coder_version)


def add_many(
    store: Store, coded: Iterable[tuple[Article, Sequence[Claim]]], coder_version: str, group: int
) -> Iterator[AddResult]:
    """Store many; ``group`` of them share a commit, and no result is given out before it."""
    source = iter(coded)
    while portion := list(islice(source, group)):
        for article, claims in portion:
            _check(article, claims)
        with store.write() as db:
            at = store.clock()
            results = [_add(db, at, article, claims, coder_version) for article, claims in portion]
        yield from results


def recode(store: Store, article: Article, claims: Sequence[Claim], coder_version: str) -> None:
    """Replace the standing coding of an article; the claims before stay as its history."""
    _check(article, claims)
    with store.write() as db:
        found = db.execute("SELECT superseded_by FROM articles WHERE id = ?", (article.id,)).fetchone()
        if found is None:
            raise ArchiveError("the article is not in the archive", where=article.id, remedy="Add it first")
        if found[0] is not None:
            raise ArchiveError(
                "this version of the page was superseded", where=article.id, remedy=f"Recode {found[0]} instead"
            )
        at = store.clock()
        db.execute(
            "UPDATE claims SET superseded_at = ?, superseded_by = ?, superseded_reason = 'recoded'"
            " WHERE article_id = ? AND superseded_at IS NULL",
            (at, coder_version, article.id),
        )
        db.execute(
            "UPDATE codings SET superseded_at = ? WHERE article_id = ? AND superseded_at IS NULL", (at, article.id)
        )
        actors.forget_offices(db, article.id)
        _store_coding(db, at, article, claims, coder_version)


def set_aside(store: Store, items: Iterable[SetAside]) -> None:
    """Keep what could not be read; the same source with the same reason is kept once."""
    with store.write() as db:
        at = store.clock()
        db.executemany(
            "INSERT INTO set_asides (source, reason, remedy, first_seen) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (source, reason) DO UPDATE SET remedy = excluded.remedy",
            [(valid(item.source), valid(item.reason), valid(item.remedy), at) for item in items],
        )


def _check(article: Article, claims: Sequence[Claim]) -> None:
    for claim in claims:
        if claim.article_id != article.id:
            raise ArchiveError(f"the claim belongs to article {claim.article_id}, not {article.id}", where=claim.id)
    repeated = [claim_id for claim_id, count in Counter(claim.id for claim in claims).items() if count > 1]
    if repeated:
        raise ArchiveError(
            f"two claims have the id {repeated[0]}", where=article.id, remedy="Report a bug of the coder"
        )


def _add(db: sqlite3.Connection, at: str, article: Article, claims: Sequence[Claim], coder_version: str) -> AddResult:
    known = db.execute(
        "SELECT version, (SELECT claim_count FROM codings WHERE article_id = articles.id AND superseded_at IS NULL)"
        " FROM articles WHERE id = ?",
        (valid(article.id),),
    ).fetchone()
    if known is not None:
        return AddResult(article.id, "known", known[1], known[0])
    before = None
    if article.url is not None:
        before = db.execute(
            "SELECT id, version FROM articles WHERE url = ? AND superseded_at IS NULL", (valid(article.url),)
        ).fetchone()
    version = before[1] + 1 if before else 1
    if before:
        _supersede(db, at, before[0], article.id)
    db.execute(_INSERT_ARTICLE, (*rows.article_row(article), version, at))
    _store_coding(db, at, article, claims, coder_version)
    if before:
        return AddResult(article.id, "new version", len(claims), version, before[0])
    return AddResult(article.id, "added", len(claims), version)


def _supersede(db: sqlite3.Connection, at: str, old: str, new: str) -> None:
    db.execute("UPDATE articles SET superseded_at = ?, superseded_by = ? WHERE id = ?", (at, new, old))
    db.execute(
        "UPDATE claims SET superseded_at = ?, superseded_by = ?, superseded_reason = 'page changed'"
        " WHERE article_id = ? AND superseded_at IS NULL",
        (at, new, old),
    )


def _store_coding(
    db: sqlite3.Connection, at: str, article: Article, claims: Sequence[Claim], coder_version: str
) -> None:
    db.execute("INSERT OR IGNORE INTO coders (version, first_used) VALUES (?, ?)", (coder_version, at))
    coding_id = db.execute(
        "INSERT INTO codings (article_id, coder_version, coded_at, claim_count) VALUES (?, ?, ?, ?)",
        (article.id, coder_version, at, len(claims)),
    ).lastrowid
    for claim in claims:
        row = db.execute(_INSERT_CLAIM, (*rows.claim_row(claim, article.publisher), coding_id)).lastrowid
        db.executemany(_INSERT_PARTY, [(row, *values) for values in rows.party_rows(claim)])
        if claim.numbers:
            db.executemany(_INSERT_NUMBER, [(row, *values) for values in rows.number_rows(claim)])
    actors.note(db, (m.grounding.choice for c in claims for _, _, m in rows.parties_of(c) if m.grounding))
