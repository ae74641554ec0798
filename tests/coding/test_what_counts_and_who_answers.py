"""What counts as an act, what is turned down or goes on, and who answers for it: rules found on whole reports."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.records import Article
from tests.factories import loaded

PUBLISHED = "2021-05-04"
# News that has an act of its own, so that the tagger reads the report and it is one of politics.
_BESIDE = "\n\nPolice arrested a man in Leeds on Monday.\n\nThe minister denounced the mayor."


@pytest.fixture(scope="module")
def tagging() -> dragoman.Coder:
    return loaded()


def told(coder: dragoman.Coder, text: str) -> dict[str, dragoman.Claim]:
    """The claims of a text by their trigger, those of the news beside it left out."""
    claims = coder.code(Article.from_text(text + _BESIDE, published=PUBLISHED))
    return {c.trigger.text: c for c in claims if c.trigger.span.start < len(text)}


@pytest.mark.parametrize(
    ("text", "trigger", "plover", "status"),
    [
        # what is turned down, agreed to or asked for is told by the word above it
        ("Oslo rejected the offer of talks.", "talks", "REJECT", "refused"),
        ("Oslo rejected the UN's request to inspect the site.", "request", "REJECT", "refused"),
        ("The two armies agreed to a pullback from the front line.", "pullback", "CONCEDE", "planned"),
        ("Chad rejected talks with the rebels.", "talks", "REJECT", "refused"),
        ("The envoy proposed that the rebels release the hostages.", "release", "REQUEST", "requested"),
        ("The minister proposed to send troops to the valley.", "send", "AGREE", "offered"),
        # somebody denies what he is accused of
        ("The mayor denied any wrongdoing.", "denied", "REJECT", "occurred"),
        ("The ministry dismissed the allegations as baseless.", "dismissed", "REJECT", "occurred"),
        # unions take sides
        ("The union threw its support behind the Democratic candidate.", "threw", "SUPPORT", "occurred"),
        # crime
        ("A gunman held up a pharmacy in Dayton on Friday night, police said.", "held", "ASSAULT", "occurred"),
        ("The robbers tied up the clerk.", "tied", "ASSAULT", "occurred"),
        ("Gunmen sprayed bullets into a bar.", "sprayed", "ASSAULT", "occurred"),
        ("Rebels ransacked the clinic.", "ransacked", "ASSAULT", "occurred"),
        ("The sheriff's office received assistance from the FBI.", "received", "AID", "occurred"),
        ("The FBI joined the investigation.", "joined", "ACCUSE", "occurred"),
        # courts and councils
        ("A woman was sentenced on Tuesday for bank fraud.", "sentenced", "COERCE", "occurred"),
        ("The king named a new prime minister.", "named", "SUPPORT", "occurred"),
        ("The jury awarded the widow $4 million.", "awarded", "SANCTION", "occurred"),
        # campaigns
        ("Protesters interrupted the candidate's speech.", "interrupted", "PROTEST", "occurred"),
        ("The governor called the bill a giveaway to the rich.", "called", "ACCUSE", "occurred"),
        # what goes on
        ("The state attorney is leading the prosecution of four guards.", "prosecution", "ACCUSE", "ongoing"),
        ("Weekly protests against the mine have been held for years.", "protests", "PROTEST", "ongoing"),
        ("Rebels have attacked the road for months.", "attacked", "ASSAULT", "ongoing"),
        # … and what is done at once
        ("Rebels have killed 12 soldiers since May.", "killed", "ASSAULT", "occurred"),
        ("The court has suspended the mayor for two months.", "suspended", "SANCTION", "occurred"),
    ],
)
def test_told(tagging: dragoman.Coder, text: str, trigger: str, plover: str, status: str):
    claim = told(tagging, text)[trigger]
    assert (claim.plover, claim.status) == (plover, status)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # whoever they are
        ("The town opened a home for women who have been assaulted.", "assaulted"),
        ("A man who attacks a soldier can be jailed for ten years.", "attacks"),
        ("A person convicted of attacking a guard could be jailed for a year.", "attacking"),
        # onlookers, scenes, the lost
        ("Police pushed back the onlookers.", "pushed"),
        ("Troopers converged on the scene and arrested a man.", "converged"),
        ("Deputies are searching for a missing toddler.", "searching"),
        # accounts and bills
        ("The witness contradicted the officer's account.", "contradicted"),
        ("She says the tax was wrongly charged to her bakery.", "charged"),
        ("The victim's mother is helping detectives.", "helping"),
        # a state of mind
        ("The premier regretted the deaths of the miners.", "regretted"),
        # a bill is no plan
        ("The bill would force police to release videos.", "force"),
        # two men of a crime story
        ("Officers talked to the driver, who smelled of alcohol.", "talked"),
        # an order told twice
        ("Holm is prohibited from having any contact with the girl, the judge ordered.", "ordered"),
    ],
)
def test_not_told(tagging: dragoman.Coder, text: str, word: str):
    assert word not in told(tagging, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Three people who were attacked in Oslo sued the police.", "attacked"),
        ("Police met with the residents of the village.", "met"),
        ("Police pushed back the protesters with batons.", "pushed"),
        ("Officers captured a fugitive in Nevada.", "captured"),
        ("The governor asked the president for help.", "asked"),
    ],
)
def test_still_told(tagging: dragoman.Coder, text: str, word: str):
    assert word in told(tagging, text)


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        # an aside is the writer's own
        ("The gunman, who killed nine people, acted alone, according to a website close to him.", "killed", []),
        ("The bomber, who had killed six soldiers, crossed the border last year, officials said.", "killed", []),
        ("The bomber, who police say killed six soldiers, crossed the border last year.", "killed", ["police"]),
        # what the speaker does besides speaking
        ("The agency said it was a test of a missile and imposed new sanctions.", "imposed", []),
        ("The ministry said the raid was unlawful and summoned the envoy.", "summoned", []),
        ("State media said the premier met the envoy and praised his work.", "praised", ["State media"]),
        # whoever speaks together, and whose paper it is
        ("Police and prosecutors said the man had robbed a bank.", "robbed", ["Police and prosecutors"]),
        ("The man and the woman said that deputies beat their son.", "beat", ["The man and the woman"]),
        (
            "A statement from the defence ministry said that rebels had attacked a base.",
            "attacked",
            ["A statement from the defence ministry"],
        ),
        # whose words a paper passes on
        ("“Our soldiers burned the church,” the agency quoted the militia leader.", "burned", ["the militia leader"]),
        ("“Rebels burned the church,” the militia leader told the agency.", "burned", ["the militia leader"]),
        # who turns down a request says nothing of what it asks
        ("The high court denied a request by Holm to delay his execution so that he could sue the state.", "sue", []),
    ],
)
def test_who_answers(tagging: dragoman.Coder, text: str, trigger: str, speakers: list[str]):
    assert [s.text for s in told(tagging, text)[trigger].attribution] == speakers


def test_firms_and_stars_among_themselves_are_no_politics(tagging: dragoman.Coder):
    for text in (
        "Norvik sued its rival Tamdeco.",
        "Rita Lund called for an end to the violence.",
    ):
        assert not told(tagging, text)
    bid = "Norvik rejected the bid."
    assert not tagging.code(Article.from_text(bid, published=PUBLISHED))
    assert told(tagging, bid)  # in a report of politics a bare name is as often a politician's
