"""The sentence gate: which sentences can hold an event at all.

A sentence passes when it holds the words some frame needs. For a pattern such as "hold talk with" the noun is the
anchor and the verb must stand in the sentence too, so that light verbs do not open the gate by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_POSITIONS = ("verb", "noun", "plural", "adj")
Groups = tuple[frozenset[str], ...]


class Gate:
    """Decides from a sentence's words alone whether it is worth a parse.

    ``anchors``: an anchor lemma and groups of words, of each of which one must stand in the same sentence; no groups
    where the anchor suffices. ``base(word, pos)`` gives base forms.
    """

    def __init__(self, anchors: Iterable[tuple[str, Groups]], base: Callable[[str, str], str]) -> None:
        self._alone: set[str] = set()
        self._with_one: dict[str, set[str]] = {}
        self._with_more: dict[str, list[Groups]] = {}
        for anchor, groups in anchors:
            if not groups:
                self._alone.add(anchor)
            elif len(groups) == 1:
                self._with_one.setdefault(anchor, set()).update(groups[0])
            else:
                self._with_more.setdefault(anchor, []).append(groups)
        self._base = base
        self._forms: dict[str, tuple[str, ...]] = {}

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """All base forms a word may have, those of its parts at hyphens, and the word itself."""
        found = self._forms.get(word)
        if found is None:
            lemmas = {word.lower(), *(self._base(word, pos) for pos in _POSITIONS)}
            if word.lower() == "according":
                lemmas = {"according"}  # a preposition with "to": no accord
            if "-" in word:
                lemmas.add(self._base(word.replace("-", ""), "noun"))
                lemmas.update(self._base(part, pos) for part in word.split("-") if part for pos in _POSITIONS)
            found = self._forms[word] = tuple(sorted(lemmas))
        return found

    def admits(self, sentence: str) -> bool:
        """Whether some frame's words all stand in ``sentence``."""
        here = {lemma for word in _WORD.findall(sentence) for lemma in self._lemmas(word)}
        if not here.isdisjoint(self._alone):
            return True
        for lemma in here:
            companions = self._with_one.get(lemma)
            if companions is not None and not companions.isdisjoint(here):
                return True
        return any(
            all(not group.isdisjoint(here) for group in groups)
            for lemma in here
            for groups in self._with_more.get(lemma, ())
        )
