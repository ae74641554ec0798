"""Verbs with particles, directions that a pattern asks for, reflexives, and senses that tell no act (frames/none.yaml)."""

import pytest

import dragoman
from dragoman.records import Sentence, Span


@pytest.fixture(scope="module")
def frames_of():
    coder = dragoman.load(use_model=False)

    def found(text):
        sentence = Sentence(0, Span(0, len(text)), 0, coder.parser.syntax(text))
        return {draft.match.trigger.text: draft.match.frame.id for draft in coder.frames.drafts(sentence)}

    return found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Uganda called off its summit with Rwanda.", "called"),
        ("The mayor of Tartu took on the role of chairman.", "took"),
        ("Firms plan to set up shop near Gdansk.", "set"),
        ("The tanker's crew took photographs of the Kenyan patrol.", "took"),
        ("The guard shot himself in Nakuru.", "shot"),
        ("The minister hosted a birthday party for the king.", "hosted"),
        ("Nurses took him out of the city on Monday, Kenya said.", "took"),
        ("The agency launched a satellite for Angola.", "launched"),
        ("The driver lost control of his car near Leeds.", "lost"),
        ("The suspect was charged $40 for the meal.", "charged"),
        ("It was not clear how many people were injured.", "injured"),
        ("Germany heads the mission in the north of Mali.", "heads"),
        ("Kenya has demonstrated that the plan works.", "demonstrated"),
    ],
)
def test_the_verb_tells_no_act(frames_of, text, trigger):
    assert trigger not in frames_of(text)


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("Police in Gdansk locked up nine students.", "locked", "coerce"),
        ("A man drove a van into a crowd in Tartu.", "drove", "assault"),
        ("Two men robbed a tourist at gunpoint in Nakuru.", "robbed", "assault"),
        ("The army ousted the president in a coup.", "ousted", "assault"),
        ("Fighters dragged away eleven pupils.", "dragged", "assault"),
        ("Rebels handed over nine soldiers to the Red Cross.", "handed", "retreat"),
        ("Uganda vowed revenge on Rwanda.", "vowed", "threaten"),
        ("Kenya evacuated its citizens from Khartoum.", "evacuated", "aid"),
        ("The party dismissed the mayor as a liar.", "dismissed", "accuse"),
        ("The offer of Rwanda was rejected by Uganda.", "rejected", "reject"),
    ],
)
def test_the_verb_tells_an_act(frames_of, text, trigger, act):
    assert frames_of(text).get(trigger, "").split(".")[0] == act


def test_who_rejects_is_not_who_is_rejected(frames_of):
    coder = dragoman.load(use_model=False)
    claims = coder.code(dragoman.Article.from_text("The plan was firmly rejected by Uganda.", published="2024-05-02"))
    (claim,) = [c for c in claims if c.trigger.text == "rejected"]
    assert [p.text for p in claim.actors] == ["Uganda"]
    assert claim.recipients == ()


def test_a_clash_names_its_other_side_before_its_cause(frames_of):
    coder = dragoman.load(use_model=False)
    claims = coder.code(
        dragoman.Article.from_text("Police clashed with teachers over the tax in Tartu.", published="2024-05-02")
    )
    (claim,) = claims
    assert {p.text for p in (*claim.actors, *claim.recipients)} == {"Police", "teachers"}
