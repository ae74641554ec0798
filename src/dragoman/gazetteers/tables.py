"""Reading the gazetteers' CSV files, with file and line in every complaint."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import CodebookError


def read_table(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV file as ``(where, row)``; ``where`` is ``file:line`` for messages.

    Raises ``CodebookError`` where the header or a row does not have exactly ``columns``.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        if header != list(columns):
            raise CodebookError(
                f"the header reads {','.join(header)}",
                where=f"{path.name}:1",
                remedy=f"It must read {','.join(columns)}",
            )
        for values in reader:
            where = f"{path.name}:{reader.line_num}"
            if len(values) != len(header):
                raise CodebookError(
                    f"{len(values)} values for {len(header)} columns",
                    where=where,
                    remedy="Put values that hold a comma in double quotes",
                )
            yield where, dict(zip(header, values, strict=True))


def listed(value: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by ``|``."""
    return tuple(part.strip() for part in value.split("|") if part.strip())


def year(value: str, where: str) -> int | None:
    """A year or nothing; raises ``CodebookError`` for anything else."""
    if not value:
        return None
    if not value.isdigit() or len(value) != 4:
        raise CodebookError(f"{value!r} is no year", where=where, remedy="Write four digits or nothing")
    return int(value)


#: PLOVER sector codes, with the codes for parties that belong to no state.
SECTORS = frozenset(
    [
        "AGR",
        "BUS",
        "COP",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "GOV",
        "JRN",
        "JUD",
        "LAB",
        "LEG",
        "MED",
        "MIL",
        "OPP",
        "PRE",
        "PRM",
        "PTY",
        "REB",
        "REF",
        "REL",
        "SOC",
        "SPY",
        "UAF",
        "UNK",
        "EUR",
        "IGO",
        "IMG",
        "ISM",
        "MNC",
        "NGO",
        "UNO",
    ]
)


def sectors(value: str, where: str) -> tuple[str, ...]:
    """The sector codes of a cell; raises ``CodebookError`` for a code PLOVER does not have."""
    codes = listed(value)
    for code in codes:
        if code not in SECTORS:
            raise CodebookError(
                f"there is no sector {code!r}", where=where, remedy=f"Use one of: {' '.join(sorted(SECTORS))}"
            )
    return codes
