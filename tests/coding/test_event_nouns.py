"""When the noun of an event is a claim of its own, and when it only names again what is told elsewhere."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def triggers(coder, text):
    return [c.trigger.text for c in coder.code(dragoman.Article.from_text(text, published="2021-05-04"))]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The minister spoke after demonstrations by nationalists in Sofia.", "demonstrations"),
        ("The truce followed negotiations between the government and the rebels.", "negotiations"),
        ("Officials blamed an attack by gunmen for the outage.", "attack"),
        ("The envoy came after Turkish air strikes on the Sunday before the vote.", "strikes"),
    ],
)
def test_a_noun_with_its_doer_or_day_tells_an_event(coder, text, noun):
    assert noun in triggers(coder, text)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The minister spoke after the demonstrations.", "demonstrations"),
        ("Officials blamed the attack by gunmen for the outage.", "attack"),
        ("The envoy came after the Turkish air strikes on the Sunday before the vote.", "strikes"),
    ],
)
def test_what_is_known_already_is_only_mentioned(coder, text, noun):
    assert noun not in triggers(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Troops crossed the border to attack the rebels.",
        "The army fears an attack by the rebels.",
    ],
)
def test_what_is_only_an_aim_or_a_fear_is_no_claim(coder, text):
    assert not [w for w in triggers(coder, text) if w.startswith("attack")]


def test_whom_somebody_travels_to_meet_he_plans_to_meet(coder):
    found = coder.code(dragoman.Article.from_text("The envoy of Kenya flew to Oslo to meet the Norwegian minister."))
    assert [(c.plover, c.status) for c in found if c.trigger.text == "meet"] == [("AGREE", "planned")]
