"""Loading the countries and looking them up by code, by name and in running text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dragoman.errors import CodebookError
from dragoman.gazetteers.countries.country import Country, CountryMatch, How
from dragoman.gazetteers.phrases import PhraseIndex, WordStarts
from dragoman.gazetteers.tables import listed, read_table, year
from dragoman.records import Span

TABLE = Path(__file__).with_name("countries.csv")
COLUMNS = [
    "alpha3",
    "alpha2",
    "numeric",
    "cow",
    "fips",
    "name",
    "aliases",
    "demonyms",
    "capital",
    "capital_aliases",
    "metonyms",
    "parts",
    "region",
    "dependency_of",
    "from",
    "to",
    "neighbours",
]

# Words that are far more often something else than the state or place they also name.
_NEVER_ALONE = frozenset({"The Valley", "Victoria", "Hamilton", "Douglas", "Stanley", "Plymouth", "Kingston"})


@cache
def all_countries() -> tuple[Country, ...]:
    """Every country, in order of its code. Raises ``CodebookError`` if the table is wrong."""
    return load(TABLE)


def load(path: Path) -> tuple[Country, ...]:
    """The countries of a table with ``COLUMNS``. Raises ``CodebookError`` with file and line."""
    countries: dict[str, Country] = {}
    for where, row in read_table(path, COLUMNS):
        code = row["alpha3"]
        if len(code) != 3 or not code.isupper() or code in countries:
            raise CodebookError(f"{code!r} is no new alpha-3 code", where=where, remedy="Use each code once")
        if not row["name"] or not row["region"]:
            raise CodebookError("name and region must be given", where=where)
        metonyms = []
        for entry in listed(row["metonyms"]):
            word, _, office = entry.partition("=")
            metonyms.append((word, office or None))
        countries[code] = Country(
            alpha3=code,
            alpha2=row["alpha2"] or None,
            numeric=row["numeric"] or None,
            cow=int(row["cow"]) if row["cow"] else None,
            fips=row["fips"] or None,
            name=row["name"],
            aliases=listed(row["aliases"]),
            demonyms=listed(row["demonyms"]),
            capital=row["capital"] or None,
            capital_aliases=listed(row["capital_aliases"]),
            metonyms=tuple(metonyms),
            parts=listed(row["parts"]),
            region=row["region"],
            dependency_of=row["dependency_of"] or None,
            first=year(row["from"], where),
            last=year(row["to"], where),
            neighbours=listed(row["neighbours"]),
        )
    for country in countries.values():
        for other in (*country.neighbours, *([country.dependency_of] if country.dependency_of else [])):
            if other not in countries:
                raise CodebookError(f"{country.alpha3} names {other!r}, which is no row", where=path.name)
    return tuple(countries[code] for code in sorted(countries))


@cache
def _by_code() -> dict[str, Country]:
    return {country.alpha3: country for country in all_countries()}


def by_alpha3(code: str) -> Country:
    """The country with that ISO 3166 alpha-3 code. Raises ``KeyError`` for an unknown code."""
    return _by_code()[code]


@cache
def index() -> PhraseIndex[CountryMatch]:
    """All the words that name a country; of two readings the likelier comes first."""
    entries: list[tuple[str, CountryMatch]] = []
    # Living states before dead ones ("Prague", "Moscow"), states before territories ("Kingston").
    ranked = sorted(all_countries(), key=lambda c: (c.last is not None, c.dependency_of is not None, c.alpha3))
    for country in ranked:
        part = set(country.parts)
        kinds: list[tuple[How, tuple[str, ...]]] = [
            ("name", (country.name, *country.aliases)),
            ("demonym", country.demonyms),
        ]
        for how, words in kinds:
            entries.extend((word, CountryMatch(country, how)) for word in words)
        for word in country.parts:
            how = "name" if _is_region(word, part) else "demonym"
            entries.append((word, CountryMatch(country, how, part=True)))
    for country in ranked:
        entries.extend((word, CountryMatch(country, "metonym", office)) for word, office in country.metonyms)
        capitals = (country.capital, *country.capital_aliases) if country.capital else ()
        entries.extend((word, CountryMatch(country, "capital")) for word in capitals if word not in _NEVER_ALONE)
    return PhraseIndex(entries)


_PEOPLE_ENDINGS = ("ish", "an", "ans", "ese", "ian", "ians", "men", "man", "ers", "er", "ns", "ds", "is", "sh")


def _is_region(word: str, parts: set[str]) -> bool:
    # A people's name ends like one and stands beside its region ("Corsica|Corsican|Corsicans").
    if word + "s" in parts or (word.endswith("s") and word[:-1] in parts):
        return False
    return not any(word != other and word[:4] == other[:4] and word.endswith(_PEOPLE_ENDINGS) for other in parts)


def match(text: str) -> CountryMatch | None:
    """The country that ``text`` as a whole names, by name, demonym, capital or metonym of its government.

    Case counts ("US" is a country, "us" is not). A leading article and a possessive ending are passed over.
    """
    words = text.strip()
    for article in ("the ", "The "):
        words = words.removeprefix(article)
    for ending in ("'s", "’s", "'", "’"):
        if words.endswith(ending):
            words = words[: -len(ending)]
            break
    found = index().exact(words)
    return found[0] if found else None


def find_countries(text: str, starts: WordStarts | None = None) -> Iterator[tuple[Span, CountryMatch]]:
    """All words of ``text`` that name countries, from left to right, longest match first."""
    for span, _, found in index().find(text, starts):
        yield span, found
