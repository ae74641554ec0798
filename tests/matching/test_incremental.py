"""Incremental = batch: the same claims give the same events and ids in any order and in any batches."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.matching import Matcher, blocking, match_claims
from dragoman.records import Article, Claim
from tests.matching.build import claim, day, number, report

WORDS = ("market", "bridge", "Zuberi", "Kaseko", "grenades", "convoy", "Mboya", "ferry", "Otieno", "school")
PLACED = ("Garissa", "Wajir", "Nairobi", "Kampala", "Kenya", None)
DOERS = ("gunmen", "al-Shabaab", "police", "Kenya", "Uganda", "masked men")
STATUSES = ("occurred", "occurred", "occurred", "planned", "denied", "requested")


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[Article], list[Claim]]:
    """Up to a dozen reports over a few days that overlap in words, parties, days and places."""
    articles, claims = [], []
    for n in range(draw(st.integers(2, 12))):
        text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=5))) + f" report {n}"
        published = draw(st.sampled_from(["2024-03-04", "2024-03-05", "2024-03-06", None]))
        article = report(text, published=published, publisher=draw(st.sampled_from(["A", "B", "Meridian Wire"])))
        articles.append(article)
        for nth in range(draw(st.integers(1, 2))):
            on = draw(st.sampled_from(["2024-03-03", "2024-03-04", "2024-03-05", None]))
            claims.append(
                claim(
                    article,
                    nth,
                    act=draw(st.sampled_from(["ASSAULT", "COERCE", "CONSULT"])),
                    status=draw(st.sampled_from(STATUSES)),
                    actors=(draw(st.sampled_from(DOERS)),),
                    recipients=draw(st.sampled_from([(), ("villagers",), ("Amina Wanjiru",), ("Peter Otieno",)])),
                    where=draw(st.sampled_from(PLACED)),
                    on=day(on, basis=draw(st.sampled_from(["text", "publication date"]))) if on else None,
                    numbers=draw(st.sampled_from([(), (number(3),), (number(9),)])),
                )
            )
    return articles, claims


@settings(max_examples=60, deadline=None)
@given(corpora(), st.randoms(use_true_random=False), st.integers(1, 4), st.sampled_from([2, 5, 80]))
def test_any_order_and_batches_give_the_same_events(
    corpus: tuple[list[Article], list[Claim]], random: Random, batch: int, crowd: int
) -> None:
    articles, claims = corpus
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "CROWD", crowd)  # small crowds, so that crowded blocks are met
        whole = match_claims(claims, articles)
        shuffled = list(articles)
        random.shuffle(shuffled)
        of = {a.id: [c for c in claims if c.article_id == a.id] for a in articles}
        step = Matcher()
        for first in range(0, len(shuffled), batch):
            part = shuffled[first : first + batch]
            step.add([c for a in part for c in of[a.id]], part)
            step.events()  # asking in between changes nothing
        assert step.events() == whole
        mixed = list(claims)
        random.shuffle(mixed)
        assert match_claims(mixed, shuffled) == whole


@settings(max_examples=30, deadline=None)
@given(corpora())
def test_taking_claims_away_comes_to_never_having_had_them(corpus: tuple[list[Article], list[Claim]]) -> None:
    articles, claims = corpus
    matcher = Matcher()
    matcher.add(claims, articles)
    matcher.events()
    gone = claims[::2]
    matcher.remove(c.id for c in gone)
    assert matcher.events() == match_claims(claims[1::2], articles)


def test_every_claim_is_in_one_event() -> None:
    pages = [report(f"Gunmen attacked Garissa {n}", published=f"2024-03-{n + 1:02}") for n in range(9)]
    claims = [claim(p, on=f"2024-03-{n + 1:02}") for n, p in enumerate(pages)]
    held = [c for e in match_claims(claims, pages) for c in e.claims]
    assert sorted(held) == sorted(c.id for c in claims)


def test_an_event_keeps_its_id_as_later_reports_come_in() -> None:
    first = report(published="2024-03-04")
    matcher = Matcher()
    matcher.add([claim(first)], [first])
    (before,) = matcher.events()
    for n in range(5):
        page = report(f"Gunmen attacked the market of Garissa, page {n}", publisher=f"P{n}")
        matcher.add([claim(page)], [page])
    (after,) = matcher.events()
    assert (before.id, len(after.claims)) == (after.id, 6)


def test_a_recoded_claim_replaces_the_one_before() -> None:
    page = report()
    matcher = Matcher()
    matcher.add([claim(page)], [page])
    matcher.events()
    matcher.add([replace(claim(page), status="failed")])
    (event,) = matcher.events()
    assert event.status == "failed"


def test_claims_may_come_before_their_article() -> None:
    page, other = report(), report("Gunmen attacked the market of Garissa again and again")
    late = Matcher()
    late.add([claim(page), claim(other)])
    late.events()
    late.add([], [other, page])
    assert late.events() == match_claims([claim(page), claim(other)], [page, other])


def test_nothing_in_nothing_out() -> None:
    assert match_claims([], []) == []
