from __future__ import annotations

import pytest

from dragoman.parsing import Gate, Parser
from dragoman.records import Article


@pytest.fixture(scope="module")
def gate(parser: Parser) -> Gate:
    anchors = [
        ("attack", ()),
        ("talk", (frozenset({"hold"}),)),
        ("cease-fire", ()),
        ("take", (frozenset({"out"}), frozenset({"of"}))),
    ]
    return Gate(anchors, parser.lemmatizer.base)


@pytest.mark.parametrize(
    ("sentence", "admitted"),
    [
        ("Rebels attacked the town.", True),
        ("Two ATTACKS were reported.", True),
        ("The ministers held talks.", True),
        ("He talks too much.", False),  # the noun alone, without its verb
        ("They hold shares.", False),
        ("A post-attack report came out.", True),
        ("The cease-fire is over.", True),
        ("They took the men out of the camp.", True),
        ("They took the men out.", False),  # one of two words that must stand beside
        ("The weather was fine.", False),
        ("", False),
    ],
)
def test_a_sentence_passes_if_it_holds_all_words_of_a_frame(gate: Gate, sentence: str, admitted: bool) -> None:
    assert gate.admits(sentence) is admitted


def test_only_admitted_sentences_get_their_syntax(parser: Parser, gate: Gate) -> None:
    article = Article.from_text("The weather was fine. Rebels attacked the town. People slept.")
    parse = parser.parse(article, gate.admits)
    assert [sentence.doc is not None for sentence in parse.sentences] == [False, True, False]
    doc = parse.sentences[1].doc
    assert doc is not None
    assert [token.lemma_ for token in doc][:2] == ["rebel", "attack"]


def test_the_shipped_gate_passes_what_frames_can_code() -> None:
    import dragoman

    coder = dragoman.load(use_model=False)
    everything = dragoman.load(use_model=False, parse_all=True)
    text = (
        "Kenya will hold talks with Ethiopia in Addis Ababa. The sky was grey. Police in Nairobi arrested two students. "
        "Russia denied that its forces had attacked the town. The price of tea rose."
    )
    article = Article.from_text(text, published="2024-03-05")
    gated = coder.code(article)
    assert [claim.id for claim in gated] == [claim.id for claim in everything.code(article)]
    assert len(gated) == 3
