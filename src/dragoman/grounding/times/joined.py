"""Days joined by "and" that one act lasts: "held talks on Thursday and Friday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.grounding.times.days import ONE_DAY, parse_day
from dragoman.records.grounding import TimeExpression
from dragoman.records.span import Span


def joined_days(text: str, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """``expressions`` in order of text, with two days that follow on each other and are joined by "and" as one."""
    out: list[TimeExpression] = []
    for expression in expressions:
        before = out[-1] if out else None
        if before is not None and _follows(before, expression, text):
            span = Span(before.span.start, expression.span.end)
            out[-1] = replace(
                before, span=span, text=span.of(text), value=f"{before.start}/{expression.end}", end=expression.end,
                reason="two days joined by “and”",
            )  # fmt: skip
        else:
            out.append(expression)
    return out


def _follows(first: TimeExpression, second: TimeExpression, text: str) -> bool:
    if text[first.span.end : second.span.start].strip() != "and" or second.span.start < first.span.end:
        return False
    days = [parse_day(day) for day in (first.start, first.end, second.start, second.end)]
    if None in days or first.granularity != "day" or second.granularity != "day":
        return False
    begin, until, start, end = days
    assert until is not None
    return begin == until and start == end == until + ONE_DAY
