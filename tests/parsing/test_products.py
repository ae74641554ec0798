from __future__ import annotations

import numpy as np
import spacy
from threadpoolctl import threadpool_info, threadpool_limits

from dragoman.parsing import Parser
from dragoman.parsing.products import OneThread
from dragoman.records import Article

SENTENCES = (
    "Yes.",
    "Police in Lagos arrested forty marchers on Tuesday, the interior ministry said, and released them the next day.",
    "The two presidents will meet in Geneva.",
)


def test_only_this_pipeline_multiplies_by_numpy(parser: Parser) -> None:
    other = spacy.load(parser.settings.spacy_model)
    ours = parser.nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    theirs = other.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    assert not any(layer.ops.use_blis for layer in ours.walk())
    assert all(layer.ops.use_blis for layer in theirs.walk())


def test_both_ways_of_multiplying_read_the_same_syntax(parser: Parser) -> None:
    other = spacy.load(parser.settings.spacy_model)
    for text in SENTENCES:
        one, two = parser.nlp(text), other(text)
        vectors = [np.asarray(doc.tensor) for doc in (one, two)]
        np.testing.assert_allclose(vectors[0], vectors[1], atol=1e-4)
        assert [(t.tag_, t.dep_, t.head.i) for t in one] == [(t.tag_, t.dep_, t.head.i) for t in two]


def test_neighbours_do_not_change_what_the_pipeline_adds_up(parser: Parser) -> None:
    article = Article.from_text(" ".join(SENTENCES))
    others = [Article.from_text(f"Police arrested {n} men in Lagos. " * n) for n in range(1, 9)]

    def sums(parsed: object) -> list[bytes]:
        return [np.asarray(s.doc.tensor).tobytes() for s in parsed.sentences]  # type: ignore[attr-defined]

    alone = sums(parser.parse(article))
    assert len(alone) == len(SENTENCES)
    assert all(alone)
    assert sums(list(parser.parse_many([*others, article, *others]))[len(others)]) == alone


def test_one_thread_and_back() -> None:
    def threads() -> set[int]:
        return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}

    one = OneThread()
    with threadpool_limits(limits=2, user_api="blas"):
        assert threads() == {2}
        with one.held():
            assert threads() == {1}
        assert threads() == {2}
