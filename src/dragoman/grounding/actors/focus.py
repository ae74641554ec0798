"""Which country an article speaks of, and whose a party is where its words do not say."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.gazetteers.countries import find_countries
from dragoman.grounding.actors.people import Person
from dragoman.grounding.actors.scan import Hit, Scan

# What a headline names is what the report is about.
_TITLE_WEIGHT = 3
# Below these an article speaks of several countries, and "police" may be anybody's.
_LEAST_VOTES, _LEAST_SHARE = 3, 0.5
# A second country named this often beside the first makes a story of two states.
_RIVAL = 0.7
# From here on a report is about one country alone, and its students and rebels are that country's.
_STRONG_VOTES, _STRONG_SHARE, _STRONG_RIVAL = 4, 0.5, 0.5
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-ZÀ-Þ“\"‘])|\n")


@dataclass(frozen=True, slots=True)
class Focus:
    """The country an article speaks of (alpha-3), if there is one. ``strong``: hardly of any other."""

    country: str | None
    strong: bool = False


def focus_of(found: Scan, people: Sequence[Person], title: str | None) -> Focus:
    """The country that gets at least half of the votes of names, demonyms, parties and people, and has no rival."""
    votes: Counter[str] = Counter()
    for hit in found.hits:
        # No police or ministry is Antarctica's.
        # Regions say where, and seldom who: "the West Bank" is no rival of Israel in a story of its ministries.
        if hit.country is not None and hit.country.country.region != "Antarctica" and not _region(hit):
            votes[hit.country.country.alpha3] += 1
    listed = {(h.known.party.id, h.known.party.country) for h in found.hits if h.known is not None}
    votes.update(code for _, code in listed if code is not None)
    votes.update(person.known.country for person in people if person.known is not None and person.known.country)
    if title:
        for _, match in find_countries(title):
            votes[match.country.alpha3] += _TITLE_WEIGHT
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _LEAST_VOTES or ranked[0][1] < _LEAST_SHARE * votes.total():
        return Focus(None)
    if len(ranked) > 1 and ranked[1][1] > _RIVAL * ranked[0][1]:
        return Focus(None)
    code, most = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    alone = most >= _STRONG_VOTES and most >= _STRONG_SHARE * votes.total() and second <= _STRONG_RIVAL * most
    return Focus(code, alone)


def _region(hit: Hit) -> bool:
    return hit.country is not None and hit.country.part and hit.country.how == "name"


class Near:
    """The states named around a place of the text."""

    def __init__(self, found: Scan) -> None:
        self._text = found.text
        self._named = [(h.span.start, h.country.country.alpha3) for h in found.hits if h.country and not _region(h)]
        self._starts = [start for start, _ in self._named]
        self._sentences = [0, *(end.end() for end in _SENTENCE_END.finditer(found.text))]

    def named_before(self, offset: int) -> set[str]:
        """The countries named before ``offset`` in its sentence."""
        return self._between(self._sentences[bisect_right(self._sentences, offset) - 1], offset)

    def of_report(self, offset: int, country: str | None, *, strong: bool) -> str | None:
        """``country``, that of the report, for a party at ``offset`` whose country is not said; of a report that is not
        about it alone, the one that the sentence names before instead ("the heir to a Korean firm … a court").
        """
        named = set() if strong or country is None else self.named_before(offset)
        if not named or country in named:
            return country
        return named.pop() if len(named) == 1 else None

    def only(self, offset: int) -> str | None:
        """The one country named before ``offset`` in its sentence, or else in the sentence before; ``None`` of several."""
        at = bisect_right(self._sentences, offset) - 1
        end = offset
        for sentence in (at, at - 1):
            if sentence < 0:
                return None
            start = self._sentences[sentence]
            named = self._between(start, end)
            if named:
                return named.pop() if len(named) == 1 else None
            end = start
        return None

    def _between(self, start: int, end: int) -> set[str]:
        return {code for _, code in self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]}
