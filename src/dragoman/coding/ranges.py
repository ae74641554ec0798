"""Counts told as a range: "40 to 50", "between nine and twelve", "10-15", "9 or 10"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO = frozenset({"to", "-", "–", "—", "or"})
_ROUND = frozenset({"hundred", "thousand", "million", "billion", "dozen"})
_LONGEST = 4  # words of a number: "two hundred and ten"


class Range(NamedTuple):
    """Two counts joined to one: token numbers ``first`` to ``last``, and its bounds."""

    first: int
    last: int
    low: float
    high: float


def range_of(token: Token, value_of: Callable[[str], float | None]) -> Range | None:
    """The range that the figure ``token`` is an end of; ``value_of`` reads a number in figures or words."""
    doc = token.doc
    first, last = _run(token)
    for joint in (last + 1, first - 1):
        if not 0 < joint < len(doc) - 1 or not _joins(doc[joint]):
            continue
        left, right = _run(doc[joint - 1]), _run(doc[joint + 1])
        if doc[joint - 1].tag_ != "CD" or doc[joint + 1].tag_ != "CD":
            continue
        low, high = (value_of(doc[a : b + 1].text) for a, b in (left, right))
        # "two to three hundred": the greater number's unit is the lesser's, too
        unit = doc[right[1]].lower_
        if low is not None and unit in _ROUND and low < 20 and doc[left[1]].lower_ not in _ROUND:
            low = value_of(f"{doc[left[0] : left[1] + 1].text} {unit}")
        if low is not None and high is not None and low < high and not (1900 <= low <= 2100 and high <= 2100):
            return Range(left[0], right[1], low, high)
    return None


def _run(token: Token) -> tuple[int, int]:
    """The neighbouring words that make one number with ``token``."""
    first = last = token.i
    doc = token.doc
    while first > 0 and token.i - first < _LONGEST and doc[first - 1].tag_ == "CD":
        first -= 1
    while (
        last + 1 < len(doc) and last - token.i < _LONGEST and (doc[last + 1].tag_ == "CD" or _is_round(doc[last + 1]))
    ):
        last += 1
    return first, last


def _is_round(token: Token) -> bool:
    return token.lower_ in _ROUND


def _joins(token: Token) -> bool:
    """Whether the word joins the ends of a range; "and" does so only after "between"."""
    if token.lower_ in _TO:
        return True
    start = _run(token.nbor(-1))[0]
    return token.lower_ == "and" and start > 0 and token.doc[start - 1].lower_ == "between"
