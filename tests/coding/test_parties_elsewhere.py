"""Parties that stand elsewhere in the sentence than beside the verb: through the real coder, without the classifier."""

from __future__ import annotations

import pytest

import dragoman
from tests.factories import loaded

HUNG_ELSEWHERE = [
    # charged with what follows
    ("The court indicted the singer on several counts including attacking soldiers.", "attacking", ["the singer"], ["soldiers"]),
    ("A jury convicted Jan Holm of crimes including killing a guard.", "killing", ["Jan Holm"], ["a guard"]),
    ("The nurse is standing trial on charges of stabbing a student.", "stabbing", ["The nurse"], ["a student"]),
    ("A farmer faces charges of killing two men.", "killing", ["A farmer"], ["two men"]),
    ("The suspect, a man prosecutors accuse of killing two women, was jailed.", "killing", ["a man"], ["two women"]),
    # joined to the finite verb and not to the gerund before it
    ("The council bars Chad from importing steel and condemned its raids.", "condemned", ["The council"], ["its"]),
    ("Police began to search homes and arrested two men.", "arrested", ["Police"], ["two men"]),
    # joined to a noun that is a gerund
    ("The soldiers are mostly responsible for training and supporting Iraqi forces.", "supporting", ["The soldiers"], ["Iraqi forces"]),
    ("The miner was accused of theft and beating a guard.", "beating", ["The miner"], ["a guard"]),
    # a row of passives that share their doer
    ("Dozens of women were groped, badly beaten and robbed by gangs of men.", "groped", ["gangs of men"], ["Dozens of women"]),
    ("The rebels were beaten, sexually abused and killed by guards.", "beaten", ["guards"], ["The rebels"]),
    # seen doing something somewhere
    ("A farmer was filmed last month in the East Port slapping Kenyan guards.", "slapping", ["A farmer"], ["Kenyan guards"]),
    # the subject behind a clause of its own
    ("While condemning Chad's actions, Mali and Niger continue to insist on the plan.", "condemning", ["Mali", "Niger"], ["Chad"]),
    ("The dispute, with Paris, Madrid and other capitals condemning raids by Chad, goes on.", "condemning", ["Paris", "Madrid"], ["Chad"]),
    ("Officials seized a ship that on May 9 attacked a Syrian vessel.", "attacked", ["a ship"], ["a Syrian vessel"]),
    # the person, and not the place or club beside him
    ("Jan Holm, 42, of Swansea, who was shot by police, was charged.", "shot", ["police"], ["Jan Holm"]),
    ("The mayor was among owners in the Lakeside association who sued the county.", "sued", ["owners"], ["the county"]),
    # a clause without "who"
    ("A man police say shot a trooper was jailed.", "shot", ["A man"], ["a trooper"]),
    ("A man authorities say was shot by a trooper was jailed.", "shot", ["a trooper"], ["A man"]),
]  # fmt: skip

SEVERAL = [
    ("Police freed 21 of the more than 200 miners.", "freed", ["Police"], ["21 of the more than 200 miners"]),
    ("Twenty two of the 300 pupils have been freed.", "freed", [], ["Twenty two of the 300 pupils"]),
    ("The king met with the 21 who had been brought back.", "met", ["The king", "the 21"], []),
    ("Police identified a total of 31 suspects.", "identified", ["Police"], ["a total of 31 suspects"]),
    ("The US, South Korean and Japanese armies held drills in the bay.", "held", ["The US, South Korean and Japanese armies"] * 3, []),
    ("The attack was repelled by Afghan and German security personnel, as well as Dutch special forces.", "repelled",
     ["Afghan and German security personnel"] * 2 + ["Dutch special forces"], []),
    ("The ministers were arrested by soldiers, as well as police.", "arrested", ["soldiers", "police"], ["The ministers"]),
    ("Norway arranged contacts between envoys of the Malian government and mediators of the rebels.", "contacts",
     ["envoys of the Malian government", "mediators"], []),
    ("Two Danish men, Ole Lund and Jens Holm, were killed.", "killed", [], ["Two Danish men, Ole Lund and Jens Holm"]),
    ("During an 18-day period Brown and two other men attacked the mayor.", "attacked", ["Brown", "two other men"], ["the mayor"]),
    ("About 2,000 Dutch troops are stationed in Mali.", "stationed", ["About 2,000 Dutch troops"], ["Mali"]),
]  # fmt: skip

NO_PARTY = [
    # places that are only where it happened
    ("The governor will station 500 officers across the state.", "station", ["The governor"], []),
    ("A mob went on the rampage in the city.", "went", ["A mob"], []),
    ("Attacks were carried out in other German cities.", "carried", [], []),
    ("Protests were held all over Europe.", "held", [], []),
    ("The Lyon attack was carried out by a soldier.", "carried", ["a soldier"], []),
    ("At a briefing in Vienna, a minister dismissed the claim.", "dismissed", ["a minister"], []),
    ("Rebels struck at the Greek Consulate in Herat.", "struck", ["Rebels"], ["the Greek Consulate"]),
    ("LaSalle gunned the engine and drove over Johnson, hitting her.", "drove", ["LaSalle"], ["Johnson"]),
    # who is sent, used or supported is not struck
    ("Authorities sent thousands of police officers onto the streets.", "sent", ["Authorities"], []),
    ("The men used force against protesters.", "used", ["The men"], ["protesters"]),
    ("Jets carried out strikes in support of Afghan forces.", "carried", ["Jets"], []),
    # papers ask, and nobody is named for them
    ("A resolution passed in May asked member states to ban their firms from trading.", "ban", [], ["member states"]),
    ("The plan calls for Chad to suspend its tests.", "suspend", [], ["Chad"]),
    ("The treaty imposed limits on Chad's oil imports.", "imposed", [], ["Chad"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


@pytest.mark.parametrize(("say", "trigger", "actors", "recipients"), [*HUNG_ELSEWHERE, *SEVERAL, *NO_PARTY])
def test_parties(coder: dragoman.Coder, say: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    claims = coder.frames.code(coder.parser.parse(dragoman.Article.from_text(say)))
    found = [c for c in claims if c.trigger.text == trigger]
    assert found, [(c.trigger.text, c.act) for c in claims]
    assert [p.text for p in found[0].actors] == actors
    assert [p.text for p in found[0].recipients] == recipients
