"""People so well known that news names them without saying who they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import combining, normalize

from dragoman.gazetteers.tables import listed, read_table, sectors, year

TABLE = Path(__file__).with_name("people.csv")
COLUMNS = ("name", "short", "aliases", "country", "sectors", "from", "to")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person and what held of them from ``first`` to ``last`` (years, both included, ``None`` is open).

    ``short`` is the family name where it alone is enough to know them by.
    """

    name: str
    short: str | None
    aliases: tuple[str, ...]
    country: str | None
    sectors: tuple[str, ...]
    first: int | None
    last: int | None


@cache
def all_people() -> tuple[KnownPerson, ...]:
    """Every known person, one record for each time in office. Raises ``CodebookError``."""
    return load(TABLE)


def load(path: Path) -> tuple[KnownPerson, ...]:
    """The people of a table with ``COLUMNS``. Raises ``CodebookError`` with file and line."""
    return tuple(
        KnownPerson(
            name=row["name"],
            short=row["short"] or None,
            aliases=listed(row["aliases"]),
            country=row["country"] or None,
            sectors=sectors(row["sectors"], where),
            first=year(row["from"], where),
            last=year(row["to"], where),
        )
        for where, row in read_table(path, COLUMNS)
    )


@cache
def family_names() -> frozenset[str]:
    """The family names by which alone news knows somebody."""
    return frozenset(person.short for person in all_people() if person.short)


@cache
def _by_name() -> dict[str, tuple[KnownPerson, ...]]:
    found: dict[str, list[KnownPerson]] = {}
    for person in all_people():
        for name in (person.name, *person.aliases, *([person.short] if person.short else [])):
            found.setdefault(_key(name), []).append(person)
    return {name: tuple(people) for name, people in found.items()}


# Letters that do not come apart under Unicode normalisation.
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss"})


@lru_cache(maxsize=4096)  # a report names the same few people again and again
def _key(name: str) -> str:
    # "Kim Jong-Un" and "KIM JONG UN" are one; a lone family name keeps its case ("May", "may"). Accents are passed over.
    bare = "".join(c for c in normalize("NFKD", name.translate(_LETTERS)) if not combining(c))
    return bare.replace("-", " ").casefold() if " " in bare or "-" in bare else bare


def known_person(name: str, on: int | None = None) -> KnownPerson | None:
    """Who ``name`` (full, or the family name alone) is known to be in the year ``on``.

    The years are taken with a margin of one; outside them the record comes back without sectors (what a person
    was before or after an office the table does not say).
    """
    people = _by_name().get(_key(name), ())
    if not people:
        return None
    if on is None:
        return people[0]
    for person in people:
        if (person.first is None or person.first - 1 <= on) and (person.last is None or on <= person.last + 1):
            return person
    p = people[0]
    if _key(name) == _key(p.short or ""):
        return None
    after = all(q.last is not None and q.last < on for q in people) and p.sectors[:1] == ("GOV",)
    return KnownPerson(p.name, p.short, p.aliases, p.country, ("ELI",) if after else (), p.first, p.last)
