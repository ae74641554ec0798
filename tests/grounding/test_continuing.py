"""The time and place of an event hold on in a sentence that goes on with it, and in no other."""

import pytest
from tests.factories import loaded

import dragoman


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def claim(coder, text, trigger, published="2021-05-06"):
    found = coder.code(dragoman.Article.from_text(text, published=published))
    return next(c for c in found if c.trigger.text == trigger)


def test_within_the_event_of_the_sentence_before(coder):
    say = "Rebels attacked a market in Maiduguri on Tuesday. Officials said ten soldiers were killed in the attack."
    found = claim(coder, say, "killed")
    assert found.time.grounding.choice.value == "2021-05-04"
    assert found.place.grounding.choice.name == "Maiduguri"


def test_what_goes_on_with_a_pronoun(coder):
    say = "Rebels attacked a market in Maiduguri. They killed ten soldiers."
    assert claim(coder, say, "killed").place.grounding.choice.name == "Maiduguri"


def test_a_new_event_takes_nothing_over(coder):
    say = "Rebels attacked a market in Maiduguri on Tuesday. Soldiers killed ten rebels."
    found = claim(coder, say, "killed")
    assert found.place is None
    assert found.time.grounding.choice.basis == "publication date"


def test_words_have_no_place_of_their_framing(coder):
    say = "In Oslo, officials said Chad condemned Mali for the raid."
    assert claim(coder, say, "condemned").place is None


def test_the_weekday_of_the_day_after_publication(coder):
    twice = "Norway fired a missile on Tuesday. The missile fired by Norway on Tuesday fell into the sea."
    assert claim(coder, twice, "fired", "2021-05-03").time.grounding.choice.value == "2021-05-04"
    once = "Norway fired a missile on Tuesday."
    assert claim(coder, once, "fired", "2021-05-03").time.grounding.choice.value == "2021-04-27"
    last = "Norway fired a missile last Tuesday. Norway fired another missile last Tuesday."
    assert claim(coder, last, "fired", "2021-05-03").time.grounding.choice.value == "2021-04-27"


def test_what_is_done_by_saying_it_has_the_day_of_the_speech(coder):
    say = "Chad on Monday said it opposes the launch by Mali."
    assert claim(coder, say, "opposes").time.grounding.choice.value == "2021-05-03"
    told = "Chad on Monday said it opposed the launch by Mali."
    assert claim(coder, told, "opposed").time.grounding.choice.value == "2021-05-03"
    before = "Chad on Monday said it had opposed the launch by Mali."
    assert claim(coder, before, "opposed").time.grounding.choice.basis == "publication date"


def test_verbs_side_by_side_share_their_place(coder):
    say = "Rebels in Lyon were seen when an attack in Lyon, which killed and wounded ten soldiers, began."
    assert claim(coder, say, "wounded").place.grounding.choice.name == "Lyon"


def test_blame_by_a_word_is_the_speakers(coder):
    say = "“The decision of Togo is a violation of international law,” Amina Sesay said."
    found = claim(coder, say, "is")
    assert [p.text for p in found.actors] == ["Amina Sesay"]
