"""What speaks for and against a name of the gazetteer being a place in this text, in points."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.gazetteers.places import Entry, Hit, PlaceIndex, name_key
from dragoman.gazetteers.places.knowledge import Knowledge
from dragoman.grounding.places.around import after_points, before_points, is_tagged
from dragoman.grounding.places.found import FAMOUS, KNOWN, Found, Words, fame_of
from dragoman.grounding.places.mention import contained_in
from dragoman.grounding.places.tokens import Token
from dragoman.grounding.places.weigh import lies_in
from dragoman.grounding.places.words import DIVISION_AFTER, noun_of_list

_ROADS = frozenset({"street", "road", "avenue", "boulevard", "lane", "drive", "river"})


def points_of(
    name: Found,
    text: str,
    tokens: list[Token],
    index: PlaceIndex,
    knowledge: Knowledge,
    words: Words,
    surnames: frozenset[str],
    headings: frozenset[int],
) -> float:
    """The points of one name; sets ``name.person`` where the words around it make it a person's or a body's.

    ``surnames`` are names that are people's elsewhere in the text; ``headings`` is where a dateline's words begin.
    """
    first = tokens[name.first]
    single = name.first == name.last
    known_for = fame_of(name)
    known = known_for >= KNOWN
    divided = not single and name.name.rsplit(" ", 1)[-1].lower() in DIVISION_AFTER
    closing = noun_of_list(text, name.span.end)
    listed = closing in DIVISION_AFTER
    points = known_for
    if not single:
        points += 0.6 + 2.0 * divided
    if not (divided or listed):
        points -= _as_a_word(name, first, text, words, known_for)
    if not single and name_key(name.name).replace(" ", "_") in words.never_phrases:
        points -= 6.0
    if first.text in {"St.", "St"} and text[name.span.end : name.span.end + 2] in {"'s", "’s"} and known_for < FAMOUS:
        # St. Mary's is a church, a school or a hospital
        points -= 3.0
    larger = contained_in(text, name.span, index, knowledge)
    held = bool(larger) and any(_inside_one(hit, larger) for hit in name.hits)
    if held:
        points += 2.5
    name.placed = held or divided or listed
    if listed:
        points += 2.0
    elif closing in _ROADS:
        points -= 4.0  # "the corner of Lakeside and Dover streets"
    heading = name.span.start in headings
    if heading:
        points += 2.5
    elif first.text.isupper() and len(first.text) > 3:
        points -= 1.0
    if is_tagged(name, text):
        return points + 2.5
    points += before_points(name, tokens, words, known=known, divided=divided)
    points += after_points(name, text, tokens, words, known=known, divided=divided)
    if name.name in surnames and not (divided or heading):
        before = tokens[name.first - 1] if name.first else None
        strong = before is not None and before.lower in words.strong_prepositions
        famous = known_for >= FAMOUS
        if not (strong or larger or famous) or (not famous and known_for < 0.5):
            name.person = True
            points -= 3.0
    return points


def _as_a_word(name: Found, first: Token, text: str, words: Words, known_for: float) -> float:
    """What the name loses because it is also a word or a forename."""
    lost = 0.0
    single = name.first == name.last
    if single and (first.lower in words.never or (first.lower in words.forenames and known_for < FAMOUS)):
        lost += 3.0
    if single and first.lower in words.doubtful:
        lost += 1.3
    if not single and first.lower in words.forenames and known_for < FAMOUS:
        lost += 3.0
    if single and not first.text.isupper() and _written_small(first.lower, text):
        lost += 2.0
    return lost


def _inside_one(hit: Hit, larger: Sequence[Entry]) -> bool:
    return any(place.row != hit.entry.row and lies_in(hit.entry, place) for place in larger)


def _written_small(word: str, text: str) -> bool:
    """Whether the text also has ``word`` in small letters: then it is a word like others."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            return True
        at = text.find(word, end)
    return False
