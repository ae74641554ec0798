"""Who acts and who is acted on are never resolved to one party."""

import pytest
from tests.factories import loaded

import dragoman
from dragoman.grounding.actors.binding import kept_apart
from dragoman.records import Actor, Grounding, Party, Span


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


@pytest.mark.parametrize(
    "say",
    [
        "The Kenyan army entered the port of Mogadishu and met the rebels. It bombed it.",
        "Kenya and Sudan closed the border. They accused them of lying.",
        "Peru recalled its envoy. It condemned Peru.",
    ],
)
def test_nobody_acts_on_himself(coder, say):
    claims = coder.code(dragoman.Article.from_text(say, published="2011-05-03"))
    assert claims
    for claim in claims:
        acting = {p.actor_id for p in claim.actors} - {None}
        assert not acting & {p.actor_id for p in claim.recipients}, claim.trigger.text


def test_a_reflexive_keeps_its_identity():
    who = Grounding(Actor("person:ana-lund", "Ana Lund", "person", "DNK", ("GOV",)), 0.9, "a name")
    actor = Party("Ana Lund", Span(0, 8), Span(4, 8), who)
    himself, him = (Party(word, Span(20, 20 + len(word)), Span(20, 20 + len(word)), who) for word in ("himself", "him"))
    assert kept_apart([actor], [himself])[1] == (himself,)
    assert kept_apart([actor], [him])[1][0].grounding is None


def test_two_parties_keep_theirs(coder):
    claims = coder.code(dragoman.Article.from_text("Chile accused Peru of spying.", published="2011-05-03"))
    assert claims[0].actors[0].country == "CHL"
    assert claims[0].recipients[0].country == "PER"
