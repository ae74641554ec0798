"""Pronouns as parties: by the syntax of their sentence, else by nearness; whoever is quoted is "we"."""

import pytest

import dragoman


@pytest.fixture(scope="module")
def coder():
    return dragoman.load(use_model=False)


def claim(coder, text, trigger):
    found = coder.code(dragoman.Article.from_text(text, published="2021-05-04"))
    return next(c for c in found if c.trigger.text == trigger)


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
    found = claim(coder, "Witnesses said they opened fire on a bus.", "opened")
    assert "Witnesses" not in [p.text for p in found.actors]


def test_its_own_clause_has_another_subject(coder):
    found = claim(coder, "Mali said Niger had attacked it on Monday.", "attacked")
    assert [p.text for p in found.actors] == ["Niger"]
    assert [p.text for p in found.recipients] == ["Mali"]


def test_we_are_whoever_is_quoted(coder):
    found = claim(coder, "“We condemn the attack on our embassy,” the foreign ministry of Kenya said.", "condemn")
    assert found.actors[0].text == "We"
    assert "Kenya" in found.actors[0].name


def test_the_us_is_not_us(coder):
    found = claim(coder, "“Iran attacked the US on Monday,” General Ali Reza Karimi of Kenya said.", "attacked")
    assert found.recipients[0].grounding.choice.id == "state:USA"
