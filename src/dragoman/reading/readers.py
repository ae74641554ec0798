"""The list of readers: what each reads, and how its input is known. The first that fits reads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.errors import ReadingError
from dragoman.reading.build import Context, Draft, build_article, digest
from dragoman.reading.decode import decode
from dragoman.reading.formats import binary_kind
from dragoman.reading.html import read_html
from dragoman.reading.rows import find_columns
from dragoman.reading.sources import Opened
from dragoman.reading.tables import delimiter_of, read_csv, read_json, read_jsonl, read_parquet
from dragoman.reading.text import read_text
from dragoman.records import Article, SetAside

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,9}"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|p|meta|title|section)\b",
    re.IGNORECASE | re.DOTALL,
)
#: A page that begins with something odd still shows these near its beginning.
_HTML_LATER = re.compile(r"<(?:html|head|body)\b[^>]*>", re.I)
#: What sniffing looks at.
_SNIFFED = 4096


@dataclass(frozen=True, slots=True)
class Reader:
    """One way of reading. ``sniff`` judges by the first characters where the suffix says nothing."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[str], bool]
    read: Callable[[Opened, Context], Iterator[Article | SetAside]]


def choose_reader(opened: Opened) -> Reader:
    """The reader for an open source: by its first bytes where they are plain, else its suffix, else sniffing.

    Raises ``ReadingError`` for an empty source and for one that is no text.
    """
    if not opened.head.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise ReadingError("the file is empty", remedy="Check that it was saved whole")
    if opened.head.startswith(b"PAR1"):
        return named_reader("parquet")
    kind = binary_kind(opened.head)
    if kind is not None:
        raise ReadingError(f"it is {kind.name}", remedy=kind.remedy)
    start = decode(opened.head).lstrip("\ufeff\x00 \t\r\n")
    for reader in READERS:
        if opened.suffix in reader.suffixes:
            # pages are often saved as .txt, and lists of objects as .json; what they hold decides
            if reader.name == "text" and _is_html(start):
                return named_reader("html")
            if reader.name == "json" and _is_jsonl(start):
                return named_reader("jsonl")
            return reader
    return next(reader for reader in READERS if reader.sniff(start))


def named_reader(name: str) -> Reader:
    """The reader of that name. Raises ``ReadingError`` where there is none."""
    for reader in READERS:
        if reader.name == name:
            return reader
    names = ", ".join(reader.name for reader in READERS)
    raise ReadingError(f"there is no reader {name!r}", remedy=f"Use one of: {names}")


def _html(opened: Opened, context: Context) -> Iterator[Article | SetAside]:
    raw = opened.read_whole(context.settings.max_file_bytes)
    yield build_article(read_html(raw, context), context, source=opened.name, source_hash=digest(raw))


def _text(opened: Opened, context: Context) -> Iterator[Article | SetAside]:
    raw = opened.read_whole(context.settings.max_file_bytes)
    header = read_text(decode(raw))
    draft = Draft(
        paragraphs=header.body,
        title=header.title,
        byline=header.byline,
        publisher=header.publisher,
        published=header.published,
        published_basis=header.published_basis,
    )
    yield build_article(draft, context, source=opened.name, source_hash=digest(raw))


def _is_html(start: str) -> bool:
    return _HTML.match(start) is not None or _HTML_LATER.search(start[:_SNIFFED]) is not None


def _is_jsonl(start: str) -> bool:
    first, newline, _ = start.partition("\n")
    return first.startswith("{") and (bool(newline) or first.rstrip().endswith("}")) and _has_text_key(first)


def _has_text_key(line: str) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "text" in find_columns(value).names


def _is_json(start: str) -> bool:
    return re.match(r"\[\s*[{\]]|\{\s*\"", start) is not None


def _is_csv(start: str) -> bool:
    header, newline, _ = start.partition("\n")
    if not newline or len(header) > _SNIFFED:
        return False
    names = [name.strip().strip('"') for name in header.split(delimiter_of(header))]
    # a sentence with a comma is no header: every column must be a name, two of them ours
    return len(find_columns(names).names) >= 2 and all(0 < len(name.split()) <= 4 for name in names)


def _never(start: str) -> bool:
    return False


def _always(start: str) -> bool:
    return True


READERS: tuple[Reader, ...] = (
    Reader("parquet", (".parquet", ".pq"), _never, read_parquet),
    Reader("jsonl", (".jsonl", ".ndjson", ".jsonlines"), _is_jsonl, read_jsonl),
    Reader("json", (".json",), _is_json, read_json),
    Reader("csv", (".csv", ".tsv", ".tab"), _is_csv, read_csv),
    Reader("html", (".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php", ".cms"), _is_html, _html),
    Reader("text", (".txt", ".text", ".md"), _always, _text),
)
