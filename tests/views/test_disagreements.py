from __future__ import annotations

from dragoman.records import Conflict
from dragoman.views.disagreements import DENIAL, stands
from tests.factories import attack, make_article, make_event, meeting

ONE = make_article()
OTHER = make_article(publisher="Savanna Times", published="2024-03-06")
ARTICLES = {a.id: a for a in (ONE, OTHER)}


def test_each_value_stands_with_who_holds_it():
    claims = [attack(ONE, id="a"), attack(OTHER, id="b", attribution=())]
    event = make_event("e1", claims, conflicts=(Conflict("wounded", (("3", ("a",)), ("5", ("b",)))),))
    found = stands(event, claims, ARTICLES)
    assert [(s.field, s.value, s.said_by) for s in found] == [
        ("wounded", "3", ("Kenyan police (The Fjord Post)",)),
        ("wounded", "5", ("Savanna Times",)),
    ]
    assert [s.reports for s in found] == [(ONE.id,), (OTHER.id,)]


def test_a_denial_stands_against_what_it_denies():
    claims = [attack(ONE, id="a"), attack(OTHER, id="b", status="denied")]
    found = stands(make_event("e1", claims), claims, ARTICLES)
    assert [(s.field, s.value, s.claims) for s in found] == [
        (DENIAL, "told as done", ("a",)),
        (DENIAL, "denied", ("b",)),
    ]


def test_reports_that_agree_give_nothing():
    claims = [meeting(ONE, id="a"), meeting(OTHER, id="b")]
    assert stands(make_event("e1", claims), claims, ARTICLES) == []
