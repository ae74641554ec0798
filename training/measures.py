"""Figures of a classifier on sentences kept apart: F1, calibration, and how many wrong readings it sees."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from rows import FINER, SEED, STATUSES, TRIGGER, TYPES, misled

Array = npt.NDArray[Any]
# Marked sentences to logits of types (finer labels too) and of statuses.
Predict = Callable[[Sequence[str]], tuple[Array, Array]]


def merged(logits: Array) -> Array:
    """Logits of types: finer labels added up (log-sum-exp) into the type they belong to."""
    out = logits[:, : len(TYPES)].copy()
    for i, label in enumerate(FINER):
        at = TYPES.index(label.partition("/")[0])
        out[:, at] = np.logaddexp(out[:, at], logits[:, len(TYPES) + i])
    return out


def softmax(x: Array) -> Array:
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def measure(predict: Predict, held: list[dict], temperature: float | None = None) -> dict[str, object]:
    """Figures on sentences kept apart: relations (no trigger marked), claims (marked), and claims led astray.

    `claims_*` are over the right claims and one wrong reading of each that offers one; the temperature is chosen on them
    unless one is given.
    """
    gold = np.array([TYPES.index(r["plover"]) for r in held])
    types, statuses = predict([TRIGGER.sub("", r["s"]) for r in held])
    named = [TYPES[i] for i in merged(types).argmax(-1)]
    rng = random.Random(SEED)
    wrong = [text for r in held if r["act"] != "NONE" and "<V>" in r["s"] and (text := misled(r, rng)) is not None]
    claims, marked = predict([r["s"] for r in held] + wrong)
    claims = merged(claims)
    answers = np.concatenate([gold, np.zeros(len(wrong), dtype=gold.dtype)])
    if temperature is None:
        temperature = calibrate(claims, answers)
    before, after = (
        calibration_error(p.max(-1), p.argmax(-1) == answers) for p in (softmax(claims / t) for t in (1.0, temperature))
    )
    none = claims.argmax(-1) == 0
    print(
        "held-out confusions:",
        Counter((r["plover"], p) for r, p in zip(held, named, strict=True) if r["plover"] != p).most_common(12),
    )
    true = [STATUSES.index(r["status"]) for r in held]
    return {
        "held_out_sentences": len(held), "temperature": round(temperature, 2),
        "macro_f1": round(macro_f1(named, [r["plover"] for r in held]), 4),
        "status_accuracy": round(float((statuses.argmax(-1) == true).mean()), 4),
        "claims_macro_f1": round(
            macro_f1([TYPES[i] for i in claims[: len(held)].argmax(-1)], [r["plover"] for r in held]), 4),
        "claims_status_accuracy": round(float((marked[: len(held)].argmax(-1) == true).mean()), 4),
        "wrong_readings": len(wrong), "wrong_readings_seen": round(float(none[len(held) :].mean()), 4),
        "right_claims_called_none": round(float(none[: len(held)][gold != 0].mean()), 4),
        "ece_before": round(before, 4), "ece": round(after, 4),
    }  # fmt: skip


def calibrate(logits: Array, gold: Array) -> float:
    """The temperature that minimises the loss."""
    grid = np.arange(0.5, 3.01, 0.05)
    losses = [-np.log(softmax(logits / t)[np.arange(len(gold)), gold] + 1e-12).mean() for t in grid]
    return float(grid[int(np.argmin(losses))])


def calibration_error(sure: Array, right: Array, bins: int = 10) -> float:
    """The mean distance between how sure one is and the share of what is right, over bins of how sure, by their size."""
    error = 0.0
    for low in np.linspace(0, 1, bins, endpoint=False):
        inside = (sure > low) & (sure <= low + 1 / bins)
        if inside.any():
            error += inside.mean() * abs(right[inside].mean() - sure[inside].mean())
    return float(error)


def macro_f1(predicted: list[str], gold: list[str]) -> float:
    scores = []
    for label in sorted(set(gold)):
        hit = sum(p == g == label for p, g in zip(predicted, gold, strict=True))
        found, there = predicted.count(label), gold.count(label)
        scores.append(0.0 if not hit else 2 * hit / (found + there))
    return sum(scores) / len(scores)
