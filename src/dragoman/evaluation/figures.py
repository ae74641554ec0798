"""Precision, recall, F1 and their bootstrap intervals.

Gold comes in *units* that were drawn together (a row, an article, a topic). Each unit has a row of counts; a measure is
a function of the summed rows. Resampling whole units keeps what hangs together in one unit together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Counts: TypeAlias = NDArray[np.float64]
#: From counts (last axis: the columns of a unit) to the value; nan where there is nothing to measure.
Measure: TypeAlias = Callable[[Counts], Counts]

_ROUNDS = 1000  # the usual number: the ends of a 95 % interval then stand still in the second decimal
_SEED = 20240623


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with its 95 % bootstrap interval; all are ``None`` where there was nothing to measure.

    ``support``: of how many things (golds, pairs, findings) the value speaks.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    support: int


def ratio(part: Counts, whole: Counts) -> Counts:
    """``part / whole``, nan where ``whole`` is nought."""
    out: Counts = np.full_like(whole, np.nan, dtype=float)
    np.divide(part, whole, out=out, where=whole != 0)
    return out


def precision(counts: Counts) -> Counts:
    """Of hits, spurious, missed: the share of the found that is right."""
    return ratio(counts[..., 0], counts[..., 0] + counts[..., 1])


def recall(counts: Counts) -> Counts:
    """Of hits, spurious, missed: the share of the gold that is found."""
    return ratio(counts[..., 0], counts[..., 0] + counts[..., 2])


def f1(counts: Counts) -> Counts:
    """Of hits, spurious, missed: the harmonic mean of precision and recall."""
    return ratio(2 * counts[..., 0], 2 * counts[..., 0] + counts[..., 1] + counts[..., 2])


def macro_f1(counts: Counts) -> Counts:
    """The plain mean of the classes' F1; columns: hits, spurious, missed of one class after another.

    A class without any gold or finding (it can happen in a resample) is left out of the mean.
    """
    by_class = f1(counts.reshape(*counts.shape[:-1], -1, 3))
    there = ~np.isnan(by_class)
    return ratio(np.where(there, by_class, 0.0).sum(axis=-1), there.sum(axis=-1).astype(float))


def share(counts: Counts) -> Counts:
    """Of part and whole: the share."""
    return ratio(counts[..., 0], counts[..., 1])


BINS = 10  # of confidence, for its calibration


def calibration_error(counts: Counts) -> Counts:
    """The expected calibration error: the mean distance between confidence and share of right claims over equal bins of
    confidence, weighed by their size (Naeini, Cooper and Hauskrecht 2015); columns: number, confidence, right of one bin
    after another."""
    bins = counts.reshape(*counts.shape[:-1], BINS, 3)
    return ratio(np.abs(bins[..., 1] - bins[..., 2]).sum(axis=-1), bins[..., 0].sum(axis=-1))


def figure(name: str, units: Sequence[Sequence[float]], measure: Measure, support: float) -> Figure:
    """The measure over all units, and between which values it lies in 95 of 100 resamples."""
    counts = np.asarray(units, dtype=float)
    if counts.size == 0:
        return Figure(name, None, None, None, int(support))
    value = float(measure(counts.sum(axis=0)))
    if np.isnan(value):
        return Figure(name, None, None, None, int(support))
    size = len(counts)
    drawn = np.random.default_rng(_SEED).multinomial(size, np.full(size, 1 / size), size=_ROUNDS)
    resampled = measure(drawn @ counts)
    low, high = np.nanquantile(resampled, (0.025, 0.975))
    return Figure(name, value, float(low), float(high), int(support))


def three(name: str, units: Sequence[Sequence[float]]) -> tuple[Figure, Figure, Figure]:
    """Precision, recall and F1 of units of hits, spurious, missed."""
    hits, spurious, missed = (sum(column) for column in zip(*units, strict=True)) if units else (0, 0, 0)
    return (
        figure(f"{name} precision", units, precision, hits + spurious),
        figure(f"{name} recall", units, recall, hits + missed),
        figure(f"{name} F1", units, f1, hits + missed),
    )
