"""YAML whose mappings remember their line, so that an error can name file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import CodebookError


class Lined(dict[str, Any]):
    """A mapping that knows the line it began on and the line of each key (1-based)."""

    line: int = 0
    lines: dict[str, int]


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    pass


def _mapping(loader: Any, node: yaml.MappingNode) -> Lined:
    seen: set[str] = set()
    for key, _ in node.value:
        if str(key.value) in seen:
            what = f"the key {key.value!r} stands twice"
            raise yaml.constructor.ConstructorError(None, None, what, key.start_mark)
        seen.add(str(key.value))
    out = Lined((str(loader.construct_object(k)), loader.construct_object(v, deep=True)) for k, v in node.value)
    out.line = node.start_mark.line + 1
    out.lines = {str(loader.construct_object(k)): k.start_mark.line + 1 for k, _ in node.value}
    return out


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def load_yaml(file: Path | Traversable) -> Any:
    """The content of a YAML file. Raises ``CodebookError`` with file and line."""
    return _read(file, yaml.load)


def node_of(file: Path | Traversable) -> yaml.Node | None:
    """The content as nodes, each with its line, ``None`` where there is none. Raises as ``load_yaml`` does."""
    found: yaml.Node | None = _read(file, yaml.compose)
    return found


def _read(file: Path | Traversable, read: Callable[..., Any]) -> Any:
    try:
        return read(file.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(
            f"not valid YAML: {error.problem}", where=f"{file.name}:{line}", remedy="Mend the line"
        ) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CodebookError(f"cannot be read ({error})", where=str(file), remedy="Give a readable YAML file") from error


def rows(file: Path | Traversable, values: Any, key: str) -> Iterator[Lined]:
    """The mappings in list ``key`` of a loaded file; anything else there is an error."""
    entries = values.get(key) if isinstance(values, dict) else None
    if not isinstance(entries, list):
        raise CodebookError(f"needs a list {key!r}", where=f"{file.name}:1", remedy=f"Begin it with '{key}:'")
    for entry in entries:
        if not isinstance(entry, Lined):
            raise CodebookError(
                f"an entry of {key!r} is no mapping: {entry!r}", where=f"{file.name}:1", remedy="Write 'name: value'"
            )
        yield entry
