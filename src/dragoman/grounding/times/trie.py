"""A list of words as one regular expression that shares beginnings, so that the C engine looks at each letter once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_END = ""
_ALONE = r"(?![A-Za-z0-9])"
# In a gate: any digit.
DIGIT = "#"
# What may stand between a first word and the second one that it needs.
_GAP = r"(?:[\s-]{1,3}['’]?|['’])"


def trie_pattern(names: Iterable[str]) -> str:
    """A pattern that matches exactly one of ``names``, written as a tree of letters."""
    return _render(_tree(dict.fromkeys(names, "")))


def gated_pattern(gates: Mapping[str, frozenset[str] | None]) -> str:
    """First words, each followed (looked at, not taken) by one of its second words where it has a gate."""
    tails = {}
    for word, gate in gates.items():
        tail = _ALONE if gate is None else f"(?={_GAP}(?:{_digit(gate)}(?i:{trie_pattern(gate - {DIGIT})}){_ALONE}))"
        for form in {word, word.capitalize(), word.upper()}:
            tails[form] = tail
    return _render(_tree(tails))


def _digit(gate: frozenset[str]) -> str:
    return "[0-9]|" if DIGIT in gate else ""


def _tree(tails: Mapping[str, str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for word in sorted(tails):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = tails[word]
    return root


def _render(node: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _render(child) for letter, child in sorted(node.items()) if letter != _END]
    if _END in node:
        branches.append(node[_END])
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
