"""Police pages, rescues and honours: who does it to whom, what lies ahead, and what only looks like an act."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import assert_told, code
from tests.factories import loaded

# sentence, trigger, act, status, actor, recipient ("": nobody; None: whatever stands there)
ACTS = [
    ("Guards shocked the prisoner twice with a Taser.", "shocked", "ASSAULT", "occurred", "Guards", "the prisoner"),
    ("A deputy fired his Taser at the teenager.", "fired", "ASSAULT", "occurred", "A deputy", "the teenager"),
    ("A man was hit by a Taser.", "hit", "ASSAULT", "occurred", "", "A man"),
    ("The girl was knocked unconscious by an attacker.", "knocked", "ASSAULT", "occurred", "an attacker", "The girl"),
    ("A thief snatched a woman's handbag outside a bank.", "snatched", "ASSAULT", "occurred", "A thief", "a woman"),
    ("Two men fought with officers outside a bar.", "fought", "ASSAULT", "occurred", "Two men", "officers"),
    ("Officers rammed the door of the house.", "rammed", "COERCE", "occurred", "Officers", "the house"),
    ("A Reno man got six years in state prison.", "got", "COERCE", "occurred", "", "A Reno man"),
    ("He faces up to 20 years in prison.", "faces", "COERCE", "hypothetical", "", "He"),
    ("In the raid the Rossis were arrested.", "arrested", "COERCE", "occurred", "", "the Rossis"),
    ("The priest is not considered a suspect.", "considered", "ACCUSE", "denied", "", "The priest"),
    ("Police have had them under investigation since May.", "had", "ACCUSE", "occurred", "Police", "them"),
    (
        "Officers seized three guns in raids, police said Thursday, and arrested 13 people.",
        "arrested",
        "COERCE",
        "occurred",
        "Officers",
        "13 people",
    ),
    ("Rescuers pulled two children out of the river.", "pulled", "AID", "occurred", "Rescuers", "two children"),
    ("Six officers received awards for bravery.", "received", "SUPPORT", "occurred", "", "Six officers"),
    ("The mayor handed out awards for bravery.", "handed", "SUPPORT", "occurred", "The mayor", ""),
    ("Iran armed the militia with rockets.", "armed", "AID", "occurred", "Iran", "the militia"),
    ("The bill was approved on Monday.", "approved", "SUPPORT", "occurred", "", ""),
    ("Officers trying to arrest the man were pelted with stones.", "pelted", "PROTEST", "occurred", "", "Officers"),
    ("The RCMP asked Const. Lee Ray to examine the gun.", "asked", "REQUEST", "occurred", "The RCMP", "Const. Lee Ray"),
]
NONE = [
    "Marsh was the only officer armed with a pistol.",
    "Two men fled from police near the bridge.",
    "Investigators conducted a search for the missing toddler.",
    "The policy prohibits employees from using phones at work.",
    "The bakery firm ceased operations in August.",
    "The prize was founded by the National Committee for Employer Support of the Guard.",
]


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded()


def _read(coder: dragoman.Coder, text: str) -> list[dragoman.Claim]:
    return code(coder, text, "2011-05-20")


@pytest.mark.parametrize(("text", "trigger", "act", "status", "actor", "recipient"), ACTS)
def test_act_status_and_parties(
    coder: dragoman.Coder, text: str, trigger: str, act: str, status: str, actor: str, recipient: str
) -> None:
    assert_told(_read(coder, text), trigger, act, status, actor, recipient)


@pytest.mark.parametrize("text", NONE)
def test_no_claim(coder: dragoman.Coder, text: str) -> None:
    assert not _read(coder, text), text
