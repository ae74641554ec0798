"""Acts of parties, courts and campaigns at home: endorsing, naming, suing, ruling, refusing; and what is no act there."""

from __future__ import annotations

import pytest

from dragoman import Article, Coder
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> Coder:
    return loaded()


# sentence, trigger, type, act, status
FOUND = [
    ("Conservatives are coming around to the president.", "coming", "SUPPORT", "SUPPORT", "ongoing"),
    ("The governor said she would cast her ballot for the senator.", "cast", "AGREE", "SUPPORT", "planned"),
    ("A judge ruled in favor of the union.", "ruled", "SUPPORT", "SUPPORT", "occurred"),
    ("The district court upheld the minister's actions.", "upheld", "SUPPORT", "SUPPORT", "occurred"),
    ("The senator has been called a fraud by fellow Democrats.", "called", "ACCUSE", "ACCUSE", "occurred"),
    ("The senator described the president as unfit for office.", "described", "ACCUSE", "ACCUSE", "occurred"),
    ("The president has been called out by fellow Democrats.", "called", "ACCUSE", "ACCUSE", "occurred"),
    ("The senator said she had misgivings about the president.", "had", "ACCUSE", "ACCUSE", "occurred"),
    ("The governor has been dogged by allegations of fraud.", "dogged", "ACCUSE", "ACCUSE", "occurred"),
    ("The prime minister attacked the opposition.", "attacked", "ACCUSE", "ACCUSE", "occurred"),
    ("Rebels attacked the army near Aleppo.", "attacked", "ASSAULT", "ASSAULT", "occurred"),
    ("Civil rights advocates criticized the governor's policy.", "criticized", "ACCUSE", "ACCUSE", "occurred"),
    ("The senator is not going to back the president.", "back", "REJECT", "SUPPORT", "refused"),
    ("The government is not going to attack Syria.", "attack", "ASSAULT", "ASSAULT", "denied"),
    ("When the time came, Washington backed out.", "backed", "REJECT", "REJECT", "occurred"),
    ("The president has refused to disclose his medical records.", "refused", "REJECT", "REJECT", "occurred"),
    ("A federal judge blocked the president's order.", "blocked", "REJECT", "REJECT", "occurred"),
    ("The senator urged Democrats to disown the governor.", "disown", "REQUEST", "REJECT", "requested"),
    ("The president sounded a call for Congress to accept more refugees.", "sounded", "REQUEST", "REQUEST", "occurred"),
    ("The attorney general said the state would appeal the ruling.", "appeal", "REQUEST", "REQUEST", "planned"),
    ("The state purged voters from the rolls.", "purged", "SANCTION", "SANCTION", "occurred"),
    ("The bomb went off around noon, the police commissioner said.", "went", "ASSAULT", "ASSAULT", "occurred"),
]


@pytest.mark.parametrize(("sentence", "trigger", "plover", "act", "status"), FOUND)
def test_acts_at_home(coder: Coder, sentence: str, trigger: str, plover: str, act: str, status: str) -> None:
    claims = coder.code(Article.from_text(sentence, published="2024-05-10"))
    assert (trigger, plover, act, status) in [(c.trigger.text, c.plover, c.act, c.status) for c in claims]


NO_ACT = [
    "The president is self-funding his campaign.",
    "The scandal has hurt the Republican nominee with young voters.",
    "The panel sent the case back to the district court.",
    "The senator said he could not allow the governor to become president.",
    "The newspaper rounded up a sampling of the senator's claims.",
    "The minister agreed to an interview with the newspaper.",
    "The president tussled with debate moderators.",
]


@pytest.mark.parametrize("sentence", NO_ACT)
def test_no_act_at_home(coder: Coder, sentence: str) -> None:
    assert coder.code(Article.from_text(sentence, published="2024-05-10")) == []


def test_who_honours_by_an_endorsement(coder: Coder) -> None:
    sentence = "The president said he was greatly honored by the endorsement of Senator Reed."
    (claim,) = coder.code(Article.from_text(sentence, published="2024-05-10"))
    assert [p.text for p in claim.actors] == ["Senator Reed"]
    assert claim.act == "SUPPORT"


def test_a_committee_summons_people_before_it(coder: Coder) -> None:
    sentence = "The police chief was summoned before the House committee."
    (claim,) = coder.code(Article.from_text(sentence, published="2024-05-10"))
    assert [p.text for p in claim.actors] == ["the House committee"]
    assert [p.text for p in claim.recipients] == ["The police chief"]
