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
