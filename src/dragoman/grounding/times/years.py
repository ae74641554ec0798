"""Numeric dates, years, decades and centuries."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.grounding.times.context import ABSOLUTE, Context, Reading, dated, is_past
from dragoman.grounding.times.days import make_day, parse_day
from dragoman.grounding.times.fragments import (
    DASH,
    MONTHS,
    ORDINAL_SUFFIX,
    ORDINAL_WORD,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    YEAR,
    S,
)
from dragoman.grounding.times.lexicon import known_dates, words

_ISO = re.compile(r"(?P<day>(?:1[0-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])")
_SLASHED_ISO = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
)
_NUMERIC = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|[.-]\d)"
)
_DECADE = re.compile(
    r"(?:[Tt]he\s+)?(?:(?P<full>(?:1[0-9]|20)\d)0['’]?s|['’](?P<short>\d)0s|(?P<word>"
    + "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in sorted(words().tables["decades"]))
    + r"))\b"
)
# "the sixties and seventies", "the early eighties" (but "in her sixties")
_DECADE_LEAD = re.compile(r"(?:ties|0s)\s+(?:and|or|to)\s+$|\b[Tt]he\s+(?:early|mid|late)[\s-]$")
_CENTURY = re.compile(
    rf"(?:the{S})?(?:(?P<number>\d{{1,2}}){ORDINAL_SUFFIX}|(?P<word>{ORDINAL_WORD}))(?:{S}|-)[Cc]entury\b(?P<bc>{S}B\.?C\.?(?:E\.?)?)?"
)
_YEAR = re.compile(rf"(?P<year>{YEAR})(?P<tail>\s*{DASH}\s*(?P<last>(?:(?:1[0-9]|20)\d\d|\d\d))(?![\d-]|[.,]\d))?")
_SHORT_YEAR = re.compile(r"['’](?P<year>\d\d)\b(?!s|['’])")
_YEAR_BEFORE = re.compile(r"([A-Za-z.]+|[$£€¥#])[\s-]?$")
_YEAR_AFTER = re.compile(r"\s?-?([A-Za-z]+)")
# Years before this one stand without a lead word too rarely, and look too much like counts.
_PLAIN_YEARS_FROM, _PLAIN_YEARS_TO = 1900, 2040
_STREET = re.compile(
    r"\s+(?:[A-Z][a-z]+\s+){1,2}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Way|Place)\b"
)


_SHORT_KNOWN = {short: known for known in known_dates() for short in known.short}
_SHORT_KNOWN_PATTERN = re.compile("(?:" + "|".join(sorted(map(re.escape, _SHORT_KNOWN))) + r")(?![\d/])")


def read_numeric(context: Context, position: int) -> Reading | None:
    """ "2018-06-24", "2018/06/24", "6/24/2018", "24.06.2018"."""
    text = context.text
    if position and text[position - 1] in "/.-:$£€,'’" and text[position - 1 : position] != "":
        return None
    short = _SHORT_KNOWN_PATTERN.match(text, position)
    if short:
        known = _SHORT_KNOWN[short[0]]
        if is_past(context, known.year, known.month, known.day) and not text[short.end() :].startswith((" of", " in")):
            value = f"{known.year:04d}-{known.month:02d}-{known.day:02d}"
            return dated(short.end(), value, basis=ABSOLUTE, reason=f"the day of {known.year} known by its number")
    match = _ISO.match(text, position)
    if match:
        day = parse_day(match["day"])
        return dated(match.end(), day.isoformat(), basis=ABSOLUTE, reason="an ISO 8601 day") if day else None
    match = _SLASHED_ISO.match(text, position)
    if match:
        day = make_day(int(match["year"]), int(match["month"]), int(match["day"]))
        return dated(match.end(), day.isoformat(), basis=ABSOLUTE, reason="year, month, day") if day else None
    match = _NUMERIC.match(text, position)
    return _numeric(match) if match else None


def _numeric(match: re.Match[str]) -> Reading | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < 100:
        if match["mark"] != "/":
            # "10.30.45" is more likely a time or a version
            return None
        year += 2000 if year < 50 else 1900
    # A point between means day first (continental); a slash is read in US order unless that is no date.
    orders = [(second, first), (first, second)] if match["mark"] == "." else [(first, second), (second, first)]
    for month, day in orders:
        found = make_day(year, month, day) if month <= 12 else None
        if found:
            doubt = "; month and day could be the other way round" if first <= 12 and second <= 12 != first else ""
            return dated(match.end(), found.isoformat(), basis=ABSOLUTE, reason=f"a numeric date{doubt}")
    return None


def read_decade(context: Context, position: int) -> Reading | None:
    """ "the 1990s", "the '60s", "the sixties" (never "in her 60s")."""
    match = _DECADE.match(context.text, position)
    if match is None:
        return None
    if match["full"]:
        value = match["full"]
    else:
        if not match[0].lower().startswith("the") and not _DECADE_LEAD.search(context.before(position)):
            return None
        tens = int(match["short"]) if match["short"] else words().tables["decades"][match["word"].lower()]
        value = f"20{tens}" if tens < 2 else f"19{tens}"
    return dated(match.end(), value, basis=ABSOLUTE, reason="a decade")


def read_century(context: Context, position: int) -> Reading | None:
    """ "the 19th century", "21st-century"."""
    match = _CENTURY.match(context.text, position)
    if match is None:
        return None
    number = int(match["number"]) if match["number"] else ORDINALS[match["word"].lower()]
    if match["bc"]:
        return Reading(match.end(), "DATE", f"BC{number - 1:02d}", granularity="century", reason="before our era")
    if not 1 <= number <= 22:
        return None
    return dated(match.end(), f"{number - 1:02d}", basis=ABSOLUTE, reason="a century")


def read_year(context: Context, position: int) -> Reading | None:
    """ "2018", "1992-95", "'98": four digits that are a year and no count, price or label."""
    text = context.text
    match = _SHORT_YEAR.match(text, position)
    if match:
        lead = re.search(r"([A-Za-z]+)\s$", context.before(position))
        if not lead or lead[1].lower() not in ("in", "since", "of", "from", "until", "to", "and"):
            return None
        year = int(match["year"])
        year += 2000 if year < 50 else 1900
        return dated(match.end(), f"{year:04d}", basis=ABSOLUTE, reason="a year in two digits")
    match = _YEAR.match(text, position)
    if match is None or not _is_year(context, match):
        return None
    year = int(match["year"])
    if match["last"]:
        last = int(match["last"]) if len(match["last"]) == 4 else year // 100 * 100 + int(match["last"])
        if year < last <= year + 120:
            days = (date(year, 1, 1), date(last, 12, 31))
            reason = "one end of a range of years"
            second = Reading(match.end(), "DATE", f"{last:04d}", *days, "span", ABSOLUTE, reason)
            first = Reading(match.end("year"), "DATE", f"{year:04d}", *days, "span", ABSOLUTE, reason)
            return replace(first, other=(match.start("last"), second))
    return dated(match.end("year"), f"{year:04d}", basis=ABSOLUTE, reason="a year")


# Behind these a round number before a plural is a year: "the 2000 elections".
_YEAR_LEADS = frozenset((
    "the", "this", "that", "his", "her", "its", "their", "our", "s", "in", "since", "until", "by", "from", "during", "after",
    "before", "late", "early", "mid", "each", "for", "and",
))  # fmt: skip
_COUNTED_NAMES = frozenset(("Americans", "Russians", "GMT", "MW", "GB", "MB", "MM"))
# Years this far ahead, behind a capital, name a programme: "Vision 2030".
_FAR_AHEAD = 6


def _is_name(context: Context, lead: str, match: re.Match[str]) -> bool:
    """ "Mirage 2000", "Galaxy 2010 phone", "Vision 2030": a number that belongs to the name before it."""
    word = lead.strip(".")
    if not word[:1].isupper() or context.text[match.start() - 1] not in " -":
        return False
    lower = word.lower()
    lists = words().lists
    if (
        lower in lists["leads"]
        or lower in lists["named_years"]
        or lower in MONTHS
        or lower in WEEKDAYS
        or lower in SEASONS
    ):
        return False
    year = int(match["year"])
    after = _YEAR_AFTER.match(context.text, match.end("year"))
    if after and after[1].lower() in lists["products"]:
        return True
    return year == 2000 or (context.published is not None and year >= context.published.year + _FAR_AHEAD)


def _is_year(context: Context, match: re.Match[str]) -> bool:
    text, year = context.text, int(match["year"])
    start, end = match.start(), match.end("year")
    previous = text[start - 1 : start]
    if previous.isalnum() or (previous in "$£€¥#.,:/+_" and previous):
        return False
    if text[end : end + 1].isalpha() or (re.match(r"[-/_]\d|[°%€£:@_]|\+", text[end : end + 2]) and not match["last"]):
        return False
    before = _YEAR_BEFORE.search(context.before(start))
    lead = before[1].lower().rstrip(".") if before else ""
    if before and before[1] in ("$", "£", "€", "¥", "#"):
        return False
    dashed = previous and previous in "-–—" and text[start - 2 : start - 1].isalnum()
    if dashed and lead not in ("mid", "late", "early", "pre", "post", "end", "then"):
        return False
    if lead in words().lists["labels"] or (before and _is_name(context, before[1], match)):
        return False
    if _STREET.match(text, end):
        return False
    after = _YEAR_AFTER.match(text, end)
    if after and after[1].lower() in words().lists["counted"] and (after[1].islower() or after[1] in _COUNTED_NAMES):
        # "2014 Women cheer" heads a caption
        return False
    if after and year % 100 == 0 and after[1].islower() and after[1].endswith("s") and lead not in _YEAR_LEADS:
        # "2000 sandbags" are counted; "1998 sales" are dated
        return False
    if _PLAIN_YEARS_FROM <= year <= _PLAIN_YEARS_TO:
        return True
    return lead in words().lists["leads"] or previous == "("
