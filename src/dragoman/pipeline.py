"""The only place that knows the order: reading → parsing → coding → grounding → matching."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from typing import Any

from dragoman.archive import AddResult, Archive
from dragoman.codebook.confidence import load_confidence
from dragoman.coding import CODER_VERSION, FrameCoder, political, read_topic, with_party_left
from dragoman.coding.anchors import anchors
from dragoman.coding.campaigns import in_words
from dragoman.coding.relation import RelationReader
from dragoman.coding.retold import as_told_before
from dragoman.coding.review import reviewed
from dragoman.coding.senses import blow_of_words
from dragoman.coding.tagger import Hints
from dragoman.errors import ReadingError
from dragoman.grounded import ground_claims
from dragoman.grounding.actors import ImportedActors, find_actors, import_actors
from dragoman.grounding.places import find_places
from dragoman.grounding.times import find_times
from dragoman.matching import match_claims, match_shelf, matcher_version
from dragoman.parsing import Gate, Parser
from dragoman.reading import read_one
from dragoman.records import (
    ActorMention,
    Article,
    Attribution,
    Claim,
    Event,
    Parse,
    Place,
    Relation,
    Span,
    TimeExpression,
)
from dragoman.settings import Settings


class Coder:
    """The whole pipeline from an article to grounded claims. Load once, use for any number of articles."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.parser = Parser(self.settings)
        self.frames = FrameCoder(self.settings)
        self._gate = Gate(anchors(self.frames.frames), self.parser.lemmatizer.base)
        self._own_actors: tuple[ImportedActors, ...] = tuple(import_actors(path) for path in self.settings.actors)

    @cached_property
    def relations(self) -> RelationReader:
        """The classifier joined with the frames; its weights are loaded at first use."""
        return RelationReader(self.settings, self.frames)

    @property
    def version(self) -> str:
        """What produced a claim: version of coder rules, spaCy pipeline, classifier, and the user's own codebook."""
        model = self.relations.version if self.settings.use_model else "no model"
        own = f"+own codebook {self.frames.own.digest}" if self.frames.own is not None else ""
        least = self.settings.least_confidence
        doubt = "" if least is None else f"+least confidence {least}"
        return f"{CODER_VERSION}+{self.parser.version}+{model}{own}{doubt}"

    # -- the whole way -------------------------------------------------------------------------------------------

    def read(self, source: str | Path | bytes, *, published: str | None = None) -> Article:
        """One article from a path or from bytes (sniffed). Raises ``ReadingError`` with reason and remedy."""
        if isinstance(source, str) and "\n" in source:
            raise ReadingError(
                "read() takes a path or bytes, and this looks like text",
                remedy="Use Article.from_text(…) for clean text, or text.encode() for text to be cleaned",
            )
        return read_one(source, self.settings, published=published)

    def code(self, article: Article) -> list[Claim]:
        """The claims of one article in order of text, grounded."""
        return next(self.code_many([article]))[1]

    def code_many(self, articles: Iterable[Article], workers: int = 1) -> Iterator[tuple[Article, list[Claim]]]:
        """(article, claims) for each article, order kept. ``workers``: processes; the output is the same for any number."""
        if workers > 1:
            yield from _code_in_processes(self.settings, articles, workers)
            return
        keep = None if self.settings.parse_all else self._gate.admits
        for parse in self.parser.parse_many(articles, keep):
            yield parse.article, self._code_parse(parse)

    def _code_parse(self, parse: Parse) -> list[Claim]:
        tagger = self.relations.tagger
        topic = read_topic(parse.article)
        hints = Hints(tagger, parse, frames_only=topic.sport) if tagger is not None else None
        claims = self.frames.code(parse, hints=hints)
        if hints is not None:  # before they are grounded, which is dearer
            claims = self._review(claims, hints)
        if not claims:
            return []
        claims = with_party_left(claims, ground_claims(parse, claims, self._own_actors))
        told = {c.id: hints.chance(c) for c in claims} if hints is not None else {}
        kept = {c.id for c in political([c for c in claims if not self.frames.is_own(c.frame)], topic, told)}
        claims = [c for c in claims if self.frames.is_own(c.frame) or c.id in kept]
        return in_words(as_told_before(claims, self.frames.types), topic, self.frames.types)

    def _review(self, claims: list[Claim], hints: Hints) -> list[Claim]:
        shipped = [blow_of_words(c, hints.of(c), self.frames.types) for c in claims if not self.frames.is_own(c.frame)]
        confidence = load_confidence()
        if self.settings.least_confidence is not None:
            confidence = replace(confidence, least=self.settings.least_confidence)
        kept = {c.id: c for c in reviewed(shipped, hints, confidence, self.frames.types)}
        return [kept.get(c.id, c) for c in claims if c.id in kept or self.frames.is_own(c.frame)]

    # -- stages alone --------------------------------------------------------------------------------------------

    def relation(self, text: str, source: tuple[int, int], target: tuple[int, int]) -> Relation:
        """What the party at ``source`` does to the one at ``target`` (character ranges of ``text``)."""
        return self.relations.relation(text, Span(*source), Span(*target), self.parser)

    def times(self, text: str, published: str | None = None) -> list[TimeExpression]:
        """The expressions of time in ``text``, reckoned from the ISO day ``published``."""
        return find_times(text, published)

    def places(self, text: str, *, publisher: str | None = None) -> list[Place]:
        """The places ``text`` names, resolved together."""
        return find_places(text, publisher=publisher)

    def actors(self, article: Article) -> list[ActorMention]:
        """The parties the article names, each mention with its identity."""
        return find_actors(article, self.parser.parse(article), user_lists=self._own_actors)

    def attributions(self, text: str) -> list[Attribution]:
        """Who says what in ``text``."""
        return self.frames.attributions.read_all(self.parser.parse(Article.from_text(text)))


def load(settings: Settings | None = None, **changes: Any) -> Coder:
    """The default pipeline, offline. Keyword arguments change single settings."""
    return Coder(replace(settings or Settings(), **changes))


def match(claims: Iterable[Claim], articles: Iterable[Article], judgements: Iterable[Any] = ()) -> list[Event]:
    """The events that ``claims`` tell of, many reports to one event; ``judgements`` bind the matcher."""
    return match_claims(list(claims), list(articles), list(judgements))


def _code_in_processes(
    settings: Settings, articles: Iterable[Article], workers: int
) -> Iterator[tuple[Article, list[Claim]]]:
    """Chunks of articles coded in worker processes; results come back in order, memory stays bounded."""
    from collections import deque
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(settings,)) as pool:
        waiting: deque[Any] = deque()
        try:
            for chunk in _chunks(articles, _CHUNK):
                with _children_ignore_interrupts():
                    waiting.append(pool.submit(_work, chunk))
                if len(waiting) > workers * 2:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:  # whoever stops the run does not wait for what nobody will read
                future.cancel()


@contextmanager
def _children_ignore_interrupts() -> Iterator[None]:
    """Processes started inside ignore Ctrl-C until they can stop without a word. Only the main thread can ask for it."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, before)


def _chunks(articles: Iterable[Article], size: int) -> Iterator[tuple[Article, ...]]:
    remaining = iter(articles)
    while chunk := tuple(islice(remaining, size)):
        yield chunk


_CHUNK = 16  # articles a task: small enough to keep all workers busy, large enough for full parser batches
_worker: Callable[[Iterable[Article]], Iterator[tuple[Article, list[Claim]]]] | None = None


def _start_worker(settings: Settings) -> None:
    global _worker
    # While it starts, a process ignores Ctrl-C (its parent sees to that); from here on it stops at once and says nothing.
    signal(SIGINT, lambda *_: os._exit(130))
    _worker = Coder(settings).code_many


def _work(articles: Sequence[Article]) -> list[tuple[Article, list[Claim]]]:
    assert _worker is not None
    return list(_worker(articles))


# -- with an archive ---------------------------------------------------------------------------------------------------


def add_articles(coder: Coder, articles: Iterable[Article], archive: Archive, workers: int = 1) -> Iterator[AddResult]:
    """Code and store articles, each in one transaction; yields the outcome of each.

    What the archive knows already is not coded again.
    """
    version = coder.version
    known: dict[str, AddResult] = {}

    def unknown() -> Iterator[Article]:
        for article in articles:
            if archive.has_article(article.id):
                known[article.id] = AddResult(article.id, "known", 0)
            else:
                yield article

    for article, claims in coder.code_many(unknown(), workers):
        yield from _drain(known)
        yield archive.add(article, claims, coder_version=version)
    yield from _drain(known)


def _drain(known: dict[str, AddResult]) -> Iterator[AddResult]:
    while known:
        yield known.pop(next(iter(known)))


def recode_articles(coder: Coder, archive: Archive, workers: int = 1) -> Iterator[int]:
    """Code again what another coder version coded; yields the number of claims per article."""
    version = coder.version
    outdated = list(archive.outdated(version))
    for article, claims in coder.code_many(outdated, workers):
        archive.recode(article, claims, version)
        yield len(claims)


def rematch(archive: Archive, *, anew: bool = False) -> int:
    """Bring the events up to date with the claims and judgements of the archive; returns the number of events.

    Only what changed since is worked out, unless ``anew``; it comes to the same. What another version of the matcher made
    is always made anew.
    """
    with archive.matching(matcher_version()) as shelf:
        match_shelf(shelf, archive.judgements(standing=True), anew=anew)
    return archive.event_count()
