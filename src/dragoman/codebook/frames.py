"""Frames: the words with which news English tells of one act.

Data in ``frames/*.yaml``; the language is described in ``docs/frames.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.codebook.patterns import Pattern, compile_patterns
from dragoman.codebook.types import Types, builtin
from dragoman.codebook.yaml_lines import Lined, load_yaml, rows
from dragoman.errors import CodebookError

_KEYS = frozenset(
    (
        "id",
        "mode",
        "cameo",
        "gloss",
        "verbs",
        "nouns",
        "adjectives",
        "subject",
        "needs",
        "not",
        "only",
        "reciprocal",
        "type",
        "by_speaker",
    )
)
# The type of senses that tell no political act ("hosted a party"): they keep weaker frames from speaking.
NO_ACT = "NONE"
_NO_ACTS = "none.yaml"
_LEARNT = "learnt.yaml"
_NOT = frozenset({"actor", "recipient", "context", "object"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense: its act, the patterns of its words, and what keeps it from firing.

    ``own``: from the user's codebook; such a frame goes before shipped ones wherever both fit.
    ``by_speaker``: the act is done by saying so: whoever the statement is attributed to is its doer, and nobody else.
    """

    id: str
    type: str
    mode: str | None
    cameo: str | None
    gloss: str
    verbs: tuple[Pattern, ...]
    nouns: tuple[Pattern, ...]
    adjectives: tuple[Pattern, ...]
    needs: frozenset[str]
    not_actor: frozenset[str]
    not_recipient: frozenset[str]
    not_context: frozenset[str]
    only_actor: frozenset[str]
    only_recipient: frozenset[str]
    reciprocal: bool
    own: bool = False
    by_speaker: bool = False

    def patterns(self) -> Iterator[tuple[str, Pattern]]:
        """Each pattern with its part of speech: ``verb``, ``noun`` or ``adj``."""
        for pos, patterns in (("verb", self.verbs), ("noun", self.nouns), ("adj", self.adjectives)):
            for pattern in patterns:
                yield pos, pattern


def load_frames(types: Types, overlay: Path | None = None) -> tuple[Frame, ...]:
    """All shipped frames, then the user's (which replace shipped ones of the same id). Raises ``CodebookError``."""
    folder = builtin() / "frames"
    frames: dict[str, Frame] = {}
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name):
        if file.name in (_NO_ACTS, _LEARNT):
            continue
        for frame in read_frames(file, types):
            if frame.id in frames:
                raise CodebookError(f"frame {frame.id!r} stands twice", where=file.name, remedy="Rename one of them")
            frames[frame.id] = frame
    if overlay is not None:
        for frame in read_frames(overlay, types):
            frames[frame.id] = replace(frame, own=True)
    return tuple(frames.values())


def load_no_acts(types: Types) -> tuple[Frame, ...]:
    """Senses that tell no political act, for the matcher alone: where one fits best, nothing is coded. Raises ``CodebookError``."""
    return tuple(read_frames(builtin() / "frames" / _NO_ACTS, types))


def load_learnt(types: Types) -> dict[str, Frame]:
    """By type, the frame of what the tagger finds in words that no other frame has. Raises ``CodebookError``."""
    return {frame.type: frame for frame in read_frames(builtin() / "frames" / _LEARNT, types)}


def is_learnt(frame: str | None) -> bool:
    """Whether a claim's frame only says that the tagger found it."""
    return frame is not None and frame.startswith("learnt.")


def read_frames(file: Path | Traversable, types: Types) -> Iterator[Frame]:
    """The frames of one file. Raises ``CodebookError`` with file and line."""
    values = load_yaml(file)
    if not isinstance(values, Lined) or "frames" not in values:
        return
    for row in rows(file, values, "frames"):
        yield _frame(file, row, str(row.get("type", values.get("type", ""))), types)


def _frame(file: Path | Traversable, row: Lined, type_name: str, types: Types) -> Frame:
    def wrong(what: str, remedy: str) -> CodebookError:
        return CodebookError(f"frame {row.get('id')!r}: {what}", where=f"{file.name}:{row.line}", remedy=remedy)

    if unknown := sorted(set(row) - _KEYS):
        raise wrong(f"unknown key {unknown[0]!r}", f"Use {', '.join(sorted(_KEYS))}")
    if not isinstance(row.get("id"), str):
        raise wrong("has no id", "Give it one, such as 'assault.strike'")
    if type_name not in types.types and not (type_name == NO_ACT and file.name == _NO_ACTS):
        raise wrong(f"unknown type {type_name!r}", f"Use one of {', '.join(types.types)}")
    mode = row.get("mode")
    if mode is not None and (type_name == NO_ACT or mode not in types.types[type_name].modes):
        raise wrong(
            f"{type_name} has no mode {mode!r}",
            f"Use one of {', '.join(types.types[type_name].modes) or 'none'}"
            if type_name != NO_ACT
            else "Leave it out",
        )
    subject = row.get("subject", "ACTOR")
    compiled: dict[str, tuple[Pattern, ...]] = {}
    for pos in ("verbs", "nouns", "adjectives"):
        out = []
        for source in row.get(pos) or ():
            try:
                out.extend(compile_patterns(str(source), subject, verb=pos == "verbs"))
            except ValueError as error:
                raise wrong(f"pattern {source!r}: {error}", "See docs/frames.md") from error
        compiled[pos] = tuple(out)
    excluded = row.get("not") or {}
    if unknown := sorted(set(excluded) - _NOT):
        raise wrong(f"unknown key not.{unknown[0]}", f"Use {', '.join(sorted(_NOT))}")
    only = row.get("only") or {}
    if unknown := sorted(set(only) - {"actor", "recipient"}):
        raise wrong(f"unknown key only.{unknown[0]}", "Use actor or recipient")
    needs = frozenset(row.get("needs") or ())
    if unknown := sorted(needs - {"actor", "recipient", "pair"}):
        raise wrong(f"needs {unknown[0]!r}", "Use actor, recipient, or pair: two parties in whatever roles")
    return Frame(
        id=row["id"],
        type=type_name,
        mode=mode,
        cameo=None if row.get("cameo") is None else str(row["cameo"]),
        gloss=str(row.get("gloss", "")),
        verbs=compiled["verbs"],
        nouns=compiled["nouns"],
        adjectives=compiled["adjectives"],
        needs=needs,
        not_actor=frozenset(str(w) for w in excluded.get("actor") or ()),
        not_recipient=frozenset(str(w) for w in [*(excluded.get("recipient") or ()), *(excluded.get("object") or ())]),
        not_context=frozenset(str(w) for w in excluded.get("context") or ()),
        only_actor=frozenset(str(w) for w in only.get("actor") or ()),
        only_recipient=frozenset(str(w) for w in only.get("recipient") or ()),
        reciprocal=bool(row.get("reciprocal", False)),
        by_speaker=bool(row.get("by_speaker", False)),
    )
