import math

import numpy as np
import pytest

from dragoman.evaluation.figures import BINS, calibration_error, f1, figure, macro_f1, precision, recall, share, three
from dragoman.evaluation.labels import confusion, macro, per_class


def test_precision_recall_and_f1_of_counts() -> None:
    counts = np.array([6.0, 2.0, 4.0])  # hits, spurious, missed
    assert float(precision(counts)) == pytest.approx(6 / 8)
    assert float(recall(counts)) == pytest.approx(6 / 10)
    assert float(f1(counts)) == pytest.approx(2 / 3)


def test_the_calibration_error_is_the_mean_distance_of_confidence_and_right() -> None:
    counts = np.zeros(3 * BINS)
    counts[3 * 2 : 3 * 3] = 4, 1.0, 1  # four claims of .25, one right
    counts[3 * 9 : 3 * 10] = 6, 5.4, 3  # six of .9, three right
    assert float(calibration_error(counts)) == pytest.approx((0.0 + 2.4) / 10)
    assert math.isnan(float(calibration_error(np.zeros(3 * BINS))))


def test_macro_f1_is_the_plain_mean_of_the_classes() -> None:
    # F1 of 2/3 and of 1; the third class does not occur
    assert float(macro_f1(np.array([1.0, 0, 1, 3, 0, 0, 0, 0, 0]))) == pytest.approx(5 / 6)


def test_where_nothing_occurs_nothing_is_measured() -> None:
    assert math.isnan(float(f1(np.zeros(3))))
    assert figure("F1", [[0, 0, 0], [0, 0, 0]], f1, 0).value is None
    assert figure("F1", [], f1, 0).value is None


def test_the_interval_is_about_what_the_binomial_says() -> None:
    units = [[float(n < 70), 1.0] for n in range(100)]
    one = figure("share", units, share, 100)
    assert one.value == pytest.approx(0.7)
    # a share of .7 over 100 has a standard error of .0458
    assert one.low == pytest.approx(0.7 - 1.96 * 0.0458, abs=0.02)
    assert one.high == pytest.approx(0.7 + 1.96 * 0.0458, abs=0.02)


def test_the_interval_is_the_same_every_time_and_has_no_width_where_units_are_alike() -> None:
    units = [[1, 1, 0], [3, 0, 2], [0, 2, 1]]
    assert figure("F1", units, f1, 4) == figure("F1", units, f1, 4)
    alike = figure("F1", [[1, 1, 0]] * 9, f1, 9)
    assert alike.low == alike.value == alike.high


def test_what_hangs_together_in_a_unit_widens_the_interval() -> None:
    apart = figure("share", [[float(n % 2), 1.0] for n in range(40)], share, 40)
    together = figure("share", [[10.0 * (n % 2), 10.0] for n in range(4)], share, 40)
    assert apart.low is not None
    assert together.low is not None
    assert apart.value == together.value
    assert together.low < apart.low


def test_three_say_of_how_many_they_speak() -> None:
    p, r, f = three("cue", [[1, 2, 0], [2, 0, 1]])
    assert (p.name, p.value, p.support) == ("cue precision", 3 / 5, 5)
    assert (r.name, r.value, r.support) == ("cue recall", 3 / 4, 4)
    assert f.value == pytest.approx(2 / 3)


PAIRS = [("AID", "AID"), ("AID", "AGREE"), ("REJECT", "REJECT"), ("AID", "THREATEN")]


def test_labels_by_class() -> None:
    table = per_class("classes", PAIRS)
    assert table.rows == (("AID", 1.0, 0.333, 0.5, 3), ("REJECT", 1.0, 1.0, 1.0, 1))
    macro_figure, accuracy = macro("root", PAIRS)
    assert macro_figure.value == pytest.approx(0.75)
    assert accuracy.value == 0.5


def test_the_confusion_table_has_a_column_for_each_label_found() -> None:
    table = confusion("types", PAIRS)
    assert table.columns[1:] == ("AGREE", "AID", "REJECT", "THREATEN")
    assert table.rows == (("AID", 1, 1, 0, 1), ("REJECT", 0, 0, 1, 0))


def test_a_table_of_outcomes_has_no_columns_that_cannot_occur() -> None:
    pairs = [("look-alike", "no event"), ("same subtopic", "an event")]
    assert confusion("pairs", pairs, classes=False).columns == ("gold ↓ found →", "an event", "no event")
    # a class of the gold that was never found keeps its column
    assert confusion("types", [("AID", "CONSULT")]).columns == ("gold ↓ found →", "AID", "CONSULT")
