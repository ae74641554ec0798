"""The front door of the archive: every method is one line to the module that knows how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

from dragoman.archive import actors, events, frame, judged, judgements, linked, near, pairs, queries, verify, writer
from dragoman.archive.answers import (
    ActorEntry,
    ActorMerge,
    AddResult,
    History,
    NearClaim,
    Problem,
    SearchHit,
)
from dragoman.archive.connection import Store, now
from dragoman.archive.filters import ActorFilter, ClaimFilter, EventFilter
from dragoman.archive.shelf import SqlShelf
from dragoman.records import Actor, Article, Claim, Event, Judgement, SetAside, WireCopy

if TYPE_CHECKING:
    import pyarrow as pa


class Archive:
    """An archive file, open. Use it in a ``with`` statement or call ``close``.

    Many processes may read while one writes; a second writer waits ``timeout`` seconds, then gets an
    ``ArchiveError``. One object serves one thread: open another for another thread. Every method may
    raise ``ArchiveError`` with what to do (disk full, damaged file, no rights); opening raises
    ``ArchiveVersionError`` for a file of a newer Dragoman. An older file is upgraded when opened for writing.

    Iterators give records in an order that follows from their content. Which articles, claims and events they
    give is settled when they are asked for, so it is safe to write while iterating.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        create: bool = True,
        readonly: bool = False,
        timeout: float = 10.0,
        clock: Callable[[], str] = now,
    ) -> None:
        self.path = Path(path)
        self._store = Store(self.path, create=create, readonly=readonly, timeout=timeout, clock=clock)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Nothing is lost without it, but the side files ``-wal`` and ``-shm`` may stay."""
        self._store.close()

    # ── adding ────────────────────────────────────────────────────────────────────────────────────

    def add(self, article: Article, claims: Sequence[Claim], *, coder_version: str) -> AddResult:
        """Store an article with what was coded from it: both or neither, and once only.

        When this returns they are on the disk. An article whose id is there is ``known`` and nothing changes;
        one whose URL is there with other content becomes the page's newest version, and the older
        version and its claims stay, marked superseded.
        """
        return writer.add(self._store, article, claims, coder_version)

    def add_many(
        self, coded: Iterable[tuple[Article, Sequence[Claim]]], *, coder_version: str, group: int = 32
    ) -> Iterator[AddResult]:
        """``add`` for many: up to ``group`` articles share one commit; no result is given before its commit."""
        return writer.add_many(self._store, coded, coder_version, group)

    def recode(self, article: Article, claims: Sequence[Claim], coder_version: str) -> None:
        """Put a new coding in the place of the standing one; the claims before stay as history."""
        writer.recode(self._store, article, claims, coder_version)

    def outdated(self, coder_version: str) -> Iterator[Article]:
        """The newest articles that another coder version coded. Recode them while iterating."""
        return queries.outdated(self._store, coder_version)

    def set_aside(self, *items: SetAside) -> None:
        """Keep what could not be read, once per source and reason."""
        writer.set_aside(self._store, items)

    def set_asides(self) -> Iterator[SetAside]:
        """What could not be read, by source."""
        return queries.set_asides(self._store)

    def describe_coder(self, coder_version: str, **details: str) -> None:
        """Keep what a coder version is made of: ``codebook="1.2"``, ``model="sha256:…"``, ``spacy_model=…``."""
        queries.describe_coder(self._store, coder_version, details)

    # ── reading ───────────────────────────────────────────────────────────────────────────────────

    def has_article(self, article_id: str) -> bool:
        """Whether the article is there, in whichever version of its page."""
        return self._store.one("SELECT 1 FROM articles WHERE id = ?", (article_id,)) is not None

    def article(self, article_id: str) -> Article | None:
        """The article of an id."""
        return queries.article(self._store, article_id)

    def articles(
        self,
        *,
        publisher: str | None = None,
        url: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        superseded: bool = False,
        limit: int | None = None,
    ) -> Iterator[Article]:
        """Articles by publication day; by default only the newest version of each page.

        ``publisher``: part of its name; ``since``/``until``: ISO days, months or years of publication;
        ``text``: words in title or text.
        """
        return queries.articles(
            self._store,
            publisher=publisher,
            url=url,
            since=since,
            until=until,
            text=text,
            superseded=superseded,
            limit=limit,
        )

    def history(self, article_id: str) -> History | None:
        """The versions of an article's page and all its codings with their claims."""
        return queries.history(self._store, article_id)

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of an id: the standing one, else the last that had this id."""
        return queries.claim(self._store, claim_id)

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[Claim]:
        """Claims that match, by day and place in the text; all current ones without a filter."""
        return queries.claims(self._store, wanted or ClaimFilter())

    def claims_near(self, latitude: float, longitude: float, km: float) -> list[NearClaim]:
        """Current claims whose place lies within ``km`` kilometres of a point in degrees, nearest first."""
        return near.claims_near(self._store, latitude, longitude, km)

    def search(self, query: str, limit: int = 20, *, marks: tuple[str, str] = ("[", "]")) -> list[SearchHit]:
        """Articles and claims that hold all words of ``query``, best first, the two kinds by turns.

        Case and accents do not matter; ``"quoted words"`` stand together; ``word*`` is a beginning.
        Snippets are raw text with each hit between ``marks``: escape them before showing them as HTML.
        """
        return queries.search(self._store, query, limit, marks)

    def identify(self, prefix: str) -> list[tuple[str, str]]:
        """(kind, id) of the articles, claims, events and actors whose id starts so; only the exact one if there is."""
        return queries.identify(self._store, prefix)

    def counts(self) -> dict[str, int]:
        """How many articles, claims, actors, events, judgements and set-aside sources there are."""
        return queries.counts(self._store)

    @property
    def meta(self) -> dict[str, Any]:
        """Schema version, day of creation, and per coder version its details and how many articles stand by it."""
        return queries.meta(self._store)

    def frame(
        self,
        kind: Literal["claims", "events"] = "claims",
        wanted: ClaimFilter | EventFilter | None = None,
    ) -> pa.Table:
        """Claims or events as an Arrow table, one row each, in the order of ``claims`` and ``events``."""
        if kind == "events":
            return frame.events_frame(self._store, wanted if isinstance(wanted, EventFilter) else EventFilter())
        return frame.claims_frame(self._store, wanted if isinstance(wanted, ClaimFilter) else ClaimFilter())

    def verify(self, *, progress: Callable[[int, int], None] | None = None) -> Iterator[Problem]:
        """Re-check everything: the file, hashes, every span, columns against records, references, indexes.

        ``progress`` is told after each article how many of how many are done.
        """
        return verify.verify(self._store, progress)

    # ── judgements ────────────────────────────────────────────────────────────────────────────────

    def judge(self, judgement: Judgement) -> bool:
        """Append a judgement; ``False`` if the very same one was there. To take one back, judge ``undo``."""
        return bool(judgements.judge(self._store, [judgement]))

    def judge_all(self, made: Sequence[Judgement]) -> int:
        """Append judgements in one transaction, all of them or, if one cannot be, none; gives how many were new."""
        return judgements.judge(self._store, made)

    def judgements(self, *, standing: bool = False, subject: str | None = None) -> Iterator[Judgement]:
        """Judgements in the order they were made; ``standing``: without the undone ones and the undoing."""
        return judgements.judgements(self._store, standing=standing, subject=subject)

    def judged_claims(self) -> Iterator[Claim]:
        """The current claims as people judged them: without the rejected, corrections applied. What matching looks at."""
        return judged.judged_claims(self._store)

    # ── events (derived) ──────────────────────────────────────────────────────────────────────────

    @contextmanager
    def matching(self, version: str) -> Iterator[SqlShelf]:
        """What matching keeps, within one transaction: events and the state they rest on change together or not at all.

        ``version``: of the matcher; a state that another version made is not used.
        """
        with self._store.write() as db:
            yield SqlShelf(self._store, db, version)

    def store_events(self, stored: Iterable[Event], *, retired: Iterable[str] = ()) -> int:
        """Add or replace events (all in one transaction) and drop the ``retired`` ids; gives how many were stored.

        A claim moves to the event stored last. An event that loses all claims goes; one that loses only
        some must be stored anew in the same call, or nothing is stored and ``ArchiveError`` is raised.
        The next matching makes all events anew.
        """
        return events.store_events(self._store, stored, retired)

    def clear_events(self) -> None:
        """Drop all events and wire copies: they can be rebuilt from claims and judgements."""
        events.clear(self._store)

    def event(self, event_id: str) -> Event | None:
        """The event of an id."""
        return events.one(self._store, event_id)

    def event_count(self) -> int:
        """How many events there are."""
        return events.count(self._store)

    def events(self, wanted: EventFilter | None = None) -> Iterator[Event]:
        """Events that match, by day.

        Here, in ``event``, ``event_of_claim`` and ``frame``, parties that are one across reports stand once, under the
        name of the one kept.
        """
        return events.found(self._store, wanted or EventFilter())

    def event_of_claim(self, claim_id: str) -> Event | None:
        """The event a claim belongs to."""
        return events.of_claim(self._store, claim_id)

    def claims_of_event(self, event_id: str) -> Iterator[Claim]:
        """The claims an event was made of, in its order."""
        return events.claims_of(self._store, event_id)

    def event_pairs(
        self, wanted: EventFilter | None = None, *, by: pairs.By = "actor", background: bool = False
    ) -> Iterator[pairs.EventPair]:
        """Events as ordered pairs of parties, or of their countries: what ``dragoman dyads`` counts."""
        return pairs.event_pairs(self._store, wanted or EventFilter(), by, background)

    def unmatched_claims(self) -> Iterator[Claim]:
        """Current claims that belong to no event: those not matched yet, and the rejected."""
        return events.unmatched(self._store)

    def stale_events(self) -> list[str]:
        """Ids of events that rest on superseded claims: the next matching makes them anew or drops them."""
        return events.stale(self._store)

    def store_wire_copies(self, copies: Iterable[WireCopy]) -> None:
        """Add or replace what is known of where articles' words come from."""
        events.store_wire_copies(self._store, copies)

    def wire_copies(self, article_ids: Iterable[str] | None = None) -> Iterator[WireCopy]:
        """Wire copies by group: all, or those among some articles."""
        return events.wire_copies(self._store, None if article_ids is None else list(article_ids))

    # ── actors ────────────────────────────────────────────────────────────────────────────────────

    def actors(self, wanted: ActorFilter | None = None) -> Iterator[ActorEntry]:
        """Actors that match, those with most claims first."""
        return actors.listed(self._store, wanted or ActorFilter())

    def actor(self, actor_id: str) -> ActorEntry | None:
        """The actor an id counts as, with all names, dated offices and counts."""
        return actors.one(self._store, actor_id)

    def give_actors(self, given: Iterable[Actor]) -> None:
        """Store actors of the user's own; articles add names and offices to them, but change nothing else."""
        actors.give(self._store, given)

    def rebuild_actors(self) -> None:
        """Gather the actors anew from the current claims; merges and given actors stay."""
        actors.rebuild(self._store)

    def merge_actors(self, keep: str, other: str, by: str, why: str) -> int:
        """Decide that two ids are one actor, known as ``keep``; gives the number of the merge, for ``undo_merge``."""
        return actors.merge(self._store, keep, other, by, why)

    def undo_merge(self, merge_id: int, by: str, why: str) -> None:
        """Take a merge back; it stays on record with who undid it and why."""
        actors.undo(self._store, merge_id, by, why)

    def unmerged_actors(self) -> Iterator[Actor]:
        """The people and organisations each by itself, as if nothing were merged: what links are found among."""
        return linked.unmerged(self._store)

    def link_actors(self, certain: Iterable[tuple[str, str, str]]) -> tuple[int, int]:
        """Make merges (kept id, other id, reason) without asking; see ``linked.link``. Gives (made, taken back)."""
        return linked.link(self._store, certain)

    def merges(self) -> Iterator[ActorMerge]:
        """All merges of actors, oldest first, the undone ones included."""
        return actors.merges(self._store)
