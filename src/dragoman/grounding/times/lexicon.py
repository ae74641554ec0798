"""The words of time, read from the YAML files beside this module and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.errors import CodebookError

_PACKAGE = "dragoman.grounding.times"
_REMEDY = "Mend the file; its head says what it holds"

_TABLES_OF_INTS = ("months", "weekdays", "numbers", "ordinals", "decades")
_TABLES_OF_WORDS = ("units", "plurals", "seasons", "day_parts", "sets")
_LISTS = (
    "vague", "present", "past", "future", "counted", "labels", "leads",
    "future_words", "future_to", "past_words", "not_past", "sport", "products", "named_years", "papers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """``words.yaml``: tables of words to numbers or codes, and lists of words (lower case, as sets)."""

    tables: dict[str, dict[str, int]]
    codes: dict[str, dict[str, str]]
    lists: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class NamedDay:
    """One entry of ``days.yaml``.

    Exactly one of ``on`` (``day`` in the file), ``easter``, ``orthodox``, ``nth``, ``unresolved`` is set.
    """

    names: tuple[str, ...]
    on: tuple[int, int] | None = None
    easter: int | None = None
    orthodox: int | None = None
    nth: tuple[int, int, int] | None = None
    unresolved: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class KnownDate:
    """One entry of ``events.yaml``: a month and day that mean one year when ``before`` words follow."""

    month: int
    day: int
    year: int
    before: tuple[str, ...]
    short: tuple[str, ...]


def _compose(name: str) -> tuple[yaml.Node, Any]:
    text = files(_PACKAGE).joinpath(name).read_text(encoding="utf-8")
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise CodebookError("this is not YAML", where=f"{name}:{line}", remedy=_REMEDY) from error
    if node is None:
        raise CodebookError("the file is empty", where=f"{name}:1", remedy=_REMEDY)
    return node, values


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


@cache
def words() -> Words:
    """The tables and lists of ``words.yaml``. Raises ``CodebookError`` with file and line."""
    name = "words.yaml"
    node, values = _compose(name)
    if not isinstance(node, yaml.MappingNode):
        raise CodebookError("a mapping of lists is expected", where=f"{name}:1", remedy=_REMEDY)
    lines = {key.value: _line(key) for key, _ in node.value}
    tables: dict[str, dict[str, int]] = {}
    codes: dict[str, dict[str, str]] = {}
    lists: dict[str, frozenset[str]] = {}
    for key, line in lines.items():
        content = values[key]
        where = f"{name}:{line}"
        if key in _TABLES_OF_INTS:
            if not isinstance(content, dict) or not all(isinstance(v, int) for v in content.values()):
                raise CodebookError(f"{key} must map words to whole numbers", where=where, remedy=_REMEDY)
            tables[key] = {str(word).lower(): int(number) for word, number in content.items()}
        elif key in _TABLES_OF_WORDS:
            if not isinstance(content, dict) or not all(isinstance(v, str) for v in content.values()):
                raise CodebookError(f"{key} must map words to words", where=where, remedy=_REMEDY)
            codes[key] = {str(word).lower(): str(code) for word, code in content.items()}
        elif key in _LISTS:
            if not isinstance(content, list) or not all(isinstance(v, str) for v in content):
                raise CodebookError(f"{key} must be a list of words (quote yes, no, on)", where=where, remedy=_REMEDY)
            lists[key] = frozenset(word.lower() for word in content)
        else:
            raise CodebookError(f"there is no list {key!r}", where=where, remedy=_REMEDY)
    for key in (*_TABLES_OF_INTS, *_TABLES_OF_WORDS, *_LISTS):
        if key not in lines:
            raise CodebookError(f"the list {key!r} is missing", where=f"{name}:1", remedy=_REMEDY)
    return Words(tables, codes, lists)


@cache
def named_days() -> tuple[NamedDay, ...]:
    """The entries of ``days.yaml``. Raises ``CodebookError`` with file and line."""
    name = "days.yaml"
    node, values = _compose(name)
    ways = {"day", "easter", "orthodox", "nth", "unresolved"}
    entries: list[NamedDay] = []
    for entry_node, entry in zip(node.value, values, strict=True):
        where = f"{name}:{_line(entry_node)}"
        if not isinstance(entry, dict) or not entry.get("names"):
            raise CodebookError("an entry needs names", where=where, remedy=_REMEDY)
        if len(ways & set(entry)) != 1 or set(entry) - ways - {"names", "note"}:
            raise CodebookError(f"an entry needs exactly one of {', '.join(sorted(ways))}", where=where, remedy=_REMEDY)
        on = entry.get("day")
        if on is not None and not re.fullmatch(r"\d\d-\d\d", str(on)):
            raise CodebookError("day must be MM-DD", where=where, remedy=_REMEDY)
        nth = entry.get("nth")
        if nth is not None and (not isinstance(nth, list) or len(nth) != 3):
            raise CodebookError("nth must be [month, weekday, n]", where=where, remedy=_REMEDY)
        entries.append(
            NamedDay(
                names=tuple(str(n) for n in entry["names"]),
                on=(int(str(on)[:2]), int(str(on)[3:])) if on is not None else None,
                easter=entry.get("easter"),
                orthodox=entry.get("orthodox"),
                nth=(int(nth[0]), int(nth[1]), int(nth[2])) if nth else None,
                unresolved=entry.get("unresolved"),
                note=str(entry.get("note", "")),
            )
        )
    return tuple(entries)


@cache
def known_dates() -> tuple[KnownDate, ...]:
    """The entries of ``events.yaml``. Raises ``CodebookError`` with file and line."""
    name = "events.yaml"
    node, values = _compose(name)
    entries: list[KnownDate] = []
    for entry_node, entry in zip(node.value, values, strict=True):
        try:
            entries.append(
                KnownDate(
                    int(entry["month"]),
                    int(entry["day"]),
                    int(entry["year"]),
                    tuple(str(w) for w in entry["before"]),
                    tuple(str(w) for w in entry["short"]),
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            where = f"{name}:{_line(entry_node)}"
            raise CodebookError(
                "an entry needs month, day, year, before and short", where=where, remedy=_REMEDY
            ) from error
    return tuple(entries)


def alternation(names: list[str] | tuple[str, ...] | frozenset[str] | dict[str, Any]) -> str:
    """A regular expression of the names, longest first so that a short one never hides a long one."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
