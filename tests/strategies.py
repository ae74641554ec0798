"""Hypothesis strategies for records: any text a report may hold, spans that need not fit it.

``articles()`` and ``claims()`` draw whole records. ``anything`` is text with every character there is, the lone
surrogates of broken input included.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from dragoman.records import (
    Actor,
    Alternative,
    Article,
    Claim,
    Grounding,
    Number,
    Office,
    Party,
    Place,
    PlaceMention,
    Quote,
    Span,
    Speaker,
    TimeMention,
    TimeValue,
)

anything = st.text(st.characters(exclude_categories=()), max_size=40)
words = st.text(max_size=20)
names = st.text(min_size=1, max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False)
shares = st.floats(0, 1)
days = st.dates(date(1800, 1, 1), date(2100, 1, 1)).map(str)
countries = st.sampled_from(["NOR", "KEN", "RUS", "PSE"])
statuses = st.sampled_from(["occurred", "planned", "threatened", "denied", "hypothetical"])
types = st.sampled_from(["CONSULT", "ASSAULT", "AGREE", "REQUEST"])
granularities = st.sampled_from(["day", "week", "month", "unknown"])
bases = st.sampled_from(["text", "relative", "publication date"])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """``None`` or what the strategy gives."""
    return st.none() | strategy


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """A tuple of none to two."""
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 5000))
    return Span(start, start + draw(st.integers(0, 300)))


offices = st.builds(Office, words, maybe(words), maybe(countries), maybe(days), maybe(words), maybe(spans()))
actors = st.builds(
    Actor,
    id=names,
    name=words,
    kind=st.sampled_from(["state", "office", "organisation", "person", "described"]),
    country=maybe(countries),
    sectors=few(st.sampled_from(["GOV", "MIL", "REB"])),
    aliases=few(words),
    offices=few(offices),
)
alternatives = st.builds(Alternative, words, shares, words)


def groundings(choices: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """What was chosen, with score, reason and alternatives."""
    return st.builds(Grounding, choices, shares, words, few(alternatives))


quotes = st.builds(Quote, anything, spans())
parties = st.builds(Party, anything, spans(), spans(), maybe(groundings(actors)))
speakers = st.builds(Speaker, anything, maybe(spans()), words, spans(), maybe(groundings(actors)))
times = st.builds(
    TimeMention,
    words,
    maybe(spans()),
    groundings(st.builds(TimeValue, words, maybe(days), maybe(days), granularities, bases)),
)
counts = st.builds(Number, words, spans(), maybe(numbers), maybe(numbers), maybe(numbers), words)


@st.composite
def place_mentions(draw: st.DrawFn) -> PlaceMention:
    """A mention whose place, as everywhere in the product, stands at the mention's own span."""
    text, span = draw(words), draw(spans())
    if draw(st.booleans()):
        return PlaceMention(text, span)
    place = Place(
        span=span,
        text=text,
        name=draw(names),
        latitude=draw(maybe(st.floats(-90, 90))),
        longitude=draw(maybe(st.floats(-180, 180))),
        geonames_id=draw(maybe(st.integers(1, 10**8))),
        country=draw(maybe(countries)),
        admin1=draw(maybe(words)),
        precision=draw(st.sampled_from(["point", "city", "province", "country"])),
    )
    return PlaceMention(text, span, draw(groundings(st.just(place))))


def articles() -> st.SearchStrategy[Article]:
    """Articles from any clean text, their ids true to it."""
    return st.builds(
        Article.from_text,
        anything,
        published=maybe(days),
        title=maybe(anything),
        publisher=maybe(words),
        byline=maybe(words),
        url=maybe(names),
        source=maybe(anything),
    )


def claims(article_id: str = "0123456789abcdef", claim_id: st.SearchStrategy[str] = names) -> st.SearchStrategy[Claim]:
    """Claims of an article; their spans need not fit its text."""
    return st.builds(
        Claim,
        id=claim_id,
        article_id=st.just(article_id),
        act=types,
        mode=maybe(words),
        cameo=maybe(words),
        status=statuses,
        historical=st.booleans(),
        plover=types,
        quad=st.integers(0, 4),
        score=numbers,
        actors=few(parties),
        recipients=few(parties),
        time=maybe(times),
        place=maybe(place_mentions()),
        attribution=few(speakers),
        numbers=few(counts),
        trigger=quotes,
        evidence=quotes,
        contexts=few(names),
        confidence=shares,
        explanation=few(words),
        coder_version=words,
        status_cue=maybe(quotes),
        status_holder=maybe(parties),
        frame=maybe(words),
    )
