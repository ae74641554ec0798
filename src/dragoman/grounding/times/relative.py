"""Dates reckoned from the publication day or from the date before: today, last week, that year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.grounding.times.absolute import month_alone, read_month_first, read_weekday, weekday_alone
from dragoman.grounding.times.context import RELATIVE, Context, Reading, dated
from dragoman.grounding.times.days import plus_days, weekday_from
from dragoman.grounding.times.fragments import (
    DAY_PART,
    DAY_PARTS,
    MONTH,
    SEASON,
    SEASONS,
    WEEKDAY,
    S,
    month_number,
    weekday_number,
)
from dragoman.grounding.times.offsets import stretch
from dragoman.grounding.times.units import AHEAD, BACK, FROM_TEXT, no_date, season_near, unit_at, unknown_value

_DAY_WORD = re.compile(
    rf"(?i:the{S}day{S}(?P<beyond>before{S}yesterday|after{S}tomorrow)|(?P<word>today|yesterday|tomorrow|tonight|overnight))\b"
)
# "USA Today", "Psychology Today"
_TITLE = re.compile(r"\b[A-Z][A-Za-z]+ $")
_LONE_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century|weekend|hour)"
_POINTED = re.compile(
    rf"(?P<the>[Tt]he{S})?(?P<point>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext|[Cc]oming|[Cc]urrent|[Pp]revious|[Pp]receding|[Ff]ollowing|[Ss]ame|[Tt]hat|[Uu]pcoming|[Pp]rior)"
    rf"(?:{S}(?P<second>past|coming|same|very|calendar))?{S}"
    rf"(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?i:(?P<season>{SEASON})|(?P<part>{DAY_PART})|(?P<unit>{_LONE_UNIT}))\b)"
    rf"(?!-(?:old|long|high|low|round|on))"
)


def read_day_word(context: Context, position: int) -> Reading | None:
    """today, yesterday, tomorrow, tonight, overnight, the day before yesterday."""
    match = _DAY_WORD.match(context.text, position)
    if match is None:
        return None
    word = (match["word"] or match["beyond"].split()[-1]).lower()
    if word == "today" and match[0][0].isupper() and _TITLE.search(context.before(position)):
        return None
    steps = {"yesterday": -1, "tomorrow": 1}.get(word, 0) * (2 if match["beyond"] else 1)
    night = "TNI" if word in ("tonight", "overnight") else ""
    if context.published is None:
        return Reading(
            match.end(), "TIME" if night else "DATE", f"XXXX-XX-XX{night}",
            granularity="time" if night else "day", basis=RELATIVE, reason="no publication date to reckon from",
        )  # fmt: skip
    if word == "overnight":
        return _overnight(context, position, match.end(), context.published)
    day = plus_days(context.published, steps)
    if day is None:
        return None
    return dated(
        match.end(), day.isoformat() + night, basis=RELATIVE, reason=f"{match[0].lower()} from the publication date"
    )


def _overnight(context: Context, position: int, end: int, published: date) -> Reading | None:
    ahead = context.direction(position, end) == "future"
    first = published if ahead else plus_days(published, -1)
    if first is None:
        return None
    last = plus_days(first, 1) or first
    reason = "the night that " + ("follows" if ahead else "ended on") + " the publication date"
    return replace(dated(end, f"{first.isoformat()}TNI", basis=RELATIVE, reason=reason), end_day=last)


_BEFORE_LAST = re.compile(rf"[Tt]he{S}(?P<unit>week|weekend|month|year){S}before{S}last\b")
_DAY_BESIDE = re.compile(rf"[Tt]he{S}day{S}(?P<side>before|after)(?=\s*[.,;:)]|\s+(?:and|but)\b|$)")
_NEW_YEAR = re.compile(rf"[Tt]he{S}[Nn]ew{S}[Yy]ear\b(?!['’]|{S}(?:[Dd]ay|[Ee]ve))")


def read_named_step(context: Context, position: int) -> Reading | None:
    """ "the week before last", "the new year"."""
    base = context.published
    match = _BEFORE_LAST.match(context.text, position)
    if match and base is not None:
        return unit_at(match.end(), base, match["unit"], -2, "the one before the last one")
    match = _DAY_BESIDE.match(context.text, position)
    if match:
        anchor = context.anchor_day() or (base if match["side"] == "before" else None)
        day = plus_days(anchor, -1 if match["side"] == "before" else 1) if anchor else None
        value = day.isoformat() if day else "XXXX-XX-XX"
        return dated(match.end(), value, basis=RELATIVE, reason=f"the day {match['side']} the date before in the text")
    match = _NEW_YEAR.match(context.text, position)
    if match and base is not None:
        way = context.direction(position, match.end())
        ahead = base.month > 1 if way == "future" else way is None and base.month > _NEW_YEAR_UNTIL
        year = base.year + ahead
        return dated(match.end(), f"{year:04d}", basis=RELATIVE, reason="the year that has begun or is to begin")
    return None


# Without tense "the new year" is the running one up to this month, then the next.
_NEW_YEAR_UNTIL = 6


def read_pointed(context: Context, position: int) -> Reading | None:
    """ "last Saturday", "this morning", "next month", "the following day", "that year"."""
    match = _POINTED.match(context.text, position)
    if match is None:
        return None
    point = match["point"].lower()
    if match["second"] in ("past", "coming", "same"):
        point = match["second"]
    if match["weekday"]:
        return _pointed_weekday(context, position, match, point)
    if match["month"]:
        whole = read_month_first(context, match.start("month"))
        if whole is not None and whole.end > match.end() and whole.granularity == "day":
            # "last June 30"
            return whole
        return _pointed_month(context, position, match, point)
    if match["season"]:
        return _pointed_season(context, match, point)
    if match["part"]:
        return _pointed_part(context, match, point)
    return _pointed_unit(context, match, point)


def _pointed_weekday(context: Context, position: int, match: re.Match[str], point: str) -> Reading | None:
    number = weekday_number(match["weekday"])
    end = match.end()
    whole = read_weekday(context, match.start("weekday"))
    if whole is not None and whole.end > end:
        # "this Thursday, Dec. 28, 2017"
        return whole
    anchor = context.anchor_day(near=position)
    if point in FROM_TEXT and anchor is not None:
        # "that Monday" is the one of the days told of, "the following Monday" the one after them
        day = weekday_from(anchor, number, -1 if point in BACK else 1, same_day=point in ("that", "same"))
        reason = f"{point} {match['weekday']} from the date before in the text"
        return dated(end, day.isoformat(), basis=RELATIVE, reason=reason) if day else None
    if point in ("that", "same", "current"):
        return weekday_alone(context, position, end, match["weekday"])
    base = context.published
    if base is None:
        return no_date(end, f"XXXX-WXX-{number}", "a weekday, and no publication date")
    if point == "this":
        # "this Friday" is the one of this week for most writers; the tense decides where the week has both sides
        ahead = context.direction(position, end) != "past"
        day = weekday_from(base, number, 1 if ahead else -1, same_day=True)
    else:
        day = weekday_from(base, number, -1 if point in BACK else 1, same_day=False)
    return (
        dated(end, day.isoformat(), basis=RELATIVE, reason=f"{point} {match['weekday']} from the publication date")
        if day
        else None
    )


def _pointed_month(context: Context, position: int, match: re.Match[str], point: str) -> Reading | None:
    month, base = month_number(match["month"]), context.published
    if base is None or point in ("that", "same", "current"):
        return month_alone(context, position, match.end(), month)
    year = base.year
    if point in BACK:
        year -= month >= base.month
    elif point in AHEAD:
        year += month <= base.month
    elif context.direction(position, match.end()) == "past":
        year -= month > base.month
    return dated(
        match.end(),
        f"{year:04d}-{month:02d}",
        basis=RELATIVE,
        reason=f"{point} {match['month']} from the publication date",
    )


def _pointed_season(context: Context, match: re.Match[str], point: str) -> Reading | None:
    season, base = SEASONS[match["season"].lower()], context.published
    if base is None:
        return no_date(match.end(), f"XXXX-{season}", "a season, and no publication date")
    if point in FROM_TEXT and context.anchor_day("year"):
        base = context.anchor_day("year") or base
    year = season_near(base, season, -1 if point in BACK else 1 if point in AHEAD else 0)
    return dated(
        match.end(),
        f"{year:04d}-{season}",
        basis=RELATIVE,
        reason=f"{point} {match['season']}; seasons of the northern hemisphere",
    )


def _pointed_part(context: Context, match: re.Match[str], point: str) -> Reading | None:
    code = DAY_PARTS[match["part"].lower()]
    end = match.end()
    if point in FROM_TEXT or (match["the"] and point == "next"):
        base, reason = context.anchor_day(), "the date before in the text"
    else:
        base, reason = context.published, "the publication date"
    if base is None:
        return no_date(end, f"XXXX-XX-XXT{code}", "a part of a day that the text does not date")
    steps = 1 if point in AHEAD else -1 if point in BACK else 0
    day = plus_days(base, steps)
    return (
        dated(end, f"{day.isoformat()}T{code}", basis=RELATIVE, reason=f"{point} {match['part']} from {reason}")
        if day
        else None
    )


def _pointed_unit(context: Context, match: re.Match[str], point: str) -> Reading | None:
    unit, end, base = match["unit"].lower(), match.end(), context.published
    if unit == "day" and point == "this" and base and context.before(match.start()).lower().endswith("on "):
        return dated(end, base.isoformat(), basis=RELATIVE, reason="this day: that of publication")
    if unit == "hour" or (unit == "day" and point in ("last", "past", "this", "current", "upcoming")):
        return _hours(context, match, point) if unit == "hour" and point in ("last", "past", "next", "coming") else None
    if match["the"] and point in ("last", "past", "next", "coming") and unit not in ("day", "weekend"):
        # "over the past year" is a stretch, "last year" a calendar year
        return stretch(context, match.start(), end, point, 1.0, unit)
    steps = 1 if point in AHEAD else -1 if point in BACK else 0
    reason = "the publication date"
    if point in FROM_TEXT or (unit == "day" and point == "next"):
        base, reason = context.anchor_day(unit), "the date before in the text"
        if base is None and (unit != "day" or point in BACK):
            base, reason = context.published, "the publication date, as the text gives no date before"
    if base is None:
        return no_date(end, unknown_value(unit), "the text gives no date to reckon from")
    return unit_at(end, base, unit, steps, f"{point} {unit} from {reason}")


def _hours(context: Context, match: re.Match[str], point: str) -> Reading:
    return stretch(context, match.start(), match.end(), point, 1.0, "hour")
