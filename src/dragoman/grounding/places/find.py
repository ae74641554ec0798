"""Finding the names of places in plain text, without a statistical tagger.

Every capitalised stretch of text is looked up, the longest name first. Each name found then gathers
points: how well known the place is, what stands before it ("in", "city of", a dateline), after it
(", Ohio", "province"), and what speaks for a person, a team or a newspaper instead ("Mr.", "X University",
the second half of "Jack London"). Names above a threshold are places. A name that is surely a place
once in an article is one at its other mentions too.
"""

from __future__ import annotations

from collections import defaultdict

from dragoman.gazetteers.places import Hit, PlaceIndex, load_places
from dragoman.gazetteers.places.knowledge import Knowledge, load_knowledge
from dragoman.gazetteers.places.wordlists import word_list
from dragoman.grounding.places.points import Found, Words, load_words, points_of, surnames_in
from dragoman.grounding.places.tokens import Token, tokenise
from dragoman.records import Span

LONGEST_NAME = 6
#: Points a name needs to count as a place.
THRESHOLD = 1.5

_JOINERS = word_list("find_words.yaml", "joiners")


def find_spans(text: str) -> list[Span]:
    """Spans of the names of places in ``text``, in order, none overlapping."""
    index, knowledge, words = load_places(), load_knowledge(), load_words()
    tokens = tokenise(text)
    found = _look_up(text, tokens, index, knowledge, words)
    surnames = surnames_in(tokens, found, words)
    for name in found:
        name.points = points_of(name, text, tokens, index, knowledge, words, surnames)
    sure: dict[str, float] = defaultdict(float)
    for name in found:
        if not name.person:
            sure[name.name] = max(sure[name.name], name.points)
    spans = []
    for name in found:
        points = name.points
        if not name.person and sure[name.name] >= THRESHOLD + 1 and points < THRESHOLD:
            points += 1.2
        if points >= THRESHOLD:
            spans.append(name.span)
    return spans


def _look_up(text: str, tokens: list[Token], index: PlaceIndex, knowledge: Knowledge, words: Words) -> list[Found]:
    found: list[Found] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.capital:
            at += 1
            continue
        name = _longest(text, tokens, at, index, knowledge, words)
        if name is None:
            at += 1
            continue
        found.append(name)
        at = name.last + 1
    return found


def _longest(
    text: str, tokens: list[Token], at: int, index: PlaceIndex, knowledge: Knowledge, words: Words
) -> Found | None:
    stop = at + 1
    while (
        stop < len(tokens)
        and stop < at + LONGEST_NAME
        and tokens[stop].glued
        and (tokens[stop].capital or tokens[stop].lower in _JOINERS)
    ):
        stop += 1
    for end in range(stop, at, -1):
        last = tokens[end - 1]
        if not last.capital:
            continue
        surface = text[tokens[at].start : last.end]
        if end - at == 1:
            found = _single(tokens, at, index, knowledge, words)
            if found is not None:
                return found
            break
        if surface in knowledge.demonyms:
            return None
        hits = index.lookup(surface)
        if hits and not (
            tokens[at].lower in words.openers
            and surface.lower().removeprefix("the ") != surface.lower()
            and not hits[0].main
        ):
            return Found(at, end - 1, Span(tokens[at].start, last.end), surface, hits)
    return None


def _single(tokens: list[Token], at: int, index: PlaceIndex, knowledge: Knowledge, words: Words) -> Found | None:
    token = tokens[at]
    surface = token.text
    short = knowledge.abbreviations.get(surface)
    if short and (surface.endswith(".") or (surface.isupper() and len(surface) <= 3)):
        after_comma = at > 1 and tokens[at - 1].text == "," and tokens[at - 2].capital
        dotted = surface.count(".") > 1
        if (
            after_comma
            or dotted
            or (surface.endswith(".") and at and tokens[at - 1].lower in words.strong_prepositions)
        ):
            hits = tuple(Hit(entry, True) for entry in short)
            return Found(at, at, Span(token.start, token.end), surface, hits)
        if surface.isupper() and surface not in {"LA", "NT", "SA", "WA"}:
            return None
    if surface in knowledge.demonyms or token.lower in words.openers:
        return None
    bare = surface.replace(".", "")
    hits = index.lookup(surface)
    if len(bare) <= 3 and (bare.isupper() or hits):
        hits = tuple(
            h
            for h in hits
            if h.main and bare.isupper() and (h.entry.kind in {"country", "region"} or h.entry.population > 500_000)
        ) or (hits if len(bare) == 3 and not bare.isupper() else ())
    if hits:
        return Found(at, at, Span(token.start, token.end), surface, hits)
    return None
