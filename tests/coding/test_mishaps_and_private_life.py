"""What came about by mishap, what private people and firms do among themselves, and who drove what into whom."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim, code
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


@pytest.fixture(scope="module")
def tagging() -> dragoman.Coder:
    return loaded()


@pytest.mark.parametrize(
    "text",
    [
        "A singer was hurt in a car crash near Lyon.",
        "Five people were killed after a stolen car smashed into a tree.",
        "Three builders were hurt when a crane collapsed in Lyon.",
        "Fifteen pilgrims were killed in a stampede at the shrine.",
        "The bear had mauled a boy before it was shot.",
    ],
)
def test_nobody_did_it(coder: dragoman.Coder, text: str):
    assert [
        c.trigger.text for c in code(coder, text, "2021-05-04") if c.act == "ASSAULT" and c.trigger.text != "mauled"
    ] == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Five people were killed when a van smashed into a crowd in Ghent.", "killed"),
        ("Ten people were wounded in a knife attack in Leeds.", "wounded"),
        ("Twelve people were killed in an explosion at a police station in Kabul.", "killed"),
    ],
)
def test_somebody_did_it(coder: dragoman.Coder, text: str, trigger: str):
    assert claim(coder, text, trigger).act == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("A man drove a lorry into a crowd of shoppers on Monday.", "drove", ["a crowd of shoppers"]),
        (
            "Militants rammed a car packed with explosives into the wall of a consulate in Herat.",
            "rammed",
            ["a consulate"],
        ),
    ],
)
def test_what_is_driven_into_whom(coder: dragoman.Coder, text: str, trigger: str, recipients: list[str]):
    told = claim(coder, text, trigger)
    assert (told.act, [p.text for p in told.recipients]) == ("ASSAULT", recipients)


def test_a_car_driven_through_a_town_is_no_attack(coder: dragoman.Coder):
    assert code(coder, "The mayor drove his car through the town.", "2021-05-04") == []


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        (
            "The attack was revenge for French air strikes on a village in which ten people were killed.",
            "killed",
            ["French"],
        ),
        ("Witnesses told of an Israeli raid on Jenin in which four men were wounded.", "wounded", ["Israeli"]),
        # whoever claims the attack did not make the strikes
        (
            "Rebels claimed responsibility for the attack, saying it was revenge for air strikes on a village in which ten people were killed.",
            "killed",
            [],
        ),
    ],
)
def test_an_event_in_which_people_were_killed_tells_by_whom(
    coder: dragoman.Coder, text: str, trigger: str, doers: list[str]
):
    assert [p.text for p in claim(coder, text, trigger).actors] == doers


def test_whoever_claims_an_attack_says_that_it_is_his(coder: dragoman.Coder):
    told = claim(coder, "Al Shabaab claimed responsibility for the attack, a spokesman said.", "claimed")
    assert [s.text for s in told.attribution] == ["a spokesman", "Al Shabaab"]


def test_firms_and_stars_are_kind_to_each_other_outside_politics(tagging: dragoman.Coder):
    text = "Halvorsen apologised to the guests on Monday. Halvorsen praised the cooks and thanked Dorn for the flowers."
    assert code(tagging, text, "2021-05-04") == []
