"""PLOVER types with modes, quad classes and scores, and the act × status → PLOVER table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dragoman.codebook.yaml_lines import Lined, load_yaml, rows
from dragoman.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type: its PLOVER score (-10 conflict … +10 cooperation), plain name and meaning."""

    name: str
    label: str
    score: float
    gloss: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type. ``quad``: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict."""

    name: str
    label: str
    quad: int
    score: float
    recipient_required: bool
    gloss: str
    modes: Mapping[str, Mode]

    def label_of(self, mode: str | None) -> str:
        """The plain name of the type in one of its modes; a mode of a codebook not loaded here keeps its own words."""
        if mode is None:
            return self.label
        found = self.modes.get(mode)
        return found.label if found else mode.replace("-", " ")


@dataclass(frozen=True, slots=True)
class StatusRule:
    """One row of the act × status table; ``acts`` empty = any act, ``type`` empty = the act's own."""

    statuses: frozenset[str]
    acts: frozenset[str]
    type: str


@dataclass(frozen=True, slots=True)
class Types:
    """The loaded types and rules."""

    types: Mapping[str, EventType]
    statuses: tuple[str, ...]
    rules: tuple[StatusRule, ...]

    def plover(self, act: str, status: str) -> str:
        """The PLOVER type that ``act`` in ``status`` amounts to."""
        for rule in self.rules:
            if status in rule.statuses and (not rule.acts or act in rule.acts):
                return rule.type or act
        return act

    def quad(self, name: str) -> int:
        """Quad class 1–4 of a type."""
        return self.types[name].quad

    def score(self, name: str, mode: str | None = None) -> float:
        """PLOVER score of a type, or of its mode where it has one."""
        event_type = self.types[name]
        found = event_type.modes.get(mode) if mode else None
        return found.score if found else event_type.score


def builtin() -> Traversable:
    """The folder that holds the shipped codebook."""
    return resources.files("dragoman.codebook")


def load_types(overlay: Path | None = None) -> Types:
    """The shipped types, with the types and modes of a user's file added or changed. Raises ``CodebookError``."""
    types: dict[str, EventType] = {}
    _read_types(builtin() / "types.yaml", types)
    like: dict[str, str] = {}
    if overlay is not None:
        like = _read_types(overlay, types)
    statuses, rules = load_rules(types)
    rules = tuple(replace(r, acts=r.acts | {own for own, model in like.items() if model in r.acts}) for r in rules)
    return Types(types, statuses, rules)


def load_rules(
    types: Mapping[str, EventType], file: Path | Traversable | None = None
) -> tuple[tuple[str, ...], tuple[StatusRule, ...]]:
    """The statuses and the act × status table, shipped or of ``file``. Raises ``CodebookError`` with file and line."""
    file = file or builtin() / "rules.yaml"
    values = load_yaml(file)
    listed = values.get("statuses") if isinstance(values, dict) else None
    if not isinstance(listed, list) or not listed:
        raise _wrong(file, 1, "needs a list 'statuses'", "Begin it with 'statuses: [occurred, …]'")
    statuses = tuple(str(s) for s in listed)
    rules = []
    for row in rows(file, values, "rules"):
        if missing := sorted({"status", "act", "type"} - set(row)):
            raise _wrong(file, row.line, f"a rule lacks {missing[0]!r}", "Give status, act and type")
        acts = frozenset() if row["act"] == "any" else frozenset(row["act"])
        if unknown := sorted(set(row["status"]) - set(statuses)):
            raise _wrong(file, row.line, f"unknown status {unknown[0]!r}", f"Use {', '.join(statuses)}")
        if unknown := sorted((acts | {row["type"]}) - set(types) - {"same"}):
            raise _wrong(file, row.line, f"unknown type {unknown[0]!r}", "Use a type of types.yaml")
        rules.append(StatusRule(frozenset(row["status"]), acts, "" if row["type"] == "same" else row["type"]))
    covered = {status for rule in rules if not rule.acts for status in rule.statuses}
    if left := sorted(set(statuses) - covered):
        raise _wrong(file, 1, f"no rule says what any act that is {left[0]!r} is", "Add a row with 'act: any'")
    return statuses, tuple(rules)


def _read_types(file: Path | Traversable, types: dict[str, EventType]) -> dict[str, str]:
    """Add a file's types; gives for those that are ``like`` another the type whose status rules they follow."""
    like: dict[str, str] = {}
    values = load_yaml(file)
    if not isinstance(values, Lined):
        raise _wrong(file, 1, "must be a mapping with 'types' or 'frames'", "See docs/codebook.md")
    for name, entry in (values.get("types") or {}).items():
        if not isinstance(entry, Lined):
            raise _wrong(file, values.line, f"type {name!r} is no mapping", "Give quad, score, gloss and modes")
        before = types.get(name)
        try:
            modes = dict(before.modes) if before else {}
            for mode, detail in (entry.get("modes") or {}).items():
                label = str(detail.get("label", mode.replace("-", " ")))
                modes[mode] = Mode(mode, label, float(detail["score"]), str(detail.get("gloss", "")))
            quad = int(entry["quad"] if before is None else entry.get("quad", before.quad))
            score = float(entry["score"] if before is None else entry.get("score", before.score))
            required = entry.get("recipient", "required" if before and before.recipient_required else "optional")
        except (KeyError, TypeError, ValueError) as error:
            raise _wrong(file, entry.line, f"type {name!r} lacks or misstates {error}", "Compare types.yaml") from error
        if quad not in (1, 2, 3, 4) or not -10 <= score <= 10:
            raise _wrong(file, entry.line, f"type {name!r}: quad {quad}, score {score}", "Quad is 1–4, score -10…10")
        gloss = str(entry.get("gloss", before.gloss if before else ""))
        label = str(entry.get("label", before.label if before else name.lower()))
        types[name] = EventType(name, label, quad, score, required == "required", gloss, modes)
        if "like" in entry:
            like[name] = str(entry["like"])
    return like


def _wrong(file: Any, line: int, what: str, remedy: str) -> CodebookError:
    return CodebookError(what, where=f"{file.name}:{line}", remedy=remedy)
