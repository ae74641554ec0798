"""Quotations that run across sentences and paragraphs keep their speaker, and no other."""

import pytest

from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded()


def said(coder, text):
    return [
        (a.source_span.of(text) if a.source_span else None, a.content_span.of(text))
        for a in coder.attributions(text)
        if a.kind == "reported"
    ]


def test_a_quotation_after_the_cue_belongs_to_it(coder):
    text = "“We will not leave,” the mayor said. “We have work to do.”"
    assert said(coder, text) == [("the mayor", text)]


def test_sentences_before_the_cue_belong_to_it(coder):
    text = "“We are tired. We want to go home,” the sailor said."
    assert said(coder, text) == [("the sailor", "“We are tired. We want to go home,”")]


def test_the_next_paragraph_goes_on(coder):
    text = "“We will not leave,” the mayor said.\n\n“Nobody else will do the work.”"
    assert said(coder, text) == [("the mayor", text)]


def test_a_quotation_with_its_own_cue_is_not_taken_over(coder):
    text = "“We will stay,” the mayor said.\n\n“They must go. They have lost,” the general said."
    assert said(coder, text) == [("the mayor", "“We will stay,”"), ("the general", "“They must go. They have lost,”")]


def test_a_quotation_after_indirect_speech_keeps_the_speaker(coder):
    text = "The captain said the pass was closed. “Nobody gets through.”"
    assert said(coder, text) == [("The captain", "the pass was closed. “Nobody gets through.”")]


def test_the_articles_own_sentence_ends_it(coder):
    text = "“We will stay,” the mayor said. The square was empty. “Victory,” a sign read."
    assert said(coder, text)[0] == ("the mayor", "“We will stay,”")


def test_a_question_goes_with_the_cue_after_it(coder):
    text = "“Who needs it?” Keller asked. “Not me.”"
    assert said(coder, text) == [("Keller", text)]


def test_a_signature_signs_the_whole_quotation(coder):
    text = "“We go on. We will win.” — Ana Roy, union leader"
    assert said(coder, text) == [("Ana Roy", "“We go on. We will win.”")]


def test_a_few_picked_out_words_are_no_quotation_of_their_own(coder):
    text = "The army closed the “green gate” after the guards told the mayor of the threat."
    assert all("green gate" not in content for _, content in said(coder, text))


def test_what_a_quoted_speaker_relays_is_theirs(coder):
    text = "“The ministry says the river is clean,” the abbot said."
    assert said(coder, text) == [("the abbot", "“The ministry says the river is clean,”")]
