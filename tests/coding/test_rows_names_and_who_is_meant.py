"""Rows of parties that parsers tear or join wrongly, descriptions that go on to a name, and whom things only belong to."""

from __future__ import annotations

import pytest

import dragoman
from tests.coding.told import claim
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded()


@pytest.mark.parametrize(
    ("text", "trigger", "role", "mentions"),
    [
        # "and" inside the name of an office
        (
            "The state Bureau of Parks and Public Lands cut funds for two shelters.",
            "cut",
            "actors",
            ["The state Bureau of Parks and Public Lands"],
        ),
        (
            "The Ministry of Trade and Industry sued the miners.",
            "sued",
            "actors",
            ["The Ministry of Trade and Industry"],
        ),
        (
            "The Ministry of Defence and the police condemned it.",
            "condemned",
            "actors",
            ["The Ministry of Defence", "the police"],
        ),
        # a row before a title with a name
        (
            "On Monday, Ortiz, Keller and House Speaker Ann Moss met the governor.",
            "met",
            "actors",
            ["Ortiz", "Keller", "House Speaker Ann Moss"],
        ),
        (
            "The general will meet with President Soto and Defense Minister, Davit Kobalia.",
            "meet",
            "recipients",
            ["President Soto", "Defense Minister, Davit Kobalia"],
        ),
        # a firm's name is none
        ("The Hart and Moss Company sued the mayor.", "sued", "recipients", ["the mayor"]),
        # "its affiliate" of a row
        (
            "The police chief, his deputy and the mayor were sued.",
            "sued",
            "recipients",
            ["The police chief", "his deputy", "the mayor"],
        ),
        ("Ann Moss, his deputy and friend, was sued.", "sued", "recipients", ["Ann Moss"]),
        # whoever is joined to the agent and beaten did nothing
        ("A farmer was shot by raiders and his brother beaten.", "shot", "actors", ["raiders"]),
        ("A farmer was shot by raiders and his brother beaten.", "beaten", "recipients", ["his brother"]),
        ("A farmer was shot by raiders and their dogs.", "shot", "recipients", ["A farmer"]),
        # owners in a row
        (
            "Crolley tried several times to hit Trooper Dan Landon and Crolley’s wife, Amanda, who was being detained, authorities said.",
            "hit",
            "recipients",
            ["Trooper Dan Landon", "Crolley’s wife, Amanda"],
        ),
        # words that are one
        ("Her ex-husband shot two people.", "shot", "actors", ["Her ex-husband"]),
        ("Police catch murder suspect after long hunt.", "catch", "recipients", ["murder suspect"]),
        # headlines: the town is where the couple lives; a full stop makes no other sentence of it
        ("Clinton couple faces multiple drug counts.", "faces", "recipients", ["Clinton couple"]),
        ("Baker charged with fraud.", "charged", "recipients", ["Baker"]),
        ("Mayor's brother jailed for two years.", "jailed", "recipients", ["Mayor's brother"]),
        # a participle only says which woman
        (
            "Police say a woman trying to make up with her husband tied herself to him and then bit him on his arms.",
            "bit",
            "actors",
            ["a woman"],
        ),
        # people gathered as one
        (
            "A group of music lawyers and talent managers condemned the mayor.",
            "condemned",
            "actors",
            ["A group of music lawyers and talent managers"],
        ),
        # "between" brings all who sign
        ("A number of treaties were signed between Chad and Niger.", "signed", "actors", ["Chad", "Niger"]),
        ("The accord signed between Norway and Iceland was annulled.", "signed", "recipients", []),
        # houses and schemes live on what they are given; a weapon's programme does not
        ("The city cut funds for five youth programs.", "cut", "recipients", ["five youth programs"]),
        (
            "The ministry will allocate 2 million for West Bank first aid stations.",
            "allocate",
            "recipients",
            ["West Bank first aid stations"],
        ),
        ("The department gave grants to four child care centers.", "gave", "recipients", ["four child care centers"]),
        # where charges are faced, and where one looks for somebody
        ("All three defendants face charges in Harris County.", "face", "actors", []),
        ("Officers searched the area for Nelson.", "searched", "recipients", []),
        ("Officers searched the house.", "searched", "recipients", ["the house"]),
        # a solution for two states is none of theirs, a trial by jury not the jury's
        ("The minister favoured a two-state solution.", "favoured", "recipients", []),
        # rebels of "rebel attacks" kill
        (
            "Russia has suffered a series of jihadist attacks in the past year, killing dozens.",
            "killing",
            "actors",
            ["jihadist"],
        ),
        # who comes from talks took part in them
        (
            '"It is important," van der Berg told reporters after two days of talks with government officials.',
            "talks",
            "actors",
            ["van der Berg", "government officials"],
        ),
        # a measure that a judge orders is the judge's
        ("Smith was banned from driving for a year, Judge Ann Moss ordered.", "banned", "actors", ["Judge Ann Moss"]),
        ("Smith was banned from driving for a year, Judge Ann Moss said.", "banned", "actors", []),
        # what he is held for says nothing of who he is
        ("Police arrested a woman for child neglect.", "arrested", "recipients", ["a woman"]),
        ("The attorney for the union sued the mayor.", "sued", "actors", ["The attorney for the union"]),
        # nor does the title alone stand beside its holder
        ("The governor met Magistrate Judge Dale Jensen.", "met", "recipients", ["Magistrate Judge Dale Jensen"]),
    ],
)
def test_parties_in_words(coder: dragoman.Coder, text: str, trigger: str, role: str, mentions: list[str]):
    assert [p.text for p in getattr(claim(coder, text, trigger), role)] == mentions


@pytest.mark.parametrize(
    ("text", "trigger", "role", "names"),
    [
        # a description goes on to name
        ("The victim, 34-year-old Mark Hall, was stabbed by his neighbour.", "stabbed", "recipients", ["Mark Hall"]),
        ("His former partner, Jane Hill, was charged with fraud.", "charged", "recipients", ["Jane Hill"]),
        (
            "The union sued the station's parent company, Nordic Media Inc., over the report.",
            "sued",
            "recipients",
            ["Nordic Media Inc."],
        ),
        # names of bodies are whole
        (
            "The Salem Public Service Commission sued the city.",
            "sued",
            "actors",
            ["Salem Public Service Commission"],
        ),
        ("The Kent County Board of Education sued the city.", "sued", "actors", ["Kent County Board of Education"]),
        # a town's branch
        ("Red Cross in Dayton provided shelter for the tenants.", "provided", "actors", ["Red Cross (Dayton)"]),
        (
            "The Red Cross provided shelter for families in Sudan.",
            "provided",
            "actors",
            ["International Committee of the Red Cross"],
        ),
        # where and when he is hit does not say who he is
        ("Police arrested a man in Salem on Friday.", "arrested", "recipients", ["man"]),
        # "it" goes on with the court
        (
            "A military court charged Lund with theft on Monday. It jailed her brother.",
            "jailed",
            "actors",
            ["military court"],
        ),
        # the opening's man is named soon after, with his age, as held for the same
        (
            "Milton woman charged with fraud. Carla Ruth Benson, 29, of 12 Orchard St., was arrested and charged with theft.",
            "charged",
            "recipients",
            ["Carla Ruth Benson"],
        ),
        (
            "A man was shot in Leeds on Monday. Peter Halloran, 34, was shot in the chest, police said.",
            "shot",
            "recipients",
            ["Peter Halloran"],
        ),
        # not a woman, nor who did it
        (
            "A man was charged with theft in Leeds on Monday. Jane Porter, 34, was arrested in May.",
            "charged",
            "recipients",
            ["man"],
        ),
        (
            "A teacher was shot dead by a soldier. Tom Reed, 20, was arrested, police said.",
            "shot",
            "recipients",
            ["teacher"],
        ),
        # further on only the next sentence goes on with the same one
        (
            "The council met. The park is shut. Two dogs barked. A Milton woman was arrested on Friday. Nikki Lynn Barlow, 18, "
            "was arrested by Patrolman Ann Forrest.",
            "arrested",
            "recipients",
            ["Nikki Lynn Barlow"],
        ),
        # a county is no kind of woman
        ("A Henderson County woman was sentenced to 99 years.", "sentenced", "recipients", ["woman"]),
        # of two of one name, who only spoke is not told of
        (
            "Charles S. Reed, 39, is being held in jail, Prosecutor Colleen Reed said. Reed is accused of murder.",
            "accused",
            "recipients",
            ["Charles S. Reed"],
        ),
        (
            "Charles S. Reed, 39, is being held in jail, Prosecutor Colleen Reed said. Reed said he killed a clerk.",
            "held",
            "recipients",
            ["Charles S. Reed"],
        ),
        # slain, but named
        ("His wife, slain politician Anna Berg, sued the paper.", "sued", "actors", ["Anna Berg"]),
        # Paris, Tenn., is not in France; Paris is
        (
            "Police in Paris, Tenn., arrested a man. Paris police charged a clerk.",
            "charged",
            "actors",
            ["Police"],
        ),
        (
            "French police arrested a man in Paris. Paris police charged a clerk.",
            "charged",
            "actors",
            ["Police (France)"],
        ),
    ],
)
def test_who_they_are(coder: dragoman.Coder, text: str, trigger: str, role: str, names: list[str]):
    found = claim(coder, text, trigger)
    assert [p.name or p.text for p in getattr(found, role)] == names
