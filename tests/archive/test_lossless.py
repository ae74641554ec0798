from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.archive import Archive, ClaimFilter
from dragoman.records import Article
from tests.factories import coded, make_article, meeting
from tests.strategies import articles, claims


@given(articles(), st.data())
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_article_and_claim_come_back_as_they_were(archive: Archive, article: Article, data: st.DataObject):
    told = data.draw(claims(article.id, st.just(f"{article.id}-1")))
    if archive.add(article, [told], coder_version="1").outcome == "known":
        return
    assert archive.article(article.id) == article
    assert archive.claim(told.id) == told
    # spans are drawn at random and need not fit the text; nothing else may be wrong
    assert [str(problem) for problem in archive.verify() if problem.kind != "span"] == []


def test_a_place_too_near_nought_for_the_tree_is_no_fault(archive: Archive):
    article = make_article()
    claim = meeting(article)
    assert claim.place is not None
    grounding = claim.place.grounding
    assert grounding is not None
    near = replace(claim.place, grounding=replace(grounding, choice=replace(grounding.choice, latitude=2e-320)))
    archive.add(article, [replace(claim, place=near)], coder_version="1")
    assert not [problem for problem in archive.verify() if problem.kind == "index"]


@pytest.mark.parametrize("text", ["half a pair \ud83d here", "a\0b", "", "e\u0301 é", "👩‍👩‍👧 \U0010ffff"])
def test_awkward_text_is_kept_exactly_and_can_be_searched(archive: Archive, text: str):
    article = Article.from_text(text + " convoy", title=text)
    archive.add(article, [], coder_version="1")
    assert archive.article(article.id) == article
    assert [hit.id for hit in archive.search("convoy")] == [article.id]
    assert list(archive.verify()) == []


def test_filters_take_any_text(archive: Archive):
    for text in ("\ud800", "\0", "", "%", '"', "a" * 100_000, "a b " * 20_000, "( AND NEAR/2 * ^ title: -x"):
        assert list(archive.claims(ClaimFilter(actor=text, place=text, publisher=text, text=text))) == []
        assert list(archive.articles(text=text)) == []


def test_two_archives_of_the_same_reports_give_the_same_output(tmp_path: Path):
    reports = [coded(title=f"Report {i}", published=f"2024-03-0{i + 5}") for i in range(4)]
    outputs: list[Any] = []
    for order in (reports, reports[::-1]):
        with Archive(tmp_path / f"{len(outputs)}.db") as archive:
            list(archive.add_many(order, coder_version="1"))
            outputs.append(
                (list(archive.claims()), list(archive.articles()), list(archive.actors()), archive.frame().to_pylist())
            )
    assert outputs[0] == outputs[1]
