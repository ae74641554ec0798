"""Scores under judgements, and the record of a group with the reasons why its claims are one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.matching.bindings import Bindings
from dragoman.matching.clustering import cluster
from dragoman.matching.copies import CopyIndex
from dragoman.matching.origins import origin
from dragoman.matching.profile import Profile
from dragoman.matching.record import build_event
from dragoman.matching.scoring import APART, Reason, Scorer
from dragoman.records import Article, Claim, Event

Links = Mapping[str, Mapping[str, float]]  # claim → claims it is linked to → their score
_SHOWN = 6  # features listed for the weakest link of an event
_LOOKED = 16  # claims of an event among which the weakest link is sought


class Decider:
    """Decides which linked claims are one event, and why."""

    def __init__(self, profiles: Mapping[str, Profile], bound: Bindings, scorer: Scorer) -> None:
        self._profiles = profiles
        self._bound = bound
        self._scorer = scorer

    def groups(self, members: Sequence[str], links: Links) -> list[tuple[str, ...]]:
        """The events of claims that hang together, by their claims."""

        def score(one: str, other: str) -> float:
            known = links.get(one, {}).get(other)
            return self._bound_score(one, other) if known is None else known

        if len(members) == 1:
            return [tuple(members)]
        apart = {m: set(self._bound.apart[m]) for m in members if m in self._bound.apart}
        return cluster(sorted(members), links, score, self._bound.bound(members), apart, self._report_of)

    def _report_of(self, claim_id: str) -> str:
        return self._profiles[claim_id].article_id

    def likeness(self, one: str, other: str) -> float:
        """The score of two claims by their features."""
        return self._scorer.score(self._profiles[one], self._profiles[other])

    def compare(self, one: str, other: str) -> tuple[Reason, ...]:
        """The features on which two claims were compared, weightiest first."""
        return self._scorer.reasons(self._profiles[one], self._profiles[other])

    def event(self, claims: Sequence[Claim], articles: Iterable[Article], copies: CopyIndex) -> Event:
        """The record of a group."""
        by_id = {article.id: article for article in articles}
        return build_event(
            claims,
            by_id,
            {claim.id: origin(claim, copies, by_id.get(claim.article_id)) for claim in claims},
            self._profiles,
            self._bound_score,
            self._explained(tuple(sorted(c.id for c in claims))) if len(claims) > 1 else (),
        )

    def _explained(self, group: tuple[str, ...]) -> tuple[str, ...]:
        """Why these claims are one event: how well they agree, and the features of the weakest link."""
        looked = group[:_LOOKED]
        links = []
        for one in looked:
            scores = [(self._bound_score(*sorted((one, other))), other) for other in looked if other != one]
            best, other = max(scores)
            links.append((best, one, other))
        best, one, other = min(links)
        lines = [f"{len(group)} claims joined by average likeness; weakest link {one} with {other}: {best:+.2f}"]
        if other in self._bound.same.get(one, ()):
            lines.append("a judgement says these two are the same")
        lines += [str(reason) for reason in self.compare(one, other)[:_SHOWN]]
        return tuple(lines)

    def _bound_score(self, one: str, other: str) -> float:
        return APART if other in self._bound.apart.get(one, ()) else self.likeness(one, other)
