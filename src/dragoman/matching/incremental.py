"""What changed claims and articles do to events that are there: only their neighbourhood is read and worked out.

Links join claims that some block makes candidates and whose features speak for one event. Groups are made within what
hangs together by links, so an event can change only if a claim of its component came, went, or lost or won a link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from dragoman.matching import blocking
from dragoman.matching.bindings import Bindings
from dragoman.matching.candidates import numbers
from dragoman.matching.clustering import components
from dragoman.matching.deciding import Decider
from dragoman.matching.likenesses import KnownCopies, update_copies
from dragoman.matching.profile import Profile, profile
from dragoman.matching.record import as_of, silent_since
from dragoman.matching.scoring import Scorer
from dragoman.matching.shelf import Pending, Shelf
from dragoman.matching.words import article_vector
from dragoman.records import Article, Claim, Event

Pair = tuple[str, str]


class Changes:
    """One bringing up to date of a shelf."""

    def __init__(self, shelf: Shelf, bound: Bindings, scorer: Scorer) -> None:
        self._shelf = shelf
        self._bound = bound
        self._profiles: dict[str, Profile] = {}
        self._decider = Decider(self._profiles, bound, scorer)
        self._compared: set[Pair] = set()
        self._walked: dict[int, set[Pair]] = {}

    def apply(self, pending: Pending) -> None:
        """Work the pending changes into the events."""
        shelf = self._shelf
        added, gone, claims = pending
        moved = update_copies(shelf, self._articles(added), self._articles(gone))
        fresh, leaving = shelf.current(claims), shelf.held(claims)
        stale = shelf.events_of(claims)
        touched = self._relink(leaving, fresh)
        self._regroup(touched, set(stale.values()), moved)
        today = shelf.last_day()
        shelf.replace_events((), [as_of(event, today) for event in shelf.overdue(today, silent_since(today))])
        shelf.settle()

    # ── links ─────────────────────────────────────────────────────────────────────────────────────

    def _relink(self, leaving: Collection[str], fresh: dict[str, Claim]) -> set[str]:
        """Take claims out and put claims in; gives those that came in, lost or won a link."""
        shelf = self._shelf
        went: dict[int, int] = defaultdict(int)
        came: dict[int, set[str]] = defaultdict(set)
        touched: set[str] = set()
        for found in shelf.keys(leaving).values():
            for key in found:
                went[key] += 1
        for others in shelf.links(leaving).values():
            touched |= others.keys()
        for claim_id in sorted(leaving):
            shelf.drop(claim_id)
        self._prepare(fresh.values())
        for claim_id in sorted(fresh):
            mine = numbers(blocking.keys(self._profiles[claim_id]))
            shelf.put(fresh[claim_id], mine)
            for key in mine:
                came[key].add(claim_id)
        blocks = shelf.blocks({*went, *came})
        simple: list[int] = []
        crowded: list[int] = []
        for key in sorted(blocks):
            most = max(len(blocks[key]), len(blocks[key]) - len(came.get(key, ())) + went.get(key, 0))
            (crowded if most > blocking.CROWD else simple).append(key)
        self._fetch(other for key in simple if key in came for other in blocks[key])
        for key in simple:
            for one in sorted(came.get(key, ())):
                for other in blocks[key]:
                    self._compare(one, other, touched)
        for one in sorted(fresh):
            self._bind(one, touched)
        for key in crowded:
            self._walk(key, blocks[key], came.get(key, set()) if key not in went else set(blocks[key]), touched)
        return touched - set(leaving) | fresh.keys()

    def _bind(self, one: str, touched: set[str]) -> None:
        """Link a claim to those it is judged to be one with."""
        others = self._shelf.held(self._bound.same.get(one, frozenset()))
        self._fetch(others)
        for other in sorted(others):
            self._shelf.link(one, other, self._decider.likeness(one, other))
            touched |= {one, other}

    def _compare(self, one: str, other: str, touched: set[str]) -> None:
        pair = (one, other) if one < other else (other, one)
        if one != other and pair not in self._compared:
            self._compared.add(pair)
            if (score := self._decider.likeness(*pair)) > 0:
                self._shelf.link(*pair, score)
                touched |= {one, other}

    def _walk(self, key: int, members: Collection[str], moving: set[str], touched: set[str]) -> None:
        """A block that is or was crowded: who meets whom in it depends on all of it.

        ``moving``: claims that may have new neighbours. Where claims only came in, every new pair has one of them.
        """
        self._fetch(members)
        met = self._pairs(key, members)
        for one, other in sorted(met):
            if one in moving or other in moving or len(members) <= blocking.CROWD:
                self._compare(one, other, touched)
        inside = set(members)
        for one, others in self._shelf.links(members).items():
            for other in sorted(others.keys() & inside):
                if one < other and (one, other) not in met and not self._supported(one, other):
                    self._shelf.unlink(one, other)
                    touched |= {one, other}

    def _supported(self, one: str, other: str) -> bool:
        """Whether another block or a judgement still makes the two candidates."""
        if other in self._bound.same.get(one, ()):
            return True
        mine = self._shelf.keys([one, other])
        shared = self._shelf.blocks(set(mine[one]) & set(mine[other]))
        for key in sorted(shared):
            if len(shared[key]) <= blocking.CROWD:
                return True
            self._fetch(shared[key])
            if (one, other) in self._pairs(key, shared[key]):
                return True
        return False

    def _pairs(self, key: int, members: Iterable[str]) -> set[Pair]:
        found = self._walked.get(key)
        if found is None:
            met = blocking.pairs([self._profiles[i] for i in members])
            found = self._walked[key] = {(a.id, b.id) if a.id < b.id else (b.id, a.id) for a, b in met}
        return found

    # ── groups and events ─────────────────────────────────────────────────────────────────────────

    def _regroup(self, touched: set[str], retired: set[str], moved: set[str]) -> None:
        """Make the events anew that changed: other claims, a claim told otherwise, or words that go back to others."""
        shelf = self._shelf
        links = self._component_links(touched)
        everyone = set(links)
        before = shelf.events_of(everyone)
        members = shelf.members({*before.values(), *retired})
        elsewhere = set(shelf.claims_in(moved))
        rebuilt: list[tuple[str, ...]] = []
        for component in components(links, everyone):
            self._fetch(component)
            for group in self._decider.groups(component, links):
                events = {before.get(claim_id) for claim_id in group}
                same = len(events) == 1 and set(members.get(next(iter(events)) or "", ())) == set(group)
                if not same or not events.isdisjoint(retired) or not elsewhere.isdisjoint(group):
                    rebuilt.append(group)
                    retired |= {e for e in events if e is not None}
        others = shelf.events_of(elsewhere - everyone)
        for event_id, group in shelf.members(set(others.values())).items():
            rebuilt.append(tuple(sorted(group)))
            retired.add(event_id)
        shelf.replace_events(sorted(retired), self._events(rebuilt))

    def _component_links(self, seeds: set[str]) -> dict[str, dict[str, float]]:
        """The links of all claims that hang together with ``seeds``."""
        found: dict[str, dict[str, float]] = {}
        frontier = self._shelf.held(seeds)
        while frontier:
            found.update(self._shelf.links(frontier))
            frontier = {other for one in frontier for other in found[one] if other not in found}
        return found

    def _events(self, groups: list[tuple[str, ...]]) -> Iterable[Event]:
        today = self._shelf.last_day()
        for group in sorted(groups):
            self._fetch(group)
            claims = self._shelf.claims(group)
            articles = self._articles(dict.fromkeys(c.article_id for c in claims))
            yield as_of(self._decider.event(claims, articles, KnownCopies(self._shelf, articles)), today)

    def _articles(self, ids: Iterable[str]) -> list[Article]:
        return [article for i in ids if (article := self._shelf.article(i)) is not None]

    # ── profiles ──────────────────────────────────────────────────────────────────────────────────

    def _fetch(self, ids: Iterable[str]) -> None:
        """Profiles of held claims, read once."""
        wanted = sorted({i for i in ids if i not in self._profiles})
        if wanted:
            self._prepare(self._shelf.claims(wanted))

    def _prepare(self, claims: Iterable[Claim]) -> None:
        held = list(claims)
        abouts = self._shelf.about({c.article_id for c in held})
        for claim in held:
            article = self._shelf.article(claim.article_id)
            about = abouts.get(claim.article_id)
            if about is None and article is not None:
                about = abouts[claim.article_id] = article_vector(article.title, article.text)
                self._shelf.keep_about(article.id, about)
            self._profiles[claim.id] = profile(claim, article, about or {})
