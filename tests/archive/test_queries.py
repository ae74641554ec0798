from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.archive import Archive
from dragoman.archive.near import kilometres
from dragoman.errors import ArchiveError
from tests.factories import TEXT, attack, coded, make_article, meeting, place


def test_search_finds_articles_and_claims_with_snippets(archive: Archive):
    article, claims = coded()
    archive.add(article, claims, coder_version="1")
    hits = archive.search("CONVOY", marks=("<", ">"))
    assert [(hit.kind, hit.id) for hit in hits] == [("article", article.id), ("claim", claims[1].id)]
    assert all("<convoy>" in hit.snippet for hit in hits)
    assert hits[1].article_id == article.id
    assert hits[1].title == article.title


@pytest.mark.parametrize("query", ["braten", "Bråten", "BRA*", '"kari bråten"'])
def test_search_forgets_accents_and_case(archive: Archive, query: str):
    archive.add(*coded(), coder_version="1")
    assert len(archive.search(query)) == 2


def test_search_finds_titles_but_nothing_superseded(archive: Archive):
    url = "https://fjord-post.example/nairobi"
    archive.add(*coded(url=url, title="Handshake"), coder_version="1")
    assert [hit.kind for hit in archive.search("handshake")] == ["article"]
    newer, claims = coded(make_article(TEXT + " Corrected.", url=url, title="A visit"))
    archive.add(newer, claims, coder_version="1")
    assert archive.search("handshake") == []
    assert {hit.article_id for hit in archive.search("convoy")} == {newer.id}


def test_search_keeps_to_its_limit_and_lets_both_kinds_in(archive: Archive):
    for i in range(5):
        archive.add(*coded(title=f"Report {i}"), coder_version="1")
    assert [hit.kind for hit in archive.search("convoy", 4)] == ["article", "claim", "article", "claim"]
    assert archive.search("convoy", 0) == []


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({}, ["A", "B", "C"]),
        ({"publisher": "post"}, ["A", "B", "C"]),
        ({"publisher": "nobody"}, []),
        ({"since": "2024-03-06"}, ["B"]),
        ({"until": "2024-03"}, ["A", "B"]),
        ({"text": "convoy", "limit": 2}, ["A", "B"]),
        ({"text": "Corrected"}, []),
        ({"url": "https://fjord-post.example/b"}, ["B"]),
    ],
)
def test_articles_by_publication_day(archive: Archive, asked: dict[str, Any], titles: list[str]):
    for title, published in (("C", None), ("B", "2024-03-06"), ("A", "2024-03-05")):
        url = f"https://fjord-post.example/{title.lower()}"
        archive.add(make_article(title=title, published=published, url=url), [], coder_version="1")
    assert [article.title for article in archive.articles(**asked)] == titles


def test_iterating_more_than_a_portion_while_writing(archive: Archive):
    list(archive.add_many((coded(title=f"Report {i}") for i in range(250)), coder_version="1"))
    seen = 0
    for claim in archive.claims():
        if seen % 100 == 0:
            archive.add(make_article(title=f"New {seen}"), [], coder_version="1")
        assert claim.coder_version == "test 1"
        seen += 1
    assert seen == 500


@pytest.mark.parametrize(
    ("point", "km", "acts"),
    [
        ((-1.28333, 36.81667), 1, ["CONSULT"]),
        ((-1.28333, 36.81667), 0, ["CONSULT"]),
        ((-1.0, 37.0), 40, ["CONSULT"]),
        ((-0.45, 39.6), 1000, ["ASSAULT", "CONSULT"]),
        ((60.0, 10.0), 500, []),
        ((90.0, 0.0), 20_000, ["ASSAULT", "CONSULT"]),
    ],
)
def test_claims_near_a_point_nearest_first(archive: Archive, point: tuple[float, float], km: float, acts: list[str]):
    archive.add(*coded(), coder_version="1")
    found = archive.claims_near(*point, km)
    assert [near.claim.act for near in found] == acts
    assert all(near.km <= km for near in found)


def test_claims_near_the_date_line(archive: Archive):
    article = make_article()
    fiji = place(article.text, "Nairobi", ("Taveuni", -16.9, 179.95, 1, "FJI", None, "city"))
    archive.add(
        article, [replace(meeting(article), place=fiji), replace(attack(article), place=None)], coder_version="1"
    )
    (found,) = archive.claims_near(-16.9, -179.95, 20)
    assert found.km == pytest.approx(kilometres(-16.9, 179.95, -16.9, -179.95))
    assert archive.claims_near(-16.9, 179.0, 20) == []
    assert len(archive.claims_near(-16.9, 179.9, 20)) == 1


def test_superseded_claims_are_not_near(archive: Archive):
    article, claims = coded()
    archive.add(article, claims, coder_version="1")
    archive.recode(article, [], "2")
    assert archive.claims_near(-1.28333, 36.81667, 1000) == []


@pytest.mark.parametrize("circle", [(91, 0, 1), (0, 181, 1), (0, 0, -1), (float("nan"), 0, 1)])
def test_what_is_no_circle_is_refused(archive: Archive, circle: tuple[float, float, float]):
    with pytest.raises(ArchiveError, match="no circle"):
        archive.claims_near(*circle)


def test_distance_of_known_cities():
    assert kilometres(59.9139, 10.7522, -1.28333, 36.81667) == pytest.approx(7150, rel=0.01)  # Oslo, Nairobi


def test_beginnings_of_ids_are_found(archive: Archive):
    article, claims = coded()
    archive.add(article, claims, coder_version="1")
    assert archive.identify(article.id) == [("article", article.id)]
    assert archive.identify(article.id[:6]) == [("article", article.id), *(("claim", c.id) for c in claims)]
    assert archive.identify("state:") == [("actor", "state:KEN")]
    assert archive.identify("zz") == []


def test_the_unknown_is_none(archive: Archive):
    assert archive.article("0") is None
    assert archive.claim("0") is None
    assert archive.event("0") is None
    assert archive.actor("0") is None
    assert archive.history("0") is None
    assert archive.event_of_claim("0") is None
    assert list(archive.claims_of_event("0")) == []
