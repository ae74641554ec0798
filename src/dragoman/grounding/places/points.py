"""What speaks for and against a name of the gazetteer being a place in this text, in points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.gazetteers.places import Entry, Hit, PlaceIndex, load_places, name_key
from dragoman.gazetteers.places.knowledge import Knowledge, load_knowledge
from dragoman.gazetteers.places.wordlists import word_list
from dragoman.grounding.places.mention import contained_in
from dragoman.grounding.places.tokens import Token
from dragoman.grounding.places.weigh import lies_in
from dragoman.grounding.places.words import DIRECTIONS, DIVISION_AFTER, KIND_BEFORE_OF, TOWN_NOUNS
from dragoman.records import Span

_DATELINE_TAIL = re.compile(r"(?:,\s[A-Z][\w. ]{1,20})?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[-–—]{1,2}|:)\s")


#: Points of states, regions and cities of a million: a namesake among the people of a report is the odd one.
_FAMOUS = 2.6


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of ``find_words.yaml``; the file says what each is for."""

    openers: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    body_after: frozenset[str]
    office_after: frozenset[str]
    body_of: frozenset[str]
    strong_prepositions: frozenset[str]
    weak_prepositions: frozenset[str]
    speech_verbs: frozenset[str]
    forenames: frozenset[str]
    townspeople: frozenset[str]
    never_phrases: frozenset[str]
    doubtful: frozenset[str]
    place_verbs: frozenset[str]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The word lists. Raises ``CodebookError`` where one is missing."""
    return Words(**{field: word_list("find_words.yaml", field) for field in Words.__dataclass_fields__})


@dataclass(slots=True)
class Found:
    """A name of the gazetteer in the text: tokens ``first`` to ``last``, its points, what the text puts it in."""

    first: int
    last: int
    span: Span
    name: str
    hits: tuple[Hit, ...]
    points: float = 0.0
    person: bool = False


def surnames_in(tokens: list[Token], found: Sequence[Found], words: Words) -> frozenset[str]:
    """Names that some capitalised word which is no place stands before: "Jack London", "Mr. Lincoln"."""
    names = set()
    for name in found:
        before = tokens[name.first - 1] if name.first else None
        if before is None or not tokens[name.first].glued or name.first != name.last:
            continue
        if (before.lower.rstrip(".") in words.titles and before.capital) or (
            before.capital and len(before.text) > 1 and _is_forename(before, words)
        ):
            names.add(name.name)
    return frozenset(names)


def _is_forename(token: Token, words: Words) -> bool:
    plain = token.lower.rstrip(".")
    return (
        token.text[0].isalpha()
        and not token.text.isupper()
        and plain not in words.openers
        and plain not in DIRECTIONS
        and plain not in words.office_after
        and plain not in DIVISION_AFTER
        and plain not in TOWN_NOUNS
        and token.text not in load_knowledge().demonyms
        and (plain in words.forenames or token.text not in load_places())
    )


def fame(hits: Sequence[Hit]) -> float:
    """Points for how well known the best-known place of a name is."""
    best = -1.5
    for hit in hits:
        entry = hit.entry
        if entry.kind in {"country", "region", "water", "area", "island", "mountain"}:
            points = 3.0
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
        best = max(best, points)
    return best


def points_of(
    name: Found,
    text: str,
    tokens: list[Token],
    index: PlaceIndex,
    knowledge: Knowledge,
    words: Words,
    surnames: frozenset[str],
) -> float:
    """The points of one name; sets ``name.person`` where the words around it make it a person's or a body's.

    ``surnames`` are names that are people's elsewhere in the text.
    """
    first, _last = tokens[name.first], tokens[name.last]
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    single = name.first == name.last
    known_for = fame(name.hits)
    known = known_for >= 2.0
    points = known_for
    if not single:
        points += 0.6
        if name.name.rsplit(" ", 1)[-1].lower() in DIVISION_AFTER:
            points += 2.0
    if single and (first.lower in words.never or (first.lower in words.forenames and known_for < 2.6)):
        points -= 3.0
    if single and first.lower in words.doubtful:
        points -= 1.3
    if not single and name_key(name.name).replace(" ", "_") in words.never_phrases:
        points -= 6.0
    if not single and first.lower in words.forenames and known_for < 2.6:
        points -= 3.0
    if first.text in {"St.", "St"} and text[name.span.end : name.span.end + 2] in {"'s", "’s"} and known_for < _FAMOUS:
        # St. Mary's is a church, a school or a hospital
        points -= 3.0
    if single and not first.text.isupper() and _written_small(first.lower, text):
        points -= 2.0
    larger = contained_in(text, name.span, index, knowledge)
    if larger and any(_inside_one(hit, larger) for hit in name.hits):
        points += 2.5
    if _is_dateline(text, name, first):
        points += 2.5
    elif first.text.isupper() and len(first.text) > 3:
        points -= 1.0
    points += _before(name, tokens, before, words, known)
    points += _after(name, tokens, after, words, known)
    if name.name in surnames:
        strong = before is not None and before.lower in words.strong_prepositions
        famous = known_for >= _FAMOUS
        if not (strong or larger or famous) or (not famous and known_for < 0.5):
            name.person = True
            points -= 3.0
    return points


def _inside_one(hit: Hit, larger: Sequence[Entry]) -> bool:
    return any(place.row != hit.entry.row and lies_in(hit.entry, place) for place in larger)


def _is_dateline(text: str, name: Found, first: Token) -> bool:
    """Whether the name opens a line and a dash, an agency in brackets or a colon follows."""
    line = text.rfind("\n", 0, first.start) + 1
    lead = text[line : first.start].strip()
    if lead and not (first.text.isupper() and lead[-1:] in ".!?"):
        return False
    return (first.text.isupper() and bool(_DATELINE_TAIL.match(text, name.span.end))) or bool(
        re.match(
            r"(?:,\s[A-Z][\w. ]{1,20})?\s*(?:\([^()\n]{2,40}\)\s*[-–—]|[-–—]{1,2}\s)",
            text[name.span.end : name.span.end + 70],
        )
    )


def _before(name: Found, tokens: list[Token], before: Token | None, words: Words, known: bool) -> float:
    if before is None:
        return -0.3
    glued = tokens[name.first].glued
    plain = before.lower.rstrip(".")
    if not glued or before.text in {".", "!", "?", '"', "“", ":"}:
        return -0.3
    if plain in words.strong_prepositions and not before.capital:
        return 1.8
    if plain == "the" and name.first > 1:
        return -0.4 if not known else 0.0
    if plain in TOWN_NOUNS:
        return 1.8
    if plain in words.speech_verbs and not known and not before.capital:
        name.person = True  # "says Chiao"
        return -3.0
    if plain in words.place_verbs and not before.capital:
        return 1.4
    if plain == "of" and name.first > 1:
        what = tokens[name.first - 2]
        if what.capital and what.lower in words.body_of:
            name.person = True
            return -4.0
        if what.lower.rstrip("s") in KIND_BEFORE_OF or what.lower in TOWN_NOUNS:
            return 2.2
    if plain in words.strong_prepositions:
        return 1.5
    if plain in words.weak_prepositions:
        ends = name.last + 1 == len(tokens) or tokens[name.last + 1].text in {",", ".", ";", ")"}
        # "Mindy Miller of Ravenel, whose son": a person's home
        return 1.4 if ends and plain in {"of", "from", "to"} and not _is_forename(tokens[name.first], words) else 0.5
    if plain in {"a", "an"} and not known:
        after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
        return 0.0 if after is not None and after.lower in words.townspeople else -2.0
    if plain in DIRECTIONS:
        return 1.5
    if before.capital and before.text[0].isalpha():
        if plain in words.titles:
            name.person = True
            return -4.0
        if plain in words.openers:
            return 0.0
        if len(before.text.rstrip(".")) == 1:
            name.person = True
            return -4.0
        if _is_forename(before, words):
            name.person = not known
            return -3.0 if not before.text.isupper() else -1.0
    if before.text == ",":
        return 0.3
    return 0.0


def _after(name: Found, tokens: list[Token], after: Token | None, words: Words, known: bool) -> float:
    if after is None:
        return 0.0
    plain = after.lower.rstrip(".")
    if after.glued and after.capital and after.text[0].isalpha() and after.start - tokens[name.last].end <= 1:
        if plain in words.body_after or _goes_on_as_body(tokens, name.last + 2, words):
            name.person = True
            return -4.0
        if plain in DIVISION_AFTER:
            return 2.0
        if plain in words.office_after:
            return 1.2
        if plain in words.titles or tokens[name.last].text.isupper() != after.text.isupper():
            return 0.3
        if after.text in load_knowledge().demonyms:
            return 0.0
        # "Paris Hilton": a name goes on that the gazetteer does not know
        if name.first != name.last and tokens[name.last].lower in DIVISION_AFTER:
            return 0.0  # "Butler County Jail" is in the county
        name.person = True
        return -3.0 if not after.text.isupper() else -0.5
    if plain in DIVISION_AFTER and after.glued:
        return 1.8
    if plain in words.townspeople and after.glued and not after.capital:
        return 1.5
    if plain in words.speech_verbs and not known:
        return -1.5
    if after.text.isdigit() and after.glued:
        return -0.5 if known else -2.0
    return 0.0


def _goes_on_as_body(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether the capitalised words from ``at`` on end in a club or company: "Leicester City FC"."""
    for token in tokens[at : at + 2]:
        if not (token.glued and token.capital):
            return False
        if token.lower in words.body_after:
            return True
    return False


def _written_small(word: str, text: str) -> bool:
    """Whether the text also has ``word`` in small letters: then it is a word like others."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            return True
        at = text.find(word, end)
    return False
