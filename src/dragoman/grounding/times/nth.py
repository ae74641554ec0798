"""A part of a larger date, counted: "the first week of March", "the last Friday of 2016", "the week of May 8"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dragoman.grounding.times.context import Context, Reading, dated
from dragoman.grounding.times.days import (
    Interval,
    nth_weekday,
    plus_days,
    plus_months,
    week_value,
    weekday_from,
)
from dragoman.grounding.times.fragments import WEEKDAY, YEAR, S, weekday_number

Inner = Callable[[Context, int], Reading | None]

_ORDER = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
_NTH = re.compile(
    rf"[Tt]he{S}(?:very{S})?(?i:(?P<order>{'|'.join(_ORDER)})){S}(?:full{S})?"
    rf"(?:(?P<weekday>{WEEKDAY})|(?i:(?P<unit>day|week|weekend|month))\b){S}(?:of|in){S}"
)
_WEEK_OF = re.compile(rf"[Tt]he{S}week{S}(?:of|ended|ending|beginning|starting)(?:{S}on)?{S}")
_THE_YEAR = re.compile(rf"[Tt]he{S}(?:calendar{S})?year{S}(?P<year>{YEAR})(?!-)")
# What a part can be counted in.
_HOLDERS = ("month", "season", "quarter", "year", "week")


def read_nth(context: Context, position: int, inner: Inner) -> Reading | None:
    """The day, week, weekend, month or weekday that is counted in a month or year; "the week of May 8"."""
    text = context.text
    year = _THE_YEAR.match(text, position)
    if year:
        return dated(year.end(), year["year"], basis="text", reason="a year")
    week = _WEEK_OF.match(text, position)
    if week:
        core = inner(context, week.end())
        if core is None or core.granularity != "day" or core.start_day is None:
            return None
        return _like(core, week_value(core.start_day), "the week of that day")
    match = _NTH.match(text, position)
    if match is None:
        return None
    core = inner(context, match.end())
    if core is None or core.interval is None or core.granularity not in _HOLDERS or core.kind != "DATE":
        return None
    value = _counted(core.interval, _ORDER[match["order"].lower()], match["weekday"], (match["unit"] or "").lower())
    return (
        _like(core, value, f"the {match['order'].lower()} one of “{text[match.end() : core.end]}”") if value else None
    )


def _like(core: Reading, value: str, reason: str) -> Reading:
    return dated(core.end, value, basis=core.basis, reason=core.reason).because(reason)


def _counted(holder: Interval, order: int, weekday: str | None, unit: str) -> str | None:
    """The TIMEX3 value of the ``order``-th part of ``holder`` (-1: the last), or ``None`` where it has no such part."""
    start, end = holder
    if weekday:
        if order > 0:
            return _iso(_inside(nth_weekday(start.year, start.month, weekday_number(weekday), order), holder))
        return _iso(weekday_from(end, weekday_number(weekday), -1, same_day=True))
    steps = order - 1 if order > 0 else order + 1
    base = start if order > 0 else end
    if unit == "month":
        month = _inside(plus_months(base.replace(day=1), steps), holder)
        return f"{month.year:04d}-{month.month:02d}" if month else None
    if unit == "weekend":
        saturday = weekday_from(base, 6, 1 if order > 0 else -1, same_day=True)
        moved = plus_days(saturday, 7 * steps) if saturday else None
        return f"{week_value(moved)}-WE" if moved else None
    day = _inside(plus_days(base, steps * (7 if unit == "week" else 1)), holder)
    if day is None:
        return None
    return week_value(day) if unit == "week" else day.isoformat()


def _inside(day: date | None, holder: Interval) -> date | None:
    return day if day is not None and holder[0] <= day <= holder[1] else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
