"""Clauses that the parser puts under the wrong verb, put under the right one; and their look-alikes, left alone."""

import pytest

import dragoman


@pytest.fixture(scope="module")
def parser():
    return dragoman.load(use_model=False).parser


def word(doc, text):
    return next(t for t in doc if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Some 40 monks were kidnapped in the hills; nine never came home.", "kidnapped"),
        ("By dusk colonels too were being purged: ninety had been dismissed.", "purged"),
        ("Chad and Niger demanded that Mali open the road; the envoy threatened legal action.", "demanded"),
    ],
)
def test_a_clause_before_a_semicolon_is_no_part_of_what_follows(parser, text, verb):
    assert word(parser.syntax(text), verb).dep_ == "parataxis"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Gunmen seized the dam: officials say.", "seized"),
        ("Gunmen had seized the dam, officials said.", "seized"),
    ],
)
def test_what_is_told_stays_under_who_tells_it(parser, text, verb):
    assert word(parser.syntax(text), verb).dep_ == "ccomp"


def test_who_shot_one_wounded_the_other(parser):
    doc = parser.syntax("A spokesman for the mission said snipers had killed a nurse and wounded her son in Juba.")
    assert word(doc, "wounded").head.text == "killed"
    doc = parser.syntax(
        "His aunt alleged that wardens picked him up in May, thrashed him in a cell and dumped him in a lane."
    )
    assert word(doc, "thrashed").head.text == "picked"


def test_who_says_something_goes_on_speaking(parser):
    doc = parser.syntax("They denied that their men had fired and accused the army.")
    assert word(doc, "accused").head.text == "denied"


def test_plurals_of_abbreviations_are_nouns(parser):
    assert word(parser.syntax("MPs on the water committee will question the mayor."), "MPs").tag_ == "NNPS"
