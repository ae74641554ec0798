"""Likeness of two claims as log-odds, with every feature's share and the two values compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.matching.contradictions import contradiction
from dragoman.matching.features import features
from dragoman.matching.knowledge import FEATURES, Weights, weights
from dragoman.matching.profile import Profile

APART = float("-inf")  # the score of a contradiction


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's share in a score. ``value`` 0 to 1; ``share`` = weight × value, in log-odds."""

    feature: str
    value: float
    weight: float
    left: str
    right: str

    @property
    def share(self) -> float:
        """What the feature adds to the score."""
        return self.value * self.weight

    def __str__(self) -> str:
        return f"{self.feature}: {self.left} | {self.right} ({self.value:.2f} × {self.weight:+.2f} = {self.share:+.2f})"


class Scorer:
    """Scores pairs of profiles; symmetric, and a function of the two alone."""

    def __init__(self, given: Weights | None = None) -> None:
        self._weights = given or weights()
        self._by_position = tuple(self._weights.by_feature[name] for name in FEATURES)

    def score(self, one: Profile, other: Profile) -> float:
        """Log-odds that both tell of one event; ``APART`` where they contradict each other."""
        if contradiction(one, other) is not None:
            return APART
        if other.id < one.id:
            one, other = other, one
        total = self._weights.bias
        for value, weight in zip(features(one, other), self._by_position, strict=True):
            total += value * weight
        return total

    def reasons(self, one: Profile, other: Profile) -> tuple[Reason, ...]:
        """The features that speak for or against, weightiest first."""
        values = zip(FEATURES, features(one, other), self._by_position, strict=True)
        found = [
            Reason(name, value, weight, _shown(name, one), _shown(name, other))
            for name, value, weight in values
            if value * weight
        ]
        return tuple(sorted(found, key=lambda r: (-abs(r.share), r.feature)))


def _shown(feature: str, claim: Profile) -> str:
    """The value of a claim that a feature looks at, in words."""
    if feature in ("act", "frame"):
        return (
            f"{claim.act}/{claim.mode}"
            if feature == "act" and claim.mode
            else (claim.act if feature == "act" else claim.trigger)
        )
    if feature == "actors":
        return ", ".join(w.name for w in claim.actors) or "unsaid"
    if feature == "recipients":
        return ", ".join(w.name for w in claim.recipients) or "unsaid"
    if feature == "parties differ":
        return ", ".join(w.name for w in (*claim.actors, *claim.recipients)) or "unsaid"
    if "day" in feature:
        return _told(claim)
    if feature == "reported apart":
        return _iso(claim.published)
    if "place" in feature:
        return claim.place.name if claim.place is not None else "unsaid"
    if "numbers" in feature:
        return ", ".join(f"{high:g} {what}" for what, (_, high) in sorted(claim.numbers.items())) or "none"
    if feature in ("names", "words"):
        return ", ".join(sorted(claim.names if feature == "names" else claim.words)[:8]) or "none"
    if feature == "one background":
        return "background" if claim.historical else "news"
    if feature == "same sentence":
        return claim.sentence[:60]
    return claim.article_id


def _told(claim: Profile) -> str:
    if claim.start is None:
        return f"no day (reported {_iso(claim.published)})"
    return _iso(claim.start) if claim.start == claim.end else f"{_iso(claim.start)} to {_iso(claim.end)}"


def _iso(day: int | None) -> str:
    return date.fromordinal(day).isoformat() if day else "no day"
