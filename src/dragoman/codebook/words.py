"""Closed word lists of ``words.yaml``."""

from __future__ import annotations

from functools import lru_cache

from dragoman.codebook.types import builtin
from dragoman.codebook.yaml_lines import load_yaml
from dragoman.errors import CodebookError


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    file = builtin() / "words.yaml"
    values = load_yaml(file)
    if not isinstance(values, dict) or not all(isinstance(v, list) for v in values.values()):
        remedy = "Write 'name: [word]'"
        raise CodebookError("must map each name to a list of words", where=f"{file.name}:1", remedy=remedy)
    return {name: frozenset(str(w) for w in words) for name, words in values.items()}


def words(name: str) -> frozenset[str]:
    """The words of one list. Raises ``CodebookError`` if there is none of that name."""
    try:
        return _lists()[name]
    except KeyError:
        raise CodebookError(f"there is no word list {name!r}", where="words.yaml:1", remedy="Add it") from None
