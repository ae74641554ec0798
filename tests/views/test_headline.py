"""What a headline claims and its report does not tell."""

from __future__ import annotations

import pytest

from dragoman.records import Article
from dragoman.views.headline import parts, root, unsupported
from tests.factories import TEXT, attack, make_article, meeting


def marked(title: str, text: str = TEXT) -> list[str]:
    article = make_article(text, title=title)
    claims = [meeting(make_article()), attack(make_article())]
    return [found.text for found in unsupported(article, claims)]


@pytest.mark.parametrize(
    "title",
    [
        "Norwegian minister meets Kenyans in Nairobi",
        "Minister in talks with Kenya",  # no such word, but a claim of that act
        "Gunmen raid convoy near Garissa",
        "GUNMEN ATTACK CONVOY NEAR GARISSA",
        "Gunmen Attack Convoy, Wounding Three Guards",
        "Norway: what now?",
        "Merged chipmaker seeks a sharper edge",  # no party that makes politics
        "Choir blends raw power and the unknown",
        "Gunmen kill 3 in bloody ambush by the roadside near Garissa",  # other words for an act of the report, with its doer
        "The Fjord Post | Trade minister meets delegation",
        "",
    ],
)
def test_what_the_report_tells_is_not_marked(title: str) -> None:
    assert marked(title) == []


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Minister meets Kenyans in Nairobi, stirring resentment in Oslo", "stirring resentment in Oslo"),
        ("Gunmen attack convoy as Kenya shuts its border", "as Kenya shuts its border"),
        ("Ethiopia recalls envoy after minister meets Kenyans", "Ethiopia recalls envoy"),
        ("Norwegian Minister Meets Kenyans, Opposition Demands Resignation", "Opposition Demands Resignation"),
    ],
)
def test_what_it_does_not_tell_is_marked(title: str, part: str) -> None:
    assert marked(title) == [part]


def test_the_reason_names_the_missing_words_and_the_span_is_in_the_headline() -> None:
    title = "Minister meets Kenyans in Nairobi, stirring resentment in Oslo"
    (found,) = unsupported(make_article(title=title), [meeting(make_article())])
    assert found.why == "no sentence of the report has “stirring” or “resentment” or tells of such an act"
    assert found.span.of(title) == "stirring resentment in Oslo"


def test_a_report_without_claims_or_headline_is_left_alone() -> None:
    assert unsupported(make_article(title="Kenya expels ambassador"), []) == []
    assert unsupported(Article.from_text(TEXT), [meeting(make_article())]) == []


def test_parts() -> None:
    title = "Police: two held over raid - after night of clashes; mayor silent on it"
    assert [span.of(title) for span in parts(title)] == [
        "two held over raid",
        "after night of clashes",
        "mayor silent on it",
    ]


def test_roots_join_the_forms_of_a_word() -> None:
    assert len({root(w) for w in ("protest", "protests", "protesters", "protesting", "Protest's")}) == 1
    assert root("raid") == root("raids") == root("raided") != root("rain")
    assert root("flies") == root("flown") == root("Flew") != root("flour")


@pytest.mark.parametrize("title", ["—:;,", "“” | …", "x" * 5000, "as as as as", "\ud800 meets \x00 minister now"])
def test_odd_headlines_do_no_harm(title: str) -> None:
    marked(title)
