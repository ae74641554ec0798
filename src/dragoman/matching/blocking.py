"""Candidates: claims that share an act family and a day (or none) and a party, a place or a rare word; or almost a sentence.

A block is a set of claims under one key. Which pairs a block gives depends only on the set of its claims, so that
adding claims in any order or batch comes to the same. A crowded block is sorted, and each claim meets its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.matching.profile import Profile

Key = tuple[str, ...]
CROWD = 80  # claims above which a block is walked in order instead of all with all
_NEIGHBOURS = 24  # how many following claims each claim of a crowded block meets
_LONGEST = 8  # days up to which an interval is laid out day by day
_QUARTER = 92  # days up to which an interval is laid out month by month
_NEWS = 3  # a report that tells no day tells of the days just before it
_NAMES = 6  # words of a sentence, and of an article, that make keys
_LONG_SENTENCE, _STATED = 6, 4  # rare words of a sentence that tell it from all others, and how many of them make a key
_ANY = "undated"


def keys(claim: Profile) -> frozenset[Key]:
    """The blocks a claim belongs to."""
    found: set[Key] = set()
    marks = _marks(claim)
    statement = _statement(claim)
    for family in claim.families:
        found.update((family, "statement", *mark) for mark in statement)
        for moment in _moments(claim):
            found.update((family, moment, *mark) for mark in marks)
        for month in _months(claim):
            found.update((family, month, *mark) for mark in _strong_marks(claim))
    return frozenset(found)


def _marks(claim: Profile) -> list[Key]:
    marks: list[Key] = [("party", who.id) for who in (*claim.actors, *claim.recipients)]
    if claim.place is not None and not claim.place.wide:
        marks.append(("place", str(claim.place.id or claim.place.name)))
    marks.extend(("word", word) for word in sorted(claim.names)[:_NAMES])
    marks.extend(("word", word) for word in sorted(claim.words, key=lambda w: (-len(w), w))[: _NAMES // 2])
    about = sorted(claim.about.items(), key=lambda item: (-item[1], item[0]))[:_NAMES]
    marks.extend(("about", word) for word, _ in about)
    return sorted(set(marks))


def _statement(claim: Profile) -> list[Key]:
    """What a long sentence is found by on whatever day it is printed: its longest words, and the first by the alphabet."""
    words = claim.names | claim.words
    if len(words) < _LONG_SENTENCE:
        return []
    longest = sorted(words, key=lambda w: (-len(w), w))[:_STATED]
    return [("longest", claim.trigger, *longest), ("first", claim.trigger, *sorted(words)[:_STATED])]


def _strong_marks(claim: Profile) -> list[Key]:
    """Two things at once, for the wide buckets in which a day meets "in March"."""
    ids = sorted({who.id for who in (*claim.actors, *claim.recipients)})
    marks: list[Key] = [("parties", one, other) for i, one in enumerate(ids) for other in ids[i + 1 :]]
    if claim.place is not None and not claim.place.wide:
        marks.extend(("party and place", one, str(claim.place.id or claim.place.name)) for one in ids)
    return marks


def _months(claim: Profile) -> tuple[str, ...]:
    """The buckets of thirty days that a time of up to a quarter touches."""
    if claim.start is None or claim.end is None or claim.end - claim.start > _QUARTER:
        return ()
    return tuple(f"month {n}" for n in range(claim.start // 30, claim.end // 30 + 1))


def _moments(claim: Profile) -> tuple[str, ...]:
    """Buckets of time. Two claims that lie a day apart at most share one; an undated report has one of its own.

    A claim stands in the bucket of each of its days and of the day after, which is what lets neighbours meet. One of a
    report without a date stands with the undated as well: another such report may tell no day at all.
    """
    undated = (_ANY,) if claim.published is None else ()
    if claim.start is not None and claim.end is not None:
        if claim.end - claim.start >= _LONGEST:
            return (f"from {claim.start} to {claim.end}", *undated)
        return (*(str(day) for day in range(claim.start, claim.end + 2)), *undated)
    if claim.published is not None:
        return tuple(str(day) for day in range(claim.published - _NEWS, claim.published + 2))
    return undated


def pairs(members: list[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """The pairs of one block to compare."""
    if len(members) <= CROWD:
        for i, one in enumerate(members):
            for other in members[i + 1 :]:
                yield one, other
        return
    ordered = sorted(members, key=_likeness_order)
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 : i + 1 + _NEIGHBOURS]:
            yield one, other


def _likeness_order(claim: Profile) -> tuple[str, ...]:
    """Puts claims that may be one next to each other."""
    return (
        str(claim.status_set),
        claim.place.name if claim.place is not None else "",
        " ".join(sorted(w.id for w in claim.recipients)),
        " ".join(sorted(w.id for w in claim.actors)),
        claim.trigger,
        claim.sentence,
        claim.id,
    )
