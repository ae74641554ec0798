"""What councils vote for and put off, what is refused, and senses that reports of towns, courts and campaigns tell in."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim, code
from tests.factories import loaded

PUBLISHED = "2021-05-04"


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


def _told(coder: dragoman.Coder, text: str) -> list[tuple[str, str, str]]:
    return [(c.act, c.status, c.trigger.text) for c in code(coder, text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a vote for what is no act of its own is an approval
        ("The city council voted 5-2 to build a pool.", ("SUPPORT", "occurred", "voted")),
        ("County commissioners voted to hire a surveyor.", ("SUPPORT", "occurred", "voted")),
        # … and one not to do it turns it down
        ("The school board voted 4-3 not to renew the lease.", ("REJECT", "occurred", "voted")),
        # what is an act by itself is told by itself
        ("The council voted to sue the mill.", ("ACCUSE", "planned", "sue")),
        ("The city council voted to approve the plan.", ("SUPPORT", "occurred", "approve")),
        # a day between the vote and what it approves hides nothing
        ("The city council voted 6-1 on Monday to approve a quarry.", ("SUPPORT", "occurred", "voted")),
        # what a candidate vows to do is no fault that somebody finds with him
        ("The governor vowed to raise tensions.", ("AGREE", "occurred", "vowed")),
    ],
)
def test_a_vote_is_told_once(coder: dragoman.Coder, text: str, told: tuple[str, str, str]):
    assert _told(coder, text) == [told]


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("The bill passed the Senate on a vote of 30 to 12.", "passed", "SUPPORT"),
        ("The measure cleared the House on Monday.", "cleared", "SUPPORT"),
        ("The council tabled the request of a builder.", "tabled", "REJECT"),
        ("The zoning board delayed a decision on the quarry.", "delayed", "REJECT"),
        ("The mayor refused to pay the plumber.", "refused", "REJECT"),
        ("The Supreme Court declined to enter the quarrel.", "declined", "REJECT"),
        ("The senator skipped the debate.", "skipped", "REJECT"),
        ("The governor disagrees with the ruling.", "disagrees", "REJECT"),
        ("The senator signaled support for the bill.", "signaled", "SUPPORT"),
        ("The governor called the ruling a victory for farmers.", "called", "SUPPORT"),
        ("The senator pounced on the report.", "pounced", "ACCUSE"),
        ("Residents spoke against the landfill at a hearing.", "spoke", "ACCUSE"),
        ("Police cited the driver for fleeing the scene.", "cited", "ACCUSE"),
        ("Deputies recovered two rifles from the barn.", "recovered", "COERCE"),
        ("There were 14 arrests at the parade.", "were", "COERCE"),
        ("Police reported nine arrests at the parade.", "reported", "COERCE"),
        ("A man swung a hatchet at two officers.", "swung", "ASSAULT"),
        ("A woman sliced the arm of a guard.", "sliced", "ASSAULT"),
        ("Pirates targeted a tanker off Yemen.", "targeted", "ASSAULT"),
        ("Four men forced their way into the house of a judge.", "forced", "ASSAULT"),
        ("Rioters rampaged through Athens.", "rampaged", "PROTEST"),
        ("The party leader quit on Monday.", "quit", "RETREAT"),
        ("Firefighters dug three survivors out of the rubble.", "dug", "AID"),
        ("The charity is soliciting donations.", "soliciting", "REQUEST"),
    ],
)
def test_senses(coder: dragoman.Coder, text: str, trigger: str, act: str):
    assert claim(coder, text, trigger).act == act


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # a spokesman who keeps silent refuses nobody anything
        ("A police spokesman declined to say how many were hurt.", "declined"),
        ("The ministry refused to release the names of the dead.", "refused"),
        # a delay that is only asked for was not granted
        ("The union asked the judge to delay a ruling on the lease.", "delay"),
        # firms vote, refuse and pass things every day
        ("The airline refused to refund the fare.", "refused"),
        ("A car passed the house.", "passed"),
        ("Two wounded soldiers slept.", "wounded"),
        ("The firm targeted younger buyers.", "targeted"),
    ],
)
def test_no_act(coder: dragoman.Coder, text: str, trigger: str):
    assert trigger not in [t for _, _, t in _told(coder, text)]
