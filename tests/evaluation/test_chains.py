"""The scores of coreference against examples reckoned by hand, among them those of the papers."""

import numpy as np
import pytest

from dragoman.evaluation.chains import b3_f1, ceaf_f1, conll_counts, conll_f1, conll_figures, muc, muc_f1

# The example of Bagga and Baldwin (1998): the truth has three groups; one answer joins the two large ones, another a
# large one with the small one. MUC takes the answers for equally good, B-cubed does not.
TRUTH = [1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3]
LARGE_JOINED = [1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1]
SMALL_JOINED = [1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3]


def test_muc_counts_links() -> None:
    assert muc(TRUTH, LARGE_JOINED) == [9, 9, 9, 10]
    assert muc(TRUTH, SMALL_JOINED) == [9, 9, 9, 10]


def test_b_cubed_tells_apart_what_muc_does_not() -> None:
    large, small = (np.array(conll_counts(TRUTH, answer)) for answer in (LARGE_JOINED, SMALL_JOINED))
    # precision .58 and .76 as in the paper, recall 1
    assert large[4] / large[5] == pytest.approx(7 / 12)
    assert small[4] / small[5] == pytest.approx(16 / 21)
    assert large[6] / large[7] == small[6] / small[7] == 1
    assert b3_f1(small) > b3_f1(large)


def test_ceaf_pairs_each_group_once() -> None:
    # ten mentions joined with one of the two groups of five: 2·5/(5+10); the pair stays whole: 1
    counts = np.array(conll_counts(TRUTH, LARGE_JOINED))
    hits = 2 * 5 / 15 + 1
    assert ceaf_f1(counts) == pytest.approx(2 * hits / (3 + 2))


def test_the_mean_of_three() -> None:
    counts = np.array(conll_counts(["a", "a", "b"], ["x", "y", "y"]))
    assert muc_f1(counts) == 0
    # a: precision 1 and 1/2, b: 1/2; recall 1/2, 1/2, 1
    assert b3_f1(counts) == pytest.approx(2 / 3)
    # {1, 2} with {1}: 2/3; {3} with {2, 3}: 2/3
    assert ceaf_f1(counts) == pytest.approx(2 / 3)
    assert conll_f1(counts) == pytest.approx(4 / 9)


def test_all_right_and_mentions_that_stand_alone() -> None:
    assert conll_f1(np.array(conll_counts(TRUTH, TRUTH))) == 1
    alone = np.array(conll_counts([1, 2, 3], [4, 5, 6]))
    assert b3_f1(alone) == ceaf_f1(alone) == 1
    assert np.isnan(muc_f1(alone))


def test_units_are_added_up() -> None:
    units = [conll_counts(TRUTH, TRUTH), conll_counts(["a", "a", "b"], ["x", "y", "y"])]
    figures = {f.name: f.value for f in conll_figures("somebody", units, 15)}
    assert figures["MUC F1, somebody"] == pytest.approx(2 * (9 / 10) * (9 / 10) / (18 / 10))
    assert figures["CoNLL F1, somebody"] == pytest.approx(
        sum(v or 0 for n, v in figures.items() if "CoNLL" not in n) / 3
    )
