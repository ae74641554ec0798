"""The sentence gate: which sentences can hold an event at all.

A sentence passes when it holds the words some frame needs. For a pattern such as "hold talk with" the noun is the
anchor and the verb must stand in the sentence too, so that light verbs do not open the gate by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_POSITIONS = ("verb", "noun", "plural", "adj")


class Gate:
    """Decides from a sentence's words alone whether it is worth a parse.

    ``anchors``: one (anchor lemma, companions) per pattern; ``companions`` holds lemmas of which one must stand in
    the same sentence, or nothing if the anchor suffices. ``base(word, pos)`` gives base forms.
    """

    def __init__(self, anchors: Iterable[tuple[str, frozenset[str]]], base: Callable[[str, str], str]) -> None:
        self._alone: set[str] = set()
        self._with: dict[str, set[str]] = {}
        for anchor, companions in anchors:
            if companions:
                self._with.setdefault(anchor, set()).update(companions)
            else:
                self._alone.add(anchor)
        self._base = base
        self._forms: dict[str, tuple[str, ...]] = {}

    def _lemmas(self, word: str) -> tuple[str, ...]:
        found = self._forms.get(word)
        if found is None:
            lemmas = {self._base(word, pos) for pos in _POSITIONS}
            lemmas.update(self._base(part, "noun") for part in word.split("-") if part and part != word)
            found = self._forms[word] = tuple(sorted(lemmas))
        return found

    def admits(self, sentence: str) -> bool:
        """Whether some frame's words all stand in ``sentence``."""
        waiting: list[set[str]] = []
        here: set[str] = set()
        for word in _WORD.findall(sentence):
            for lemma in self._lemmas(word):
                if lemma in self._alone:
                    return True
                here.add(lemma)
                companions = self._with.get(lemma)
                if companions is not None:
                    waiting.append(companions)
        return any(not companions.isdisjoint(here) for companions in waiting)
