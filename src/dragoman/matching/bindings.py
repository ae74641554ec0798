"""What people decided about pairs of claims, as matching obeys it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.records import Judgement

_PAIRED = ("same", "not the same")


@dataclass(frozen=True, slots=True)
class Bindings:
    """Claims judged to be of one event (``same``) and of two (``apart``), each both ways."""

    same: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]

    def bound(self, members: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs among ``members`` that are one event whatever they look like."""
        inside = set(members)
        return [(a, b) for a in sorted(inside) for b in sorted(self.same.get(a, ())) if a < b and b in inside]


def bindings(judgements: Iterable[Judgement]) -> Bindings:
    """The bindings that stand; undone judgements do not bind, and of two on one pair the later counts."""
    made = list(judgements)
    undone = {j.subjects[0] for j in made if j.verdict == "undo"}
    last: dict[tuple[str, str], str] = {}
    for j in made:
        if j.verdict in _PAIRED and len(j.subjects) == 2 and j.id not in undone:
            a, b = sorted(j.subjects)
            last[a, b] = j.verdict
    return Bindings(_both_ways(last, "same"), _both_ways(last, "not the same"))


def _both_ways(last: Mapping[tuple[str, str], str], wanted: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for (a, b), verdict in last.items():
        if verdict == wanted:
            found[a].add(b)
            found[b].add(a)
    return {claim_id: frozenset(others) for claim_id, others in found.items()}
