"""Whether a time makes a claim background."""

from __future__ import annotations

from dragoman.grounding.times.days import parse_day
from dragoman.records.grounding import TimeValue

# The coding manual: more than 30 days before publication is told as background.
_BACKGROUND_AFTER_DAYS = 30


def is_historical(value: TimeValue | None, published: str | None) -> bool:
    """Whether ``value`` lies wholly more than 30 days before ``published``.

    An open end ("since 2011") goes on, so it is not historical; unknown days never are.
    """
    day = parse_day(published)
    if value is None or day is None:
        return False
    end = parse_day(value.end)
    return end is not None and (day - end).days > _BACKGROUND_AFTER_DAYS
