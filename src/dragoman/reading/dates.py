"""Days as pages and tables write them. Nothing is guessed: a day that can be read two ways is none."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from dragoman.errors import ReadingError
from dragoman.reading.furniture import furniture

_MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        (
            *("january", "february", "march", "april", "may", "june"),
            *("july", "august", "september", "october", "november", "december"),
        ),
        start=1,
    )
    for length in {3, 4, len(name)}
}
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))

#: News on the web begins in the nineties; newspapers' scanned archives reach further back.
_FIRST_YEAR, _LAST_YEAR = 1800, 2199

_DAY = re.compile(
    rf"""
    (?P<iso>(?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d))
    | (?<!\d)(?P<y2>(?:1[89]|20|21)\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?=$|[T\s]|\d{{6}}\b)
    | \b(?P<M3>{_MONTH})\b\.?,?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b,?\s+(?P<y3>\d{{4}})\b
    | \b(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<M4>{_MONTH})\b\.?,?[\s-]+(?P<y4>\d{{4}})\b
    | (?<!\d)(?P<a5>\d{{1,2}})[./-](?P<b5>\d{{1,2}})[./-](?P<y5>\d{{4}})(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_URL_DAY = re.compile(
    rf"[/_-](?P<y>(?:19|20)\d\d)[/-](?P<m>\d{{1,2}}|{_MONTH})[/-](?P<d>\d{{1,2}})(?=[/._-]|$)"
    r"|[/_-](?P<y2>(?:19|20)\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?=[/._-]|\d{6,12}\b|$)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|[+-]\d{2}:?\d{2}\b|(?<=\d)[TZ]|(?<=\s)Z\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d+")
_SAYS_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.I)
_SAYS_PUBLISHED = re.compile(r"\b(?:published|posted|created|released|issued)\b", re.I)
_PART = re.compile(r"\s*[,|·•/–—]\s*|\s+-\s+")
#: A line that shows a date may name an outlet or a section beside it ("Outlet | Updated: …"); more words are prose.
_OTHER_WORDS = 4
_LONGEST_DATE_LINE = 110


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date that a line of a page shows. ``updated``: the line calls it the day of a change.

    ``beside``: the names that stand apart on the line, of an outlet or a section ("The Courier, 3 June 2024").
    """

    day: str
    line: str
    updated: bool
    beside: tuple[str, ...] = ()


def checked_day(published: str | None) -> str | None:
    """``published`` as the caller gave it, if it is an ISO 8601 day; raises ``ReadingError`` if it is not."""
    if published is None:
        return None
    try:
        return datetime.date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise ReadingError(
            f"{published!r} is not a day", where="published", remedy="Write it as YYYY-MM-DD, such as 2024-06-23"
        ) from error


def first_day(value: str) -> str | None:
    """The first day written in ``value`` as ``YYYY-MM-DD``, or ``None``. ``03/04/2024`` could be two days: ``None``."""
    match = _DAY.search(value)
    return None if match is None else _day_of(match)


def day_in_url(url: str) -> str | None:
    """The day that the path of ``url`` holds (``/2019/11/18/…``), or ``None``."""
    match = _URL_DAY.search(url.split("?")[0].split("#")[0])
    if match is None:
        return None
    if match["y"]:
        month = _MONTHS.get(match["m"].lower()) or int(match["m"])
        return _valid(int(match["y"]), month, int(match["d"]))
    return _valid(int(match["y2"]), int(match["m2"]), int(match["d2"]))


def shown_date(line: str) -> ShownDate | None:
    """The date of a line that shows a date and nothing else, or ``None``.

    A line that shows two ("Published … Updated …") gives the day of publication.
    """
    line = line.strip()
    if not 6 <= len(line) <= _LONGEST_DATE_LINE:
        return None
    matches = list(_DAY.finditer(line))
    if not matches:
        return None
    rest = _TIME.sub(" ", _DAY.sub(" ", line))
    # small numbers count minutes of reading; a number of more figures is something else
    words = [word for word in _WORD.findall(rest) if not (word.isdigit() and len(word) <= 2)]
    others = [word for word in words if word.lower() not in _date_words()]
    labelled = _SAYS_UPDATED.search(line) or _SAYS_PUBLISHED.search(line)
    beside = _beside(line) if others else ()
    if others and (not (labelled or beside) or len(others) > _OTHER_WORDS or rest.rstrip().endswith((".", "?", "!"))):
        return None
    match = matches[0]
    published = _SAYS_PUBLISHED.search(line)
    if published is not None:
        match = next((m for m in matches if m.start() >= published.end()), match)
    day = _day_of(match)
    if day is None:
        return None
    before = line[: match.start()]
    label = _SAYS_UPDATED.search(before)
    updated = label is not None and not _SAYS_PUBLISHED.search(before[label.end() :])
    return ShownDate(day, line, updated, beside)


def _beside(line: str) -> tuple[str, ...]:
    """The names that a comma or a bar parts from the line's date; none where words and date are one phrase."""
    marked = _TIME.sub("\0", _DAY.sub("\0", line))
    names = []
    for part in _PART.split(marked):
        words = [word for word in _WORD.findall(part) if word.lower() not in _date_words()]
        if "\0" in part and words:
            return ()
        if "\0" not in part and words:
            if not all(word[0].isupper() or word in furniture().byline_words for word in words):
                return ()
            names.append(part.strip(" ."))
    return tuple(names)


@cache
def _date_words() -> frozenset[str]:
    return furniture().date_words


def _day_of(match: re.Match[str]) -> str | None:
    if match["y1"]:
        return _valid(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["y2"]:
        return _valid(int(match["y2"]), int(match["m2"]), int(match["d2"]))
    if match["y3"]:
        return _valid(int(match["y3"]), _MONTHS[match["M3"].lower()], int(match["d3"]))
    if match["y4"]:
        return _valid(int(match["y4"]), _MONTHS[match["M4"].lower()], int(match["d4"]))
    first, second, year = int(match["a5"]), int(match["b5"]), int(match["y5"])
    if first == second or second > 12:
        return _valid(year, first, second)  # month/day, as in the United States; or both the same
    return _valid(year, second, first) if first > 12 else None


def _valid(year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
