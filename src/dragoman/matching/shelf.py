"""What matching reads from, and where it keeps what it worked out, so that a new report needs only its neighbourhood.

The archive has a shelf in its file; ``HeldSource`` in ``matcher`` keeps claims in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from dragoman.records import Article, Claim, Event, WireCopy

# What changed since the events were made: ids of articles that came and that went, and of claims that came, went or were
# judged.
Pending = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class Source(Protocol):
    """Articles and claims, the claims as people judged them."""

    def told(self) -> Iterator[tuple[Article | None, Sequence[Claim]]]:
        """Every article with its claims; claims whose article is not there come with ``None``."""

    def article(self, article_id: str) -> Article | None:
        """The article of an id."""

    def claims(self, ids: Sequence[str]) -> list[Claim]:
        """Claims by id, in that order."""


class Shelf(Source, Protocol):
    """A source that also keeps the state of matching. ``claims`` gives those the state holds."""

    @property
    def size(self) -> int | None:
        """How many claims the state holds; ``None`` if there is none, or that of another version of the matcher."""

    def pending(self) -> Pending:
        """What changed since the events were made."""

    def current(self, ids: Collection[str]) -> dict[str, Claim]:
        """Claims that stand now, as judged; the rejected and superseded are left out."""

    def held(self, ids: Collection[str]) -> set[str]:
        """Which of these claims the state holds."""

    def about(self, article_ids: Collection[str]) -> dict[str, Mapping[str, float]]:
        """The vectors of articles that were kept."""

    def keep_about(self, article_id: str, about: Mapping[str, float]) -> None:
        """Keep the vector of an article that is held."""

    # ── candidates ──

    def keys(self, ids: Collection[str]) -> dict[str, tuple[int, ...]]:
        """The blocks each claim was put into."""

    def blocks(self, keys: Collection[int]) -> dict[int, list[str]]:
        """The claims of each block, by id."""

    def put(self, claim: Claim, keys: Sequence[int]) -> None:
        """Hold a claim that stands now."""

    def drop(self, claim_id: str) -> None:
        """Hold a claim no longer, with its links."""

    def links(self, ids: Collection[str]) -> dict[str, dict[str, float]]:
        """For each claim those linked to it, with their scores."""

    def link(self, one: str, other: str, score: float) -> None:
        """Link two claims, both ways."""

    def unlink(self, one: str, other: str) -> None:
        """Take a link away."""

    # ── copies ──

    def sharing(self, runs: Sequence[int], least: int) -> set[str]:
        """Articles that have at least so many of these sampled runs."""

    def near(self, bands: Sequence[int]) -> set[str]:
        """Articles that have one of these bands."""

    def run_counts(self, article_ids: Collection[str]) -> dict[str, int]:
        """How many word runs each article has."""

    def put_article(
        self, article_id: str, runs: int, sampled: Sequence[int], bands: Sequence[int], likes: Mapping[str, int]
    ) -> None:
        """Hold an article: how many runs it has, a sample of them, the bands of its sketch, runs in common with others."""

    def drop_article(self, article_id: str, sampled: Sequence[int], bands: Sequence[int]) -> None:
        """Hold an article no longer, with its likenesses."""

    def likes(self, article_ids: Collection[str]) -> dict[str, dict[str, int]]:
        """For each article those like it, with the runs in common."""

    def copies(self, article_ids: Collection[str]) -> dict[str, WireCopy]:
        """The copies among some articles."""

    def replace_copies(self, article_ids: Collection[str], found: Iterable[WireCopy]) -> None:
        """Forget what was known of these articles and keep ``found``."""

    # ── events ──

    def events_of(self, claim_ids: Collection[str]) -> dict[str, str]:
        """The event each claim is in, by id; claims that left the state included."""

    def members(self, event_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The claims of each event."""

    def claims_in(self, article_ids: Collection[str]) -> list[str]:
        """The held claims of some articles."""

    def replace_events(self, retired: Collection[str], stored: Iterable[Event]) -> int:
        """Drop the retired events, then store others; gives how many were stored."""

    def last_day(self) -> str | None:
        """The day of the last report."""

    def overdue(self, today: str | None, silent: str) -> list[Event]:
        """Plans whose status may not fit the day: ``planned`` ones that end before ``today`` or, without an end, were told
        last before ``silent``; and ``expected, not confirmed`` ones that do not.
        """

    def settle(self) -> None:
        """All that was pending is in the events now."""

    def fill(
        self,
        articles: Iterable[tuple[str, int, Mapping[str, float]]],
        runs: Iterable[tuple[int, str]],
        bands: Iterable[tuple[int, str]],
        likes: Iterable[tuple[str, str, int]],
        copies: Iterable[WireCopy],
        claims: Iterable[tuple[str, Iterable[int]]],
        blocks: Iterable[tuple[int, str]],
        links: Iterable[tuple[str, str, float]],
        stored: Iterable[Event],
    ) -> int:
        """Put a whole new state in the place of the old one; gives the number of events.

        ``articles``: how many runs each has, and its vector; ``runs``, ``bands`` and ``blocks``: with each article or claim
        that has them, in order; links and likes come once each.
        """
