"""Headlines that spare the "was", the verb or the article; and sentences like them that mean something else."""

import pytest

import dragoman
from tests.coding.told import acts_and_parties
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def read(coder, text):
    return acts_and_parties(coder, text, "2018-03-15")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clerk convicted of double murder in 2010 quarry rampage in Malmo", ("SANCTION", "", "Clerk")),
        ("Ines Valdo charged with two counts of arson", ("ACCUSE", "", "Ines Valdo")),
        ("Deputy's killer sentenced to death", ("SANCTION", "", "Deputy's killer")),
        ("Two shot dead in Marseille", ("ASSAULT", "", "Two")),
        ("Police Officer Shot and Killed in Tampere", ("ASSAULT", "", "Police Officer")),
        ("Teen Shot Dead by Police in Lille", ("ASSAULT", "Police", "Teen")),
        ("Robbers Ram Van Into Zurich Shop", ("ASSAULT", "Robbers", "Zurich Shop")),
        ("Nurse kills two in hospital shooting", ("ASSAULT", "Nurse", "two")),
        ("1 dead, 2 hurt in Ohio office shooting", ("ASSAULT", "", "")),
        ("Shooting in Toledo school", ("ASSAULT", "", "")),
        ("Bomb attack at Kabul hotel", ("ASSAULT", "", "Kabul hotel")),
    ],
)
def test_a_headline_tells_an_act(coder, text, expected):
    assert expected in read(coder, text)


def test_who_is_killed_is_not_who_is_held(coder):
    killed = [claim[2] for claim in read(coder, "Man held after mother and sister killed") if claim[0] == "ASSAULT"]
    assert killed in (["sister"], ["mother+sister"])


@pytest.mark.parametrize(
    "text",
    [
        "Three killed in Quito shop fire amid strike",
        "Two injured in coach crash",
        "Fire at Wellington supermarket",
        "History of the bombing",
        "He charged with his head down",
    ],
)
def test_a_headline_of_something_else(coder, text):
    assert [c for c in read(coder, text) if c[0] != "PROTEST"] == []


def test_a_term_of_years_is_no_background(coder):
    (claim,) = coder.code(dragoman.Article.from_text("A court jailed the former minister for ten years."))
    assert not claim.historical
