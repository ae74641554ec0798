from __future__ import annotations

import json

from hypothesis import given, settings

from dragoman.records import Article, Claim
from tests.factories import coded
from tests.strategies import articles, claims


@given(claims())
@settings(deadline=None)
def test_a_claim_survives_its_dict(claim: Claim):
    assert Claim.from_dict(claim.to_dict()) == claim


@given(claims())
@settings(deadline=None)
def test_a_claim_survives_json(claim: Claim):
    assert Claim.from_dict(json.loads(json.dumps(claim.to_dict()))) == claim


@given(claims())
@settings(deadline=None, max_examples=30)
def test_reading_json_back_gives_the_same_json(claim: Claim):
    text = json.dumps(claim.to_dict())
    assert json.dumps(Claim.from_dict(json.loads(text)).to_dict()) == text


@given(articles())
@settings(deadline=None)
def test_an_article_survives_its_dict_and_json(article: Article):
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article


def test_a_claim_has_the_documented_keys():
    _, (_, attack) = coded()
    values = attack.to_dict()
    documented = (
        "id article_id act mode cameo status historical plover quad score actors recipients time place"
        " attribution numbers trigger evidence contexts confidence explanation coder_version"
    )
    assert " ".join(values).startswith(documented)
    assert {"text", "span", "actor_id", "name", "country", "sectors", "head_span"} <= set(values["actors"][0])
    assert {"text", "span", "start", "end", "granularity", "basis"} <= set(values["time"])
    assert {"text", "span", "name", "country", "admin1", "latitude", "longitude", "geonames_id", "precision"} <= set(
        values["place"]
    )
    assert {"text", "span", "cue", "cue_span", "actor_id", "name"} <= set(values["attribution"][0])
    assert {"text", "span", "value", "low", "high", "of"} == set(values["numbers"][0])
