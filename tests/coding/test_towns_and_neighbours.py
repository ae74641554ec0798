"""Towns and neighbours: councils, candidates, people who speak up, plans of marches; what is only life beside them."""

from __future__ import annotations

import pytest

import dragoman
from tests.factories import loaded

# sentence, trigger, act, status, actors, recipients
ACTS = [
    ("The union plans a series of marches in May.", "plans", "PROTEST", "planned", ["The union"], []),
    ("Rebels are plotting attacks on the town.", "plotting", "ASSAULT", "planned", ["Rebels"], ["the town"]),
    (
        "The opposition plans a rally on Friday to demand the mayor's resignation.",
        "resignation",
        "RETREAT",
        "requested",
        ["The opposition"],
        ["the mayor"],
    ),
    (
        "Crofters have questioned the council's policy.",
        "questioned",
        "ACCUSE",
        "occurred",
        ["Crofters"],
        ["the council"],
    ),
    (
        "Party leaders answered by labelling the senator an obstructionist.",
        "labelling",
        "ACCUSE",
        "occurred",
        ["Party leaders"],
        ["the senator"],
    ),
    (
        "The opposition has stepped up pressure on the president.",
        "stepped",
        "REQUEST",
        "occurred",
        ["The opposition"],
        ["the president"],
    ),
    (
        "The minister wants the council to explain the delay.",
        "wants",
        "REQUEST",
        "occurred",
        ["The minister"],
        ["the council"],
    ),
    ("The two men are now both charged with murder.", "charged", "ACCUSE", "occurred", [], ["The two men"]),
    (
        "The senator campaigned with Ana Lund in Ohio.",
        "campaigned",
        "SUPPORT",
        "occurred",
        ["The senator"],
        ["Ana Lund"],
    ),
    ("The former mayor criticised the newspaper.", "criticised", "ACCUSE", "occurred", ["The former mayor"], None),
    (
        "Ana Reed, 23, Bea Lund, 20, and Carl Moss, 24, each face charges of arson.",
        "face",
        "ACCUSE",
        "occurred",
        [],
        ["Ana Reed", "Bea Lund", "Carl Moss"],
    ),
    (
        "Moss was one of three people police arrested Thursday.",
        "arrested",
        "COERCE",
        "occurred",
        ["police"],
        ["three people"],
    ),
    ("The suspect was taken to a detention facility.", "taken", "COERCE", "occurred", [], ["The suspect"]),
    ("A police officer was dragged 50 feet by the car.", "dragged", "ASSAULT", "occurred", [], ["A police officer"]),
    ("The baker pleaded guilty Monday.", "pleaded", "SANCTION", "occurred", [], ["The baker"]),
    ("She is next due in court May 11.", "is", "ACCUSE", "planned", [], ["She"]),
    (
        "The envoy will meet with the president, prime minister and foreign minister of Chad.",
        "meet",
        "CONSULT",
        "planned",
        ["The envoy"],
        None,
    ),
    (
        "Council member Ana Lund criticised the plan.",
        "criticised",
        "ACCUSE",
        "occurred",
        ["Council member Ana Lund"],
        [],
    ),
    ("The minister is not sure that the rebels will disarm.", "disarm", "RETREAT", "hypothetical", ["the rebels"], []),
    ("Nine villagers were killed in army shelling.", "killed", "ASSAULT", "occurred", ["army"], ["Nine villagers"]),
    ("The mayor said it was their duty to expel the envoy.", "expel", "SANCTION", "planned", [], ["the envoy"]),
    ("Immigration agents arrested nine men.", "arrested", "COERCE", "occurred", ["Immigration agents"], ["nine men"]),
    (
        "The raid followed an investigation into the use of false papers by the guards.",
        "investigation",
        "ACCUSE",
        "occurred",
        [],
        ["the guards"],
    ),
    ("Moss was brought in by police for questioning.", "brought", "COERCE", "occurred", ["police"], ["Moss"]),
    ("The baker pleaded no contest to the charge.", "pleaded", "SANCTION", "occurred", [], ["The baker"]),
    ("Rep. Ana Lund reintroduced her Clean Water Act.", "reintroduced", "SUPPORT", "occurred", ["Rep. Ana Lund"], []),
    (
        "Police received a call from a teacher reporting the boy had been assaulted.",
        "assaulted",
        "ASSAULT",
        "occurred",
        [],
        ["the boy"],
    ),
    (
        "The president opposes it and the Senate last month approved an amendment.",
        "approved",
        "SUPPORT",
        "occurred",
        ["the Senate"],
        [],
    ),
    ("The minister resigned as party treasurer.", "resigned", "RETREAT", "occurred", ["The minister"], []),
]
NONE = [
    "The county council has sanctioned several housing developments in the town.",
    "The planning board issued its warning when the council voted.",
    "The police did not link the arrests to the planned protests.",
    "The twins were ready for their trip home yesterday.",
    "Anna Reed was on the phone with a co-worker at the time.",
    "The board wants to reinstate tolls on the road.",
    "All the county has to do now is submit its list of bridges, Harper said.",
    "The boy is in state custody.",
    "The governor used the cash to pay off state debt.",
    "Police received a call from a nurse on Monday.",
    "People who accuse others of crimes are not deterred by fines.",
    "The nurse paid the restitution for the police expenses last year.",
    "The committee has favoured development over the environment.",
]


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded()


def _read(coder: dragoman.Coder, text: str) -> list[dragoman.Claim]:
    return coder.code(dragoman.Article.from_text(text, published="2009-03-20"))


@pytest.mark.parametrize(("text", "trigger", "act", "status", "actors", "recipients"), ACTS)
def test_the_act_is_read_with_its_parties(coder, text, trigger, act, status, actors, recipients):
    found = [c for c in _read(coder, text) if c.trigger.text == trigger]
    assert [(c.act, c.status) for c in found] == [(act, status)]
    assert [p.text for p in found[0].actors] == actors
    if recipients is not None:
        assert [p.text for p in found[0].recipients] == recipients


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_claimed(coder, text):
    assert _read(coder, text) == []


def test_what_is_taken_up_by_a_pronoun_or_by_the_board(coder):
    helped = {c.trigger.text: c for c in _read(coder, "The king has been helping Lund in his negotiations with Kenya.")}
    assert "Lund" in [p.text for p in helped["negotiations"].actors]
    text = "The Northgate Board of Education met on Monday. The board approved the budget with a majority vote."
    approved = [c for c in _read(coder, text) if c.trigger.text == "approved"]
    assert [[p.text for p in c.actors] for c in approved] == [["The board"]]
    assert approved[0].recipients == ()


def test_a_war_long_before_does_not_date_the_pressure_since(coder):
    text = (
        "The opposition has put pressure on the king since Chad's defeat in a five-day war last August and plans a "
        "rally for Friday. Ten people had been arrested, the ministry said."
    )
    claims = {c.trigger.text: c for c in _read(coder, text)}
    assert {"put", "plans", "arrested"} <= claims.keys()
    assert not any(claims[word].historical for word in ("put", "plans", "arrested"))
