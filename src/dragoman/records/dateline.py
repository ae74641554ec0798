"""The words that open a report and say where, when and by whom it was filed: ``GENEVA, Nov. 3 (Reuters) -``.

Every stage that meets a dateline needs the same answer (it is no sentence, its town is no party, its day
dates the report, its agency is credited), and stages do not import each other; so the reading of it is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.records.span import Span

#: Datelines stand at the top, behind a headline, a byline or a caption at most; so much text is looked at.
HEAD = 1500
# "NEW YORK, Friday" is a place and a day, "VIENNA, May 3" a place and a date
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NO_DAY = rf"(?!{_WEEKDAY}|{_MONTH}\s+\d|\d)"
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_UPPER}[\w.’'\-]*"
_CAPITALS = rf"{_UPPER}(?:{_UPPER}|[.’'\-])+"
# ST. PAUL; SANA’A; PORT-AU-PRINCE; TEL AVIV/GAZA; CITY of LONDON is none
_SHOUTED = rf"(?P<town>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}})"
_WRITTEN = rf"(?P<town>{_WORD}(?:[ /](?:{_WORD}|de|of|du|del|al-{_WORD})){{0,3}})"
_AREA = rf"(?:,\s+{_NO_DAY}(?P<area>(?:{_UPPER}[\w.’'\-]*|of|and|the)(?:\s(?:{_UPPER}[\w.’'\-]*|of|and|the)){{0,3}}))?"
_DATE = (
    rf"(?P<date>(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+(?:19|20)\d\d)?|{_WEEKDAY})"
)
_AGENCY = r"\(\s*(?P<agency>[A-Z][A-Za-z.&’'/ \-]{0,40}?)\s*\)"
# A lone hyphen needs a blank before it: "ROAR-ing" is a word.
_DASH = r"(?:\s*(?:-{2,3}|–|—|―|\x97|\x96)|(?:\s+|(?<=\)))-)"
_FORMS = (
    # GENEVA, Nov. 3 (Reuters) -     KYIV, Ukraine (AP) —     CINCINNATI (AP)  Police: a dash that was lost
    re.compile(rf"{_SHOUTED}{_AREA}(?:,?\s+{_DATE})?,?\s*{_AGENCY}(?:{_DASH}|:)?\s*(?=\S)"),
    # BEIJING, May 3 --     FALLS VILLAGE—The     TBILISI:     (capitals only: "Moscow – " in running text is none)
    re.compile(rf"{_SHOUTED}{_AREA}(?:,?\s+{_DATE})?,?(?:{_DASH}|:)\s*(?=[A-ZÀ-Þ“\"‘'])"),
    # Geneva, Nov. 3 (Reuters) -     Cairo (AFP) –
    re.compile(rf"{_WRITTEN}{_AREA}(?:,?\s+{_DATE})?,?\s*{_AGENCY}{_DASH}\s*(?=\S)"),
    # Moscow, 3 November –
    re.compile(rf"{_WRITTEN}{_AREA},\s+{_DATE},?{_DASH}\s+(?=[A-ZÀ-Þ“\"‘'])"),
)
# Where one can begin: a line, or what follows a sentence on the same line (a headline run into its report).
_OPENING = re.compile(
    rf"(?:^[ \t]*(?:(?:Reuters|AP|AFP|UPI|dpa|CNN|BBC|Xinhua|TASS) )?|(?<=[.!?…][ \xa0])|(?<=[.!?…]\s\s)|(?<=[.!?…][\"”’»)][ \xa0]))(?={_UPPER})",
    re.M,
)
#: Capitals before a dash or colon that are labels of pages and headlines, not towns.
_NO_TOWN = frozenset((
    "READ", "WATCH", "UPDATE", "UPDATED", "BREAKING", "LIVE", "VIDEO", "PHOTO", "PHOTOS", "FILE", "OPINION",
    "ANALYSIS", "EXCLUSIVE", "EDITORIAL", "NOTE", "CORRECTION", "SOURCE", "SOURCES", "TOPICS", "SHARE", "MORE",
    "RELATED", "FACTBOX", "TIMELINE", "Q", "A", "PICTURED", "SEE", "NEWS", "WORLD", "ABOUT", "COMMENT", "WARNING",
    "ALSO", "CLOSE", "COMMENTARY", "REVIEW", "INTERVIEW", "SPORT", "SPORTS", "POLITICS", "BUSINESS", "WEATHER",
    "CULTURE", "LETTER", "LETTERS", "EXPLAINER", "EXPLAINED", "KEY", "MEDIA", "TV", "CREDIT", "IMAGE", "IMAGES",
    "ADVERTISEMENT", "QUESTION", "ANSWER", "BY", "DATE", "TIME", "WHAT", "WHEN", "WHERE", "WHO", "WHY", "HOW",
    "THE", "SCROLL", "CLICK", "DO", "NOT", "IT", "IS", "NOTICE", "BASEBALL", "SOFTBALL", "FOOTBALL", "SOCCER",
    "TENNIS", "GOLF", "CRICKET", "RUGBY",
))  # fmt: skip
#: Behind the comma these tell who speaks in a transcript, not where.
_SPEAKERS = frozenset({"HOST", "BYLINE", "ANCHOR", "REPORTER", "CORRESPONDENT", "MODERATOR"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed, and by whom. ``span`` is all of it with its dash.

    ``town`` is the town alone, ``area`` the state, province or country behind its comma.
    """

    span: Span
    town: Span
    area: Span | None = None
    date: Span | None = None
    agency: Span | None = None


def dateline_at(text: str, start: int) -> Dateline | None:
    """The dateline that begins at ``start``; ``None`` if the words there are none."""
    for form in _FORMS:
        match = form.match(text, start)
        if match is None or len(match["town"]) <= 2 or match["area"] in _SPEAKERS:
            continue
        if not _NO_TOWN.issuperset(match["town"].replace("/", " ").split()):
            return _of(match)
    return None


def datelines(text: str, end: int | None = None) -> Iterator[Dateline]:
    """Every dateline in ``text`` (up to ``end``), in order: at the start of a line, or in capitals after a sentence."""
    read = 0
    for opening in _OPENING.finditer(text, 0, len(text) if end is None else end):
        at = opening.end()
        line = dateline_at(text, at) if at >= read else None
        if line is None:
            continue
        if opening.start() == 0 or text[opening.start() - 1] == "\n" or line.town.of(text).isupper():
            read = line.span.end
            yield line


# Every claim of an article asks, for its time and for its place; a few articles may be in work at once.
@lru_cache(maxsize=16)
def find_dateline(text: str) -> Dateline | None:
    """The dateline of a report: the first one of its head; ``None`` if it has none.

    A name in capitals before a bare colon may be who speaks: it counts only where it is the one of its kind.
    """
    bare = []
    for line in datelines(text, HEAD):
        if line.agency is not None or line.date is not None or text[line.span.end - 1] != ":":
            return line
        bare.append(line)
    return bare[0] if len(bare) == 1 else None


def _of(match: re.Match[str]) -> Dateline:
    def span(name: str) -> Span | None:
        return Span(*match.span(name)) if name in match.re.groupindex and match[name] is not None else None

    end = match.start() + len(match[0].rstrip())
    return Dateline(Span(match.start(), end), Span(*match.span("town")), span("area"), span("date"), span("agency"))
