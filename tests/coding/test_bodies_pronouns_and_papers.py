"""Whom a spokesman's "we", the "he" of a quotation and a "they" of several mean; what is no party; who strikes from afar."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


@pytest.mark.parametrize(
    ("text", "trigger", "role", "mentions"),
    [
        # who strikes in an event of which "that" tells behind its place and day
        ("Crowds mourned after US air strikes this week in the province of Kunduz that killed nine men.", "killed",
         "actors", ["US"]),
        ("The rebels recalled Turkish airstrikes in the province of Idlib last month that left ten civilians dead.",
         "left", "actors", ["Turkish"]),
        ("Police recalled a raid by guards on a gang that killed nine men.", "killed", "actors", ["a gang"]),
        # those of whom the phrase says what makes them people
        ("Mayor Ana Lund urged those at the meeting to vote for the bridge.", "vote", "recipients",
         ["those at the meeting"]),
        ("The minister urged those in attendance to join the army.", "urged", "recipients", ["those in attendance"]),
        # two offices of one who is named behind them
        ("Former minister and head of the central bank, Ana Lund, accused the rebels of lying.", "accused", "actors",
         ["Former minister and head of the central bank, Ana Lund"]),
        ("The mayor and police chief, Ana Lund, condemned the rebels.", "condemned", "actors",
         ["The mayor and police chief, Ana Lund"]),
        ("The mayor and the bishop condemned the rebels.", "condemned", "actors", ["The mayor", "the bishop"]),
        # laws and treaties are no party
        ("The president sponsored the rebels and the Camp Oslo Accords.", "sponsored", "recipients", ["the rebels"]),
        ("The senators criticised the governor and the Clean Streets Act.", "criticised", "recipients",
         ["the governor"]),
        # who is charged in papers did what they tell
        ("The nurse filed charges against the guard on suspicion of threatening her.", "threatening", "actors",
         ["the guard"]),
        ("Police obtained a warrant for Ola Berg on charges of assaulting a nurse.", "assaulting", "actors",
         ["Ola Berg"]),
        # whose words they are at which somebody takes offence, and who is blamed in the participle behind
        ("The women took issue with remarks made by the minister.", "took", "recipients", ["the minister"]),
        ("The bishop condemned the video posted by the rebels.", "condemned", "recipients", ["the rebels"]),
        ("Residents complained at the meeting, blaming the council for the floods.", "complained", "recipients",
         ["the council"]),
        ("Senator Ana Lund criticised the plan, accusing the board of lying.", "criticised", "recipients",
         ["the board"]),
        ("Residents complained at the meeting, thanking the council for its time.", "complained", "recipients", []),
        # nobody asks whoever is to be freed or dismissed
        ("The group campaigned for the release of the students.", "release", "recipients", []),
        ("Mayor Ana Lund's request to dismiss the chief was heard.", "dismiss", "recipients", []),
    ],
)  # fmt: skip
def test_parties_in_words(coder: dragoman.Coder, text: str, trigger: str, role: str, mentions: list[str]):
    assert [p.text for p in getattr(claim(coder, text, trigger), role)] == mentions


@pytest.mark.parametrize(
    ("text", "trigger", "role", "who"),
    [
        # the "we" of a spokesman is his body's
        ("“We have charged three men,” said a spokesman for the Dover Police Department.", "charged", "actors",
         "org:dover-police-department"),
        ("Dover Police spokesman Karl Berg said: “We arrested two men at the station.”", "arrested", "actors",
         "org:dover-police"),
        ("“We condemn the attack,” Karl Berg, a spokesman for Amnesty International, said after the raid.", "condemn",
         "actors", "org:amnesty-international"),
        ("“We will sue the union,” said a spokesman for Senator Karl Berg.", "sue", "actors", "person:karl-berg"),
        # … and what "they" do is the force's of which its officer tells
        ("Robin Berg, assistant chief of the Dover Police, said they were investigating the senator.",
         "investigating", "actors", "org:dover-police"),
        # the one man of whom the report tells before the quotation
        ("Ana Lund met Pavel Novak in a hotel in Oslo. “He beat me,” she said.", "beat", "actors",
         "person:pavel-novak"),
        ("Ana Lund met Pavel Novak in Oslo. “He beat me,” she said. “Twice. It hurt.” Later, she accused the police.",
         "accused", "actors", "person:ana-lund"),
        # a first name that is a place's
        ("Ana Lund lost her daughter, Georgia, in June. Police arrested Georgia on Monday.", "arrested", "recipients",
         "person:georgia"),
        ("Ana Lund has a daughter in Tbilisi. The union condemned Georgia on Monday.", "condemned", "recipients",
         "state:GEO"),
    ],
)  # fmt: skip
def test_who_is_meant(coder: dragoman.Coder, text: str, trigger: str, role: str, who: str):
    assert [p.actor_id for p in getattr(claim(coder, text, trigger), role)] == [who]


@pytest.mark.parametrize(
    ("text", "trigger", "mentions"),
    [
        ("Villagers and farmers marched in Oslo. They accused the mayor of lying.", "accused", ["Villagers", "farmers"]),
        ("Mayor Lund spoke to the workers and the farmers, and they accused him of lying.", "accused",
         ["the workers", "the farmers"]),
        # where he who speaks may be the one of whom he speaks nobody is meant
        ("Pavel Novak was arrested. “He beat me,” he said.", "beat", []),
    ],
)  # fmt: skip
def test_who_are_they(coder: dragoman.Coder, text: str, trigger: str, mentions: list[str]):
    assert [p.text for p in claim(coder, text, trigger).actors] == mentions


def test_a_paper_of_paris_in_berg_county_tells_of_no_frenchmen(coder: dragoman.Coder):
    text = "The City of Paris condemned the ban. Berg County had asked for it."
    for publisher, country in (("parisherald.com", None), ("herald.com", "FRA")):
        article = dragoman.Article.from_text(text, published="2021-05-04", publisher=publisher)
        [one] = [c for c in coder.code(article) if c.trigger.text == "condemned"]
        assert [p.grounding.choice.country for p in one.actors if p.grounding] == [country]
