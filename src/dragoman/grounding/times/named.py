"""Days with names (feasts, observances), and words that point at the present, the past or the future."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.grounding.times.context import RELATIVE, Context, Reading, dated
from dragoman.grounding.times.days import easter, make_day, nth_weekday, orthodox_easter, plus_days
from dragoman.grounding.times.fragments import YEAR, S
from dragoman.grounding.times.lexicon import NamedDay, alternation, named_days, words

_BY_NAME = {re.sub("’", "'", name).lower(): day for day in named_days() for name in day.names}
_NAMES = alternation(dict(_BY_NAME)).replace("'", "['’]")
_NAMED = re.compile(
    rf"(?:(?P<point>[Ll]ast|[Tt]his|[Nn]ext){S})?(?i:(?P<name>{_NAMES}))\b(?:,?{S}(?:of{S}|in{S})?(?P<year>{YEAR}))?"
)
_LISTS = words().lists
# This many days before a feast its name means the coming one.
_EVE = 5
_PRESENT = re.compile("(?i:" + alternation(_LISTS["present"]) + r")\b(?!-)")
_PAST = re.compile("(?i:" + alternation(_LISTS["past"]) + r")\b(?!-)")
_FUTURE = re.compile("(?i:" + alternation(_LISTS["future"]) + r")\b(?!-)")
# The preposition is needed to know these phrases, but TIMEX3 leaves it out of the extent.
_LEADING = re.compile(
    r"(?i:in|at|for|until)\s+(?=(?:the\s+past|that\s+time|the\s+time|present|now|recent\s+times|this\s+moment|the\s+moment)\b)"
)
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:is|was|are|were|will|would|may|might|can|could|should|must|has|had|holds?|looks?|so|too|again|more|because|where|who|which|this|though|while|until|from|of|into|after|before|now|there|then|also|just|even|still|already|ahead|and|or|but|by|as|that|with|without|to|"
    r"for|in|on|at|if|when|than|they|he|she|we|it|you|i|not|only|remains?|seems?|lies|depends|brings?)\b)[a-z]"
)
# "how soon", "as soon as", "too soon"
_DEGREE = re.compile(r"\b(?:[Hh]ow|[Aa]s|[Tt]oo|[Ss]o)\s+$")
# "Democracy Now", "Apocalypse Now"
_TITLE = re.compile(r"\b[A-Z][a-z]+ $")
# TIMEX3 marks these adjectives too
_ADJECTIVE = re.compile(r"(current|recent)\b(?!\s+(?:account|accounts|events|affairs|deficit)\b|-)")


def read_named(context: Context, position: int) -> Reading | None:
    """ "Christmas Eve", "Easter 2018", "last Thanksgiving", "Ramadan" (unresolved: the moon decides)."""
    match = _NAMED.match(context.text, position)
    if match is None or (not match["name"][0].isupper() and not match["name"].lower().startswith("the ")):
        return None
    if context.text[match.end() : match.end() + 1] == "-" or re.match(
        rf"{S}Island", context.text[match.end() : match.end() + 8]
    ):
        return None
    entry = _BY_NAME[re.sub(r"\s+", " ", match["name"]).replace("’", "'").lower()]
    note = f" ({entry.note})" if entry.note else ""
    if entry.unresolved is not None:
        value = (match["year"] or "XXXX") + entry.unresolved[4:]
        return replace(
            dated(match.end(), value, basis="text", reason="a feast whose day depends on the country or the moon"),
            start_day=None, end_day=None,
        )  # fmt: skip
    if match["year"]:
        day = _day_in(entry, int(match["year"]))
        return dated(match.end(), day.isoformat(), basis="text", reason=f"a named day{note}") if day else None
    if context.published is None:
        known = f"XXXX-{entry.on[0]:02d}-{entry.on[1]:02d}" if entry.on else "XXXX-XX-XX"
        return dated(match.end(), known, basis=RELATIVE, reason=f"a named day{note}, and no publication date")
    day = _nearest(context, position, match, entry, context.published)
    return (
        dated(match.end(), day.isoformat(), basis=RELATIVE, reason=f"a named day{note}, its year by tense")
        if day
        else None
    )


def _nearest(context: Context, position: int, match: re.Match[str], entry: NamedDay, published: date) -> date | None:
    days = [d for year in range(published.year - 1, published.year + 2) if (d := _day_in(entry, year))]
    point = (match["point"] or "").lower()
    if point == "this":
        return _day_in(entry, published.year)
    way = {"last": "past", "next": "future"}.get(point) or context.direction(position, match.end())
    soon = min((d for d in days if 0 <= (d - published).days <= _EVE), default=None)
    if soon and not point:
        # a feast that is all but there is meant, whatever the verb
        return soon
    if way == "past":
        return max((d for d in days if d < published or (d == published and not point)), default=None)
    if way == "future":
        return min((d for d in days if d > published or (d == published and not point)), default=None)
    return min(days, key=lambda d: abs((d - published).days), default=None)


def _day_in(entry: NamedDay, year: int) -> date | None:
    # both computi hold for the Gregorian calendar in use
    if not 1583 <= year <= 4099:
        return None
    if entry.on:
        return make_day(year, *entry.on)
    if entry.easter is not None:
        return plus_days(easter(year), entry.easter)
    if entry.orthodox is not None:
        return plus_days(orthodox_easter(year), entry.orthodox)
    return nth_weekday(year, *entry.nth) if entry.nth else None


def read_reference(context: Context, position: int) -> Reading | None:
    """ "now" (PRESENT_REF), "recently" (PAST_REF), "soon" (FUTURE_REF)."""
    text, published = context.text, context.published
    match = _PRESENT.match(text, position)
    if match and match[0] == "Now" and _TITLE.search(context.before(position)):
        return None
    if match and match[0].lower() == "to date" and context.before(position).endswith("up "):
        return None
    if match:
        return Reading(
            match.end(), "DATE", "PRESENT_REF", published, published, "unknown", RELATIVE, "the time of writing"
        )
    match = _ADJECTIVE.match(text, position)
    if match:
        if match[1] == "current":
            return Reading(
                match.end(), "DATE", "PRESENT_REF", published, published, "unknown", RELATIVE, "the time of writing"
            )
        return Reading(match.end(), "DATE", "PAST_REF", None, published, "unknown", RELATIVE, "some time in the past")
    match = _PAST.match(text, position)
    if match:
        if re.match(r"\s+(?:of|when|that|as|to|he|she|it|they)\b", text[match.end() : match.end() + 8]) and match[
            0
        ].lower().endswith("time"):
            return None
        if match[0].lower() == "in the past" and re.match(
            r"\s+(?:\w+\s+)?(?:\w+s|year|month|week|decade)\b", text[match.end() : match.end() + 20]
        ):
            return None
        return Reading(match.end(), "DATE", "PAST_REF", None, published, "unknown", RELATIVE, "some time in the past")
    match = _FUTURE.match(text, position)
    if match and match[0].lower() == "the future" and _NOUN_BEHIND.match(text, match.end()):
        # "the future king"
        return None
    if match and match[0].lower() == "soon" and _DEGREE.search(context.before(position)):
        return None
    if match and not re.match(r"\s+(?:of\b|after\b|before\b|enough\b|as\b|[A-Z])", text[match.end() : match.end() + 8]):
        return Reading(match.end(), "DATE", "FUTURE_REF", published, None, "unknown", RELATIVE, "some time to come")
    return None


def extent_start(text: str, position: int) -> int:
    """Where the extent begins: behind the preposition of "in the past", "at that time"."""
    match = _LEADING.match(text, position)
    return match.end() if match else position
