"""Word lists kept as YAML: each list one string of words between blanks, or a table of such strings."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.errors import CodebookError
from dragoman.gazetteers.places.tables import PACKAGE


@lru_cache(maxsize=8)
def _read(name: str) -> dict[str, Any]:
    try:
        raw = yaml.safe_load(files(PACKAGE).joinpath(name).read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = name if mark is None else f"{name}:{mark.line + 1}"
        raise CodebookError("this is no valid YAML", where=where, remedy="Correct the line") from error
    if not isinstance(raw, dict):
        raise CodebookError("the file is no table of lists", where=name, remedy="Give `name: words between blanks`")
    return raw


def word_list(name: str, field: str) -> frozenset[str]:
    """The list ``field`` of the file ``name``. Raises ``CodebookError`` where it is missing or not words."""
    words = _read(name).get(field)
    if not isinstance(words, str):
        raise CodebookError(f"the list {field!r} is missing", where=name, remedy="Give it as words between blanks")
    return frozenset(words.split())


def word_table(name: str, field: str, allowed: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The table ``field`` of the file ``name``: word → words, all of them ``allowed``. Raises ``CodebookError``."""
    table = _read(name).get(field)
    if not isinstance(table, dict):
        raise CodebookError(f"the table {field!r} is missing", where=name, remedy="Give it as lines of `word: words`")
    found = {str(word): tuple(str(kinds).split()) for word, kinds in table.items()}
    for word, kinds in found.items():
        for kind in kinds:
            if kind not in allowed:
                raise CodebookError(
                    f"{field}/{word} has {kind!r}", where=name, remedy=f"Use one of: {', '.join(sorted(allowed))}"
                )
    return found
