"""Days and places of "when" clauses and rows of clauses, and clauses that are nobody's words."""

import pytest

import dragoman
from tests.coding.told import claim
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def test_what_happened_when_shares_day_and_place(coder):
    found = claim(
        coder, "The protest in Lahore turned violent on Friday when police fired tear gas at students.", "fired"
    )
    assert found.time.grounding.choice.value == "2021-04-30"
    assert found.place.grounding.choice.name == "Lahore"


def test_the_vague_time_of_the_clause_above_does_not_overrule_a_day(coder):
    text = "She made headlines in the past, most famously in 2015 when she attacked a soldier."
    assert claim(coder, text, "attacked").time.grounding.choice.value == "2015"


def test_a_missile_over_a_country_has_its_year(coder):
    found = claim(coder, "Pyongyang had also launched projectiles over Japan in 1998.", "launched")
    assert found.time.grounding.choice.value == "1998"


def test_an_event_that_took_place_is_told(coder):
    found = claim(coder, "Two attacks took place in Kabul on Sunday.", "attacks")
    assert (found.act, found.status) == ("ASSAULT", "occurred")
    assert found.place.grounding.choice.name == "Kabul"


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        # a clause of time before the speaker is the writer's
        ("But when Congress cut funding for the dam two years later, Mexico said enough.", "cut", []),
        # what somebody answers is another's word
        ("The minister said there was no need for Mexico to respond to Canada's threat to impose tariffs on steel.",
         "impose", ["The minister"]),
    ],
)  # fmt: skip
def test_whose_words(coder, text, trigger, speakers):
    assert [s.text for s in claim(coder, text, trigger).attribution] == speakers


def test_an_event_spoken_of_before_is_not_told_again(coder):
    found = coder.code(dragoman.Article.from_text("The attack took place on Sunday.", published="2021-05-04"))
    assert found == []


def test_what_is_discussed_is_no_party(coder):
    found = claim(coder, "The two ministers discussed the situation in the Gaza Strip on Monday.", "discussed")
    assert found.recipients == ()
