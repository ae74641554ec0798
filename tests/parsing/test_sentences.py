from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing import split_sentences
from dragoman.parsing.sentences import split_paragraphs


def sentences(text: str) -> list[str]:
    return [span.of(text) for span, _ in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The minister left.", "He will be back on Friday."],
        ["Gen. Ada Byrne met Mr. Obi in St. Gallen."],
        ["The envoy of the U.S. Treasury arrived.", "The talks began."],
        ["Troops left the U.S.", "The base was closed."],
        ["John F. Kennedy spoke."],
        ["“We will not go.”", "The crowd cheered."],
        ["Was he there?", "No!", "He was not."],
        ["It cost 3.5 million dollars.", "12 people were held."],
        ["The police said that they held two men (from Mombasa).", "Both were freed."],
    ],
)
def test_sentence_ends(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_line_break_ends_a_sentence_and_a_paragraph() -> None:
    text = "A headline without a stop\n\n  The minister left. He flew home.\n"
    assert [(span.of(text), paragraph) for span, paragraph in split_sentences(text)] == [
        ("A headline without a stop", 0),
        ("The minister left.", 1),
        ("He flew home.", 1),
    ]


@given(st.text(alphabet="aB1 .!?\n”“()'éß\u2028", max_size=80))
def test_sentences_lie_in_order_and_lose_no_word(text: str) -> None:
    spans = [span for span, _ in split_sentences(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text).strip() == span.of(text) for span in split_paragraphs(text))
