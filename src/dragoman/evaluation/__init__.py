"""Measuring against gold: seven kinds, each from a simple documented file (``docs/evaluate.md``).

Nothing here prints; a `Report` holds figures with intervals, tables and mistakes. Scores depend on nothing but the
file and the coder: resampling starts from a fixed seed and samples are taken evenly, not at random.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluation import actors, attributions, claims, links, places, relations, times
from dragoman.evaluation.figures import Figure
from dragoman.evaluation.mistakes import write_mistakes
from dragoman.evaluation.report import Mistake, Report, Table

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

#: What can be measured: name → (coder, gold file, most units to take) → report.
KINDS: dict[str, Callable[[Coder, Path, int | None], Report]] = {
    "relations": relations.evaluate,
    "claims": claims.evaluate,
    "attributions": attributions.evaluate,
    "times": times.evaluate,
    "places": places.evaluate,
    "actors": actors.evaluate,
    "links": links.evaluate,
}


def evaluate(kind: str, coder: Coder, path: Path | str, sample: int | None = None) -> Report:
    """Measure ``coder`` on the gold file of one kind; ``sample``: so many units, spread evenly over the file.

    Raises ``EvaluationError`` with file and line where the file has not the documented form, ``KeyError`` for an
    unknown kind.
    """
    return KINDS[kind](coder, Path(path), sample)


__all__ = ["KINDS", "Figure", "Mistake", "Report", "Table", "evaluate", "write_mistakes"]
