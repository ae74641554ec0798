"""Folders: every file below them, sorted, each folder once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.reading.formats import set_aside_by_name
from dragoman.records import SetAside
from dragoman.settings import Settings

_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


def walk(paths: Iterable[str | Path], settings: Settings) -> Iterator[Path | SetAside]:
    """The files that ``paths`` name, folders with all below them in the order of their names.

    Hidden files and the ``…_files`` folders that browsers save beside a page are passed by. A folder that
    is reached twice (by a link, by a loop of links) is read once. Files in a folder that hold no report by
    their name, folders too deep and paths that do not exist come back as ``SetAside``.
    """
    for given in paths:
        path = Path(given)
        if str(path) == "-":
            yield path
        elif path.is_dir():
            yield from _folder(path, settings)
        elif not path.exists():
            yield SetAside(str(path), "there is no such file or folder", "Check the path")
        else:
            yield path if _is_readable_kind(path) else _special(path)


def _folder(top: Path, settings: Settings) -> Iterator[Path | SetAside]:
    seen: set[tuple[int, int]] = set()
    # a stack, not recursion: the depth is the sender's choice
    waiting: list[tuple[Path, int]] = [(top, 0)]
    while waiting:
        path, depth = waiting.pop()
        try:
            kind = path.stat()
        except OSError as error:
            yield SetAside(str(path), f"cannot be opened: {error.strerror}", "Check the link and its permissions")
            continue
        if stat.S_ISREG(kind.st_mode):
            yield set_aside_by_name(path) or path
            continue
        if not stat.S_ISDIR(kind.st_mode):
            yield _special(path)
            continue
        if (kind.st_dev, kind.st_ino) in seen:
            continue
        seen.add((kind.st_dev, kind.st_ino))
        if depth > settings.max_folder_depth:
            yield SetAside(
                str(path),
                f"the folder lies more than {settings.max_folder_depth} folders deep",
                "Name it directly, or raise max_folder_depth in the settings",
            )
            continue
        try:
            names = sorted(os.listdir(path), reverse=True)
        except OSError as error:
            yield SetAside(str(path), f"the folder cannot be listed: {error.strerror}", "Check its permissions")
            continue
        waiting += [(path / name, depth + 1) for name in names if not _passed_by(path, name, names)]


def _passed_by(folder: Path, name: str, names: list[str]) -> bool:
    if name.startswith("."):
        return True
    stem = name.removesuffix("_files")
    return stem != name and any(stem + suffix in names for suffix in _PAGE_SUFFIXES) and (folder / name).is_dir()


def _is_readable_kind(path: Path) -> bool:
    # a named pipe is a fair thing to name on a command line (`<(zcat …)`); in a folder it would hang the run
    mode = path.stat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISFIFO(mode)


def _special(path: Path) -> SetAside:
    return SetAside(str(path), "it is neither a file nor a folder", "Name a file")
