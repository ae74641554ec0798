"""Governments named after their head, and "the country's" parties."""

import pytest
from tests.factories import loaded

import dragoman


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def actors(coder, text, published="2018-05-04"):
    return [p.name for c in coder.code(dragoman.Article.from_text(text, published=published)) for p in c.actors]


def test_an_administration_is_its_states(coder):
    assert actors(coder, "The Trump administration sanctioned Mali on Monday.") == ["Government of the United States"]


def test_the_countrys_army_is_of_the_state_named_before(coder):
    say = "Chad's defence ministry said the country's army attacked the rebels."
    assert "army" in actors(coder, say)[-1].lower()
    assert "Chad" in actors(coder, say)[-1]


def test_an_envoy_who_is_named_is_that_person(coder):
    say = "Chad's envoy to the United Nations Amina Sesay condemned Mali."
    assert actors(coder, say) == ["Amina Sesay"]


def test_the_words_of_a_soldier_stay_whole(coder):
    found = coder.code(dragoman.Article.from_text("An Israeli settler was arrested on Monday.", published="2018-05-04"))
    assert [p.name for c in found for p in c.recipients] == ["settler (Israel)"]


@pytest.mark.parametrize(
    ("say", "name"),
    [
        ("An Afghan stabbed a soldier in Lyon.", "citizen (Afghanistan)"),
        ("The Afghan stabbed a soldier in Lyon.", "citizen (Afghanistan)"),
        ("The French condemned Mali.", "Government of France"),
    ],
)
def test_one_of_a_people_is_no_state(coder, say, name):
    assert actors(coder, say) == [name]
