"""Dates by the names of months and weekdays: "June 24, 2018", "24 June", "June", "Wednesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.grounding.times.context import ABSOLUTE, RELATIVE, Context, Reading, dated, is_past
from dragoman.grounding.times.days import make_day, plus_months, weekday_from
from dragoman.grounding.times.fragments import (
    DASH,
    DAY,
    MONTH,
    ORDINAL_SUFFIX,
    ORDINAL_WORD,
    ORDINALS,
    WEEKDAY,
    YEAR,
    S,
    month_number,
    weekday_number,
)
from dragoman.grounding.times.lexicon import known_dates, words

_AFTER_DAY = r"(?![0-9]|[.,:/][0-9]|%|\s*(?:percent|per\s+cent|million|billion|a\.m|p\.m|am\b|pm\b))"
_MONTH_DAY = re.compile(
    rf"(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY}){ORDINAL_SUFFIX}?{_AFTER_DAY}"
    rf"(?:{S}?(?P<link>{DASH}|to\b|and\b|through\b){S}?(?P<last>{DAY}){ORDINAL_SUFFIX}?{_AFTER_DAY}(?!{S}{MONTH}))?"
    rf"(?:,?{S}(?:of{S}|in{S})?(?P<year>{YEAR}))?"
)
_DAY_MONTH = re.compile(
    rf"(?:the{S})?(?:(?P<day>{DAY}){ORDINAL_SUFFIX}?|(?P<word>{ORDINAL_WORD}))"
    rf"(?:{S}?(?P<link>{DASH}|to\b|and\b){S}?(?P<last>{DAY}){ORDINAL_SUFFIX}?)?"
    rf"(?:{S}|-)(?:of{S})?(?:the{S}month{S}of{S})?(?P<month>{MONTH})(?:(?:,?{S}(?:of{S})?|-)(?P<year>{YEAR}))?"
)
_MONTH_YEAR = re.compile(rf"(?:the{S}month{S}of{S})?(?P<month>{MONTH})(?:,?{S}(?:of{S})?|-)(?P<year>{YEAR})")
_MONTH_PAIR = re.compile(
    rf"(?P<month>{MONTH})(?={S}?(?:{DASH}|to\b|and\b|through\b|or\b){S}?{MONTH},?{S}(?P<year>{YEAR}))"
)
_MONTH = re.compile(rf"(?:the{S}month{S}of{S})?(?P<month>{MONTH})(?![a-z])")
_MONTH_OF = re.compile(rf"(?P<month>{MONTH}),?{S}(?:of{S})?(?P<point>last|this|next){S}year\b")
_WEEKDAY = re.compile(rf"(?P<weekday>{WEEKDAY})(?P<dot>\.?)(?!-)")
_WEEKDAY_GAP = re.compile(rf"(?:\s*,|\.,)?{S}(?:the{S})?(?=[0-9A-Z])|{S}the{S}(?=[0-9])|\s*\((?=[A-Z0-9])")
_BARE_DAY = re.compile(
    rf"the{S}(?P<day>{DAY}){ORDINAL_SUFFIX}(?=\s*[.,;)]|$|\s+(?:and|but|when|after|before|that|they|he|she|it|we|in|at|for|with|"
    r"was|were|is|will|had|has|would|came|went)\b)"
)
# "for December delivery", "June futures": what is traded lies ahead
_TRADED = re.compile(r"\s+(?:delivery|futures|contracts?|settlement|expiry)\b")
# What may follow a list of days: "June 3 and 24."
_ENDS = re.compile(r"\s*(?:[.,;:)]|$|\n)")
# A month and day without year and without tense: the nearest such day, as long as it is this near.
_NEAR_DAYS = 183
# A day at most this many days ahead is meant even beside a verb in the past.
_SOON = 40
# A day that is over by no more days than this is meant even where the clause looks ahead.
_JUST_OVER = 3
# "Long March 5", "Theresa May 12 points ahead": a capitalised word before makes a name of these two
_TITLE_BEFORE = re.compile(
    r"(?<![.!?:] )\b(?!(?:On|In|Since|By|The|Until|From|And|To|Updated|Posted|Published)\b)[A-Z][a-z]+ $"
)


def read_month_first(context: Context, position: int) -> Reading | None:
    """ "June 24, 2018", "June 3–5", "June 2018", "June"."""
    text = context.text
    match = _MONTH_DAY.match(text, position)
    if match and not (match["month"] in ("March", "May") and _TITLE_BEFORE.search(context.before(position))):
        return _month_and_day(context, position, match)
    match = _MONTH_YEAR.match(text, position) or _MONTH_PAIR.match(text, position)
    if match:
        value = f"{match['year']}-{month_number(match['month']):02d}"
        return dated(match.end(), value, basis=ABSOLUTE, reason="month and year in the text")
    match = _MONTH_OF.match(text, position)
    if match and context.published is not None:
        year = context.published.year + {"last": -1, "this": 0, "next": 1}[match["point"]]
        reason = f"of {match['point']} year, from the publication date"
        return dated(match.end(), f"{year}-{month_number(match['month']):02d}", basis=RELATIVE, reason=reason)
    match = _MONTH.match(text, position)
    if match and _is_month(context, match):
        return month_alone(context, position, match.end(), month_number(match["month"]))
    return None


def _is_month(context: Context, match: re.Match[str]) -> bool:
    """Whether a month's name alone is a month, and no name of a person and no verb."""
    name = match["month"].lower().rstrip(".")
    before = re.search(r"([A-Za-z]+)[\s-]$", context.before(match.start()))
    lead = before[1].lower() if before else ""
    text = context.text
    after = re.match(r"\s+([A-Z][a-z]+)", text[match.end() : match.end() + 30])
    if len(name) <= 4 and name not in ("june", "july", "sept", "may"):
        # "Jan" and "Mar" alone are names; with their point they are months, as is "the end of Jan"
        if not match[0].endswith("."):
            return bool(_BARE_SHORT.search(context.before(match.start()))) and not after
        return lead in words().lists["leads"]
    if _MONTH_RANGE.match(text, match.end()):
        return True
    if name in ("may", "march", "april", "june", "august"):
        if lead not in words().lists["leads"] and not (lead in ("a", "the") and name != "may"):
            return False
        if lead in ("in", "since", "during", "until", "last", "next"):
            return True
        return not after and not (name == "may" and text[match.end() : match.end() + 2] in ("'s", "’s"))
    return before is None or not before[1][0].isupper() or lead in words().lists["leads"] or before[1] in _TITLE_LEADS


_MONTH_RANGE = re.compile(rf"{S}?(?:{DASH}|to\b|through\b){S}?{MONTH}")
_BARE_SHORT = re.compile(r"\b(?:[Ii]n|[Ll]ate|[Ee]arly|[Mm]id|end\s+of|start\s+of|beginning\s+of)[\s-]$")
_TITLE_LEADS = ("On", "In", "Since", "By", "The", "Last", "This", "Next", "Late", "Early", "Until", "From", "A")


def month_alone(context: Context, position: int, end: int, month: int) -> Reading:
    """A month without a year: the nearest that fits the clause's tense."""
    published = context.published
    if published is None:
        return dated(end, f"XXXX-{month:02d}", basis=RELATIVE, reason="no year in the text and no publication date")
    way = "future" if _TRADED.match(context.text, end) else context.direction(position, end)
    year = published.year
    if way == "future":
        year += month < published.month
        reason = "the next such month, as the clause looks ahead"
    elif way == "past" or (published.month - month) % 12 <= (month - published.month) % 12 + 1:
        year -= month > published.month
        reason = "the last such month up to the publication date"
    else:
        year += month < published.month
        reason = "the nearest such month"
    return dated(end, f"{year:04d}-{month:02d}", basis=RELATIVE, reason=reason)


def _month_and_day(context: Context, position: int, match: re.Match[str]) -> Reading | None:
    month = month_number(match["month"])
    groups = match.groupdict()
    first = ORDINALS[groups["word"].lower()] if groups.get("word") else int(match["day"])
    end = match.end()
    last = int(match["last"]) if match["last"] else None
    if last is not None:
        end = match.start("link")
        while context.text[end - 1].isspace():
            end -= 1
        if last <= first or (
            match["link"] == "and" and last != first + 1 and not _ENDS.match(context.text, match.end())
        ):
            # "June 3 and 24 prisoners": only the first is a date
            last = None
    year = int(match["year"]) if match["year"] else None
    reading = _day_of_month(context, position, end, year, month, first)
    if reading is None or last is None:
        return reading
    return _two_days(reading, match, month, last)


def _two_days(reading: Reading, match: re.Match[str], month: int, last: int) -> Reading | None:
    """ "June 3-5" is two expressions, each with the interval of the range; "June 3 and 24" two days."""
    if reading.start_day is None:
        value = f"{reading.value[:-2]}{last:02d}"
        return replace(reading, other=(match.start("last"), replace(reading, end=match.end(), value=value)))
    closing = make_day(reading.start_day.year, month, last)
    if closing is None:
        return None
    second = replace(reading, end=match.end(), value=closing.isoformat())
    if match["link"] == "and" and (closing - reading.start_day).days > 1:
        return replace(reading, other=(match.start("last"), replace(second, start_day=closing, end_day=closing)))
    second = replace(second, end_day=closing, granularity="span").because("one end of a range")
    first = replace(reading, end_day=closing, granularity="span").because("one end of a range")
    return replace(first, other=(match.start("last"), second))


def _day_of_month(context: Context, position: int, end: int, year: int | None, month: int, day: int) -> Reading | None:
    if year is not None:
        if make_day(year, month, day) is None:
            return None
        return dated(end, f"{year:04d}-{month:02d}-{day:02d}", basis=ABSOLUTE, reason="day, month and year in the text")
    if make_day(2000, month, day) is None:
        return None
    known = _known_year(context, end, month, day)
    if known:
        return known
    published = context.published
    if published is None:
        return dated(
            end, f"XXXX-{month:02d}-{day:02d}", basis=RELATIVE, reason="no year in the text and no publication date"
        )
    found, reason = _nearest(context, position, end, published, month, day)
    if found is None:
        return None
    return dated(end, found.isoformat(), basis=RELATIVE, reason=reason)


def _nearest(
    context: Context, position: int, end: int, published: date, month: int, day: int
) -> tuple[date | None, str]:
    # 29 February may be three years away at the turn of a century; eight years hold one always
    years = range(published.year - 8, published.year + 9)
    candidates = [found for year in years if (found := make_day(year, month, day))]
    back = max((c for c in candidates if c <= published), default=None)
    ahead = min((c for c in candidates if c >= published), default=None)
    way = context.direction(position, end)
    if way == "future" and back and ahead and (published - back).days <= _JUST_OVER < (ahead - published).days - _SOON:
        # "will peak between January 1 and 2", written on the 2nd
        return back, "the such day nearest to the publication date"
    if way == "future":
        return ahead, "the next such day, as the clause looks ahead"
    if back is not None and ahead is not None and (ahead - published).days <= _SOON < (published - back).days - _SOON:
        # "offered talks on January 9", written on January 3: a year back the year would have been given
        return ahead, "the such day nearest to the publication date"
    if way == "past" or back is None or ahead is None:
        return back, "the last such day up to the publication date"
    nearest = ahead if (ahead - published).days < min(_NEAR_DAYS, (published - back).days) else back
    return nearest, "the such day nearest to the publication date"


def _known_year(context: Context, end: int, month: int, day: int) -> Reading | None:
    for known in known_dates():
        if (known.month, known.day) != (month, day):
            continue
        after = re.match(r",?\s+([A-Za-z]+)", context.text[end : end + 24])
        if after and after[1] in known.before and is_past(context, known.year, month, day):
            value = f"{known.year:04d}-{month:02d}-{day:02d}"
            return dated(end, value, basis=ABSOLUTE, reason=f"the day of {known.year} known by its number")
    return None


def read_day_first(context: Context, position: int) -> Reading | None:
    """ "24 June 2018", "the 24th of June", "3–5 June", "the first of June"; also "the 24th" alone."""
    match = _DAY_MONTH.match(context.text, position)
    if match:
        return _month_and_day(context, position, match)
    match = _BARE_DAY.match(context.text, position)
    if match and re.search(r"\b(?:on|of|by|until|from|and|the)\s+$", context.before(position)):
        return _day_alone(context, position, match)
    return None


def _day_alone(context: Context, position: int, match: re.Match[str]) -> Reading | None:
    published = context.published
    if published is None:
        return dated(match.end(), f"XXXX-XX-{int(match['day']):02d}", basis=RELATIVE, reason="no publication date")
    base = context.anchor_day(near=position) or published
    found = make_day(base.year, base.month, int(match["day"]))
    if base == published and found and found > published and context.direction(position, match.end()) == "past":
        before = plus_months(base, -1)
        found = make_day(before.year, before.month, int(match["day"])) if before else None
    if found is None:
        return None
    reason = f"that day of the month of {'publication' if base == published else 'the date before in the text'}"
    return dated(match.end(), found.isoformat(), basis=RELATIVE, reason=reason)


def read_weekday(context: Context, position: int) -> Reading | None:
    """ "Wednesday, June 24", "Wednesday"."""
    text = context.text
    match = _WEEKDAY.match(text, position)
    if match is None:
        return None
    name = match["weekday"]
    if _is_title(context, match):
        return None
    gap = _WEEKDAY_GAP.match(text, match.end())
    if gap:
        inner = read_month_first(context, gap.end()) or read_day_first(context, gap.end())
        if inner and inner.granularity == "day":
            closing = inner.end + (gap[0].lstrip().startswith("(") and text[inner.end : inner.end + 1] == ")")
            return _with_weekday(context, inner, weekday_number(name)).upto(closing)
    if len(name) < 6 and not _short_weekday_fits(context, match):
        return None
    return weekday_alone(context, position, match.end() if len(name) < 6 else match.end("weekday"), name)


def _is_title(context: Context, match: re.Match[str]) -> bool:
    """ "the Sunday Times", "Saturday Night Live", "Bloody Sunday"."""
    before = context.before(match.start())
    after = re.match(r"\s+(Night\s+(?:Live|Football|Lights)|[A-Z][a-z]+)", context.text[match.end() : match.end() + 20])
    if after and (" " in after[1] or after[1].lower() in words().lists["papers"]):
        return not before.endswith(("on ", "On "))
    return before.endswith("Bloody ")


_A_WEEKDAY = re.compile(
    rf"[Aa]{S}(?P<weekday>{WEEKDAY})(?=\s*[.,;:)]|\s+(?:in|of|when|and|that|after|before|at|but|or)\b|$)"
)


def read_a_weekday(context: Context, position: int) -> Reading | None:
    """ "April 28, a Friday" is that day; "on a Friday" is any; "a Friday meeting" is left to the weekday's own rule."""
    match = _A_WEEKDAY.match(context.text, position)
    if match is None:
        return None
    number, anchor = weekday_number(match["weekday"]), context.anchor
    if anchor and anchor.granularity == "day" and anchor.start_day and position - anchor.end <= _APPOSED:
        if anchor.start_day.isoweekday() == number:
            value = anchor.start_day.isoformat()
            return dated(match.end(), value, basis=anchor.basis, reason="the weekday of the date before")
    return dated(match.end(), f"XXXX-WXX-{number}", basis=RELATIVE, reason="any such weekday")


# ", which was a Friday"
_APPOSED = 16


def _with_weekday(context: Context, inner: Reading, weekday: int) -> Reading:
    """Where the year had to be guessed, the weekday decides: "Wednesday, June 24" fits few years."""
    day, published = inner.start_day, context.published
    if inner.basis == ABSOLUTE or day is None or published is None or day.isoweekday() == weekday:
        return inner.because("weekday given too")
    for year in (published.year, published.year - 1, published.year + 1):
        other = make_day(year, day.month, day.day)
        if other and other.isoweekday() == weekday:
            return dated(inner.end, other.isoformat(), basis=RELATIVE, reason="the year in which the weekday fits")
    return inner.because("the weekday given does not fit")


def _short_weekday_fits(context: Context, match: re.Match[str]) -> bool:
    """ "Sun" and "Sat" are other words, unless a point and a lead word say otherwise."""
    lead = re.search(r"([A-Za-z]+)\s$", context.before(match.start()))
    return bool(match["dot"] and lead and lead[1].lower() in (*words().lists["leads"], "on"))


def weekday_alone(context: Context, position: int, end: int, name: str) -> Reading:
    """A weekday: the last one up to the publication day, or the next one where the clause looks ahead."""
    number = weekday_number(name)
    published = context.published
    if published is None:
        return dated(end, f"XXXX-WXX-{number}", basis=RELATIVE, reason="a weekday, and no publication date")
    ahead = context.direction(position, end) == "future"
    day = weekday_from(published, number, 1 if ahead else -1, same_day=True)
    reason = (
        "the next such weekday from the publication date, as the clause looks ahead"
        if ahead
        else "the last such weekday up to the publication date"
    )
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    return dated(end, value, basis=RELATIVE, reason=reason)
