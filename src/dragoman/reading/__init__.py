"""Reading: files, folders, pages and tables to articles, or a reason why not.

``read_sources`` streams whatever a user names; ``read_one`` reads a single report. What each kind of input
is read by stands in one list, ``READERS``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import DragomanError, ReadingError
from dragoman.reading.build import Context
from dragoman.reading.dates import checked_day
from dragoman.reading.readers import READERS, Reader, choose_reader, named_reader
from dragoman.reading.sources import open_source
from dragoman.reading.walk import walk
from dragoman.records import Article, SetAside
from dragoman.settings import Settings

__all__ = ["READERS", "Reader", "read_one", "read_sources"]

_UNEXPECTED = "Save the report's text as .txt and read that; please report this file as a bug of Dragoman"


def read_sources(
    paths: Iterable[str | Path],
    settings: Settings,
    *,
    published: str | None = None,
    publisher: str | None = None,
    reader: str | None = None,
) -> Iterator[Article | SetAside]:
    """Every article that ``paths`` hold, in order, and every item that cannot be read, with its reason.

    ``paths``: files, folders (with all below them, sorted) and ``-`` for standard input; gzip is unpacked. Rows of
    tables come one by one, so that a large table needs no more memory than a small one.
    ``published`` (``YYYY-MM-DD``) and ``publisher`` override what the sources say; ``reader`` names the reader of
    ``READERS`` to use for all of them. Raises ``ReadingError`` at once where an override is wrong; a source that
    cannot be read never raises.
    """
    context = Context(settings, checked_day(published), publisher)
    chosen = None if reader is None else named_reader(reader)
    return _read_all(paths, context, chosen)


def read_one(
    source: Path | str | bytes, settings: Settings, *, published: str | None = None, name: str | None = None
) -> Article:
    """The one article in ``source``: a path, or the bytes of a page, a text or a table with a single row.

    ``published`` (``YYYY-MM-DD``) overrides what the source says; ``name`` is what the article's ``source`` and
    messages call it. Raises ``ReadingError`` where it cannot be read, with what to do.
    """
    context = Context(settings, checked_day(published))
    where = name or ("bytes" if isinstance(source, bytes) else str(source))
    if not isinstance(source, bytes):
        source = Path(source)
        if source.is_dir():
            raise ReadingError("it is a folder", where=where, remedy="Give one file, or use read_sources")
    found = list(_first_two(_read_source(source, where, context, None)))
    if len(found) != 1:
        what = "it holds more than one article" if found else "it holds no article"
        raise ReadingError(what, where=where, remedy="Give one report, or use read_sources")
    if isinstance(found[0], SetAside):
        raise ReadingError(found[0].reason, where=found[0].source, remedy=found[0].remedy)
    return found[0]


def _first_two(results: Iterator[Article | SetAside]) -> Iterator[Article | SetAside]:
    for _, result in zip(range(2), results, strict=False):
        yield result


def _read_all(paths: Iterable[str | Path], context: Context, chosen: Reader | None) -> Iterator[Article | SetAside]:
    for path in walk(paths, context.settings):
        if isinstance(path, SetAside):
            yield path
        else:
            yield from _read_source(path, str(path), context, chosen)


def _read_source(
    source: Path | bytes, name: str, context: Context, chosen: Reader | None
) -> Iterator[Article | SetAside]:
    try:
        with open_source(source, context.settings, name=name) as opened:
            reader = chosen or choose_reader(opened)
            yield from reader.read(opened, context)
    except ReadingError as error:
        yield SetAside(error.where or name, error.what, error.remedy or "Check the file")
    except DragomanError:
        raise  # our own installation is broken, not the source
    except Exception as error:
        # Sources are hostile and the libraries that parse them have faults we cannot know: whatever one file does,
        # the run goes on. Errors of the caller's own (in its loop body) never come through here.
        yield SetAside(name, f"it cannot be read ({type(error).__name__}: {str(error)[:200]})", _UNEXPECTED)
