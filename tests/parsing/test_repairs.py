"""Errors of the parser that are set right before anything reads the tree."""

import pytest

import dragoman


@pytest.fixture(scope="module")
def parser():
    return dragoman.load(use_model=False).parser


def word(doc, text):
    return next(t for t in doc if t.text == text)


def test_a_simple_past_does_not_go_on_from_a_past_perfect(parser):
    doc = parser.syntax("The rebels denied that their men had fired on the market and accused the army of staging it.")
    assert word(doc, "accused").head.text == "denied"


def test_two_past_perfects_stay_together(parser):
    doc = parser.syntax("The rebels denied that their men had fired on the market and had looted it.")
    assert word(doc, "looted").head.text == "fired"


def test_a_capitalised_word_after_a_name_belongs_to_it(parser):
    doc = parser.syntax("Bosnian troops captured Sanski Most this week, and Croat forces took the next town.")
    most = word(doc, "Most")
    assert (most.tag_, most.head.text) == ("NNP", "Sanski")


def test_names_in_other_alphabets_letters_are_names(parser):
    doc = parser.syntax("Tuđman and Milošević met separately with the mediators.")
    assert [t.tag_ for t in doc if t.text in ("Tuđman", "Milošević")] == ["NNP", "NNP"]


def test_in_a_headline_the_talks_are_suspended_not_who_holds_them(parser):
    doc = parser.syntax("Peace talks with Maoists suspended after raid")
    assert word(doc, "talks").head.text == "suspended"
    assert word(doc, "talks").dep_ == "nsubjpass"


def test_a_whole_sentence_is_left_alone(parser):
    doc = parser.syntax("The talks with the men suspended in May went on.")
    assert word(doc, "suspended").head.text == "men"


def test_a_tree_stays_a_tree(parser):
    for say in (
        "Peace talks with Maoists suspended after raid",
        "The rebels denied that their men had fired on the market and accused the army.",
        "Troops captured Sanski Most this week.",
    ):
        doc = parser.syntax(say)
        roots = [t for t in doc if t.head == t]
        assert len(roots) == 1
        assert all(t == roots[0] or roots[0].is_ancestor(t) for t in doc)


def test_the_same_sentence_parses_the_same_in_any_company(parser):
    alone = "The minister said on Friday that police had arrested nine men near the port."
    company = [f"Report {n}: the mayor of town {n} met {n} farmers and promised them a road." for n in range(40)]
    for texts in ([alone], [alone, *company], [*company[:7], alone, *company[7:]]):
        docs = list(parser.nlp.pipe(texts, batch_size=128))
        doc = docs[texts.index(alone)]
        found = [(t.tag_, t.dep_, t.head.i) for t in doc]
        if texts == [alone]:
            first = found
        assert found == first


@pytest.mark.parametrize(
    "text",
    [
        "At least 10 people were killed and 42 wounded in a bomb attack in Kabul.",
        "The attack left 12 people dead and 42 wounded.",
        "The toll of the bombing in Baghdad rose to 45, with 42 wounded.",
    ],
)
def test_who_is_counted_after_a_passive_is_no_doer(parser, text):
    counted = word(parser.syntax(text), "42")
    assert (counted.dep_, counted.head.lemma_) == ("nsubjpass", "wound")


def test_a_verb_in_the_past_is_no_attribute_of_its_subject(parser):
    doc = parser.syntax("The rebels handed over their weapons to the peacekeepers.")
    rebels, handed = word(doc, "rebels"), word(doc, "handed")
    assert (rebels.head, rebels.dep_, handed.dep_) == (handed, "nsubj", "ROOT")


def test_a_participle_stays_an_attribute(parser):
    doc = parser.syntax("The two men arrested in Lyon on Monday.")
    assert word(doc, "arrested").dep_ == "acl"


@pytest.mark.parametrize(
    ("text", "dep"),
    [
        ("Police arrested between 20 and 30 demonstrators.", "dobj"),
        ("The army killed between 40 and 50 rebels on Monday.", "dobj"),
        ("He walked between two rebels.", "pobj"),
    ],
)
def test_the_bounds_of_a_number_stand_before_an_object(parser, text, dep):
    doc = parser.syntax(text)
    assert next(t for t in doc if t.text in ("demonstrators", "rebels")).dep_ == dep


def test_hours_before_after_are_no_part_of_the_noun_before(parser):
    doc = parser.syntax("The opposition leader was taken into custody hours after police raided his home.")
    assert (word(doc, "custody").dep_, word(doc, "custody").head.text) == ("pobj", "into")
    assert word(doc, "hours").head.text == "taken"


def test_an_adjective_before_a_name_is_no_subject_of_its_own(parser):
    doc = parser.syntax("Sudan's paramilitary Rapid Support Forces captured the city of Wad Madani.")
    assert [t.text for t in doc if t.dep_ == "nsubj"] == ["Forces"]
    assert word(doc, "Sudan").head.text == "Forces"


def test_who_gathers_is_not_gathered(parser):
    doc = parser.syntax("Ministers from 12 countries gathered in Jeddah for talks on the war in Sudan.")
    assert word(doc, "gathered").tag_ == "VBD"
