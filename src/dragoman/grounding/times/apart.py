"""The day of an act that is told by its distance from another: "declared on Monday, two days after bombs killed 45"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dragoman.grounding.times.context import RELATIVE
from dragoman.grounding.times.days import parse_day, plus_days
from dragoman.grounding.times.fragments import number_of
from dragoman.grounding.times.syntax import SHARED, Candidate, is_predicate
from dragoman.records.grounding import TimeExpression
from dragoman.records.parse import Sentence
from dragoman.records.span import Span

_APART = re.compile(
    r"\b(?P<number>an?|\d{1,3}|[a-z]+)\s(?P<unit>hours?|days?|weeks?|years?|decades?)\s(?P<way>after|before)\s", re.I
)
#: "Less than three weeks after" gives no day.
_ROUGH = re.compile(r"\b(?:than|about|around|nearly|almost|over|within|up to|some|roughly|barely)\s$", re.I)
_DAYS = {"hour": 0, "day": 1, "week": 7}
#: Numbers too large are no longer told to the day.
_MOST = 60


def told_apart(
    trigger: Span, sentence: Sentence, dated: Sequence[TimeExpression], published: str | None = None
) -> Candidate | None:
    """The day of the act in the clause behind "two days after", reckoned from the day of what the sentence tells.

    ``dated`` are the sentence's expressions, or, if it has none, the one that its event has from the sentence before.
    """
    head = sentence.root_at(trigger)
    if head is None or sentence.doc is None:
        return None
    text, offset = sentence.doc.text, sentence.span.start
    for found in _APART.finditer(text):
        if _ROUGH.search(text, 0, found.start()):
            continue
        number = number_of(found["number"])
        after = next((t for t in sentence.doc if t.idx == found.start("way")), None)
        if number is None or number > _MOST or number != int(number) or after is None or head.i < after.i:
            continue
        if not _is_in_clause(head, after):
            continue
        if found["unit"].lower().startswith(("y", "dec")):
            return _years_apart(found, int(number), sentence, dated, published)
        days = [
            e for e in dated
            if e.granularity in ("day", "time") and parse_day(e.start) and not (e.span.start - offset > after.idx)
        ]  # fmt: skip
        if len({e.start for e in days}) != 1:
            return None
        base = parse_day(days[0].start)
        step = int(number) * _DAYS[found["unit"].lower().rstrip("s")] * (-1 if found["way"].lower() == "after" else 1)
        day = plus_days(base, step) if base else None
        if day is None:
            return None
        span = Span(offset + found.start(), offset + found.end("way"))
        words = text[found.start() : found.end("way")]
        value = day.isoformat()
        reason = f"so long {'before' if step < 0 else 'after'} “{days[0].text}”"
        moved = TimeExpression(span, words, "DATE", value, value, value, "day", RELATIVE, reason)
        return Candidate(moved, SHARED, f"it tells how far “{head.text}” is from what the sentence dates")
    return None


def _years_apart(
    found: re.Match[str], number: int, sentence: Sentence, dated: Sequence[TimeExpression], published: str | None
) -> Candidate | None:
    """ "Two years after crowds stormed the palace": that year, or that day of it where the clause names the day."""
    offset = sentence.span.start
    step = (
        number * (10 if found["unit"].lower().startswith("d") else 1) * (-1 if found["way"].lower() == "after" else 1)
    )
    inside = [e for e in dated if e.span.start - offset > found.end("way")]
    before = [e for e in dated if e.span.start - offset < found.start()]
    base = parse_day(before[0].start) if len(before) == 1 else parse_day(published)
    if base is None or not 1 <= base.year + step <= 9999 or len(inside) > 1:
        return None
    reason = f"so many years {'before' if step < 0 else 'after'} what the sentence tells"
    if inside:
        one = inside[0]
        start, end = parse_day(one.start), parse_day(one.end)
        if (
            one.basis == "text"
            or start is None
            or end is None
            or one.value[:4] != str(start.year)
            or start.year != end.year
        ):
            return None
        year = f"{base.year + step:04d}"
        shifted = replace(
            one, value=year + one.value[4:], start=f"{year}{start.isoformat()[4:]}", end=f"{year}{end.isoformat()[4:]}",
            reason=reason,
        )  # fmt: skip
        return (
            Candidate(shifted, SHARED, "it tells the day of the year so long ago") if parse_day(shifted.start) else None
        )
    span = Span(offset + found.start(), offset + found.end("way"))
    value = f"{base.year + step:04d}"
    words = found.string[found.start() : found.end("way")]
    moved = TimeExpression(
        span, words, "DATE", value, f"{value}-01-01", f"{value}-12-31", "year", RELATIVE, reason
    )  # fmt: skip
    return Candidate(moved, SHARED, "it tells how far the act is from what the sentence tells")


def _is_in_clause(head: Any, after: Any) -> bool:
    """Whether ``head`` is the verb or noun of the clause or phrase that "after" opens."""
    node = head
    for _ in range(4):
        if node.i == after.head.i and after.i < node.i:
            return True
        if node.head.i == after.i:
            return True
        if node.head.i == node.i or (is_predicate(node) and node.dep_ not in ("conj", "xcomp")):
            return False
        node = node.head
    return False
