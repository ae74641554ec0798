from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.link_reasons import NO_ACT, NO_CLAIM, OUTVOTED, Reasons
from dragoman.evaluation.links import Document, compare, evaluate, read_documents
from dragoman.pipeline import Coder
from dragoman.records import Article, Claim
from tests.evaluation.conftest import Write
from tests.factories import make_article, make_event, meeting


def documents() -> tuple[list[Document], dict[str, Claim]]:
    """Topic a: two look-alike things of two reports each; topic b: one of two."""
    made, claims = [], {}
    for name, topic, subtopic in (
        ("a1", "a", "a/x"),
        ("a2", "a", "a/x"),
        ("a3", "a", "a/y"),
        ("a4", "a", "a/y"),
        ("b1", "b", "b"),
        ("b2", "b", "b"),
    ):
        article: Article = replace(make_article(), id=name)
        made.append(Document(article, topic, subtopic, frozenset(("chain",) if name in ("a1", "a2", "b1") else ())))
        claims[name] = meeting(article)
    return made, claims


def test_pairs_by_hand() -> None:
    made, claims = documents()
    events = [
        make_event("e1", [claims["a1"], claims["a2"], claims["a3"]]),  # a1-a2 right; a1-a3 and a2-a3 look alike
        make_event("e2", [claims["a4"], claims["b1"]]),  # strangers
    ]
    report = compare(made, [c for n, c in claims.items() if n != "b2"], events, Path(__file__))
    assert report.value("event-sharing pairs in the same subtopic") == pytest.approx(1 / 4)
    # look-alike pairs: a1, a2 with a3, a4
    assert report.value("look-alike pairs sharing an event") == pytest.approx(2 / 4)
    # same-subtopic pairs: a1-a2 (joined), a3-a4, b1-b2
    assert report.value("recall over same-subtopic pairs") == pytest.approx(1 / 3)
    assert report.value("recall over same-subtopic pairs, mean of topics") == pytest.approx((1 / 2 + 0) / 2)
    assert report.value("F1 over pairs") == pytest.approx(2 / (2 + 3 + 2))
    # a gold event in common: a1-a2, a1-b1, a2-b1
    assert report.value("recall over pairs with a gold event in common") == pytest.approx(1 / 3)
    assert report.tables[0].rows == (("a", 4, 4, 2, 1, 0.5, 4, 2), ("b", 2, 1, 1, 0, 0.0, 0, 0))
    lost = {row[0]: row[1] for row in report.tables[1].rows}
    # b1-b2: b2 has no claim; a3-a4 tell of one meeting, but their events are two
    assert {cause: pairs for cause, pairs in lost.items() if pairs} == {NO_CLAIM: 1, OUTVOTED: 1}
    assert all("for one event" in m.why for m in report.mistakes if m.kind != "no claims")
    kinds = sorted(m.kind for m in report.mistakes)
    assert kinds == [
        "joined, look-alike",
        "joined, look-alike",
        "joined, other topic",
        "no claims",
        "not joined, same subtopic",
    ]


def test_a_sample_takes_whole_topics(jsonl: Write) -> None:
    rows = [{"id": f"{t}{n}", "topic": t, "subtopic": t, "text": "Words."} for t in range(1, 12) for n in "ab"]
    kept = read_documents(jsonl(*rows), 3)
    # numbers as topics are ordered as numbers
    assert [d.article.id for d in kept] == ["1a", "1b", "4a", "4b", "8a", "8b"]


def test_an_id_stands_once(jsonl: Write) -> None:
    row = {"id": "a", "topic": 1, "subtopic": 1, "text": "Words."}
    with pytest.raises(EvaluationError, match=r"gold\.jsonl:2: the id 'a' stands twice"):
        read_documents(jsonl(row, row))


def test_documents_of_the_same_words_stay_two(jsonl: Write, coder: Coder) -> None:
    text = "Gunmen attacked an army convoy near Garissa on Tuesday, Kenyan police said."
    rows = [{"id": n, "topic": 1, "subtopic": 1, "text": text, "published": "2024-05-08"} for n in "ab"]
    report = evaluate(coder, jsonl(*rows))
    assert report.value("recall over same-subtopic pairs") == 1.0


def test_what_keeps_two_reports_apart_is_said() -> None:
    one, other, third = (replace(make_article(), id=name) for name in ("a1", "a2", "a3"))
    first, second = meeting(one), meeting(other)
    off = replace(second, act="ASSAULT", frame="assault.attack", id="off", article_id="a3")
    asked = replace(second, status="requested")
    found = Reasons([one, other, third], {"a1": [first], "a2": [asked], "a3": [off]})
    cause = found.lost("a1", "a2")
    assert (cause.kind, "requested" in cause.text) == ("a contradiction", True)
    assert found.lost("a1", "a3").kind == NO_ACT
    assert "a3" in Reasons([one, third], {"a1": [first]}).lost("a1", "a3").text
