"""Clauses that tell on: who does what in them, to whom, when and where, though the parser hangs them elsewhere."""

from __future__ import annotations

import pytest

import dragoman
from tests.factories import loaded

# sentence, trigger, actors, recipients, the words of the time, those of the place (None: whatever stands there)
TOLD = [
    (
        "Two men stormed a theatre showing a play in Zagreb in May 2012, opening fire on the crowd.",
        "opening",
        ["Two men"],
        None,
        "May 2012",
        "Zagreb",
    ),
    (
        "A 22-year-old shot his uncle in Lyon in June 2014 before killing nine neighbours.",
        "killing",
        None,
        ["nine neighbours"],
        "June 2014",
        "Lyon",
    ),
    (
        "A court on Monday charged a farmer who was filmed last month in the West Bank beating two soldiers.",
        "beating",
        ["a farmer"],
        ["two soldiers"],
        "last month",
        "West Bank",
    ),
    (
        "A miner was filmed in April outside his family home, pushing and slapping the officers.",
        "slapping",
        None,
        ["the officers"],
        "April",
        None,
    ),
    ("The blast killed six people and wounded 31 others.", "wounded", None, ["31 others"], None, None),
    (
        "Chad urged calm, despite Mali and Niger repeatedly denouncing Algeria's plans.",
        "denouncing",
        ["Mali", "Niger"],
        ["Algeria"],
        None,
        None,
    ),
    (
        "Students marched in Lyon against Turkish policies on Friday.",
        "marched",
        ["Students"],
        ["Turkish"],
        None,
        "Lyon",
    ),
    ("Oslo said it was investigating the air strikes in Kunduz.", "investigating", ["Oslo"], [], None, None),
    ("The firm had its licence revoked on Monday.", "revoked", [], ["The firm"], "Monday", None),
    ("The senator had his passport seized by police.", "seized", ["police"], ["The senator"], None, None),
    ("Kenya has deployed nine batteries around the country.", "deployed", ["Kenya"], [], None, None),
    ("The mass shooting at a mall in Reno, Nevada left nine dead.", "left", [], ["nine"], None, "Reno"),
    ("A widow said her detention has been extended by the army.", "extended", ["the army"], ["A widow"], None, None),
]


@pytest.mark.parametrize(("sentence", "trigger", "actors", "recipients", "time", "place"), TOLD)
def test_a_clause_has_its_own_parties_and_the_scene_of_the_verb_above(
    sentence, trigger, actors, recipients, time, place
):
    article = dragoman.Article.from_text(sentence, published="2018-01-05", publisher="The Fjord Post")
    [claim] = [c for c in loaded().code(article) if c.trigger.text == trigger]
    assert actors is None or [p.text for p in claim.actors] == actors
    assert recipients is None or [p.text for p in claim.recipients] == recipients
    assert time is None or (claim.time is not None and claim.time.text == time)
    assert place is None or (claim.place is not None and claim.place.text == place)


def test_what_she_undergoes_is_done_to_her():
    text = "Ana Lund was arrested by police in May. The court extended her detention for eight days."
    found = loaded().code(dragoman.Article.from_text(text))
    assert [[p.name for p in c.recipients] for c in found if c.trigger.text == "extended"] == [["Ana Lund"]]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's foreign minister Odhiambo condemned the raid. “We have lodged a protest with Uganda.”",
        "“We have lodged a protest with Uganda,” Kenya's foreign minister Odhiambo was quoted by a paper as saying.",
    ],
)
def test_a_quotation_without_a_cue_and_one_that_a_paper_relays_are_the_ministers(text):
    said = [s.text for c in loaded().code(dragoman.Article.from_text(text)) for s in c.attribution]
    assert said == ["Kenya's foreign minister Odhiambo"]
