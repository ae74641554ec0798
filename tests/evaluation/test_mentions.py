"""Gold mentions as claims, and the matcher's grouping of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.gold import Row
from dragoman.evaluation.links import evaluate
from dragoman.evaluation.mentions import Mention, as_claim, group, head_lemma, read_mentions
from dragoman.pipeline import Coder
from dragoman.records import Article
from tests.evaluation.conftest import Write
from tests.factories import attack, make_article

TEXT = "Gunmen attacked a convoy .\nThe attack killed two guards ."


def mention(sentence: Any, *tokens: Any, chain: str | None = None, type: str = "ACTION_OCCURRENCE") -> dict[str, Any]:
    return {"type": type, "sentence": sentence, "tokens": list(tokens), **({"chain": chain} if chain else {})}


def row(*mentions: Any) -> Row:
    return Row({"mentions": list(mentions)}, "gold.jsonl:1")


def test_mentions_are_found_by_line_and_word() -> None:
    article = Article.from_text(TEXT)
    one, other = read_mentions(row(mention(0, 1, chain="a"), mention(1, 0, 1)), article)
    assert (one.span.of(TEXT), one.line.of(TEXT), one.chain) == ("attacked", "Gunmen attacked a convoy .", "a")
    assert other.span.of(TEXT) == "The attack"
    assert other.chain != one.chain  # an event of its own


def test_entities_and_mentions_without_a_place_are_passed_over() -> None:
    entity = mention(0, 0, chain="b", type="HUMAN_PART_PER")
    nowhere = {"type": "ACTION_OCCURRENCE", "chain": "a"}
    assert read_mentions(row(entity, nowhere), Article.from_text(TEXT)) == ()


@pytest.mark.parametrize("wrong", [mention(2, 0), mention(0, 9), mention(0), mention("0", 1), mention(0, "1")])
def test_a_mention_outside_the_text_is_an_error(wrong: dict[str, Any]) -> None:
    with pytest.raises(EvaluationError, match=r"gold\.jsonl:1: mention 1"):
        read_mentions(row(wrong), Article.from_text(TEXT))


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("attacked", "attack"),
        ("The attacks", "attack"),
        ("checked into", "check"),
        ("was shot", "shoot"),
        ("peace talks", "talk"),
        ("The", "the"),
    ],
)
def test_head_lemmas(coder: Coder, words: str, lemma: str) -> None:
    assert head_lemma(words, coder.parser.lemmatizer) == lemma


def test_a_mention_takes_over_what_the_coder_found_there() -> None:
    article = make_article()
    known = attack(article)
    there = Mention(article.id, known.trigger.span, known.evidence.span, "x")
    made = as_claim(article, 0, there, "attack", [known])
    assert made.actors == known.actors != ()
    assert (made.recipients, made.time, made.act) == (known.recipients, known.time, "attack")
    assert as_claim(article, 0, there, "attack", []).actors == ()


def test_one_lemma_in_two_stories_is_two_groups() -> None:
    texts = (
        "Zuberi Kaseko was arrested in Malindi over the theft of a dhow , Sergeant Njoroge said .",
        "Sergeant Njoroge said Zuberi Kaseko was arrested for the theft of a dhow in Malindi .",
        "Guards arrested Petra Lindqvist at the opera of Oslo , where she had unrolled a banner on whales .",
    )
    claims = []
    for n, text in enumerate(texts):
        article = replace(Article.from_text(text), id=f"r{n}")
        found = read_mentions(row(mention(0, text.split(" ").index("arrested"))), article)[0]
        claims.append((as_claim(article, 0, found, "arrest", []), article))
    groups = group(claims)
    assert groups["r0 m0000"] == groups["r1 m0000"] != groups["r2 m0000"]


def test_the_report_has_both_groupings(jsonl: Write, coder: Coder) -> None:
    made = [
        {
            "id": "a",
            "topic": 1,
            "subtopic": 1,
            "text": TEXT,
            "mentions": [mention(0, 1, chain="x"), mention(1, 1, chain="x")],
        },
        {"id": "b", "topic": 1, "subtopic": 2, "text": "They spoke .", "mentions": [mention(0, 1)]},
    ]
    report = evaluate(coder, jsonl(*made))
    assert report.value("CoNLL F1, gold mentions by head lemma") == 1.0
    assert report.value("B-cubed F1, gold mentions") is not None
    without = evaluate(coder, jsonl({"id": "a", "topic": 1, "subtopic": 1, "text": TEXT}))
    assert not [f for f in without.figures if "gold mentions" in f.name]
