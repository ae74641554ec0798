"""What stands around an expression: "late", "about", "since", "from … to …"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dragoman.grounding.times.context import Context, Reading
from dragoman.grounding.times.days import make_day, plus_days, third
from dragoman.grounding.times.fragments import DASH, WEEKDAY, S

Inner = Callable[[Context, int], Reading | None]

APPROXIMATE_WORDS = (
    "about", "around", "nearly", "almost", "approximately", "roughly", "more", "less", "fewer", "at", "up", "some",
    "only", "just", "as",
)  # fmt: skip

_MODIFIER = re.compile(
    rf"(?i:(?:the{S})?(?:very{S})?(?:"
    rf"(?P<early>early{S}(?:in|on)|early{S}(?:part|days|weeks|months|years|stages){S}of|early|beginning{S}of|start{S}of|opening{S}(?:days|weeks|months){S}of)"
    rf"|(?P<mid>mid|middle{S}of)"
    rf"|(?P<late>late{S}(?:in|on)|late|end{S}of|close{S}of|end(?=-)|closing{S}(?:days|weeks|months){S}of|latter{S}(?:part|half){S}of)"
    rf"|(?P<earlier>earlier{S}(?:in|on)|earlier)|(?P<later>later{S}(?:in|on)|later)))(?:{S}|-)"
)
_APPROXIMATE = re.compile(
    rf"(?i:(?P<word>about|around|nearly|almost|approximately|roughly|some|just{S}(?:over|under)|only|just|more{S}than|less{S}than|fewer{S}than"
    rf"|at{S}(?:least|most)|up{S}to|as{S}(?:many|long|much|little){S}as)){S}(?:the{S})?(?=\w)"
)
_LEAD = re.compile(
    r"\b(since|until|till|by|before|after|from|between)\s+(?:(?:at\s+least|around|about|as\s+far\s+back\s+as|some\s+time\s+in)\s+)?$",
    re.I,
)
_PLAIN_LINK = re.compile(rf"\s+(?:to|through|until|till)\s+|\s*{DASH}\s*")
_FROM_LINK = re.compile(rf"\s+(?:to|through|until|till|and)\s+|\s*{DASH}\s*")
_BETWEEN_LINK = re.compile(rf"\s+and\s+|\s*{DASH}\s*")
_WHOLE_WEEKDAY = re.compile(rf"{WEEKDAY}\.?")
_DATED = ("DATE", "TIME")


def read_modified(context: Context, position: int, inner: Inner) -> Reading | None:
    """ "late February", "the end of the year", "earlier this month", "mid-2019": the third that is meant."""
    match = _MODIFIER.match(context.text, position)
    if match is None:
        return None
    core = inner(context, match.end())
    if core is None or core.kind not in _DATED or core.value.endswith("_REF"):
        return None
    part = next(name for name in ("early", "mid", "late", "earlier", "later") if match[name])
    if core.kind == "TIME" or core.granularity == "day" or core.interval is None:
        return core.because(f"“{part}” kept in the words")
    if part in ("earlier", "later"):
        return _split_at_publication(core, part, context.published)
    which = {"early": "START", "mid": "MID", "late": "END"}[part]
    start_day, end_day = third(core.interval, which)
    return replace(core, start_day=start_day, end_day=end_day).because(
        f"its {['first', 'middle', 'last'][('START', 'MID', 'END').index(which)]} third"
    )


def _split_at_publication(core: Reading, part: str, published: date | None) -> Reading:
    if published is None or core.interval is None or not core.interval[0] <= published <= core.interval[1]:
        return core
    if part == "earlier":
        return replace(core, end_day=published).because("up to the publication date")
    return replace(core, start_day=published).because("from the publication date")


def read_approximate(context: Context, position: int, inner: Inner) -> Reading | None:
    """ "about two weeks", "more than a year ago": the value is that of the plain words."""
    match = _APPROXIMATE.match(context.text, position)
    if match is None:
        return None
    core = inner(context, match.end())
    if core is None:
        return None
    if core.kind == "DURATION" or re.search(r"\b(?:ago|earlier|later)$", context.text[match.end() : core.end]):
        return core.because(f"“{match['word'].lower()}”")
    return None


def open_side(context: Context, start: int, reading: Reading) -> Reading:
    """The interval that "since", "until", "by", "before" and "after" make of a date."""
    if reading.kind not in _DATED or reading.interval is None or reading.granularity in ("unknown", "time", "span"):
        return reading
    lead = _LEAD.search(context.before(start, 40))
    if lead is None or context.text[reading.end : reading.end + 2] in ("'s", "’s"):
        return reading
    word = lead[1].lower()
    if word == "since":
        return replace(reading, end_day=None).because("since then: no end is told")
    if word in ("until", "till", "by"):
        return replace(reading, start_day=None).because(f"“{word}”: no beginning is told")
    if word in ("before", "after") and re.match(
        rf"{S}[a-z]+(?:s|ing|ion|ent)\b", context.text[reading.end : reading.end + 24]
    ):
        # "after Monday talks": Monday dates the talks
        return reading
    if word == "before" and reading.start_day:
        return replace(reading, start_day=None, end_day=plus_days(reading.start_day, -1)).because("“before”")
    if word == "after" and reading.end_day:
        return replace(reading, start_day=plus_days(reading.end_day, 1), end_day=None).because("“after”")
    return reading


def join_ranges(text: str, found: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """ "from Monday to Wednesday": two expressions, each with the interval of the whole range."""
    joined = list(found)
    for index in range(len(joined) - 1):
        (start, first), (next_start, second) = joined[index], joined[index + 1]
        if first.kind not in _DATED or second.kind not in _DATED or next_start - first.end > 14:
            continue
        if first.granularity == "span" or first.start_day is None:
            continue
        lead = _LEAD.search(text[max(0, start - 40) : start])
        word = lead[1].lower() if lead else ""
        link = _BETWEEN_LINK if word == "between" else _FROM_LINK if word == "from" else _PLAIN_LINK
        if not link.fullmatch(text, first.end, next_start):
            continue
        second = _not_before(first.start_day, text[next_start : second.end], second)
        end_day = second.end_day or second.start_day
        if end_day is None or end_day < first.start_day:
            continue
        reason = "one end of a range"
        joined[index] = (start, replace(first, end_day=end_day, granularity="span").because(reason))
        joined[index + 1] = (
            next_start,
            replace(second, start_day=first.start_day, end_day=end_day, granularity="span").because(reason),
        )
    return joined


def _not_before(start: date, words: str, reading: Reading) -> Reading:
    """The closing end of a range is not before its beginning: "from Friday to Sunday", "December to March"."""
    end = reading.end_day
    if end is None or end >= start or reading.basis != "relative":
        return reading
    if _WHOLE_WEEKDAY.fullmatch(words):
        later = plus_days(end, 7)
        return replace(reading, start_day=later, end_day=later, value=later.isoformat()) if later else reading
    later = make_day(end.year + 1, end.month, end.day)
    if later and reading.granularity == "day":
        return replace(reading, start_day=later, end_day=later, value=later.isoformat())
    return reading
