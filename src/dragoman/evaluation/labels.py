"""Gold and found labels of the same things: macro-F1, a table per class, a confusion table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from dragoman.evaluation.figures import Figure, f1, figure, macro_f1, precision, recall, share
from dragoman.evaluation.report import Table

NOTHING = "(none)"


def macro(name: str, pairs: Sequence[tuple[str, str]]) -> tuple[Figure, Figure]:
    """Macro-F1 over the gold's classes, and accuracy, of (gold, found) pairs."""
    classes = sorted({gold for gold, _ in pairs})
    place = {label: 3 * number for number, label in enumerate(classes)}
    units = []
    for gold, found in pairs:
        row = [0.0] * (3 * len(classes))
        if gold == found:
            row[place[gold]] = 1
        else:
            row[place[gold] + 2] = 1
            # a label that the gold never uses can be wrong, but is no class of its own
            if found in place:
                row[place[found] + 1] = 1
        units.append(row)
    accuracy = [[float(gold == found), 1.0] for gold, found in pairs]
    return (
        figure(f"{name} macro F1", units, macro_f1, len(pairs)),
        figure(f"{name} accuracy", accuracy, share, len(pairs)),
    )


def per_class(title: str, pairs: Sequence[tuple[str, str]]) -> Table:
    """Precision, recall and F1 of each class of the gold."""
    rows: list[tuple[str | float | None, ...]] = []
    for label in sorted({gold for gold, _ in pairs}):
        hits = sum(gold == found == label for gold, found in pairs)
        found_all = sum(found == label for _, found in pairs)
        gold_all = sum(gold == label for gold, _ in pairs)
        counts = np.array([hits, found_all - hits, gold_all - hits], dtype=float)
        values = (rounded(float(measure(counts))) for measure in (precision, recall, f1))
        rows.append((label, *values, gold_all))
    return Table(title, ("class", "precision", "recall", "F1", "gold"), tuple(rows))


def confusion(title: str, pairs: Sequence[tuple[str, str]], classes: bool = True) -> Table:
    """How often each gold label (rows) was found as each label (columns).

    ``classes``: both sides speak of the same classes, so that each of the gold's has its column even if it was never found.
    """
    counts = Counter(pairs)
    golds = sorted({gold for gold, _ in pairs})
    founds = sorted({found for _, found in pairs} | set(golds if classes else ()))
    rows: list[tuple[str | float | None, ...]] = [(gold, *(counts[gold, found] for found in founds)) for gold in golds]
    return Table(title, ("gold ↓ found →", *founds), tuple(rows))


def rounded(value: float | None) -> float | None:
    """Three decimals; ``None`` for nothing measured."""
    return None if value is None or np.isnan(value) else round(value, 3)
