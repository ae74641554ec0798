"""Sentences of our own and what the frames make of them, classifier apart."""

import pytest

import dragoman
from tests.factories import loaded

CASES = [
    ("The rebels laid down their arms on Monday.", "RETREAT", "occurred", ["The rebels"]),
    ("The minister handed in his resignation.", "RETREAT", "occurred", ["The minister"]),
    ("The authorities shut down the newspaper.", "COERCE", "occurred", ["The authorities"]),
    ("Germany took in thousands of refugees.", "AID", "occurred", ["Germany"]),
    ("Colombia called off talks with the guerrillas.", "CONSULT", "cancelled", ["Colombia"]),
    ("Norway rejected talks with the rebels.", "CONSULT", "refused", ["Norway"]),
    ("The rebels threatened to attack the town of Goma.", "ASSAULT", "threatened", ["The rebels"]),
    ("Kenya urged Somalia to release the journalists.", "RETREAT", "requested", ["Kenya"]),
    ("The army denied shelling the village.", "ASSAULT", "denied", ["The army"]),
    ("The president will visit Senegal on Tuesday.", "CONSULT", "planned", ["The president"]),
]


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


@pytest.mark.parametrize(("text", "act", "status", "actors"), CASES)
def test_act_status_and_actor(coder, text, act, status, actors):
    claims = coder.code(dragoman.Article.from_text(text, published="2024-01-02"))
    assert (act, status, actors) in [(c.act, c.status, [p.text for p in c.actors]) for c in claims]
