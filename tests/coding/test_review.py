"""How sure a claim is, and which fall."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.codebook.confidence import FEATURES, Confidence, load_confidence
from dragoman.coding.review import features, reviewed
from dragoman.coding.tagger import Hint
from dragoman.errors import CodebookError
from dragoman.records import Claim
from tests.factories import attack, make_article


class Said:
    """Stands in for the hints of an article: one hint for every claim."""

    def __init__(self, hint: Hint | None) -> None:
        self._hint = hint

    def of(self, claim: Claim) -> Hint | None:
        return self._hint


SURE = Hint(0.97, "ASSAULT", 0.99, "occurred", 0.98)


def review(claim: Claim, hint: Hint | None, confidence: Confidence | None = None) -> list[Claim]:
    return reviewed([claim], Said(hint), confidence or load_confidence())  # type: ignore[arg-type]


@pytest.fixture
def claim() -> Claim:
    return attack(make_article(), confidence=0.8)


def test_a_claim_the_tagger_sees_stands_surer_than_one_it_does_not_see(claim: Claim):
    seen = review(claim, SURE)[0]
    doubtful = load_confidence().of(features(claim, Hint(0.3, "ASSAULT", 0.6, "occurred", 0.9)))
    unseen = load_confidence().of(features(claim, None))
    assert seen.confidence > doubtful > unseen
    assert seen.explanation[-1].startswith("tagger: ASSAULT occurred 0.96")


def test_a_claim_below_the_least_confidence_falls(claim: Claim):
    weights = dict.fromkeys(FEATURES, 0.0)
    assert review(claim, SURE, Confidence(weights, lean=0.1, least=0.5)) != []
    assert review(claim, SURE, Confidence(weights, lean=-0.1, least=0.5)) == []


def test_another_act_another_status_and_silence_are_told_apart(claim: Claim):
    other = features(claim, Hint(0.9, "ACCUSE", 1.0, "occurred", 0.9))
    assert (other["other act"], other["act"] < 0 < other["told"]) == (0.9, True)
    assert features(claim, Hint(0.9, "ASSAULT", 1.0, "planned", 0.9))["status"] == -0.9
    assert features(claim, Hint(0.9, "ASSAULT", 1.0, "ongoing", 0.9))["status"] == 0.9
    silent = features(claim, None)
    assert (silent["unread"], silent["act"], silent["told"]) == (1.0, 0.0, 0.0)


def test_an_event_told_without_a_party_stands_if_it_is_to_come_or_the_tagger_sees_anything(claim: Claim):
    alone = replace(claim, actors=(), recipients=())
    never = Confidence(dict.fromkeys(FEATURES, 0.0), lean=-9.0, least=0.5)
    assert review(replace(alone, status="planned"), None, never) != []
    assert review(alone, Hint(0.06, "CONCEDE", 0.5, "occurred", 0.9), never) != []
    assert review(alone, None, never) == []
    assert review(claim, SURE, never) == []


def test_the_weights_that_ship_prefer_agreement():
    shipped = load_confidence()
    assert set(shipped.weights) == set(FEATURES)
    assert shipped.weights["status"] > 0 > shipped.weights["other act"]
    assert 0.0 < shipped.least < 1.0


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("least: 0.3\n", "confidence.yaml:1", "must have"),
        ("lean: 0.1\nleast: 0.3\nweights:\n  constant: 1.0\n", "confidence.yaml:", "is missing"),
        (
            "lean: 0.1\nleast: 0.3\nweights:\n" + "".join(f"  {n}: 1.0\n" for n in FEATURES) + "  zeal: 1.0\n",
            f"confidence.yaml:{len(FEATURES) + 4}",
            "'zeal' is unknown",
        ),
    ],
)
def test_a_fault_in_the_file_is_named_with_its_line(tmp_path: Path, text: str, where: str, what: str):
    file = tmp_path / "confidence.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError) as error:
        load_confidence(file)
    assert where in str(error.value)
    assert what in str(error.value)
