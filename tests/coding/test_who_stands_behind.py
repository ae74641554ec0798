"""Parties that news names in a roundabout way: joined adjectives, named behind their kind, one more along with another, "we" of a state."""

import pytest

from tests.coding.told import claim
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def ids(parties):
    return [p.actor_id for p in parties]


def test_it_of_a_clause_before_is_the_state_behind_though_its_name_is_a_plural(coder):
    text = "Before it invaded Iraq, the United States warned its allies."
    assert ids(claim(coder, text, "invaded").actors) == ["state:USA"]


def test_they_are_no_single_state(coder):
    text = "Rebels fled. After they had attacked the village, the United States sent envoys."
    assert "state:USA" not in ids(claim(coder, text, "attacked").actors)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("“We have lodged a firm protest,” Kremlin spokesman Oleg Lund said.", "lodged", ["state:RUS"]),
        ("“We will not negotiate with them,” Chilean Foreign Minister Ana Soto said.", "negotiate", ["state:CHL"]),
    ],
)
def test_we_of_who_speaks_for_a_state_are_the_state(coder, text, trigger, actors):
    assert ids(claim(coder, text, trigger).actors) == actors


@pytest.mark.parametrize(
    "text",
    [
        "“We arrested two men,” Kenyan police chief Ana Lund said.",
        "“We arrested two men,” said Ana Lund, governor of Lagos in Nigeria.",
    ],
)
def test_we_of_others_are_the_speaker(coder, text):
    assert all(not i.startswith("state:") for i in ids(claim(coder, text, "arrested").actors) if i)


@pytest.mark.parametrize(
    ("text", "trigger", "role", "mentions"),
    [
        # people whom a plural noun introduces
        ("Opposition leaders Ana Soto and Luis Vega criticised Chad on Monday.", "criticised", "actors", ["Ana Soto", "Luis Vega"]),
        # one more, behind the rest
        ("A court in Cairo sentenced the former president to three years in prison along with 19 other defendants.",
         "sentenced", "recipients", ["the former president", "19 other defendants"]),
        ("Ministers have asked Facebook to close its service.", "asked", "recipients", ["Facebook"]),
        # whom the frame's own words name
        ("The union will lobby politicians on two bills.", "lobby", "recipients", ["politicians"]),
        # not the charge
        ("The mayor was accused by scores of women of sexual assault.", "accused", "actors", ["scores of women"]),
        # nobody who only gives the thing its name
        ("Chad is denouncing what it calls the worst attack in years.", "denouncing", "recipients", []),
        # who visits has not shot anybody
        ("The mayor was shot dead during a visit by the minister to the town.", "shot", "actors", []),
        ("The driver was shot dead in an ambush by rebels.", "shot", "actors", ["rebels"]),
    ],
)  # fmt: skip
def test_parties_in_words(coder, text, trigger, role, mentions):
    assert [p.text for p in getattr(claim(coder, text, trigger), role)] == mentions


def test_a_platform_is_no_party_where_something_is_said_on_it(coder):
    found = claim(coder, "The minister criticised the judge on Facebook.", "criticised")
    assert [p.text for p in found.recipients] == ["the judge"]


def test_an_adjective_of_two_states_is_both(coder):
    found = claim(coder, "The Saudi-Iranian talks were held in Baghdad on Monday.", "talks")
    assert ids(found.actors) == ["state:SAU", "state:IRN"]


def test_who_is_blamed_is_whoever_misled_not_the_misled(coder):
    found = claim(coder, "“You lied to the voters,” the opposition leader said.", "lied")
    assert "voters" not in [p.text for p in found.recipients]
