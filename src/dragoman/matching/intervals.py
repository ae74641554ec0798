"""The tightest interval of days on which the most reports agree, and the days that others give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.records import Claim, Conflict

_COARSE = ("time", "day", "week", "month", "quarter", "season", "year", "decade")


@dataclass(frozen=True, slots=True)
class Agreed:
    """The days agreed on; ``told``: the texts give them, not only the dates of publication."""

    start: str | None
    end: str | None
    granularity: str | None
    told: bool
    conflict: Conflict | None = None


def agreed(claims: Sequence[Claim]) -> Agreed:
    """The interval in which most reports agree. A day of publication counts only where no text tells a day."""
    told = [c for c in claims if _interval(c) and _basis(c) != "publication date"]
    spans = told or [c for c in claims if _interval(c)]
    if not spans:
        open_ended = sorted(c.time.grounding.choice.start or "" for c in claims if c.time is not None)
        start = next((s for s in open_ended if s), None)
        return Agreed(start, None, "unknown" if start else None, False)
    by_interval: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in spans:
        by_interval[_interval(claim) or ("", "")].append(claim)
    if not told:
        first = min(by_interval)
        return Agreed(first[0], first[1], _finest(by_interval[first]), False)
    day = min(sorted({start for start, _ in by_interval}), key=lambda d: (-_support(d, by_interval), d))
    inside = [i for i in sorted(by_interval) if i[0] <= day <= i[1]]
    start, end = max(i[0] for i in inside), min(i[1] for i in inside)
    finest = _finest([c for i in inside for c in by_interval[i]])
    outside = [i for i in sorted(by_interval) if i not in inside]
    conflict = None
    if outside:
        values: dict[str, list[str]] = {_shown((start, end)): [c.id for i in inside for c in by_interval[i]]}
        for interval in outside:
            values.setdefault(_shown(interval), []).extend(c.id for c in by_interval[interval])
        conflict = Conflict("day", tuple((v, tuple(sorted(ids))) for v, ids in sorted(values.items())))
    return Agreed(start, end, finest, True, conflict)


def _support(day: str, by_interval: dict[tuple[str, str], list[Claim]]) -> float:
    """Reports whose interval holds the day, the exact ones counting more."""
    total: dict[str, float] = {}
    for (start, end), claims in by_interval.items():
        if start <= day <= end:
            for claim in claims:
                weight = 1.0 if start == end else 0.5
                total[claim.article_id] = max(total.get(claim.article_id, 0.0), weight)
    return sum(sorted(total.values()))


def _interval(claim: Claim) -> tuple[str, str] | None:
    if claim.time is None:
        return None
    value = claim.time.grounding.choice
    if value.start is None or value.end is None or value.end < value.start:
        return None
    return value.start[:10], value.end[:10]


def _basis(claim: Claim) -> str:
    return claim.time.grounding.choice.basis if claim.time is not None else ""


def _finest(claims: Sequence[Claim]) -> str | None:
    found = {c.time.grounding.choice.granularity for c in claims if c.time is not None}
    return min(found, key=lambda g: (_COARSE.index(g) if g in _COARSE else len(_COARSE), g)) if found else None


def _shown(interval: tuple[str, str]) -> str:
    return interval[0] if interval[0] == interval[1] else f"{interval[0]} to {interval[1]}"
