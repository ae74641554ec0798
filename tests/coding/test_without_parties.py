"""Acts that are told of with nobody said to do or suffer them."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def found(coder, text, title=None):
    article = dragoman.Article.from_text(text, published="2021-05-04", title=title)
    return [(c.plover, len(c.actors) + len(c.recipients)) for c in coder.code(article)]


def test_a_missile_launched_by_nobody_said(coder):
    assert found(coder, "A ballistic missile was fired from a site near the coast.") == [("MOBILIZE", 0)]


def test_other_acts_need_a_party(coder):
    assert found(coder, "Talks were held at length.") == []


def test_in_a_sports_report_it_is_the_game(coder):
    text = (
        "A missile was fired from a site near the coast. The striker scored in injury time, the goalkeeper said, and the "
        "coach praised his teammates in midfield before the tournament."
    )
    assert found(coder, text) == []
