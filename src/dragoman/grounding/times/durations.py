"""Lengths of time and repeated times: "two weeks", "a 90-day truce", "every Friday", "annual"."""

from __future__ import annotations

import re

from dragoman.grounding.times.context import Context, Reading
from dragoman.grounding.times.fragments import (
    DASH,
    DAY_PART,
    DAY_PARTS,
    NUMBER,
    PLURAL,
    SEASON,
    SEASONS,
    UNIT,
    VAGUE,
    WEEKDAY,
    S,
    number_of,
    period,
    unit_name,
    weekday_number,
)
from dragoman.grounding.times.lexicon import words

_COUNTED = re.compile(
    rf"(?i:(?P<half>half{S}an?|half-an?|a{S}half){S}|(?P<quarter>a{S}quarter{S}of{S}an?{S})|(?:(?:[0-9.]+{DASH}|{NUMBER}{S}(?:to|or){S})?(?P<number>{NUMBER})|(?P<vague>{VAGUE})|(?P<article>an?|one)(?:{S}full|{S}whole)?)"
    rf"(?:{S}(?:more{S}|full{S}|whole{S}|consecutive{S}|straight{S}|additional{S}|further{S}|extra{S}|long{S})?|-))"
    rf"(?i:(?P<unit>{PLURAL}|{UNIT}))\b(?:{S}(?P<andhalf>and{S}a{S}half))?(?P<long>-long)?"
)
# a broadcast, unless all of a headline is written so: "60 Minutes" against "60 Minutes Later"
_PROGRAMME = re.compile(r"\d+ (?:Minutes|Hours)\b(?! [A-Z])")
_MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_CLOCK_LEAD = re.compile(r"\b(?:at|around|about|by|before|until|from|since|and)\s+$", re.I)
# "two years her senior", "three-year-olds"
_NO_DURATION = re.compile(
    rf"(?:-|{S})olds\b|'s?{S}old|{S}younger\b|{S}older\b|{S}(?:his|her|their){S}(?:junior|senior)"
)
# TIMEX3 counts ages among the durations, with "old" in the extent
_OLD = re.compile(rf"-old\b|{S}old\b|{S}of{S}age\b")
# "not a day goes by", "what a day", "have a day off"
_NO_ARTICLE = re.compile(r"\b(?:[Nn]ot|[Nn]ever|[Ww]hat|[Ss]uch|[Hh]alf)\s+$")
# "a minute" and "one day" are idioms elsewhere
_MEASURED = re.compile(r"\b(?:for|than|about|of|within|in|under|over|lasted|lasting|took|takes|after|only|just|least|nearly|almost|every|"
                       r"another|exactly|roughly|around)\s+$", re.I)  # fmt: skip
_COMPARED = re.compile(r"\s+(?:of|after|before|later|earlier|ago|to|for|and|or|from|long)\b|\s*[,.;]")
# "30 miles per hour" is a speed
_DISTANCE = re.compile(r"\b(?:miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|knots|km|kms)\s+$", re.I)
_THE = re.compile(rf"[Tt]he{S}")
_THE_BARE = re.compile(
    rf"(?P<unit>hours|days|weeks|months|years|decades)\b(?={S}(?:before|after|since|following|preceding|leading{S}up|ahead)\b)"
)
_SINCE = re.compile(rf"(?P<unit>week|month|year|decade)\b(?={S}since\b)")
_BARE = re.compile(rf"(?i:(?P<unit>{PLURAL}))\b")
_BARE_LEAD = re.compile(r"\b(?:for|in|over|within|after|of|lasted|lasting|took|takes|spent|spend)\s+$")
_LONG = re.compile(rf"(?i:(?P<unit>{PLURAL}|{UNIT}))-(?:long|old(?!\w))\b")
_YEARLONG = re.compile(r"(?i:(day|week|month|year|decade|century)long)\b")
_ALL = re.compile(
    rf"(?i:(?:all|the{S}(?:whole|entire|full)|an{S}entire){S}(?P<unit>day|night|week|month|year|summer|winter|morning|afternoon|weekend))\b(?!-|{S}long{S}[a-z])"
)
_EVERY = re.compile(
    rf"(?i:every|each){S}(?:(?i:(?P<other>other|second){S}|(?P<number>{NUMBER}|few|couple{S}of){S})?"
    rf"(?:(?P<weekday>{WEEKDAY})(?:{S}(?i:(?P<daypart>{DAY_PART})))?|(?i:(?P<season>{SEASON})|(?P<part>{DAY_PART})|(?P<unit>{PLURAL}|{UNIT}))\b))"
)
_PLURAL_DAY = re.compile(
    rf"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:s|{S}(?:(?P<part>morning|afternoon|evening|night)s))\b"
)
_WEEK_PARTS = re.compile(r"(?i:weekdays|weekends|weeknights)\b")
_TIMES = re.compile(
    rf"(?i:(?P<times>once|twice|(?:{NUMBER}|several|many|a{S}few){S}times){S}(?:a|an|per|every|each){S}(?P<unit>{UNIT}))\b"
)
_RATE = re.compile(
    rf"(?i:an?|per){S}(?P<unit>day|night|week|month|quarter|year|hour|minute|second)\b(?!{S}(?:ago|earlier|later|before|after|and|or|long|since|on\b)|-)"
)
_RATE_LEAD = re.compile(
    r"(?:[0-9][\d.,]*|million|billion|trillion|thousand|hundred|percent|%|times|people|dollars|pounds|euros|barrels|tonnes|tons|bpd|cents|hours|days|weeks)\s+$"
)
_WORD_SETS = words().codes["sets"]
_SET_WORD = re.compile("(?i:" + "|".join(sorted(_WORD_SETS, key=len, reverse=True)) + r")\b")


def _duration(end: int, value: str, reason: str = "a length of time") -> Reading:
    return Reading(end, "DURATION", value, None, None, "unknown", "text", reason)


def read_counted(context: Context, position: int) -> Reading | None:
    """ "two weeks", "a 90-day", "half an hour", "several months", "year-long"; never "24 years old"."""
    text = context.text
    match = _COUNTED.match(text, position)
    if match is None or _NO_DURATION.match(text, match.end()):
        return None
    unit = unit_name(match["unit"])
    plural = match["unit"].lower() != unit
    number: float | None = None
    if match["half"]:
        number = 0.5
    elif match["quarter"]:
        number = 0.25
    elif match["number"]:
        number = number_of(match["number"])
        if number is None or not _plausible(context, match, number, unit, plural):
            return None
    elif match["article"]:
        number = 1.0
        lead = context.before(position)
        if plural or unit in ("season", "quarter", "night") or _NO_ARTICLE.search(lead):
            return None
        if unit in ("second", "minute") and not (_MEASURED.search(lead) and _COMPARED.match(text, match.end())):
            return None
        if (
            match["article"].lower() == "one"
            and unit == "day"
            and not (_MEASURED.search(lead) or _COMPARED.match(text, match.end()) or text[match.end("article")] == "-")
        ):
            return None
        if _DISTANCE.search(lead) and unit in ("second", "minute", "hour"):
            return None
        if _RATE.match(text, position) and _RATE_LEAD.search(lead):
            return _set(match.end(), period(1.0, unit), f"each {unit}")
        if unit == "day" and re.match(
            rf"{S}(?:of|when|that|in\b|to\b|at\b|out\b|off\b|job|trip|care)", text[match.end() : match.end() + 10]
        ):
            return None
    elif not plural and not match["vague"].lower().startswith("many"):
        return None
    if number is not None and match["andhalf"]:
        number += 0.5
    if _PROGRAMME.match(text, position):
        return None
    age = _OLD.match(text, match.end())
    if age and unit in ("day", "week", "month", "year", "decade", "century"):
        return _duration(age.end(), _halved(number, unit), "an age")
    return _duration(match.end(), _halved(number, unit))


def read_the_counted(context: Context, position: int) -> Reading | None:
    """ "the nine months", "the two years since the coup", "the days after the vote"."""
    lead = _THE.match(context.text, position)
    if lead is None:
        return None
    since = _SINCE.match(context.text, lead.end())
    if since:
        return _duration(since.end(), period(1.0, since["unit"]))
    bare = _THE_BARE.match(context.text, lead.end())
    if bare:
        return _duration(bare.end("unit"), period(None, unit_name(bare["unit"])))
    match = _COUNTED.match(context.text, lead.end())
    if match is None or unit_name(match["unit"]) == match["unit"].lower() or "-" in match[0]:
        return None
    reading = read_counted(context, lead.end())
    return reading if reading and reading.end == match.end() else None


def _halved(number: float | None, unit: str) -> str:
    """Half an hour is PT30M and half a century P50Y: TIMEX3 likes whole numbers."""
    if number in (0.25, 0.5) and number is not None:
        if unit in ("hour", "minute"):
            return period(60 * number, {"hour": "minute", "minute": "second"}[unit])
        if unit in ("decade", "century"):
            return period({"decade": 10, "century": 100}[unit] * number, "year")
        if unit == "year":
            return period(12 * number, "month")
    return period(number, unit)


def _plausible(context: Context, match: re.Match[str], number: float, unit: str, plural: bool) -> bool:
    text, glue = context.text, context.text[match.end("number")]
    previous = text[match.start() - 1 : match.start()]
    if previous and (
        previous in "$£€¥#.:/" or (previous == "," and text[match.start() - 2 : match.start() - 1].isdigit())
    ):
        return False
    if (
        unit == "hour"
        and glue == " "
        and _MILITARY.fullmatch(match["number"])
        and _CLOCK_LEAD.search(context.before(match.start()))
    ):
        # "at 1400 hours"
        return False
    if plural or number == 1 or glue == "-":
        # "two-second" and "1 second" are lengths; "one second" is rarely a time in news but harmless
        return not (number == 1 and unit in ("season", "night", "quarter")) and not (
            1900 <= number <= 2100 and unit in ("season", "weekend")
        )
    # "an 11 hour flight", "a two year deal"
    return unit != "second" and re.match(r"\s[a-z]", text[match.end() : match.end() + 2]) is not None


def read_bare_plural(context: Context, position: int) -> Reading | None:
    """ "for years", "within days", "decades of war", "a years-long war"."""
    text = context.text
    if text[position - 1 : position] == "-":
        # "gigawatt-hours"
        return None
    match = _LONG.match(text, position)
    if match and match[0].lower().endswith("-old") and unit_name(match["unit"]) == match["unit"].lower():
        return None
    if match:
        plural = match["unit"].lower() != unit_name(match["unit"])
        return _duration(match.end() if text[match.end() - 4 : match.end()] == "long" else match.end("unit"),
                         period(None if plural else 1.0, unit_name(match["unit"])))  # fmt: skip
    match = _YEARLONG.match(text, position)
    if match:
        return _duration(match.end(), period(1.0, match[1].lower()))
    match = _BARE.match(text, position)
    if match is None or unit_name(match["unit"]) in ("second", "quarter", "weekend", "night"):
        return None
    ahead = text[match.end() : match.end() + 12]
    if context.before(position, 4) in ("the ", "The ") and re.match(r"\s+of\s", ahead):
        # "the months of the year", "the days of the kings"
        return None
    if match[0][0].isupper() and text[position - 1 : position] == " " and context.before(position, 3).strip().isdigit():
        # "60 Minutes"
        return None
    if re.match(r"\s+of\s|\s+(?:before|after|ahead)\b|-long", ahead) or _BARE_LEAD.search(context.before(position)):
        return _duration(match.end(), period(None, unit_name(match["unit"])))
    return None


def read_whole(context: Context, position: int) -> Reading | None:
    """ "all day", "the whole year"."""
    match = _ALL.match(context.text, position)
    if match is None:
        return None
    unit = match["unit"].lower()
    value = {"summer": "P3M", "winter": "P3M", "morning": "PT6H", "afternoon": "PT6H", "weekend": "P1WE"}.get(unit)
    return _duration(match.end(), value or period(1.0, unit))


def _is_newspaper(context: Context, position: int, end: int) -> bool:
    """ "the daily Horizon", "the German daily", "a daily said": the word for a newspaper."""
    lead = _NOUN_LEAD.search(context.before(position))
    after = context.text[end : end + 12]
    if re.match(r"\s+[“\"‘A-Z]", after):
        return True
    return (
        lead is not None
        and re.match(r"\s+(?:that|said|which|of|on|in|by|and|as|is|was|has)\b|['’]s|[,.;]", after) is not None
    )


_NOUN_LEAD = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Aa]n|[A-Z][a-z]+(?:ese|an|ish|ch|i)|local|leading|national|[Tt]he\s+[A-Z]\w+)\s+$"
)


def _set(end: int, value: str, reason: str) -> Reading:
    return Reading(end, "SET", value, None, None, "unknown", "text", reason)


def read_every(context: Context, position: int) -> Reading | None:
    """ "every Friday", "each year", "every two weeks"."""
    match = _EVERY.match(context.text, position)
    if match is None:
        return None
    if match["weekday"]:
        part = f"T{DAY_PARTS[match['daypart'].lower()]}" if match["daypart"] else ""
        return _set(match.end(), f"XXXX-WXX-{weekday_number(match['weekday'])}{part}", "a repeated weekday")
    if match["season"]:
        return _set(match.end(), f"XXXX-{SEASONS[match['season'].lower()]}", "a repeated season")
    if match["part"]:
        return _set(match.end(), f"XXXX-XX-XXT{DAY_PARTS[match['part'].lower()]}", "a repeated part of the day")
    unit = unit_name(match["unit"])
    number: float | None = 2.0 if match["other"] else 1.0
    if match["number"]:
        number = number_of(match["number"])
    if unit == "second" and not match["number"]:
        return None
    value = "XXXX-WXX-WE" if unit == "weekend" else period(number, unit)
    return _set(match.end(), value, "a repeated time")


def read_repeated(context: Context, position: int) -> Reading | None:
    """ "Mondays", "weekends", "twice a week", "per day", "daily", "annual"."""
    text = context.text
    match = _PLURAL_DAY.match(text, position)
    if match:
        part = f"T{DAY_PARTS[match['part'].lower()]}" if match["part"] else ""
        return _set(match.end(), f"XXXX-WXX-{weekday_number(match['day'])}{part}", "a repeated weekday")
    match = _WEEK_PARTS.match(text, position)
    if match:
        return _set(
            match.end(), "XXXX-WXX-WE" if match[0].lower() == "weekends" else "P1D", "a repeated part of the week"
        )
    match = _TIMES.match(text, position)
    if match:
        return _set(match.end(), period(1.0, match["unit"].lower()), "a number of times in each")
    match = _RATE.match(text, position)
    if match and match["unit"].lower() in ("second", "minute", "hour") and _DISTANCE.search(context.before(position)):
        return None
    if match and (match[0].lower().startswith("per") or _RATE_LEAD.search(context.before(position))):
        return _set(match.end(), period(1.0, match["unit"].lower()), "a rate")
    match = _SET_WORD.match(text, position)
    if match and match[0].lower() == "daily" and _is_newspaper(context, position, match.end()):
        return None
    if match and text[match.end() : match.end() + 1] != "-":
        word = match[0]
        start_of_sentence = (
            not context.before(position, 3).strip() or context.before(position, 3).rstrip()[-1:] in ".!?"
        )
        if word[0].islower() or (start_of_sentence and not re.match(r"\s+[A-Z]", text[match.end() : match.end() + 3])):
            return _set(match.end(), _WORD_SETS[word.lower()], "a repeated time")
    return None
