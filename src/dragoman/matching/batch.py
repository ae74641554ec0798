"""All events of a source at once. What is kept in memory is what claims are compared by, not claims and texts."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from sys import intern
from typing import Any, TypeVar

import numpy as np

from dragoman.matching.bindings import Bindings
from dragoman.matching.blocking import keys
from dragoman.matching.candidates import Blocks, Numbers, numbers
from dragoman.matching.clustering import components
from dragoman.matching.deciding import Decider
from dragoman.matching.likenesses import BulkCopies
from dragoman.matching.profile import Profile, profile
from dragoman.matching.record import as_of
from dragoman.matching.scoring import Scorer
from dragoman.matching.shelf import Source
from dragoman.matching.words import article_vector
from dragoman.records import Article, Event

T = TypeVar("T", bound=Hashable)


class Batch:
    """Matches everything that a source tells, when it is made; then ask for groups, events and copies."""

    def __init__(self, source: Source, bound: Bindings, scorer: Scorer, today: str | None = None) -> None:
        self._source = source
        self.copies = BulkCopies(source.article)
        self.profiles: dict[str, Profile] = {}
        self.about: dict[str, Mapping[str, float]] = {}
        self.links: dict[str, dict[str, float]] = {}
        self.decider = Decider(self.profiles, bound, scorer)
        last = self._read()
        self._today = today or last
        self.ids = sorted(self.profiles)
        self.keys: list[Numbers] = []  # the blocks of each claim
        self.blocks = self._link(bound, scorer)

    def _read(self) -> str | None:
        """Profiles of all claims; gives the day of the last report."""
        last: str | None = None
        pool = _Pool()
        for article, claims in self._source.told():
            about: Mapping[str, float] = {}
            if article is not None:
                self.copies.add([article])
                last = max(filter(None, (last, article.published)), default=None)
                if claims:
                    about = self.about[article.id] = pool.vector(article_vector(article.title, article.text))
            for claim in claims:
                self.profiles[claim.id] = pool.shared(profile(claim, article, about))
        return last

    def _link(self, bound: Bindings, scorer: Scorer) -> Blocks:
        """Links between candidates that speak for one event, and between those judged to be one."""
        ids = self.ids
        held = [self.profiles[i] for i in ids]
        self.keys = [np.array(numbers(keys(p)), np.int64) for p in held]
        blocks = Blocks(held, self.keys)
        for one, others in blocks.pairs():
            for other in others:
                if (score := scorer.score(held[one], held[other])) > 0:
                    self._join(ids[one], ids[other], score)
        for claim_id in sorted(bound.same.keys() & self.profiles.keys()):
            for other_id in sorted(bound.same[claim_id] & self.profiles.keys()):
                self._join(claim_id, other_id, self.decider.likeness(claim_id, other_id))
        return blocks

    def _join(self, one: str, other: str, score: float) -> None:
        self.links.setdefault(one, {})[other] = score
        self.links.setdefault(other, {})[one] = score

    def groups(self) -> Iterator[tuple[str, ...]]:
        """The claims of each event, by id."""
        for members in components(self.links, self.ids):
            yield from self.decider.groups(members, self.links)

    def events(self) -> Iterator[Event]:
        """The events as they stand on the day, in no order that means anything."""
        for group in self.groups():
            claims = self._source.claims(group)
            articles = self.articles(c.article_id for c in claims)
            yield as_of(self.decider.event(claims, articles, self.copies), self._today)

    def articles(self, ids: Iterator[str]) -> list[Article]:
        """The articles of these ids that are there, each once."""
        return [a for i in dict.fromkeys(ids) if (a := self._source.article(i)) is not None]


class _Pool:
    """Words, parties and places of which there are few, however many claims name them: each is kept once."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}

    def _one(self, value: T) -> T:
        found: T = self._known.setdefault(value, value)
        return found

    def vector(self, about: Mapping[str, float]) -> Mapping[str, float]:
        """The vector with shared words; its few different values are one object each."""
        values: dict[float, float] = {}
        return {intern(word): values.setdefault(value, value) for word, value in about.items()}

    def shared(self, one: Profile) -> Profile:
        """The profile with shared parts."""
        return replace(
            one,
            article_id=intern(one.article_id),
            act=intern(one.act),
            status=intern(one.status),
            families=self._one(one.families),
            kinds=self._one(one.kinds),
            actors=tuple(self._one(who) for who in one.actors),
            recipients=tuple(self._one(who) for who in one.recipients),
            place=self._one(one.place),
            names=frozenset(map(intern, one.names)),
            words=frozenset(map(intern, one.words)),
            trigger=intern(one.trigger),
            lead=self._one(one.lead),
        )
