"""Break-ins by hackers, schemes shut down, news scrubbed, orders in quotes, warnings to somebody, sympathy; mishaps are no acts."""

from __future__ import annotations

import pytest

from dragoman import Article, Claim, Coder
from tests.factories import DOUBTED, loaded


@pytest.fixture(scope="module")
def coder() -> Coder:
    return loaded()


def _claims(coder: Coder, sentence: str) -> list[Claim]:
    return coder.code(Article.from_text(sentence, published="2018-02-05"))


# sentence, trigger, PLOVER type, act's status, end of an actor (None: nobody), end of a recipient (None: nobody)
CASES = [
    ("EU fines Siemens $1.23 billion for paying bribes", "fines", "SANCTION", "occurred", "EU", "Siemens"),
    (
        "The Information Commissioner’s Office urged the bank to warn clients.",
        "urged",
        "REQUEST",
        "occurred",
        "Office",
        "bank",
    ),
    (
        "Hackers stole the records of four million Danish patients.",
        "stole",
        "COERCE",
        "occurred",
        "Hackers",
        "patients",
    ),
    ("Hackers got into the bank's systems and drained its accounts.", "got", "COERCE", "occurred", "Hackers", "bank"),
    ("Government agencies have shut down two frauds.", "shut", "COERCE", "occurred", "agencies", None),
    (
        "Regulators in Texas issued cease-and-desist orders to two firms.",
        "issued",
        "COERCE",
        "occurred",
        "Regulators",
        "firms",
    ),
    ("Social media have been scrubbed of references to the strike.", "scrubbed", "COERCE", "occurred", None, None),
    pytest.param(
        "Chinese editors were ordered to delete all articles on it.",
        "ordered",
        "COERCE",
        "occurred",
        None,
        "editors",
        marks=DOUBTED,
    ),
    ("The minister said foreign powers were behind the unrest.", "were", "ACCUSE", "occurred", "minister", "powers"),
    (
        '"Kill the soldiers and burn their camps," the rebel leader said.',
        "burn",
        "REQUEST",
        "requested",
        "leader",
        None,
    ),
    ("Seoul warned Pyongyang that it would pay a heavy price.", "pay", "THREATEN", "threatened", "Seoul", "Pyongyang"),
    ("The premier said Japan could not accept the proposal.", "accept", "REJECT", "refused", "Japan", None),
    pytest.param(
        "The army was slow to crack down on the marchers.",
        "crack",
        "COERCE",
        "denied",
        "army",
        "marchers",
        marks=DOUBTED,
    ),
    ("The convoy wasn’t under attack, the mission said.", "was", "ASSAULT", "denied", None, "convoy"),
    (
        "The president signed an order which bans foreigners from the army.",
        "bans",
        "COERCE",
        "occurred",
        "president",
        "foreigners",
    ),
    (
        "A series of UN resolutions has prohibited Iran from selling arms.",
        "prohibited",
        "SANCTION",
        "occurred",
        "UN",
        "Iran",
    ),
    ("The Security Council called an emergency meeting for Sunday.", "called", "CONSULT", "occurred", "Council", None),
    ("The mayor and the prefect both urged Paris to send troops.", "send", "REQUEST", "requested", "prefect", "Paris"),
    (
        "The premier offered her thoughts and prayers for the victims.",
        "offered",
        "SUPPORT",
        "occurred",
        "premier",
        "victims",
    ),
    ('"Our thoughts are with the people of Chile," the king said.', "are", "SUPPORT", "occurred", "king", "Chile"),
    ("The king greeted Ghana's president outside the palace.", "greeted", "CONSULT", "occurred", "president", "king"),
    (
        "Militants set off a bomb as soldiers passed, wounding nine.",
        "wounding",
        "ASSAULT",
        "occurred",
        "Militants",
        "nine",
    ),
    ("The man used a knife to stab two policemen.", "stab", "ASSAULT", "occurred", "man", "policemen"),
]


@pytest.mark.parametrize(("sentence", "trigger", "plover", "status", "actor", "recipient"), CASES)
def test_acts(
    coder: Coder, sentence: str, trigger: str, plover: str, status: str, actor: str | None, recipient: str | None
) -> None:
    told = [(c.trigger.text, c.plover, c.status) for c in _claims(coder, sentence)]
    found = next((c for c in _claims(coder, sentence) if c.trigger.text == trigger), None)
    assert found is not None, told
    assert (found.plover, found.status) == (plover, status)
    for end, parties in ((actor, found.actors), (recipient, found.recipients)):
        words = [p.text for p in parties]
        assert any(w.endswith(end) for w in words) if end else not words, words
    assert not found.historical


@pytest.mark.parametrize(
    "sentence",
    [
        "Investigators are looking into what caused an aircraft to crash in woods.",
        "A network has banned adverts for digital coins.",
        "Authorities need to be prepared to act.",
        "The police have set up a number for friends to call for information.",
        "Jo left for Kenya on Sunday.",
        "The embassy put out an advisory warning women they could meet discrimination.",
    ],
)
def test_nothing_is_claimed(coder: Coder, sentence: str) -> None:
    assert [c.trigger.text for c in _claims(coder, sentence)] == []


def test_who_asks_for_the_cause_of_a_crash_killed_nobody(coder: Coder) -> None:
    told = _claims(
        coder, "Investigators are looking into what caused a charter aircraft to crash, killing ten soldiers."
    )
    assert not [p.text for c in told if c.act == "ASSAULT" for p in c.actors]
