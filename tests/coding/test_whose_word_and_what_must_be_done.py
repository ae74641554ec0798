"""Who says so, who asks for what must be done, and words that only look like a party, a blow or a demand of one's own."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim, code
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


@pytest.fixture(scope="module")
def tagging() -> dragoman.Coder:
    return loaded()


PUBLISHED = "2021-05-04"


@pytest.mark.parametrize(
    ("text", "trigger", "role", "mentions"),
    [
        # a name that ends the relative clause before the verb does not do it
        ("A woman who met with Senator Anna Lund accused the police of neglect.", "accused", "actors", ["A woman"]),
        # seas and games are no party
        ("A destroyer was deployed in the Sea of Japan on Monday.", "deployed", "recipients", []),
        ("Troops were sent to the Ivory Coast on Monday.", "sent", "recipients", ["the Ivory Coast"]),
        # nor what only tells which exercise
        ("Chadian soldiers carried out an army exercise on Monday.", "carried", "recipients", []),
        # whose deed is blamed
        ("Oslo was outraged by the folly of Chad's latest decision.", "outraged", "recipients", ["Chad"]),
        # who asked for it first is not asked
        ("The minister repeated Oslo's call for a ceasefire.", "ceasefire", "actors", ["Oslo"]),
        # a letter asks for whoever sent it
        ("The governor sent a letter asking the president for help.", "asking", "actors", ["The governor"]),
        ("The treaty was signed by Iran and six powers.", "signed", "actors", ["Iran"]),
        # towns are given and sued
        ("The state gave the city a grant of $50,000.", "gave", "recipients", ["the city"]),
        ("The county received a grant from the state.", "received", "recipients", ["The county"]),
        ("The group filed a lawsuit against the city.", "filed", "recipients", ["the city"]),
        # a bare form goes on with the infinitive
        (
            "The premier used the speech to accuse the union of being misled and urge voters to stay away.",
            "urge",
            "actors",
            ["The premier"],
        ),
    ],
)
def test_parties_in_words(coder: dragoman.Coder, text: str, trigger: str, role: str, mentions: list[str]):
    assert [p.text for p in getattr(claim(coder, text, trigger), role)] == mentions


@pytest.mark.parametrize(
    "text",
    [
        "A ferry struck a stone pier in Hungary on Tuesday and 25 people were injured.",
        "A van hit a tree near Bergen and two soldiers were killed.",
        "Swiss investigators are looking into what made a bus leave the road, killing ten pilgrims.",
        "Senator Berg said the Republicans were holding the budget hostage.",
        "The two candidates clashed over health care in a debate.",
    ],
)
def test_a_mishap_or_a_figure_of_speech_is_no_assault(coder: dragoman.Coder, text: str):
    assert not [c for c in code(coder, text, PUBLISHED) if c.act == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "A lorry ploughed into the crowd and 12 people were killed.",
        "A missile hit a bridge near Kherson and 12 people were killed.",
        "Rebels blew up a bridge and 12 soldiers were killed.",
    ],
)
def test_what_lorries_do_to_crowds_and_missiles_to_bridges_stays_an_assault(coder: dragoman.Coder, text: str):
    assert claim(coder, text, "killed").act == "ASSAULT"


def test_one_demand_is_one_claim(coder: dragoman.Coder):
    found = code(coder, "The minister repeated a call for talks with Stockholm.", PUBLISHED)
    assert [(c.act, c.status, c.trigger.text) for c in found] == [("CONSULT", "requested", "talks")]


@pytest.mark.parametrize(
    ("text", "trigger", "act", "status"),
    [
        ("The union called off the strike.", "called", "PROTEST", "cancelled"),
        ("The minister rejected claims that he had misled parliament.", "rejected", "REJECT", "occurred"),
        ("The council banned short-term rentals.", "banned", "COERCE", "occurred"),
        ("The governor refused the money.", "refused", "REJECT", "occurred"),
        ("Police put the city on lockdown.", "put", "COERCE", "occurred"),
        ("The zoning board denied the application.", "denied", "REJECT", "occurred"),
        ("The council approved the application.", "approved", "SUPPORT", "occurred"),
        ("Councillors pushed hard for a new law.", "pushed", "REQUEST", "occurred"),
    ],
)
def test_what_councils_unions_and_campaigners_do(coder: dragoman.Coder, text: str, trigger: str, act: str, status: str):
    found = claim(coder, text, trigger)
    assert (found.act, found.status) == (act, status)


def test_a_drill_is_held_and_not_believed(coder: dragoman.Coder):
    text = "Japan holds a missile drill hours after North Korea fires a missile over Hokkaido."
    assert claim(coder, text, "fires").attribution == ()


def test_who_tells_it_may_stand_behind_the_verb(coder: dragoman.Coder):
    text = "The mayor took it as an attack, reported French media, adding that the driver was shot by the police."
    assert [s.text for s in claim(coder, text, "shot").attribution] == ["French media"]


def test_what_only_shows_does_not_speak(coder: dragoman.Coder):
    text = "Ana Lund is a senator. She says it proves that the mayor is unfit for office."
    found = claim(coder, text, "is", PUBLISHED)
    assert [p.text for p in found.actors] == ["She"]


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        (
            "The minister said Panama's leaders should put more effort into the law.",
            "put",
            "The minister",
            "Panama's leaders",
        ),
        ("China should take the offer seriously, the minister said.", "take", "the minister", "China"),
    ],
)
def test_who_says_what_must_be_done_asks_for_it(tagging, text: str, trigger: str, actor: str, recipient: str):
    found = claim(tagging, f"{text} Police arrested two men on Monday.", trigger)
    assert (found.act, found.status) == ("REQUEST", "occurred")
    assert [p.text for p in found.actors] == [actor]
    assert [p.text for p in found.recipients] == [recipient]


def test_a_recipe_demands_nothing(tagging: dragoman.Coder):
    text = "Cooks should add the butter slowly, the chef said. Police arrested two men on Monday."
    assert [c.trigger.text for c in code(tagging, text, PUBLISHED)] == ["arrested"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Thousands of villagers were forced to flee.", "forced"),
        ("Thousands of people have been displaced by fighting in the north.", "displaced"),
    ],
)
def test_people_driven_from_their_homes_are_told_whoever_drives_them(coder: dragoman.Coder, text: str, trigger: str):
    found = claim(coder, text, trigger)
    assert (found.act, found.mode) == ("SANCTION", "expel")


@pytest.mark.parametrize(
    "text",
    [
        "Thousands were forced to flee as floods swept through the town.",
        "Residents were forced to hide underground during the night.",
        "The minister was forced to admit that he had lied.",
    ],
)
def test_what_circumstances_force_people_to_do_is_nobodys_act(coder: dragoman.Coder, text: str):
    assert code(coder, text, PUBLISHED) == []


def test_whoever_asks_is_nobody_he_speaks_to(coder: dragoman.Coder):
    text = "Ana Lund spoke in Oslo. “Mr. Luis Vega, will you free the miners?” she asked. She accused the police of neglect."
    assert claim(coder, text, "accused").actors[0].name == "Ana Lund"


def test_a_grant_that_a_town_might_get_is_talk_of_budgets(coder: dragoman.Coder):
    assert code(coder, "The city could receive a grant from the state if it applies in time.", PUBLISHED) == []
    assert claim(coder, "The city will receive a grant from the state.", "receive").status == "planned"
