"""Seasons, quarters, fiscal years, and "the year" where it stands for a date."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.grounding.times.context import RELATIVE, Context, Reading, dated
from dragoman.grounding.times.days import plus_months, season_of, third, week_value, weekday_from
from dragoman.grounding.times.fragments import (
    DAY_PARTS,
    SEASON,
    SEASONS,
    S,
)
from dragoman.grounding.times.lexicon import words
from dragoman.grounding.times.units import AHEAD, BACK, no_date, season_near, unit_at, unknown_value

_PLAIN_SEASON = re.compile(
    rf"(?P<the>[Tt]he{S})?(?:{S})?(?i:(?P<season>{SEASON}))\b(?:{S}(?:of{S})?(?P<year>(?:19|20)\d\d)\b)?(?!{S}[A-Z]|-)"
)
_THE_UNIT = re.compile(
    rf"[Tt]he{S}(?i:(?P<unit>day|week|month|quarter|year|decade|century|weekend|season|summer|night|morning|evening|afternoon))\b(?!-)"
)
_QUARTER = re.compile(
    rf"(?:(?i:the){S})?(?:(?P<before>(?:19|20)\d\d){S})?(?:(?i:(?P<word>first|second|third|fourth|final|last))(?:{S}|-)(?i:(?P<unit>quarter|half))\b|(?P<short>[QH])(?P<digit>[1-4])\b)"
    rf"(?:(?:,?{S}(?:of{S})?(?:fiscal{S})?|-)(?:(?P<year>(?:19|20)\d\d)\b|(?i:(?P<point>last|this|next){S}year\b|(?P<the>the{S}year)\b)))?"
)
# "last year's third quarter"
_YEARS = re.compile(r"\b([Ll]ast|[Tt]his|[Nn]ext) year['’]s $")
_UNIT_END = re.compile(r"(?P<unit>[Yy]ear|[Mm]onth)(?:['’]s)?[\s-]end\b")
_SO_FAR = re.compile(r"\s+(?:so\s+far|to\s+date|yet)\b")
_FISCAL = re.compile(
    rf"(?i:(?:the{S})?(?:fiscal|financial)(?:{S}year)?){S}(?P<year>(?:19|20)\d\d)\b(?:[-/–](?P<last>\d\d(?:\d\d)?)\b)?"
)
_FISCAL_NOW = re.compile(
    rf"(?i:(?:the{S})?(?P<point>last|this|next|current|previous|coming){S}(?:fiscal|financial){S}year)\b"
)


def read_unit_end(context: Context, position: int) -> Reading | None:
    """ "by year end", "year-end figures", "before month's end": the end of the running year or month."""
    match = _UNIT_END.match(context.text, position)
    base = context.published
    if match is None or base is None:
        return None
    unit = match["unit"].lower()
    value = f"{base.year:04d}" if unit == "year" else f"{base.year:04d}-{base.month:02d}"
    reading = dated(match.end(), value, basis=RELATIVE, reason=f"the end of the {unit} of the publication date")
    if reading.interval is None:
        return reading
    start_day, end_day = third(reading.interval, "END")
    return replace(reading, start_day=start_day, end_day=end_day)


def read_season(context: Context, position: int) -> Reading | None:
    """ "the summer of 2015", "in winter": "fall" and "spring" need a year or a preposition with an article."""
    match = _PLAIN_SEASON.match(context.text, position)
    if match is None:
        return None
    word = match["season"]
    code = SEASONS[word.lower()]
    if match["year"]:
        return dated(
            match.end(), f"{match['year']}-{code}", basis="text", reason="a season of a year; northern hemisphere"
        )
    lead = re.search(
        r"\b(in|by|during|since|until|throughout|of|for|over|through|this|from|before|after|late|early)\s+$",
        context.before(position).lower(),
    )
    if (
        word[0].isupper()
        or not lead
        or (code in ("FA", "SP") and not (match["the"] and lead[1] in ("in", "by", "during", "since", "until")))
    ):
        return None
    if context.published is None:
        return no_date(match.end(), f"XXXX-{code}", "a season, and no publication date")
    way = {"future": 1, "past": -1}.get(context.direction(position, match.end()) or "", 0)
    inside = season_near(context.published, code, 0)
    start, last = season_of(inside, code)
    year = inside if start <= context.published <= last else season_near(context.published, code, way)
    return dated(
        match.end(), f"{year:04d}-{code}", basis=RELATIVE, reason="the season nearest by tense; northern hemisphere"
    )


def read_quarter(context: Context, position: int) -> Reading | None:
    """ "the third quarter", "Q3 2017", "the first half of this year"."""
    match = _QUARTER.match(context.text, position)
    if match is None:
        return None
    letter = match["short"] or ("Q" if match["unit"].lower() == "quarter" else "H")
    number = (
        int(match["digit"])
        if match["digit"]
        else {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(match["word"].lower(), 0)
    )
    number = number or (4 if letter == "Q" else 2)
    if letter == "H" and number > 2:
        return None
    said = match["year"] or match["before"]
    of_year = _YEARS.search(context.before(position))
    point = (match["point"] or (of_year[1] if of_year else "")).lower()
    explicit = said or point or match["the"]
    if not explicit and (
        (
            letter == "H"
            and (not match[0].lower().startswith("the") or context.text[match.end() : match.end() + 4] == " of ")
        )
        or (match["word"] and match["word"].lower() in ("last", "final"))
        or _is_sport(context, position, match.end())
    ):
        return None
    base = context.published
    if said:
        return dated(match.end(), f"{said}-{letter}{number}", basis="text", reason="a part of a calendar year")
    if base is None:
        return no_date(match.end(), f"XXXX-{letter}{number}", "no publication date to reckon from")
    year = base.year + {"last": -1, "next": 1}.get(point, 0)
    if not explicit:
        ahead = context.direction(position, match.end()) == "future"
        now = (base.month + 2) // 3 if letter == "Q" else (base.month + 5) // 6
        year += (number < now) if ahead else -(number > now)
    return dated(
        match.end(), f"{year:04d}-{letter}{number}", basis=RELATIVE, reason="a part of a calendar year by tense"
    )


_SPORT = re.compile(r"[A-Za-z-]+")


def _is_sport(context: Context, start: int, end: int) -> bool:

    around = context.text[max(0, start - 120) : end + 120].lower()
    return not words().lists["sport"].isdisjoint(_SPORT.findall(around))


_YEAR_AGO = re.compile(
    rf"(?:(?P<the>[Tt]he|[Ii]ts|[Tt]heir|[Aa]|[Ll]ast){S})?(?:(?P<back>(?i:year-(?:ago|earlier|before)))|(?P<latest>latest)){S}(?P<unit>quarter|period|month|year)\b"
)


def read_year_ago(context: Context, position: int) -> Reading | None:
    """ "the year-ago quarter", "the latest quarter": that of the quarter told of, else of the last one that is over."""
    match = _YEAR_AGO.match(context.text, position)
    if match is None or (match["latest"] and match["unit"] == "period"):
        return None
    base, unit = context.published, match["unit"]
    if base is None:
        return no_date(match.end(), unknown_value("quarter" if unit == "period" else unit), "no publication date")
    back = 1 if match["back"] else 0
    if unit in ("quarter", "period"):
        over = plus_months(base, -3) or base
        value = f"{over.year:04d}-Q{(over.month + 2) // 3}"
        if context.quarter is not None:
            value = context.quarter.value
        elif unit == "period":
            value = f"{base.year:04d}"
        year, dash, rest = value.partition("-")
        value = f"{int(year) - back:04d}{dash}{rest}"
    else:
        over = plus_months(base, -1) or base
        value = f"{over.year - back:04d}-{over.month:02d}" if unit == "month" else f"{base.year - 1:04d}"
    return dated(match.end(), value, basis=RELATIVE, reason=f"the {unit} told of{', a year before' if back else ''}")


def read_fiscal(context: Context, position: int) -> Reading | None:
    """ "fiscal 2018", "the current fiscal year": where it begins depends on the country, so no interval."""
    match = _FISCAL.match(context.text, position)
    if match:
        return Reading(
            match.end(),
            "DATE",
            match["year"],
            granularity="year",
            reason="a fiscal year; its first day differs by country",
        )
    match = _FISCAL_NOW.match(context.text, position)
    if match is None:
        return None
    if context.published is None:
        return Reading(
            match.end(),
            "DATE",
            "XXXX",
            granularity="year",
            basis=RELATIVE,
            reason="a fiscal year, and no publication date",
        )
    point = match["point"].lower()
    year = context.published.year + (1 if point in AHEAD else -1 if point in BACK else 0)
    return Reading(
        match.end(),
        "DATE",
        f"{year:04d}",
        granularity="year",
        basis=RELATIVE,
        reason="a fiscal year; its first day differs by country",
    )


def read_the_unit(context: Context, position: int, *, after_mod: bool = False) -> Reading | None:
    """ "the year", "the month", "the weekend" where a preposition or "the end of" makes it a date."""
    match = _THE_UNIT.match(context.text, position)
    if match is None:
        return None
    unit = match["unit"].lower()
    end = match.end()
    if unit in ("season", "summer", "decade", "century") and not after_mod:
        return None
    follow = context.text[end : end + 12]
    relative = r"of|when|that|before|after|since" if after_mod and unit in ("month", "quarter", "year") else (
        r"of|when|that|in|before|after|since|he|she|they|it|we"
    )  # fmt: skip
    if unit != "weekend" and re.match(rf"\s+(?:{relative})\b|\s+[a-z]+ing\b", follow):
        return None
    if unit == "quarter" and context.quarter is not None:
        return dated(end, context.quarter.value, basis=RELATIVE, reason="the quarter before in the text")
    if unit in DAY_PARTS:
        return _the_part(context, position, end, unit)
    if unit == "weekend":
        base = context.published
        if base is None:
            return no_date(end, "XXXX-WXX-WE", "no publication date to reckon from")
        ahead = context.direction(position, end) == "future"
        back = weekday_from(base, 6, -1, same_day=True)
        return (
            unit_at(end, base, "weekend", 0, "the coming weekend, as the clause looks ahead")
            if ahead or back is None
            else dated(
                end, f"{week_value(back)}-WE", basis=RELATIVE, reason="the last weekend up to the publication date"
            )
        )
    lead = re.search(r"\b(in|for|during|of|within|throughout|by|over|on)\s+$", context.before(position).lower())
    leads = ("in", "during") if unit == "day" else ("in", "during", "for", "over", "of") if unit == "year" else (
        "in", "during", "for", "over"
    )  # fmt: skip
    if not after_mod and (lead is None or lead[1] not in leads or match["unit"][0].isupper()):
        return None
    if not after_mod and lead is not None and lead[1] == "of" and not _SO_FAR.match(follow):
        # "the months of the year", "coach of the year"
        return None
    if unit == "day" and not after_mod:
        return None
    base, reason = context.published, "the publication date"
    anchor = context.anchor_day(unit) if unit in ("day", "week") else None
    if anchor:
        base, reason = anchor, "the date before in the text"
    if base is None or unit in ("season", "summer"):
        return (
            no_date(end, unknown_value(unit), "the text gives no date to reckon from")
            if base is None and unit not in ("season", "summer")
            else None
        )
    return unit_at(end, base, unit, 0, f"the {unit} of {reason}")


def _the_part(context: Context, position: int, end: int, unit: str) -> Reading | None:
    if not re.search(r"\b(?:in|during|later|through|throughout|for|into|of)\s+$", context.before(position)):
        return None
    base = context.anchor_day(near=position) or context.published
    if base is None:
        return no_date(end, f"XXXX-XX-XXT{DAY_PARTS[unit]}", "a part of a day that the text does not date")
    return dated(
        end, f"{base.isoformat()}T{DAY_PARTS[unit]}", basis=RELATIVE, reason="a part of the day of the date before"
    )
