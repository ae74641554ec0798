"""Events told with nobody said to hold them, sides that have no name, and what orders and truces leave to others."""

import pytest

from dragoman import Article
from tests.factories import DOUBTED, loaded

# sentence, word of the act, act, status; None where it tells no claim
ANNOUNCED = [
    ("Peace talks will be held in Oslo next week.", "held", "CONSULT", "planned"),
    ("The summit will go ahead as planned on Friday.", "summit", "CONSULT", "planned"),
    ("The peace conference will open in Bergen on Tuesday.", "conference", "CONSULT", "planned"),
    ("The peace talks were called off on Tuesday.", "talks", "CONSULT", "cancelled"),
    ("The formal signing will take place in Tallinn in May.", "signing", "SUPPORT", "planned"),
    ("The accord was initialled in Riga on Sunday.", "initialled", "SUPPORT", "occurred"),
    ("A truce took effect at midnight on Sunday.", "truce", "RETREAT", "occurred"),
    ("The truce will begin on Sunday.", "truce", "RETREAT", "planned"),
    ("The march on Saturday was called off.", "march", "PROTEST", "cancelled"),
    ("Both sides announced a truce.", "announced", "CONCEDE", "occurred"),
    ("Voters rejected the constitution.", "rejected", "REJECT", "occurred"),
    ("Journalists were let into the camp.", "let", "RETREAT", "occurred"),
    ("The ministers had refused to let the truce begin on Tuesday.", "truce", "RETREAT", "refused"),
]
NOTHING = [
    "The meeting was long.",
    "The talks were difficult.",
    "The company meeting will be held on Monday.",
    "A concert will be held in Oslo on Friday.",
    "The workshop will be held in Nairobi on Monday.",
    "Pay talks will be held on Monday.",
]


@pytest.fixture(scope="module")
def coder():
    return loaded()


def claims(coder, text):
    return coder.code(Article.from_text(text, published="2024-06-10"))


@pytest.mark.parametrize(("text", "word", "act", "status"), ANNOUNCED)
def test_acts_told_without_a_named_party(coder, text, word, act, status):
    assert (word, act, status) in [(c.trigger.text, c.act, c.status) for c in claims(coder, text)]


@pytest.mark.parametrize("text", NOTHING)
def test_events_of_no_politics_and_mere_mentions_are_no_claims(coder, text):
    assert claims(coder, text) == []


def test_forces_of_two_states_are_two_parties(coder):
    (claim,) = claims(coder, "Kenyan and Ugandan forces attacked the rebels on Monday.")
    assert [p.grounding.choice.country for p in claim.actors] == ["KEN", "UGA"]
    assert {p.text for p in claim.actors} == {"Kenyan and Ugandan forces"}


@DOUBTED
def test_what_is_ordered_to_be_done_is_not_done(coder):
    found = claims(coder, "The minister ordered the drill to be conducted in May.")
    assert [c.status for c in found] == ["requested"]


def test_who_is_called_off_or_stopped_does_nothing(coder):
    assert [c.status for c in claims(coder, "The union called off its strike on Friday.")] == ["cancelled"]
    assert "ASSAULT" not in [c.act for c in claims(coder, "The rebels stopped attacking the town.")]


def test_a_suicide_bomber_attacks_as_such_and_a_bomber_plane_does_not(coder):
    (claim,) = claims(coder, "A suicide car bomber attacked a checkpoint in Kabul on Thursday.")
    assert claim.mode == "suicide-attack"
    assert all(c.mode != "suicide-attack" for c in claims(coder, "American bombers attacked the base on Thursday."))


def test_who_is_blamed_for_a_guest_is_not_the_guest(coder):
    text = "A Chadian delegation visited Oslo in October 2021. Niger condemned Norway at the time for receiving it."
    found = {c.trigger.text: c for c in claims(coder, text)}
    assert "Norway" in [p.text for p in found["condemned"].recipients]
    assert found["condemned"].historical
    if "receiving" in found:
        assert found["receiving"].historical
        assert "Norway" not in [p.text for p in found["receiving"].actors]


def test_days_joined_by_and_are_one_time(coder):
    (claim,) = claims(coder, "Kenya and Chad held talks in Oslo on Thursday and Friday.")
    assert claim.time is not None
    assert (claim.time.grounding.choice.start, claim.time.grounding.choice.end) == ("2024-06-06", "2024-06-07")


def test_a_place_planned_for_what_was_called_off(coder):
    text = "The president called off his summit with the king of Jordan, which had been planned for 12 June in Oslo."
    (claim,) = [c for c in claims(coder, text) if c.trigger.text == "summit"]
    assert claim.place is not None
    assert claim.place.text == "Oslo"


def test_a_day_is_no_part_of_the_name_behind_it_and_three_names_are_three(coder):
    (claim,) = claims(coder, "On Friday North Korea freed two sailors.")
    assert [p.text for p in claim.actors] == ["North Korea"]
    found = claims(coder, "Ruto Kamau, Ana Lund and Carl Moe signed a peace accord near Bergen on Tuesday.")
    assert all(len(c.actors) == 3 for c in found)
