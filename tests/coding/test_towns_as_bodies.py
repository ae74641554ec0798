"""Towns and counties as bodies, and what councils, courts and callers only seem to do."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import assert_told, code
from tests.factories import loaded

# sentence, trigger, act, status, actor, recipient ("": nobody)
ACTS = [
    ("The city sued the oil company.", "sued", "ACCUSE", "occurred", "The city", "the oil company"),
    ("Residents sued the city over the flood.", "sued", "ACCUSE", "occurred", "Residents", "the city"),
    ("The plan was approved by the city.", "approved", "SUPPORT", "occurred", "the city", ""),
    ("The rebels shelled the city for days.", "shelled", "ASSAULT", "occurred", "The rebels", "the city"),
    ("The mayor supports the new tree project.", "supports", "SUPPORT", "occurred", "The mayor", ""),
    (
        "The chief called the mayor's accusations false and misleading.",
        "called",
        "REJECT",
        "occurred",
        "The chief",
        "the mayor",
    ),
    ("The clubs were subject to police raids.", "were", "COERCE", "occurred", "", "The clubs"),
    ("Villagers mounted angry opposition at the meeting.", "mounted", "ACCUSE", "occurred", "Villagers", ""),
    (
        "The clerk faces deportation by the authorities.",
        "faces",
        "COERCE",
        "hypothetical",
        "the authorities",
        "The clerk",
    ),
    ("Iran faces sanctions from the West.", "faces", "SANCTION", "occurred", "the West", "Iran"),
    ("Federal agents raided a clinic.", "raided", "COERCE", "occurred", "Federal agents", "a clinic"),
    ("The school district sued the state.", "sued", "ACCUSE", "occurred", "The school district", "the state"),
    (
        "The school board fired the superintendent.",
        "fired",
        "SANCTION",
        "occurred",
        "The school board",
        "the superintendent",
    ),
    ("The jury found the deputy not guilty of arson.", "found", "CONCEDE", "occurred", "The jury", "the deputy"),
    ("The jury found the deputy guilty of arson.", "found", "SANCTION", "occurred", "The jury", "the deputy"),
    ("A warrant was issued for the arrest of a Salem woman.", "issued", "THREATEN", "occurred", "", "a Salem woman"),
    (
        "The National Guard was deployed to help flood victims.",
        "deployed",
        "MOBILIZE",
        "occurred",
        "The National Guard",
        "",
    ),
]
NONE = [
    "Residents have been asking why the mayor left.",
    "Police were called to the house on Monday.",
    "The town saw a hot summer.",
    "The city welcomed the new year with fireworks.",
    "Her agents found a buyer for the house.",
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


def test_a_town_in_capitals_is_no_source(coder: dragoman.Coder) -> None:
    (claim,) = _read(coder, "BEIRUT: A drug dealer was arrested after a chase, security reports said.")
    assert [s.text for s in claim.attribution] == ["security reports"]
