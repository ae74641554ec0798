"""Police, courts, crime and rules of the day's local and world news; and words beside them that tell no act."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded()


def read(coder, text):
    claims = coder.code(dragoman.Article.from_text(text, published="2018-03-15"))
    return [(c.act, "+".join(p.text for p in c.actors), "+".join(p.text for p in c.recipients)) for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police stopped Lee when he hit another vehicle.", ("COERCE", "Police", "Lee")),
        ("Smith was pulled over for speeding.", ("COERCE", "", "Smith")),
        ("The driver was cited for speeding.", ("ACCUSE", "", "The driver")),
        ("The escaped murderer was recaptured last month.", ("COERCE", "", "The escaped murderer")),
        ("He was held for 90 days without bail.", ("COERCE", "", "He")),
        ("Smith has been sentenced to life without parole.", ("COERCE", "", "Smith")),
        ("John Lee, 23, had been sectioned after an apparent suicide attempt.", ("COERCE", "", "John Lee")),
        ("Jones was released on bail.", ("RETREAT", "", "Jones")),
        ("Police arrested her on Monday.", ("COERCE", "Police", "her")),
        ("A gunman held a pistol to the head of a policeman.", ("ASSAULT", "A gunman", "a policeman")),
        ("The navy said it had fired in self-defence.", ("ASSAULT", "The navy", "")),
        ("The officer who fired the shot has been suspended.", ("ASSAULT", "The officer", "")),
        ("French forces repulsed the rebels near Gao.", ("ASSAULT", "French forces", "the rebels")),
        ("Police offered a 30,000 euro reward for information about the attack.", ("REQUEST", "Police", "")),
        ("The mayor called the minister a liar.", ("ACCUSE", "The mayor", "the minister")),
        ("The organisation says it will probably sue.", ("ACCUSE", "The organisation", "")),
        ("Environmentalists lobbied against the rule.", ("REQUEST", "Environmentalists", "")),
        ("The Chamber of Commerce welcomed the law.", ("SUPPORT", "The Chamber of Commerce", "")),
    ],
)
def test_acts_told_of(coder, text, expected):
    assert expected in read(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "State-sponsored hacking groups pay thousands of dollars for such flaws.",
        "He looks forward to clearing his name in court.",
        "A woman was treated at a hospital and released, police said.",
        "People poured into the streets in panic.",
        "A rarely used law gives Congress 60 days to review rules.",
        "Parliament is due to vote on the cuts on Thursday.",
        "Three people were struck by a driver in Queens.",
        "The heavyweight champion has held the belt since beating Joe Brown in April 2006.",
        "Apple welcomed the decision.",
        "Apple welcomed spring with a new colour.",
        pytest.param(
            "Smith was released by Arsenal.",
            marks=pytest.mark.xfail(strict=True, reason="two names that no list has; the tagger is sure of the act"),
        ),
        "The new tax law gives companies 10 years to comply.",
        "http : / / www . example . com / World / 7a9x9 / Leeds - Son - suspected - of - killing - mother . html",
    ],
)
def test_no_act(coder, text):
    assert read(coder, text) == []


def test_a_long_record_dates_no_act(coder):
    text = "A man with a long history of drug offences stabbed two women on Monday."
    assert [c.historical for c in coder.code(dragoman.Article.from_text(text, published="2018-03-15"))] == [False]


def test_an_offence_is_nobody(coder):
    text = "A driver was charged with DWI after police say he struck and killed a woman in Leeds."
    assert ("ASSAULT", "A driver", "a woman") in read(coder, text)


def test_who_writes_to_somebody_urges_him(coder):
    text = (
        "Doctors from 300 clinics and three unions - the nurses' council and the Midwives' Society - sent separate "
        "letters to the Interior and Health ministries urging them to scrap the rule."
    )
    [urged] = [c for c in coder.code(dragoman.Article.from_text(text)) if c.plover == "REQUEST"]
    assert [p.text.split()[0] for p in urged.actors] == ["Doctors"]
