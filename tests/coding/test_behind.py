"""Who acts where the grammatical subject is no party."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("The statement criticizing Lima was issued by the Chilean foreign ministry.", "criticizing", ["the Chilean foreign ministry"], ["Lima"]),
        ("The resolution passed by the council condemned Togo.", "condemned", ["the council"], ["Togo"]),
        ("The attack by Boko Haram killed 30 farmers on Monday.", "killed", ["Boko Haram"], ["30 farmers"]),
        ("U.N. sanctions imposed on Togo last year bar coal exports.", "imposed", ["U.N."], ["Togo"]),
        # nouns of countries say against whom, adjectives whose
        ("Togo sanctions imposed last year were lifted.", "imposed", [], ["Togo"]),
        ("Women were attacked and robbed by gangs of rebels.", "attacked", ["gangs of rebels"], ["Women"]),
        ("Police held a man on charges of killing two nuns.", "killing", ["a man"], ["two nuns"]),
        ("Kenya along with its allies has condemned Mali.", "condemned", ["Kenya", "its allies"], ["Mali"]),
        # in whose strike somebody was hit
        ("Nine pupils were killed in an Israeli air strike on Monday.", "killed", ["Israeli"], ["Nine pupils"]),
        ("Two monks were wounded during a raid by the Taliban.", "wounded", ["the Taliban"], ["Two monks"]),
        ("Two monks were killed in Boko Haram's attack on Monday.", "killed", ["Boko Haram"], ["Two monks"]),
        ("Two monks were killed in a suicide attack.", "killed", [], ["Two monks"]),
        ("Police arrested between 20 and 30 marchers.", "arrested", ["Police"], ["between 20 and 30 marchers"]),
        # sites and things that bear names of their own
        ("Gunmen attacked the Inya nightclub on Monday.", "attacked", ["Gunmen"], ["the Inya nightclub"]),
        ("Peru fired a Taranta-12 missile on Monday.", "fired", ["Peru"], []),
    ],
)  # fmt: skip
def test_who_does_it_and_to_whom(coder, text, trigger, actors, recipients):
    found = coder.code(dragoman.Article.from_text(text, published="2021-05-04"))
    [claim] = [c for c in found if c.trigger.text == trigger]
    assert [p.text for p in claim.actors] == actors
    assert [p.text for p in claim.recipients] == recipients


def test_prisoners_do_not_swap_themselves(coder):
    say = "Their release was part of a prisoner swap between Chad and Mali."
    for claim in coder.code(dragoman.Article.from_text(say, published="2021-05-04")):
        assert "prisoner" not in [p.text for p in claim.actors]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # "with" brings neither host nor victim
        ("President Sesay met with President Barro on Monday.", "met", ["President Sesay", "President Barro"], []),
        ("Chad conducted joint exercises with Malian forces.", "conducted", ["Chad", "Malian forces"], []),
        ("President Sesay will meet with President Barro.", "meet", ["President Sesay"], ["President Barro"]),
        # who is named says who "the allies" are
        ("The emir urged Togo's allies, Chad and Mali, to persuade it.", "urged", ["The emir"], ["Chad", "Mali"]),
        # what a clause tells of stands before the place behind which it hangs
        ("She mourned the attack in Lyon, France, which killed ten soldiers.", "killed", [], ["ten soldiers"]),
    ],
)  # fmt: skip
def test_all_sides(coder, text, trigger, actors, recipients):
    test_who_does_it_and_to_whom(coder, text, trigger, actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # what is struck is what is driven into
        ("A man rammed a white van into a Christmas market in the town of Nantes.", "rammed", ["A man"], ["a Christmas market"]),
        ("Two men ploughed their vehicles into pedestrians in Lyon.", "ploughed", ["Two men"], ["pedestrians"]),
        # where somebody is taken from does it not
        ("The tape shows 50 of the girls abducted from a Nigerian school.", "abducted", [], ["the girls"]),
        # who faces an attempt does not make it
        ("President Diego Mora denied it, but he may face an attempt to impeach him.", "impeach", [], ["President Diego Mora"]),
    ],
)  # fmt: skip
def test_who_is_struck_taken_or_tried(coder, text, trigger, actors, recipients):
    test_who_does_it_and_to_whom(coder, text, trigger, actors, recipients)


def test_contacts_are_kept_from_one_side(coder):
    test_who_does_it_and_to_whom(coder, "Chad maintains contacts with Mali.", "maintains", ["Chad"], ["Mali"])


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # a name with a noun of another phrase before it, and a name in whole
        ("It was the same rocket Mali had threatened to use on Chad.", "threatened", ["Mali"], ["Chad"]),
        ("Some of the victims accused Togo of theft.", "accused", ["Some of the victims"], ["Togo"]),
        ("The council said it was vital that Mali act to end the war and called on Chad to help.", "called", ["The council"], ["Chad"]),
        ("The soldiers shouted and they arrested the mayor.", "arrested", ["The soldiers"], ["the mayor"]),
    ],
)  # fmt: skip
def test_whole_phrases(coder, text, trigger, actors, recipients):
    test_who_does_it_and_to_whom(coder, text, trigger, actors, recipients)


def test_a_name_is_taken_whole(coder):
    say = "Speaking in Oslo, British Prime Minister Theresa May criticized Chad."
    assert [p.text for p in coder.code(dragoman.Article.from_text(say, published="2017-05-04"))[0].actors] == [
        "British Prime Minister Theresa May"
    ]
