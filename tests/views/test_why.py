"""The explanation of a claim names its words, its rule, its status chain and who said it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import dragoman
from dragoman.codebook.types import load_types
from dragoman.views.why import Step, explain
from tests.factories import attack, loaded, make_article, meeting

TYPES = load_types()


def answers(steps: tuple[Step, ...], question: str) -> str:
    return "\n".join(next(s.answers for s in steps if s.question == question))


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded()


def test_a_coded_claim_is_explained_from_word_to_type(coder: dragoman.Coder):
    article = dragoman.Article.from_text(
        "The ministry said that Norway's foreign minister will visit Kenya on 7 May 2024.", published="2024-05-03"
    )
    (claim,) = [c for c in coder.code(article) if c.act == "CONSULT"]
    steps = explain(claim, article, TYPES)
    words = answers(steps, "Which words?")
    assert "“visit”" in words
    assert "frame consult." in words
    assert "CONSULT/visit" in answers(steps, "What is told of?")
    assert "status is planned" in answers(steps, "Did it happen?")
    assert "“will”" in answers(steps, "Did it happen?")
    assert "counts as AGREE" in answers(steps, "What does it count as?")
    assert "on 7 May 2024" in answers(steps, "When and where?")
    assert "“said”" in answers(steps, "Who says so?")
    assert f"{claim.confidence:.2f}" in answers(steps, "How sure is it?")


def test_spans_in_the_explanation_are_those_of_the_claim():
    article = make_article()
    claim = meeting(article)
    start, end = claim.trigger.span
    assert f"characters {start}–{end}" in answers(explain(claim, article, TYPES), "Which words?")
    assert article.text[start:end] == "met"


def test_parties_come_with_the_reason_of_their_identity():
    article = make_article()
    steps = explain(attack(article), article, TYPES)
    who = answers(steps, "Who, and towards whom?")
    assert "“Gunmen” acts: taken to be gunmen (Kenya)" in who
    assert "because: its name (score 0.90)" in who
    assert "“a convoy” is acted upon: who this is could not be settled" in who
    assert "at least 3 wounded" in answers(steps, "How many?")


def test_what_is_missing_is_said_to_be_missing():
    article = make_article()
    claim = replace(attack(article), actors=(), attribution=(), place=None, time=None, numbers=())
    steps = explain(claim, article, TYPES)
    assert "Who acts is not said" in answers(steps, "Who, and towards whom?")
    assert "The Fjord Post answers for it" in answers(steps, "Who says so?")
    assert "No time could be settled." in answers(steps, "When and where?")
    assert "How many?" not in {s.question for s in steps}


def test_what_the_tagger_found_alone_is_said_to_have_no_frame():
    article = make_article()
    notes = ("no frame has 'attacked'; the tagger reads ASSAULT in it (0.95)", "tagger: ASSAULT occurred 0.95")
    steps = explain(replace(attack(article), frame="learnt.assault", explanation=notes), article, TYPES)
    assert "No frame of the codebook has this wording." in answers(steps, "Which words?")
    assert "reads ASSAULT in it (0.95)" in answers(steps, "Which words?")
    assert "agrees: ASSAULT, occurred, with a chance of 0.95" in answers(steps, "How sure is it?")
    assert "Note of the coder" not in answers(steps, "What else?")


def test_a_tagger_that_sees_another_act_is_quoted():
    article = make_article()
    steps = explain(replace(attack(article), explanation=("tagger: ACCUSE planned 0.61",)), article, TYPES)
    assert "sees another act: ACCUSE, planned, with a chance of 0.61" in answers(steps, "How sure is it?")


def test_a_chain_of_speakers_is_told_in_its_order():
    article = make_article()
    one, other = meeting(article).attribution[0], attack(article).attribution[0]
    said = answers(explain(meeting(article, attribution=(one, other)), article, TYPES), "Who says so?")
    assert said.index("“the ministry”") < said.index("and in turn “Kenyan police”")


@pytest.mark.parametrize(
    "status", ["occurred", "planned", "requested", "offered", "threatened", "refused", "denied", "cancelled", "failed"]
)
def test_every_status_is_put_in_words(status: str):
    article = make_article()
    claim = meeting(article, status=status, plover=TYPES.plover("CONSULT", status))
    told = answers(explain(claim, article, TYPES), "Did it happen?")
    assert f"status is {status}: " in told
    assert "see docs" not in told


def test_an_act_of_an_own_codebook_is_said_to_be_one():
    article = make_article()
    claim = meeting(article, act="ESCORT", plover="ESCORT", mode="close")
    assert "user's own" in answers(explain(claim, article, TYPES), "What is told of?")
