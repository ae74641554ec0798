"""Groups of claims by average likeness: two groups join only if their claims agree *on average* and none contradicts.

A chain of weak likenesses (A like B, B like C, A unlike C) does not hold under averages. The outcome depends on the
set of claims alone: ties are broken by the ids of the claims, and every sum is taken in the order of ids.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Mapping

Score = Callable[[str, str], float]
_SPOKESMEN = 16  # claims that speak for a large group when it is compared with another


def components(edges: Mapping[str, Iterable[str]], seeds: Iterable[str]) -> list[list[str]]:
    """Claims that hang together by candidate edges, each component and the list of them sorted."""
    seen: set[str] = set()
    found = []
    for seed in sorted(seeds):
        if seed in seen:
            continue
        seen.add(seed)
        stack, members = [seed], []
        while stack:
            here = stack.pop()
            members.append(here)
            for there in edges.get(here, ()):
                if there not in seen:
                    seen.add(there)
                    stack.append(there)
        found.append(sorted(members))
    return found


class _Groups:
    """The state of one agglomeration."""

    def __init__(
        self, members: list[str], edges: Mapping[str, Iterable[str]], score: Score, apart: Mapping[str, set[str]]
    ) -> None:
        self._score = score
        self._apart = {m: apart[m] for m in members if m in apart}
        self._known: dict[tuple[str, str], float] = {}
        self.groups: dict[int, tuple[str, ...]] = {i: (m,) for i, m in enumerate(members)}
        number = {m: i for i, m in enumerate(members)}
        self.near: dict[int, set[int]] = {i: {number[o] for o in edges.get(m, ())} for i, m in enumerate(members)}
        self._next = len(members)

    def mean(self, one: int, other: int) -> float:
        """Average score between two groups; minus infinity where any pair looked at contradicts."""
        if self._apart:
            theirs = set(self.groups[other])
            if any(self._apart[m] & theirs for m in self.groups[one] if m in self._apart):
                return -math.inf
        values = []
        for a in self.groups[one][:_SPOKESMEN]:
            for b in self.groups[other][:_SPOKESMEN]:
                pair = (a, b) if a < b else (b, a)
                value = self._known.get(pair)
                if value is None:
                    value = self._known[pair] = self._score(*pair)
                if value == -math.inf:
                    return value
                values.append(value)
        return math.fsum(values) / len(values)

    def merge(self, one: int, other: int) -> int:
        new = self._next
        self._next += 1
        self.groups[new] = tuple(sorted(self.groups.pop(one) + self.groups.pop(other)))
        neighbours = (self.near.pop(one) | self.near.pop(other)) - {one, other}
        self.near[new] = neighbours
        for there in neighbours:
            self.near[there] -= {one, other}
            self.near[there].add(new)
        return new


def cluster(
    members: list[str],
    edges: Mapping[str, Iterable[str]],
    score: Score,
    bound: Iterable[tuple[str, str]] = (),
    apart: Mapping[str, set[str]] | None = None,
) -> list[tuple[str, ...]]:
    """The groups of one component, sorted. ``bound`` pairs are one group whatever their score (judgements); claims that ``apart``
    names (both ways) never are.

    ``score`` gives log-odds for two ids in order, minus infinity for a contradiction; groups join while the best
    average is above 0.
    """
    state = _Groups(members, edges, score, apart or {})
    _bind(state, bound)
    heap: list[tuple[float, str, str, int, int]] = []

    def push(one: int, other: int) -> None:
        mean = state.mean(one, other)
        if mean > 0:
            names = sorted((state.groups[one][0], state.groups[other][0]))
            heap.append((-round(mean, 9), names[0], names[1], one, other))

    for one in sorted(state.groups):
        for other in sorted(state.near[one]):
            if one < other:
                push(one, other)
    heapq.heapify(heap)
    while heap:
        _, _, _, one, other = heapq.heappop(heap)
        if one not in state.groups or other not in state.groups:
            continue
        new = state.merge(one, other)
        before = len(heap)
        for there in sorted(state.near[new], key=lambda g: state.groups[g][0]):
            push(new, there)
        if len(heap) - before:
            heapq.heapify(heap) if len(heap) - before > before // 8 else _sift(heap, before)
    return sorted(state.groups.values())


def _sift(heap: list[tuple[float, str, str, int, int]], before: int) -> None:
    """Restore the heap after a few entries were put at its end."""
    added = heap[before:]
    del heap[before:]
    for entry in added:
        heapq.heappush(heap, entry)


def _bind(state: _Groups, bound: Iterable[tuple[str, str]]) -> None:
    for a, b in sorted(bound):
        where = {m: g for g, group in state.groups.items() for m in group}
        if a in where and b in where and where[a] != where[b]:
            state.merge(where[a], where[b])
