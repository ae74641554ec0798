"""``find_times`` measured on the project's own gold, which follows the TIMEX3 conventions (see the head of the file)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from dragoman.grounding.times import find_times

Row = tuple[str, str, list[tuple[int, int, str]]]


def load(name: str) -> list[Row]:
    rows: list[Row] = []
    for published, text, marked in yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8")):
        done, golds = 0, []
        for words, value in marked:
            start = text.index(words, done)
            done = start + len(words)
            golds.append((start, done, value))
        rows.append((published, text, golds))
    return rows


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 of overlap, of exact extent, and of value (as in TempEval-3: overlap and the very value)."""

    relaxed: float
    strict: float
    value: float


def measure(rows: list[Row]) -> Figures:
    marked = found = overlap = extent = value = 0
    for published, text, golds in rows:
        left = find_times(text, published)
        marked, found = marked + len(golds), found + len(left)
        for start, end, wanted in golds:
            match = next((e for e in left if e.span.start < end and start < e.span.end), None)
            if match is None:
                continue
            left.remove(match)
            overlap += 1
            extent += (match.span.start, match.span.end) == (start, end)
            value += match.value == wanted
    total = (marked + found) / 2
    return Figures(overlap / total, extent / total, value / total)


@pytest.mark.parametrize(
    ("name", "texts", "relaxed", "strict", "value"),
    [("gold.yaml", 200, 0.98, 0.96, 0.96), ("gold_held_out.yaml", 100, 0.965, 0.93, 0.91)],
)
def test_own_gold(name, texts, relaxed, strict, value):
    rows = load(name)
    assert len(rows) >= texts
    figures = measure(rows)
    assert figures.relaxed >= relaxed, figures
    assert figures.strict >= strict, figures
    assert figures.value >= value, figures


def test_the_measure_can_fail():
    rows: list[Row] = [("2024-06-23", "He came on Monday and left.", [(11, 17, "2024-06-18")])]
    assert measure(rows) == Figures(1.0, 1.0, 0.0)
