"""One-to-one pairing of gold and found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from dragoman.records import Span

G = TypeVar("G")
F = TypeVar("F")


def pair(
    golds: Sequence[G], founds: Sequence[F], likeness: Callable[[G, F], float]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """(pairs, golds left over, founds left over) as indices; the likest pair is taken first, ties in order of text.

    Only pairs with a likeness above nought are made.
    """
    candidates = []
    for i, gold in enumerate(golds):
        for j, found in enumerate(founds):
            like = likeness(gold, found)
            if like > 0:
                candidates.append((-like, i, j))
    pairs: list[tuple[int, int]] = []
    taken_golds: set[int] = set()
    taken_founds: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in taken_golds and j not in taken_founds:
            pairs.append((i, j))
            taken_golds.add(i)
            taken_founds.add(j)
    lost = [i for i in range(len(golds)) if i not in taken_golds]
    extra = [j for j in range(len(founds)) if j not in taken_founds]
    return sorted(pairs), lost, extra


def common(one: Span, other: Span) -> int:
    """How many characters two ranges share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
