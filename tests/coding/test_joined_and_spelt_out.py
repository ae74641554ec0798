"""Which words are actor and recipient where verbs share them or spell out what was told before; who is asked and promised what;
what is only thought of, called off or denied."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim, code
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


PUBLISHED = "2021-05-04"

PARTIES = [
    # verbs in a row share subject and object
    (
        "Customs officers stopped and searched a Greek freighter on Monday.",
        "stopped",
        "recipients",
        ["a Greek freighter"],
    ),
    (
        "Police said that on Monday they seized and searched a Maltese-flagged ship that on May 3 carried coal.",
        "seized",
        "recipients",
        ["a Maltese-flagged ship"],
    ),
    (
        "A woman was arrested after pushing, kicking and slapping two policemen.",
        "pushing",
        "recipients",
        ["two policemen"],
    ),
    ("Rebels seized, then released, two aid workers.", "seized", "recipients", ["two aid workers"]),
    ("Rebels seized, then released, two aid workers.", "released", "actors", ["Rebels"]),
    # … but each its own where each has one
    (
        "The rebels set out to destroy the Turkish consulate and shoot whoever they found inside.",
        "destroy",
        "recipients",
        ["the Turkish consulate"],
    ),
    ("Soldiers burned the village and killed whoever they met on the road.", "killed", "recipients", ["whoever"]),
    # a participle or a second verb spells out the sanctions before
    (
        "The council adopted tougher sanctions on Syria, banning most imports of timber.",
        "banning",
        "recipients",
        ["Syria"],
    ),
    (
        "The Security Council resolution bars Eritrea from importing rifles and capped its gold exports in May.",
        "capped",
        "recipients",
        ["Eritrea"],
    ),
    ("The EU imposed limits on Belarus's potash sales but has not banned them.", "banned", "recipients", ["Belarus"]),
    (
        "The EU tightened its sanctions on Belarus, freezing the assets of 30 firms.",
        "freezing",
        "recipients",
        ["30 firms"],
    ),
    # what they are to make of whom
    (
        "UN sanctions imposed to dissuade Tehran from building missiles have hit ordinary people.",
        "imposed",
        "recipients",
        ["Tehran"],
    ),
    ("EU sanctions imposed to force Belarus to free prisoners have failed.", "imposed", "recipients", ["Belarus"]),
    # who is asked
    ("Lawyers tried to convince an appeals court to throw out the rules.", "throw", "recipients", ["an appeals court"]),
    ("The unions want to persuade the ministry to release the men.", "release", "recipients", ["the ministry"]),
    ("The motion asks the court to delay the hearing.", "asks", "actors", ["The motion"]),
    ("The petition asks the judge to allow Miller to join the case.", "allow", "actors", ["The petition"]),
    ("Hale's motion asks the court to delay the hearing.", "asks", "actors", ["Hale"]),
    # who is to have the good of what is promised
    ("The minister promised to deal firmly with violators of EU sanctions.", "promised", "recipients", []),
    ("The ministry pledged to hire a former minister.", "pledged", "recipients", []),
    ("The minister promised Kenya more aid.", "promised", "recipients", ["Kenya"]),
    # whoever is sent does not send
    ("Two battalions of fighters had been sent to the border.", "sent", "actors", []),
    ("Police were deployed to the stadium.", "deployed", "actors", ["Police"]),
    # who scrutinises, who is honoured, whose finding is contradicted
    ("The senator's remarks have drawn scrutiny from the bishops.", "drawn", "actors", ["the bishops"]),
    (
        "Senator Berg also picked up the Mayor's Award for her work with refugees.",
        "picked",
        "recipients",
        ["Senator Berg"],
    ),
    (
        "A jury contradicted a state psychologist's finding that the mayor is corrupt.",
        "contradicted",
        "recipients",
        ["a state psychologist"],
    ),
    # who is suspected is investigated
    (
        "When the ministry suspects that an employee has taken bribes, the ministry will investigate.",
        "investigate",
        "recipients",
        ["an employee"],
    ),
]


@pytest.mark.parametrize(("text", "trigger", "role", "mentions"), PARTIES)
def test_parties_in_words(coder: dragoman.Coder, text: str, trigger: str, role: str, mentions: list[str]):
    assert [p.text for p in getattr(claim(coder, text, trigger), role)] == mentions


@pytest.mark.parametrize(
    ("text", "trigger", "act", "status"),
    [
        # what spells out sanctions is of their type
        (
            "The council adopted tougher sanctions on Syria and capped its oil exports.",
            "capped",
            "SANCTION",
            "occurred",
        ),
        ("The council condemned Oslo and banned the march.", "banned", "COERCE", "occurred"),
        # asked to put it off, or to undo what a court has decided: the asking alone is told
        ("The bishop asked the court to delay his execution.", "asked", "REQUEST", "occurred"),
        ("Lawyers asked the Court of Appeals to overturn the decision.", "asked", "REQUEST", "occurred"),
        ("The bishop asked the court to release the nun.", "release", "RETREAT", "requested"),
        # not guilty: denied
        ("The nurse pleaded not guilty to two counts of murder.", "pleaded", "ASSAULT", "denied"),
        ("Lind pleaded not guilty to killing a nurse.", "killing", "ASSAULT", "denied"),
        ("Lind pleaded guilty to killing a nurse.", "killing", "ASSAULT", "occurred"),
        # meant, and come to nothing
        (
            "The premier was meant to visit Chad in May; the trip, however, fell through.",
            "visit",
            "CONSULT",
            "cancelled",
        ),
        ("Senator Lund was expected to back the bill; instead, she voted against it.", "back", "SUPPORT", "cancelled"),
        ("The premier is expected to visit Chad in May; Oslo, however, has doubts.", "visit", "CONSULT", "planned"),
        # thought of only
        ("Without sending troops, France will help Mali.", "sending", "MOBILIZE", "hypothetical"),
        ("The rebels left without attacking the town.", "attacking", "ASSAULT", "denied"),
        ("It would be inhumane to execute the nun.", "execute", "ASSAULT", "hypothetical"),
        ("It is critical to support the police.", "support", "SUPPORT", "hypothetical"),
        ("It was wrong to invade Iraq.", "invade", "ASSAULT", "occurred"),
        ("Whenever officers find drugs, they will arrest the owner.", "arrest", "COERCE", "hypothetical"),
        ("When the nun returns, officers will arrest the owner.", "arrest", "COERCE", "planned"),
        # what an event made possible came about
        ("The blast broke the gate and enabled gunmen to kill all the guards.", "kill", "ASSAULT", "occurred"),
        ("The law enabled gunmen to kill all the guards.", "kill", "ASSAULT", "hypothetical"),
        # goes on
        ("The nun has been held at a jail since soon after her arrest.", "held", "COERCE", "ongoing"),
    ],
)
def test_act_and_status(coder: dragoman.Coder, text: str, trigger: str, act: str, status: str):
    found = claim(coder, text, trigger)
    assert (found.act, found.status) == (act, status)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # nobody accuses whoever pleads
        ("The former mayor entered a plea of not guilty on Monday.", "ACCUSE"),
        ("The former mayor pleaded not guilty to all charges.", "ACCUSE"),
        # fit for a trial, asked only who it was, asserted only
        ("The judge ruled that the mayor is competent to stand trial.", "ACCUSE"),
        ("Police had no information about who was shot.", "ASSAULT"),
        ("Police would not say who had been arrested.", "COERCE"),
        ("The ministry vowed that the army had kept the truce.", "AGREE"),
        # words that only say who is meant
        ("A photograph shows the kidnapped schoolgirls.", "ASSAULT"),
        ("The police want the names of the released girls.", "RETREAT"),
        # care, a task force, an aeroplane and a hand
        ("The freed girls are in the custody of the ministry.", "COERCE"),
        ("The girls are in the custody of the state welfare agency.", "COERCE"),
        ("A crisis task force was set up in Rome.", "MOBILIZE"),
        ("A flight from Madrid was forced to turn around after a passenger fell ill.", "SANCTION"),
        ("The evening also saw the sheriff hand out more than $8,000 to the youth.", "ACCUSE"),
        # a push alone is no blow
        ("The mayor pushed lawmakers to act.", "ASSAULT"),
    ],
)
def test_no_such_act(coder: dragoman.Coder, text: str, act: str):
    assert act not in [c.act for c in code(coder, text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The suspect is in the custody of the sheriff.", "COERCE"),
        ("The mayor will stand trial in May.", "ACCUSE"),
        ("Police shoved and kicked the protesters.", "ASSAULT"),
        ("Police found a kidnapped girl.", "ASSAULT"),
        ("The ministry vowed that the army would help the police.", "AID"),
    ],
)
def test_still_an_act(coder: dragoman.Coder, text: str, act: str):
    assert act in [c.act for c in code(coder, text, PUBLISHED)]


def test_the_accused_is_the_doer_of_what_a_thing_is_called():
    text = "Police arrested two men on Monday. Senator Lund called the epidemic a hoax perpetrated by Iran to hurt farmers."
    assert [p.text for p in claim(loaded(), text, "called").recipients] == ["Iran"]
