"""Election campaigns and home politics: rivals who attack each other in words, talk that is no act, courts and requests."""

import pytest

from dragoman import Article, Coder
from tests.factories import DOUBTED, loaded

SCENE = (
    "Senator Ana Lund is a candidate for president, and the nominee of the other party is Governor Bo Vik. Polls show "
    "that voters in the primary like neither. A debate is due before the election. "
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return loaded()


def claims(coder, sentence):
    article = Article.from_text(SCENE + sentence)
    return [c for c in coder.code(article) if c.evidence.text in sentence or sentence in c.evidence.text]


@pytest.mark.parametrize(
    ("sentence", "act", "actor", "recipient"),
    [
        ("Lund attacked Vik at a rally on Monday.", "ACCUSE", "Lund", "Vik"),
        ("Lund has been pounding Vik as a con artist.", "ACCUSE", "Lund", "Vik"),
        ("On Friday Senator Lund went after Governor Vik as a con artist.", "ACCUSE", "Senator Lund", "Governor Vik"),
        ("Vik then peppered the senator with attacks on her record.", "ACCUSE", "Vik", "the senator"),
        ("The Lund campaign accused the Vik campaign of lying about taxes.", "ACCUSE", "The Lund campaign", "the Vik campaign"),
        ("The Supreme Court granted the request of the states.", "CONCEDE", "The Supreme Court", "the states"),
        ("Russia used the invasion as a threat to Poland.", "THREATEN", "Russia", "Poland"),
        ("Senator Ana Lund introduced a bill that closes the loophole.", "SUPPORT", "Senator Ana Lund", None),
        ("The Supreme Court put the rule on hold.", "REJECT", "The Supreme Court", None),
        ("The EPA overstepped its authority, the senators said.", "ACCUSE", "the senators", "The EPA"),
        ("Two Democratic speechwriters implored the senator to change course.", "REQUEST", "two Democratic speechwriters", "the senator"),
    ],
)  # fmt: skip
def test_what_rivals_courts_and_chambers_do(coder, sentence, act, actor, recipient):
    found = claims(coder, sentence)
    assert [c.act for c in found] == [act]
    assert [p.text.lower() for p in found[0].actors] == [actor.lower()]
    if recipient is not None:
        assert [p.text for p in found[0].recipients] == [recipient]


@pytest.mark.parametrize(
    "sentence",
    [
        "Would you vote for Vik if he were a woman?",
        "Why are you voting for Vik?",
        "Lund leads Vik among women, and she will defeat Vik in the poll.",
        "Lund has yet to release her tax returns.",
        "The threat we have faced is great.",
        "That hurt the senator's standing with farmers.",
        "The speech opened the door for women.",
        "Many white voters have had reservations about Vik.",
        "Older women support Vik.",
        "The industry's decline is forcing states to pay.",
        "The mines would be placed in a trust.",
    ],
)
def test_talk_that_is_no_act(coder, sentence):
    assert claims(coder, sentence) == []


def test_violence_in_a_campaign_stays_violence(coder):
    found = claims(coder, "A gunman shot Vik at a rally on Monday.")
    assert [c.act for c in found] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        pytest.param(
            "The ministers will stay until President Kabila leaves office.", "leaves", "hypothetical", marks=DOUBTED
        ),
        ("The government could reverse the rules or appeal to the court.", "appeal", "hypothetical"),
        ("The Supreme Court's decision to grant the request of the states came on Monday.", "grant", "occurred"),
    ],
)
def test_what_is_yet_to_come(coder, sentence, word, status):
    assert [c.status for c in claims(coder, sentence) if c.trigger.text == word] == [status]


def test_whoever_is_a_liar_who_vowed_something_vowed_it(coder):
    found = claims(coder, "Vik is a liar, a racist and a bigot who vowed to ban all Muslims from the country.")
    assert [[p.text for p in c.actors] for c in found if c.trigger.text == "ban"] == [["Vik"]]


def test_who_speaks_is_no_place(coder):
    found = claims(coder, "It pleased Democrats on Capitol Hill, who said that Vik had accused Senator Lund of fraud.")
    assert [[s.text for s in c.attribution] for c in found] == [["Democrats"]]
