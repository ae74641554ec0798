"""Weekdays that are the day after the day a report bears: news from the other side of the world, or added after midnight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.grounding.times.days import ONE_DAY, parse_day
from dragoman.records.grounding import TimeExpression

_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# A weekday is reckoned back at most this far; so far back lies that of the day after publication.
_SIX_DAYS = 6
# A day of six days ago is seldom what a report comes back to; the day it was written is.
_MENTIONS = 2


def moved_to_day_after(expressions: Sequence[TimeExpression], published: str | None) -> list[TimeExpression]:
    """``expressions`` with weekdays six days back that the report names again and again put on the day after ``published``.

    Reports that name such a day once may well mean the week before, and "last Tuesday" says so.
    """
    day = parse_day(published)
    if day is None or day == date.max:
        return list(expressions)
    named = Counter(_weekday(e) for e in expressions if _is_six_days_back(e, day))
    return [
        _moved(e, day + ONE_DAY) if _is_six_days_back(e, day) and named[_weekday(e)] >= _MENTIONS else e
        for e in expressions
    ]


def _weekday(expression: TimeExpression) -> str:
    found = _WEEKDAY.search(expression.text)
    return found[0] if found else ""


def _is_six_days_back(expression: TimeExpression, day: date) -> bool:
    start = parse_day(expression.start)
    if start is None or expression.start != expression.end or "last" in expression.text.lower():
        return False
    return (
        (day - start).days == _SIX_DAYS and bool(_weekday(expression)) and not any(c.isdigit() for c in expression.text)
    )


def _moved(expression: TimeExpression, to: date) -> TimeExpression:
    value = to.isoformat() + expression.value[len("2000-01-01") :]
    return replace(
        expression, value=value, start=to.isoformat(), end=to.isoformat(),
        reason="the day after the publication date, as the report comes back to it",
    )  # fmt: skip
