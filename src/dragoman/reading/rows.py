"""One row of a table to one article, whatever the table's format."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dragoman.codebook.yaml_lines import load_yaml
from dragoman.errors import CodebookError, ReadingError
from dragoman.reading.build import Context, Draft, build_article, digest
from dragoman.reading.dates import day_in_url, first_day
from dragoman.reading.header import clean_byline
from dragoman.reading.html_meta import hostname, web_address
from dragoman.reading.text import clean_field
from dragoman.records import Article

FIELDS = ("text", "title", "url", "publisher", "published", "byline", "language", "id")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds which field; fields the table lacks are absent."""

    names: Mapping[str, str]

    @property
    def used(self) -> list[str]:
        """The columns that are read, in the order of the fields."""
        return [self.names[field] for field in FIELDS if field in self.names]


def find_columns(names: Iterable[str]) -> Columns:
    """The columns among ``names`` that hold an article's fields, by the names in ``columns.yaml``."""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(_fold(name), name)
    found: dict[str, str] = {}
    for field, synonyms in _synonyms().items():
        match = next((folded[s] for s in synonyms if s in folded and folded[s] not in found.values()), None)
        if match is not None:
            found[field] = match
    return Columns(found)


def row_article(
    row: Mapping[str, Any], columns: Columns, context: Context, *, source: str, raw: bytes | None
) -> Article:
    """The article of a row. ``raw``: the row's bytes, where the format has such.

    Raises ``ReadingError`` for a bad row.
    """
    values = {field: row.get(name) for field, name in columns.names.items()}
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        named = columns.names.get("text")
        raise ReadingError(
            "the row has no text" if named is None else f"the column {named!r} holds no text",
            remedy="Name the column 'text', and fill it with the report's words",
        )
    title = _string(values.get("title"))
    header = clean_field(text, title)
    url = _string(values.get("url"))
    published, basis = _published(values.get("published"), columns.names.get("published"))
    if published is None and url is not None and (day := day_in_url(url)) is not None:
        published, basis = day, "the URL path"
    if published is None:
        published, basis = header.published, header.published_basis
    publisher = _string(values.get("publisher")) or hostname(url)
    draft = Draft(
        paragraphs=header.body,
        title=title,
        byline=clean_byline(_string(values.get("byline")), publisher) or header.byline,
        publisher=publisher,
        url=web_address(url),
        published=published,
        published_basis=basis,
        language=_string(values.get("language")),
    )
    if raw is None:
        raw = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")
    return build_article(draft, context, source=source, source_hash=digest(raw))


def no_text_column(names: Iterable[str]) -> ReadingError:
    """The error for a table none of whose columns holds text."""
    shown = ", ".join(repr(name) for name in list(names)[:8])
    return ReadingError(
        f"no column holds the text ({f'the columns are {shown}' if shown else 'there is none'})",
        remedy="Call the column with the report's words 'text'",
    )


def _published(value: Any, column: str | None) -> tuple[str | None, str | None]:
    if isinstance(value, datetime.datetime | datetime.date):
        day: str | None = value.isoformat()[:10]
    else:
        day = first_day(value.strip()[:100]) if isinstance(value, str) else None
    if isinstance(value, int) and not isinstance(value, bool):
        day = first_day(str(value))  # 20240623; seconds since 1970 are not told apart from other numbers
    return (None, None) if day is None else (day, f"the table's column {column!r}")


def _string(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if isinstance(value, list):
        value = ", ".join(filter(None, (_string(entry) for entry in value[:8])))
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _fold(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    return load_synonyms(files("dragoman.reading") / "columns.yaml")


def load_synonyms(file: Path | Traversable) -> dict[str, tuple[str, ...]]:
    """The names of each field's columns. Raises ``CodebookError`` where the file is wrong."""
    values = load_yaml(file)
    fields = values.get("fields") if isinstance(values, dict) else None
    if not isinstance(fields, dict) or set(fields) != set(FIELDS):
        remedy = f"'fields' needs exactly {', '.join(FIELDS)}"
        raise CodebookError("wrong fields", where=f"{file.name}:1", remedy=remedy)
    for field, names in fields.items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise CodebookError(f"{field!r} needs a list of names", where=f"{file.name}:1", remedy="Write [text, body]")
    return {field: tuple(_fold(name) for name in fields[field]) for field in FIELDS}
