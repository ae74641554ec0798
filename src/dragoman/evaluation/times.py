"""Expressions of time: whether they are found, how far they reach, and their TIMEX3 value."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluation.figures import figure, share, three
from dragoman.evaluation.gold import digest, read_jsonl
from dragoman.evaluation.labels import NOTHING, confusion
from dragoman.evaluation.mistakes import in_context
from dragoman.evaluation.pairing import common, pair
from dragoman.evaluation.report import Mistake, Report
from dragoman.records import Span, TimeExpression

if TYPE_CHECKING:
    from dragoman.pipeline import Coder


def evaluate(coder: Coder, path: Path, sample: int | None = None) -> Report:
    """Figures as in TempEval-3: detection (overlap counts), extent, and value of what is found.

    Raises ``EvaluationError``.
    """
    articles = read_jsonl(path, sample)
    found_units, extent_units, value_units, agreed = [], [], [], []
    mistakes: list[Mistake] = []
    kinds: list[tuple[str, str]] = []
    for row in articles:
        text = row.text("text")
        golds = [(one.span(text), one.text("value"), one.maybe("type")) for one in row.items("times")]
        founds = coder.times(text, row.maybe("published"))
        pairs, lost, extra = pair(golds, founds, lambda gold, found: _like(gold[0], found))
        same_extent = sum(golds[i][0] == founds[j].span for i, j in pairs)
        same_value = 0
        for i, j in pairs:
            span, value, kind = golds[i]
            found = founds[j]
            if kind is not None:
                kinds.append((kind.upper(), found.kind))
            if value == found.value:
                same_value += 1
            else:
                mistakes.append(
                    Mistake("value differs", row.where, in_context(text, span), value, found.value, found.reason)
                )
            if span != found.span:
                mistakes.append(
                    Mistake(
                        "extent differs", row.where, in_context(text, span), span.of(text), found.text, found.reason
                    )
                )
        for i in lost:
            span, value, kind = golds[i]
            if kind is not None:
                kinds.append((kind.upper(), NOTHING))
            mistakes.append(Mistake("missed", row.where, in_context(text, span), value, "nothing"))
        for j in extra:
            found = founds[j]
            mistakes.append(
                Mistake("not in gold", row.where, in_context(text, found.span), "nothing", found.value, found.reason)
            )
        found_units.append(_unit(len(pairs), len(founds), len(golds)))
        extent_units.append(_unit(same_extent, len(founds), len(golds)))
        value_units.append(_unit(same_value, len(founds), len(golds)))
        agreed.append([same_value, len(pairs)])
    figures = (
        *three("time", found_units),
        three("extent", extent_units)[2],
        *three("value", value_units),
        figure("value of the found", agreed, share, sum(unit[1] for unit in agreed)),
    )
    tables = (confusion("kinds", kinds),) if kinds else ()
    return Report("times", path.name, digest(path), f"{len(articles):,} texts", figures, tables, tuple(mistakes))


def _like(gold: Span, found: TimeExpression) -> float:
    shared = common(gold, found.span)
    return shared / max(gold.end - gold.start, found.span.end - found.span.start)


def _unit(right: int, found: int, gold: int) -> list[int]:
    return [right, found - right, gold - right]
