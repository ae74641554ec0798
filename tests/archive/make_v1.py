"""How ``fixtures/v1.sqlite`` was made: two reports, one of them changed at its URL, and a judgement, in schema 1.

Run once, when schema 1 was current (``python -m tests.archive.make_v1``). The file is committed and must not be made
anew by later code: it stands for the archives people have.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from dragoman.archive import migrations, rows
from dragoman.records import Article, Claim
from tests.factories import TEXT, coded, make_article

FILE = Path(__file__).parent / "fixtures" / "v1.sqlite"
AT = "2024-03-06T12:00:00Z"
URL = "https://fjord-post.example/nairobi"


def reports() -> list[tuple[Article, list[Claim]]]:
    """What the file holds, in the order of adding: the second is a new version of the first's page."""
    return [
        coded(url=URL),
        coded(make_article(TEXT + " Corrected on Wednesday.", url=URL)),
        coded(make_article(publisher="Bråten Bulletin", published="2024-03-06")),
    ]


def main() -> None:
    FILE.unlink(missing_ok=True)
    db = sqlite3.connect(FILE, isolation_level=None)
    db.execute("PRAGMA page_size = 1024")  # keeps the committed file small
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("BEGIN")
    migrations.migrate(db, FILE, AT, up_to=1)
    db.execute("INSERT INTO coders VALUES ('test 1', ?, '{}')", (AT,))
    (old, _), (new, _), _ = told = reports()
    for article, claims in told:
        _article(db, article, claims, version=2 if article is new else 1, newer=new.id if article is old else None)
    db.execute("INSERT INTO set_asides VALUES ('scan.pdf', 'not text', 'Convert it to text', ?)", (AT,))
    db.execute("INSERT INTO judgements VALUES (1, 'j1', 'accept', 'ana', ?, 'read it', NULL, NULL)", (AT,))
    db.execute("INSERT INTO judgement_subjects VALUES ('j1', 0, ?)", (f"{new.id}-1",))
    db.execute("COMMIT")
    db.execute("VACUUM")
    db.close()


def _article(db: sqlite3.Connection, article: Article, claims: list[Claim], version: int, newer: str | None) -> None:
    superseded = (AT, newer) if newer else (None, None)
    _insert(
        db,
        "articles",
        (*rows.ARTICLE_COLUMNS, "version", "added_at", "superseded_at", "superseded_by"),
        (*rows.article_row(article), version, AT, *superseded),
    )
    coding = _insert(
        db,
        "codings",
        ("article_id", "coder_version", "coded_at", "claim_count"),
        (article.id, "test 1", AT, len(claims)),
    )
    for claim in claims:
        row = _insert(
            db,
            "claims",
            (*rows.CLAIM_COLUMNS, "coding_id", "superseded_at", "superseded_by", "superseded_reason"),
            (*rows.claim_row(claim, article.publisher), coding, *superseded, "page changed" if newer else None),
        )
        for values in rows.party_rows(claim):
            _insert(db, "claim_parties", ("claim_row", *rows.PARTY_COLUMNS), (row, *values))
        for values in rows.number_rows(claim):
            _insert(db, "claim_numbers", ("claim_row", *rows.NUMBER_COLUMNS), (row, *values))


def _insert(db: sqlite3.Connection, table: str, columns: tuple[str, ...], values: tuple[object, ...]) -> int | None:
    marks = ", ".join("?" * len(columns))
    return db.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values).lastrowid


if __name__ == "__main__":
    main()
