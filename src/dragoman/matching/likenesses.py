"""Copies among many articles at once, among a few whose likenesses are known, and those an archive knows already.

All three come to what ``CopyIndex`` finds when it is given the articles one by one (tests compare them).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np

from dragoman.matching.candidates import Numbers, Postings
from dragoman.matching.copies import HITS, SHORTEST, CopyIndex, common_runs, may_reprint
from dragoman.matching.shelf import Shelf
from dragoman.matching.shingles import PERMUTATIONS, Shingles, sample, shingles, sketch
from dragoman.records import Article, WireCopy

_ROWS = 4  # values of a sketch that make a band: sixteen bands, as ``CopyIndex`` has them


@dataclass(frozen=True, slots=True)
class Marks:
    """By what an article is found again: ``runs``, the number of its word runs; a sample of them; the bands of its sketch."""

    runs: int
    sampled: Numbers
    bands: Numbers


def marks(runs: Shingles) -> Marks:
    """What an article with these word runs is found by; a text too short to be a copy has no marks."""
    if len(runs) < SHORTEST:
        return Marks(len(runs), np.zeros(0, np.int64), np.zeros(0, np.int64))
    digest = np.array(sketch(runs).digest(), dtype=np.uint32)
    bands = {
        int.from_bytes(
            blake2b(bytes([n]) + digest[n * _ROWS : (n + 1) * _ROWS].tobytes(), digest_size=6).digest(), "big"
        )
        for n in range(PERMUTATIONS // _ROWS)
    }
    return Marks(len(runs), np.array(sample(runs), np.int64), np.array(sorted(bands), np.int64))


class BulkCopies(CopyIndex):
    """Copies among all articles. Texts are not kept: ``text_of`` gives one when a sentence is looked up in it."""

    def __init__(self, text_of: Callable[[str], Article | None]) -> None:
        super().__init__()
        self._text_of = text_of
        self.marks: dict[str, Marks] = {}
        self.by_run = self.by_band = Postings([], [])

    def _add(self, article: Article) -> None:
        runs = shingles(article.text)
        self._hold(article, runs)
        self._articles[article.id] = replace(article, text="")
        self.marks[article.id] = marks(runs)

    def _told(self, article_id: str) -> Article | None:
        return self._text_of(article_id)

    def _work_out(self) -> dict[str, WireCopy]:
        self._compare()
        return super()._work_out()

    def likes(self) -> Iterator[tuple[str, str, int]]:
        """Articles that are like each other, each pair once, with the runs in common."""
        self.copies()
        for one, others in self._like.items():
            yield from ((one, other, common) for other, common in others.items() if one < other)

    def _compare(self) -> None:
        self._like.clear()
        ids = sorted(self._articles)
        self.by_run = Postings(ids, [self.marks[i].sampled for i in ids])
        self.by_band = Postings(ids, [self.marks[i].bands for i in ids])
        for n, one in enumerate(ids):
            hits = Counter(self.by_run.others(self.marks[one].sampled, n))
            alike = {other for other, times in hits.items() if times >= HITS}
            alike.update(self.by_band.others(self.marks[one].bands, n))
            for other in (ids[i] for i in sorted(alike)):
                if common := common_runs(self._runs[one], self._runs[other]):
                    self._like[one][other] = self._like[other][one] = common


class KnownCopies(CopyIndex):
    """What an archive knows of the copies among ``articles``."""

    def __init__(self, shelf: Shelf, articles: Iterable[Article]) -> None:
        super().__init__()
        self._shelf = shelf
        self._articles = {article.id: article for article in articles}
        self._found = shelf.copies(self._articles.keys())

    def _told(self, article_id: str) -> Article | None:
        return self._shelf.article(article_id)


class _Region(CopyIndex):
    """Copies among articles whose likenesses are known."""

    def __init__(
        self, articles: Iterable[Article], runs: Mapping[str, int], likes: Mapping[str, Mapping[str, int]]
    ) -> None:
        super().__init__()
        for article in articles:
            self._hold(article, np.zeros(runs[article.id], np.uint32))  # only their number is asked for
        for one, others in likes.items():
            self._like[one] = {other: common for other, common in others.items() if other in self._articles}


def update_copies(shelf: Shelf, added: Iterable[Article], gone: Iterable[Article]) -> set[str]:
    """Bring what the shelf knows of copies up to date; gives the articles whose origin changed."""
    seeds: set[str] = set()
    for article in gone:
        seeds.update(shelf.likes([article.id])[article.id])
        found = marks(shingles(article.text))
        shelf.drop_article(article.id, found.sampled.tolist(), found.bands.tolist())
        shelf.replace_copies([article.id], ())
        seeds.discard(article.id)
    for article in added:
        runs = shingles(article.text)
        found = marks(runs)
        sampled, bands = found.sampled.tolist(), found.bands.tolist()
        near = shelf.near(bands) | shelf.sharing(sampled, HITS)
        likes = {}
        for other in sorted(near):
            text = shelf.article(other)
            if text is not None and (common := common_runs(runs, shingles(text.text))):
                likes[other] = common
        shelf.put_article(article.id, found.runs, sampled, bands, likes)
        seeds |= {article.id, *likes}
    return _work_out_again(shelf, seeds)


def _work_out_again(shelf: Shelf, seeds: set[str]) -> set[str]:
    """Groups are closed under reprinting, so all articles that one of ``seeds`` can share a group with are worked out."""
    region: set[str] = set()
    frontier = set(seeds)
    likes: dict[str, dict[str, int]] = defaultdict(dict)
    runs: dict[str, int] = {}
    while frontier:
        region |= frontier
        found = shelf.likes(frontier)
        likes.update(found)
        runs.update(shelf.run_counts({*frontier, *(o for others in found.values() for o in others)}))
        frontier = {
            other
            for one, others in found.items()
            for other, common in others.items()
            if other not in region and may_reprint(common, runs[one], runs[other])
        }
    everyone = region | {other for others in likes.values() for other in others}
    articles = [a for i in sorted(everyone) if (a := shelf.article(i)) is not None]
    now = _Region(articles, runs, likes).copies()
    before = shelf.copies(region)
    changed = {i for i in region if now.get(i) != before.get(i)}
    shelf.replace_copies(changed, [now[i] for i in sorted(changed) if i in now])
    return changed
