"""The index file: a short JSON header, then plain little-endian columns that are mapped, not parsed.

Layout: 8 bytes magic, 4 bytes header length, header, then the columns the header lists, each at a
multiple of 8 bytes. Nothing in it depends on the clock, the machine or the order of a set, so the
same sources give the same bytes.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.errors import CodebookError

MAGIC = b"DRGPLC01"
_ALIGN = 8

Column = npt.NDArray[Any]


def write_columns(path: Path, columns: Mapping[str, Column], meta: Mapping[str, Any]) -> None:
    """Write ``columns`` in the order given, and ``meta`` (JSON) into the header.

    The file takes its place whole: who has mapped the one before goes on reading that one.
    """
    described: list[dict[str, Any]] = []
    offset = 0
    for name, column in columns.items():
        little = column.dtype.newbyteorder("<")
        described.append({"name": name, "dtype": little.str, "length": int(column.size), "offset": offset})
        offset += -(-column.nbytes // _ALIGN) * _ALIGN
    header = json.dumps({"columns": described, "meta": meta}, sort_keys=True, separators=(",", ":")).encode()
    header += b" " * (-(len(MAGIC) + 4 + len(header)) % _ALIGN)
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as out:
        out.write(MAGIC)
        out.write(len(header).to_bytes(4, "little"))
        out.write(header)
        for column in columns.values():
            raw = np.ascontiguousarray(column, dtype=column.dtype.newbyteorder("<")).tobytes()
            out.write(raw)
            out.write(b"\0" * (-len(raw) % _ALIGN))
    beside.replace(path)


def map_columns(path: Path) -> tuple[dict[str, Column], dict[str, Any]]:
    """The columns and the meta of an index file; the columns are read-only views of the mapped file.

    Raises ``CodebookError`` where the file is not an index or is cut short.
    """
    try:
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise CodebookError(
            f"the place index cannot be opened ({error})", where=str(path), remedy="Reinstall, or build it anew"
        ) from error
    if mapped[: len(MAGIC)] != MAGIC:
        raise CodebookError(
            "this is not a place index of this version", where=str(path), remedy="Build it anew with this version"
        )
    start = len(MAGIC) + 4
    size = int.from_bytes(mapped[len(MAGIC) : start], "little")
    try:
        header = json.loads(mapped[start : start + size])
        columns = {
            c["name"]: np.frombuffer(
                mapped, dtype=np.dtype(c["dtype"]), count=c["length"], offset=start + size + c["offset"]
            )
            for c in header["columns"]
        }
    except (ValueError, KeyError, TypeError) as error:
        raise CodebookError(
            f"the place index is damaged ({error})", where=str(path), remedy="Reinstall, or build it anew"
        ) from error
    return columns, header["meta"]
