"""The matcher's knowledge, read from YAML: act families, weights of features, agencies, common words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dragoman.codebook.yaml_lines import load_yaml, rows
from dragoman.errors import CodebookError

FEATURES = (
    "act",
    "frame",
    "actors",
    "recipients",
    "parties differ",
    "same day",
    "day before or after",
    "days apart",
    "reported apart",
    "same place",
    "places differ",
    "numbers agree",
    "numbers differ",
    "names",
    "words",
    "articles",
    "same article",
    "one background",
    "same sentence",
)


@dataclass(frozen=True, slots=True)
class Acts:
    """Which claims may tell of one event, and how their numbers are labelled. ``by_their_actor``: acts whose actor makes
    them what they are; ``between_parties``: acts that are two without a party or a word in common.
    """

    families: Mapping[str, tuple[str, ...]]
    modes_apart: frozenset[str]
    by_their_actor: frozenset[str]
    between_parties: frozenset[str]
    either_way: frozenset[str]
    status_sets: Mapping[str, int]
    counted: Mapping[str, str]
    anybody: frozenset[str]

    def families_of(self, act: str, mode: str | None) -> tuple[str, ...]:
        """The families of an act, by name; an act of no family stands alone, and so does a mode apart."""
        whole = f"{act}/{mode}"
        if whole in self.modes_apart:
            return tuple(sorted((whole, *self.families.get(whole, ()))))
        return tuple(sorted({*self.families.get(act, ()), *self.families.get(whole, ())})) or (act,)


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds that two claims tell of one event: ``bias`` plus weight × value of each feature, joined above 0."""

    bias: float
    by_feature: Mapping[str, float]


def _data() -> Traversable:
    return files("dragoman.matching") / "data"


def _fault(file: Path | Traversable, line: int, what: str, remedy: str) -> CodebookError:
    return CodebookError(what, where=f"{file.name}:{line}", remedy=remedy)


def read_weights(file: Path | Traversable) -> Weights:
    """Weights from a YAML file. Raises ``CodebookError`` with file and line."""
    values = load_yaml(file)
    found: dict[str, float] = {}
    for row in rows(file, values, "weights"):
        name, weight = row.get("feature"), row.get("weight")
        if name not in FEATURES or name in found:
            raise _fault(file, row.line, f"no feature, or one twice: {name!r}", f"Use each once: {', '.join(FEATURES)}")
        if isinstance(weight, bool) or not isinstance(weight, int | float):
            raise _fault(file, row.line, f"the weight of {name!r} is no number: {weight!r}", "Write a number")
        found[str(name)] = float(weight)
    missing = [name for name in FEATURES if name not in found]
    bias = values.get("bias")
    if missing or isinstance(bias, bool) or not isinstance(bias, int | float):
        raise _fault(file, 1, f"lacks bias or {missing}", "Give every feature a weight, and a bias")
    return Weights(float(bias), found)


def read_acts(file: Path | Traversable) -> Acts:
    """Act families from a YAML file. Raises ``CodebookError`` with file and line."""
    values = load_yaml(file)
    families: dict[str, list[str]] = {}
    for row in rows(file, values, "families"):
        acts = row.get("acts")
        if not isinstance(row.get("name"), str) or not isinstance(acts, list) or not acts:
            raise _fault(file, row.line, "a family needs a name and acts", "Write {name: …, acts: […]}")
        for act in acts:
            families.setdefault(str(act), []).append(row["name"])
    sets: dict[str, int] = {}
    for number, statuses in enumerate(_list(file, values, "status_sets")):
        for status in statuses if isinstance(statuses, list) else ():
            if status in sets:
                raise _fault(file, 1, f"the status {status!r} stands in two sets", "Put it in one")
            sets[str(status)] = number
    counted = {str(row.get("frame")): str(row.get("says")) for row in rows(file, values, "counted")}
    return Acts(
        {act: tuple(names) for act, names in families.items()},
        frozenset(map(str, _list(file, values, "modes_apart"))),
        frozenset(map(str, _list(file, values, "by_their_actor"))),
        frozenset(map(str, _list(file, values, "between_parties"))),
        frozenset(map(str, _list(file, values, "either_way"))),
        sets,
        counted,
        frozenset(map(str, _list(file, values, "anybody"))),
    )


def _list(file: Path | Traversable, values: Any, key: str) -> list[Any]:
    found = values.get(key) if isinstance(values, dict) else None
    if not isinstance(found, list):
        raise _fault(file, 1, f"needs a list {key!r}", f"Write '{key}: […]'")
    return found


@dataclass(frozen=True, slots=True)
class Agencies:
    """Wire agencies by every name they go by (case kept, for "AP" and "PA" are words otherwise)."""

    by_alias: Mapping[str, str]
    endings: tuple[str, ...]

    def canonical(self, name: str) -> str | None:
        """The agency a name stands for, or ``None``."""
        plain = name.strip().strip(".,;:()")
        if plain in self.by_alias:
            return self.by_alias[plain]
        if plain.endswith(self.endings) and 1 < len(plain.split()) < 6:
            return plain.removeprefix("The ")
        return None


def read_agencies(file: Path | Traversable) -> Agencies:
    """Agencies from a YAML file. Raises ``CodebookError`` with file and line."""
    values = load_yaml(file)
    by_alias: dict[str, str] = {}
    for row in rows(file, values, "agencies"):
        name, aliases = row.get("name"), row.get("aliases")
        if not isinstance(name, str) or not isinstance(aliases, list):
            raise _fault(file, row.line, "an agency needs a name and aliases", "Write {name: …, aliases: []}")
        for alias in (name, *map(str, aliases)):
            if by_alias.setdefault(alias, name) != name:
                raise _fault(file, row.line, f"{alias!r} is two agencies", "Give it to one")
    return Agencies(by_alias, tuple(map(str, _list(file, values, "endings"))))


@lru_cache(maxsize=1)
def acts() -> Acts:
    """The built-in act families."""
    return read_acts(_data() / "acts.yaml")


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The fitted weights (``training/fit_matching.py`` writes them)."""
    return read_weights(_data() / "weights.yaml")


@lru_cache(maxsize=1)
def agencies() -> Agencies:
    """The built-in wire agencies."""
    return read_agencies(_data() / "agencies.yaml")


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words that say little of which event is told of: frequent in news about any event."""
    return frozenset((_data() / "common_words.txt").read_text(encoding="utf-8").split())
