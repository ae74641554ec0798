"""The fit of a claim's confidence: which claims count as right, and that the regression finds what lies in the data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dragoman.codebook.confidence import FEATURES
from tests.factories import attack, make_article


@pytest.fixture
def fit(training):
    return training("fit_confidence")


def test_a_claim_is_right_by_a_mark_on_its_word_with_its_act_and_status(fit):
    claim = attack(make_article())
    at = claim.trigger.span.start

    def verdict(act: str, status: str, shift: int = 0) -> bool | None:
        return fit.judged_by(claim, [(at - 5, fit.Mark(5 + shift, 13 + shift, act, status))])

    assert verdict("ASSAULT", "occurred") is True
    assert verdict("ASSAULT", "ongoing") is True
    assert verdict("ASSAULT", "planned") is False
    assert verdict("COERCE", "occurred") is False
    assert verdict("ASSAULT", "occurred", shift=40) is False
    assert verdict("", "") is None
    assert fit.judged_by(replace(claim, act="COERCE"), [(at, fit.Mark(0, 8, "ASSAULT", "occurred"))]) is False


def test_the_regression_finds_the_odds_that_lie_in_the_data(fit):
    rng = np.random.default_rng(5)
    x = rng.normal(size=(4000, len(FEATURES)))
    x[:, FEATURES.index("constant")] = 1.0
    true = np.linspace(-1.0, 1.0, len(FEATURES))
    y = (rng.random(len(x)) < fit.chances(x, true)).astype(float)
    assert np.abs(fit.fitted(x, y) - true).max() < 0.2


def test_calibration_is_no_error_where_confidence_and_share_agree(fit):
    p = np.array([0.75] * 4 + [0.25] * 4)
    assert fit.calibration_error(p, np.array([1, 1, 1, 0, 0, 0, 0, 1.0])) == pytest.approx(0.0)
    assert fit.calibration_error(p, np.array([0, 0, 0, 0, 0, 0, 0, 1.0])) == pytest.approx(0.375)
