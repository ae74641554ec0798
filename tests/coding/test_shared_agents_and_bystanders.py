"""Deeds told in chains that share their doer, of people the classifier hardly knows, and what a driven car strikes."""

from __future__ import annotations

import pytest

from dragoman import Article, Claim, Coder, load


@pytest.fixture(scope="module")
def coder() -> Coder:
    return load()


def _claims(coder: Coder, sentence: str) -> list[Claim]:
    return coder.code(Article.from_text(sentence, published="2017-06-10"))


# sentence, trigger, PLOVER type, end of the actor (None: nobody), end of the recipient (None: nobody)
CASES = [
    (
        "Dozens of women were beaten, molested and robbed by gangs of men in Porto.",
        "molested",
        "ASSAULT",
        "men",
        "women",
    ),
    ("Dozens of women were beaten, molested and robbed by gangs of men in Porto.", "robbed", "ASSAULT", "men", "women"),
    (
        "The rebels shocked the world when they kidnapped hundreds of pupils.",
        "kidnapped",
        "ASSAULT",
        "rebels",
        "pupils",
    ),
    ("The mother of a soldier was killed in the attack.", "killed", "ASSAULT", None, "soldier"),
    ("Rome has faced a series of attacks, wounding 20 tourists.", "wounding", "ASSAULT", None, "20 tourists"),
    ("A gunman smashed a truck into a crowd of revellers in Nice.", "smashed", "ASSAULT", "gunman", "revellers"),
    ("Militants ram car packed with shells into wall of consulate.", "ram", "ASSAULT", "Militants", "consulate"),
    ("The bombing claimed 12 lives.", "claimed", "ASSAULT", None, None),
    ("The army has made big advances against Boko Haram.", "made", "ASSAULT", "army", "Boko Haram"),
    ("Israel has held Dina Saleh since arresting her in May.", "arresting", "COERCE", "Israel", "Dina Saleh"),
    ("The ex-president is standing trial for corruption.", "standing", "ACCUSE", None, "president"),
    ("The minister lashed out at the media reports.", "lashed", "ACCUSE", "minister", None),
    ("The arrests drew criticism of the president.", "drew", "ACCUSE", None, "president"),
    ("The singer has been accused of assault.", "accused", "ACCUSE", None, "singer"),
    ("Chinese ships supplied oil to Syrian ships.", "supplied", "COOPERATE", "Chinese ships", "Syrian ships"),
    ("Palestinians hailed Dina Saleh as an icon.", "hailed", "SUPPORT", "Palestinians", "Dina Saleh"),
    ("The group has declared itself loyal to Islamic State.", "declared", "SUPPORT", "group", "Islamic State"),
    ("The UN has barred Chad from exporting coal.", "barred", "SANCTION", "UN", "Chad"),
    ("Protests have been held all over Europe.", "held", "PROTEST", None, None),
    ("The Panama-flagged Silver Star was seized in the port of Oran.", "seized", "COERCE", None, "Silver Star"),
]


@pytest.mark.parametrize(("sentence", "trigger", "act", "actor", "recipient"), CASES)
def test_told(coder: Coder, sentence: str, trigger: str, act: str, actor: str | None, recipient: str | None) -> None:
    claims = [c for c in _claims(coder, sentence) if c.trigger.text == trigger]
    assert [c.plover for c in claims] == [act]
    for wanted, found in ((actor, claims[0].actors), (recipient, claims[0].recipients)):
        if wanted is None:
            assert not found
        else:
            assert [p.text.endswith(wanted) for p in found] == [True], [p.text for p in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "A wall surrounding the Turkish consulate collapsed.",
        "The minister is battling a big rise in hospital waits.",
        "Prosecutors released their final estimates.",
        "The militants made arrangements for the winter.",
        "The talks fuelled the fury of the crowd.",
        "The opposition has made gains against the ruling party.",
    ],
)
def test_no_act(coder: Coder, sentence: str) -> None:
    assert _claims(coder, sentence) == []
