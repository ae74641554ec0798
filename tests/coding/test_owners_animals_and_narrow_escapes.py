"""Whom a deed befalls that is called his, what befalls animals, and what nearly happened."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.coding.topic import read_topic
from dragoman.records import Article
from tests.coding.told import claim
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded()


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Following his arrest, Moreno was taken to the county jail.", "arrest", [], ["Moreno"]),
        ("Moreno has been in custody since his arrest in December 2007.", "arrest", [], ["Moreno"]),
        ("The army's arrest of Moreno on Tuesday came after a long inquiry.", "arrest", ["The army's"], ["Moreno"]),
        ("Moreno's arrest by police on Tuesday came after a long inquiry.", "arrest", ["police"], ["Moreno"]),
    ],
)
def test_whose_arrest_it_is(coder: dragoman.Coder, text: str, trigger: str, actors: list[str], recipients: list[str]):
    made = claim(coder, text, trigger)
    assert [p.text.removesuffix("'s") for p in made.actors] == [a.removesuffix("'s") for a in actors]
    assert [p.text.removesuffix("'s") for p in made.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kibo, a 17-year-old gorilla, was shot dead.", {"Kibo"}),
        ("Visitors came to see the elephant Zuri and a lion named Tano.", {"Zuri", "Tano"}),
        ("Zuri the elephant was moved.", {"Zuri"}),
        ("Wolf Brenner met Leo Lund in the town of Bear Creek.", set()),
    ],
)
def test_animals_are_known_by_what_the_report_calls_them(text: str, names: set[str]):
    assert read_topic(Article.from_text(text)).animals == names


def test_what_befalls_an_animal_is_no_politics(coder: dragoman.Coder):
    text = (
        "Kibo, a 17-year-old gorilla, was shot dead by keepers on Saturday. Protesters marched to the town hall. "
        "They said that the keepers had murdered Kibo. A gunman later shot the mayor."
    )
    found = {(c.act, c.trigger.text) for c in coder.code(Article.from_text(text, published="2018-02-20"))}
    assert ("ASSAULT", "shot") in found
    assert ("PROTEST", "marched") in found
    assert not any(c.recipients and c.recipients[0].text == "Kibo" for c in coder.code(Article.from_text(text)))


def test_what_nearly_happened_did_not(coder: dragoman.Coder):
    made = claim(coder, "Rebels opened fire on the car, almost killing the mayor.", "killing")
    assert made.status == "failed"
    killed = claim(coder, "The army nearly doubled its troops on the border, killing ten men.", "killing")
    assert killed.status == "occurred"


def test_a_warning_of_fire_threatens_nobody(coder: dragoman.Coder):
    assert not coder.code(Article.from_text("A deputy warned residents of the fire.", published="2018-02-20"))
    assert claim(coder, "Russia warned Norway of grave consequences.", "warned").plover == "THREATEN"


def test_there_at_the_head_of_a_sentence_is_the_place_told_of_last(coder: dragoman.Coder):
    text = "The worst attacks were in and around Malmö. There, gangs of men robbed dozens of women."
    made = claim(coder, text, "robbed")
    assert made.place is not None
    assert made.place.grounding is not None
    assert made.place.grounding.choice.name == "Malmö"
