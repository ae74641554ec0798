"""Who is freed by force is rescued, whichever sentence of the report tells it."""

import pytest

import dragoman
from tests.factories import loaded

RESCUE = "Commandos freed the hostages in a raid on Sunday. "


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def acts(coder, text):
    found = coder.code(dragoman.Article.from_text(text, published="2021-05-04"))
    return [(c.act, c.plover) for c in found if c.trigger.text == "freed"]


def test_freed_again_without_a_doer_is_the_rescue(coder):
    assert acts(coder, RESCUE + "The hostages were freed after a year.") == [("AID", "AID"), ("AID", "AID")]


def test_a_release_with_its_doer_stays_one(coder):
    assert acts(coder, RESCUE + "The rebels freed two drivers.")[1] == ("RETREAT", "RETREAT")


def test_without_a_rescue_before_it_is_a_release(coder):
    assert acts(coder, "The hostages were freed after a year.") == [("RETREAT", "RETREAT")]
