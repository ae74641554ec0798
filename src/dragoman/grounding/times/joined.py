"""Days joined by "and" that one act lasts, "held talks on Thursday and Friday", and days joined to their year: "June 12 last year"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

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


_BETWEEN = re.compile(r"\s*(?:and|to|until|till|or|-|–)\s*(?:(?:again|about|around|at)\s+)*")


def days_of_hours(text: str, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """``expressions`` in order of text, with an hour that stands before another with its day on that day: "between 6:50 a.m.
    and 7:30 a.m. Wednesday"."""
    out = list(expressions)
    for index, (hour, other) in enumerate(pairwise(expressions)):
        bare = hour.kind == "TIME" and hour.reason.endswith(BARE_HOUR) and not other.reason.endswith(BARE_HOUR)
        if bare and other.kind == "TIME" and _BETWEEN.fullmatch(text, hour.span.end, other.span.start) and other.start:
            clock = hour.value.partition("T")[2]
            reason = f"a clock time on the day of “{other.text}”"
            out[index] = replace(
                hour, value=f"{other.start}T{clock}" if clock else hour.value, start=other.start, end=other.end, reason=reason
            )  # fmt: skip
    return out


#: Why a clock time without a day has the publication's.
BARE_HOUR = "a clock time on the publication date"
_YEAR_WORDS = frozenset(
    {"last year", "this year", "next year", "the previous year", "the same year", "the year before"}
)
_WITHOUT_YEAR = re.compile(r"\d{4}-(\d{2})(?:-(\d{2}))?")


def days_of_years(text: str, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """``expressions`` in order of text, with a day or month and the year named right behind it as one: "June 12 last year"."""
    out: list[TimeExpression] = []
    for expression in expressions:
        joined = _in_year(out[-1], expression, text) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(expression)
    return out


def _in_year(day: TimeExpression, year: TimeExpression, text: str) -> TimeExpression | None:
    if year.text.lower() not in _YEAR_WORDS or year.start is None or day.granularity not in ("day", "month"):
        return None
    if year.span.start < day.span.end or text[day.span.end : year.span.start].strip(" ,") not in ("", "of"):
        return None
    parts = _WITHOUT_YEAR.fullmatch(day.value or "")
    if (
        parts is None
        or re.search(r"\d{4}", day.text)
        or not re.match(r"[A-Za-z]{3,}|\d{1,2}(?:st|nd|rd|th)? ", day.text)
    ):
        return None
    if not any(name.lower()[:3] in day.text.lower() for name in calendar.month_name[1:]):
        return None
    number, month = int(year.start[:4]), int(parts.group(1))
    last = calendar.monthrange(number, month)[1]
    first_day, last_day = (int(parts.group(2)),) * 2 if parts.group(2) else (1, last)
    if last_day > last:
        return None
    span = Span(day.span.start, year.span.end)
    return replace(
        day,
        span=span,
        text=span.of(text),
        value=f"{number:04d}" + (day.value or "")[4:],
        start=date(number, month, first_day).isoformat(),
        end=date(number, month, last_day).isoformat(),
        reason=f"the year is told: “{year.text}”",
    )
