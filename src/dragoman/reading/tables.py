"""Tables: JSONL, CSV, TSV, Parquet and JSON lists, row by row, in memory that does not grow with the file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from dragoman.errors import LimitError, ReadingError
from dragoman.reading.build import Context
from dragoman.reading.decode import decode, encoding_of
from dragoman.reading.rows import Columns, find_columns, no_text_column, row_article
from dragoman.reading.sources import Opened
from dragoman.records import Article, SetAside

_DELIMITERS = ("\t", ",", ";", "|")
#: Rows a Parquet file hands over at a time; articles are large, so few.
_BATCH_ROWS = 32
#: Bytes that did not fit the encoding, as they come through.
_WIDE = ("utf-16", "utf-32", "utf-8-sig")
_ESCAPED = re.compile(r"[\udc80-\udcff]")
#: Lines of a TSV's beginning by which its quoting is judged.
_SAMPLE_LINES = 50


def read_jsonl(opened: Opened, context: Context) -> Iterator[Article | SetAside]:
    """A JSON object on each line. A bad line is set aside with its number; the rest is read."""
    for number, line in _lines(opened, context):
        where = f"{opened.name}:{number}"
        if isinstance(line, LimitError):
            yield SetAside(where, line.what, line.remedy or "")
        elif line.strip():
            yield _row_or_reason(where, partial(_json_row, line, context, where))


def read_json(opened: Opened, context: Context) -> Iterator[Article | SetAside]:
    """A JSON list of objects, or one object that is an article. The file must fit ``max_file_bytes``."""
    raw = opened.read_whole(context.settings.max_file_bytes)
    try:
        value = json.loads(decode(raw))
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"not valid JSON ({error})", remedy="Mend it, or give JSONL: one object a line") from error
    if isinstance(value, dict):
        columns = find_columns(value)
        if "text" not in columns.names:
            raise ReadingError(
                "the JSON is one object without a text, not a list of articles",
                remedy='Give a list [{"text": …}, …], or JSONL: one object a line',
            )
        yield _row_or_reason(opened.name, partial(row_article, value, columns, context, source=opened.name, raw=raw))
    elif isinstance(value, list):
        for number, row in enumerate(value, start=1):
            where = f"{opened.name}:item {number}"
            yield _row_or_reason(where, partial(_object_row, row, context, where, None))
    else:
        raise ReadingError("the JSON holds no articles", remedy='Give a list [{"text": …}, …]')


def read_csv(opened: Opened, context: Context) -> Iterator[Article | SetAside]:
    """Values parted by commas, semicolons, bars or tabs, with a header line that names the columns.

    A bad row is set aside with the number of the line it ends on.
    """
    # csv keeps one limit for the whole process; ours is the only use of it
    csv.field_size_limit(min(context.settings.max_table_row_bytes, 2**31 - 1))
    problems: list[SetAside] = []
    reader = csv.reader(_csv_lines(opened, context, problems), **_dialect(opened))
    header = _next_row(reader, opened.name, problems)
    if header is None:
        yield from problems
        raise ReadingError("the file is empty", remedy="Give a header line and rows")
    header = [name.strip().lstrip("\ufeff") for name in header]
    columns = find_columns(header)
    if "text" not in columns.names:
        raise no_text_column(header)
    while True:
        values = _next_row(reader, opened.name, problems)
        yield from problems
        problems.clear()
        if values is None:
            return
        where = f"{opened.name}:{reader.line_num}"
        if values:
            yield _row_or_reason(where, partial(_csv_row, values, header, columns, context, where))


def read_parquet(opened: Opened, context: Context) -> Iterator[Article | SetAside]:
    """The rows of a Parquet file. Messages give the row's number, from 1."""
    import pyarrow
    import pyarrow.parquet

    stream: Any = opened.stream
    if not stream.seekable():  # from a pipe or gzip: Parquet is read from its end
        stream = io.BytesIO(opened.read_whole(context.settings.max_file_bytes))
    try:
        table = pyarrow.parquet.ParquetFile(stream, pre_buffer=False, buffer_size=1 << 20)
        names = list(table.schema_arrow.names)
        columns = find_columns(names)
        if "text" not in columns.names:
            raise no_text_column(names)
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH_ROWS, columns=columns.used, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                where = f"{opened.name}:row {number}"
                yield _row_or_reason(where, partial(row_article, row, columns, context, source=where, raw=None))
    except (pyarrow.ArrowException, OSError) as error:
        what = f"the Parquet data is damaged or cut short ({str(error).splitlines()[0][:200]})"
        raise ReadingError(what, remedy="Write or fetch the file anew") from error


def _row_or_reason(where: str, read: Callable[[], Article]) -> Article | SetAside:
    try:
        return read()
    except ReadingError as error:
        return SetAside(where, error.what, error.remedy or "Mend the row")
    except RecursionError:
        return SetAside(where, "its JSON is nested too deep", "Give one flat object a line")


def _json_row(line: str, context: Context, where: str) -> Article:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ReadingError(f"not valid JSON ({error})", remedy="Mend the line: one JSON object a line") from error
    return _object_row(row, context, where, line.strip().encode("utf-8", "surrogatepass"))


def _object_row(row: Any, context: Context, where: str, raw: bytes | None) -> Article:
    if not isinstance(row, dict):
        raise ReadingError("not a JSON object", remedy='Write {"text": …, "published": …}')
    columns = find_columns(row)
    if "text" not in columns.names:
        raise no_text_column(row)
    return row_article(row, columns, context, source=where, raw=raw)


def _csv_row(values: list[str], header: list[str], columns: Columns, context: Context, where: str) -> Article:
    if len(values) != len(header):
        raise ReadingError(
            f"the row has {len(values)} value{'s' * (len(values) != 1)} for {len(header)} column{'s' * (len(header) != 1)}",
            remedy="Put values that hold the delimiter or a line break in double quotes",
        )
    return row_article(dict(zip(header, values, strict=True)), columns, context, source=where, raw=None)


def _lines(opened: Opened, context: Context) -> Iterator[tuple[int, str | LimitError]]:
    """The lines of a table with their numbers; a line over the limit is passed over, never held in memory."""
    limit = context.settings.max_table_row_bytes
    likely = encoding_of(opened.head)
    # Bytes that do not fit come through as surrogates, so that a line can be mended by itself: tables are often
    # put together from files of several encodings. Only the wide encodings hold for a whole file.
    encoding = likely if likely.startswith(_WIDE) else "utf-8"
    stream = io.TextIOWrapper(opened.stream, encoding=encoding, errors="surrogateescape", newline="\n")
    number = 0
    try:
        while line := stream.readline(limit + 1):
            number += 1
            if len(line) > limit:
                while line and not line.endswith("\n"):
                    line = stream.readline(limit)
                yield (
                    number,
                    LimitError(
                        f"the line has more than {limit:,} characters",
                        remedy="Split it, or raise max_table_row_bytes in the settings",
                    ),
                )
            else:
                yield number, _mended(line, likely)
    except UnicodeError as error:
        raise ReadingError(f"the text is not {encoding} throughout ({error})", remedy="Save it as UTF-8") from error
    finally:
        if not opened.stream.closed:
            stream.detach()  # the source closes its own stream


def _mended(line: str, likely: str) -> str:
    if line.isascii() or likely.startswith(_WIDE) or _ESCAPED.search(line) is None:
        return line
    raw = line.encode("utf-8", "surrogateescape")
    return decode(raw) if likely == "utf-8" else raw.decode(likely, "replace")


def _csv_lines(opened: Opened, context: Context, problems: list[SetAside]) -> Iterator[str]:
    for number, line in _lines(opened, context):
        if isinstance(line, LimitError):
            problems.append(SetAside(f"{opened.name}:{number}", line.what, line.remedy or ""))
            yield "\n"
        else:
            yield line


def _next_row(reader: Any, name: str, problems: list[SetAside]) -> list[str] | None:
    while True:
        try:
            row: list[str] = next(reader)
        except StopIteration:
            return None
        except csv.Error as error:
            reason = f"the row cannot be read ({error})"
            problems.append(SetAside(f"{name}:{reader.line_num}", reason, "Check its quotes"))
            continue
        return row


def _dialect(opened: Opened) -> dict[str, Any]:
    lines = decode(opened.head).lstrip("\ufeff").split("\n")[:_SAMPLE_LINES]
    delimiter = delimiter_of(lines[0], opened.suffix)
    if delimiter == "\t" and not _quotes_fields(lines[:-1] if len(lines) > 1 else lines):
        return {"delimiter": delimiter, "quoting": csv.QUOTE_NONE}
    return {"delimiter": delimiter}


def delimiter_of(header: str, suffix: str = "") -> str:
    """The character that parts the columns of a header line."""
    if suffix in (".tsv", ".tab"):
        return "\t"
    named = [d for d in _DELIMITERS if "text" in find_columns(_unquoted(header.strip(), d)).names and d in header]
    return named[0] if named else max(_DELIMITERS, key=lambda d: (header.count(d), d == ","))


def _unquoted(header: str, delimiter: str) -> list[str]:
    return [name.strip().strip('"') for name in header.split(delimiter)]


def _quotes_fields(lines: list[str]) -> bool:
    """Whether a tab-separated file uses quotes as CSV does: many write them as plain characters."""
    if not any('"' in line for line in lines):
        return False
    try:
        widths = {len(row) for row in csv.reader(lines, delimiter="\t", strict=True) if row}
    except csv.Error:
        return False
    plain = {line.count("\t") + 1 for line in lines if line.strip()}
    cells = (cell.strip() for line in lines for cell in line.split("\t"))
    quoted = any(cell.startswith('"') and cell.endswith('"') for cell in cells)
    return len(widths) == 1 and (len(plain) > 1 or quoted)
