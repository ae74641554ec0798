"""Promises of harm are threats, and harm that is forgone is no refusal: the reader is told the type of the act."""

import pytest

from tests.factories import loaded

# sentence, act word, status without and with its type known
CASES = [
    ("The rebels vowed to attack the capital.", "attack", "ASSAULT", "planned", "threatened"),
    ("The president pledged to punish and expel the diplomats.", "expel", "SANCTION", "planned", "threatened"),
    ("The rebels promised not to attack the town.", "attack", "ASSAULT", "refused", "denied"),
    ("The army will not bomb the village.", "bomb", "ASSAULT", "refused", "denied"),
    ("The army has no intention of bombing the village.", "bombing", "ASSAULT", "refused", "denied"),
    ("The army refused to attack the town.", "attack", "ASSAULT", "refused", "refused"),
    ("The minister promised to visit the refugees.", "visit", "CONSULT", "planned", "planned"),
    ("The minister will not visit Moscow.", "visit", "CONSULT", "refused", "refused"),
]


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


@pytest.mark.parametrize(("text", "word", "act", "plain", "informed"), CASES)
def test_harm(coder, text, word, act, plain, informed):
    trigger = next(t for t in coder.parser.syntax(text) if t.text == word)
    reader = coder.frames.status
    assert (reader.read(trigger).status, reader.read(trigger, act).status) == (plain, informed)


def test_who_vows_harm_holds_the_threat(coder):
    trigger = next(t for t in coder.parser.syntax("The rebels vowed to attack the capital.") if t.text == "attack")
    assert [t.text for t in coder.frames.status.read(trigger, "ASSAULT").holders] == ["rebels"]
