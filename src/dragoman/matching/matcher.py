"""Claims to events: all at once, or, on a shelf that keeps what was worked out, only what new reports can touch.

Both come to the same: the same claims and judgements give the same events with the same ids, in any order and batches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.matching.batch import Batch
from dragoman.matching.bindings import bindings
from dragoman.matching.incremental import Changes
from dragoman.matching.knowledge import Weights
from dragoman.matching.scoring import Reason, Scorer
from dragoman.matching.shelf import Shelf
from dragoman.records import Article, Claim, Event, Judgement, WireCopy

_MANY = 0.25  # share of the claims from which on it is quicker to match all of them anew
_FEW = 200  # claims that are always matched one by one


class HeldSource:
    """Articles and claims in memory."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._claims: dict[str, Claim] = {}

    def add(self, claims: Iterable[Claim], articles: Iterable[Article]) -> None:
        """Take in articles and claims. A claim whose id is known is replaced."""
        for article in articles:
            self._articles.setdefault(article.id, article)
        self._claims.update((claim.id, claim) for claim in claims)

    def remove(self, claim_ids: Iterable[str]) -> None:
        """Forget claims."""
        for claim_id in claim_ids:
            self._claims.pop(claim_id, None)

    def told(self) -> Iterator[tuple[Article | None, Sequence[Claim]]]:
        """Every article with its claims; claims whose article is not there come with ``None``."""
        by_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims.values():
            by_article[claim.article_id].append(claim)
        for article_id in sorted(self._articles.keys() | by_article.keys()):
            yield self._articles.get(article_id), by_article.get(article_id, ())

    def article(self, article_id: str) -> Article | None:
        """The article of an id."""
        return self._articles.get(article_id)

    def claims(self, ids: Sequence[str]) -> list[Claim]:
        """Claims by id, in that order."""
        return [self._claims[i] for i in ids]


class Matcher:
    """Matches claims held in memory; ``add`` as many times as you like, then ask for ``events``.

    ``judgements`` of two claims (``same``, ``not the same``) bind; undone ones do not. ``today``: the day as of which a
    planned event counts as unconfirmed (default: the day of the last report held).
    """

    def __init__(
        self, judgements: Iterable[Judgement] = (), *, today: str | None = None, weights: Weights | None = None
    ) -> None:
        self._bound = bindings(judgements)
        self._scorer = Scorer(weights)
        self._today = today
        self._source = HeldSource()
        self._batch: Batch | None = None

    def add(self, claims: Iterable[Claim], articles: Iterable[Article] = ()) -> None:
        """Take in articles and claims. A claim id that is known is replaced by what comes now."""
        self._source.add(claims, articles)
        self._batch = None

    def remove(self, claim_ids: Iterable[str]) -> None:
        """Forget claims (superseded ones)."""
        self._source.remove(claim_ids)
        self._batch = None

    def _matched(self) -> Batch:
        if self._batch is None:
            self._batch = Batch(self._source, self._bound, self._scorer, self._today)
        return self._batch

    def groups(self) -> list[tuple[str, ...]]:
        """The claims of each event, by id."""
        return sorted(self._matched().groups())

    def events(self) -> list[Event]:
        """The events, in order of time."""
        return sorted(self._matched().events(), key=lambda e: (e.start or e.first_report or "9999", e.id))

    def compare(self, one: str, other: str) -> tuple[Reason, ...]:
        """The features on which two held claims were compared, weightiest first."""
        return self._matched().decider.compare(one, other)

    def copies(self) -> list[WireCopy]:
        """The wire copies among the articles held, by group and article."""
        return sorted(self._matched().copies.copies().values(), key=lambda c: (c.group_id, c.article_id))


def match_claims(
    claims: Sequence[Claim], articles: Sequence[Article], judgements: Sequence[Judgement] = ()
) -> list[Event]:
    """Events in order of time. ``judgements`` of two claims (``same``, ``not the same``) bind."""
    matcher = Matcher(judgements)
    matcher.add(claims, articles)
    return matcher.events()


def match_shelf(shelf: Shelf, judgements: Iterable[Judgement], *, anew: bool = False) -> None:
    """Bring the events of a shelf up to date with its claims and ``judgements`` (all that stand).

    ``anew``: leave aside what the shelf knows and match everything.
    """
    bound, scorer = bindings(judgements), Scorer()
    pending = shelf.pending()
    if not anew and shelf.size is not None and len(pending[-1]) <= max(_FEW, _MANY * shelf.size):
        Changes(shelf, bound, scorer).apply(pending)
        return
    batch = Batch(shelf, bound, scorer)
    found = batch.copies.copies()
    shelf.fill(
        ((i, marks.runs, batch.about.get(i, {})) for i, marks in sorted(batch.copies.marks.items())),
        batch.copies.by_run.rows(),
        batch.copies.by_band.rows(),
        batch.copies.likes(),
        (copy for _, copy in sorted(found.items())),
        zip(batch.ids, batch.keys, strict=True),
        batch.blocks.rows(),
        ((one, other, score) for one in batch.ids for other, score in batch.links.get(one, {}).items() if one < other),
        batch.events(),
    )
    shelf.settle()
