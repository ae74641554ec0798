"""The wording of acts in a brief. Data in ``phrases.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.codebook.types import load_types
from dragoman.codebook.yaml_lines import Lined, load_yaml
from dragoman.errors import CodebookError

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
    file = resources.files("dragoman.views") / "phrases.yaml"
    values = load_yaml(file).get("phrases")
    if not isinstance(values, Lined):
        raise CodebookError("needs a mapping 'phrases'", where=f"{file.name}:1", remedy="Write 'phrases:'")
    known = {name for t in load_types().types.values() for name in (t.name, *(f"{t.name}/{m}" for m in t.modes))}
    if odd := sorted(known ^ set(values)):
        line = values.lines.get(odd[0], values.line)
        raise CodebookError(f"{odd[0]} is missing or unknown", where=f"{file.name}:{line}", remedy="Compare types.yaml")
    out = {}
    for name, entry in values.items():
        if set(entry) != {"did", "do", "noun"}:
            remedy = "Give it did, do and noun"
            raise CodebookError(f"{name} is not worded", where=f"{file.name}:{values.lines[name]}", remedy=remedy)
        out[name] = Phrase(entry["did"], entry["do"], entry["noun"])
    return out


def phrase(act: str, mode: str | None, label: str = "") -> Phrase:
    """The wording of an act; for one of a user's codebook a plain one with its ``label``."""
    table = _phrases()
    found = table.get(f"{act}/{mode}") or (table.get(act) if mode is None or not label else None)
    if found is not None:
        return found
    noun = f"{label or act.lower().replace('-', ' ')}[ concerning {{whom}}]"
    return Phrase(f"took part in {noun}", f"take part in {noun}", noun)
