"""What matching looks at in a claim, worked out once: days as numbers, parties as ids, places, words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.codebook.frames import is_learnt
from dragoman.gazetteers.countries import match
from dragoman.matching.knowledge import acts
from dragoman.matching.totals import is_total, tells_day
from dragoman.matching.words import leading, names_and_words, stem
from dragoman.records import Article, Claim, Number, Party, TimeValue

_POINTS = frozenset({"point", "city", "district"})
_COARSE = frozenset({"month", "quarter", "season", "year", "decade"})
TAKEN = "taken"  # what is compared of those arrested, captured or abducted
_NEWS = 10  # days after which a report tells of the past
_FIGHTING = frozenset({"UAF", "REB"})
_PLURALS = frozenset(
    {"people", "men", "women", "children", "police", "personnel", "staff", "others", "dozens", "hundreds"}
)
_COUNT = re.compile(
    r"(?:(?:over|about|around|nearly|almost|some|at least|at most|more than|up to|another|the)\s+)*\d[\d.,]*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")  # "on Friday" in a report that has no date itself


@dataclass(frozen=True, slots=True)
class Who:
    """A party as matching sees it. ``head``: stem of its last word; ``vague``: a description that fits almost anybody;
    ``masked``: a description of whoever attacks, which another report may name; ``many``: several of them.
    """

    id: str
    kind: str
    name: str
    country: str | None
    sectors: tuple[str, ...]
    head: str
    vague: bool = False
    masked: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A resolved place; ``exact``: a point, district or city, not an area."""

    id: int | None
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    exact: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim prepared for comparison. Days are proleptic ordinals; ``told_day``: the text itself gives one exact day;
    ``weekday``: 1 (Monday) to 7, where the text gives a day or at least its name; ``kinds``: the kinds of deed it may be
    (empty: any of its act); ``either_way``: who acts and who is acted on may be told the other way round; ``night``: the time is
    the night after ``start``; ``lead``: the names its report opens with; ``past``: it is told of a time well before its report, whether or
    not anybody can tell which; ``since``: it has gone on from that day, and no end is told; ``total``: the text sums up what was
    done over a long time; ``teller``: who says so or denies it, empty for the report itself.
    """

    id: str
    article_id: str
    act: str
    mode: str | None
    frame: str | None
    families: tuple[str, ...]
    kinds: frozenset[str]
    either_way: bool
    status: str
    status_set: int
    historical: bool
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    start: int | None
    end: int | None
    told_day: bool
    night: bool
    weekday: int | None
    published: int | None
    place: Where | None
    numbers: Mapping[str, tuple[float, float]]
    names: frozenset[str]
    words: frozenset[str]
    trigger: str
    sentence: str
    about: Mapping[str, float]
    lead: frozenset[str]
    past: bool = False
    since: int | None = None
    total: bool = False
    teller: str = ""


def profile(claim: Claim, article: Article | None, about: Mapping[str, float]) -> Profile:
    """The profile of a claim of ``article``; ``about`` is the article's vector."""
    value = claim.time.grounding.choice if claim.time is not None else None
    start = ordinal(value.start) if value is not None else None
    end = ordinal(value.end) if value is not None else None
    if start is None or end is None or end < start:
        start = end = None
    night = value is not None and value.value.endswith("TNI") and start is not None and end == start
    if night and end is not None:
        end += 1
    told = value is not None and start is not None and tells_day(value)
    weak = value is not None and value.basis == "publication date"
    names, words = names_and_words(claim.evidence.text)
    published = ordinal(article.published) if article is not None else None
    knowledge = acts()
    return Profile(
        id=claim.id,
        article_id=claim.article_id,
        act=claim.act,
        mode=claim.mode,
        frame=None if is_learnt(claim.frame) else claim.frame,  # all of a type have one: it tells no sense
        families=knowledge.families_of(claim.act, claim.mode, claim.frame),
        kinds=knowledge.kinds.get(claim.frame or "", frozenset()),
        either_way=claim.act in knowledge.either_way or claim.frame in knowledge.either_way_frames,
        status=claim.status,
        status_set=knowledge.status_sets.get(claim.status, 0),
        historical=claim.historical,
        actors=_parties(claim.actors) or _speaker(claim),
        recipients=_parties(claim.recipients),
        start=None if weak else start,
        end=None if weak else end,
        told_day=told,
        night=night,
        weekday=date.fromordinal(start).isoweekday() if told and start is not None else _named_day(value),
        published=published,
        place=_where(claim),
        numbers={_compared(counted(claim, n)): bounds for n in claim.numbers if (bounds := _bounds(n)) is not None},
        names=names,
        words=words,
        trigger=_trigger(claim.trigger.text.lower()),
        sentence=" ".join(claim.evidence.text.lower().split()),
        about=about,
        lead=leading(about),
        past=_long_ago(value, None if weak else end, published),
        since=ordinal(value.start) if value is not None and value.end is None and not weak else None,
        total=is_total(claim),
        teller=_teller(claim),
    )


def _teller(claim: Claim) -> str:
    """Who says it, or says that it was not so; empty where the report does so itself."""
    if claim.status == "denied" and claim.status_holder is not None:
        return who(claim.status_holder).id
    if not claim.attribution:
        return ""
    source = claim.attribution[-1]
    return source.grounding.choice.id if source.grounding is not None else source.text.lower()


def same_words(one: Profile, other: Profile) -> bool:
    """Whether both are told in one word, or by one frame."""
    return one.trigger == other.trigger or (one.frame is not None and one.frame == other.frame)


def _long_ago(value: TimeValue | None, end: int | None, published: int | None) -> bool:
    """Whether the text tells a time well before the report: "in May", "four months ago", if only in words."""
    if value is None or value.basis == "publication date":
        return False
    if end is not None and published is not None:
        return published - end > _NEWS
    return published is None and end is None and value.granularity in _COARSE and not value.value.startswith("FUTURE")


def _trigger(text: str) -> str:
    """A trigger in one spelling: "impose" and "imposed" are one word, and so are "apologised" and "apologize"."""
    word = stem(text).removesuffix("e")
    return f"{word[:-1]}s" if word.endswith("iz") else word


def _named_day(value: TimeValue | None) -> int | None:
    found = _WEEKDAY.match(value.value) if value is not None else None
    return int(found.group(1)) if found else None


def ordinal(day: str | None) -> int | None:
    """An ISO day (or day and time) as a number of days; ``None`` for what is none."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None


def counted(claim: Claim, number: Number) -> str:
    """What a number of a claim counts, in words that agree across reports: ``people killed``, ``hostages``."""
    knowledge = acts()
    nouns = number.of.split()
    noun = nouns[-1] if nouns else "people"
    says = knowledge.counted.get(claim.frame or "")
    nation = _nation(noun)
    if noun.lower() in knowledge.anybody or (says and (nation or noun.lower() in knowledge.civilians)):
        noun = "people"  # of the dead some reports say that they were civilians, or whose
    elif not nation:
        noun = noun.lower()
    return f"{noun} {says}" if says and says != noun else noun


def _compared(what: str) -> str:
    """What a number counts, for comparing two: whom one report calls arrested another calls captured."""
    noun, _, says = what.rpartition(" ")
    return f"{noun} {TAKEN}" if says in ("arrested", "abducted") else what


@lru_cache(maxsize=4096)
def _nation(noun: str) -> bool:
    """Whether a noun is one for people of a country: "Kenyans"."""
    return noun[:1].isupper() and noun.endswith("s") and match(noun.removesuffix("s")) is not None


def _bounds(number: Number) -> tuple[float, float] | None:
    """What a count allows, for comparing two; None of a hedge that says too little ("dozens")."""
    if number.value is None:
        return (number.low, number.high) if number.low is not None and number.high is not None else None
    low = number.low if number.low is not None else number.value
    high = number.high if number.high is not None else number.value
    return min(low, number.value), max(high, number.value)


def _parties(parties: tuple[Party, ...]) -> tuple[Who, ...]:
    """The parties of which anything is said: "he" and "two" are left out if nobody knows who they are."""
    return tuple(who(p) for p in parties if not says_nobody(p))


def says_nobody(party: Party) -> bool:
    """Whether a party is only "he", "them" or "two", and nobody knows who that is."""
    return party.grounding is None and (party.text.lower() in acts().nobody or bool(_COUNT.fullmatch(party.text)))


def _speaker(claim: Claim) -> tuple[Who, ...]:
    """Who says "we condemn this", where the actor is told only by such a word."""
    said = [s for s in claim.attribution if s.grounding is not None]
    if not said or not claim.actors or any(p.text.lower() not in ("we", "i", "us", "me") for p in claim.actors):
        return ()
    speaker = said[-1]
    return _parties((Party(speaker.text, claim.trigger.span, claim.trigger.span, speaker.grounding),))


def who(party: Party) -> Who:
    """The party as matching sees it."""
    last = party.text.split()[-1].lower() if party.text.split() else ""
    actor = party.grounding.choice if party.grounding else None
    many = last in _PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is")) and stem(last) != last)
    if actor is None:
        return Who(f"word:{party.text.lower()}", "word", party.text, None, (), stem(last), many=many)
    plain = actor.id.rsplit(":", 1)[-1]
    head = stem(plain.rsplit("-", 1)[-1]) if actor.kind != "state" else ""
    vague = actor.kind == "described" and actor.country is None and plain in acts().anyone
    fights = bool(actor.sectors) and set(actor.sectors) <= _FIGHTING
    masked = actor.kind == "described" and (fights or head in acts().attackers)
    many = actor.kind == "described" and (many or plain in _PLURALS)
    return Who(actor.id, actor.kind, actor.name, actor.country, actor.sectors, head, vague, masked, many)


def _where(claim: Claim) -> Where | None:
    if claim.place is None or claim.place.grounding is None:
        return None
    place = claim.place.grounding.choice
    return Where(
        place.geonames_id,
        place.name,
        place.country,
        place.admin1,
        place.latitude,
        place.longitude,
        place.precision in _POINTS,
        place.precision in ("country", "region"),
    )
