"""What a rule may look at (``Context``), and what it answers (``Reading``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.grounding.times.days import Interval
from dragoman.grounding.times.tense import direction
from dragoman.grounding.times.values import interval_of

RELATIVE = "relative"
ABSOLUTE = "text"

# A sentence ends at a mark and a space before a capital or quote, or at a line's end; not at the point of "a.m.",
# of initials, titles and months.
_SENTENCE_END = re.compile(
    r"(?:(?<![.\s][A-Za-z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\bSept)"
    r"(?<!\b(?:Mrs|Gen|Gov|Sen|Rep|Col|Sgt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\.|[!?]"
    r"|(?<=[ap]\.m)\.(?=\s+[A-Z][a-z])(?!\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Eastern|Pacific)))"
    r"[\"”’')]*\s+(?=[\"“‘(]*[A-Z0-9])|\n(?=[\s\"“‘A-Z0-9])"
)
# How far a verb may stand from the expression whose direction it tells, in characters.
_REACH = 240
_RANK = {
    "second": 0, "minute": 0, "hour": 0, "time": 0, "day": 0, "span": 0, "week": 1, "weekend": 1,
    "month": 2, "season": 3, "quarter": 3, "year": 4, "decade": 5, "century": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression as a rule understood it; it ends at character ``end`` of the text.

    ``other`` is a second expression that the rule found behind it, with its start: the 5 of "June 3-5".
    """

    end: int
    kind: str
    value: str
    start_day: date | None = None
    end_day: date | None = None
    granularity: str = "unknown"
    basis: str = ABSOLUTE
    reason: str = ""
    other: tuple[int, Reading] | None = None

    @property
    def reach(self) -> int:
        """Where the last expression of this reading ends."""
        return self.other[1].end if self.other else self.end

    def upto(self, end: int) -> Reading:
        """The same reading over a longer stretch of text."""
        return replace(self, end=end)

    def because(self, more: str) -> Reading:
        """The same reading with one more reason."""
        return replace(self, reason=f"{self.reason}; {more}" if self.reason else more)

    @property
    def interval(self) -> Interval | None:
        """Both ends, where both are known."""
        if self.start_day is None or self.end_day is None:
            return None
        return self.start_day, self.end_day


@dataclass(slots=True)
class Context:
    """The text under reading: its publication day, and the last date and the last quarter that were read in it."""

    text: str
    published: date | None
    anchor: Reading | None = None
    quarter: Reading | None = None
    _tenses: dict[int, str | None] = field(default_factory=dict)

    def direction(self, start: int, end: int) -> str | None:
        """Whether the clause around ``[start, end)`` looks to the ``past`` or the ``future``, or ``None``."""
        if start not in self._tenses:
            left = max(0, start - _REACH)
            for found in _SENTENCE_END.finditer(self.text, left, start):
                left = found.end()
            right = min(len(self.text), end + _REACH)
            after = _SENTENCE_END.search(self.text, end, right)
            self._tenses[start] = direction(self.text[left:start], self.text[end : after.start() if after else right])
        return self._tenses[start]

    def before(self, start: int, length: int = 24) -> str:
        """The few characters before ``start``."""
        return self.text[max(0, start - length) : start]

    def anchor_day(self, unit: str = "day", near: int | None = None) -> date | None:
        """The last date in the text from which "the next ``unit``" can be counted, or ``None``.

        A year says nothing of a day: the anchor must be at least as fine as the unit. ``near`` is the
        position of the asker where only a date a sentence or two away will do.
        """
        if self.anchor is None or _RANK.get(self.anchor.granularity, 9) > _RANK.get(unit, 0):
            return None
        if near is not None and near - self.anchor.end > _REACH:
            return None
        return self.anchor.start_day


def dated(end: int, value: str, *, basis: str, reason: str, kind: str = "DATE") -> Reading:
    """A reading whose interval and granularity follow from its TIMEX3 value."""
    interval, granularity = interval_of(value)
    if "T" in value:
        kind = "TIME"
    return Reading(
        end,
        kind,
        value,
        interval[0] if interval else None,
        interval[1] if interval else None,
        granularity,
        basis,
        reason,
    )


def is_past(context: Context, year: int, month: int, day: int) -> bool:
    """Whether that day is not after the publication day (or none is known)."""
    return context.published is None or date(year, month, day) <= context.published
