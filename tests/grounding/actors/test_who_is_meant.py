"""Who is meant: by a role whose bearer is named, by "the company", a pronoun, a relative, a short name, a name cut in two."""

from __future__ import annotations

import pytest
from tests.coding.told import claim, code
from tests.factories import loaded

import dragoman
from dragoman.grounding.actors import find_actors
from dragoman.grounding.actors.phrase import ground_span
from dragoman.records import Span

PUBLISHED = "2018-03-04"


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


def _grounded(marked: str) -> dragoman.records.Grounding | None:
    start = marked.index("«")
    text = marked.replace("«", "").replace("»", "")
    return ground_span(dragoman.Article.from_text(text, published=PUBLISHED), Span(start, marked.index("»") - 1))


ROLES = [
    # honorifics say a role
    ("Sen. Paula Dreyer spoke. She left. «The senator» vowed to act.", "Paula Dreyer"),
    ("Judge Amos Kerry heard both sides. «The judge» agreed with Lowell.", "Amos Kerry"),
    ("Gov. Ned Tarrant signed the bill. «The governor» left.", "Ned Tarrant"),
    ("Rep. Ann Lowell wrote. «The congresswoman» asked for help.", "Ann Lowell"),
    # not the role of the other sex, nor one of two named in one breath, nor another one
    ("Rep. Ann Lowell wrote. «The congressman» asked for help.", "congressman"),
    ("Senators Paula Dreyer and Rick Stone spoke. «The senator» left.", "senator"),
    ("Judge Amos Kerry ruled. A judge in Dunford disagreed. «The judge» spoke.", "judge"),
    ("Gov. Ned Tarrant spoke. «The former governor» left.", "former governor"),
    ("Finance Minister Karl Venter spoke. «The oil minister» left.", "oil minister"),
    ("Sheila Moran, the mayor of Dunford, spoke. «The mayor of Harlow» left.", "mayor of Harlow"),
    ("Former president Karl Venter spoke. «The former president» left.", "Karl Venter"),
    # whose office is said by a possessive
    ("The town's mayor, Sheila Moran, came. «The mayor» promised help.", "Sheila Moran"),
    ("Its chairman, Paul Onwe, spoke. «The chairman» left.", "Paul Onwe"),
    # … and in a country or federal state
    ("Chadian oil minister Paul Bem met envoys. «Chad's oil minister» left.", "Paul Bem"),
    ("Emmanuel Macron met Angela Merkel. «The French president» left.", "Emmanuel Macron"),
    ("Paula Dreyer (R-S.C.) spoke. In June, «the South Carolina senator» asked for more.", "Paula Dreyer"),
    ("Rick Stone (D-Ohio) met Paula Dreyer (D-Vt.). «The Vermont Democrat» left.", "Paula Dreyer"),
    ("New Jersey Gov. Chris Marlow spoke. «The New Jersey governor» left.", "Chris Marlow"),
    ("New Jersey Gov. Chris Marlow spoke. «The Ohio governor» left.", "governor (Ohio)"),
    # a killer who is convicted is no suspect
    ("«A convicted killer» asked for mercy.", "convicted killer"),
    ("«The murderer» fled.", "suspect"),
]

RELATIVES = [
    ("Karl Marsh left his wife Irina in 1991. The files say he hit «his ex-wife».", "Irina"),
    ("Karl Marsh and his wife, Irina Marsh, spoke. Police held «his wife».", "Irina Marsh"),
    ("Irina Marsh spoke. «Her husband», Karl Marsh, was at home.", "Karl Marsh"),
    ("Karl Marsh left his wife Irina. She sued. Irina said «her husband» hit her.", "Karl Marsh"),
    ("Karl Marsh spoke. «His wife» left.", "wife (Karl Marsh)"),
    # a given name alone
    ("Irina Marsh and Karl Berg spoke. «Irina» left.", "Irina Marsh"),
    ("Talks on Monday. Seoul heard it. «Kim» condemned Seoul. (Editing by Kim Holm)", "Kim Jong Un"),
]

BODIES = [
    # the nearest firm, even if no list has it
    ("Microsoft spoke. Zentral Inc said it saw it. «The company» may sue.", "Zentral"),
    ("In Oslo Zentral said so. Then Zentral left. When Zentral suspects fraud, «the company» will act.", "Zentral"),
    ("Microsoft bought Zentral Airlines. «The airline» apologised.", "Zentral Airlines"),
    # groups with a name in words, courts, and whoever is called so before others
    ("Boko Haram took girls. The “Bring Our Pupils” movement met. «The group» awaits news.", "Bring Our Pupils"),
    ("Hamas fired rockets. Amnesty International wrote a report. «The group» accused Israel.", "Amnesty International"),
    ("The Supreme Court sat. Berg asked the Ohio Court of Appeals, but «the court» refused.", "court of appeals (Ohio)"),
    ("The International Atomic Energy Agency came. The European Union paid. «The agency» left.",
     "International Atomic Energy Agency"),
    ("The Republican Party is split. The judge said «the other party» opposes the plea.", "party"),
    ("Weinstein left Microsoft. «The company that bears his name» sued.", "company"),
]  # fmt: skip

PRONOUNS = [
    ("Police gave figures on Monday. Eight robbers are held, with «one of them» accused.", "robbers"),
    ("Lawyers spoke to villagers. Farmers say «they» were beaten.", "farmers"),
    ("Anna Berg was there. Her father Karl said she wept when «her» cousin was shot.", "Anna Berg"),
    # whose sister somebody is is no subject
    ("Jan Holm left. Peter Lund spoke. Peter Lund's sister, Anna, sat beside «him».", "Peter Lund"),
    ("Peter Lund spoke. Anna Berg sat beside «him».", "Peter Lund"),
    # crews sail under a flag, and are not of who boards the ship
    ("South Korean guards boarded the Panama-flagged tanker and held «its crew».", "crew (Panama)"),
    ("South Korean guards boarded a tanker and held «its crew».", "crew"),
    ("Chad sent its army to the border. «Its soldiers» fired.", "soldiers (Chad)"),
    # ships by their names
    ("The Aurora Star, a Hong Kong-flagged ship, left. Guards boarded «the tanker».", "Aurora Star"),
    ("The tanker Aurora Star met the ship Bold Sea. Guards boarded «the tanker».", "tanker"),
    # a chairman who visits the king is not chairman to him
    ("It followed a visit by «Zentral's chairman to the White House».", "chairman"),
    ("It followed a visit by «the Chadian ambassador to Mali».", "ambassador (Chad)"),
]

SHORT = [
    ("American Airlines barred two men. «American» promised a review.", "American Airlines"),
    ("United Airlines dragged a man away. «United» has apologised.", "United Airlines"),
    ("Kenya Airways sued a pilot. «Kenya» condemned it.", "Government of Kenya"),
    ("Taliban spokesman Zabihullah Mujahid spoke. «Mujahid» said so.", "Zabihullah Mujahid"),
    ("«The mujahid» fired.", "fighter"),
    ("The Council barred «the Hermit Kingdom» from selling coal.", "Government of North Korea"),
    ("The Council barred «the Magic Kingdom» from selling toys.", "Magic Kingdom"),
    ("A man stabbed «an Athens-Clarke police officer».", "police officer"),
    ("«An Athens police officer» fired.", "police officer (Greece)"),
]


@pytest.mark.parametrize(("marked", "name"), [*ROLES, *RELATIVES, *BODIES, *PRONOUNS, *SHORT])
def test_who(marked: str, name: str) -> None:
    found = _grounded(marked)
    assert (found.choice.name if found is not None else None) == name


@pytest.mark.parametrize(
    ("marked", "country", "sectors"),
    [
        ("A firm sued. «An airline manager» apologised.", None, ("BUS",)),
        ("A firm sued. «The manager» apologised.", None, ("UNK",)),
        ("«Rick Stone» (D-Ohio) spoke.", "USA", ("LEG",)),
        ("«Rick Stone» (58) spoke.", None, ()),
    ],
)
def test_country_and_sector(marked: str, country: str | None, sectors: tuple[str, ...]) -> None:
    found = _grounded(marked)
    assert found is not None
    assert (found.choice.country, found.choice.sectors) == (country, sectors)


def test_a_court_is_of_the_country_that_its_sentence_names() -> None:
    text = "The US said no. US firms met US envoys. France's heir was freed after a court ruled. A court sat."
    courts = [m for m in find_actors(dragoman.Article.from_text(text)) if m.text == "court"]
    assert [m.actor.country for m in courts] == ["FRA", "USA"]


def test_a_verb_in_a_headline_is_no_part_of_a_name() -> None:
    text = "Clinton Splits With Lund On Tax. Hillary Clinton met Jan Lund."
    found = find_actors(dragoman.Article.from_text(text))
    assert (found[0].text, found[0].actor.name) == ("Clinton", "Hillary Clinton")


@pytest.mark.parametrize(
    ("text", "trigger", "role", "wanted"),
    [
        # whoever tells does it; what must be done is for who is told
        ("Alpine Corp told a paper it had sued the guild.", "sued", "actors", ["Alpine Corp"]),
        ("Republicans seem confident they can override the president.", "override", "actors", ["Republicans"]),
        ("Lobbyists met. But Republicans are confident they can override it.", "override", "actors", ["Republicans"]),
        # "they" of those who underwent something in the main clause
        ("Norse Airlines apologised to two skaters after a guard accused them.", "accused", "recipients", ["two skaters"]),
        # … nor is who speaks behind a quotation the "he" in it, and "them" go on with "they"
        ("“The guards then arrested him,” Karl Marsh said.", "arrested", "recipients", ["him"]),
        ("Karl Marsh said the guards then arrested him.", "arrested", "recipients", ["Karl Marsh"]),
        ("They gave help to other people and the mayor praised them.", "praised", "recipients", ["them"]),
        # "it" of a judgement stands for nobody
        ("“It's unlawful to put a person like that on trial,” Berg said.", "put", "actors", []),
        # nobody asks himself in a clause of his own
        ("Karl Berg asked the court to allow time for him to join a lawsuit.", "join", "recipients", ["the court"]),
        # names and phrases in one piece
        ("Lawyers for both Karl and Irina Marsh sued the paper.", "sued", "actors", ["Lawyers for both Karl and Irina Marsh"]),
        ("The newspaper Chosun Ilbo accused the ministry of lying.", "accused", "actors", ["The newspaper Chosun Ilbo"]),
        ("A man was held after a Kansas City, Kan., police officer was stabbed.", "stabbed", "recipients",
         ["a Kansas City, Kan., police officer"]),
        ("The ministry and Chosun Ilbo accused the guild of lying.", "accused", "actors", ["The ministry", "Chosun Ilbo"]),
    ],
)  # fmt: skip
def test_mentions(coder: dragoman.Coder, text: str, trigger: str, role: str, wanted: list[str]) -> None:
    assert [p.text for p in getattr(claim(coder, text, trigger, PUBLISHED), role)] == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Ten states led by Texas are fighting the plan before three judges. They argue that the EPA broke the law.", "broke", "states"),
        ("Police charged two teachers. They accused a judge of lying.", "accused", "teachers"),
        ("“We have been bombing Yemen for years,” said Sen. Paula Dreyer (D-Ohio).", "bombing", "Government of the United States"),
        ("“We attacked Yemen,” said Paula Dreyer, a nurse.", "attacked", "Paula Dreyer"),
    ],
)  # fmt: skip
def test_actors(coder: dragoman.Coder, text: str, trigger: str, wanted: str) -> None:
    claims = [c for c in code(coder, text, PUBLISHED) if c.trigger.text == trigger]
    assert [p.name or p.text for p in claims[0].actors] == [wanted]
