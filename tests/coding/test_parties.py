"""Who counts as a party, and which words name him: through the real coder, without the classifier."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def parties_of(coder, say, trigger):
    claims = coder.frames.code(coder.parser.parse(dragoman.Article.from_text(say)))
    found = [c for c in claims if c.trigger.text == trigger]
    assert found, [(c.trigger.text, c.act) for c in claims]
    return [p.text for p in found[0].actors], [p.text for p in found[0].recipients]


@pytest.mark.parametrize(
    ("say", "trigger", "actors", "recipients"),
    [
        # the people of several states are one party of each, named by the whole phrase
        ("Envoys of India and Pakistan signed a treaty.", "signed", ["Envoys of India and Pakistan"] * 2, []),
        ("Police met leaders from Egypt, Chad and Mali.", "met", ["Police"], ["leaders from Egypt, Chad and Mali"] * 3),
        ("Officials of the ministry met the rebels.", "met", ["Officials of the ministry"], ["the rebels"]),
        # numbers that stand for people
        ("Police killed six and wounded 30 on Friday.", "wounded", ["Police"], ["30"]),
        ("Thousands marched against the president.", "marched", ["Thousands"], ["the president"]),
        ("The police arrested dozens.", "arrested", ["The police"], ["dozens"]),
        # countries hung on the word between
        ("China condemned North Korean missile launches.", "condemned", ["China"], ["North Korean"]),
        # the scene of an attack is nobody it was made on
        ("The rebels carried out an attack in Kabul.", "carried", ["The rebels"], []),
        ("Students marched through Lima.", "marched", ["Students"], []),
        ("The rebels carried out an attack on Kabul.", "carried", ["The rebels"], ["Kabul"]),
        ("The ministers held talks in Ankara.", "held", ["The ministers"], []),
        # what somebody is accused of is no part of his name
        ("The mayor accused the police of negligence.", "accused", ["The mayor"], ["the police"]),
        # whom an act befalls, rather than his country
        ("The ministry summoned the Iranian ambassador.", "summoned", ["The ministry"], ["the Iranian ambassador"]),
        ("Rebels kidnapped a Polish geologist.", "kidnapped", ["Rebels"], ["a Polish geologist"]),
        ("Kiev rejected the Russian offer.", "rejected", ["Kiev"], ["Russian"]),
        ("The council dismissed the minister's offer.", "dismissed", ["The council"], ["the minister"]),
        ("The envoy welcomed the release of 20 girls.", "welcomed", ["The envoy"], []),
        # what comes from somebody, and what happened last year, is told
        ("Criticism of the king has come from the bishops.", "Criticism", ["the bishops"], ["the king"]),
        ("The street has been guarded since Taliban attacks last year.", "attacks", ["Taliban"], []),
        # whoever suffers the deed is not blamed for it
        ("The church condemned the arrests of priests.", "condemned", ["The church"], []),
        ("The church condemned the killing of priests by rebels.", "condemned", ["The church"], ["rebels"]),
        # things that somebody fires or flies do nothing by themselves
        ("A drone struck the camp.", "struck", [], ["the camp"]),
        ("A Russian drone struck the camp.", "struck", ["Russian"], ["the camp"]),
        ("Also arrested was the mayor of Oran.", "arrested", [], ["the mayor of Oran"]),
        # who travels for talks holds them
        ("The minister flew to Oslo for talks with the rebels.", "talks", ["The minister"], ["the rebels"]),
    ],
)  # fmt: skip
def test_parties(coder, say, trigger, actors, recipients):
    assert parties_of(coder, say, trigger) == (actors, recipients)


@pytest.mark.parametrize(
    ("say", "trigger", "recipients"),
    [
        ("NATO aircraft bombed Bosnian Serb air defences.", "bombed", ["Bosnian Serb air defences"]),
        ("The mayor accused President Moon Jae-in of lying.", "accused", ["President Moon Jae-in"]),
        ("One of them, Pavel Orlov, was rescued by Israeli forces.", "rescued", ["Pavel Orlov"]),
    ],
)
def test_names_are_whole(coder, say, trigger, recipients):
    assert parties_of(coder, say, trigger)[1] == recipients


def test_counted_peoples_are_numbers(coder):
    claims = coder.frames.code(coder.parser.parse(dragoman.Article.from_text("The raid killed 27 Iraqis on 12 June.")))
    assert [(n.value, n.of) for n in claims[0].numbers] == [(27, "Iraqis")]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Planes bombed the Nuseirat refugee camp on Saturday.", "the Nuseirat refugee camp"),
        ("Gunmen attacked a prisoner camp near Gao.", "a prisoner camp"),
        ("Gunmen attacked an army base near Gao.", "an army base"),
        ("Gunmen attacked refugees near Gao.", "refugees"),
    ],
)
def test_a_site_is_struck_and_not_those_for_whom_it_is(coder, text: str, struck: str):
    [claim] = coder.code(dragoman.Article.from_text(text, published="2024-05-02"))
    assert [p.text for p in claim.recipients] == [struck]
