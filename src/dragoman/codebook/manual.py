"""What a reader of the codebook needs beside the coder's numbers: definitions, boundaries and example sentences.

``docs/codebook.md`` is made from this by ``docs/build_codebook.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.codebook.types import EventType, builtin, load_types
from dragoman.codebook.yaml_lines import Lined, load_yaml
from dragoman.errors import CodebookError


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """A type with its definition, what is coded elsewhere instead, an example, and an example per mode."""

    type: EventType
    definition: str
    instead: str
    example: str
    mode_examples: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ContextEntry:
    """A context: what it is about, an example, and the words that bring it in."""

    name: str
    means: str
    example: str
    words: tuple[str, ...]


def load_type_entries() -> tuple[TypeEntry, ...]:
    """The shipped types in the codebook's order. Raises ``CodebookError`` with file and line where words are missing."""
    name = "types.yaml"
    values = load_yaml(builtin() / name)["types"]
    out = []
    for key, event_type in load_types().types.items():
        entry = values[key]
        definition, instead, example = (
            _said(name, entry, field, key) for field in ("definition", "instead", "example")
        )
        modes = {m: _said(name, detail, "example", f"{key}/{m}") for m, detail in (entry.get("modes") or {}).items()}
        out.append(TypeEntry(event_type, definition, instead, example, modes))
    return tuple(out)


def load_contexts() -> tuple[ContextEntry, ...]:
    """The shipped contexts in the codebook's order. Raises ``CodebookError`` with file and line."""
    name = "contexts.yaml"
    values = load_yaml(builtin() / name)
    words, about = values.get("contexts"), values.get("about")
    if not isinstance(words, Lined) or not isinstance(about, Lined):
        raise CodebookError("needs 'contexts' and 'about'", where=f"{name}:1", remedy="Write both mappings")
    if odd := sorted(set(words) ^ set(about)):
        line = words.lines.get(odd[0]) or about.lines.get(odd[0]) or 1
        raise CodebookError(
            f"context {odd[0]!r} stands in one of 'contexts' and 'about' only",
            where=f"{name}:{line}",
            remedy="Give it words and a meaning",
        )
    return tuple(
        ContextEntry(
            key,
            _said(name, about[key], "means", key),
            _said(name, about[key], "example", key),
            tuple(str(w) for w in words[key]),
        )
        for key in words
    )


def _said(file: str, entry: Any, field: str, of: str) -> str:
    line = entry.line if isinstance(entry, Lined) else 1
    text = entry.get(field) if isinstance(entry, Lined) else None
    if not isinstance(text, str) or not text.strip():
        raise CodebookError(f"{of} has no {field}", where=f"{file}:{line}", remedy=f"Write '{field}: \"…\"'")
    return text
