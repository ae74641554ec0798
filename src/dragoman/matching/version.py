"""Which matcher made a state: a state made by other rules or weights must not be built upon."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@lru_cache(maxsize=1)
def matcher_version() -> str:
    """The SHA-256 of the code and data of matching, in 12 digits: it changes with them, and nobody has to remember it."""
    found = hashlib.sha256()
    for name, content in sorted(_files(files("dragoman.matching"))):
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()[:12]


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry, f"{path}{entry.name}/")
        else:
            yield path + entry.name, entry.read_bytes()
