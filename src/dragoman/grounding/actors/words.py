"""The word lists of this room, read once and checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import CodebookError
from dragoman.gazetteers.phrases import PhraseIndex
from dragoman.gazetteers.tables import listed, read_table, sectors
from dragoman.grounding.actors.names import plain

DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class Words:
    """Closed classes of words; the comments of ``words.yaml`` say what each is for."""

    honorifics: frozenset[str]
    particles: frozenset[str]
    name_openers: frozenset[str]
    modifiers: frozenset[str]
    speech: frozenset[str]
    locative: frozenset[str]
    agentive: frozenset[str]
    agentive_verbs: frozenset[str]
    not_names: frozenset[str]
    place_words: frozenset[str]
    surnames_first: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    it: frozenset[str]
    they: frozenset[str]
    collective_heads: frozenset[str]
    speaks_for: frozenset[str]
    harm: frozenset[str]
    everyday: frozenset[str]
    verbs_too: frozenset[str]
    anywhere: frozenset[str]


@dataclass(frozen=True, slots=True)
class OfficePattern:
    """An office that every state can have: ``key`` for ids, ``name`` for people, PLOVER sectors."""

    key: str
    name: str
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """Words for an office; ``country`` is set where they name one state's ("State Department")."""

    office: OfficePattern
    country: str | None


def _yaml(name: str) -> dict[str, Any]:
    # BaseLoader leaves every word a word: in YAML 1.1 a bare "on" or "no" would be a truth value.
    values = yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    if not isinstance(values, dict):
        raise CodebookError("the file must map names to lists of words", where=name)
    for key, entries in values.items():
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise CodebookError(f"{key!r} must be a list of words", where=name)
    return values


@cache
def words() -> Words:
    """The built-in word lists. Raises ``CodebookError`` where one is missing or unknown."""
    values = _yaml("words.yaml")
    known = {f.name for f in fields(Words)}
    if set(values) != known:
        raise CodebookError(f"the lists must be {', '.join(sorted(known))}", where="words.yaml")
    return Words(**{name: frozenset(entries) for name, entries in values.items()})


@cache
def given_names() -> dict[str, str]:
    """Given name → ``he``, ``she`` or ``either``."""
    values = _yaml("given_names.yaml")
    he, she = set(values["he"]), set(values["she"])
    return {name: "either" if name in he and name in she else "he" if name in he else "she" for name in he | she}


def given_name(word: str) -> str | None:
    """The pronoun of a given name, however it is spelt ("Radoslaw", "Radosław", "Frank-Walter"); ``None`` if it is none."""
    known = given_names()
    found = known.get(word) or _plain_given_names().get(plain(word))
    if found is None and "-" in word:
        first, _, rest = word.partition("-")
        if rest[:1].isupper():
            return known.get(first) or _plain_given_names().get(plain(first))
    return found


@cache
def _plain_given_names() -> dict[str, str]:
    return {plain(name): pronoun for name, pronoun in given_names().items()}


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What titles say by themselves.

    ``only`` and ``often``: a title in lower case → the state that alone (mostly) has it; ``sectors``: an honorific →
    PLOVER sector; ``roles``: a role → the honorifics of those who have it; ``of_their_body``: roles whose sector is
    that of the body they are named with.
    """

    only: dict[str, str]
    often: dict[str, str]
    sectors: dict[str, str]
    roles: dict[str, frozenset[str]]
    of_their_body: frozenset[str]

    def country(self, title: str) -> str | None:
        """The only state whose office ``title`` can be."""
        return _of_phrase_in(self.only, title)

    def likely_country(self, title: str) -> str | None:
        """The state whose office ``title`` mostly is."""
        return _of_phrase_in(self.often, title)


def _of_phrase_in(table: dict[str, str], title: str) -> str | None:
    lowered = f" {title.lower()} "
    return next((code for phrase, code in table.items() if f" {phrase} " in lowered), None)


@cache
def title_facts() -> TitleFacts:
    """The built-in table of titles. Raises ``CodebookError`` where it has an unknown heading."""
    tables: dict[str, dict[str, str]] = {"title": {}, "often": {}, "sector": {}}
    body: frozenset[str] = frozenset()
    roles: dict[str, frozenset[str]] = {}
    for heading, entries in _yaml("titles.yaml").items():
        kind, _, value = heading.partition("_")
        if heading == "of_their_body":
            body = frozenset(entries)
        elif kind == "role" and value.isupper():
            roles[value.lower()] = frozenset(entries)
        elif kind in tables and value.isupper():
            tables[kind].update(dict.fromkeys(entries, value))
        else:
            raise CodebookError(f"there is no heading {heading!r}", where="titles.yaml")
    # "secretary of state for" must be tried before "secretary of state"
    only = dict(sorted(tables["title"].items(), key=lambda item: -len(item[0])))
    return TitleFacts(only, tables["often"], tables["sector"], roles, body)


@cache
def office_patterns() -> dict[str, OfficePattern]:
    """Key → office."""
    return {phrase.office.key: phrase.office for _, phrase in _office_phrases()}


@cache
def _office_phrases() -> tuple[tuple[str, OfficePhrase], ...]:
    phrases: list[tuple[str, OfficePhrase]] = []
    for where, row in read_table(DATA / "offices.csv", ("key", "name", "sectors", "phrases")):
        office = OfficePattern(row["key"], row["name"], sectors(row["sectors"].replace("/", "|"), where))
        for entry in listed(row["phrases"]):
            country, parted, written = entry.rpartition("=")
            phrases.append((written, OfficePhrase(office, country if parted else None)))
    return tuple(phrases)


@cache
def office_index() -> PhraseIndex[OfficePhrase]:
    """Words for offices in running text."""
    return PhraseIndex(_office_phrases())
