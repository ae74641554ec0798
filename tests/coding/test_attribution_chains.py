"""Claims carry the chain of who says so, outermost first."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded()


def chains(coder, text, trigger):
    claims = coder.code(dragoman.Article.from_text(text, published="2024-05-02"))
    return [[s.text for s in c.attribution] for c in claims if c.trigger.text == trigger]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("The ministry said the army had attacked the village.", "attacked", ["The ministry"]),
        ("The mayor denied that police had attacked the crowd.", "attacked", ["The mayor"]),
        ("Accounts on Telegram claimed that soldiers had attacked the village.", "attacked", ["Accounts"]),
        (
            "“The ministry admitted that soldiers killed two monks,” the abbot said.",
            "killed",
            ["the abbot", "The ministry"],
        ),
        ("“The rebels attacked the convoy,” the mayor said. “They killed four drivers.”", "killed", ["the mayor"]),
        ("The rebels attacked the base, state television reported.", "attacked", ["state television"]),
        ("Army shelled village: monitors", "shelled", ["monitors"]),
        ("The general condemned the attack by rebels on the convoy.", "condemned", []),
        # who accuses answers for the deed, whoever rejects a claim for its denial
        ("The opposition accused the army of bombing a market.", "bombing", ["The opposition"]),
        ("The widow accuses the officer of shooting two farmers.", "shooting", ["The widow"]),
        ("Prosecutors charged the sergeant with killing two prisoners.", "killing", ["Prosecutors"]),
        ("The sergeant was charged with killing two prisoners.", "killing", [""]),
        ("Eritrea rejected accusations that it had armed the militia.", "armed", ["Eritrea", ""]),
        (
            "Claims that the army had bombed the market were dismissed by the ministry.",
            "bombed",
            ["the ministry", "Claims"],
        ),
        # inserted speakers
        ("The agency quoted a general as saying that rebels had shelled the plant.", "shelled", ["a general"]),
        ("The man, who prosecutors say killed two officers, was extradited.", "killed", ["prosecutors"]),
        ("The rebels claimed to have captured the airport.", "captured", ["The rebels"]),
        # single quotation marks
        ("'They kidnapped my son,' said the farmer. 'They killed two guards.'", "killed", ["the farmer"]),
        ("The mayor said: ‘The rebels attacked the workers’ camp at noon.’", "attacked", ["The mayor"]),
        # neither what is only asked, nor what people do, nor a caption is said by anybody
        ("The envoy asked whether the police had arrested the editor.", "arrested", []),
        ("The army fired on the crowd as it protested against the vote.", "fired", []),
        ("The mayor said the army had shelled the town while the union called for talks with the rebels.", "talks", []),
        ("We handed the hostages to the army today. — Red Star (@redstar) May 3, 2019", "handed", ["Red Star"]),
    ],
)
def test_the_chain_of_a_claim(coder, text, trigger, chain):
    assert chains(coder, text, trigger) == [chain]


def test_stances_make_nobody_answerable(coder):
    """Whoever plans an act does not report it: the plan is the claim's status."""
    assert chains(coder, "The president plans to attack the rebels.", "attack") == [[]]


def test_a_pronoun_is_resolved(coder):
    text = "Maria Silva leads the opposition. “The army shelled Beira,” she said."
    claims = coder.code(dragoman.Article.from_text(text, published="2024-05-02"))
    (shelled,) = [c for c in claims if c.trigger.text == "shelled"]
    assert [s.name for s in shelled.attribution] == ["Maria Silva"]
