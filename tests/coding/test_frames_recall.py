"""Acts of ordinary news that the frames have to know: blame by epithet, launches, vehicles, searches, calls, approvals."""

from __future__ import annotations

import pytest

from dragoman import Article, Claim, Coder
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> Coder:
    return loaded(use_model=False)


def claims_of(coder: Coder, sentence: str) -> list[Claim]:
    return coder.code(Article.from_text(sentence, published="2018-03-05"))


@pytest.mark.parametrize(
    ("sentence", "act", "status"),
    [
        # blame by what a deed is called or said to be
        ('Mayor Lena Brandt called Tuesday\'s vote "crazy".', "ACCUSE", "occurred"),
        ("The Norwegian government described the new outposts as illegitimate.", "ACCUSE", "occurred"),
        ("The Kremlin branded the expulsions a provocation.", "ACCUSE", "occurred"),
        ("Ankara denounced the resolution as a flagrant violation of international law.", "ACCUSE", "occurred"),
        ("The decision of the Knesset is contrary to international law, Jordan said.", "ACCUSE", "occurred"),
        ("Hamas was to blame for the blast, the general said.", "ACCUSE", "occurred"),
        ("The city's police department is under fire for failing to stop the riots.", "ACCUSE", "ongoing"),
        ("The president condemned in the strongest terms what he called a terrorist attack.", "ACCUSE", "occurred"),
        ("Iran opposes Saudi Arabia's air strikes.", "ACCUSE", "occurred"),
        # weapons, guards
        ("Pakistan fired a projectile over Indian territory on Monday.", "MOBILIZE", "occurred"),
        ("The launch of the missile was supervised by President Hassan.", "MOBILIZE", "occurred"),
        ("The government agreed in May to deploy the Iron Dome missile defense system.", "MOBILIZE", "planned"),
        ("Public events in Spain have been guarded by troops and armed police.", "MOBILIZE", "occurred"),
        ("Authorities have stepped up public security measures across Belgium.", "MOBILIZE", "occurred"),
        # force
        ("A truck drove into a crowd of shoppers in Graz.", "ASSAULT", "occurred"),
        ("France is intervening in Mali against the jihadists.", "ASSAULT", "ongoing"),
        ("The senator survived an assassination attempt by a gunman in Quito.", "ASSAULT", "failed"),
        ("Russia has continued to shell the town.", "ASSAULT", "ongoing"),
        # police and officials
        ("Greek authorities inspected a Togo-flagged vessel in March.", "COERCE", "occurred"),
        ("The vessel is being searched by the Spanish navy.", "COERCE", "ongoing"),
        ("India announced it would ban all cryptocurrency trading.", "COERCE", "planned"),
        ("Police kept the women from leaving the square.", "COERCE", "occurred"),
        ("The ministry took tough action against the broadcaster.", "COERCE", "occurred"),
        # verbal acts
        ("The mayor called for police to solve the crimes quickly.", "REQUEST", "occurred"),
        ("The assembly calls upon state officials to allow free building.", "REQUEST", "occurred"),
        ("All parties should exercise restraint, the Turkish minister said.", "RETREAT", "requested"),
        ("Russia warned that all sides should pull back from the brink.", "RETREAT", "requested"),
        ("The two presidents affirmed their commitment to a two-state solution.", "AGREE", "occurred"),
        ("Peru and Chile had discussed deploying patrols on the border.", "CONSULT", "occurred"),
        ("The president said Iran would face fire and fury.", "THREATEN", "threatened"),
        # sanctions, captives
        ("The Security Council imposed an import quota of 500 barrels on Libya.", "SANCTION", "occurred"),
        ("Putin forced other tycoons out of Russia.", "SANCTION", "occurred"),
        ("The Red Cross handed the 21 girls to Nigerian officials.", "RETREAT", "occurred"),
    ],
)
def test_the_act_is_found(coder: Coder, sentence: str, act: str, status: str) -> None:
    assert (act, status) in [(c.act, c.status) for c in claims_of(coder, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "China insists that there was no violation.",
        "The minister took extraordinary steps to please the crowd.",
        "The ministry will monitor financial markets around the clock.",
        "The passengers boarded the plane and the workers searched for a bird.",
        "The United States, Japan and Mexico considered it a success.",
        "The agency is to launch a space probe, China announced.",
    ],
)
def test_what_only_sounds_like_an_act_is_none(coder: Coder, sentence: str) -> None:
    assert claims_of(coder, sentence) == []


def test_two_verbs_are_two_deeds(coder: Coder) -> None:
    claims = claims_of(coder, "The rebels killed and wounded dozens of villagers.")
    assert [(c.act, c.trigger.text) for c in claims] == [("ASSAULT", "killed"), ("ASSAULT", "wounded")]


def test_what_is_to_be_is_refused_and_what_was_done_is_blamed(coder: Coder) -> None:
    (planned,) = claims_of(coder, "Hungary opposes the planned sanctions on Serbia.")
    assert (planned.act, planned.status) == ("SANCTION", "refused")
    done = claims_of(coder, "Hungary opposes Serbia's sanctions.")
    assert all(c.status != "refused" for c in done)
