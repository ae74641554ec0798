"""What a government that is gone did: "the Lund administration closed the border", told by a report years after Lund.

News names governments after their rulers. Where the ruler is well known and had left office before the report's year, or
early in it, what his government did is background, though no word gives it a year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.codebook.words import words
from dragoman.gazetteers.parties.people import all_people
from dragoman.grounding.times.days import parse_day
from dragoman.records import DONE, Claim, Parse, Party

_RULES = words("rules_of_old")
_NAME = r"(?!The\s)[A-ZÀ-Þ][\w-]+(?:\s(?:[A-ZÀ-Þ]\.\s)?[A-ZÀ-Þ][\w-]+)*"
_RULED = r"(?:" + "|".join(sorted(_RULES)) + r")\b"
#: "The Obama administration", "Bush Jr's presidency".
_NAMED = re.compile(rf"({_NAME}?)(?:,?\s(?:Jr|Sr)\b\.?)?(?:['’]s?)?\s(?:[a-z]+\s)?{_RULED}")
_OFFICE = r"(?:(?:US|U\.S\.)\s)?(?:President|Prime Minister|Chancellor)"
#: "Under President Obama", "under the Obama administration", "during the presidency of Barack Obama".
_UNDER = (
    re.compile(rf"\b[Uu]nder\s(?:then[-\s]|former\s)?{_OFFICE}\s({_NAME})"),
    re.compile(rf"\b(?:[Uu]nder|[Dd]uring)\s(?:the\s)?({_NAME}?)(?:['’]s?)?\s{_RULED}"),
    re.compile(rf"\b(?:[Uu]nder|[Dd]uring)\sthe\s{_RULED}\sof\s(?:{_OFFICE}\s)?({_NAME})"),
)
_OFFICES = r"\b(?:" + "|".join(sorted(words("offices_of_old"))) + r")\b"
_THEN = re.compile(r"\bthen[-\s](?:[A-Z][\w.]*\s)?" + _OFFICES, re.IGNORECASE)
_THEN_BEFORE = 5
_PREVIOUS = re.compile(r"\b(?:previous|preceding|former)\b", re.IGNORECASE)
#: A ruler who left in the report's year left at its beginning, as most do, or is taken to be still there.
_LEFT_BY_MONTH = 3


def told_of_old(parse: Parse, claims: Sequence[Claim]) -> list[Claim]:
    """The claims in order, those done by or under a government that is gone marked as background."""
    day = parse_day(parse.article.published)
    if day is None:
        return list(claims)
    last = day.year if day.month >= _LEFT_BY_MONTH else day.year - 1
    return [replace(c, historical=True) if _is_of_old(c, parse, last) else c for c in claims]


def _is_of_old(claim: Claim, parse: Parse, last: int) -> bool:
    dated = claim.time is not None and claim.time.span is not None
    sentence = parse.sentence_at(claim.trigger.span.start)
    if claim.historical or dated or claim.status not in DONE or sentence is None:
        return False
    if any(_is_gone(party, parse.article.text, last) for party in claim.actors):
        return True
    behind = parse.article.text[claim.trigger.span.end : sentence.span.end]
    under = (pattern.search(behind) for pattern in _UNDER)
    return any(u is not None and not _APART.search(behind[: u.start()]) and _has_left(u[1], last) for u in under)


#: What parts "under President Lund" from the act.
_APART = re.compile(r"[,;:“”\"]|\b(?:that|who|which)\b")


def _is_gone(party: Party, text: str, last: int) -> bool:
    """Whether the party is of the past: "the Lund administration", "the previous government", "then-Premier Moe"."""
    if _THEN.search(text[max(0, party.span.start - _THEN_BEFORE) : party.span.end]):
        return True
    if party.head.lower() not in _RULES:
        return False
    named = _NAMED.search(party.text)
    return _PREVIOUS.search(party.text) is not None or (named is not None and _has_left(named[1], last))


@lru_cache(maxsize=1024)
def _has_left(name: str, last: int) -> bool:
    """Whether all rulers known by the name had left by the year ``last``."""
    called = [p for p in all_people() if name in (p.name, p.short, *p.aliases) and p.sectors[:1] == ("GOV",)]
    return bool(called) and all(p.last is not None and p.last <= last for p in called)
