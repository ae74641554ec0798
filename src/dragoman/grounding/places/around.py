"""What the words right before and right after a name say for and against its being a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.gazetteers.places import load_places
from dragoman.gazetteers.places.knowledge import load_knowledge
from dragoman.grounding.places.found import KNOWN, Found, Words, fame_of
from dragoman.grounding.places.tokens import Token
from dragoman.grounding.places.words import DIRECTIONS, DIVISION_AFTER, KIND_BEFORE_OF, TOWN_NOUNS

# Before a name: the party of an American lawmaker, who is tagged with the state: "(D-Ohio)", ", R-Texas".
_PARTY_TAG = re.compile(r"(?<![\w-])(?:[DRI]|DFL|Dem\.?|Rep\.?)[-–]\Z")

_BEEN = frozenset({"was", "were", "is", "are"})
_NEXT = re.compile(r" (?:being )?([a-z]+)")


def surnames_in(tokens: list[Token], found: Sequence[Found], words: Words) -> frozenset[str]:
    """Names that are people's somewhere in the text: "Jack London", "Mr. Lincoln".

    A capitalised word that no list knows may be a forename too ("Vusi Durban"); that is enough only against
    a name that is not itself well known.
    """
    names = set()
    for name in found:
        before = tokens[name.first - 1] if name.first else None
        if before is None or not tokens[name.first].glued or name.first != name.last or not before.capital:
            continue
        plain = before.lower.rstrip(".")
        long = len(before.text) > 1
        initial = not long and tokens[name.first - 2].capital if name.first > 1 else False
        listed = plain in words.titles or (long and plain in words.forenames) or initial
        if listed or (long and fame_of(name) < KNOWN and is_forename(before, words)):
            names.add(name.name)
    return frozenset(names)


def is_forename(token: Token, words: Words) -> bool:
    """Whether a capitalised word can be a forename: a listed one, or one that nothing else claims."""
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


def is_wide(name: Found) -> bool:
    """Whether the name is first of all one of a state, a large division or a region: seldom anybody's forename or surname."""
    return any(
        hit.main
        and (hit.entry.kind in {"country", "region"} or (hit.entry.kind == "admin1" and hit.entry.population > 500_000))
        for hit in name.hits[:3]
    )


def is_tagged(name: Found, text: str) -> bool:
    """Whether the name is the home of a lawmaker: "(D-Ohio)"."""
    return _PARTY_TAG.search(text, max(0, name.span.start - 6), name.span.start) is not None


def before_points(name: Found, tokens: list[Token], words: Words, *, known: bool, divided: bool) -> float:
    """Points for what stands before; ``divided``: the name says itself that it is a county or province."""
    before = tokens[name.first - 1] if name.first else None
    if before is None:
        return -0.3
    glued = tokens[name.first].glued
    plain = before.lower.rstrip(".")
    if not glued or before.text in {".", "!", "?", '"', "“", ":"}:
        return -0.3
    if plain in words.strong_prepositions and not before.capital:
        name.placed = True
        return 2.0
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
        return 1.4 if ends and plain in {"of", "from", "to"} and not is_forename(tokens[name.first], words) else 0.5
    if plain in {"a", "an"} and not known and not divided:
        after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
        return 0.3 if after is not None and after.lower in words.townspeople else -2.0
    if plain in DIRECTIONS:
        return 1.5
    if before.capital and before.text[0].isalpha():
        return _after_a_capital(name, tokens, before, words, known=known)
    if before.text == ",":
        return 0.3
    return 0.0


def _after_a_capital(name: Found, tokens: list[Token], before: Token, words: Words, *, known: bool) -> float:
    plain = before.lower.rstrip(".")
    if plain in words.titles:
        name.person = True
        return -4.0
    if plain in words.openers:
        return 0.0
    if plain == "united":
        name.person = True  # "United Russia" is a party
        return -4.0
    if len(before.text.rstrip(".")) == 1:
        name.person = True
        return -4.0
    if is_forename(before, words):
        surname = plain in words.forenames or tokens[name.first].lower in words.place_surnames
        if is_wide(name) and not surname and not before.text.isupper():
            return -0.4  # "Republican Ohio", "Junior Sudan": seldom a person
        name.person = not known
        return -3.0 if not before.text.isupper() else -1.0
    return 0.0


def after_points(name: Found, text: str, tokens: list[Token], words: Words, *, known: bool, divided: bool) -> float:
    """Points for what stands after the name."""
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if after is None:
        return 0.0
    plain = after.lower.rstrip(".")
    gap = text[tokens[name.last].end : after.start]
    if gap in {"-", "‑", "–"} and plain in words.hyphened:
        return 1.8
    if after.glued and after.capital and after.text[0].isalpha() and len(gap) <= 1:
        return _before_a_capital(name, tokens, after, words, known=known, divided=divided)
    if plain in DIVISION_AFTER and after.glued:
        return 1.8
    if plain in words.townspeople and after.glued and not after.capital:
        return 1.5
    if plain in words.speech_verbs and not known:
        return -1.5
    if plain in _BEEN:
        done = _NEXT.match(text, after.end)
        return 1.4 if done and done[1] in words.done_to_places else 0.0
    if after.text.isdigit() and after.glued:
        return -0.5 if known else -2.0
    return 0.0


def _before_a_capital(
    name: Found, tokens: list[Token], after: Token, words: Words, *, known: bool, divided: bool
) -> float:
    plain = after.lower.rstrip(".")
    if plain in words.body_after or _goes_on_as_body(tokens, name.last + 2, words):
        name.person = True
        return -4.0
    if plain == "state" and _glued_on(tokens, name.last + 2) and not divided:
        # "Ohio State University": the state of a known name, but a benefactor's university of any other
        name.embedded = True
        return -0.4 if known else -2.0
    if plain in DIVISION_AFTER:
        return 2.0
    if plain in words.institution_after and not divided:
        name.embedded = True
        return -2.0
    if plain in words.office_after:
        return 1.2
    if plain in words.titles or tokens[name.last].text.isupper() != after.text.isupper():
        return 0.3
    if after.text in load_knowledge().demonyms:
        return 0.0
    if divided:
        return 0.0  # "Butler County Jail" is in the county
    if any(t.lower in words.office_after for t in _glued_on(tokens, name.last + 2)):
        # "Georgia Bureau of Investigation", "Vancouver Coastal Health Authority"
        return 0.8
    first = tokens[name.first].lower
    if is_wide(name) and first not in words.place_forenames and first not in words.forenames:
        return -0.4
    # "Paris Hilton": a name goes on that the gazetteer does not know
    name.person = True
    return -3.0 if not after.text.isupper() else -0.5


def _glued_on(tokens: list[Token], at: int) -> list[Token]:
    """Up to two further capitalised words from ``at`` on, as long as they follow without a sign."""
    more = []
    for token in tokens[at : at + 2]:
        if not (token.glued and token.capital):
            break
        more.append(token)
    return more


def _goes_on_as_body(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether the capitalised words from ``at`` on end in a club or company: "Leicester City FC"."""
    return any(token.lower in words.body_after for token in _glued_on(tokens, at))
