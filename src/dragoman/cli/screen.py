"""Where output goes: tables for people, JSON lines and CSV for programs; progress only on a terminal."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

#: A pipe has no width of its own (unless COLUMNS says one): wide enough for a table's line to be read.
_PIPE_WIDTH = 160
#: Characters: on a narrower screen the columns of a table would be a few letters wide, so each row is written down as lines.
_NARROW, _FEW_COLUMNS = 64, 3


class _Console(Console):
    """A console whose reader may go away ("| head"): the command ends it, not the library with exit code 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


out = _Console(highlight=False, width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH)
err = Console(stderr=True, highlight=False, soft_wrap=True)


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def rows(items: Iterable[Mapping[str, Any]], form: Format, columns: Sequence[str], *, title: str | None = None) -> int:
    """Print rows in the format asked for and return how many there were. Tables show ``columns`` only."""
    count = 0
    if form is Format.jsonl:
        for item in items:
            sys.stdout.write(json.dumps(item.get("_json", _plain(item)), ensure_ascii=False, default=str) + "\n")
            count += 1
        return count
    if form is Format.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        for item in items:
            writer.writerow([_cell(item.get(c)) for c in columns])
            count += 1
        return count
    if title is None and out.width < _NARROW and len(columns) > _FEW_COLUMNS:
        for item in items:
            _block(item, columns)
            count += 1
        return count
    table = Table(
        title=title, title_justify="left", box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0)
    )
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in ("when", "id"))
    for item in items:
        # text from articles is never read as markup
        table.add_row(*(Text(_cell(item.get(c))) for c in columns))
        count += 1
    if count or title is not None:  # a header over nothing says less than the command's own word for it
        out.print(table)
    return count


def _block(item: Mapping[str, Any], columns: Sequence[str]) -> None:
    """A row as lines: the name of each column that says something, and what it says."""
    for column in columns:
        if cell := _cell(item.get(column)):
            out.print(Text.assemble((f"{column}: ", "bold"), cell))
    out.print()


def _plain(item: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in item.items() if not k.startswith("_")}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(_cell(v) for v in value)
    if isinstance(value, float):
        return f"{value:g}"
    return printable(str(value))


def printable(text: str) -> str:
    """The text without control characters: an article must not steer the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def plural(count: int, noun: str, many: str | None = None) -> str:
    """``1 report``, ``2 reports``."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"
