"""Word lists of ``words.yaml``, which the rules of parsing and coding name."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml

from dragoman.codebook.types import builtin
from dragoman.codebook.yaml_lines import load_yaml, node_of
from dragoman.errors import CodebookError

_STRING = "tag:yaml.org,2002:str"


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return load_words(builtin() / "words.yaml")


def words(name: str) -> frozenset[str]:
    """The words of one list. Raises ``CodebookError`` if there is none of that name."""
    try:
        return _lists()[name]
    except KeyError:
        raise CodebookError(f"there is no word list {name!r}", where="words.yaml:1", remedy="Add it") from None


def any_of(name: str) -> re.Pattern[str]:
    """A pattern that finds any word of a list, as a word of its own, in small letters or with a capital."""
    return re.compile(r"\b(?:" + "|".join(sorted(words(name))) + r")\b", re.IGNORECASE)


def load_words(file: Path | Traversable) -> dict[str, frozenset[str]]:
    """The lists of ``file`` by name. Raises ``CodebookError`` with file and line of the first word that is wrong.

    Words are text, stand once in a list, and are all in small letters or all with a capital: one that is not like the
    others would never be found.
    """
    load_yaml(file)  # its grammar, and no list twice
    root = node_of(file)
    if not isinstance(root, yaml.MappingNode):
        raise CodebookError("must map names to lists", where=f"{file.name}:1", remedy="Write 'name: [word]'")
    return {name.value: frozenset(_words(name, listed, file.name)) for name, listed in root.value}


def _words(name: yaml.Node, listed: yaml.Node, file: str) -> list[str]:
    if not isinstance(listed, yaml.SequenceNode) or not listed.value:
        raise _wrong(name, file, f"{name.value!r} must be a list of words", f"Write '{name.value}: [word]'")
    out: list[str] = []
    for word in listed.value:
        if not isinstance(word, yaml.ScalarNode) or word.tag != _STRING or not word.value.strip():
            remedy = "Put it in quotation marks"  # YAML reads "on" and "no" as true and false
            raise _wrong(word, file, f"{name.value}: an entry is no word ({_shown(word)})", remedy)
        if word.value in out:
            raise _wrong(word, file, f"{name.value}: {word.value!r} stands twice", "Strike one out")
        if out and word.value[0].isupper() != out[0][0].isupper():
            remedy = "Write all in small letters, or all with a capital"
            raise _wrong(word, file, f"{name.value}: {word.value!r} is not written as {out[0]!r} is", remedy)
        out.append(word.value)
    return out


def _shown(node: yaml.Node) -> str:
    return repr(node.value) if isinstance(node, yaml.ScalarNode) else "a list or mapping"


def _wrong(node: yaml.Node, file: str, what: str, remedy: str) -> CodebookError:
    return CodebookError(what, where=f"{file}:{node.start_mark.line + 1}", remedy=remedy)
