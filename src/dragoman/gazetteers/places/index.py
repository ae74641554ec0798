"""Looking places up: the index file mapped into memory, asked by name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, cast

from dragoman.gazetteers.places.binary import Column, map_columns
from dragoman.gazetteers.places.entry import KINDS, Entry
from dragoman.gazetteers.places.normalise import key_hash, name_key
from dragoman.gazetteers.places.tables import PACKAGE

if TYPE_CHECKING:
    from typing_extensions import Buffer

_MANY = 1 << 31


def _view(column: Column) -> memoryview:
    return memoryview(cast("Buffer", column))


@dataclass(frozen=True, slots=True)
class Hit:
    """A place a name can mean. ``main``: the name is one of its usual ones, not a rare or foreign form."""

    entry: Entry
    main: bool


class PlaceIndex:
    """A read-only index of places. Opening it maps the file; nothing is parsed."""

    def __init__(self, path: Path) -> None:
        columns, meta = map_columns(path)
        # Plain memoryviews: picking one number out of them is several times quicker than out of an array.
        self._id = _view(columns["id"])
        self._kind = _view(columns["kind"])
        self._country = _view(columns["country"])
        self._latitude = _view(columns["latitude"])
        self._longitude = _view(columns["longitude"])
        self._population = _view(columns["population"])
        self._admin1 = _view(columns["admin1"])
        self._admin2 = _view(columns["admin2"])
        self._name_end = _view(columns["name_end"])
        self._names = _view(columns["names"])
        self._keys = _view(columns["keys"])
        self._values = _view(columns["values"])
        self._shared = _view(columns["shared"])
        self._codes: list[str | None] = [None, *meta["countries"]]
        self._divisions: dict[str, int] = meta["first_divisions"]
        #: ISO 3166 alpha-2 → alpha-3.
        self.iso3: dict[str, str] = meta["iso3"]
        self._states = {
            code: row
            for row in range(len(self._codes))
            if self._kind[row] == 0 and (code := self._codes[self._country[row]])
        }
        #: Rows of the towns that are capitals of states and territories.
        self.capitals: frozenset[int] = frozenset(meta["capitals"])
        self.entry = lru_cache(maxsize=32768)(self._entry)
        self._hits = lru_cache(maxsize=16384)(self._hits_of)
        self._rows = lru_cache(maxsize=65536)(self._find)

    def __len__(self) -> int:
        return len(self._id)

    def __contains__(self, name: str) -> bool:
        return bool(self._rows(name_key(name)))

    def has_key(self, key: str) -> bool:
        """Whether any place has a name with this key (see ``name_key``)."""
        return bool(self._rows(key))

    def lookup(self, name: str) -> tuple[Hit, ...]:
        """The places ``name`` can mean: usual names before others, then the more populous first."""
        return self._hits(name_key(name))

    def _hits_of(self, key: str) -> tuple[Hit, ...]:
        return tuple(Hit(self.entry(packed >> 1), not packed & 1) for packed in self._rows(key))

    def entries(self) -> Iterator[Entry]:
        """Every place, in the order of the file."""
        return (self._entry(row) for row in range(len(self)))

    def country(self, code: str) -> Entry | None:
        """The state or territory with an ISO 3166 alpha-3 code."""
        row = self._states.get(code)
        return None if row is None else self.entry(row)

    def division(self, code: str) -> Entry | None:
        """The first-level division with a GeoNames code such as ``US.TX``."""
        row = self._divisions.get(code)
        return None if row is None else self.entry(row)

    def _find(self, key: str) -> tuple[int, ...]:
        if not key:
            return ()
        number = key_hash(key)
        slot = bisect_left(self._keys, number)
        if slot == len(self._keys) or self._keys[slot] != number:
            return ()
        value = self._values[slot]
        if not value & _MANY:
            return (value,)
        start = value & ~_MANY
        return tuple(self._shared[start + 1 : start + 1 + self._shared[start]])

    def _entry(self, row: int) -> Entry:
        admin1, admin2 = self._admin1[row], self._admin2[row]
        return Entry(
            row=row,
            geonames_id=self._id[row] or None,
            name=bytes(self._names[self._name_end[row] : self._name_end[row + 1]]).decode("utf-8"),
            kind=KINDS[self._kind[row]],
            latitude=self._latitude[row] / 1e5,
            longitude=self._longitude[row] / 1e5,
            population=self._population[row],
            country=self._codes[self._country[row]],
            admin1=None if admin1 < 0 else admin1,
            admin2=None if admin2 < 0 else admin2,
        )


@lru_cache(maxsize=1)
def load_places() -> PlaceIndex:
    """The index that ships with the package. Raises ``CodebookError`` if it is missing or damaged."""
    with as_file(files(PACKAGE).joinpath("places.bin")) as path:
        return PlaceIndex(path)
