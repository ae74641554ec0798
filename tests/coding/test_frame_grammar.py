"""Frames meet syntax: who does what to whom through datives, passives, causatives, joint deeds and nouns of measure."""

import pytest

import dragoman


@pytest.fixture(scope="module")
def frames():
    coder = dragoman.load(use_model=False)
    return lambda text: coder.code(dragoman.Article.from_text(text, published="2019-03-05"))


CASES = [
    # the dative is the receiver, whichever way it is told
    ("Norway lent Iceland two billion dollars.", "AID", "Norway", "Iceland"),
    ("Iceland was lent two billion dollars by Norway.", "AID", "Norway", "Iceland"),
    ("Poland sent Moldova forty ambulances.", "AID", "Poland", "Moldova"),
    ("Poland sent forty ambulances to Moldova.", "AID", "Poland", "Moldova"),
    ("Ghana's cabinet gave the governor his villa back.", "RETREAT", "cabinet", "governor"),
    # what is measured counts, not the measure
    ("Kazakhstan shipped 300 tonnes of flour to Afghanistan.", "AID", "Kazakhstan", "Afghanistan"),
    ("Police fired dozens of rounds of tear gas at students in Lima.", "ASSAULT", "Police", "students"),
    # whoever has it done does it
    ("The interior minister had the editor arrested on Monday.", "COERCE", "minister", "editor"),
    # the agent stands far from its passive
    ("The opposition's offices were sealed one after another by the army.", "COERCE", "army", "opposition"),
    # small clauses: what is judged or let go is the object
    ("A court in Oslo found the ministry liable for the damage.", "SANCTION", "court", "ministry"),
    ("The rebels let the hostages go at dawn.", "RETREAT", "rebels", "hostages"),
    # deeds done jointly
    ("Chile runs the lighthouse jointly with Argentina.", "COOPERATE", "Argentina", ""),
    ("Kenya and Uganda jointly manage the lake.", "COOPERATE", "Kenya", ""),
    # a demand that somebody act
    ("Tunisia demanded that Malta explain the sinking.", "REQUEST", "Tunisia", "Malta"),
    # what is done in protest says who protests
    ("Students blocked the bridge in protest at the government's new fees.", "PROTEST", "Students", ""),
    # the preposition hangs on the word between
    ("The chancellor conferred in private with the Dutch premier.", "CONSULT", "premier", ""),
    # forces face somebody
    ("Turkey massed tanks opposite the Greek garrison.", "MOBILIZE", "Turkey", "garrison"),
]


@pytest.mark.parametrize(("text", "act", "actor", "recipient"), CASES)
def test_roles(frames, text, act, actor, recipient):
    found = [c for c in frames(text) if c.act == act]
    assert found, [c.act for c in frames(text)]
    claim = found[0]
    assert any(actor in p.text for p in claim.actors), claim.actors
    if recipient:
        assert any(recipient in p.text for p in claim.recipients), claim.recipients


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The old ministry will not disappear, the premier said.", "ASSAULT"),  # a transitive act has an object
        ("The president told reporters that talks could not wait.", "REQUEST"),  # telling news asks for nothing
        ("Russia shares a border with Norway.", "COOPERATE"),
        ("The tariffs struck a blow to Chinese exporters.", "ASSAULT"),
        ("The minister called for the attackers to be brought to justice.", "ASSAULT"),  # a mention is no telling
        ("The senator walked out of the restaurant.", "PROTEST"),
        ("The ambassador looked into it.", "ACCUSE"),
    ],
)
def test_other_senses(frames, text, act):
    assert act not in {c.act for c in frames(text)}
