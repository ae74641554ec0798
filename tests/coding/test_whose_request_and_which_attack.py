"""Whose the thing is that is refused or seized, who did what "the attack" takes up, who stands behind an attack; both sides."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


@pytest.mark.parametrize(
    ("text", "trigger", "role", "mentions"),
    [
        # nobody turns down his own request or seizes what is his
        ("Mr. Lund spoke to reporters an hour after Mayor Karl Berg denied his request to use the hall.", "denied",
         "recipients", ["Mr. Lund"]),
        ("Ana Lund said that the court had granted her appeal.", "granted", "recipients", ["Ana Lund"]),
        ("Ana Lund wept after police seized her passport.", "seized", "recipients", ["Ana Lund"]),
        ("The mayor denied his involvement.", "denied", "recipients", []),
        # "where he met": the day or town before it is not whom he met
        ("Ola Berg flew to Oslo on Monday, where he met with the president and the bishop.", "met", "actors",
         ["Ola Berg", "the president", "the bishop"]),
        ("The nurses recalled the summer when she met the rebels.", "met", "recipients", ["the rebels"]),
        # offices of bodies of several states
        ("The heads of the armies of Chad, Mali and Niger met in Niamey.", "met", "actors",
         ["The heads of the armies of Chad, Mali and Niger"] * 3),
        ("The heads of the armies of Chad accused Oslo.", "accused", "actors", ["The heads of the armies of Chad"]),
        # who is behind an attack does what it does
        ("Al-Shabab was behind a bombing that killed eight people.", "killed", "actors", ["Al-Shabab"]),
        ("The men behind the raid that killed eight people were jailed.", "killed", "actors", ["The men"]),
        ("The rebels were not behind the raid that killed eight people.", "killed", "actors", []),
        # a doctrine is no party
        ("The senators criticised the governor and the Clear Streets Doctrine.", "criticised", "recipients",
         ["the governor"]),
        # the attack just told of
        ("Rebels raided the town on Monday. The attack left nine people dead.", "left", "actors", ["Rebels"]),
        ("Rebels shot two guards. Six nurses were wounded in the attack.", "wounded", "actors", ["Rebels"]),
        ("Police shot the gunman. The attack left nine people dead.", "left", "actors", []),
        ("Rebels raided the town on Monday. The attack in Oslo left nine people dead.", "left", "actors", []),
    ],
)  # fmt: skip
def test_parties_in_words(coder: dragoman.Coder, text: str, trigger: str, role: str, mentions: list[str]):
    assert [p.text for p in getattr(claim(coder, text, trigger), role)] == mentions


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Gov. Mark Berg won in May. The Republican sued the union on Monday.", "sued", ["person:mark-berg"]),
        ("Gov. Mark Berg spoke in May. On Monday the Democrat criticised the union.", "criticised",
         ["person:mark-berg"]),
        ("Gov. Mark Berg met Sen. Ana Lund. The Republican sued the union on Monday.", "sued", None),
    ],
)  # fmt: skip
def test_who_is_called_by_his_party(coder: dragoman.Coder, text: str, trigger: str, who: list[str] | None):
    found = [p.actor_id for p in claim(coder, text, trigger).actors]
    assert found == who if who is not None else "person:mark-berg" not in found


@pytest.mark.parametrize(
    ("text", "trigger", "mentions"),
    [
        # each person once, by his name; a description beside him is another
        ("Robin Berg, the mayor, met with the president and the bishop in Oslo.", "met",
         ["Robin Berg", "the president", "the bishop"]),
        ("President Karl Berg met with the president and the bishop in Oslo.", "met",
         ["President Karl Berg", "the president", "the bishop"]),
        ("Mayor Ana Lund and Mayor Karl Lund condemned the raid.", "condemned",
         ["Mayor Ana Lund", "Mayor Karl Lund"]),
    ],
)  # fmt: skip
def test_each_person_once(coder: dragoman.Coder, text: str, trigger: str, mentions: list[str]):
    actors = claim(coder, text, trigger).actors
    assert [p.text for p in actors] == mentions
    known = [p.actor_id for p in actors if p.grounding is not None]
    assert len(set(known)) == len(known)


def test_both_sides_of_talks_that_a_third_brokers():
    text = "Talks between Chad and the Malian government brokered by the United Nations and Qatar ended."
    one = claim(loaded(), text, "brokered")
    assert [p.text for p in one.actors] == ["the United Nations", "Qatar"]
    assert [p.text for p in one.recipients] == ["Chad", "the Malian government"]


def test_whoever_feels_it_is_not_whom_it_is_felt_about() -> None:
    text = "The union is disappointed by the decision of the cabinet to close the mission."
    [found] = [c for c in loaded().code(dragoman.Article.from_text(text)) if c.trigger.text == "disappointed"]
    assert ([p.text for p in found.actors], found.recipients) == (["The union"], ())
