"""How sure a claim is: weights of a logistic regression, ``confidence.yaml``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.codebook.types import builtin
from dragoman.codebook.yaml_lines import Lined, load_yaml
from dragoman.errors import CodebookError

#: What speaks for a claim (``coding/review.py`` says what each is).
FEATURES = ("constant", "no party", "learnt", "act", "told", "other act", "status", "force", "unread")

_NUMBERS = ("lean", "least")


@dataclass(frozen=True, slots=True)
class Confidence:
    """Weights by feature, in natural logarithms of odds; ``lean`` is added to their sum: ordinary news has fewer turns
    of phrase than the reports the weights were fitted on, so more of what is found is right. A claim below ``least`` is left out."""

    weights: Mapping[str, float]
    lean: float
    least: float

    def of(self, features: Mapping[str, float]) -> float:
        """The probability that a claim with these features is right in type and status."""
        odds = sum(self.weights[name] * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-odds - self.lean))


@cache
def load_confidence(file: Path | None = None) -> Confidence:
    """The weights of a file, or those that ship. Raises ``CodebookError`` with file and line."""
    return _read(file or builtin() / "confidence.yaml")


def _read(file: Path | Traversable) -> Confidence:
    values = load_yaml(file)
    weights = values.get("weights") if isinstance(values, Lined) else None
    numbers = [values.get(name) for name in _NUMBERS] if isinstance(values, Lined) else []
    if not isinstance(weights, Lined) or not all(isinstance(n, float) for n in numbers):
        raise CodebookError(
            f"must have 'weights' and the numbers {', '.join(_NUMBERS)}",
            where=f"{file.name}:1",
            remedy="Run training/fit_confidence.py",
        )
    unlike = sorted(set(FEATURES) ^ set(weights))
    if unlike:
        line = weights.lines.get(unlike[0], weights.line)
        raise CodebookError(
            f"the feature {unlike[0]!r} is {'unknown' if unlike[0] in weights else 'missing'}",
            where=f"{file.name}:{line}",
            remedy="Run training/fit_confidence.py",
        )
    return Confidence({name: float(weights[name]) for name in FEATURES}, *(values[name] for name in _NUMBERS))
