"""One place of the gazetteer, and the kinds of place there are."""

from __future__ import annotations

from dataclasses import dataclass

#: Kinds by their number in the index file. The order is part of the file format: append only.
KINDS = ("country", "admin1", "admin2", "city", "region", "water", "island", "mountain", "area")

#: What ``Place.precision`` says of a place of each kind.
PRECISION = {
    "country": "country",
    "admin1": "province",
    "admin2": "district",
    "city": "city",
    "region": "region",
    "water": "region",
    "island": "region",
    "mountain": "region",
    "area": "point",
}

#: A town of fewer people is a dot on any map of a country: its coordinates are a ``point``.
POINT_POPULATION = 50_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. ``row`` identifies it within one index file; ``country`` is ISO 3166 alpha-3.

    ``population`` in people; for areas the sum of their towns, for regions a stand-in for how often
    news means them. ``admin1``/``admin2`` are rows of the divisions it lies in.
    """

    row: int
    geonames_id: int | None
    name: str
    kind: str
    latitude: float
    longitude: float
    population: int
    country: str | None
    admin1: int | None
    admin2: int | None

    @property
    def precision(self) -> str:
        """What ``Place.precision`` says of this place."""
        if self.kind == "city" and self.population < POINT_POPULATION:
            return "point"
        return PRECISION[self.kind]
