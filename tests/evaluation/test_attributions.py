from typing import Any, cast

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.attributions import evaluate
from dragoman.records import Attribution, Span
from tests.evaluation.conftest import Canned, Write

TEXT = "The mayor said the bridge was closed. Police warned of floods. Nobody doubted it."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def found(source: str | None, head: str | None, cue: str, content: str) -> Attribution:
    return Attribution(at(source) if source else None, at(cue), at(content), at(head) if head else None)


GOLD = {
    "text": TEXT,
    "attributions": [
        {"source": list(at("The mayor")), "cue": list(at("said")), "content": list(at("the bridge was closed"))},
        {"source": list(at("Police")), "cue": list(at("warned of")), "content": [list(at("floods"))]},
    ],
}


def test_figures_by_hand(jsonl: Write) -> None:
    founds = [
        found("The mayor", "mayor", "said", "bridge was closed"),
        found(None, None, "warned", "floods"),
        found("Nobody", "Nobody", "doubted", "it"),
    ]
    report = evaluate(cast(Any, Canned({TEXT: founds})), jsonl(GOLD))
    # cues: two of three found are right, none is missed
    assert report.value("cue precision") == pytest.approx(2 / 3)
    assert report.value("cue recall") == 1.0
    # sources: of two found one is right; of two gold one is found
    assert report.value("source F1") == pytest.approx(0.5)
    # words of contents: 3 + 1 right, one too many ("it"), one missed ("the")
    assert report.value("content token F1") == pytest.approx(8 / (8 + 1 + 1))
    assert report.value("content token F1 where the cue is found") == pytest.approx(8 / (8 + 1))
    assert sorted(m.kind for m in report.mistakes) == ["no attribution in gold", "source missed"]


def test_a_source_is_right_by_its_head_word(jsonl: Write) -> None:
    for head, value in (("mayor", 1.0), ("bridge", None)):
        founds = [found(head, head, "said", "bridge was closed")]
        report = evaluate(cast(Any, Canned({TEXT: founds})), jsonl({**GOLD, "attributions": GOLD["attributions"][:1]}))
        assert report.value("source precision") == (value or 0.0)


def test_spans_and_relations_are_read_too(jsonl: Write) -> None:
    spans = {
        "T1": {"spans": [list(at("said"))]},
        "T2": {"spans": [list(at("The mayor"))]},
        "T3": {"spans": [list(at("closed"))]},
    }
    row = {"text": TEXT, "spans": spans, "relations": ["Attribution:T1 Cue:T1 Source:T2 Content:T3"]}
    report = evaluate(cast(Any, Canned({TEXT: []})), jsonl(row))
    assert report.value("cue recall") == 0.0
    assert report.mistakes[0].gold == "The mayor | said | closed"
    with pytest.raises(EvaluationError, match="names no span 'T9'"):
        evaluate(cast(Any, Canned({TEXT: []})), jsonl({**row, "relations": ["Cue:T9"]}))
