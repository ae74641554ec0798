"""Pronouns as parties: by the syntax of their sentence, else by nearness; whoever is quoted is "we"."""

import pytest

from tests.coding.told import claim
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


@pytest.mark.parametrize(
    ("text", "trigger", "role", "mention"),
    [
        # the subject of the clause around it, though another party stands nearer or opens the text
        ("Chad protested on Monday. Mali said on Tuesday that it had expelled the envoy of Niger.", "expelled", "actors", "Mali"),
        ("The army of Peru attacked the rebels before it withdrew from the valley.", "withdrew", "actors", "The army of Peru"),
        ("President Adama Barro said he would meet the envoys of Togo.", "meet", "actors", "President Adama Barro"),
        ("Nigerian troops said they had killed ten rebels.", "killed", "actors", "Nigerian troops"),
        ("One woman told police she was beaten by soldiers.", "beaten", "recipients", "One woman"),
    ],
)  # fmt: skip
def test_a_pronoun_gives_way_to_the_subject_around_it(coder, text, trigger, role, mention):
    parties = getattr(claim(coder, text, trigger), role)
    assert [p.text for p in parties] == [mention]
    assert text[parties[0].span.start : parties[0].span.end] == mention


def test_who_tells_what_others_did_is_not_who_did_it(coder):
    found = claim(coder, "Witnesses said they opened fire on the crowd.", "opened")
    assert [(p.text, p.name) for p in found.actors] == [("they", None)]


def test_its_own_clause_has_another_subject(coder):
    found = claim(coder, "Mali said Niger had attacked it on Monday.", "attacked")
    assert [p.text for p in found.actors] == ["Niger"]
    assert [p.text for p in found.recipients] == ["Mali"]


def test_we_are_whoever_is_quoted(coder):
    found = claim(coder, "“We condemn the attack on our embassy,” the foreign ministry of Kenya said.", "condemn")
    assert found.actors[0].text == "the foreign ministry of Kenya"
    assert "Kenya" in found.actors[0].name


def test_the_us_is_not_us(coder):
    found = claim(coder, "“Iran attacked the US on Monday,” General Ali Reza Karimi of Kenya said.", "attacked")
    assert found.recipients[0].grounding.choice.id == "state:USA"


@pytest.mark.parametrize(
    ("text", "trigger", "role", "mentions"),
    [
        # whom the clause above is about, where its subject is the pronoun's own
        ("Norway invited the rebels to Oslo and arrested them on Monday.", "arrested", "recipients", ["the rebels"]),
        ("Chad has held Amina Deby since arresting her days after she was filmed punching a soldier.", "punching", "actors", ["Amina Deby"]),
        # what somebody is punished for is his own deed
        ("The Senate imposed sanctions on Togo after it fired two missiles.", "fired", "actors", ["Togo"]),
        # two who met are "they"
        ("The king of Jordan spoke to President Adama Barro and they agreed to cut tariffs.", "agreed", "actors", ["The king of Jordan", "President Adama Barro"]),
        # a possessive is a party
        ("Mali has published its decision to expel the envoy of Niger.", "expel", "actors", ["Mali"]),
        # a name that no list has
        ("Zalika was beaten after a cleric accused her of theft.", "accused", "recipients", ["Zalika"]),
    ],
)  # fmt: skip
def test_a_pronoun_gives_way_to_other_parties_of_the_clause_above(coder, text, trigger, role, mentions):
    assert [p.text for p in getattr(claim(coder, text, trigger), role)] == mentions


def test_who_is_quoted_speaks_of_others(coder):
    say = "Mr Diallo said: “The driver fired on the crowd, according to the police who killed him.”"
    assert "Mr Diallo" not in [p.text for p in claim(coder, say, "killed").recipients]


def test_a_nameless_person_is_taken_up(coder):
    say = "A gunman opened fire in a church in Oslo. He was shot dead by police."
    assert [p.name for p in claim(coder, say, "shot").recipients] == ["gunman"]


def test_a_possessive_of_the_other_side_is_no_party(coder):
    found = claim(coder, "Peru fired its missiles at Chile after Peru tested its new missile.", "tested")
    assert [p.text for p in found.recipients] == []
    assert [p.text for p in found.actors] == ["Peru"]


def test_a_demand_without_one_who_asks_is_the_speakers(coder):
    found = claim(coder, "Okoye said thieves should be deported.", "deported")
    assert [p.text for p in found.actors] == ["Okoye"]
    assert found.recipients == ()


def test_she_is_no_soldier_only_because_nobody_else_is_described(coder):
    say = "Zalika was filmed when she bit a soldier. On Monday she attacked the police."
    assert "soldier" not in [p.name for p in claim(coder, say, "attacked").actors]
    told = "A woman was seen near the bank. She attacked the police."
    assert [p.name for p in claim(coder, told, "attacked").actors] == ["woman"]
