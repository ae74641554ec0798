"""From the sources and the hand-written tables to the rows and keys of the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.errors import CodebookError
from dragoman.gazetteers.places.names import bare_names, is_readable, without_article
from dragoman.gazetteers.places.normalise import name_key
from dragoman.gazetteers.places.sources import Division, Sources
from dragoman.gazetteers.places.tables import list_cell, number_cell, read_table

# Countries whose towns carry an Arabic article in GeoNames' spelling.
_ARABIC = frozenset(
    [
        "AE",
        "BH",
        "DZ",
        "EG",
        "IL",
        "IQ",
        "JO",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SY",
        "TN",
        "YE",
    ]
)


@dataclass(slots=True)
class Draft:
    """A place on its way into the index. ``keys`` maps a key to whether it is a main name; ``code`` is a division's."""

    kind: str
    name: str
    latitude: float
    longitude: float
    population: int
    country: str | None
    geonames_id: int | None = None
    admin1: Draft | None = None
    admin2: Draft | None = None
    keys: dict[str, bool] = field(default_factory=dict)
    code: str | None = None
    capital: bool = False

    def add(self, names: Iterable[str], *, main: bool) -> None:
        """Give the place further names."""
        for name in names:
            key = name_key(name)
            if key:
                self.keys[key] = self.keys.get(key, False) or main


def assemble(sources: Sources) -> list[Draft]:
    """All places of the index, in its order: countries, divisions, regions, towns, each by GeoNames id."""
    countries = _countries(sources)
    divisions, centres = _divisions(sources, countries)
    towns = _towns(sources, divisions, countries)
    _aliases(towns, countries)
    _capitals(sources, countries, towns)
    _rare_senses(towns)
    regions = _regions(countries, divisions)
    kept = [
        d
        for code, d in sorted(divisions.items(), key=lambda item: (item[1].kind, item[1].geonames_id or 0))
        if code in centres
    ]
    return [*countries.values(), *kept, *regions, *towns]


def _countries(sources: Sources) -> dict[str, Draft]:
    columns = ("iso2", "latitude", "longitude", "names", "demonyms")
    table = {row["iso2"]: (where, row) for where, row in read_table("countries.csv", columns)}
    drafts = {}
    for country in sources.countries:
        if country.iso2 not in table:
            continue
        where, row = table[country.iso2]
        draft = Draft(
            "country",
            country.name,
            number_cell(row["latitude"], where, "latitude", -90, 90),
            number_cell(row["longitude"], where, "longitude", -180, 180),
            country.population,
            country.iso3,
            country.geonames_id,
        )
        draft.code = country.iso2
        draft.add([country.name, *list_cell(row["names"])], main=True)
        drafts[country.iso2] = draft
    return drafts


def _centre(points: list[tuple[float, float]]) -> tuple[float, float]:
    """A middle of a division that has only its towns to go by: between their mean and the middle of their box."""
    middle = []
    for axis in (0, 1):
        values = sorted(point[axis] for point in points)
        if axis and values[-1] - values[0] > 180:
            values = sorted(value + 360 if value < 0 else value for value in values)
        trim = len(values) // 50
        values = values[trim : len(values) - trim]
        mean = sum(values) / len(values)
        middle.append(round((mean + (values[0] + values[-1]) / 2) / 2, 4))
    return middle[0], middle[1] if middle[1] <= 180 else round(middle[1] - 360, 4)


def _divisions(
    sources: Sources, countries: dict[str, Draft]
) -> tuple[dict[str, Draft], dict[str, tuple[float, float]]]:
    columns = ("country", "code", "latitude", "longitude", "names")
    by_hand = {
        f"{row['country']}.{row['code']}": (where, row) for where, row in read_table("admin1_names.csv", columns)
    }
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for town in sources.towns:
        for level in (2, 3):
            code = ".".join(town.division.split(".")[:level])
            if code.count(".") == level - 1:
                points[code].append((town.latitude, town.longitude))
                people[code] += town.population
    centres = {code: _centre(found) for code, found in sorted(points.items())}
    for code, (where, row) in by_hand.items():
        if row["latitude"]:
            latitude = number_cell(row["latitude"], where, "latitude", -90, 90)
            centres[code] = (latitude, number_cell(row["longitude"], where, "longitude", -180, 180))
    drafts: dict[str, Draft] = {}
    for division in sorted(sources.divisions, key=lambda d: (d.level, d.geonames_id)):
        if division.code not in centres or division.iso2 not in countries:
            continue
        draft = _division(division, centres[division.code], people[division.code], countries[division.iso2])
        if division.level == 2:
            draft.admin1 = drafts.get(division.code.rsplit(".", 1)[0])
        elif division.code in by_hand:
            # Dotted and postal abbreviations need their own case and context: the finder reads them.
            draft.add(
                [
                    n
                    for n in list_cell(by_hand[division.code][1]["names"])
                    if is_readable(n) and n[-1] != "." and len(n) > 4
                ],
                main=True,
            )
        draft.code = division.code
        drafts[division.code] = draft
    return drafts, centres


def _division(division: Division, centre: tuple[float, float], people: int, country: Draft) -> Draft:
    kind = "admin1" if division.level == 1 else "admin2"
    draft = Draft(kind, division.names[0], *centre, people, country.country, division.geonames_id)
    readable = [name for name in division.names if is_readable(name)]
    draft.add([division.names[0]], main=True)
    draft.add(readable, main=True)
    draft.add(bare_names(readable), main=division.level == 1)
    return draft


def _regions(countries: dict[str, Draft], divisions: dict[str, Draft]) -> list[Draft]:
    """Regions of the hand-written table. One that is a division of GeoNames lends it its names and centre instead."""
    columns = ("name", "kind", "country", "latitude", "longitude", "weight", "names")
    provinces = {(d.country, key): d for d in divisions.values() if d.kind == "admin1" for key in d.keys}
    regions = []
    for where, row in read_table("regions.csv", columns):
        latitude = number_cell(row["latitude"], where, "latitude", -90, 90)
        longitude = number_cell(row["longitude"], where, "longitude", -180, 180)
        weight = int(number_cell(row["weight"], where, "weight", 1, 1e9))
        country = countries[row["country"]].country if row["country"] in countries else None
        kind = "admin1" if row["kind"] == "province" else row["kind"]
        names = [row["name"], *list_cell(row["names"])]
        known = next((provinces[country, name_key(n)] for n in names if (country, name_key(n)) in provinces), None)
        if kind == "admin1" and known is not None:
            known.name, known.latitude, known.longitude = row["name"], latitude, longitude
            known.population = max(known.population, weight)
            known.add(names, main=True)
            continue
        draft = Draft(kind, row["name"], latitude, longitude, weight, country)
        draft.add(names, main=True)
        regions.append(draft)
    return regions


def _towns(sources: Sources, divisions: dict[str, Draft], countries: dict[str, Draft]) -> list[Draft]:
    drafts = []
    for town in sources.towns:
        if town.iso2 not in countries:
            continue
        country = countries[town.iso2].country
        draft = Draft("city", town.name, town.latitude, town.longitude, town.population, country, town.geonames_id)
        parts = town.division.split(".")
        draft.admin1 = divisions.get(".".join(parts[:2]))
        draft.admin2 = divisions.get(town.division) if len(parts) > 2 else None
        draft.add([town.name], main=True)
        draft.add([name for name in town.names if is_readable(name)], main=False)
        if town.iso2 in _ARABIC:
            draft.add(without_article([town.name, *town.names]), main=False)
        drafts.append(draft)
    return drafts


def _rank(town: Draft, key: str) -> tuple[bool, int]:
    return town.keys[key], town.population


def _capitals(sources: Sources, countries: dict[str, Draft], towns: list[Draft]) -> None:
    wanted = {(countries[c.iso2].country, name_key(c.capital)) for c in sources.countries if c.iso2 in countries}
    # GeoNames calls it Washington; some capitals stand in the list under an older or longer name.
    best: dict[tuple[str | None, str], Draft] = {}
    for town in towns:
        for key in town.keys:
            if (town.country, key) in wanted:
                slot = (town.country, key)
                if slot not in best or _rank(best[slot], key) < _rank(town, key):
                    best[slot] = town
    for town in best.values():
        town.capital = True


def _aliases(towns: list[Draft], countries: dict[str, Draft]) -> None:
    """Short and former names of big towns count as main names of the biggest town of the name given."""
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for where, row in read_table("abbreviated.csv", ("form", "name", "country")):
        if len(row["country"]) != 2 or not row["country"].isupper():
            raise CodebookError(
                f"country reads {row['country']!r}", where=where, remedy="Give an ISO 3166 alpha-2 code"
            )
        if row["country"] in countries:
            wanted[countries[row["country"]].country or "", name_key(row["name"])].append(row["form"])
    best: dict[tuple[str, str], Draft] = {}
    for town in towns:
        for key in town.keys:
            slot = (town.country or "", key)
            if slot in wanted and (slot not in best or best[slot].population < town.population):
                best[slot] = town
    for slot, town in best.items():
        # "LA" and its like have a key of two letters, which the finder asks for only in capitals
        town.add(wanted[slot], main=True)


def _rare_senses(towns: list[Draft]) -> None:
    by_id = {town.geonames_id: town for town in towns}
    for where, row in read_table("rare_senses.csv", ("geonames_id", "name")):
        town = by_id.get(int(number_cell(row["geonames_id"], where, "geonames_id", 1, 1e9)))
        if town is not None:
            town.keys[name_key(row["name"])] = False
