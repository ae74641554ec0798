"""Reading gold files: every fault is named with file and line."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from dragoman.errors import EvaluationError
from dragoman.records import Article, Span

_REMEDY = "The forms of gold files are in docs/evaluate.md"
T = TypeVar("T")


class Row:
    """One line of gold: its fields, and errors that name its place."""

    __slots__ = ("fields", "where")

    def __init__(self, fields: Any, where: str) -> None:
        self.where = where
        if not isinstance(fields, dict):
            raise self.error("the line is no JSON object")
        self.fields: dict[str, Any] = fields

    def error(self, what: str) -> EvaluationError:
        """An error about this line."""
        return EvaluationError(what, where=self.where, remedy=_REMEDY)

    def text(self, name: str) -> str:
        """A field that must be there and be text."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            raise self.error(f"{name!r} is missing or no text")
        return value

    def maybe(self, name: str) -> str | None:
        """A field that may be absent or null; a number is read as text."""
        value = self.fields.get(name)
        if value is None or isinstance(value, str):
            return value or None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise self.error(f"{name!r} is no text")

    def article(self) -> Article:
        """The article of the line: its ``text``, and ``published``, ``title`` and ``publisher`` if they are there."""
        return Article.from_text(
            self.text("text"),
            published=self.maybe("published"),
            title=self.maybe("title"),
            publisher=self.maybe("publisher"),
        )

    def items(self, name: str) -> list[Row]:
        """A field that must be a list of objects."""
        value = self.fields.get(name)
        if not isinstance(value, list):
            raise self.error(f"{name!r} is missing or no list")
        return [Row(one, f"{self.where}, {name} {number}") for number, one in enumerate(value, 1)]

    def number(self, name: str) -> float:
        """A field that must be a number."""
        value = self.fields.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.error(f"{name!r} is missing or no number")
        return float(value)

    def span(self, text: str, value: Any = None) -> Span:
        """``[start, end]`` (default: the fields ``start`` and ``end``) that lies inside ``text``."""
        pair = [self.fields.get("start"), self.fields.get("end")] if value is None else value
        if isinstance(pair, list | tuple) and len(pair) == 2 and all(type(n) is int for n in pair):
            if 0 <= pair[0] < pair[1] <= len(text):
                return Span(pair[0], pair[1])
        raise self.error(
            f"{pair!r} is no range of characters of the text (start and end, 0 ≤ start < end ≤ {len(text)})"
        )


def read_jsonl(path: Path, sample: int | None = None) -> list[Row]:
    """The lines of a JSONL file. Raises ``EvaluationError``."""
    rows = []
    for number, line in enumerate(_content(path).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise EvaluationError(f"the line is no JSON ({error})", where=where, remedy=_REMEDY) from error
        row = Row(fields, where)
        rows.append(_with_text(row, path.parent) if "text_of" in row.fields else row)
    return evenly(_some(rows, path), sample)


def _with_text(row: Row, folder: Path) -> Row:
    """A row that keeps its article elsewhere (``text_of``: file, beside the gold, and id), with the article's fields."""
    named = row.fields["text_of"]
    if not isinstance(named, dict) or not all(isinstance(named.get(key), str) for key in ("file", "id")):
        raise row.error("'text_of' needs a file and an id")
    found = _articles((folder / named["file"]).resolve(), row).get(named["id"])
    if found is None:
        raise row.error(f"{named['file']} has no article {named['id']!r}")
    kept = {key: found[key] for key in ("text", "published", "title", "publisher") if key in found}
    return Row({**kept, **row.fields}, row.where)


@lru_cache(maxsize=4)
def _by_id(path: Path) -> dict[str, dict[str, Any]]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    return {str(row["id"]): row for row in rows}


def _articles(path: Path, row: Row) -> dict[str, dict[str, Any]]:
    try:
        return _by_id(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise row.error(f"the articles cannot be read from {path} ({error})") from error


def read_tsv(path: Path, columns: Sequence[str], sample: int | None = None) -> list[Row]:
    """The rows of a tab-separated file with a header line, quotes taken as they stand. Raises ``EvaluationError``."""
    lines = _content(path).split("\n")
    reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    header = [name.strip() for name in next(reader, [])]
    if lacking := [name for name in columns if name not in header]:
        raise EvaluationError(f"no column {lacking[0]!r} in the header", where=f"{path}:1", remedy=_REMEDY)
    rows = []
    for values in reader:
        where = f"{path}:{reader.line_num}"
        if not values:
            continue
        if len(values) != len(header):
            raise EvaluationError(f"{len(values)} columns, not {len(header)}", where=where, remedy=_REMEDY)
        rows.append(Row(dict(zip(header, values, strict=True)), where))
    return evenly(_some(rows, path), sample)


def evenly(items: list[T], count: int | None) -> list[T]:
    """``count`` of the items, spread evenly; all of them if ``count`` is ``None`` or larger."""
    if count is None or count >= len(items):
        return items
    return [items[index * len(items) // count] for index in range(count)]


def digest(path: Path) -> str:
    """SHA-256 of the file, in hex. Raises ``EvaluationError``."""
    return hashlib.sha256(_content(path).encode("utf-8")).hexdigest()


def _content(path: Path) -> str:
    try:
        # bytes first: newline translation would move offsets and change the digest
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise EvaluationError(
            f"the gold file cannot be read ({error.strerror})", where=str(path), remedy="Check the path"
        ) from error
    except UnicodeDecodeError as error:
        raise EvaluationError("the gold file is not UTF-8", where=str(path), remedy="Save it as UTF-8") from error


def _some(rows: list[Row], path: Path) -> list[Row]:
    if not rows:
        raise EvaluationError("the gold file is empty", where=str(path), remedy=_REMEDY)
    return rows
