"""Reckoning with days: months, weeks, thirds, feasts. Pure functions on ``datetime.date``."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]
ONE_DAY = timedelta(days=1)

# First month of each season in the northern hemisphere, where most of the news this reads is written.
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def parse_day(text: str | None) -> date | None:
    """The day of an ISO 8601 string (``2024-06-23``, also with a time behind it); ``None`` if it is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus_days(day: date, days: int) -> date | None:
    """``day`` moved by ``days``, or ``None`` outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def plus_months(day: date, months: int) -> date | None:
    """The same day of another month (the last one where that month is shorter)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(year: int, month: int) -> Interval:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_of(year: int, first: int, count: int) -> Interval:
    """First and last day of ``count`` months from month ``first``; runs into the next year where it must."""
    start = date(year, first, 1)
    last = plus_months(start, count - 1) or date(9999, 12, 1)
    return start, month_of(last.year, last.month)[1]


def week_of(day: date) -> Interval:
    """Monday and Sunday of the ISO week of ``day``."""
    monday = day - timedelta(days=min(day.isoweekday() - 1, day.toordinal() - 1))
    return monday, plus_days(monday, 6) or date.max


def week_value(day: date) -> str:
    """``2024-W25`` for any day of that week."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def season_of(year: int, season: str) -> Interval:
    """First and last day of a season, northern hemisphere; winter runs into the next year."""
    return months_of(year, _SEASON_STARTS[season], 3)


def weekday_from(day: date, weekday: int, direction: int, *, same_day: bool) -> date | None:
    """The nearest ``weekday`` (1 = Monday) at or after (``direction`` 1) or before (-1) ``day``."""
    distance = (weekday - day.isoweekday()) % 7 if direction > 0 else (day.isoweekday() - weekday) % 7
    if distance == 0 and not same_day:
        distance = 7
    return plus_days(day, direction * distance)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The ``nth`` weekday of a month; ``nth`` -1 is the last."""
    first, last = month_of(year, month)
    if nth < 0:
        return weekday_from(last, weekday, -1, same_day=True)
    start = weekday_from(first, weekday, 1, same_day=True)
    found = plus_days(start, 7 * (nth - 1)) if start else None
    return found if found and found.month == month else None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus in its Meeus/Jones/Butcher form)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, leap_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, quarter_rest = divmod(rest, 4)
    offset = (32 + 2 * leap_rest + 2 * quarter - epact - quarter_rest) % 7
    shift = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, as a Gregorian day (the Julian computus, moved over)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    # The Julian calendar lags by this many days (13 in the 20th and 21st centuries).
    lag = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=lag)


def third(interval: Interval, which: str) -> Interval:
    """The ``START``, ``MID`` or ``END`` third of an interval, in whole days.

    Months split as 1–10, 11–20, 21–end, years and longer in equal thirds of months, else by days.
    """
    start, end = interval
    days = (end - start).days + 1
    if days > 3000:
        # decades and centuries split at whole years: 1990–1993, 1994–1996, 1997–1999
        years = end.year - start.year + 1
        first = date(start.year + (years + 2) // 3, 1, 1)
        second = date(start.year + years - years // 3, 1, 1)
    elif days >= 360:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        first = plus_months(start, months // 3) or end
        second = plus_months(start, 2 * months // 3) or end
    elif 28 <= days <= 31 and start.day == 1:
        first, second = start + timedelta(days=10), start + timedelta(days=20)
    else:
        first, second = start + timedelta(days=days // 3), start + timedelta(days=2 * days // 3)
        if days < 3:
            return interval
    if which == "START":
        return start, first - ONE_DAY
    if which == "MID":
        return first, second - ONE_DAY
    return second, end
