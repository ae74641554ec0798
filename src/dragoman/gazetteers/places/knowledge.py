"""What the hand-written tables say beyond the index: abbreviations, demonyms, cues, homes of outlets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.errors import CodebookError
from dragoman.gazetteers.places.entry import Entry
from dragoman.gazetteers.places.index import PlaceIndex, load_places
from dragoman.gazetteers.places.normalise import name_key
from dragoman.gazetteers.places.tables import list_cell, number_cell, read_table


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables, resolved against one index.

    ``abbreviations``: exact form → division (``Ill.``, ``TX``). ``demonyms``: exact form → places (``Congolese``
    has two). ``cues``: form, country (alpha-3) and weight of each cue word.
    ``outlets``: host → town (and its country's alpha-3).
    """

    abbreviations: dict[str, tuple[Entry, ...]]
    demonyms: dict[str, tuple[Entry, ...]]
    cues: tuple[tuple[str, str, float], ...]
    outlets: dict[str, Entry]


@lru_cache(maxsize=1)
def load_knowledge() -> Knowledge:
    """The tables that ship with the package. Raises ``CodebookError`` with file and line."""
    index = load_places()
    return Knowledge(
        abbreviations=_abbreviations(index),
        demonyms=_demonyms(index),
        cues=_cues(),
        outlets=_outlets(index),
    )


def _abbreviations(index: PlaceIndex) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    columns = ("country", "code", "latitude", "longitude", "names")
    for where, row in read_table("admin1_names.csv", columns):
        division = index.division(f"{row['country']}.{row['code']}")
        if division is None:
            raise CodebookError(
                f"there is no division {row['country']}.{row['code']}",
                where=where,
                remedy="Give a GeoNames admin1 code",
            )
        for form in list_cell(row["names"]):
            if form.endswith(".") or form.isupper() or len(form) <= 5:
                found.setdefault(form, []).append(division)
    return {form: tuple(entries) for form, entries in found.items()}


def _place(index: PlaceIndex, name: str, country: str, where: str, kinds: frozenset[str] | None = None) -> Entry:
    for hit in index.lookup(name):
        if hit.main and (not country or hit.entry.country == country) and (kinds is None or hit.entry.kind in kinds):
            return hit.entry
    raise CodebookError(
        f"the index has no place {name!r} in {country or 'the world'}",
        where=where,
        remedy="Correct the name or country",
    )


def _demonyms(index: PlaceIndex) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}

    def add(form: str, entry: Entry) -> None:
        forms = [form]
        if not form.endswith(("ese", "ish", "ch", "sh", "men", "s")):
            # "Philippine" has no plural: "Philippines" is the country
            if name_key(form + "s") != name_key(entry.name):
                forms.append(form + "s")
        for each in forms:
            if entry not in found.setdefault(each, []):
                found[each].append(entry)

    for where, row in read_table("countries.csv", ("iso2", "latitude", "longitude", "names", "demonyms")):
        if list_cell(row["demonyms"]):
            entry = index.country(index.iso3.get(row["iso2"], ""))
            if entry is None:
                raise CodebookError(
                    f"there is no country {row['iso2']}", where=where, remedy="Give an ISO 3166 alpha-2 code"
                )
            for form in list_cell(row["demonyms"]):
                add(form, entry)
    areas = frozenset({"region", "admin1", "island", "city"})
    for where, row in read_table("demonyms.csv", ("form", "name", "country")):
        add(row["form"], _place(index, row["name"], row["country"], where, areas))
    return {form: tuple(entries) for form, entries in found.items()}


def _cues() -> tuple[tuple[str, str, float], ...]:
    rows = read_table("country_cues.csv", ("form", "country", "weight"))
    return tuple((r["form"], r["country"], number_cell(r["weight"], where, "weight", 0.05, 1)) for where, r in rows)


def _outlets(index: PlaceIndex) -> dict[str, Entry]:
    outlets = {}
    for where, row in read_table("outlets.csv", ("host", "town", "division", "country")):
        for hit in index.lookup(row["town"]):
            entry = hit.entry
            division = index.entry(entry.admin1).name if entry.admin1 is not None else ""
            if (
                entry.kind == "city"
                and entry.country == row["country"]
                and name_key(row["division"]) in ("", name_key(division))
            ):
                outlets[row["host"]] = entry
                break
        else:
            raise CodebookError(
                f"the index has no town {row['town']!r}", where=where, remedy="Correct the town, division or country"
            )
    return outlets
