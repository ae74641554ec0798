"""Words that the parser hangs in the wrong place, hung where they belong; and their look-alikes, left alone."""

import pytest

import dragoman


@pytest.fixture(scope="module")
def parser():
    return dragoman.load(use_model=False).parser


def word(doc, text):
    return next(t for t in doc if t.text == text)


def test_who_sends_a_report_has_no_part_in_it(parser):
    doc = parser.syntax("(BBC) Sudanese president Omar Sharif met rebel leaders in Juba on Monday.")
    assert word(doc, "BBC").dep_ == "meta"
    assert [t.text for t in word(doc, "met").lefts if t.dep_ == "nsubj"] == ["Sharif"]


def test_brackets_inside_a_sentence_are_no_sender(parser):
    doc = parser.syntax("The Workers' Party (PT) accused the mayor of fraud.")
    assert word(doc, "PT").dep_ != "meta"


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_curly_apostrophe_negates_too(parser, mark):
    doc = parser.syntax(f"The convoy wasn{mark}t under attack, the mission said.")
    no = word(doc, f"n{mark}t")
    assert (no.dep_, no.head.text) == ("neg", "was")


def test_a_second_place_goes_with_the_first(parser):
    doc = parser.syntax("Securities regulators in Texas and North Carolina fined two dealers.")
    assert word(doc, "Carolina").head.text == "Texas"


def test_what_is_no_place_does_not(parser):
    doc = parser.syntax("Regulators in Texas and Siemens agreed on a fine on Monday.")
    assert word(doc, "Siemens").head.text == "Regulators"


def test_who_speaks_from_a_place_is_no_second_place(parser):
    doc = parser.syntax(
        "From Washington, Susan Hale, the president’s security adviser, said that the test was a breach of the treaty."
    )
    speaker = word(doc, "Hale")
    assert (speaker.dep_, speaker.head.text) == ("nsubj", "said")


def test_people_are_run_over_and_stories_are_run(parser):
    over = word(parser.syntax("The man used his van to run over ten people in a car park."), "over")
    assert over.dep_ == "prt"
    assert word(parser.syntax("The weekly had to run over ten stories on the flood."), "over").dep_ != "prt"


def test_a_tree_stays_a_tree(parser):
    for say in (
        "(BBC) Sudanese president Omar Sharif met rebel leaders in Juba on Monday.",
        "The convoy wasn’t under attack, the mission said.",
        "Securities regulators in Texas and North Carolina fined two dealers.",
        "The man used his van to run over ten people in a car park.",
    ):
        doc = parser.syntax(say)
        roots = [t for t in doc if t.head == t]
        assert len(roots) == 1
        assert all(t == roots[0] or roots[0].is_ancestor(t) for t in doc)


def test_the_number_of_a_picture_is_no_part_of_a_name(parser):
    doc = parser.syntax("13/34 18 November 2017 Ana Lund is congratulated by the mayor at the town hall.")
    assert [t.dep_ for t in doc[:4]] == ["meta"] * 4


def test_both_are_the_subject_of_their_own_verb(parser):
    doc = parser.syntax("The vote was held on Sunday, and the mayor of Lagos and the governor both accused the army.")
    assert word(doc, "mayor").head.text == "accused"


def test_the_crash_kills_and_not_who_asks_for_its_cause(parser):
    doc = parser.syntax("Officers are looking into what caused a jet to crash in a wood, killing ten people.")
    assert word(doc, "killing").head.text == "crash"


def test_a_headlines_verb_that_is_a_plural_too(parser):
    doc = parser.syntax("EU fines Siemens $1.23 billion for paying bribes")
    assert (word(doc, "fines").tag_, word(doc, "EU").dep_, word(doc, "Siemens").dep_) == ("VBZ", "nsubj", "dobj")
