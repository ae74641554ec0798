"""Wire copies: reports whose words are another report's, whole or in part, and the origin they go back to.

Near-identical texts are found with MinHash, partly reprinted ones by the runs of words they share; both are then
measured by containment: the share of the later report's runs that stand in the earlier one. What is found depends on
the set of articles alone, never on the order in which they come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rensa import RMinHashLSH

from dragoman.matching.credits import credited
from dragoman.matching.knowledge import agencies
from dragoman.matching.shingles import PERMUTATIONS, Shingles, sample, shared, shingles, sketch
from dragoman.records import Article, WireCopy

_WHOLE = 0.5  # share of a report's runs from which on it is a reprint
_PASSAGE = 25  # runs in common from which on a passage was reprinted: about two sentences
HITS = 2  # sampled runs in common that make a pair worth measuring
SHORTEST = 12  # runs under which a text is too short to be anyone's copy
_LIKE, _BANDS = 0.5, 16


def common_runs(one: Shingles, other: Shingles) -> int:
    """Runs two texts have in common; 0 if too few for one to hold a passage of the other."""
    common = shared(one, other)
    return common if common >= _PASSAGE or may_reprint(common, len(one), len(other)) else 0


def may_reprint(common: int, runs: int, others: int) -> bool:
    """Whether one of two texts can be a reprint of the other."""
    return common >= _WHOLE * min(runs, others)


class CopyIndex:
    """Articles seen so far and who copies whom. ``add`` in any order and batches comes to the same."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._runs: dict[str, Shingles] = {}
        self._credit: dict[str, str | None] = {}
        self._by_run: dict[int, list[str]] = defaultdict(list)
        self._like: dict[str, dict[str, int]] = defaultdict(dict)
        self._sketches = RMinHashLSH(_LIKE, PERMUTATIONS, _BANDS)
        self._ids: list[str] = []
        self._found: dict[str, WireCopy] | None = None

    def add(self, articles: Iterable[Article]) -> None:
        """Take in articles; those known by id are passed over."""
        for article in articles:
            if article.id not in self._articles:
                self._add(article)
                self._found = None

    def _hold(self, article: Article, runs: Shingles) -> None:
        self._articles[article.id] = article
        self._credit[article.id] = credited(article)
        self._runs[article.id] = runs

    def _add(self, article: Article) -> None:
        runs = shingles(article.text)
        self._hold(article, runs)
        if len(runs) < SHORTEST:
            return
        looked_up = sample(runs)
        hits: Counter[str] = Counter()
        for run in looked_up:
            hits.update(self._by_run[run])
            self._by_run[run].append(article.id)
        minhash = sketch(runs)
        near = {self._ids[i] for i in self._sketches.query(minhash)}
        self._sketches.insert(len(self._ids), minhash)
        self._ids.append(article.id)
        for other in sorted(near | {id for id, n in hits.items() if n >= HITS}):
            if common := common_runs(runs, self._runs[other]):
                self._like[article.id][other] = self._like[other][article.id] = common

    def copies(self) -> dict[str, WireCopy]:
        """Every article that goes back to another origin, by id."""
        if self._found is None:
            self._found = self._work_out()
        return self._found

    def own_origin(self, article_id: str) -> str:
        """Whom an article's own words go back to if it copies nobody: its agency, its outlet, or itself."""
        article = self._articles.get(article_id)
        if article is None:
            return article_id
        return _outlet(article) or article.id

    def holds(self, article_id: str, sentence: str) -> bool:
        """Whether a sentence stands in the text of an article, blanks aside."""
        article = self._told(article_id)
        return article is not None and " ".join(sentence.split()) in " ".join(article.text.split())

    def _told(self, article_id: str) -> Article | None:
        """The article with its text, wherever that is kept."""
        return self._articles.get(article_id)

    def _order(self, article_id: str) -> tuple[str, str]:
        return self._articles[article_id].published or "9999", article_id

    def _work_out(self) -> dict[str, WireCopy]:
        parents = {id: p for id in self._articles if (p := self._parent(id)) is not None}
        roots: dict[str, str] = {}
        for id in sorted(self._articles, key=self._order):
            roots[id] = roots[parents[id]] if id in parents else id
        groups: dict[str, list[str]] = defaultdict(list)
        for id in sorted(self._articles, key=self._order):
            groups[roots[id]].append(id)
        found: dict[str, WireCopy] = {}
        for root, members in sorted(groups.items()):
            if len(members) > 1:
                found.update(self._group(root, members))
            elif (copy := self._alone(root)) is not None:
                found[root] = copy
        return found

    def _parent(self, article_id: str) -> str | None:
        """The earliest report that most of this one's words stand in."""
        mine = len(self._runs[article_id])
        earlier = [
            other
            for other, common in self._like.get(article_id, {}).items()
            if common >= _WHOLE * mine and self._order(other) < self._order(article_id)
        ]
        return min(earlier, key=self._order) if earlier else None

    def _group(self, root: str, members: list[str]) -> Iterable[tuple[str, WireCopy]]:
        """All members under the agency that one of them credits, or under the earliest."""
        agency = next((c for id in members if (c := self._agency(id))), None)
        original = next((id for id in members if agency and self._publishes(id, agency)), root)
        origin = agency or self.own_origin(root)
        for id in members:
            if id == original and (agency is None or self._publishes(id, agency)):
                continue
            common = self._like.get(id, {}).get(original, 0) if id != original else 0
            overlap = round(common / max(1, len(self._runs[id])), 3)
            credit = self._credit[id]
            why = f"{overlap:.0%} of its word runs stand in the report of {self.own_origin(original)}"
            if id == original:
                why = f"it credits {credit}" if credit else f"a report with the same words credits {agency}"
            elif credit:
                why += f", and it credits {credit}"
            yield id, WireCopy(id, root, origin, original if original != id else None, overlap, why)

    def _alone(self, article_id: str) -> WireCopy | None:
        """A report in a group of its own: credited to an agency, or with a passage of an earlier report in it."""
        agency = self._credit[article_id]
        if agency is not None and not self._publishes(article_id, agency):
            return WireCopy(article_id, article_id, agency, None, 0.0, f"it credits {agency}")
        mine = max(1, len(self._runs[article_id]))
        earlier = sorted(
            (id for id in self._like.get(article_id, {}) if self._order(id) < self._order(article_id)), key=self._order
        )
        if not earlier:
            return None
        best = max(earlier, key=lambda id: self._like[article_id][id])
        overlap = round(self._like[article_id][best] / mine, 3)
        origin = self._agency(best) or self.own_origin(best)
        why = f"a passage of it, {overlap:.0%} of its word runs, stands in the report of {self.own_origin(best)}"
        return WireCopy(article_id, best, origin, best, overlap, why, whole=False)

    def _agency(self, article_id: str) -> str | None:
        """The agency an article credits or is published by."""
        publisher = self._articles[article_id].publisher
        return self._credit[article_id] or (agencies().canonical(publisher) if publisher else None)

    def _publishes(self, article_id: str, agency: str) -> bool:
        publisher = self._articles[article_id].publisher
        return publisher is not None and (agencies().canonical(publisher) or publisher) == agency


def _outlet(article: Article) -> str | None:
    if article.publisher is None:
        return None
    return agencies().canonical(article.publisher) or article.publisher


def find_copies(articles: Iterable[Article]) -> list[WireCopy]:
    """The wire copies among ``articles``, by group and article."""
    index = CopyIndex()
    index.add(articles)
    return sorted(index.copies().values(), key=lambda c: (c.group_id, c.article_id))
