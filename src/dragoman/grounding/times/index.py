"""Which rules are tried at which first word, and which second words they need.

"The" stands in every sentence and seldom begins a date; its gate says that "last", "1990s" or "end" must follow.
A word without a gate (``None``) is always tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dragoman.grounding.times import absolute, compose, durations, named, offsets, periods, relative, years
from dragoman.grounding.times.context import Context, Reading
from dragoman.grounding.times.fragments import DAY_PARTS, MONTHS, NUMBERS, ORDINALS, PLURALS, SEASONS, UNITS, WEEKDAYS
from dragoman.grounding.times.lexicon import known_dates, named_days, words
from dragoman.grounding.times.trie import DIGIT

Reader = Callable[[Context, int], Reading | None]
Table = dict[str, tuple[Reader, ...]]
# A gated word leads to its second words and only then to rules.
Outer = dict[str, tuple[Reader, ...] | dict[str, tuple[Reader, ...]]]
Gates = dict[str, frozenset[str] | None]

_PART = re.compile(r"[A-Za-z0-9]+")
_POINTERS = (
    "last", "past", "this", "next", "coming", "current", "previous", "preceding", "following", "same", "that",
    "upcoming",    "prior",
)  # fmt: skip
_LISTS = words().lists
_LENGTHS = frozenset((*UNITS, *PLURALS))
_VAGUE_FIRST = ("half", *sorted(_LISTS["vague"]), "dozens", "hundreds", "thousands", "scores")
_DIGITS = (DIGIT,)
_NUMBERLIKE = frozenset(
    (*NUMBERS, *_DIGITS, *_LISTS["vague"], "a", "an", "half", "over", "under", "hundreds", "thousands")
)
_MOD_SECONDS = frozenset((
    "early", "late", "mid", "end", "start", "beginning", "middle", "close", "opening", "closing", "latter",
    "very", "earlier",
    "later", "small", "predawn", "pre",
))  # fmt: skip
_COUNTING = ("first", "second", "third", "fourth", "fifth", "last", "final", "opening")
_POINTED = frozenset(
    (*WEEKDAYS, *MONTHS, *SEASONS, *DAY_PARTS, *_LENGTHS, "past", "coming", "same", "very", "calendar")
)


class _Index:
    def __init__(self) -> None:
        self.rules: dict[str, list[Reader]] = {}
        self.gates: dict[str, set[str] | None] = {}
        self.by_second: dict[str, dict[str, list[Reader]]] = {}

    def add(self, firsts: Iterable[str], *readers: Reader, seconds: Iterable[str] | None = None) -> None:
        """``readers`` for each of ``firsts``; where that is a phrase, its second word becomes the gate."""
        for first in firsts:
            parts = _PART.findall(first.lower())
            if not parts:
                continue
            needed = set(parts[1:2]) or (set(seconds) if seconds is not None else None)
            known = self.rules.setdefault(parts[0], [])
            known.extend(reader for reader in readers if reader not in known)
            for second in sorted(needed or ()):
                held_readers = self.by_second.setdefault(parts[0], {}).setdefault(second, [])
                held_readers.extend(reader for reader in readers if reader not in held_readers)
            held = self.gates.get(parts[0], set())
            self.gates[parts[0]] = None if held is None or needed is None else held | needed


def table(
    *,
    clock_reader: Reader,
    part_reader: Reader,
    modified_reader: Reader,
    approximate_reader: Reader,
    nth_reader: Reader,
) -> tuple[Outer, Table, Gates]:
    """Rules by first (and second) word for all places, by first word behind a modifier, and the gates."""
    index = _Index()
    _calendar_rules(index)
    _relative_rules(index)
    _length_rules(index)
    core = {word: tuple(readers) for word, readers in index.rules.items()}
    index.add(["noon", "midday", "midnight", *NUMBERS], clock_reader)
    index.add(["early", "late", "small", "predawn", *DAY_PARTS], part_reader)
    index.add(["the"], part_reader, seconds=(*DAY_PARTS, "early", "late", "small", "predawn", "pre"))
    index.add(
        ("early", "late", "mid", "earlier", "later", "end", "beginning", "start", "middle", "close"), modified_reader
    )
    index.add(["the"], modified_reader, seconds=_MOD_SECONDS)
    index.add(["very"], modified_reader, seconds=_MOD_SECONDS)
    index.add(["the"], nth_reader, seconds=(*_COUNTING, "week", "year", "calendar", "very"))
    index.add(["more than", "less than", "fewer than", "up to", "at least", "at most"], approximate_reader)
    index.add(["as many", "as long", "as much", "as little", "just over", "just under"], approximate_reader)
    index.add(compose.APPROXIMATE_WORDS, approximate_reader, seconds=_NUMBERLIKE)
    every: Outer = {
        word: tuple(readers)
        if index.gates[word] is None
        else {second: tuple(some) for second, some in index.by_second[word].items()}
        for word, readers in index.rules.items()
    }
    gates = {word: None if gate is None else frozenset(gate) for word, gate in index.gates.items()}
    return every, core, gates


def _calendar_rules(index: _Index) -> None:
    index.add(MONTHS, absolute.read_month_first)
    index.add(WEEKDAYS, absolute.read_weekday, durations.read_repeated)
    index.add([f"{day}s" for day in WEEKDAYS], durations.read_repeated)
    index.add(["a"], absolute.read_a_weekday, seconds=WEEKDAYS)
    index.add(
        ORDINALS,
        absolute.read_day_first, periods.read_quarter, years.read_century, offsets.read_window,
        seconds=(*_LENGTHS, *NUMBERS, *_DIGITS, *_LISTS["vague"], *MONTHS, "half", "century", "of", "couple"),
    )  # fmt: skip
    index.add(["the"], absolute.read_day_first, years.read_century, years.read_decade, seconds=(*ORDINALS, *_DIGITS))
    index.add(["the"], years.read_decade, seconds=words().tables["decades"])
    index.add(["the"], absolute.read_month_first, absolute.read_day_first, seconds=["month"])
    index.add(["the"], periods.read_season, seconds=SEASONS)
    index.add(["the"], periods.read_quarter, seconds=(*ORDINALS, "final", "last"))
    index.add(["the"], periods.read_fiscal, seconds=("fiscal", "financial", *_POINTERS))
    index.add(["final"], offsets.read_window, periods.read_quarter)
    index.add(["the", "its", "their", "a"], periods.read_year_ago, seconds=("year", "latest"))
    index.add(["year"], periods.read_year_ago, seconds=("ago", "earlier", "before"))
    index.add(["the"], periods.read_quarter, seconds=_DIGITS)
    index.add(["year", "month"], periods.read_unit_end, seconds=("end", "s"))
    index.add(["q1", "q2", "q3", "q4", "h1", "h2"], periods.read_quarter)
    index.add(SEASONS, periods.read_season)
    index.add(words().tables["decades"], years.read_decade)
    index.add([name for day in named_days() for name in day.names], named.read_named)
    index.add([short for known in known_dates() for short in known.short if not short[0].isdigit()], years.read_numeric)


def _relative_rules(index: _Index) -> None:
    index.add(["the"], relative.read_pointed, offsets.read_window, seconds=_POINTERS)
    index.add(["the"], offsets.read_window, seconds=("recent", "final", "opening", "closing", "early", *ORDINALS))
    index.add(["the"], relative.read_day_word, seconds=["day"])
    index.add(["the"], periods.read_the_unit, seconds=(*_LENGTHS, *DAY_PARTS, *SEASONS, "season"))
    index.add([p for p in _POINTERS if p not in ("this", "that")], relative.read_pointed, offsets.read_window)
    index.add(["this", "that"], relative.read_pointed, offsets.read_window, seconds=_POINTED)
    index.add(["last", "this", "next"], named.read_named, periods.read_fiscal, seconds=_POINTED)
    index.add(["last", "this", "next"], periods.read_fiscal, seconds=("fiscal", "financial"))
    index.add(["current", "previous", "coming", "fiscal", "financial"], periods.read_fiscal)
    index.add(["recent", "current"], offsets.read_window, named.read_reference)
    index.add(
        ["these", "those", "his", "her", "its", "their"],
        offsets.read_window,
        seconds=("recent", "final", "first", *_POINTERS),
    )
    index.add(["the"], relative.read_named_step, seconds=("week", "weekend", "month", "year", "new", "day"))
    index.add(["today", "yesterday", "tomorrow", "tonight", "overnight"], relative.read_day_word)
    for key in ("present", "past", "future"):
        index.add(sorted(_LISTS[key]), named.read_reference)


def _length_rules(index: _Index) -> None:
    index.add(["weekends", "weekdays", "weeknights", "per", "once", "twice"], durations.read_repeated)
    index.add(words().codes["sets"], durations.read_repeated)
    index.add(
        [number for number in NUMBERS if number != "one"],
        offsets.read_offset, durations.read_counted, durations.read_repeated,
    )  # fmt: skip
    index.add(["one"], offsets.read_offset, durations.read_counted, seconds=(*_LENGTHS, "full", "whole", "and"))
    index.add(
        ["a", "an"],
        offsets.read_offset, durations.read_counted, durations.read_repeated, durations.read_whole,
        seconds=(*_LENGTHS, "few", "couple", "number", "half", "quarter", "single", "full", "whole", "entire"),
    )  # fmt: skip
    index.add(_VAGUE_FIRST, offsets.read_offset, durations.read_counted)
    index.add(["several", "many"], durations.read_repeated)
    index.add(["all"], durations.read_whole, seconds=_LENGTHS | set(DAY_PARTS) | set(SEASONS))
    index.add(["the"], durations.read_whole, seconds=("whole", "entire", "full"))
    index.add(["the"], durations.read_the_counted, seconds=(*_DIGITS, *NUMBERS, *_LENGTHS))
    index.add(["every", "each"], durations.read_every)
    index.add(PLURALS, durations.read_bare_plural, offsets.read_offset)
    index.add(UNITS, durations.read_bare_plural)
    index.add(
        [f"{unit}long" for unit in ("day", "week", "month", "year", "decade", "century")], durations.read_bare_plural
    )
