"""The wording of acts in a brief. Data in ``phrases.yaml``."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.codebook.types import load_types
from dragoman.codebook.yaml_lines import Lined, load_yaml
from dragoman.errors import CodebookError

_FILE = "phrases.yaml"
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_WHOM = re.compile(r"\{whom\|([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One act in three forms; each is filled with a recipient or without."""

    did: str
    do: str
    noun: str

    def filled(self, form: str, whom: str = "") -> str:
        """The form ``did``, ``do`` or ``noun`` with its recipient, or without one if ``whom`` is empty."""
        template: str = getattr(self, form)
        if not whom:
            return _WHOM.sub(r"\1", _OPTIONAL.sub("", template)).rstrip(" ,")
        return _WHOM.sub("{whom}", _OPTIONAL.sub(r"\1", template)).replace("{whom}", whom)


@cache
def _phrases() -> Mapping[str, Phrase]:
    """By type, and by type and mode; every one of the codebook has its wording."""
    values = _section("phrases")
    known = {name for t in load_types().types.values() for name in (t.name, *(f"{t.name}/{m}" for m in t.modes))}
    _compare(values, known ^ set(values))
    return _worded(values)


@cache
def _by_cameo() -> Mapping[str, Phrase]:
    """By type and CAMEO code, where that says more."""
    values = _section("cameo")
    _compare(values, {name for name in values if name.split("/")[0] not in load_types().types})
    return _worded(values)


def _section(name: str) -> Lined:
    file = resources.files("dragoman.views") / _FILE
    values = load_yaml(file).get(name)
    if not isinstance(values, Lined):
        raise CodebookError(f"needs a mapping '{name}'", where=f"{_FILE}:1", remedy=f"Write '{name}:'")
    return values


def _compare(values: Lined, odd: Collection[str]) -> None:
    for name in sorted(odd)[:1]:
        where = f"{_FILE}:{values.lines.get(name, values.line)}"
        raise CodebookError(f"{name} is missing or unknown", where=where, remedy="Compare types.yaml")


def _worded(values: Lined) -> Mapping[str, Phrase]:
    out = {}
    for name, entry in values.items():
        if set(entry) != {"did", "do", "noun"}:
            remedy = "Give it did, do and noun"
            raise CodebookError(f"{name} is not worded", where=f"{_FILE}:{values.lines[name]}", remedy=remedy)
        out[name] = Phrase(entry["did"], entry["do"], entry["noun"])
    return out


def phrase(act: str, mode: str | None, label: str = "", cameo: str | None = None) -> Phrase:
    """The wording of an act, by its CAMEO code where that says more; for one of a user's codebook a plain one with its ``label``."""
    table = _phrases()
    found = table.get(f"{act}/{mode}") or (table.get(act) if mode is None or not label else None)
    if found is not None:
        return _by_cameo().get(f"{act}/{cameo}", found)
    noun = f"{label or act.lower().replace('-', ' ')}[ concerning {{whom}}]"
    return Phrase(f"took part in {noun}", f"take part in {noun}", noun)
