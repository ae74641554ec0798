"""Likeness of two claims as log-odds, with every feature's share and the two values compared.

Two reports may tell of one story and of two deeds of it, and two like deeds may be of two stories: an event needs both. So
there are two sums, and the chance of one event is the product of the chances that they give.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from dragoman.matching.contradictions import contradiction
from dragoman.matching.features import features
from dragoman.matching.knowledge import FEATURES, Part, Weights, weights
from dragoman.matching.profile import Profile

APART = float("-inf")  # the score of a contradiction
UNANSWERED = -3.0  # … and the most for a denial and what it does not deny


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's share in what speaks for one ``story`` or one ``deed``. ``value`` 0 to 1; ``share`` = weight × value, in
    log-odds.
    """

    part: str
    feature: str
    value: float
    weight: float
    left: str
    right: str

    @property
    def share(self) -> float:
        """What the feature adds to the sum of its part."""
        return self.value * self.weight

    def __str__(self) -> str:
        return f"{self.feature} (one {self.part}): {self.left} | {self.right} ({self.value:.2f} × {self.weight:+.2f} = {self.share:+.2f})"


class Scorer:
    """Scores pairs of profiles; symmetric, and a function of the two alone."""

    def __init__(self, given: Weights | None = None) -> None:
        self._weights = given or weights()
        self._story, self._deed = _by_position(self._weights.story), _by_position(self._weights.deed)

    def score(self, one: Profile, other: Profile) -> float:
        """Log-odds that both tell of one event; ``APART`` where they contradict each other."""
        denial = (one.status == "denied") != (other.status == "denied")
        apart = contradiction(one, other)
        if apart is not None and not (denial and one.status_set == other.status_set):
            return APART
        if other.id < one.id:
            one, other = other, one
        total = self.total(features(one, other))
        # a denial of something else does not keep apart those who tell what was done
        return total if apart is None else min(total, UNANSWERED)

    def total(self, values: tuple[float, ...]) -> float:
        """Log-odds of one event for feature values in the order of ``FEATURES``."""
        story, deed = self._weights.story.bias, self._weights.deed.bias
        for value, for_story, for_deed in zip(values, self._story, self._deed, strict=True):
            if value:
                story += value * for_story
                deed += value * for_deed
        return both(story, deed)

    def reasons(self, one: Profile, other: Profile) -> tuple[Reason, ...]:
        """The features that speak for or against, weightiest first."""
        values = features(one, other)
        found = [
            Reason(part, name, value, weight, _shown(name, one), _shown(name, other))
            for part, by_position in (("story", self._story), ("deed", self._deed))
            for name, value, weight in zip(FEATURES, values, by_position, strict=True)
            if value * weight
        ]
        return tuple(sorted(found, key=lambda r: (-abs(r.share), r.part, r.feature)))


def _by_position(part: Part) -> tuple[float, ...]:
    return tuple(part.by_feature.get(name, 0.0) for name in FEATURES)


def both(story: float, deed: float) -> float:
    """Log-odds of two things together, each given as log-odds, as if neither told anything of the other."""
    least, most = min(story, deed), max(story, deed)
    # log(p / (1 - p)) for p = 1 / ((1 + e^-least) (1 + e^-most)), kept from overflowing
    return least - math.log1p(math.exp(least - most) + math.exp(-most)) if most > -30 else least + most


def _shown(feature: str, claim: Profile) -> str:
    """The value of a claim that a feature looks at, in words."""
    if feature in ("act", "frame"):
        return (
            f"{claim.act}/{claim.mode}"
            if feature == "act" and claim.mode
            else (claim.act if feature == "act" else claim.trigger)
        )
    if feature in ("actors", "actors differ"):
        return ", ".join(w.name for w in claim.actors) or "unsaid"
    if feature in ("recipients", "recipients differ"):
        return ", ".join(w.name for w in claim.recipients) or "unsaid"
    if "day" in feature:
        return _told(claim)
    if feature == "reported apart":
        return _iso(claim.published)
    if "place" in feature:
        return claim.place.name if claim.place is not None else "unsaid"
    if "numbers" in feature:
        return ", ".join(f"{high:g} {what}" for what, (_, high) in sorted(claim.numbers.items())) or "none"
    if feature == "other kind of deed":
        return " or ".join(sorted(claim.kinds)) or "any"
    if feature == "nothing in common":
        return ", ".join((*(w.name for w in (*claim.actors, *claim.recipients)), *sorted(claim.names)[:4])) or "nothing"
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
