"""Times of the day: "4:30 p.m.", "1430 GMT", "noon", "Friday night", "9 a.m. on Monday"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dragoman.grounding.times.context import RELATIVE, Context, Reading, dated
from dragoman.grounding.times.fragments import DAY_PART, DAY_PARTS, NUMBER_WORD, NUMBERS, S

_ZONES = r"GMT|UTC|BST|CET|CEST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|IST|JST|AEST|AEDT|MSK|EAT|WAT|SAST"
_ZONE = rf"(?:{S}?(?P<zone>{_ZONES})\b|{S}?\((?P<zone2>{_ZONES})\)|{S}(?P<local>(?:local|(?:[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific)(?:{S}(?:[Ss]tandard|[Dd]aylight))?){S}[Tt]ime\b))?"
_HALF = r"(?P<half>[AaPp]\.?[Mm]\b\.?)"
_CLOCK = re.compile(
    rf"(?:(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))(?::(?P<second>[0-5]\d))?{S}?{_HALF}"
    rf"|(?P<hour2>1[0-2]|0?[1-9]){S}?(?P<half2>[AaPp]\.?[Mm]\b\.?)"
    rf"|(?P<hour3>[01]?\d|2[0-4]):(?P<minute3>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    rf"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?={S}?(?:GMT|UTC|hours|hrs)\b)(?:{S}?(?:hours|hrs)\b)?"
    rf"|(?:(?P<oclock>\d{{1,2}})|(?P<word>{NUMBER_WORD})){S}(?:o['’]clock(?:{S}in{S}the{S}(?P<part>morning|afternoon|evening)|{S}at{S}night)?"
    rf"|in{S}the{S}(?P<part2>morning|afternoon|evening)))"
    rf"{_ZONE}"
)
_NAMED = re.compile(r"(?i:(?P<name>noon|midday|midnight))\b(?!-)")
_ZONE_AFTER = re.compile(_ZONE)
# "midnight blue", "the noon train": only behind these is a named hour a time
_NAMED_LEAD = re.compile(r"\b(?:at|by|until|till|before|after|around|about|near|past|to|from|"
    r"since|of|and|between|towards?|shortly|almost|local|day|Monday|Tuesday|"
                         r"Wednesday|Thursday|Friday|Saturday|Sunday)\s+$")  # fmt: skip
_PART_AFTER = re.compile(
    rf"(?:{S}|,{S}|-)(?:(?i:in{S}the{S}|at{S}|early{S}|late{S}))?(?i:(?P<part>{DAY_PART}|overnight|noon|midnight))\b(?!{S}(?:[A-Z][a-z]+{S}(?:Live|News)|Live|Post|Standard|News|Times))"
)
_CLOCK_GAP = re.compile(rf"(?:,?{S}(?:at{S})?(?:about{S}|around{S})?|T|\s*[|@]\s*|{S}-{S})(?=[0-9nNmMtfse])")
_DATE_GAP = re.compile(rf"(?:,?{S}(?:on{S})?(?:late{S}|early{S})?|{S}\()(?=[A-Z0-9ytlnt])")
_TONIGHT_AT = re.compile(rf"{S}at{S}(?P<hour>[5-9]|1[01])(?:[:.](?P<minute>[0-5]\d))?(?![\d:%])(?!{S}[A-Za-z])")
_LATE_PARTS = ("afternoon", "evening", "night")
_ALONE_PART = re.compile(rf"(?P<lead>(?:the{S})?(?:early{S}|late{S})?)(?i:(?P<part>{DAY_PART}))(?:{S}(?:of|on){S})")
_EARLY_HOURS = re.compile(
    rf"(?:the{S})?(?:early{S}(?:morning{S})?|small{S}|predawn{S}|pre-dawn{S})(?:hours|morning){S}(?:of|on){S}(?:the{S})?",
    re.I,
)
_THE_MORNING = re.compile(r"morning\b(?!\s+(?:of|on)\b)")
_AT_PART = re.compile(
    rf"(?i:(?P<part>dawn|daybreak|dusk|sunrise|sunset|nightfall|night|lunchtime))\b(?!{S}(?:of|on)\b|-)"
)

ReadDate = Callable[[Context, int], Reading | None]


def with_part_of_day(context: Context, reading: Reading) -> Reading:
    """ "Monday" → "Monday morning" where a part of the day or a clock time follows."""
    text = context.text
    tonight = _TONIGHT_AT.match(text, reading.end) if reading.value.endswith("TNI") else None
    if tonight and text[reading.end - 7 : reading.end].lower() == "tonight":
        hour = f"{int(tonight['hour']) + 12:02d}:{tonight['minute'] or '00'}"
        value = f"{reading.value[:-3]}T{hour}"
        return replace(reading.upto(tonight.end()), value=value).because("a clock time of that night")
    if reading.granularity != "day" or reading.kind != "DATE":
        return reading
    match = _PART_AFTER.match(text, reading.end)
    if match:
        part = match["part"].lower()
        code = {"overnight": "NI", "noon": "12:00", "midnight": "24:00"}.get(part) or DAY_PARTS[part]
        timed = replace(reading.upto(match.end()), kind="TIME", value=f"{reading.value}T{code}", granularity="time")
        return timed.because("a part of that day")
    gap = _CLOCK_GAP.match(text, reading.end)
    clock = _clock(context, gap.end(), after_date=True) if gap else None
    if clock:
        end, time, zone = clock
        return replace(reading.upto(end), kind="TIME", value=f"{reading.value}T{time}", granularity="time").because(
            f"a clock time{zone}"
        )
    return reading


def _clock(context: Context, position: int, *, after_date: bool = False) -> tuple[int, str, str] | None:
    """End, ``hh:mm`` and a word on the zone."""
    text = context.text
    named = _NAMED.match(text, position)
    if named:
        zoned = _ZONE_AFTER.match(text, named.end())
        end = zoned.end() if zoned else named.end()
        return end, "24:00" if named["name"].lower() == "midnight" else "12:00", ""
    match = _CLOCK.match(text, position)
    if match is None:
        return None
    named_zone = match["zone"] or match["zone2"]
    zone = "Z" if named_zone in ("GMT", "UTC") else ""
    said = f" ({named_zone or match['local']})" if named_zone or match["local"] else ""
    if match["military"]:
        return match.end(), f"{match['military'][:2]}:{match['military'][2:]}{zone}", said
    if match["oclock"] or match["word"]:
        hour = int(match["oclock"]) if match["oclock"] else NUMBERS[match["word"].lower()]
        hour += 12 if (match["part"] or match["part2"]) in ("afternoon", "evening") and hour < 12 else 0
        return (match.end(), f"{hour:02d}:00", said) if hour <= 24 else None
    half = match["half"] or match["half2"]
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    minute = int(match["minute"] or match["minute3"] or 0)
    end = match.end()
    if half:
        if hour > 12 and half[0] in "aA":
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0) if hour <= 12 else hour
        if end == match.end("half") or end == match.end("half2"):
            end = _without_full_stop(end, half)
    elif not (named_zone or match["local"] or after_date or _bare_is_time(context, position)):
        return None
    if hour > 24 or (hour == 24 and minute):
        return None
    return end, f"{hour:02d}:{minute:02d}{zone}", said


def _without_full_stop(end: int, half: str) -> int:
    """The point of "p.m." is part of it; the one of "5 pm." ends the sentence."""
    return end - 1 if half.endswith(".") and half.count(".") == 1 else end


def _bare_is_time(context: Context, position: int) -> bool:
    """Whether "16:30" stands where a time stands (a score or a ratio does not)."""
    before = context.before(position, 16)
    lead = re.search(
        r"\b(?:[Aa]t|[Aa]round|by|until|from|before|about|between|till|since|Posted|Updated|Published)[:\s]+$", before
    )
    return lead is not None


def read_clock(context: Context, position: int, read_date: ReadDate) -> Reading | None:
    """ "4:30 p.m.", "noon", "9 a.m. Friday", with the day that follows or else the day before in the text."""
    text = context.text
    if position and (text[position - 1] in ".:$£€/#" or text[position - 1].isalnum()):
        return None
    clock = _clock(context, position)
    if clock is None:
        return None
    end, time, zone = clock
    gap = _DATE_GAP.match(text, end)
    if text[position] in "mMnN" and not _NAMED_LEAD.search(context.before(position)):
        # "Noon today", but no "noon train"
        gap = gap if gap and text[position:end].isalpha() else None
        if gap is None:
            return None
    if gap:
        date = read_date(context, gap.end())
        if date and date.granularity == "day" and date.kind == "DATE" and date.other is None:
            part = _PART_AFTER.match(text, date.end)
            if (
                part
                and time < "12:00"
                and part["part"].lower() in _LATE_PARTS
                and ".m" not in text[position:end].lower()
            ):
                # "10:30 Tuesday night"
                time = f"{int(time[:2]) + 12:02d}{time[2:]}"
            whole = date.upto(part.end()) if part else date
            return replace(whole, kind="TIME", value=f"{date.value}T{time}", granularity="time").because(
                f"a clock time{zone}"
            )
    anchor = context.anchor_day(near=position)
    if anchor and context.published and anchor > context.published and context.direction(position, end) == "past":
        anchor = None
    base = anchor or context.published
    if base is None:
        return Reading(
            end,
            "TIME",
            f"XXXX-XX-XXT{time}",
            granularity="time",
            basis=RELATIVE,
            reason="a clock time that the text does not date",
        )
    source = "the date before in the text" if anchor else "the publication date"
    return dated(end, f"{base.isoformat()}T{time}", basis=RELATIVE, reason=f"a clock time{zone} on {source}")


def read_part_of(context: Context, position: int, read_date: ReadDate) -> Reading | None:
    """ "the morning of June 3", "the early hours of Monday", "at dawn"."""
    text = context.text
    hours = _EARLY_HOURS.match(text, position)
    morning = _THE_MORNING.match(text, hours.end()) if hours else None
    if morning:
        base = context.anchor_day(near=position) or context.published
        value = f"{base.isoformat() if base else 'XXXX-XX-XX'}TMO"
        return dated(morning.end(), value, basis=RELATIVE, reason="the morning of the date before in the text")
    match = hours or _ALONE_PART.match(text, position)
    if match:
        date = read_date(context, match.end())
        if date is None or date.granularity != "day" or date.kind != "DATE":
            return None
        code = "MO" if hours else DAY_PARTS[match["part"].lower()]
        return replace(date, kind="TIME", value=f"{date.value}T{code}", granularity="time").because(
            "a part of that day"
        )
    at = _AT_PART.match(text, position)
    if at and re.search(r"\b(?:at|before|after|until|by|since)\s+(?:late\s+)?$", context.before(position)):
        base = context.anchor_day(near=position) or context.published
        code = DAY_PARTS[at["part"].lower()]
        value = f"{base.isoformat() if base else 'XXXX-XX-XX'}T{code}"
        return dated(at.end(), value, basis=RELATIVE, reason="a part of the day of the date before in the text")
    return None
