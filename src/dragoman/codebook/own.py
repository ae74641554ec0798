"""A user's own codebook: one YAML file that adds or changes types and frames. See ``docs/own-codebook.md``.

The shipped files are checked by their tests; a user's file is checked here in full before anything is coded, so that
a slip in it is one line that names file, line and remedy.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.codebook.frames import load_frames
from dragoman.codebook.types import load_types
from dragoman.codebook.yaml_lines import Lined, load_yaml
from dragoman.errors import CodebookError

_TOP = ("type", "types", "frames")
_TYPE = ("quad", "score", "recipient", "label", "gloss", "definition", "instead", "example", "modes", "like")
_MODE = ("score", "label", "gloss", "example")
_PATTERNS = ("verbs", "nouns", "adjectives")
_TYPE_NAME = re.compile(r"[A-Z][A-Z0-9_-]*")
_MODE_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class OwnCodebook:
    """What a user's file brings. ``digest``: first 8 hex digits of the SHA-256 of the file, part of the coder's version."""

    types: tuple[str, ...]
    frames: frozenset[str]
    digest: str


def load_own(file: Path) -> OwnCodebook:
    """Check a user's codebook. Raises ``CodebookError`` with file and line for the first thing that is wrong."""
    values = load_yaml(file)
    check = _Check(file)
    if not isinstance(values, Lined):
        raise check.wrong(1, "must be a mapping with 'types', 'frames' or both", "See docs/own-codebook.md")
    check.keys(values, _TOP, "the file")
    if "types" not in values and "frames" not in values:
        raise check.wrong(values.line, "has neither 'types' nor 'frames'", "See docs/own-codebook.md")
    check.types(values)
    types = load_types(file)
    ids = tuple(check.frames(values))
    load_frames(types, file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    return OwnCodebook(tuple(values.get("types") or ()), frozenset(ids), digest)


class _Check:
    """The shape of one file: which keys, of which kind, on which line."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._shipped = load_types()

    def wrong(self, line: int, what: str, remedy: str) -> CodebookError:
        return CodebookError(what, where=f"{self._file.name}:{line}", remedy=remedy)

    def keys(self, entry: Lined, known: tuple[str, ...], of: str) -> None:
        for key in entry:
            if key not in known:
                raise self.wrong(
                    entry.lines.get(key, entry.line), f"{of}: unknown key {key!r}", f"Use {', '.join(known)}"
                )

    def types(self, values: Lined) -> None:
        types = values.get("types")
        if types is None:
            return
        if not isinstance(types, Lined):
            raise self.wrong(
                values.lines["types"], "'types' must map names to types", "Write 'types:' and 'NAME:' below"
            )
        for name, entry in types.items():
            line = types.lines[name]
            if not _TYPE_NAME.fullmatch(name):
                raise self.wrong(line, f"type {name!r} is no name of a type", "Write it in capitals, such as COLLISION")
            if not isinstance(entry, Lined):
                raise self.wrong(line, f"type {name!r} is no mapping", "Give quad, score, gloss and modes")
            self.keys(entry, _TYPE, f"type {name}")
            self._type(name, entry)

    def _type(self, name: str, entry: Lined) -> None:
        known = name in self._shipped.types
        for field in ("quad", "score"):
            if field not in entry and not known:
                raise self.wrong(entry.line, f"type {name} is new and has no {field}", "Quad is 1–4, score -10…10")
        if "quad" in entry and entry["quad"] not in (1, 2, 3, 4):
            raise self.wrong(entry.lines["quad"], f"type {name}: quad {entry['quad']!r}", "Use 1, 2, 3 or 4")
        if "score" in entry:
            self._score(entry, f"type {name}")
        if entry.get("recipient", "optional") not in ("required", "optional"):
            raise self.wrong(entry.lines["recipient"], f"type {name}: recipient", "Use required or optional")
        like = entry.get("like")
        if like is not None and like not in self._shipped.types:
            remedy = f"Use one of {', '.join(self._shipped.types)}"
            raise self.wrong(entry.lines["like"], f"type {name}: like {like!r} is no shipped type", remedy)
        self._words(entry, ("label", "gloss", "definition", "instead", "example"), f"type {name}")
        modes = entry.get("modes")
        if modes is None:
            return
        if not isinstance(modes, Lined):
            raise self.wrong(
                entry.lines["modes"], f"type {name}: 'modes' must map names to modes", "Compare types.yaml"
            )
        for mode, detail in modes.items():
            of, line = f"mode {name}/{mode}", modes.lines[mode]
            if not _MODE_NAME.fullmatch(mode):
                raise self.wrong(line, f"{of} is no name of a mode", "Write it in lower case, such as ship-seizure")
            if not isinstance(detail, Lined) or "score" not in detail:
                raise self.wrong(line, f"{of} has no score", f"Write '{mode}: {{score: -5, gloss: …}}'")
            self.keys(detail, _MODE, of)
            self._score(detail, of)
            self._words(detail, ("label", "gloss", "example"), of)

    def _score(self, entry: Lined, of: str) -> None:
        score = entry["score"]
        if isinstance(score, bool) or not isinstance(score, int | float) or not -10 <= score <= 10:
            raise self.wrong(entry.lines["score"], f"{of}: score {score!r}", "A number from -10 (conflict) to 10")

    def _words(self, entry: Lined, fields: tuple[str, ...], of: str) -> None:
        for field in fields:
            if field in entry and not isinstance(entry[field], str):
                raise self.wrong(entry.lines[field], f"{of}: {field} must be text", "Put it in quotation marks")

    def frames(self, values: Lined) -> Iterator[str]:
        frames = values.get("frames")
        if frames is None:
            return
        if not isinstance(frames, list):
            raise self.wrong(values.lines["frames"], "'frames' must be a list", "Begin each frame with '- id: …'")
        seen: set[str] = set()
        for frame in frames:
            if not isinstance(frame, Lined):
                raise self.wrong(values.lines["frames"], f"{frame!r} is no frame", "Begin each frame with '- id: …'")
            name = frame.get("id")
            if not isinstance(name, str) or not name:
                raise self.wrong(frame.line, "a frame has no id", "Give it one, such as 'sea.boarding'")
            if name in seen:
                raise self.wrong(frame.lines["id"], f"frame {name!r} stands twice", "Rename one of them")
            seen.add(name)
            self._frame(name, frame)
            yield name

    def _frame(self, name: str, frame: Lined) -> None:
        if not any(frame.get(pos) for pos in _PATTERNS):
            raise self.wrong(frame.line, f"frame {name!r} has no words", f"Give it {', '.join(_PATTERNS)}")
        for key in (*_PATTERNS, "needs"):
            self._list(frame, key, f"frame {name!r}")
        for key in ("not", "only"):
            if key not in frame:
                continue
            if not isinstance(frame[key], Lined):
                raise self.wrong(frame.lines[key], f"frame {name!r}: {key!r} must name roles", f"{key}: {{actor: […]}}")
            for role in frame[key]:
                self._list(frame[key], role, f"frame {name!r}: {key}")

    def _list(self, entry: Lined, key: str, of: str) -> None:
        value: Any = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.wrong(entry.lines[key], f"{of}: {key!r} must be a list of words", f"Write '{key}: [\"…\"]'")
