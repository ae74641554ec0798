"""From a TIMEX3 value to the interval of days it stands for, and its granularity."""

from __future__ import annotations

import re
from datetime import date

from dragoman.grounding.times.days import (
    Interval,
    make_day,
    month_of,
    months_of,
    parse_day,
    plus_days,
    season_of,
    week_of,
)

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)$")),
    ("time", re.compile(r"(\d{4})-(\d\d)-(\d\d)T")),
    ("month", re.compile(r"(\d{4})-(\d\d)$")),
    ("year", re.compile(r"(\d{4})$")),
    ("week", re.compile(r"(\d{4})-W(\d\d)(-WE)?$")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)$")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])$")),
    ("half", re.compile(r"(\d{4})-H([12])$")),
    ("decade", re.compile(r"(\d{3})$")),
    ("century", re.compile(r"(\d{2})$")),
)


def interval_of(value: str) -> tuple[Interval | None, str]:
    """The days a DATE or TIME value covers, and its granularity; ``(None, …)`` where it has X's or no date."""
    if len(value) == 10 and value[4] == "-":
        # most values are plain days
        day = parse_day(value)
        if day is not None:
            return (day, day), "day"
    for shape, pattern in _SHAPES:
        match = pattern.match(value)
        if match:
            interval = _interval(shape, match)
            return interval, {"half": "span"}.get(shape, shape)
    return None, _granularity_of_unresolved(value)


def _interval(shape: str, match: re.Match[str]) -> Interval | None:
    number = int(match[1])
    if shape in ("day", "time"):
        day = make_day(number, int(match[2]), int(match[3]))
        return (day, day) if day else None
    if shape == "decade":
        return (date(number * 10, 1, 1), date(number * 10 + 9, 12, 31)) if number else None
    if shape == "century":
        return (date(number * 100, 1, 1), date(number * 100 + 99, 12, 31)) if number else None
    if number == 0:
        return None
    if shape == "year":
        return date(number, 1, 1), date(number, 12, 31)
    if shape == "month":
        return month_of(number, int(match[2])) if 1 <= int(match[2]) <= 12 else None
    if shape == "season":
        return season_of(number, match[2])
    if shape == "quarter":
        return months_of(number, 3 * int(match[2]) - 2, 3)
    if shape == "half":
        return months_of(number, 6 * int(match[2]) - 5, 6)
    return _week(number, int(match[2]), weekend=match[3] is not None)


def _week(year: int, week: int, *, weekend: bool) -> Interval | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    start, end = week_of(monday)
    return (plus_days(start, 5) or start, end) if weekend else (start, end)


def _granularity_of_unresolved(value: str) -> str:
    """Granularity that the shape of a value with X's still shows."""
    if "T" in value and not value.startswith("P"):
        return "time"
    if re.fullmatch(r"[X\d]{4}-[X\d]{2}-[X\d]{2}|XXXX-WXX-\d", value):
        return "day"
    if re.fullmatch(r"[X\d]{4}-[X\d]{2}", value):
        return "month"
    if re.fullmatch(r"[X\d]{4}-W[X\d]{2}(-WE)?", value):
        return "week"
    if re.fullmatch(r"[X\d]{4}-(SP|SU|FA|WI)", value):
        return "season"
    if re.fullmatch(r"[X\d]{4}-Q[X\d]", value):
        return "quarter"
    if re.fullmatch(r"[X\d]{4}|FY\d{4}", value):
        return "year"
    return "unknown"
