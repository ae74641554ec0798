"""What the tagger says on what a frame found: a party that syntax does not see, another status."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.coding.casting import Draft
from dragoman.coding.heeding import heeded
from dragoman.coding.tagger import Hint
from dragoman.records import Sentence, Span
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


def draft_of(coder: dragoman.Coder, text: str, word: str) -> Draft:
    doc = coder.parser.syntax(text)
    return next(d for d in coder.frames.drafts(Sentence(0, Span(0, len(text)), 0, doc)) if d.match.trigger.text == word)


def hint(text: str, doers: str = "", receivers: str = "", sure: float = 0.95, **changed: object) -> Hint:
    """The tagger's view of an act of force whose parties are these words."""

    def parts(words: str) -> tuple[tuple[int, float], ...]:
        start = text.index(words) if words else 0
        return tuple((start + words.index(w), sure) for w in words.split())

    values = {"told": 0.98, "act": "ASSAULT", "sure": 0.99, "status": "occurred", "status_sure": 0.99}
    return Hint(**{**values, **changed}, doers=parts(doers), receivers=parts(receivers))  # type: ignore[arg-type]


UNSEEN = "Two robbers with sickles slashed a delivery rider."


def test_a_party_that_no_list_has_is_filled_in_where_the_tagger_is_sure(coder: dragoman.Coder):
    draft = draft_of(coder, UNSEEN, "slashed")
    assert draft.recipients == ()
    filled = heeded(draft, hint(UNSEEN, "Two robbers", "a delivery rider"))
    assert [t.text for t in filled.recipients] == ["rider"]
    assert filled.actors == draft.actors


def test_a_party_the_tagger_is_less_sure_of_stays_out(coder: dragoman.Coder):
    draft = draft_of(coder, UNSEEN, "slashed")
    assert heeded(draft, hint(UNSEEN, "Two robbers", "a delivery rider", sure=0.8)).recipients == ()


def test_what_syntax_names_stays(coder: dragoman.Coder):
    text = "Police in Nairobi arrested two students."
    draft = draft_of(coder, text, "arrested")
    other = heeded(draft, hint(text, "students", "Police", act="COERCE"))
    assert (other.actors, other.recipients) == (draft.actors, draft.recipients)


def test_a_hint_of_another_act_changes_nothing(coder: dragoman.Coder):
    draft = draft_of(coder, UNSEEN, "slashed")
    assert heeded(draft, hint(UNSEEN, "Two robbers", "a delivery rider", act="ACCUSE")) == draft


def test_another_status_counts_where_the_tagger_is_sure_of_it(coder: dragoman.Coder):
    text = "Rebels shelled the market."
    for sure, status in ((0.95, "hypothetical"), (0.5, "occurred")):
        draft = draft_of(coder, text, "shelled")
        read = heeded(draft, hint(text, status="hypothetical", status_sure=sure))
        assert read.chain.status == status
    assert (
        "the tagger reads it as hypothetical (0.95)"
        in heeded(draft_of(coder, text, "shelled"), hint(text, status="hypothetical", status_sure=0.95)).chain.steps[-1]
    )


def test_done_and_going_on_are_no_two_statuses(coder: dragoman.Coder):
    text = "Rebels shelled the market."
    assert heeded(draft_of(coder, text, "shelled"), hint(text, status="ongoing")).chain.status == "occurred"


def test_who_asks_takes_the_place_of_who_does_where_the_tagger_reads_a_request(coder: dragoman.Coder):
    text = "Chad and the rebels withdrew, said Niger."
    draft = draft_of(coder, text, "withdrew")
    read = heeded(draft, hint(text, "Niger", "Chad", act="RETREAT", status="requested", status_sure=0.95))
    assert read.chain.status == "requested"
    assert [t.text for t in read.actors] == ["Niger"]
    assert [t.text for t in read.recipients] == ["Chad"]


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "receivers"),
    [
        # where it goes, and where its guns stand
        ("The last peacekeepers withdrew from Goražde to Serbia.", "withdrew", "The last peacekeepers", "Serbia"),
        ("Guns of the force on Mount Igman shelled the market.", "shelled", "Igman", "the market"),
    ],
)
def test_a_place_is_filled_in_as_no_party(coder: dragoman.Coder, text, trigger, doers, receivers):
    draft = draft_of(coder, text, trigger)
    filled = heeded(draft, hint(text, doers, receivers, sure=0.99, act=draft.match.frame.type))
    assert {t.text for t in (*filled.actors, *filled.recipients)}.isdisjoint({"Serbia", "Igman"})
