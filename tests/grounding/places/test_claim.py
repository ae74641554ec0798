"""Where a claim's act happened, by what the sentence ties to it."""

from pathlib import Path

import pytest
import yaml

import dragoman
from dragoman.grounding.places import claim_place, ground_places
from dragoman.records import Article, Sentence, Span


@pytest.fixture(scope="module")
def nlp():
    return dragoman.load(use_model=False).parser.syntax


def place_of(nlp, text, trigger, *, before="", parties=()):
    whole = before + text
    article = Article.from_text(whole)
    sentence = Sentence(0, Span(len(before), len(whole)), 0, nlp(text))
    at = whole.index(trigger, len(before))
    spans = [Span(whole.index(p, len(before)), whole.index(p, len(before)) + len(p)) for p in parties]
    return claim_place(Span(at, at + len(trigger)), sentence, ground_places(whole), article, parties=spans)


CASES = yaml.safe_load(Path(__file__).with_name("claim_places.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_where_the_act_was(nlp, case):
    mention = place_of(
        nlp, case["text"], case["act"], before=case.get("before", ""), parties=tuple(case.get("parties", ()))
    )
    assert (mention.text if mention else "-") == case["place"]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Commandos rescued four hostages in Nuseirat on Saturday.", "rescued", "Nuseirat"),
        ("A Hamas delegation heads to Moscow for talks.", "heads", "Moscow"),
        ("Russia withdrew its troops from Kherson in November.", "withdrew", "Kherson"),
        ("Police in Lagos arrested two men who fled from Accra.", "arrested", "Lagos"),
        ("The bombing of Aleppo killed twelve people.", "bombing", "Aleppo"),
        ("The president visited Beirut on Tuesday.", "visited", "Beirut"),
        ("The ministers met in Geneva and agreed to send aid to Yemen.", "met", "Geneva"),
        ("Turkish jets struck positions near Afrin in northern Syria.", "struck", "Afrin"),
        ("Israeli troops launched a raid on Jenin.", "raid", "Jenin"),
    ],
)
def test_the_place_is_where_the_act_was(nlp, text, trigger, place):
    mention = place_of(nlp, text, trigger)
    assert mention is not None
    assert mention.text == place
    assert mention.span.of(text) == place
    assert mention.grounding is not None
    assert place in mention.grounding.reason


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Russia and Ukraine exchanged prisoners.", "exchanged"),
        ("The United States imposed sanctions on Iran.", "imposed"),
        ("Gaza's health ministry said 20 people were killed.", "killed"),
        ("The rebels denied the charge.", "denied"),
    ],
)
def test_a_party_is_no_place(nlp, text, trigger):
    assert place_of(nlp, text, trigger) is None


def test_the_dateline_is_a_last_resort_and_says_so(nlp):
    mention = place_of(
        nlp, "Gunmen killed ten people on a bus.", "killed", before="CAIRO (Reuters) - Roads were shut. "
    )
    assert mention is not None
    assert mention.text == "CAIRO"
    assert mention.grounding is not None
    assert "dateline" in mention.grounding.reason
    assert mention.grounding.score < 0.5


def test_offsets_are_those_of_the_article(nlp):
    before = "The night was calm. "
    mention = place_of(nlp, "Shells hit a market in Donetsk.", "hit", before=before)
    assert mention is not None
    assert mention.span.of(before + "Shells hit a market in Donetsk.") == "Donetsk"


def test_without_a_parse_the_only_place_is_taken_with_less_trust():
    text = "Shells hit a market in Donetsk."
    article = Article.from_text(text)
    mention = claim_place(Span(7, 10), Sentence(0, Span(0, len(text)), 0, None), ground_places(text), article)
    assert mention is not None
    assert mention.grounding is not None
    assert mention.text == "Donetsk"
    assert "only place" in mention.grounding.reason
