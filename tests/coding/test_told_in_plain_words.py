"""Acts told in plain words: courts, robberies, grants, campaign talk, search parties, hackers; and what looks like them."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim, code
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded()


@pytest.mark.parametrize(
    ("text", "trigger", "plover"),
    [
        # courts, councils and what they are asked for
        ("The appeals court threw out the minister's petition on Thursday.", "threw", "REJECT"),
        ("The zoning board voted down the apartment project after a long hearing.", "voted", "REJECT"),
        ("The tribunal denied the union's motion for a new hearing.", "denied", "REJECT"),
        ("The state supreme court refused to hear the landlord's case.", "hear", "REJECT"),
        ("The supreme court agreed to review a petition by fishermen against the dam.", "review", "CONCEDE"),
        ("The legislature overturned the governor's veto of the water bill.", "overturned", "REJECT"),
        ("The governor is likely to veto legislation on gun permits.", "veto", "REJECT"),
        ("The governor filed an emergency request to lift the injunction.", "filed", "REQUEST"),
        ("Prosecutors submitted a request for more time to study the tapes.", "submitted", "REQUEST"),
        # who is asked about a crime
        ("Customs officers interviewed the captain over the hidden cargo.", "interviewed", "ACCUSE"),
        ("Two officers were questioned under caution about the death in custody.", "questioned", "ACCUSE"),
        # robbers
        ("Three men took cash and a phone from a taxi driver at the station.", "took", "ASSAULT"),
        ("The intruders grabbed jewellery and a watch from the couple.", "grabbed", "ASSAULT"),
        ("The gunmen demanded cash and keys.", "demanded", "ASSAULT"),
        ("A gang of masked men stole 40,000 euros from a post office.", "stole", "ASSAULT"),
        # goods that must not cross
        ("Traders smuggled diesel into North Korea by night.", "smuggled", "COOPERATE"),
        ("Freighters shipped coal to North Korea in violation of the embargo.", "shipped", "COOPERATE"),
        # honours and grants
        ("Four police officers received commendations from the governor.", "received", "SUPPORT"),
        ("The council presented the rescuers with a plaque.", "presented", "SUPPORT"),
        ("The food bank was awarded a grant by the city.", "awarded", "AID"),
        ("The ministry distributed grants among fishing villages.", "distributed", "AID"),
        ("The Red Cross sent blankets to the camp.", "sent", "AID"),
        # blame and approval in the words of a campaign
        ("Hunt said the agency was exaggerating the danger of the dam.", "exaggerating", "ACCUSE"),
        ("The senator said the ad was misleading.", "was", "ACCUSE"),
        ("Ort said the minister was wrong to close the school.", "was", "ACCUSE"),
        ('"It is an intrusion on the authority of the states," Governor Dale Hunt said.', "is", "ACCUSE"),
        ("Senator Ort said the general was right about the war.", "was", "SUPPORT"),
        ('"The president was absolutely right," Senator Dale Hart said.', "was", "SUPPORT"),
        ("The opposition said it was delighted with the ruling.", "was", "SUPPORT"),
        ("The farmers' union said it was pleased by the minister's decision.", "was", "SUPPORT"),
        # force
        ("Officers shoved the reporter against a wall.", "shoved", "ASSAULT"),
        ("A guard pushed the girl down the stairs.", "pushed", "ASSAULT"),
        ("The men tried to put their hands under the women's clothes.", "put", "ASSAULT"),
        ("The airstrike caused damage to a hospital in the town.", "caused", "ASSAULT"),
        ("Fans engaged in scuffles with police outside the parliament.", "engaged", "ASSAULT"),
        ("Troops conducted search operations in two villages near the border.", "conducted", "COERCE"),
        ("Border guards caught two smugglers near the river.", "caught", "COERCE"),
        ("The gunman was caught in a forest north of the town.", "caught", "COERCE"),
        ("Japan launched a spy satellite on Friday.", "launched", "MOBILIZE"),
        ("North Korea put a spy satellite into orbit in April.", "put", "MOBILIZE"),
        ('"Any incursion will be met with force," the general said.', "met", "THREATEN"),
        # the street
        ("Villagers blocked the highway near the mine for six hours.", "blocked", "PROTEST"),
        ("Hundreds of youths took part in riots in the suburbs of the capital.", "took", "PROTEST"),
        ("The minister addressed a gathering of tribal elders.", "addressed", "CONSULT"),
        ("The governor spoke at a conference of sheriffs in Reno.", "spoke", "CONSULT"),
        # hackers
        ("Hackers pilfered the records of the health ministry.", "pilfered", "COERCE"),
        ("Hackers are feared to have stolen the data of millions of voters.", "stolen", "COERCE"),
    ],
)
def test_plain_words(coder: dragoman.Coder, text: str, trigger: str, plover: str):
    assert claim(coder, text, trigger).plover == plover


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # who was wrong to do it has done it; what is feared of a thief is told as well as known
        ("Ort said the president was wrong to dismiss the governor.", "dismiss", "occurred"),
        ("Hackers are feared to have stolen the data of millions of voters.", "stolen", "occurred"),
        # who denies a part in it denies the deed
        ("The minister denied any involvement in the bombing.", "involvement", "denied"),
    ],
)
def test_status_in_plain_words(coder: dragoman.Coder, text: str, trigger: str, status: str):
    assert claim(coder, text, trigger).status == status


@pytest.mark.parametrize(
    "text",
    [
        "The publisher rejected a request for a sequel.",
        "Shareholders voted down the merger.",
        "The team overturned a two-goal deficit.",
        "The startup filed a request for a patent.",
        "The magazine questioned the singer about her diet.",
        "Officials interviewed applicants for the job.",
        "Agents interviewed the passengers about the smell.",
        "Two men took a watch from the shelf and paid for it.",
        "The man took money from his account.",
        "The player was transferred to Madrid in July.",
        "He smuggled a sandwich into the cinema.",
        "The band collected a prize at the show.",
        "The researcher received a grant from a drug company.",
        "The lens exaggerates the width of the room.",
        "It is an invasion of privacy, the actress said of the photos.",
        "The clock is wrong.",
        "You are right about the recipe.",
        "The team was delighted with the victory.",
        "The king was delighted with the feast.",
        "The wind threw the boat against the pier.",
        "The defender pushed the striker to the ground.",
        "He put his hand on the table.",
        "A gas explosion caused damage to the kitchen.",
        "His pride was bruised.",
        "The gene's involvement in the disease is unclear.",
        "Officials conducted a search for the lost hiker.",
        "The woman was caught in a storm near the lake.",
        "The company launched a communications satellite.",
        "A fallen tree blocked the road.",
        "The author spoke at a conference of librarians.",
        "The ball was met with force by the batsman.",
    ],
)
def test_no_political_act(coder: dragoman.Coder, text: str):
    assert code(coder, text, "2021-05-04") == []
