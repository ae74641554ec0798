"""The hand-written tables beside the index: read with file and line in every complaint."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from io import StringIO

from dragoman.errors import CodebookError

PACKAGE = "dragoman.gazetteers.places.data"


def read_table(name: str, columns: tuple[str, ...], *, package: str = PACKAGE) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of the CSV file ``name`` as ``(file:line, column → text)``; ``#`` lines are comments.

    Raises ``CodebookError`` where the header is not ``columns`` or a row has another number of cells.
    """
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    yield from parse_table(text, name, columns)


def parse_table(text: str, name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows of CSV ``text`` that is called ``name`` in complaints; see ``read_table``."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    if not lines:
        raise CodebookError("the table is empty", where=name, remedy=f"Give a header line: {','.join(columns)}")
    rows = csv.reader(StringIO("\n".join(line for _, line in lines)))
    header = tuple(next(rows))
    if header != columns:
        raise CodebookError(
            f"the header reads {','.join(header)}",
            where=f"{name}:{lines[0][0]}",
            remedy=f"It must read {','.join(columns)}",
        )
    for (number, _), cells in zip(lines[1:], rows, strict=True):
        where = f"{name}:{number}"
        if len(cells) != len(columns):
            raise CodebookError(
                f"the row has {len(cells)} cells",
                where=where,
                remedy=f"Give {len(columns)}, quoted where they hold a comma",
            )
        yield where, dict(zip(columns, (cell.strip() for cell in cells), strict=True))


def number_cell(cell: str, where: str, column: str, low: float, high: float) -> float:
    """The number in a cell, between ``low`` and ``high``. Raises ``CodebookError`` otherwise."""
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise CodebookError(f"{column} reads {cell!r}", where=where, remedy=f"Give a number from {low:g} to {high:g}")
    return value


def list_cell(cell: str) -> tuple[str, ...]:
    """The parts of a cell that ``|`` separates; empty for an empty cell."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
