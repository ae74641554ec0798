"""``find_times``: every expression of time in a text, by rules that start at its first word.

One search finds the words that may begin an expression; one table says which rules to try at each, and the one that
reads farthest wins.
"""

from __future__ import annotations

import re

from dragoman.grounding.times import absolute, clock, compose, durations, named, nth, offsets, periods, years
from dragoman.grounding.times.context import Context, Reading
from dragoman.grounding.times.days import parse_day
from dragoman.grounding.times.fragments import DASH, MONTH, ORDINAL_SUFFIX, PLURAL, UNIT, S
from dragoman.grounding.times.index import Reader, table
from dragoman.grounding.times.joined import days_of_hours, days_of_years
from dragoman.grounding.times.trie import DIGIT, gated_pattern
from dragoman.records.grounding import TimeExpression
from dragoman.records.span import Span

_TOKEN = re.compile(r"[A-Za-z0-9]+")
# Most numbers count something. Only these shapes are worth the rules: years, "3rd", "4:30",
# "5 pm", "6 weeks", "24 June".
_PROMISING_DIGITS = (
    rf"(?:1[0-9]|20)\d\d(?![\d,]\d|{S}[Gg]b\b)|[0-2]\d[0-5]\d(?={S}?(?:GMT|UTC|hours|hrs)\b)"
    rf"|\d{{1,2}}{ORDINAL_SUFFIX}(?:(?:{S}|-)(?:of\b|[Cc]entury\b|{MONTH})|{S}?{DASH}|{S}(?:and|to)\b|\s*[.,;)]|$)"
    rf"|\d{{1,2}}:\d\d|\d{{1,4}}[/-]\d|\d{{1,4}}\.\d\d?\.\d|\d{{1,2}}(?:[:.]\d\d)?{S}?[AaPp]\.?[Mm]\b"
    rf"|[\d.,]+{S}?½?(?:{S}|-)(?i:(?:and[- ]a[- ]half|more|full|whole|consecutive|straight|additional|further|"
    rf"extra|long)\b"
    rf"|times{S}(?:a|an|per|each|every)\b|(?:{PLURAL}|{UNIT})\b)"
    rf"|\d{{1,2}}(?:{S}|-)(?:(?:of|to|and|through|{DASH}){S})?(?:the{S})?(?:\d{{1,2}}{S})?{MONTH}"
    rf"|\d{{1,2}}{S}?{DASH}{S}?\d{{1,2}}{ORDINAL_SUFFIX}?{S}{MONTH}|\d0['’]s|(?<=['’])\d\d\b|\d{{1,2}}{S}o['’]|\d{{1,2}}{S}in{S}the{S}(?:morning|afternoon|evening)\b"
)


def find_times(text: str, published: str | None) -> list[TimeExpression]:
    """All expressions of time in ``text``, in order and without overlap.

    ``published`` is the ISO 8601 day that "today" means; without it relative expressions keep X's in their value
    and have no ``start`` and ``end``. Extents and values follow TIMEX3 (no leading preposition; "since 2011" is
    ``2011`` with an open end).
    """
    context = Context(text, parse_day(published))
    found: list[tuple[int, Reading]] = []
    done = 0
    for candidate in _CANDIDATE.finditer(text):
        position = candidate.start()
        if position < done:
            continue
        word = candidate[0]
        reading = _read(context, position, _readers_at(text, position, candidate.end(), word))
        if reading is None and position and text[position - 1] in "'’" and word[0] <= "9":
            position -= 1
            reading = years.read_year(context, position)
        if reading is None:
            continue
        position = named.extent_start(text, position)
        done = reading.reach
        plain, reading = reading, compose.open_side(context, position, reading)
        found.append((position, reading))
        if reading.other:
            found.append(reading.other)
        if plain.kind in ("DATE", "TIME") and plain.start_day and plain.granularity != "unknown":
            # "by Wednesday" is open, but what follows is still reckoned from Wednesday
            context.anchor = plain
            if plain.granularity == "quarter":
                context.quarter = plain
    expressions = [_expression(text, start, reading) for start, reading in compose.join_ranges(text, found)]
    return days_of_hours(text, days_of_years(text, expressions))


def _expression(text: str, start: int, reading: Reading) -> TimeExpression:
    return TimeExpression(
        span=Span(start, reading.end),
        text=text[start : reading.end],
        kind=reading.kind,
        value=reading.value,
        start=reading.start_day.isoformat() if reading.start_day else None,
        end=reading.end_day.isoformat() if reading.end_day else None,
        granularity=reading.granularity,
        basis=reading.basis,
        reason=reading.reason,
    )


def _readers_at(text: str, position: int, end: int, word: str) -> tuple[Reader, ...]:
    """The rules to try for a candidate: by its first word, and by the second one where that is needed."""
    if word[0] <= "9":
        return _digit_readers(text, position)
    entry = _TABLE[word.lower()]
    if isinstance(entry, tuple):
        return entry
    following = _TOKEN.search(text, end)
    if following is None:
        return ()
    second = following[0]
    return entry.get(DIGIT if second[0] <= "9" else second.lower(), ())


def _digit_readers(text: str, position: int) -> tuple[Reader, ...]:
    """Fewer rules for what looks like a year: most numbers worth a look do."""
    four = text[position : position + 4]
    return (
        _FOUR_DIGITS
        if len(four) == 4 and four.isdigit() and text[position + 4 : position + 5] not in _DECADE_TAIL
        else _DIGITS
    )


def _read(context: Context, position: int, readers: tuple[Reader, ...]) -> Reading | None:
    """The longest reading at ``position``, with a part of the day behind it; the first rule wins a tie."""
    best: Reading | None = None
    for reader in readers:
        reading = reader(context, position)
        if reading is not None and (best is None or reading.reach > best.reach):
            best = reading
    return clock.with_part_of_day(context, best) if best else None


def read_date(context: Context, position: int) -> Reading | None:
    """The expression that begins at ``position``, without modifiers before it."""
    token = _TOKEN.match(context.text, position)
    if token is None:
        return None
    readers = _CORE_DIGITS if token[0][0] <= "9" else _CORE.get(token[0].lower())
    if readers is None:
        return None
    best: Reading | None = None
    for reader in readers:
        reading = reader(context, position)
        if reading is not None and (best is None or reading.reach > best.reach):
            best = reading
    return best


def _read_inner(context: Context, position: int) -> Reading | None:
    """What a modifier may stand before: any expression, and "the year" too."""
    core = read_date(context, position)
    unit = periods.read_the_unit(context, position, after_mod=True)
    if unit is not None and (core is None or unit.end > core.end):
        core = unit
    return clock.with_part_of_day(context, core) if core else None


def _modified(context: Context, position: int) -> Reading | None:
    return compose.read_modified(context, position, _read_inner)


def _approximate(context: Context, position: int) -> Reading | None:
    return compose.read_approximate(context, position, _read_inner)


def _clock(context: Context, position: int) -> Reading | None:
    return clock.read_clock(context, position, read_date)


def _part_of(context: Context, position: int) -> Reading | None:
    return clock.read_part_of(context, position, read_date)


def _nth(context: Context, position: int) -> Reading | None:
    return nth.read_nth(context, position, _read_inner)


_CORE_DIGITS: tuple[Reader, ...] = (
    years.read_numeric, absolute.read_day_first, offsets.read_offset, durations.read_counted,
    durations.read_repeated, years.read_decade, years.read_century, years.read_year,
)  # fmt: skip
_DIGITS: tuple[Reader, ...] = (*_CORE_DIGITS, _clock)
_FOUR_DIGITS: tuple[Reader, ...] = (
    years.read_numeric, offsets.read_offset, durations.read_counted, _clock, years.read_year,
)  # fmt: skip
_DECADE_TAIL = ("s", "'", "’")
_TABLE, _CORE, _GATES = table(
    clock_reader=_clock, part_reader=_part_of, modified_reader=_modified, approximate_reader=_approximate,
    nth_reader=_nth,
)  # fmt: skip
# One search finds all places worth a look; in most sentences there is none, which is what makes this fast.
_CANDIDATE = re.compile(rf"(?<![A-Za-z0-9])(?:(?=[0-9])(?={_PROMISING_DIGITS})[0-9A-Za-z]+|{gated_pattern(_GATES)})")
