"""Words that fit a frame and tell no act of politics by what stands beside them; promises of hostile acts; the writer's own text."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim, code
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


@pytest.fixture(scope="module")
def tagging() -> dragoman.Coder:
    return loaded()


PUBLISHED = "2021-05-04"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # what is done to an animal
        ("Officials praised the rangers who shot down the 90kg animal.", "shot"),
        ("A member of the response team fired the shot that killed the ape.", "fired"),
        # a rule that somebody keeps or breaks
        ("The army of Chad has followed UN resolutions on sanctions against North Korea.", "sanctions"),
        ("Norway enforced resolutions adopted by the UN Security Council.", "adopted"),
        ("Oslo promised to deal with violators of UN sanctions on Sudan.", "sanctions"),
        # the paper that a report is after
        ("He had tried to stop the fight, according to a complaint filed in Salem Magistrate Court.", "filed"),
        # an event is called one of a kind, and nobody is blamed
        ("Hamas called it a revenge attack for the raids on Gaza.", "called"),
        ("The governor described the explosion as a deliberate act.", "described"),
        # in somebody's arms
        ("An elderly man holds his grandson in a tent at a refugee camp.", "holds"),
        # feelings that nobody voices
        ("The woman sued the man because he was angry at her.", "was"),
        ("The army held a drill near the border, angering Chad.", "angering"),
        ("The professor said voters are furious at the president.", "are"),
        # made easier for anybody
        ("The union asked the firm to make it easier to ban a teacher from its site.", "ban"),
        # voters help nobody
        ("Voters turned to the right, helping the National Party enter Parliament.", "helping"),
        # before an audience
        ("The mayor, speaking to the chamber of commerce, told a few stories.", "speaking"),
        # participles before their noun
        ("Families have settled near the town's destroyed ancient temples.", "destroyed"),
        ("Millions of Kenyans occupy land and housing without deeds.", "occupy"),
        ("Thousands of people attended a rally for Senator Anna Brown in Ohio.", "attended"),
        ("The tax was wrongly charged to the mayor.", "charged"),
        ("Police were informed about the man on Monday.", "informed"),
        ("A charity that helps refugees asked the state for money.", "helps"),
        ("Chadian soldiers exit a helicopter at the base.", "exit"),
        ("A court jailed the man for three years for insulting the king.", "insulting"),
        ("Thousands of people had gathered for the rock festival in Oslo.", "gathered"),
        ("The minister said when questioned about the reports that all was well.", "questioned"),
        ("Rebel fighters were dispersed across the region.", "dispersed"),
        ("Three people were hurt when a barge caught fire.", "hurt"),
        ("The senator wants to attack three provisions of the bill.", "attack"),
        ("A clerk said the firms paid the city $3 million in property taxes.", "paid"),
        ("The chat app was banned from the store by Apple.", "banned"),
        ("A court tried ousted president Ali Roy on Monday.", "ousted"),
        ("An adult found guilty of assaulting a soldier could be jailed.", "assaulting"),
        ("A man of 40 was charged $300 for a tank of gas.", "charged"),
        ("Log into your account on your phone.", "Log"),
        ("It's like he shot us.", "shot"),
        ("Mayor Anna Brown agreed that the plan had failed.", "agreed"),
        ("Columbus attorney Stephen Poe has unseated Judge Haywood Turk.", "unseated"),
        ("Senator Anna Brown held rallies before large crowds in Ohio.", "held"),
        ("Lawyers for the family released it to the newspaper.", "released"),
        ("The senator could not fault the government for the plan.", "fault"),
        ("The state patrol urges motorists to drive with caution.", "urges"),
    ],
)
def test_no_deed(coder: dragoman.Coder, text: str, trigger: str):
    assert trigger not in {c.trigger.text for c in code(coder, text, PUBLISHED)}


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("Rebels shot down a helicopter of the army.", "shot", "ASSAULT"),
        ("The council imposed sanctions on Sudan.", "imposed", "SANCTION"),
        ("The UN Security Council adopted a resolution on Sudan.", "adopted", "SUPPORT"),
        ("The minister called the raid a cowardly attack.", "called", "ACCUSE"),
        ("The minister called the protest an act of terrorism.", "called", "ACCUSE"),
        ("Guards held his wife in prison.", "held", "COERCE"),
        ("The president was furious at Chad over the raid.", "was", "ACCUSE"),
        ("The charity helped refugees on Monday.", "helped", "AID"),
        ("Rebels occupy the town of Gao.", "occupy", "COERCE"),
        ("Thousands of people attended a rally against the law.", "attended", "PROTEST"),
        ("Chadian troops left the base on Monday.", "left", "RETREAT"),
        ("Prosecutors charged the mayor with fraud.", "charged", "ACCUSE"),
        ("A police officer was charged with risk of injury to a minor.", "charged", "ACCUSE"),
        ("Police dispersed the protesters.", "dispersed", "COERCE"),
        ("The government banned the app on Monday.", "banned", "COERCE"),
        ("Protesters gathered outside the parliament of Norway.", "gathered", "PROTEST"),
        ("Senator Anna Brown broke with the president on the farm bill.", "broke", "REJECT"),
        ("The union called for a moratorium on new schools.", "called", "REQUEST"),
        ("A court unseated the governor.", "unseated", "SANCTION"),
        ("The two sides agreed on a truce.", "truce", "RETREAT"),
        ("Rebels broke with the army of Chad on Monday.", "broke", "SANCTION"),
        ("The council passed a resolution slashing Sudan's importing of diesel.", "slashing", "SANCTION"),
    ],
)
def test_a_deed(coder: dragoman.Coder, text: str, trigger: str, act: str):
    assert claim(coder, text, trigger).act == act


@pytest.mark.parametrize(
    ("text", "trigger", "plover", "status"),
    [
        ("Norway and Chile have vowed investigations for possible fraud.", "vowed", "ACCUSE", "planned"),
        ("The president of Kenya promised a veto of the budget.", "promised", "REJECT", "planned"),
        ("Norway and Chile have vowed to help Chad.", "help", "AGREE", "planned"),
        ("A lawmaker has been jailed without charge since July.", "jailed", "COERCE", "ongoing"),
        ("A lawmaker has been jailed for two months.", "jailed", "COERCE", "occurred"),
        ("Bombing the town would be a crime, the minister said.", "Bombing", "ASSAULT", "hypothetical"),
        ("The two leaders agreed that they would meet in Oslo.", "meet", "AGREE", "planned"),
    ],
)
def test_status(coder: dragoman.Coder, text: str, trigger: str, plover: str, status: str):
    found = claim(coder, text, trigger)
    assert (found.plover, found.status) == (plover, status)


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        # what the writer's own text shows
        ("This brief survey shows that Chad cooperated with France.", "cooperated", []),
        (
            "The survey by the ministry shows that Chad cooperated with France.",
            "cooperated",
            ["The survey by the ministry"],
        ),
        # all that stands before who tells it
        (
            "The raid began when soldiers attacked a village after they were shot at by rebels, reports the Oslo Post.",
            "attacked",
            ["the Oslo Post"],
        ),
        # a second clause that is said as well
        (
            "Police on Monday said the driver had been freed, but that the mayor could be charged by the prosecutor.",
            "charged",
            ["Police"],
        ),
    ],
)
def test_who_says_so(coder: dragoman.Coder, text: str, trigger: str, sources: list[str]):
    assert [s.text for s in claim(coder, text, trigger).attribution] == sources


PRIVATE = (
    "A boy of four fell into a pit at the zoo in Utah on Monday. The boy's family released a statement thanking their supporters. "
    "They urged people to donate money in the boy's name. Police are investigating the parents."
)
BUSINESS = (
    "Norvik raised its takeover bid for Tamdeco on Monday. Its chief executive told shareholders and investors that the merger "
    "would lift the stock. Tamdeco has rejected the merger. The finance minister criticised the merger."
)
NOTICE = "The mayor of Lyon said: “We are asking people to visit the council's website for news of the trains.”"
TALK = "Senator Anna Brown talked to reporters on Monday. Senator Brown condemned the raid."


@pytest.mark.parametrize(
    ("text", "triggers"),
    [(PRIVATE, ["investigating"]), (BUSINESS, ["criticised"]), (NOTICE, []), (TALK, ["condemned"])],
)
def test_private_life(tagging: dragoman.Coder, text: str, triggers: list[str]):
    found = tagging.code(dragoman.Article.from_text(text, published=PUBLISHED))
    assert [c.trigger.text for c in found] == triggers
