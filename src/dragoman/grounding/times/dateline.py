"""The dateline that opens an agency's report: "GENEVA, Nov. 3 (Reuters) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.records.span import Span

# Datelines stand at the top, behind a headline or a byline at most.
_HEAD = 1500
# "NEW YORK, Friday" is a place and a day
_NO_DAY = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
_PLACE = (
    r"(?P<place>[A-Z][A-Z.’'\-]+(?:[ /][A-Z][A-Z.’'\-]*){0,4}(?:,\s+"
    + _NO_DAY
    + r"[A-Z][A-Za-z.\-]+(?:\s[A-Z][a-z]+)?)?)"
)
_MIXED_PLACE = (
    r"(?P<place>[A-Z][A-Za-z.’'\-]+(?:[ /](?:[A-Z][A-Za-z.’'\-]*|de|of|al-[A-Z]\w+)){0,3}"
    r"(?:,\s+" + _NO_DAY + r"[A-Z][A-Za-z.\-]+(?:\s[A-Z][a-z]+)?)?)"
)
_DATE = (
    r"(?P<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)"
    r"(?:,?\s+(?:19|20)\d\d)?)"
)
_AGENCY = r"\(\s*(?P<agency>[A-Z][A-Za-z.&’'/ \-]{1,40}?)\s*\)"
_END = r"\s*(?:-{1,3}|–|—|:)\s*"
_FORMS = (
    # GENEVA, Nov. 3 (Reuters) -
    re.compile(rf"{_PLACE},?\s+{_DATE},?\s*(?:{_AGENCY})?{_END}"),
    re.compile(rf"{_MIXED_PLACE},?\s+{_DATE},?\s*{_AGENCY}{_END}"),
    # WASHINGTON (AP) —
    re.compile(rf"{_PLACE}\s+{_AGENCY}{_END}"),
    re.compile(rf"{_MIXED_PLACE},?\s+{_AGENCY}\s*(?:-{{1,3}}|–|—)\s+"),
    # BEIJING --   (capitals only: "Moscow – " in running text is no dateline)
    re.compile(rf"{_PLACE}{_END}(?=[A-Z“\"‘])"),
)
_LINE = re.compile(r"^[ \t]*", re.M)
# A line in capitals that ends in a colon or dash and is no place: labels of web pages and headlines.
_NO_PLACE = frozenset((
    "READ", "READ MORE", "WATCH", "UPDATE", "UPDATED", "BREAKING", "LIVE", "VIDEO", "PHOTO", "PHOTOS", "FILE",
    "OPINION", "ANALYSIS",
    "EXCLUSIVE", "EDITORIAL", "NOTE", "CORRECTION", "SOURCE", "TOPICS", "SHARE", "MORE", "RELATED", "FACTBOX",
    "TIMELINE", "Q", "A",
    "PICTURED", "SEE ALSO", "NEWS", "WORLD", "ABOUT", "COMMENT",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed, and by whom. ``span`` is the whole dateline with its dash."""

    span: Span
    place: Span
    date: Span | None
    agency: Span | None


def dateline(text: str) -> Dateline | None:
    """The dateline of an article, looked for at the beginnings of its first lines; ``None`` if it has none."""
    head = text[:_HEAD]
    for line in _LINE.finditer(head):
        for form in _FORMS:
            match = form.match(head, line.end())
            if match and match["place"] not in _NO_PLACE and len(match["place"]) > 2:
                return _of(match)
    return None


def _of(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()

    def span(name: str) -> Span | None:
        return Span(*match.span(name)) if groups.get(name) else None

    end = match.end() - (len(match[0]) - len(match[0].rstrip()))
    return Dateline(Span(match.start(), end), Span(*match.span("place")), span("date"), span("agency"))
