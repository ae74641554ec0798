"""The archive's schema as a list of numbered steps; a new file takes all of them, an old one those it lacks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from dragoman.archive.migrations.actors_from_claims import fill_actors
from dragoman.errors import ArchiveError, ArchiveVersionError

# "DRGM" in ASCII: marks a SQLite file as ours (`file` and Datasette can show it).
APPLICATION_ID: Final = 0x4452474D


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: a SQL script and, where SQL alone is not enough, a function over the rows already there."""

    number: int
    script: str
    then: Callable[[sqlite3.Connection], None] | None = None


MIGRATIONS: Final = (
    Migration(1, "0001_reports_and_claims.sql"),
    Migration(2, "0002_actors_and_events.sql", fill_actors),
    Migration(3, "0003_matching_state.sql"),
)
CURRENT: Final = MIGRATIONS[-1].number


def check(db: sqlite3.Connection, path: Path) -> int:
    """The schema version of an open file; 0 if it is empty.

    Raises ``ArchiveError`` if it belongs to another program, ``ArchiveVersionError`` if it is newer than we are.
    """
    # One statement sees one moment: another process may be making the file just now.
    version, owner, tables = db.execute(
        "SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id),"
        " (SELECT count(*) FROM sqlite_schema)"
    ).fetchone()
    if owner == APPLICATION_ID and version > CURRENT:
        raise ArchiveVersionError(
            f"the archive has schema {version}, this Dragoman knows schemas up to {CURRENT}",
            where=str(path),
            remedy="Install a newer Dragoman (pip install -U dragoman)",
        )
    if owner != APPLICATION_ID and (tables or owner or version):
        raise ArchiveError(
            "this SQLite file belongs to another program", where=str(path), remedy="Name another file as the archive"
        )
    return int(version)


def require_current(version: int, path: Path) -> None:
    """Raises ``ArchiveError`` if a file opened for reading only still has an older schema."""
    if version < CURRENT:
        raise ArchiveError(
            f"the archive has the older schema {version}; it cannot be upgraded while open for reading only",
            where=str(path),
            remedy=f"Open it once for writing: dragoman verify --archive {path.name}",
        )


def migrate(db: sqlite3.Connection, path: Path, at: str, *, up_to: int = CURRENT) -> None:
    """Apply the missing steps. The caller holds the write transaction, so a failure leaves the old file."""
    version = check(db, path)  # anew: another process may have migrated while we waited for the lock
    for migration in MIGRATIONS:
        if version < migration.number <= up_to:
            for statement in statements(script(migration)):
                db.execute(statement)
            if migration.then is not None:
                migration.then(db)
            db.execute(f"PRAGMA user_version = {migration.number}")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("INSERT OR IGNORE INTO about (key, value) VALUES ('created_at', ?)", (at,))


def script(migration: Migration) -> str:
    """The SQL text of a step."""
    return files(__package__).joinpath(migration.script).read_text(encoding="utf-8")


def statements(text: str) -> Iterator[str]:
    """The statements of a script, one by one: ``executescript`` would commit the open transaction."""
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
