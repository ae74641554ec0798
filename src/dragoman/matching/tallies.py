"""What is counted: for each thing the range over all reports and the best-supported value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from dragoman.matching.knowledge import acts
from dragoman.matching.profile import counted
from dragoman.records import Claim, Conflict, Number, Span

Row = tuple[str, float | None, float | None, float | None]


def tallies(
    claims: Sequence[Claim], source: Callable[[Claim], str], published: Callable[[Claim], str]
) -> tuple[tuple[Row, ...], list[Conflict]]:
    """(counted, low, best, high) rows and the counts that cannot all be right. ``claims`` in order of report.

    Best is the value with the most independent sources behind it; among equals the one reported last; none where only
    ranges or hedges are told ("dozens"). A bound is open where every report leaves it so ("at least 9": no high).
    """
    found: dict[str, list[tuple[Claim, Number]]] = defaultdict(list)
    said, befell = _said(claims), acts().counted
    for claim in claims:
        for number in claim.numbers:
            what = counted(claim, number)
            if claim.frame in befell or said.get((claim.article_id, number.span), what) == what:
                found[what].append((claim, number))
    rows: list[Row] = []
    conflicts = []
    for what in sorted(found):
        told = found[what]
        values: dict[float, list[Claim]] = defaultdict(list)
        for claim, number in told:
            if number.value is not None:
                values[number.value].append(claim)
        best = max(
            sorted(values),
            key=lambda v: (len({source(c) for c in values[v]}), max(published(c) for c in values[v]), v),
            default=None,
        )
        bounds = [_bounds(n) for _, n in told]
        low = min((low for low, _ in bounds if low is not None), default=None)
        high = max((high for _, high in bounds if high is not None), default=None)
        if best is not None:  # "at least 12" beside "9"
            low = None if low is None else min(low, best)
            high = None if high is None else max(high, best)
        rows.append((what, low, best, high))
        if values and _disagree([n for _, n in told]):
            each = tuple((f"{v:g}", tuple(sorted({c.id for c in values[v]}))) for v in sorted(values))
            if len(each) > 1:
                conflicts.append(Conflict(f"number of {what}", each))
    return tuple(rows), conflicts


def _said(claims: Sequence[Claim]) -> dict[tuple[str, Span], str]:
    """What the words of a number count by the claim that says what befell those counted: "the bombing that killed 11" tells
    of the bombing and of the killing, but counts the killed.
    """
    found: dict[tuple[str, Span], str] = {}
    for claim in claims:
        if claim.frame in acts().counted:
            for number in claim.numbers:
                found.setdefault((claim.article_id, number.span), counted(claim, number))
    return found


def _disagree(numbers: Sequence[Number]) -> bool:
    """Whether some two counts exclude each other: "at least 9" allows 12, "9" does not."""
    bounds = [_bounds(n) for n in numbers]
    return max(low or 0.0 for low, _ in bounds) > min(float("inf") if high is None else high for _, high in bounds)


def _bounds(number: Number) -> tuple[float | None, float | None]:
    """The least and the most that a count allows; a bare value is both."""
    if number.low is None and number.high is None:
        return number.value, number.value
    return number.low, number.high
