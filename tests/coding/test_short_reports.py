"""Short reports of robbery, trial and office: acts whose doer or victim has no name, and senses that are no act."""

import pytest

from tests.coding.told import acts_and_parties
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def read(coder, text):
    return acts_and_parties(coder, text, "2018-03-15")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three armed robbers made off with diamonds from a shop in Geneva.",
            ("ASSAULT", "Three armed robbers", "a shop"),
        ),
        ("Police say masked raiders cleaned out a pawnshop in Lyon.", ("ASSAULT", "masked raiders", "a pawnshop")),
        ("Thieves rammed a stolen van into a jeweller's in Zurich.", ("ASSAULT", "Thieves", "a jeweller")),
        ("Diamond heist at Brussels airport", ("ASSAULT", "", "")),
        ("Watches stolen in Geneva shop raid", ("ASSAULT", "", "")),
        ("Lena Olm Smit is now accused of murdering two women in 1967.", ("ACCUSE", "", "Lena Olm Smit")),
        ("A trial date has been set for a Leeds man accused of murdering his sister.", ("ACCUSE", "", "a Leeds man")),
        ("She was ordered held without bail.", ("COERCE", "", "She")),
        ("The pair have been held since Monday.", ("COERCE", "", "The pair")),
        ("A Mafia boss arrested on Monday was found dead in his cell.", ("COERCE", "", "A Mafia boss")),
        (
            "A jury ordered execution for a gang member convicted of killing a deputy.",
            ("SANCTION", "A jury", "a gang member"),
        ),
        (
            "The witness had been threatened with death by the gunman's brother.",
            ("THREATEN", "the gunman's brother", "The witness"),
        ),
        ("The blaze is being treated as suspicious.", ("ACCUSE", "", "")),
        ("Police responded with barrages of tear gas.", ("ASSAULT", "Police", "")),
        ("Pirates boarded a merchant vessel in the Bay of Bengal.", ("ASSAULT", "Pirates", "a merchant vessel")),
        ("Ana Lind, MD, has been nominated to serve as health commissioner.", ("SUPPORT", "", "Ana Lind, MD")),
        ("The king on Monday appointed Samir Rifai prime minister.", ("SUPPORT", "The king", "Samir Rifai")),
        ("The president announced his nominee for surgeon general today.", ("SUPPORT", "The president", "")),
    ],
)
def test_an_act_is_found(coder, text, expected):
    assert expected in read(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "He suffered a heart attack in his cell.",
        "An earthquake shook southern Peru on Sunday. It killed six people and levelled several villages.",
        "It is the fifth anti-piracy operation carried out by the warship since May.",
        "She died after suffering a heart attack, her son said.",
        "The scandal that toppled a president began with a burglary.",
        "The factory suspended a worker for feuding with colleagues.",
        "The striker stole the show from his rivals in Madrid.",
        "The film was nominated for an Oscar.",
        "The studio has tapped Ana Lund to direct the sequel.",
        "The academy named him as host of the awards.",
    ],
)
def test_no_act_is_found(coder, text):
    assert read(coder, text) == []
