"""Who is still held, what is only hoped or asked, a request turned down, and whose words end a quotation."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim, code
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


PUBLISHED = "2021-05-04"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # who is still held
        ("The minister named the 40 sailors still held by the rebels.", "held", "ongoing"),
        ("The army vowed to rescue the 40 sailors still held captive by the rebels.", "held", "ongoing"),
        ("Rebels killed two of the other hostages held by the army.", "held", "ongoing"),
        ("The sailors are thought to be held by the rebels in a fort.", "held", "ongoing"),
        ("Sailors held by the rebels in 2011 were freed on Monday.", "held", "occurred"),
        # what is asked in a quotation
        ('"Will the police investigate these frauds?" the senator wrote.', "investigate", "hypothetical"),
        ('"Did the army shell the town?" the mayor asked.', "shell", "hypothetical"),
        ('"Why did the army shell the town?" the mayor asked.', "shell", "occurred"),
        ('"The army shelled the town. Did it stop?" the mayor asked.', "shelled", "occurred"),
        # what has yet to be done
        ("No deal is likely before both parties have investigated the leak.", "investigated", "hypothetical"),
        ("There will be no talks until the rebels release the hostages.", "release", "hypothetical"),
        ("The police searched the house before they arrested the man.", "arrested", "occurred"),
    ],
)
def test_status(coder: dragoman.Coder, text: str, trigger: str, status: str) -> None:
    assert claim(coder, text, trigger, PUBLISHED).status == status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army freed nine hostages, raising hopes for the release of the others.", "release"),
        ("The raid dashed hopes for the release of the sailors.", "release"),
        # the refusal is told, no request
        ("The council rejected the firm's request.", "request"),
        ("The firm's request was turned down and its appeal was dismissed.", "appeal"),
    ],
)
def test_no_claim(coder: dragoman.Coder, text: str, trigger: str) -> None:
    assert trigger not in [c.trigger.text for c in code(coder, text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("The council rejected the firm's request.", "rejected", "REJECT"),
        ("Mali and Niger launched operations in July against the rebels.", "launched", "ASSAULT"),
        ("Chad mounted an operation against the insurgents on Monday.", "mounted", "ASSAULT"),
    ],
)
def test_act(coder: dragoman.Coder, text: str, trigger: str, act: str) -> None:
    found = claim(coder, text, trigger, PUBLISHED)
    assert (found.act, found.status) == (act, "occurred")


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        # whose words end a quotation
        ('"The army killed nine rebels," confirmed Colonel Ali Noor.', "killed", ["Colonel Ali Noor"]),
        ('"Norway held talks with the rebels," confirmed police chief Jan Moe.', "held", ["police chief Jan Moe"]),
        ('"The army killed nine rebels," the colonel told reporters.', "killed", ["the colonel"]),
        # whose figures they are
        (
            "Police arrested 30 officials, according to figures kept by the Lima Institute.",
            "arrested",
            ["the Lima Institute"],
        ),
        (
            "The army killed nine rebels, according to a list compiled by the Red Cross.",
            "killed",
            ["the Red Cross"],
        ),
        # who keeps silent says nothing
        ("The council did not comment on why it rejected the plan.", "rejected", []),
        ("The general did not say why the army attacked the town.", "attacked", []),
        ("The general said that the army attacked the town.", "attacked", ["The general"]),
        # what takes lives says nothing
        ("The insurgency has claimed 300 lives since May.", "claimed", []),
        ("The rebels claimed that they had killed 300 soldiers.", "killed", ["The rebels"]),
    ],
)
def test_sources(coder: dragoman.Coder, text: str, trigger: str, sources: list[str]) -> None:
    found = claim(coder, text, trigger, PUBLISHED)
    assert [s.text for s in found.attribution] == sources
