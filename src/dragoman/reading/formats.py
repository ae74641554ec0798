"""Files that hold no report: known by their first bytes or, in a folder, by their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.codebook.yaml_lines import load_yaml, rows
from dragoman.errors import CodebookError
from dragoman.reading.decode import looks_binary
from dragoman.records import SetAside

_REMEDY = "Give the page's HTML or the report's text"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is no report, in words, and what the user can do instead."""

    name: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Formats:
    """The kinds of ``formats.yaml``: by first bytes and by suffix."""

    signatures: tuple[tuple[bytes, Kind], ...]
    suffixes: dict[str, Kind]


def binary_kind(head: bytes) -> Kind | None:
    """What a file that begins with ``head`` is, if it is no text; else ``None``."""
    for signature, kind in _formats().signatures:
        if head.startswith(signature):
            return kind
    if head[4:8] == b"ftyp":
        return Kind("a video or HEIC image", _REMEDY)
    if head[:4] == b"RIFF":
        return Kind("an image, sound or video", _REMEDY)
    return Kind("a binary file", _REMEDY) if looks_binary(head) else None


def set_aside_by_name(path: Path) -> SetAside | None:
    """Why a file found in a folder is not read, if its name says it is no report."""
    if path.stem.lower() in ("readme", "license", "licence", "changelog", "robots"):
        reason = "by its name it tells about the folder and is no report"
        return SetAside(str(path), reason, "Name the file itself to read it")
    kind = _formats().suffixes.get(path.suffix.lower())
    return None if kind is None else SetAside(str(path), f"by its name it is {kind.name}", kind.remedy)


@cache
def _formats() -> Formats:
    return load_formats(files("dragoman.reading") / "formats.yaml")


def load_formats(file: Path | Traversable) -> Formats:
    """The kinds of a formats file. Raises ``CodebookError`` with file and line."""
    values = load_yaml(file)
    signatures = []
    for entry in rows(file, values, "signatures"):
        where = f"{file.name}:{entry.line}"
        try:
            signatures.append((bytes.fromhex(entry["hex"]), _kind(entry, where)))
        except (KeyError, TypeError, ValueError) as error:
            raise CodebookError(f"no hexadecimal bytes: {error}", where=where, remedy="Write hex: 'ffd8ff'") from error
    suffixes: dict[str, Kind] = {}
    for entry in rows(file, values, "names"):
        where = f"{file.name}:{entry.line}"
        for suffix in entry.get("suffixes") or ():
            if not isinstance(suffix, str) or not suffix.startswith(".") or suffix in suffixes:
                what = f"{suffix!r} is no suffix or stands twice"
                raise CodebookError(what, where=where, remedy="Write each once, as .css")
            suffixes[suffix] = _kind(entry, where)
    return Formats(tuple(signatures), suffixes)


def _kind(entry: dict[str, object], where: str) -> Kind:
    name, remedy = entry.get("kind"), entry.get("remedy", _REMEDY)
    if not isinstance(name, str) or not isinstance(remedy, str):
        raise CodebookError("an entry needs a kind in words", where=where, remedy="Add kind: a PNG image")
    return Kind(name, remedy)
