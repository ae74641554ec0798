"""Finding the names of places in plain text, without a statistical tagger.

Every capitalised stretch of text is looked up, the longest name first. Each name found then gathers
points: how well known the place is, what stands before it ("in", "city of", a dateline), after it
(", Ohio", "province"), and what speaks for a person, a team or a newspaper instead ("Mr.", "X University",
the second half of "Jack London"). Names above a threshold are places. A name that is surely a place
once in an article is one at its other mentions too, and so is the neighbour of a place in a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from dragoman.gazetteers.places import Hit, PlaceIndex, load_places
from dragoman.gazetteers.places.knowledge import Knowledge, load_knowledge
from dragoman.gazetteers.places.wordlists import word_list
from dragoman.grounding.places.around import surnames_in
from dragoman.grounding.places.found import Found, Words, load_words
from dragoman.grounding.places.points import points_of
from dragoman.grounding.places.tokens import Token, tokenise
from dragoman.records import Span
from dragoman.records.dateline import datelines

LONGEST_NAME = 6
#: Points a name needs to count as a place.
THRESHOLD = 1.5
#: Points for a mention whose name is surely a place elsewhere in the article, and for one beside a place in a list.
SURE_ELSEWHERE = 1.2
IN_A_LIST = 1.2
#: How far above the threshold a mention must be to vouch for the others of its name.
_SURE = THRESHOLD + 1

_JOINERS = word_list("find_words.yaml", "joiners")
#: Words of land and water that news writes small behind a name, and what such names mean.
_SMALL_TAILS = frozenset({"peninsula", "strip", "river", "sea", "strait", "desert", "valley", "mountains", "islands"})
_LANDS = frozenset({"region", "water", "island", "mountain", "admin1"})
_LIST_SIGNS = frozenset({",", "and", "or", "&", "and/or"})
#: Short forms of states that stand for nothing else before a small word: "Mich. utilities".
_PLAIN_SHORT = frozenset((
    "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Fla.", "Ill.", "Ind.", "Kan.", "Ky.", "Mass.", "Mich.",
    "Minn.", "Mont.", "Neb.", "Nev.", "Okla.", "Tenn.", "Tex.", "Va.", "Wis.", "Wyo.",
))  # fmt: skip


def find_spans(text: str) -> list[Span]:
    """Spans of the names of places in ``text``, in order, none overlapping."""
    index, knowledge, words = load_places(), load_knowledge(), load_words()
    tokens = tokenise(text)
    found = _look_up(text, tokens, index, knowledge, words)
    headings = frozenset(part.start for line in datelines(text) for part in (line.town, line.area) if part is not None)
    surnames = surnames_in(tokens, found, words)
    for name in found:
        name.points = points_of(name, text, tokens, index, knowledge, words, surnames, headings)
    _hear_other_mentions(found)
    _hear_neighbours(found, tokens)
    return [name.span for name in found if name.points >= THRESHOLD]


def _hear_other_mentions(found: Sequence[Found]) -> None:
    sure: dict[str, float] = defaultdict(float)
    for name in found:
        if not name.person:
            # a small town after "in" is as sure as a name that is well known
            vouched = _SURE if name.placed and name.points >= THRESHOLD else name.points
            sure[name.name] = max(sure[name.name], vouched)
    for name in found:
        if not name.person and sure[name.name] >= _SURE and name.points < THRESHOLD:
            # "Norfolk High School" in a report that speaks of Norfolk is a school of that town
            name.points = THRESHOLD if name.embedded else name.points + SURE_ELSEWHERE


def _hear_neighbours(found: Sequence[Found], tokens: Sequence[Token]) -> None:
    """Names joined by commas and "and", or by "from … to …": one that is a place speaks for the next."""
    pairs = [pair for pair in pairwise(found) if _are_listed(*pair, tokens)]
    for one, other in [*pairs, *((b, a) for a, b in reversed(pairs))]:
        if one.points >= THRESHOLD > other.points and not other.person and not other.listed:
            other.points += IN_A_LIST
            other.listed = True


def _are_listed(one: Found, other: Found, tokens: Sequence[Token]) -> bool:
    between = tokens[one.last + 1 : other.first]
    if not between or len(between) > 2:
        return False
    texts = [token.lower for token in between]
    if texts == ["to"] and one.first:
        return tokens[one.first - 1].lower in {"from", "between"}
    # what stands between must reach from one name to the other, without words that were left out
    whole = between[0].start - tokens[one.last].end <= 1 and tokens[other.first].start - between[-1].end <= 1
    return whole and all(text in _LIST_SIGNS for text in texts)


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
        and _goes_on(text, tokens, stop)
        and (tokens[stop].capital or tokens[stop].lower in _JOINERS)
    ):
        stop += 1
    tail = tokens[stop] if stop < len(tokens) else None
    if tail is not None and tail.glued and tail.lower in _SMALL_TAILS:
        # "the Korean peninsula", "the Paraopeba river"
        surface = text[tokens[at].start : tail.end]
        hits = tuple(hit for hit in index.lookup(surface) if hit.main and hit.entry.kind in _LANDS)
        if hits:
            return Found(at, stop, Span(tokens[at].start, tail.end), surface, hits)
    for end in range(stop, at, -1):
        last = tokens[end - 1]
        if not last.capital:
            continue
        surface = text[tokens[at].start : last.end]
        if end - at == 1:
            found = _single(text, tokens, at, index, knowledge, words)
            if found is not None:
                return found
            break
        if surface in knowledge.demonyms:
            return None
        if surface in knowledge.abbreviations:
            # "W. Va.", "N. Y."
            hits = tuple(Hit(entry, True) for entry in knowledge.abbreviations[surface])
            return Found(at, end - 1, Span(tokens[at].start, last.end), surface, hits)
        hits = index.lookup(surface)
        if not tokens[at + 1].glued or "'" in surface or "’" in surface:
            # "Iraq's Mosul", "Syria-Iraq": only a usual name reaches over what parts two names
            hits = tuple(hit for hit in hits if hit.main)
        if hits and not (
            tokens[at].lower in words.openers
            and surface.lower().removeprefix("the ") != surface.lower()
            and not hits[0].main
        ):
            return Found(at, end - 1, Span(tokens[at].start, last.end), surface, hits)
    return None


def _goes_on(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a token can belong to the name before it: "Cox's Bazar", "North Rhine-Westphalia"."""
    before, token = tokens[at - 1], tokens[at]
    return token.glued or (
        before.capital and token.capital and text[before.end : token.start] in {"'s ", "’s ", "-", "‑"}
    )


def _single(
    text: str, tokens: list[Token], at: int, index: PlaceIndex, knowledge: Knowledge, words: Words
) -> Found | None:
    token = tokens[at]
    surface = token.text
    short = knowledge.abbreviations.get(surface)
    if short and (surface.endswith(".") or (surface.isupper() and len(surface) <= 3)):
        if _means_state(text, tokens, at, words):
            return Found(at, at, Span(token.start, token.end), surface, tuple(Hit(entry, True) for entry in short))
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


def _means_state(text: str, tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a short form like "Ill." stands where a state can: after a town's comma, with two stops, before a small word."""
    token = tokens[at]
    if at > 1 and tokens[at - 1].text == "," and tokens[at - 2].capital:
        return True
    if token.text.count(".") > 1 or text[token.start - 2 : token.start] in {"D-", "R-", "I-"}:
        return True
    if not token.text.endswith("."):
        return False
    if at and tokens[at - 1].lower in words.strong_prepositions:
        return True
    return (
        token.text in _PLAIN_SHORT
        and text[token.end : token.end + 1] == " "
        and text[token.end + 1 : token.end + 2].islower()
    )
