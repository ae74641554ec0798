"""Loading the known organisations and finding them in running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import CodebookError
from dragoman.gazetteers.phrases import PhraseIndex, WordStarts
from dragoman.gazetteers.tables import listed, read_table, sectors, year
from dragoman.records import Span

TABLE = Path(__file__).with_name("parties.csv")
COLUMNS = ("id", "name", "aliases", "country", "sectors", "kind", "from", "to")
KINDS = frozenset(["international", "civil", "armed", "party", "court", "media", "intelligence", "national", "company"])


@dataclass(frozen=True, slots=True)
class KnownParty:
    """An organisation known by name.

    ``country`` is alpha-3, ``None`` for parties of no one state; ``sectors`` are PLOVER codes, the main one
    first; ``kind`` is one of ``KINDS``; ``first``/``last`` are years of existence where known.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    sectors: tuple[str, ...]
    kind: str
    first: int | None
    last: int | None

    def existed_in(self, on: int) -> bool:
        """Whether the party may have existed in the year ``on``."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class KnownMention:
    """Where a text names a known party; ``others`` are further parties of the same name."""

    span: Span
    party: KnownParty
    alias: str
    others: tuple[KnownParty, ...] = ()


def load(path: Path) -> tuple[KnownParty, ...]:
    """The parties of a table with ``COLUMNS``, in its order. Raises ``CodebookError`` with file and line."""
    parties: dict[str, KnownParty] = {}
    for where, row in read_table(path, COLUMNS):
        if not row["id"].startswith("org:") or row["id"] in parties:
            raise CodebookError(f"{row['id']!r} is no new id", where=where, remedy="Ids read org:name, each once")
        if row["kind"] not in KINDS:
            raise CodebookError(
                f"there is no kind {row['kind']!r}", where=where, remedy=f"Use one of: {', '.join(sorted(KINDS))}"
            )
        if row["country"] and not (len(row["country"]) == 3 and row["country"].isupper()):
            raise CodebookError(f"{row['country']!r} is no alpha-3 code", where=where)
        parties[row["id"]] = KnownParty(
            id=row["id"],
            name=row["name"],
            aliases=listed(row["aliases"]),
            country=row["country"] or None,
            sectors=sectors(row["sectors"], where),
            kind=row["kind"],
            first=year(row["from"], where),
            last=year(row["to"], where),
        )
    return tuple(parties.values())


@cache
def all_known() -> tuple[KnownParty, ...]:
    """Every known party of the built-in table."""
    return load(TABLE)


@cache
def _index() -> PhraseIndex[KnownParty]:
    return PhraseIndex((written, party) for party in all_known() for written in (party.name, *party.aliases))


def find_known(text: str, year: int | None = None, starts: WordStarts | None = None) -> list[KnownMention]:
    """The known parties that ``text`` names, left to right, longest match first; case as written.

    Of several parties with one name the first that existed in ``year`` is chosen, the rest are ``others``.
    ``starts`` is ``phrases.word_starts(text)`` where the caller has it.
    """
    index = _index()
    mentions = []
    for span, alias, _ in index.find(text, starts):
        readings = index.exact(alias)
        chosen = _fitting(readings, year)
        others = tuple(party for party in readings if party is not chosen)
        mentions.append(KnownMention(span, chosen, alias, others))
    return mentions


def by_name(text: str, year: int | None = None) -> KnownParty | None:
    """The known party that ``text`` as a whole names, article and possessive ending aside."""
    words = text.strip()
    for ending in ("'s", "’s"):
        words = words.removesuffix(ending)
    for written in (words, words.removeprefix("the "), words.removeprefix("The ")):
        readings = _index().exact(written)
        if readings:
            return _fitting(readings, year)
    return None


def _fitting(readings: Sequence[KnownParty], year: int | None) -> KnownParty:
    if year is not None:
        for party in readings:
            if party.existed_in(year):
                return party
    return readings[0]
