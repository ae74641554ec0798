"""States behind a describing word, and the halves of a divided country."""

import pytest
from tests.factories import loaded

import dragoman


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def ids(coder, text):
    claims = coder.code(dragoman.Article.from_text(text, published="2018-02-01"))
    return [[p.actor_id for p in c.actors] for c in claims]


def test_a_describing_word_that_opens_the_sentence_is_no_name(coder):
    assert ids(coder, "Oil-rich Norway condemned Chad. War-torn Syria accused Israel of lying.") == [
        ["state:NOR"],
        ["state:SYR"],
    ]


def test_the_north_is_the_half_that_the_report_named(coder):
    text = "North Korea attacked a ship in May. The South condemned the United States. The North condemned Japan."
    assert ids(coder, text) == [["state:PRK"], ["state:KOR"], ["state:PRK"]]


def test_without_a_divided_country_the_north_is_nobody(coder):
    assert ids(coder, "South Africa attacked a ship. The North attacked Kenya.")[1] == [None]
