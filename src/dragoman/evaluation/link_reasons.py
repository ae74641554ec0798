"""Why two reports share an event, or share none: the two claims that decide it, and what speaks between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.matching.contradictions import contradiction
from dragoman.matching.profile import Profile, profile
from dragoman.matching.scoring import APART, Scorer
from dragoman.matching.words import article_vector
from dragoman.records import Article, Claim, Event

NO_CLAIM, NO_ACT = "a report has no claim", "no act in common"
APART_BY_RULE, UNLIKE, OUTVOTED = "a contradiction", "too little alike", "alike, but their events are not"
CAUSES = (NO_CLAIM, NO_ACT, APART_BY_RULE, UNLIKE, OUTVOTED)
_SHOWN = 5  # features listed


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a pair of reports is not joined (``kind``, one of ``CAUSES``) or is (``kind`` empty); ``text``: in words."""

    kind: str
    text: str


class Reasons:
    """Looks at the claims of two reports as matching does."""

    def __init__(self, articles: Iterable[Article], said: Mapping[str, Sequence[Claim]]) -> None:
        self._scorer = Scorer()
        self._claims = {c.id: c for claims in said.values() for c in claims}
        self._told: dict[str, list[Profile]] = {}
        for article in articles:
            about = article_vector(article.title, article.text)
            self._told[article.id] = [profile(c, article, about) for c in said.get(article.id, ())]

    def lost(self, one: str, other: str) -> Cause:
        """Why no event has claims of both reports: what keeps the two claims apart that come closest."""
        ours, theirs = self._told[one], self._told[other]
        if not ours or not theirs:
            return Cause(NO_CLAIM, f"no claim in {' and '.join(i for i in (one, other) if not self._told[i])}")
        pairs = [(a, b) for a in ours for b in theirs if set(a.families) & set(b.families)]
        if not pairs:
            return Cause(NO_ACT, "the two tell of no act in common")
        scored = [
            (self._scorer.score(a, b), a.act == b.act, a.trigger == b.trigger, n) for n, (a, b) in enumerate(pairs)
        ]
        score, _, _, number = max(scored, key=lambda s: (s[:3], -s[3]))
        a, b = pairs[number]
        if score == APART:
            return Cause(APART_BY_RULE, f"{self._names(a, b)}: {contradiction(a, b)}")
        kind = UNLIKE if score <= 0 else OUTVOTED
        return Cause(kind, f"{self._names(a, b)}: {score:+.2f} for one event; {self._features(a, b)}")

    def joined(self, one: str, other: str, event: Event) -> Cause:
        """What joins two reports in an event: of their claims in it the two that are most alike."""
        inside = set(event.claims)
        pairs = [(a, b) for a in self._told[one] for b in self._told[other] if {a.id, b.id} <= inside]
        if not pairs:
            return Cause("", "")
        a, b = max(pairs, key=lambda p: (self._scorer.score(*p), p[0].id, p[1].id))
        score = self._scorer.score(a, b)
        if score == APART:
            return Cause("", f"{self._names(a, b)}: {contradiction(a, b)}, but each is like other claims of the event")
        return Cause("", f"{self._names(a, b)}: {score:+.2f} for one event; {self._features(a, b)}")

    def _names(self, one: Profile, other: Profile) -> str:
        return " and ".join(f"{p.article_id} “{self._claims[p.id].trigger.text}” ({p.act})" for p in (one, other))

    def _features(self, one: Profile, other: Profile) -> str:
        reasons = self._scorer.reasons(*((one, other) if one.id < other.id else (other, one)))
        return ", ".join(f"{r.feature} {r.share:+.1f} (one {r.part})" for r in reasons[:_SHOWN])
