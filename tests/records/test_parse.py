"""Sentences with their syntax: the tokens of a span of the article, and the one that governs the others."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.records import Sentence, Span
from dragoman.records.parse import root_of

BEFORE, WORDS = "It rained. ", ["Police", "in", "Lagos", "arrested", "two", "men"]
TEXT = BEFORE + " ".join(WORDS)


def sentence(*, parsed: bool = True) -> Sentence:
    words = {"words": WORDS, "spaces": [True] * 5 + [False], "heads": [3, 0, 1, 3, 5, 3], "deps": ["dep"] * 6}
    doc = Doc(Vocab(), **words) if parsed else None
    return Sentence(1, Span(len(BEFORE), len(TEXT)), 0, doc)


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_tokens_are_those_the_span_touches():
    assert [t.text for t in sentence().tokens(span_of("Lagos arr"))] == ["Lagos", "arrested"]
    assert sentence().tokens(Span(0, len(BEFORE))) == []
    assert sentence(parsed=False).tokens(span_of("Lagos")) == []


def test_the_root_governs_the_phrase():
    for words, root in (
        ("Police in Lagos", "Police"),
        ("in Lagos", "in"),
        ("two men", "men"),
        ("Lagos arrested", "Lagos"),
    ):
        found = root_of(sentence().tokens(span_of(words)))
        assert found is not None
        assert found.text == root
    found = root_of(sentence().tokens(Span(len(BEFORE), len(TEXT))))
    assert found is not None
    assert found.text == "arrested"
    assert root_of([]) is None
