"""What is counted: for each thing the range over all reports and the best-supported value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from dragoman.matching.profile import counted
from dragoman.records import Claim, Conflict, Number

Row = tuple[str, float | None, float | None, float | None]


def tallies(
    claims: Sequence[Claim], source: Callable[[Claim], str], published: Callable[[Claim], str]
) -> tuple[tuple[Row, ...], list[Conflict]]:
    """(counted, low, best, high) rows and the counts that cannot all be right. ``claims`` in order of report.

    Best is the value with the most independent sources behind it; among equals the one reported last.
    """
    found: dict[str, list[tuple[Claim, Number]]] = defaultdict(list)
    for claim in claims:
        for number in claim.numbers:
            if number.value is not None:
                found[counted(claim, number)].append((claim, number))
    rows: list[Row] = []
    conflicts = []
    for what in sorted(found):
        told = found[what]
        values: dict[float, list[Claim]] = defaultdict(list)
        for claim, number in told:
            if number.value is not None:
                values[number.value].append(claim)
        best = max(
            sorted(values), key=lambda v: (len({source(c) for c in values[v]}), max(published(c) for c in values[v]), v)
        )
        lows = [n.low if n.low is not None else n.value for _, n in told]
        highs = [n.high if n.high is not None else n.value for _, n in told]
        rows.append(
            (what, min(v for v in lows if v is not None), best, max(v for v in highs if v is not None)),
        )
        if _disagree([n for _, n in told]):
            each = tuple((f"{v:g}", tuple(sorted({c.id for c in values[v]}))) for v in sorted(values))
            conflicts.append(Conflict(f"number of {what}", each))
    return tuple(rows), conflicts


def _disagree(numbers: Sequence[Number]) -> bool:
    """Whether some two counts exclude each other: "at least 9" allows 12, "9" does not."""
    ranges = {
        (
            n.low if n.low is not None else (n.value or 0.0),
            n.high if n.high is not None else (float("inf") if n.low is not None else (n.value or 0.0)),
        )
        for n in numbers
    }
    return max(low for low, _ in ranges) > min(high for _, high in ranges)
