"""Claims to events, in one go or as reports come in: the same claims give the same events in any order and batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.matching.blocking import CROWD, Key, keys, pairs
from dragoman.matching.clustering import cluster, components
from dragoman.matching.copies import Copy, CopyIndex
from dragoman.matching.knowledge import Weights
from dragoman.matching.origins import Origin, origin
from dragoman.matching.profile import Profile, profile
from dragoman.matching.record import as_of, build_event
from dragoman.matching.scoring import APART, Reason, Scorer
from dragoman.matching.words import article_vector
from dragoman.records import Article, Claim, Event, Judgement

_SHOWN = 6  # features listed for the weakest link of an event
_LOOKED = 16  # claims of an event among which the weakest link is sought


class Matcher:
    """Holds claims and what they were joined to; ``add`` as many times as you like, then ask for ``events``.

    Only what new claims can touch is worked out again. ``judgements`` of two claims (``same``, ``not the same``)
    bind; undone ones do not. ``today``: the day as of which a planned event counts as unconfirmed (default: the day
    of the last report held).
    """

    def __init__(
        self, judgements: Iterable[Judgement] = (), *, today: str | None = None, weights: Weights | None = None
    ) -> None:
        self._scorer = Scorer(weights)
        self._today = today
        self._same, self._apart = _bindings(judgements)
        self._claims: dict[str, Claim] = {}
        self._articles: dict[str, Article] = {}
        self._about: dict[str, Mapping[str, float]] = {}
        self._profiles: dict[str, Profile] = {}
        self._keys: dict[str, frozenset[Key]] = {}
        self._blocks: dict[Key, set[str]] = defaultdict(set)
        self._edges: dict[str, set[str]] = defaultdict(set)
        self._groups: dict[str, tuple[str, ...]] = {}
        self._dirty: set[str] = set()
        self._touched: set[str] = set()
        self._copies = CopyIndex()
        self._waiting: dict[str, set[str]] = defaultdict(set)
        self._records: dict[tuple[str, ...], tuple[tuple[Origin, ...], Event]] = {}

    def add(self, claims: Iterable[Claim], articles: Iterable[Article] = ()) -> None:
        """Take in articles and claims. A claim id that is known is replaced by what comes now."""
        again: set[str] = set()
        for article in articles:
            if article.id not in self._articles:
                self._articles[article.id] = article
                self._copies.add([article])
                again |= self._waiting.pop(article.id, set())
        for claim in (*claims, *(self._claims[id] for id in sorted(again))):
            if self._claims.get(claim.id) != claim or claim.id in again:
                self._drop(claim.id)
                self._take(claim)

    def remove(self, claim_ids: Iterable[str]) -> None:
        """Forget claims (superseded ones)."""
        for claim_id in claim_ids:
            self._drop(claim_id)

    def _take(self, claim: Claim) -> None:
        article = self._articles.get(claim.article_id)
        if article is None:
            self._waiting[claim.article_id].add(claim.id)
            about: Mapping[str, float] = {}
        else:
            if article.id not in self._about:
                self._about[article.id] = article_vector(article.title, article.text)
            about = self._about[article.id]
        self._claims[claim.id] = claim
        found = self._profiles[claim.id] = profile(claim, article, about)
        self._keys[claim.id] = keys(found)
        self._dirty.add(claim.id)
        for key in self._keys[claim.id]:
            block = self._blocks[key]
            block.add(claim.id)
            if len(block) > CROWD:  # who meets whom in a crowded block depends on all of it
                self._dirty |= block

    def _drop(self, claim_id: str) -> None:
        if claim_id not in self._claims:
            return
        for key in self._keys.pop(claim_id):
            block = self._blocks[key]
            if len(block) > CROWD:
                self._dirty |= block
            block.discard(claim_id)
        self._unlink(claim_id)
        self._records.pop(self._groups.pop(claim_id, ()), None)
        self._waiting[self._claims[claim_id].article_id].discard(claim_id)
        del self._claims[claim_id], self._profiles[claim_id]
        self._dirty.discard(claim_id)
        self._touched.discard(claim_id)

    def _unlink(self, claim_id: str) -> None:
        for other in self._edges.pop(claim_id, ()):
            self._edges[other].discard(claim_id)
            self._touched.add(other)

    def groups(self) -> list[tuple[str, ...]]:
        """The claims of each event, by id."""
        self._link()
        seeds = {id for id in self._dirty | self._touched if id in self._claims}
        for members in components(self._edges, seeds):
            inside = set(members)
            bound = [(a, b) for a in members for b in sorted(self._same.get(a, ())) if a < b and b in inside]
            for group in cluster(members, self._edges, self._score, bound, self._apart):
                for claim_id in group:
                    self._groups[claim_id] = group
        self._dirty.clear()
        self._touched.clear()
        return sorted(set(self._groups.values()))

    def _link(self) -> None:
        """Edges of all claims whose candidates may have changed."""
        for claim_id in sorted(self._dirty):
            self._unlink(claim_id)
        seen: set[tuple[str, str]] = set()
        crowded: set[Key] = set()
        for claim_id in sorted(self._dirty):
            one = self._profiles[claim_id]
            for key in self._keys[claim_id]:
                block = self._blocks[key]
                if len(block) > CROWD:
                    crowded.add(key)
                    continue
                for other_id in block:
                    if other_id != claim_id:
                        self._compare(one, self._profiles[other_id], seen)
            for other_id in self._same.get(claim_id, ()):
                if other_id in self._claims:
                    self._join(claim_id, other_id)
        for key in sorted(crowded):
            for one, other in pairs([self._profiles[id] for id in self._blocks[key]]):
                self._compare(one, other, seen)

    def _compare(self, one: Profile, other: Profile, seen: set[tuple[str, str]]) -> None:
        pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if pair not in seen:
            seen.add(pair)
            if self._scorer.score(one, other) > 0:
                self._join(*pair)

    def _join(self, one: str, other: str) -> None:
        self._edges[one].add(other)
        self._edges[other].add(one)

    def _score(self, one: str, other: str) -> float:
        if other in self._apart.get(one, ()):
            return APART
        return self._scorer.score(self._profiles[one], self._profiles[other])

    def events(self) -> list[Event]:
        """The events, in order of time."""
        today = self._today or max((a.published for a in self._articles.values() if a.published), default=None)
        records: dict[tuple[str, ...], tuple[tuple[Origin, ...], Event]] = {}
        found = []
        for group in self.groups():
            sources = tuple(origin(self._claims[id], self._copies) for id in group)
            kept = self._records.get(group)
            if kept is None or kept[0] != sources:
                kept = sources, self._record(group, sources)
            records[group] = kept
            found.append(as_of(kept[1], today))
        self._records = records
        return sorted(found, key=lambda e: (e.start or e.first_report or "9999", e.id))

    def _record(self, group: tuple[str, ...], sources: tuple[Origin, ...]) -> Event:
        return build_event(
            [self._claims[id] for id in group],
            self._articles,
            dict(zip(group, sources, strict=True)),
            self._profiles,
            self._explained(group) if len(group) > 1 else (),
        )

    def _explained(self, group: tuple[str, ...]) -> tuple[str, ...]:
        """Why these claims are one event: how well they agree, and the features of the weakest link."""
        looked = group[:_LOOKED]
        links = []
        for i, one in enumerate(looked):
            scores = [(self._score(*sorted((one, other))), other) for other in looked if other != one]
            best, other = max(scores)
            links.append((best, one, other, i))
        best, one, other, _ = min(links)
        lines = [f"{len(group)} claims joined by average likeness; weakest link {one} with {other}: {best:+.2f}"]
        if frozenset((one, other)) and other in self._same.get(one, ()):
            lines.append("a judgement says these two are the same")
        lines += [str(reason) for reason in self.compare(one, other)[:_SHOWN]]
        return tuple(lines)

    def compare(self, one: str, other: str) -> tuple[Reason, ...]:
        """The features on which two held claims were compared, weightiest first."""
        return self._scorer.reasons(self._profiles[one], self._profiles[other])

    def copies(self) -> list[Copy]:
        """The wire copies among the articles held, by group and article."""
        return sorted(self._copies.copies().values(), key=lambda c: (c.group_id, c.article_id))


def _bindings(judgements: Iterable[Judgement]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Claims judged to be one event, and those judged not to be, both ways. Of two on one pair the later counts."""
    made = list(judgements)
    undone = {j.subjects[0] for j in made if j.verdict == "undo"}
    last: dict[tuple[str, str], str] = {}
    for j in made:
        if j.verdict in ("same", "not the same") and len(j.subjects) == 2 and j.id not in undone:
            a, b = sorted(j.subjects)
            last[a, b] = j.verdict
    same: dict[str, set[str]] = defaultdict(set)
    apart: dict[str, set[str]] = defaultdict(set)
    for (a, b), verdict in last.items():
        side = same if verdict == "same" else apart
        side[a].add(b)
        side[b].add(a)
    return dict(same), dict(apart)


def match_claims(
    claims: Sequence[Claim], articles: Sequence[Article], judgements: Sequence[Judgement] = ()
) -> list[Event]:
    """Events in order of time. ``judgements`` of two claims (``same``, ``not the same``) bind."""
    matcher = Matcher(judgements)
    matcher.add(claims, articles)
    return matcher.events()
