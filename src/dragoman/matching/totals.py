"""Whether a sentence sums up what was done over a long time: "has claimed 20,000 lives since 2009"."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.matching.knowledge import acts
from dragoman.records import Claim, TimeValue

_NEAR = 140  # characters behind the predicate in which the time of the sum is told
_PERFECT = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+|already\s+)?(?:been\s+)?(?:\w+\s+and\s+)?$", re.IGNORECASE
)
# "since 2009", "since the war began", but not "since Monday": what has gone on for days is one deed
_SINCE = re.compile(
    r"\bsince\s+(?:(?:early|late|mid|the|its|his|their)[\s-]+)?(?!\w*day\b|last\b|then\b)\w+", re.IGNORECASE
)
# A war of years in which something was done, or which it marked: "the 15-year campaign", but not "a leader of the 15-year revolt"
_WAR = re.compile(
    r"(?<!\bof the )(?<!\bof a )(?<!\bend the )\b(?:\d+|several|many|decades?|years?)-(?:year|long)(?:-old)?\s+(?:\w+\s+)?"
    r"(?:war|conflict|campaign|insurgency|revolt|rebellion|uprising|occupation|struggle)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:]|,\s+(?:but|and|while|who|which|where|when|after|before)\b|\s(?:who|which|that)\s", re.IGNORECASE
)


def is_total(claim: Claim) -> bool:
    """Whether the claim is a sum of many deeds: told "for years", "every month", "often", or since long ago of many.

    Only of what was done: who "has been held since 2014" was taken once.
    """
    if claim.status != "occurred":
        return False
    text, at = claim.evidence.text, claim.trigger.span.start - claim.evidence.span.start
    if not 0 <= at < len(text):
        return False
    before, behind = text[:at], text[at + len(claim.trigger.text) :]
    behind = _CLAUSE.split(behind, maxsplit=1)[0][:_NEAR]
    if _over_time().search(behind) or _often().search(before) or _opening().match(text):
        return True
    if _WAR.search(behind) and not (claim.time is not None and tells_day(claim.time.grounding.choice)):
        return True
    return bool(claim.numbers) and bool(_PERFECT.search(before)) and bool(_SINCE.search(behind))


def tells_day(value: TimeValue) -> bool:
    """Whether the text itself tells a day, or an hour of it."""
    return value.granularity in ("day", "time") and value.basis != "publication date"


@lru_cache(maxsize=1)
def _over_time() -> re.Pattern[str]:
    """The phrases for a long time, as words of their own."""
    return re.compile(_phrases(), re.IGNORECASE)


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """Such a phrase at the head of the sentence: "Over the years, …"."""
    return re.compile(rf"\W*{_phrases()}\s*,", re.IGNORECASE)


@lru_cache(maxsize=1)
def _often() -> re.Pattern[str]:
    """A word for how often, next to the predicate: "regularly attacked"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(acts().often))})\s+(?:been\s+)?$", re.IGNORECASE)


def _phrases() -> str:
    return rf"\b(?:{'|'.join(re.escape(p) for p in sorted(acts().over_time, key=lambda p: (-len(p), p)))})\b"
