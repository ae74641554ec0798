"""What frames tripped over in whole reports of every section: mobs, helpers, words that attack, mishaps, plans that lie ahead."""

from __future__ import annotations

import pytest

import dragoman
from tests.factories import loaded

# sentence, trigger, act, status, actor, recipient ("": nobody; None: whatever stands there)
ACTS = [
    ("Marchers ransacked the governor's residence.", "ransacked", "PROTEST", "occurred", "Marchers", "the governor"),
    ("Supporters of the mayor torched lorries on the ring road.", "torched", "PROTEST", "occurred", None, None),
    ("Students besieged the Chadian embassy in Lomé.", "besieged", "PROTEST", "occurred", "Students", None),
    ("Gunmen torched lorries on the ring road.", "torched", "ASSAULT", "occurred", "Gunmen", None),
    ("The Red Cross sent 40 volunteers and a ton of blankets.", "sent", "AID", "occurred", "The Red Cross", ""),
    ("Greece sent 21 firefighters and two dogs on a military plane.", "sent", "AID", "occurred", "Greece", ""),
    ("The bishops had attacked the left from the pulpit.", "attacked", "ACCUSE", "occurred", "The bishops", None),
    (
        "Two tabloids are pounding the prime minister.",
        "pounding",
        "ACCUSE",
        "ongoing",
        "Two tabloids",
        "the prime minister",
    ),
    ("Guns are pounding the town.", "pounding", "ASSAULT", "ongoing", None, "the town"),
    ("The minister dismissed the report as a fairy tale.", "dismissed", "REJECT", "occurred", "The minister", ""),
    ("The minister promised extra detectives.", "promised", "AGREE", "occurred", "The minister", ""),
    ("Unions have called a general strike for Tuesday.", "called", "PROTEST", "planned", "Unions", ""),
    ("Talks are to resume on Wednesday.", "Talks", "CONSULT", "planned", "", ""),
    ("Forty were killed when a lorry drove into the crowd.", "killed", "ASSAULT", "occurred", "", "Forty"),
    ("The council accused the firm of breaking its word.", "accused", "ACCUSE", "occurred", "The council", "the firm"),
    ("Nobody foresaw that Iraq would invade Kuwait.", "invade", "ASSAULT", "occurred", "Iraq", "Kuwait"),
    ("Nobody said that Iraq would invade Kuwait.", "invade", "ASSAULT", "planned", "Iraq", "Kuwait"),
    (
        "The premier summoned her cabinet for an emergency meeting.",
        "summoned",
        "CONSULT",
        "occurred",
        "The premier",
        None,
    ),
    ("Oslo warned Lima that Chadian bases would be hit.", "hit", "ASSAULT", None, "", None),
    (
        "He is blamed for the embassy attacks, in which 200 people died.",
        "died",
        "ASSAULT",
        "occurred",
        "",
        "200 people",
    ),
]
NONE = [
    ("Fourteen people were killed when a fire swept through a tower block.", "killed"),
    ("Thirty people were injured when a bus plunged into a gorge.", "injured"),
    ("The council accused the firm of breaking its word.", "breaking"),
    ("The ministry in Madrid put the number of hurt officers at 33.", "put"),
    ("Two senators turned down the top job.", "turned"),
    ("A navy pilot ditched his crippled jet in the river.", "ditched"),
    ("The Bank of Japan bombarded the market with yen.", "bombarded"),
    ("The lawyers portrayed the mayor as the victim of an aide.", "portrayed"),
]


def _found(text: str, trigger: str):
    claims = loaded(use_model=False).code(dragoman.Article.from_text(text, published="2015-05-05"))
    return [c for c in claims if c.trigger.text == trigger]


@pytest.mark.parametrize(("text", "trigger", "act", "status", "actor", "recipient"), ACTS)
def test_act(text, trigger, act, status, actor, recipient):
    found = _found(text, trigger)
    assert [(c.act, status and c.status) for c in found] == [(act, status)]
    claim = found[0]
    if actor is not None:
        assert [p.text for p in claim.actors] == ([actor] if actor else [])
    if recipient is not None:
        assert [p.text for p in claim.recipients] == ([recipient] if recipient else [])


@pytest.mark.parametrize(("text", "trigger"), NONE)
def test_no_act(text, trigger):
    assert _found(text, trigger) == []


def test_who_condemns_an_effort_makes_none():
    found = _found("The envoy condemned an effort to seize power by force.", "seize")
    assert all(not c.actors for c in found)
