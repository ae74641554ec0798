"""Which pairs of claims a merge or a split of events decides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from dragoman.records import Judgement

Pairs = list[tuple[str, str]]


def merge_pairs(groups: Sequence[Sequence[str]], apart: Iterable[tuple[str, str]] = ()) -> Pairs:
    """Pairs that make the claims of several events one: the first claim with every other.

    A pair of them that stands judged ``not the same`` (``apart``) is decided anew, or it would keep them apart.
    """
    members = list(dict.fromkeys(c for group in groups for c in group))
    star = [(members[0], other) for other in members[1:]]
    inside = set(members)
    known = {frozenset(p) for p in star}
    again = sorted({tuple(sorted(p)) for p in apart if set(p) <= inside and frozenset(p) not in known})
    return star + [(a, b) for a, b in again]


def split_pairs(taken: Sequence[str], rest: Sequence[str]) -> Pairs:
    """Pairs that take some claims out of an event: each of them with each that stays."""
    return [(one, other) for one in taken for other in rest]


def overruled(made: Iterable[Judgement]) -> set[str]:
    """Ids of those judgements (in the order they were made, undone ones left out) that a later one decides otherwise.

    Accept and reject speak of one thing; corrections of one field do, and what is decided of one pair of claims.
    """
    last: dict[tuple[str, ...], list[Judgement]] = {}
    found: set[str] = set()
    for one in made:
        about = {"accept": "claim", "reject": "claim", "correct": f"field {one.field}"}.get(one.verdict, "pair")
        before = last.setdefault((about, *sorted(one.subjects)), [])
        if before and (before[-1].verdict, before[-1].value) != (one.verdict, one.value):
            found.update(j.id for j in before)
            before.clear()
        before.append(one)
    return found


def judged(
    verdict: str, subjects: Sequence[tuple[str, ...]], by: str, at: str, why: str, **value: Any
) -> list[Judgement]:
    """One judgement for each tuple of subjects, made at one moment; all ids begin alike, so that one undo takes all back."""
    content = json.dumps([verdict, subjects, by, at, why, value], ensure_ascii=False, sort_keys=True)
    name = "j" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    many = len(subjects) > 1
    blank = Judgement(name, verdict, (), by, at, why, **value)
    return [replace(blank, id=f"{name}.{i}" if many else name, subjects=s) for i, s in enumerate(subjects, 1)]
