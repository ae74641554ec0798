"""Words of speech. Data in ``speech.yaml``."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.codebook.types import builtin
from dragoman.codebook.yaml_lines import load_yaml
from dragoman.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Speech:
    """Verbs, nouns, prepositions and adverbs that make somebody answerable for a statement."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: tuple[str, ...]
    adverbs: frozenset[str]


def load_speech() -> Speech:
    """The shipped words. Raises ``CodebookError`` with file and line."""
    file = builtin() / "speech.yaml"
    values = load_yaml(file)
    for name in ("verbs", "nouns", "prepositions", "adverbs"):
        if not isinstance(values.get(name), list):
            raise CodebookError(f"needs a list {name!r}", where=f"{file.name}:1", remedy=f"Write '{name}: [word]'")
    return Speech(
        verbs=frozenset(values["verbs"]),
        nouns=frozenset(values["nouns"]),
        prepositions=tuple(values["prepositions"]),
        adverbs=frozenset(values["adverbs"]),
    )
