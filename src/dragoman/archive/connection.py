"""The one place that holds a SQLite connection: how it is opened, written through, and how it fails."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from dragoman.archive import migrations
from dragoman.errors import ArchiveError

# Ids are fetched first and records in portions of this size: a caller may write while iterating,
# and memory stays flat. SQLite's smallest limit on parameters is 999.
_PORTION: Final = 400
# Seconds between tries for a lock; short beside the milliseconds that making the file takes.
_RETRY_AFTER: Final = 0.01


def now() -> str:
    """This moment in UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Store:
    """A connection to an archive file. Everything that SQLite can raise comes out as ``ArchiveError``.

    Durability: WAL with ``synchronous=FULL``. WAL alone lets readers go on during a write and survives kill -9,
    for what the process handed to the operating system is safe from the process' end. ``NORMAL`` would be
    enough for that, but on power loss the last commits could vanish although they were acknowledged;
    ``FULL`` costs one fsync per commit, which ``add_many`` shares between articles.
    """

    def __init__(
        self, path: Path, *, create: bool, readonly: bool, timeout: float, clock: Callable[[], str] = now
    ) -> None:
        self.path = path
        self.readonly = readonly
        self.clock = clock
        self._timeout = timeout
        _check_file(path, create=create and not readonly)
        with explained(path, timeout):
            self._db = _connect(path, readonly=readonly, timeout=timeout)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def _prepare(self) -> None:
        version = migrations.check(self._db, self.path)
        self._db.execute("PRAGMA foreign_keys = ON")
        if self.readonly:
            migrations.require_current(version, self.path)
            return
        if not self._use_wal():
            raise ArchiveError(
                "this file system does not allow readers and a writer at once (SQLite WAL)",
                where=str(self.path),
                remedy="Keep the archive on a local disk",
            )
        self._db.execute("PRAGMA synchronous = FULL")
        if version < migrations.CURRENT:
            with self.write() as db:
                migrations.migrate(db, self.path, self.clock())

    def _use_wal(self) -> bool:
        """Switch to WAL. SQLite does not wait for the lock this needs, so we do."""
        deadline = time.monotonic() + self._timeout
        while True:
            try:
                return bool(self._db.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_RETRY_AFTER)

    def close(self) -> None:
        """Close the connection; the last one to close folds the WAL back into the file."""
        self._db.close()

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with explained(self.path, self._timeout):
            return self._db.execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or ``None``."""
        with explained(self.path, self._timeout):
            row: tuple[Any, ...] | None = self._db.execute(sql, parameters).fetchone()
            return row

    def stream(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one. Do not write through this connection meanwhile."""
        with explained(self.path, self._timeout):
            yield from self._db.execute(sql, parameters)

    def by_keys(self, sql: str, keys: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """Rows for ``keys`` in their order; ``sql`` holds ``{keys}`` and selects the key first."""
        for portion, found in self._portions(sql, keys):
            by_key = {row[0]: row for row in found}
            yield from (by_key[key] for key in portion if key in by_key)

    def among(self, sql: str, keys: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """All rows for ``keys``, as the query orders them within each portion; ``sql`` holds ``{keys}``."""
        for _, found in self._portions(sql, keys):
            yield from found

    def _portions(self, sql: str, keys: Sequence[Any]) -> Iterator[tuple[Sequence[Any], list[tuple[Any, ...]]]]:
        for first in range(0, len(keys), _PORTION):
            portion = keys[first : first + _PORTION]
            yield portion, self.rows(sql.format(keys=", ".join("?" * len(portion))), portion)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing. Waits for another writer, then raises ``ArchiveError``."""
        if self.readonly:
            raise ArchiveError("the archive is open for reading only", where=str(self.path), remedy="Open it anew")
        with explained(self.path, self._timeout):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                # SQLite may have rolled back on its own (disk full)
                with suppress(sqlite3.Error):
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")
                raise


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise ArchiveError("this is a folder", where=str(path), remedy="Name the archive's file")
    if not path.exists():
        if not create:
            raise ArchiveError("there is no such archive", where=str(path), remedy="Make one with `dragoman add`")
        if not path.parent.is_dir():
            raise ArchiveError("the folder does not exist", where=str(path.parent), remedy="Make it first")


def _connect(path: Path, *, readonly: bool, timeout: float) -> sqlite3.Connection:
    if not readonly:
        return sqlite3.connect(path, timeout=timeout, isolation_level=None)
    uri = path.absolute().as_uri() + "?mode=ro"
    if not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        # A WAL file cannot be opened where its side files cannot be made; nobody can write there either.
        uri += "&immutable=1"
    return sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)


def upgrade(path: Path, timeout: float = 10.0) -> bool:
    """Bring an older file to the present schema, if it may be written; gives whether it was older.

    Raises ``ArchiveError`` as opening it does.
    """
    _check_file(path, create=False)
    with explained(path, timeout):
        db = _connect(path, readonly=True, timeout=timeout)
        try:
            older = 0 < migrations.check(db, path) < migrations.CURRENT
        finally:
            db.close()
    if older and os.access(path, os.W_OK):
        Store(path, create=False, readonly=False, timeout=timeout).close()
    return older


@contextmanager
def explained(path: Path, timeout: float) -> Iterator[None]:
    """Turns what SQLite raises into an ``ArchiveError`` that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explain(error, path, timeout) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise ArchiveError(f"a value cannot be stored ({error})", where=str(path)) from error


def _explain(error: sqlite3.Error, path: Path, timeout: float) -> ArchiveError:
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        what = f"another process is writing to the archive (waited {timeout:g} s)"
        remedy = "Let it finish, or stop it, and run the command again; nothing was lost"
    elif name == "SQLITE_FULL":
        what, remedy = "the disk is full", "Free some space and run the command again; what was acknowledged is safe"
    elif name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        what, remedy = "the archive cannot be written or opened here", "Check the rights on the file and its folder"
    elif name.startswith("SQLITE_NOTADB"):
        what, remedy = "this is not an archive (not a SQLite file)", "Name another file"
    elif name.startswith("SQLITE_CORRUPT"):
        what, remedy = "the archive is damaged", "Restore a copy, or save what can be read: sqlite3 FILE .recover"
    elif name.startswith("SQLITE_IOERR"):
        what, remedy = f"the disk failed ({error})", "Check the disk and its free space, then run the command again"
    elif "closed database" in str(error):
        what, remedy = "the archive is closed", "Open it again"
    else:
        what, remedy = f"the archive refused this ({error})", "Run `dragoman verify`; if it finds nothing, report a bug"
    return ArchiveError(what, where=str(path), remedy=remedy)
