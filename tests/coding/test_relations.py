"""Relations between two marked parties: what frames and classifier say together, named as CAMEO's map to PLOVER does."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded()


CASES = [
    # an intention to yield is AGREE in CAMEO (035); sanctions are COERCE (163); a verdict is ACCUSE (116)
    ("<Lesotho's government> agreed to release <the detained officers>.", "AGREE"),
    # … but who has decided to yield yields
    ("<Lesotho's government> has decided to ease its curbs on <the miners' union>.", "CONCEDE"),
    ("<The Norwegian government> imposed sanctions on <Rhodesia> in May.", "COERCE"),
    ("<A court in Accra> convicted <the former minister> of fraud.", "ACCUSE"),
    # the manual's types elsewhere
    ("<Chad> and <Niger> reached an agreement on the lake's fisheries.", "SUPPORT"),
    ("<The UN> withdrew its observers from <Tajikistan>.", "SANCTION"),
    ("<Peru's president> refused a request from <the opposition> to dissolve Congress.", "REJECT"),
    pytest.param(
        "<The junta> ordered <the newspaper> to suspend publication for a month.",
        "COERCE",
        marks=pytest.mark.xfail(strict=True, reason="the classifier holds an order that is obeyed for a request"),
    ),
    ("<Government missiles> struck <a village near the border>.", "ASSAULT"),
]


@pytest.mark.parametrize(("sentence", "plover"), CASES)
def test_pairs(coder, sentence, plover):
    text, spans = "", []
    for piece in sentence.replace("<", "\0<").replace(">", "\0").split("\0"):
        if piece.startswith("<"):
            spans.append((len(text), len(text) + len(piece) - 1))
            piece = piece[1:]
        text += piece
    relation = coder.relation(text, *spans)
    assert relation.plover == plover, relation.explanation


def test_a_claim_follows_the_manual_where_a_relation_follows_the_map(coder):
    article = dragoman.Article.from_text("Norway imposed sanctions on Rhodesia in May.", published="1965-06-01")
    assert {c.plover for c in coder.code(article)} == {"SANCTION"}


def test_scores_are_probabilities_best_first(coder):
    relation = coder.relation("Togo praised Benin.", (0, 4), (13, 18))
    assert relation.plover == "SUPPORT"
    values = [p for _, p in relation.scores]
    assert values == sorted(values, reverse=True)
    assert sum(values) == pytest.approx(1, abs=0.01)
