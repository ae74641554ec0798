"""Where an article speaks of: support for countries, divisions and stretches of land, gathered from all its names."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeVar

from dragoman.gazetteers.places import Entry

#: Sides of the squares, in degrees, within which places count as near and as in one part of the world.
NEAR_CELL = 0.75
REGION_CELL = 10.0

_Key = TypeVar("_Key")
_Squares = tuple[tuple[tuple[int, int], float], ...]

_WIDE = frozenset({"country", "admin1", "region", "water", "mountain"})


class Spot(NamedTuple):
    """Where a place lies, in the terms of ``Support``; ``near`` is ``None`` for areas too wide to be near anything."""

    country: str
    division: int | None
    near: tuple[int, int] | None
    region: tuple[int, int]
    near_by: _Squares
    region_by: _Squares


def spot_of(entry: Entry) -> Spot:
    """The spot of an entry."""
    at = entry.latitude, entry.longitude
    wide = entry.kind in _WIDE
    return Spot(
        entry.country or "",
        entry.row if entry.kind == "admin1" else entry.admin1,
        None if wide else _square(*at, NEAR_CELL),
        _square(*at, REGION_CELL),
        () if wide else _squares(*at, NEAR_CELL, 0.8, 0.6),
        _squares(*at, REGION_CELL, 0.6, 0.4),
    )


@dataclass(slots=True)
class Support:
    """How much speaks for each country (alpha-3), division (row) and square of land."""

    country: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    division: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    near: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    region: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, spot: Spot, amount: float) -> None:
        """Let a place speak for where it lies, and for the squares around its own; so asking is one look-up."""
        if spot.country:
            self.country[spot.country] += amount
        if spot.division is not None:
            self.division[spot.division] += amount
        near, region = self.near, self.region
        for square, part in spot.near_by:
            near[square] += amount * part
        for square, part in spot.region_by:
            region[square] += amount * part

    def include(self, other: Support) -> None:
        """Add all of ``other``."""
        _pour(self.country, other.country)
        _pour(self.division, other.division)
        _pour(self.near, other.near)
        _pour(self.region, other.region)


def _pour(into: dict[_Key, float], source: dict[_Key, float]) -> None:
    for key, amount in source.items():
        into[key] += amount


def _square(latitude: float, longitude: float, size: float) -> tuple[int, int]:
    return int((latitude + 90.0) / size), int((longitude + 180.0) / size)


@lru_cache(maxsize=16384)
def _squares(
    latitude: float, longitude: float, size: float, edge: float, corner: float
) -> tuple[tuple[tuple[int, int], float], ...]:
    """The square of a point and the eight around it, with how much of the point each hears."""
    row, column = _square(latitude, longitude, size)
    return tuple(
        ((row + up, column + right), 1.0 if not up and not right else corner if up and right else edge)
        for up in (-1, 0, 1)
        for right in (-1, 0, 1)
    )


def distance_km(a: Entry, b: Entry) -> float:
    """Great-circle distance."""
    p, q = math.radians(a.latitude), math.radians(b.latitude)
    turn = math.radians(b.longitude - a.longitude)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(turn / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, h)))
