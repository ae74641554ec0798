"""Events with their claims and articles, fetched for the commands that need all three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.archive import Archive
from dragoman.records import Article, Event

if TYPE_CHECKING:
    from dragoman.views.brief import Telling


def tellings(store: Archive, events: Iterable[Event]) -> Iterator[Telling]:
    """Each event with what it was made of. An article is fetched once."""
    from dragoman.matching.knowledge import acts
    from dragoman.views.brief import Telling

    befell = acts().counted
    known: dict[str, Article] = {}
    for event in events:
        claims = tuple(store.claims_of_event(event.id))
        for claim in claims:
            if claim.article_id not in known and (article := store.article(claim.article_id)) is not None:
                known[claim.article_id] = article
        yield Telling(event, claims, known, befell)
