"""A name of the gazetteer met in a text, and the word lists that decide whether it is a place there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.gazetteers.places import Hit
from dragoman.gazetteers.places.wordlists import word_list
from dragoman.records import Span

#: Points of states, regions and cities of a million: a namesake among the people of a report is the odd one.
FAMOUS = 2.6
#: Points of states, their divisions and cities of 300,000.
KNOWN = 2.0


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of ``find_words.yaml``; the file says what each is for."""

    openers: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    body_after: frozenset[str]
    institution_after: frozenset[str]
    office_after: frozenset[str]
    body_of: frozenset[str]
    strong_prepositions: frozenset[str]
    weak_prepositions: frozenset[str]
    speech_verbs: frozenset[str]
    forenames: frozenset[str]
    place_forenames: frozenset[str]
    place_surnames: frozenset[str]
    townspeople: frozenset[str]
    never_phrases: frozenset[str]
    doubtful: frozenset[str]
    place_verbs: frozenset[str]
    hyphened: frozenset[str]
    done_to_places: frozenset[str]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The word lists. Raises ``CodebookError`` where one is missing."""
    return Words(**{field: word_list("find_words.yaml", field) for field in Words.__dataclass_fields__})


@dataclass(slots=True)
class Found:
    """A name of the gazetteer in the text: tokens ``first`` to ``last``, and its points so far.

    ``person``: the words around it make it a person's or a body's. ``embedded``: it begins the name of an
    institution. ``listed``: a place beside it in a list has spoken for it. ``placed``: "in", ", Ohio" or
    "province" says that this mention is a place.
    """

    first: int
    last: int
    span: Span
    name: str
    hits: tuple[Hit, ...]
    points: float = 0.0
    person: bool = False
    embedded: bool = False
    placed: bool = False
    listed: bool = False


_BY_HAND = frozenset({"region", "water", "area", "island", "mountain"})


def fame(hits: Sequence[Hit], *, short: bool = False) -> float:
    """Points for how well known the best-known place of a name is. ``short``: it is one word of few letters."""
    best = -1.5
    for hit in hits:
        entry = hit.entry
        if entry.kind == "country":
            points = 3.0
        elif entry.kind in _BY_HAND:
            # for these the table's weight stands for how often news means them
            points = 3.0 if entry.population >= 200_000 else 2.0
        elif entry.kind == "admin1":
            points = 2.2 if entry.population > 500_000 else 1.2
        elif entry.kind == "admin2":
            points = -0.3
        elif entry.population >= 1_000_000:
            points = 2.6
        elif entry.population >= 300_000:
            points = 2.0
        elif entry.population >= 100_000:
            points = 1.4
        elif entry.population >= 30_000:
            points = 0.7
        elif entry.population >= 5_000:
            points = 0.1
        else:
            points = -0.4
        if not hit.main:
            points -= 0.8 if entry.population < 20_000 else 0.5
            if short:
                # "Soul" and "Deli" are no news of Seoul and Delhi; longer by-names are seldom words
                points -= 0.7
        best = max(best, points)
    return best


#: Names of one word up to this length are often words of English too.
SHORT = 5


def fame_of(name: Found) -> float:
    """``fame`` of the places a name of the text can mean."""
    return fame(name.hits, short=name.first == name.last and len(name.name) <= SHORT)
