"""Groups of claims by average likeness: two groups join only if their claims agree *on average* and none contradicts.

A chain of weak likenesses (A like B, B like C, A unlike C) does not hold under averages. But a report tells one deed in many
sentences, most of which say little of it, so that half of what counts is how like each claim is to those of the other group
which it is likest. Pairs of one report are left out where there are any of two: a report seldom tells a deed twice, and that
it did says nothing of all the others. The outcome depends on the set of claims alone: ties are broken by the ids of the
claims, and every sum is taken in their order.
"""

from __future__ import annotations

import heapq
import math
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

Score = Callable[[str, str], float]
_LIKEST = 0.5  # share of the likest pairs in the likeness of two groups; the rest is of all pairs
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
        self,
        members: list[str],
        edges: Mapping[str, Iterable[str]],
        score: Score,
        apart: Mapping[str, set[str]],
        report_of: Callable[[str], str],
    ) -> None:
        self._report_of = report_of
        self._score = score
        self._apart = {m: apart[m] for m in members if m in apart}
        self._known: dict[tuple[str, str], float] = {}
        self._speak: dict[int, int] = {}  # group → number of its spokesmen, who outlive many a merge
        self._numbers: dict[tuple[str, ...], int] = {}
        self._spokesmen: list[tuple[str, ...]] = []
        self._means: dict[tuple[int, int], float] = {}
        self.groups: dict[int, tuple[str, ...]] = {i: (m,) for i, m in enumerate(members)}
        number = {m: i for i, m in enumerate(members)}
        self.near: dict[int, set[int]] = {i: {number[o] for o in edges.get(m, ())} for i, m in enumerate(members)}
        self._next = len(members)

    def mean(self, one: int, other: int) -> float:
        """Likeness of two groups, as the module says; minus infinity where any pair looked at contradicts."""
        if self._apart:
            theirs = set(self.groups[other])
            if any(self._apart[m] & theirs for m in self.groups[one] if m in self._apart):
                return -math.inf
        mine, his = self._speakers(one), self._speakers(other)
        both = (mine, his) if mine < his else (his, mine)
        known = self._means.get(both)
        if known is None:
            known = self._means[both] = self._mean(*(self._spokesmen[n] for n in both))
        return known

    def _speakers(self, group: int) -> int:
        found = self._speak.get(group)
        if found is None:
            who = _spokesmen(self.groups[group])
            found = self._speak[group] = self._numbers.setdefault(who, len(self._spokesmen))
            if found == len(self._spokesmen):
                self._spokesmen.append(who)
        return found

    def _mean(self, some: tuple[str, ...], others: tuple[str, ...]) -> float:
        values: list[tuple[str, str, float]] = []
        within: list[tuple[str, str, float]] = []  # of pairs of one report
        for a in some:
            for b in others:
                pair = (a, b) if a < b else (b, a)
                value = self._known.get(pair)
                if value is None:
                    value = self._known[pair] = self._score(*pair)
                if value == -math.inf:
                    return value
                (within if self._report_of(a) == self._report_of(b) else values).append((a, b, value))
        counted = values or within
        average = _average(value for *_, value in counted)
        likest = min(_likest((a, value) for a, _, value in counted), _likest((b, value) for _, b, value in counted))
        return _LIKEST * likest + (1 - _LIKEST) * average

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


def _average(values: Iterable[float]) -> float:
    held = list(values)
    return math.fsum(held) / len(held)


def _likest(scores: Iterable[tuple[str, float]]) -> float:
    """The average, over the claims of one group, of how like each is to the likest half of the other.

    Half of them, not the one: among many claims some are always much alike.
    """
    by_claim: dict[str, list[float]] = defaultdict(list)
    for claim, score in scores:
        by_claim[claim].append(score)
    return _average(_average(sorted(held)[len(held) // 2 :]) for held in by_claim.values())


def _spokesmen(group: tuple[str, ...]) -> tuple[str, ...]:
    """The claims that speak for a group: of a large one some of many reports, whose claims stand together by id."""
    if len(group) <= _SPOKESMEN:
        return group
    return tuple(sorted(sorted(group, key=lambda i: (zlib.crc32(i.encode()), i))[:_SPOKESMEN]))


def cluster(
    members: list[str],
    edges: Mapping[str, Iterable[str]],
    score: Score,
    bound: Iterable[tuple[str, str]] = (),
    apart: Mapping[str, set[str]] | None = None,
    report_of: Callable[[str], str] = str,
) -> list[tuple[str, ...]]:
    """The groups of one component, sorted. ``bound`` pairs are one group whatever their score (judgements); claims that ``apart``
    names (both ways) never are. ``report_of``: the report of a claim (default: each has its own).

    ``score`` gives log-odds for two ids in order, minus infinity for a contradiction; groups join while the best
    average is above 0.
    """
    state = _Groups(members, edges, score, apart or {}, report_of)
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
