"""Stretches and steps of time: "the past five years", "two weeks ago", "three days later"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.grounding.times.context import RELATIVE, Context, Reading, dated
from dragoman.grounding.times.days import plus_days, week_value, weekday_from
from dragoman.grounding.times.fragments import (
    NUMBER,
    PLURAL,
    UNIT,
    VAGUE,
    WEEKDAY,
    S,
    number_of,
    period,
    unit_name,
    weekday_number,
)
from dragoman.grounding.times.units import BACK, FROM_TEXT, moved, no_date, unit_at, unknown_value

_WINDOW = re.compile(
    rf"(?:(?P<the>[Tt]he|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir){S})?(?i:(?P<point>last|past|next|coming|previous|preceding|following|upcoming|recent|first|final|opening|closing|early))"
    rf"{S}(?i:(?:(?P<number>{NUMBER})|(?P<vague>few|couple{S}of|couple|several|many|half{S}dozen))(?:{S}|-))?"
    rf"(?i:(?P<unit>{PLURAL}|{UNIT}))\b(?:{S}(?P<more>or{S}so))?"
)
_OFFSET = re.compile(
    rf"(?i:(?P<half>(?:about{S}|nearly{S}|almost{S})?half{S}an?)|(?:(?P<number>{NUMBER}|an?|a{S}single)|(?P<vague>{VAGUE}))|(?P<bare>(?={PLURAL})))(?:{S}|-|(?<!\w)(?=\w))"
    rf"(?i:(?P<unit>{PLURAL}|{UNIT})(?:{S}and{S}a{S}half)?){S}"
    rf"(?i:(?P<point>ago|earlier|later|previously|from{S}now|hence|on(?=[,.])|before(?=[,.;]|$)|afterwards?|after(?=[.;]|$)|ahead(?=[,.;]|$)))\b"
)
# "thirty years ago today", "a week ago Friday", "two years ago this month"
_AGO_TAIL = re.compile(
    rf"{S}(?:(?P<today>today)|this{S}(?P<unit>week|month)|(?:on{S})?(?P<weekday>{WEEKDAY}))(?!{S}(?:morning|night|evening|afternoon)|-)"
)
# "a week from Friday", "two weeks from tomorrow"
_FROM_DAY = re.compile(
    rf"(?i:(?P<number>{NUMBER}|an?){S}(?P<unit>{PLURAL}|{UNIT}){S}from{S}(?P<word>today|tomorrow|(?P<weekday>{WEEKDAY})))\b(?!{S}(?:to|until|through)\b)"
)
# Of these only "the last days" may be counted from the day of writing as well.
_PART = frozenset(("first", "final", "early", "opening", "closing"))
_OPENING = re.compile(r"(?:^|[.!?]\s+|\n)(?:Over|In|For|During|Within)\s+$")


def stretch(context: Context, position: int, end: int, point: str, number: float | None, unit: str) -> Reading:
    """ "the past five years": a duration that ends (or begins) on the publication day."""
    back = point in BACK
    base = context.published
    if not back and base and _OPENING.search(context.before(position)) and context.direction(position, end) == "past":
        # "over the next few weeks it broke up": told looking back, counted from the date before in the text
        day = context.anchor_day()
        later = moved(day, unit, number) if day and number is not None else None
        return Reading(
            end,
            "DURATION",
            period(number, unit),
            day,
            later,
            "span",
            RELATIVE,
            "a stretch from the date before in the text",
        )
    other = moved(base, unit, (-1 if back else 1) * number) if base and number is not None else None
    value = period(number, unit)
    start_day, end_day = (other, base) if back else (base, other)
    reason = (
        f"a stretch {'up to' if back else 'from'} the publication date"
        if base
        else "no publication date to reckon from"
    )
    return Reading(end, "DURATION", value, start_day, end_day, "span", RELATIVE, reason)


def read_window(context: Context, position: int) -> Reading | None:
    """ "the past five years", "the next few days", "recent weeks", "the coming months", "the first two weeks"."""
    match = _WINDOW.match(context.text, position)
    if match is None:
        return None
    point, unit = match["point"].lower(), unit_name(match["unit"])
    plural = match["unit"].lower() != unit
    if not plural:
        return None
    number = number_of(match["number"]) if match["number"] else None
    if match["number"] and number is None:
        return None
    if not match["number"] and not match["vague"]:
        return _open_window(context, match, point, unit)
    if point == "recent":
        return Reading(
            match.end(),
            "DATE",
            "PAST_REF",
            None,
            context.published,
            "unknown",
            RELATIVE,
            "some time up to the publication date",
        )
    if point in _PART or point in FROM_TEXT:
        return Reading(match.end(), "DURATION", period(number, unit), granularity="unknown", reason="a length of time")
    return stretch(context, position, match.end(), point, number, unit)


def _open_window(context: Context, match: re.Match[str], point: str, unit: str) -> Reading | None:
    end, base = match.end(), context.published
    if point in _PART or (point == "last" and _OF.match(context.text, end)):
        if (not match["the"] and point != "early") or (point == "early" and unit == "hour"):
            return None
        return Reading(end, "DURATION", period(None, unit), granularity="unknown", reason="a length of time")
    if unit in ("second", "minute", "night", "weekend", "season", "hour", "quarter") and point not in (
        "coming",
        "recent",
        "past",
    ):
        return None
    if point in ("coming", "upcoming", "next"):
        return Reading(
            end, "DATE", "FUTURE_REF", base, None, "unknown", RELATIVE, "some time from the publication date"
        )
    if point in ("recent", "past", "last", "previous") and unit not in ("second", "minute"):
        return Reading(end, "DATE", "PAST_REF", None, base, "unknown", RELATIVE, "some time up to the publication date")
    return None


_OF = re.compile(rf"{S}of{S}")


def read_from_day(context: Context, position: int) -> Reading | None:
    """ "a week from Friday", "two weeks from tomorrow": so long after the next such day."""
    match = _FROM_DAY.match(context.text, position)
    base = context.published
    number = number_of(match["number"]) if match else None
    if match is None or base is None or number is None:
        return None
    if match["weekday"]:
        day = weekday_from(base, weekday_number(match["weekday"]), 1, same_day=False)
    else:
        day = plus_days(base, 1) if match["word"].lower() == "tomorrow" else base
    other = moved(day, unit_name(match["unit"]), number) if day else None
    if other is None:
        return None
    return dated(match.end(), other.isoformat(), basis=RELATIVE, reason=f"so long after {match['word']}")


def _ago_and_day(context: Context, end: int, number: float, unit: str) -> Reading | None:
    """ "a year ago today", "two weeks ago Friday": the words behind give the day."""
    tail, base = _AGO_TAIL.match(context.text, end), context.published
    other = moved(base, unit, -number) if base and tail else None
    if tail is None or other is None:
        return None
    value = other.isoformat()
    if tail["unit"]:
        value = value[:7] if tail["unit"].lower() == "month" else week_value(other)
    elif tail["weekday"]:
        wanted = weekday_number(tail["weekday"])
        near = min((plus_days(other, step) or other for step in range(-3, 4)), key=lambda d: d.isoweekday() != wanted)
        value = near.isoformat()
    return dated(tail.end(), value, basis=RELATIVE, reason="so long before the day named, from the publication date")


def read_offset(context: Context, position: int) -> Reading | None:
    """ "two weeks ago", "a day earlier", "three days later", "five years from now"."""
    match = _OFFSET.match(context.text, position)
    if match is None:
        return read_from_day(context, position)
    unit = unit_name(match["unit"])
    point = match["point"].lower()
    number: float | None = None
    if match["half"]:
        number = 0.5
    elif match["number"]:
        lower = match["number"].lower()
        number = 1.0 if lower.startswith(("a ", "a", "an")) and lower in ("a", "an", "a single") else number_of(lower)
        if number is None:
            return None
    elif match["vague"] is None and match["unit"].lower() == unit:
        return None
    if number is not None and "half" in context.text[match.start("unit") : match.start("point")]:
        number += 0.5
    end = match.end("point")
    if point == "ago" and number is not None:
        exact = _ago_and_day(context, end, number, unit)
        if exact:
            return exact
    if point in ("ago", "earlier", "before") and unit == "year" and number == 1:
        same = _same_quarter(context, position, end)
        if same:
            return same
    base, source = context.published, "the publication date"
    ahead = point not in ("ago", "earlier", "previously", "before")
    if point not in ("ago", "from now", "hence", "ahead"):
        anchor = context.anchor_day(unit)
        if anchor:
            base, source = anchor, "the date before in the text"
        elif ahead:
            base = None
        else:
            source = "the publication date, as the text gives no date before"
    return _offset(end, base, source, number, unit, ahead)


# Earnings reports set "a year earlier" against a quarter named this many characters before, at most.
_QUARTER_REACH = 500


def _same_quarter(context: Context, position: int, end: int) -> Reading | None:
    """ "from $2 million a year earlier", said of a quarter: that quarter of the year before."""
    quarter = context.quarter
    if quarter is None or position - quarter.end > _QUARTER_REACH:
        return None
    year, letter = quarter.value.split("-")
    reason = "the same quarter of the year before"
    return dated(end, f"{int(year) - 1:04d}-{letter}", basis=RELATIVE, reason=reason)


def _offset(end: int, base: date | None, source: str, number: float | None, unit: str, ahead: bool) -> Reading | None:
    reason = f"{'after' if ahead else 'before'} {source}"
    if number is None:
        start_day, end_day = (base, None) if ahead else (None, base)
        return Reading(
            end,
            "DATE",
            "FUTURE_REF" if ahead else "PAST_REF",
            start_day,
            end_day,
            "unknown",
            RELATIVE,
            f"some time {reason}",
        )
    if unit in ("second", "minute", "hour", "night", "season"):
        day = moved(base, unit, number if ahead else -number) if base else None
        return replace(
            dated(end, day.isoformat() if day else "XXXX-XX-XX", basis=RELATIVE, reason=f"{reason}, to the day"),
            kind="TIME",
        )
    if base is not None and not ahead and unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        if number * size >= base.year:
            return Reading(end, "DATE", "PAST_REF", None, base, "unknown", RELATIVE, "before our era")
    if base is None:
        return no_date(end, unknown_value(unit), "the text gives no date to reckon from")
    if number != int(number) and unit in ("year", "decade", "century"):
        # "a year and a half ago" means a month, not a calendar year
        return unit_at(
            end, base, "month", 1 if ahead else -1, reason, number * {"year": 12, "decade": 120, "century": 1200}[unit]
        )
    return unit_at(end, base, unit, 1 if ahead else -1, reason, number)
