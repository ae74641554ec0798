"""Local news: courts, police, councils. What is a claim there and what is none."""

from __future__ import annotations

import pytest

import dragoman
from tests.factories import loaded

# sentence, trigger, act, status, recipient (None: whatever stands there)
ACTS = [
    ("Grand jury indicts pair in church fund scam.", "indicts", "ACCUSE", "occurred", "pair"),
    (
        "A grand jury has returned a five-count indictment against a Boston couple.",
        "returned",
        "ACCUSE",
        "occurred",
        "a Boston couple",
    ),
    ("A bricklayer was arraigned Tuesday in county court.", "arraigned", "ACCUSE", "occurred", "A bricklayer"),
    ("A stone mason was arraigned Tuesday.", "arraigned", "ACCUSE", "occurred", "A stone mason"),
    ("A 28-year-old was charged with drunken driving.", "charged", "ACCUSE", "occurred", "A 28-year-old"),
    ("A clerk is accused of embezzling money from the town.", "accused", "ACCUSE", "occurred", "A clerk"),
    ("Charges of fraud were filed against Marsh on May 3.", "filed", "ACCUSE", "occurred", "Marsh"),
    ("He was issued a citation for speeding.", "issued", "ACCUSE", "occurred", "He"),
    ("The former mayor pleaded guilty to bribery.", "pleaded", "SANCTION", "occurred", "The former mayor"),
    ("Councilwoman arrested after row at town hall.", "arrested", "COERCE", "occurred", "Councilwoman"),
    ("He was booked into the county jail.", "booked", "COERCE", "occurred", "He"),
    ("Police raided a home on Wednesday.", "raided", "COERCE", "occurred", "a home"),
    ("If the family is sent back to Nigeria, it will go into hiding.", "sent", "COERCE", "hypothetical", "the family"),
    ("The House approved the measure on Monday.", "approved", "SUPPORT", "occurred", None),
    ("Voters approved a bond issue for the school.", "approved", "SUPPORT", "occurred", None),
    ("The bill is sponsored by Sen. Max Bell.", "sponsored", "SUPPORT", "occurred", None),
    ("Cllr Jane Wood criticized the report.", "criticized", "ACCUSE", "occurred", None),
    ("Police say Marsh attacked Sgt. Carla Vance on Monday.", "attacked", "ASSAULT", "occurred", "Sgt. Carla Vance"),
    ("The court denied a request by Hart to delay his execution.", "denied", "REJECT", "occurred", "Hart"),
    ("Marsh could spend a year in prison and be fined $5,000.", "fined", "SANCTION", "hypothetical", "Marsh"),
    ("The robberies resulted in the deaths of four people.", "resulted", "ASSAULT", "occurred", "four people"),
]
NONE = [
    "Detectives have released an e-fit of a man they would like to trace.",
    "The car had been parked outside his home.",
    "The minister will launch a media blitz to explain the policies.",
    "The judge is taking testimony from the guards.",
    "The doctors found Marsh competent to stand trial.",
    "The senator is optimistic about restoring state funding to the Webb Center.",
]


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded()


def _read(coder: dragoman.Coder, text: str) -> list[dragoman.Claim]:
    return coder.code(dragoman.Article.from_text(text, published="2009-03-20"))


@pytest.mark.parametrize(("text", "trigger", "act", "status", "recipient"), ACTS)
def test_acts(coder: dragoman.Coder, text: str, trigger: str, act: str, status: str, recipient: str | None) -> None:
    claims = _read(coder, text)
    found = [c for c in claims if c.trigger.text == trigger]
    assert [(c.act, c.status) for c in found] == [(act, status)], claims
    if recipient is not None:
        assert [p.text for p in found[0].recipients] == [recipient]


@pytest.mark.parametrize("text", NONE)
def test_no_acts(coder: dragoman.Coder, text: str) -> None:
    assert _read(coder, text) == []


def test_a_charge_names_who_did_it(coder: dragoman.Coder) -> None:
    """ "charges he assaulted a girl": a tense mistaken for a reduced passive turned the parts round."""
    claims = _read(coder, "A driver was arraigned Tuesday on charges he assaulted a girl.")
    assault = next(c for c in claims if c.act == "ASSAULT")
    assert [p.text for p in assault.recipients] == ["a girl"]


def test_an_empty_it_does_nothing(coder: dragoman.Coder) -> None:
    for claim in _read(coder, "It would be inhumane to execute the prisoner within days, the bishop said."):
        assert "It" not in [p.text for p in claim.actors]


@pytest.mark.parametrize("dateline", ["SALEM — ", "SALEM (AP) \x97 ", "SALEM, Ore. -- "])
def test_a_dateline_behind_a_headline_is_no_party(coder: dragoman.Coder, dateline: str) -> None:
    claims = _read(coder, f"Man held in town. {dateline}A Marion County woman was sentenced to 9 years in prison.")
    sentenced = next(c for c in claims if c.trigger.text == "sentenced")
    assert [p.text for p in sentenced.recipients] == ["A Marion County woman"]


def test_who_speaks_before_a_colon_is_no_dateline(coder: dragoman.Coder) -> None:
    sentences = coder.parser.parse(dragoman.Article.from_text("ROY: We will not sign the treaty.")).sentences
    assert len(sentences) == 1
