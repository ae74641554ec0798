"""``find_times`` measured on the project's own gold, which follows the TIMEX3 conventions (see the head of ``gold.yaml``)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from dragoman.grounding.times import find_times

HERE = Path(__file__).parent
# The gold that the ratchet pins, in the form of `dragoman evaluate times`: wires, business pages, broadcast and talk, papers. Two
# parts, by the conventions of gold.yaml, each scored once before any rule was changed for it: the first 59 texts, written and
# marked after the rules had been fitted to gold.yaml (relaxed F1 .944, extent .889, value .867 on that first run), and 42 more,
# written after the rules had been mended by those (relaxed F1 .980, extent .939, value .912 on their first run).
HELD_OUT = HERE.parents[2] / "bench" / "gold" / "times.jsonl"

Row = tuple[str, str, list[tuple[int, int, str]]]


def fitted() -> list[Row]:
    rows: list[Row] = []
    for published, text, marked in yaml.safe_load((HERE / "gold.yaml").read_text(encoding="utf-8")):
        done, golds = 0, []
        for words, value in marked:
            start = text.index(words, done)
            done = start + len(words)
            golds.append((start, done, value))
        rows.append((published, text, golds))
    return rows


def held_out() -> list[Row]:
    rows = map(json.loads, HELD_OUT.read_text(encoding="utf-8").splitlines())
    return [(row["published"], row["text"], [(t["start"], t["end"], t["value"]) for t in row["times"]]) for row in rows]


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
    ("load", "texts", "relaxed", "strict", "value"),
    [(fitted, 200, 0.98, 0.96, 0.96), (held_out, 100, 0.965, 0.93, 0.91)],
)
def test_own_gold(load, texts, relaxed, strict, value):
    rows = load()
    assert len(rows) >= texts
    figures = measure(rows)
    assert figures.relaxed >= relaxed, figures
    assert figures.strict >= strict, figures
    assert figures.value >= value, figures


def test_the_measure_can_fail():
    rows: list[Row] = [("2024-06-23", "He came on Monday and left.", [(11, 17, "2024-06-18")])]
    assert measure(rows) == Figures(1.0, 1.0, 0.0)
