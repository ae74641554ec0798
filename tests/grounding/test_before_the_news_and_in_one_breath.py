"""What lies before the news, what is told of one occasion, dates at the head of a line, and places taken up by a noun."""

from __future__ import annotations

import pytest
from tests.factories import loaded

import dragoman
from dragoman.records import Article, Claim

PUBLISHED = "2018-02-20"  # a Tuesday


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


def _claim(coder: dragoman.Coder, text: str, trigger: str) -> Claim:
    claims = coder.code(Article.from_text(text, published=PUBLISHED))
    return next(c for c in claims if c.trigger.text == trigger)


def _value(claim: Claim) -> str:
    assert claim.time is not None
    return claim.time.grounding.choice.value


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        # told of an event, or a paper, that has the day
        ("The army said the bombing late Thursday, which killed a guard, was an accident.", "killed", "2018-02-15"),
        ("The new law extends the one passed in May, which banned the party.", "banned", "2017-05"),
        ("The rebels spoke of raids this month in the province of Kunduz that killed ten.", "killed", "2018-02"),
        # one occasion within a clause with "when"
        (
            "Ten people were killed last week when jets bombed a hill in support of troops who came under attack.",
            "came",
            "2018-W07",
        ),
        # "attended Monday's meeting", but what follows on it was before or after
        ("Ana Lund attended Monday's council meeting.", "attended", "2018-02-19"),
        ("The minister boycotted Friday's summit.", "boycotted", "2018-02-16"),
        # how the event that opens the sentence came about
        (
            "Troops shelled a village in May. The incident happened when soldiers fired at a car.",
            "fired",
            "2017-05",
        ),
        # the date at the head of a line holds to its end
        ("3/9 2014 Women wait at a clinic. A soldier shot their driver.", "shot", "2014"),
        ("May 3: Police arrested two men in Leeds. Officers shot a man at their home.", "shot", "2017-05-03"),
        # a caption told in the present, and a flight
        ("A woman boards a bus on Thursday after a gunman shot two men.", "shot", "2018-02-15"),
        ("Hundreds fled the market on Monday after a bomb killed two guards.", "killed", "2018-02-19"),
        # the harm of an attack told just before, though only its year is told
        (
            "The town marked the anniversary of an attack last year on a market in Bonn. Twelve people were killed.",
            "killed",
            "2017",
        ),
    ],
)
def test_days_shared(coder: dragoman.Coder, text: str, trigger: str, value: str):
    assert _value(_claim(coder, text, trigger)) == value


@pytest.mark.parametrize(
    ("text", "trigger", "until"),
    [
        # the deed came before police and courts dealt with it
        ("A clerk was arrested Monday after she was accused of slicing two people.", "accused", "2018-02-19"),
        ("A judge last week sentenced a man who killed two guards.", "killed", "2018-02-18"),
        ("He is standing trial on charges of stabbing a student.", "stabbing", PUBLISHED),
        # "days after"
        ("The launch came days after the council passed sanctions on Iran.", "passed", PUBLISHED),
        # background without a year
        ("The general, who had bombed the port, praised the king.", "bombed", PUBLISHED),
        ("The council has repeatedly condemned the raids.", "condemned", PUBLISHED),
    ],
)
def test_left_open(coder: dragoman.Coder, text: str, trigger: str, until: str):
    time = _claim(coder, text, trigger).time
    assert time is not None
    value = time.grounding.choice
    assert (value.value, value.start, value.end) == ("PAST_REF", None, until)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The banker went free after a court overturned the verdict.", "overturned"),
        ("The army bombed the port.", "bombed"),
        ("The council has condemned the raids.", "condemned"),
    ],
)
def test_the_news_itself_keeps_the_day_of_the_report(coder: dragoman.Coder, text: str, trigger: str):
    assert _value(_claim(coder, text, trigger)) == PUBLISHED


@pytest.mark.parametrize(
    ("text", "trigger", "background"),
    [
        ("The Obama administration imposed sanctions on Iran.", "imposed", True),
        ("Washington invaded Iraq under President George W. Bush.", "invaded", True),
        ("The previous government banned the party.", "banned", True),
        ("Then-Secretary of State John Kerry met the rebels in Oslo.", "met", True),
        ("The Trump administration imposed sanctions on Iran.", "imposed", False),
        ("Former Obama administration officials criticised the ban.", "criticised", False),
        # history told on
        ("In 2012 she was elected mayor of Bergen. She fired the police chief.", "fired", True),
        ("In 2012 she was elected mayor of Bergen. She has fired the police chief.", "fired", False),
        ("The court banned the party in 2010. It later expelled its leader.", "expelled", True),
    ],
)
def test_background(coder: dragoman.Coder, text: str, trigger: str, background: bool):
    assert _claim(coder, text, trigger).historical == background


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        # of the event that the clause tells of
        (
            "The army admitted raids near the town of Kunduz last week in which ten people were killed.",
            "killed",
            "Kunduz",
        ),
        ("Troops shelled a base in Kunduz. The Kunduz incident began when troops fired at a car.", "fired", "Kunduz"),
        # the town or state told of last
        ("Ana Lund, a minister in Bavaria, will deploy 500 officers across the state.", "deploy", "Bavaria"),
        ("The strike was felt in Mosul. Gunmen rammed a wall of the consulate in the city.", "rammed", "Mosul"),
        # a site placed elsewhere
        ("A car rammed the consulate in Mosul. Rebels said they had attacked the consulate.", "attacked", "Mosul"),
        # of another such site nothing is known
        ("A car rammed the consulate in Mosul. Rebels said they had attacked a consulate.", "attacked", None),
    ],
)
def test_places_taken_up(coder: dragoman.Coder, text: str, trigger: str, place: str | None):
    found = _claim(coder, text, trigger).place
    assert (found.text if found is not None else None) == place


def test_the_event_that_is_named_again_is_that_one(coder: dragoman.Coder):
    text = (
        "Gunmen attacked a hotel in Mosul on Thursday. The army said air strikes in Kirkuk last month had hit a camp. "
        "Officials were angry. The strikes killed ten children."
    )
    killed = _claim(coder, text, "killed")
    assert _value(killed) == "2018-01"
    assert killed.place is not None
    assert killed.place.text == "Kirkuk"


def test_clauses_with_while_and_before_are_of_the_story(coder: dragoman.Coder):
    text = (
        "Police were called Friday to a fight at a bar in Leeds. While searching a suspect, officers found a gun. "
        "Before he was arrested, the suspect hit a guard."
    )
    assert _value(_claim(coder, text, "searching")) == "2018-02-16"
    assert _value(_claim(coder, text, "arrested")) == "2018-02-16"
