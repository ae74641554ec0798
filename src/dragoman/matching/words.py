"""Rare words and names of a text, with weights that depend on the text alone (never on the rest of the corpus)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from dragoman.matching.knowledge import common_words

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*\d|\d")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_ENDINGS = ("ings", "ing", "ed", "es", "s")
_NAME, _RARE, _COMMON = 1.0, 0.6, 0.05  # a name tells events apart best, a frequent word hardly
_READ = 4000  # characters of an article that say what it is about
_OPENING = 500  # characters in which a report names those it is about: its headline and first sentences
_LEADING = 2.0  # … and how much more such a name weighs than one further down
_KEPT = 200  # words that stand for an article


def stem(word: str) -> str:
    """A word without its plainest ending: enough to make "raids" meet "raid"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def tokens(text: str) -> list[str]:
    """The words of a text as written, with numbers, without possessive endings."""
    return [_plain(m.group()) for m in _WORD.finditer(text)]


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def names_and_words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names (written with a capital and not common words) and other rare words, as stems in lower case."""
    common = common_words()
    names: set[str] = set()
    words: set[str] = set()
    for token in tokens(text):
        lower = token.lower()
        if len(lower) < 3 or lower in common or stem(lower) in common:
            continue
        (names if token[0].isupper() else words).add(stem(lower))
    return frozenset(names), frozenset(words - names)


def article_vector(title: str | None, text: str) -> Mapping[str, float]:
    """What an article is about: its weightiest words, as a vector of length 1 (empty for an empty text).

    How often a word stands there does not count: the words an article repeats ("pirates") are those of every report
    on such events, and the name said once is what tells one of them from another. Names of the opening weigh most:
    another report of the same thing hardly leaves them out, and a report of a like thing opens with others.
    """
    common = common_words()
    read = f"{title or ''}\n{text[:_READ]}"
    weighed: dict[str, float] = {}
    for found in _WORD.finditer(read):
        token = _plain(found.group())
        lower = token.lower()
        number = token[0].isdigit()
        if len(lower) < (2 if number else 3):
            continue
        word = lower if number else stem(lower)
        name_like = token[0].isupper() or number
        weight = _COMMON if word in common else _NAME if name_like else _RARE
        if name_like and word not in common and found.start() < _OPENING:
            weight *= _LEADING
        weighed[word] = max(weight, weighed.get(word, 0.0))
    kept = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:_KEPT]
    length = math.sqrt(math.fsum(value * value for _, value in kept))
    return {word: value / length for word, value in kept} if length else {}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Likeness of two article vectors, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(value * other[word] for word, value in one.items() if word in other)


def leading(about: Mapping[str, float]) -> frozenset[str]:
    """The weightiest words of an article vector: the names of the opening."""
    most = max(about.values(), default=0.0)
    return frozenset(word for word, weight in about.items() if weight > 0.9 * most)


def held(lead: frozenset[str], about: Mapping[str, float]) -> float:
    """Share of one article's leading words that another has anywhere, damped where they are few."""
    return sum(word in about for word in lead) / (len(lead) + 1)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words over the mean size of the sets (Dice), damped where there are few: 1 of 1 says less than 4 of 4."""
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other) + 2) if shared else 0.0
