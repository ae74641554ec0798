"""Calendar units reckoned from a day: which week, month, year or season lies so many steps away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.grounding.times.context import RELATIVE, Reading, dated
from dragoman.grounding.times.days import plus_days, plus_months, season_of, week_value, weekday_from

BACK = frozenset(("last", "past", "previous", "preceding", "prior"))
AHEAD = frozenset(("next", "coming", "upcoming", "following"))
FROM_TEXT = frozenset(("that", "same", "following", "previous", "preceding", "prior"))


def no_date(end: int, value: str, reason: str, kind: str = "DATE") -> Reading:
    """A reading whose value keeps its X's."""
    return replace(dated(end, value, basis=RELATIVE, reason=reason), kind=kind if "T" not in value else "TIME")


def unknown_value(unit: str) -> str:
    """The value of a unit that nothing dates."""
    return {
        "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
        "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX",
    }.get(unit, "XXXX-XX-XX")  # fmt: skip


def unit_at(end: int, base: date, unit: str, steps: int, reason: str, number: float = 1.0) -> Reading | None:
    """The calendar day, week, month … that lies ``steps`` × ``number`` units from ``base``."""
    count = round(steps * number)
    value: str | None = None
    if unit == "day":
        day = plus_days(base, count)
        value = day.isoformat() if day else None
    elif unit in ("week", "fortnight"):
        day = plus_days(
            base,
            (14 if unit == "fortnight" else 7) * round(steps * number)
            if number == int(number)
            else round(7 * steps * number),
        )
        value = week_value(day) if day else None
    elif unit == "weekend":
        # on a Sunday "last weekend" is not this one, and on a Monday it is the one just over
        saturday = weekday_from(base, 6, -1, same_day=True)
        if saturday and steps < 0 and base.isoweekday() >= 6:
            saturday = plus_days(saturday, -7)
        elif saturday and steps >= 0:
            saturday = plus_days(base, 6 - base.isoweekday() + 7 * steps)
        if saturday and steps < -1:
            saturday = plus_days(saturday, 7 * (steps + 1))
        value = f"{week_value(saturday)}-WE" if saturday else None
    elif unit in ("month", "quarter"):
        other = plus_months(base, round((3 if unit == "quarter" else 1) * steps * number))
        if other:
            value = (
                f"{other.year:04d}-Q{(other.month + 2) // 3}"
                if unit == "quarter"
                else f"{other.year:04d}-{other.month:02d}"
            )
    else:
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        year = base.year + round(size * steps * number)
        if 1 <= year <= 9999:
            value = f"{year:04d}"[: {"year": 4, "decade": 3, "century": 2}[unit]]
    return dated(end, value, basis=RELATIVE, reason=reason) if value else None


def moved(base: date, unit: str, count: float) -> date | None:
    """``base`` moved by a number of units, to the day (hours and less stay within a day's reach)."""
    if abs(count) > 100_000:
        return None
    if unit in ("second", "minute"):
        return base
    if unit == "hour":
        return plus_days(
            base, int(count / 24) if abs(count) >= 24 else (-1 if count < 0 else 1) if abs(count) > 12 else 0
        )
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    if days:
        return plus_days(base, round(days * count))
    months = {"month": 1, "season": 3, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    return plus_months(base, round(months * count))


def season_near(day: date, season: str, way: int) -> int:
    """The year of the season that is over before ``day`` (-1), holds it or is nearest (0), or starts after it (1)."""
    years = range(max(1, day.year - 2), min(9997, day.year + 2) + 1)
    spans = [(year, *season_of(year, season)) for year in years]
    if way < 0:
        return max((year for year, _, end in spans if end < day), default=day.year)
    if way > 0:
        return min((year for year, start, _ in spans if start > day), default=day.year)
    return min(spans, key=lambda span: max((span[1] - day).days, (day - span[2]).days))[0]
