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

# Two claims are one event if their reports tell of one story *and* both of one deed of it. A feature speaks for either or both.
_STORY, _DEED, _BOTH = ("story",), ("deed",), ("story", "deed")
_SPEAKS_FOR: Mapping[str, tuple[str, ...]] = {
    "act": _DEED,
    "frame": _DEED,
    "other kind of deed": _DEED,
    "actors": _DEED,
    "recipients": _DEED,
    "actors differ": _DEED,
    "recipients differ": _DEED,
    "same day": _BOTH,
    "day before or after": _BOTH,
    "days apart": _BOTH,
    "reported apart": _STORY,
    "same place": _BOTH,
    "places differ": _BOTH,
    "numbers agree": _BOTH,
    "numbers differ": _DEED,
    "names": _BOTH,
    "words": _DEED,
    "nothing in common": _DEED,
    "articles": _STORY,
    "same article": _DEED,
    "one background": _DEED,
    "same sentence": _BOTH,
    "another saying": _DEED,
}
FEATURES = tuple(_SPEAKS_FOR)
PARTS: Mapping[str, tuple[str, ...]] = {
    part: tuple(name for name, parts in _SPEAKS_FOR.items() if part in parts) for part in _BOTH
}


@dataclass(frozen=True, slots=True)
class Acts:
    """Which claims may tell of one event, and how their numbers are labelled. ``by_their_actor``: acts whose actor makes
    them what they are; ``said``: of them those done in words, of which a party has many for one story; ``between_parties``: acts that are two without a party or a word in common; ``kinds``: the kinds of
    deed of a frame; ``nobody``: words that name no party; ``anyone``: descriptions that fit almost anybody; ``over_time``,
    ``often``: phrases for a long time, and words for how often, of a sum of many deeds.
    """

    families: Mapping[str, tuple[str, ...]]
    modes_apart: frozenset[str]
    by_their_actor: frozenset[str]
    said: frozenset[str]
    between_parties: frozenset[str]
    either_way: frozenset[str]
    either_way_frames: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    status_sets: Mapping[str, int]
    counted: Mapping[str, str]
    anybody: frozenset[str]
    civilians: frozenset[str]
    nobody: frozenset[str]
    anyone: frozenset[str]
    attackers: frozenset[str]
    over_time: frozenset[str]
    often: frozenset[str]

    def families_of(self, act: str, mode: str | None, frame: str | None) -> tuple[str, ...]:
        """The families of an act, by name: its own (or that of a mode apart), and those it shares with other acts."""
        whole = f"{act}/{mode}"
        own = whole if whole in self.modes_apart else act
        return tuple(sorted({own, *(name for key in {own, whole, frame or ""} for name in self.families.get(key, ()))}))


@dataclass(frozen=True, slots=True)
class Part:
    """Log-odds of one of the two questions: ``bias`` plus weight × value of each feature."""

    bias: float
    by_feature: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for one story, and for one deed of it; claims are joined where both together are likelier than not."""

    story: Part
    deed: Part


def _data() -> Traversable:
    return files("dragoman.matching") / "data"


def _fault(file: Path | Traversable, line: int, what: str, remedy: str) -> CodebookError:
    return CodebookError(what, where=f"{file.name}:{line}", remedy=remedy)


def read_weights(file: Path | Traversable) -> Weights:
    """Weights from a YAML file. Raises ``CodebookError`` with file and line."""
    values = load_yaml(file)
    found: dict[str, dict[str, float]] = {part: {} for part in PARTS}
    biases: dict[str, float] = {}
    for row in rows(file, values, "parts"):
        part, bias = str(row.get("part")), row.get("bias")
        if part not in PARTS or part in biases or not _is_number(bias):
            raise _fault(
                file, row.line, f"no part with a bias, or one twice: {part!r}", "Write story and deed once each"
            )
        biases[part] = float(str(bias))
    for row in rows(file, values, "weights"):
        part, name, weight = str(row.get("part")), str(row.get("feature")), row.get("weight")
        if name not in PARTS.get(part, ()) or name in found[part]:
            wanted = "; ".join(f"{p}: {', '.join(names)}" for p, names in PARTS.items())
            raise _fault(file, row.line, f"no feature of {part!r}, or one twice: {name!r}", f"Use each once: {wanted}")
        if not _is_number(weight):
            raise _fault(file, row.line, f"the weight of {name!r} is no number: {weight!r}", "Write a number")
        found[part][name] = float(str(weight))
    missing = [f"{part}: {name}" for part, names in PARTS.items() for name in names if name not in found[part]]
    if missing or len(biases) != len(PARTS):
        raise _fault(file, 1, f"lacks a part's bias or {missing}", "Give every feature a weight, and every part a bias")
    return Weights(*(Part(biases[part], found[part]) for part in PARTS))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def read_acts(file: Path | Traversable) -> Acts:
    """Act families from a YAML file. Raises ``CodebookError`` with file and line."""
    values = load_yaml(file)
    families: dict[str, list[str]] = {}
    for row in rows(file, values, "families"):
        members = row.get("of")
        if not isinstance(row.get("name"), str) or not isinstance(members, list) or not members:
            raise _fault(file, row.line, "a family needs a name and members", "Write {name: …, of: […]}")
        for member in members:
            families.setdefault(str(member), []).append(row["name"])
    sets: dict[str, int] = {}
    for number, statuses in enumerate(_list(file, values, "status_sets")):
        for status in statuses if isinstance(statuses, list) else ():
            if status in sets:
                raise _fault(file, 1, f"the status {status!r} stands in two sets", "Put it in one")
            sets[str(status)] = number
    counted = {str(row.get("frame")): str(row.get("says")) for row in rows(file, values, "counted")}
    return Acts(
        {member: tuple(names) for member, names in families.items()},
        frozenset(map(str, _list(file, values, "modes_apart"))),
        frozenset(map(str, _list(file, values, "by_their_actor"))),
        frozenset(map(str, _list(file, values, "said"))),
        frozenset(map(str, _list(file, values, "between_parties"))),
        frozenset(map(str, _list(file, values, "either_way"))),
        frozenset(map(str, _list(file, values, "either_way_frames"))),
        _kinds(file, values),
        sets,
        counted,
        frozenset(map(str, _list(file, values, "anybody"))),
        frozenset(map(str, _list(file, values, "civilians"))),
        frozenset(map(str, _list(file, values, "nobody"))),
        frozenset(map(str, _list(file, values, "anyone"))),
        frozenset(map(str, _list(file, values, "attackers"))),
        frozenset(map(str, _list(file, values, "over_time"))),
        frozenset(map(str, _list(file, values, "often"))),
    )


def _kinds(file: Path | Traversable, values: Any) -> dict[str, frozenset[str]]:
    """The kinds of deed of each frame that has any."""
    found: dict[str, set[str]] = {}
    for row in rows(file, values, "kinds"):
        act, name, frames = row.get("act"), row.get("name"), row.get("frames")
        if not isinstance(act, str) or not isinstance(name, str) or not isinstance(frames, list) or not frames:
            raise _fault(
                file, row.line, "a kind of deed needs an act, a name and frames", "Write {act: …, name: …, frames: […]}"
            )
        for frame in frames:
            found.setdefault(f"{act.lower()}.{frame}", set()).add(name)
    return {frame: frozenset(kinds) for frame, kinds in found.items()}


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
