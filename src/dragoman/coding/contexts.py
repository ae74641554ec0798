"""PLOVER contexts of a claim, from the words of its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.types import builtin
from dragoman.codebook.yaml_lines import load_yaml
from dragoman.errors import CodebookError

if TYPE_CHECKING:
    from spacy.tokens import Doc


class ContextReader:
    """Looks the lemmas of a sentence, and pairs of neighbours, up in ``contexts.yaml``."""

    def __init__(self) -> None:
        file = builtin() / "contexts.yaml"
        values = load_yaml(file).get("contexts")
        if not isinstance(values, dict):
            raise CodebookError("needs a mapping 'contexts'", where=f"{file.name}:1", remedy="Write 'contexts:'")
        self.names = tuple(values)
        self._by_word: dict[str, list[str]] = {}
        for name, cues in values.items():
            for cue in cues:
                self._by_word.setdefault(str(cue), []).append(name)

    def read(self, doc: Doc) -> tuple[str, ...]:
        """The contexts in the order of the codebook."""
        found: set[str] = set()
        before = ""
        for token in doc:
            lemma = token.lemma_.lower()
            for key in (lemma, token.lower_, f"{before} {lemma}"):
                found.update(self._by_word.get(key, ()))
            before = token.lower_
        return tuple(name for name in self.names if name in found)
