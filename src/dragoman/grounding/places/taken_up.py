"""Places taken up by a common noun: "protests in the city", "attacked the consulate", of a town or site placed before.

"In the city" is the town told of last. A consulate, camp or market with "the" is the one that the report places elsewhere
("the consulate in X"), if it places but one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.gazetteers.places.wordlists import word_list
from dragoman.records import Grounding, Place, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_IN = frozenset({"in", "across", "around", "through", "throughout", "outside", "near", "inside"})
_AIMED = frozenset({"on", "at", "into", "inside", "outside", "of", "against"})
_TOWNS = frozenset({"city", "town", "village", "settlement"})
_STATES = frozenset({"state", "province", "county", "district", "governorate"})
_SITES = word_list("claim_words.yaml", "sites")
#: "In the city" is of a town told of so many characters before at most.
_REACH = 900
_LIES_IN = re.compile(r"\b(?:in|at|near|outside|inside|around|of)\s(?:the\s)?(?:[\w'’-]+\s){0,4}$")
_MOST_STEPS = 3


def place_taken_up(
    trigger: Span, sentence: Sentence, places: Sequence[Grounding[Place]], text: str
) -> tuple[Grounding[Place], str] | None:
    """The place that a common noun beside the act takes up, and the noun; ``None`` where none does or it may be several."""
    head = sentence.root_at(trigger)
    if head is None:
        return None
    for noun in _settings(head):
        found = _last_told(noun, sentence, places, text)
        if found is not None:
            return found, noun.text
    for noun in _goals(head):
        found = _placed_elsewhere(noun, sentence, places, text)
        if found is not None:
            return found, noun.text
    return None


def _settings(head: Token) -> Iterator[Token]:
    """The "city" of "protested in the city", "rammed a wall of the consulate in the city"."""
    for token in head.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in _IN and token.i > head.i and _is_bare(token):
            if token.lemma_.lower() in _TOWNS | _STATES and _is_within(token, head):
                yield token


def _goals(head: Token) -> Iterator[Token]:
    """The sites to which the act is done: "stormed the <consulate>", "an attack on the <camp>"."""
    for token in head.subtree:
        done_to = token.dep_ in {"dobj", "nsubjpass"} and token.head.i == head.i
        aimed_at = token.dep_ == "pobj" and token.head.lower_ in _AIMED
        if (done_to or aimed_at) and token.lemma_.lower() in _SITES and _is_within(token, head) and _is_known(token):
            yield token


def _is_within(token: Token, head: Token) -> bool:
    """Whether no other clause stands between."""
    for above in token.ancestors:
        if above.i == head.i:
            return True
        if above.tag_.startswith("VB") and above.dep_ != "amod":
            return False
    return False


def _is_bare(noun: Token) -> bool:
    """ "The city", no "the northern city of X", "the other city"."""
    return [t.lower_ for t in noun.lefts] == ["the"] and not any(t.lower_ in {"of", "in"} for t in noun.rights)


def _is_known(noun: Token) -> bool:
    """Whether the noun is told of as known: "the consulate", and no place of its own stands behind it."""
    named = any(t.lower_ == "the" for t in noun.lefts) or any(t.dep_ in {"amod", "compound"} for t in noun.lefts)
    return named and not any(t.lower_ in {"a", "an", "another"} for t in noun.lefts) and noun.tag_ == "NN"


def _last_told(
    noun: Token, sentence: Sentence, places: Sequence[Grounding[Place]], text: str
) -> Grounding[Place] | None:
    wanted = {"city", "point"} if noun.lemma_.lower() in _TOWNS else {"province", "district"}
    at = sentence.span.start + noun.idx
    told = [g for g in places if g.choice.span.end <= at and at - g.choice.span.start < _REACH]
    fitting = [g for g in told if g.choice.precision in wanted and _LIES_IN.search(text[: g.choice.span.start])]
    return fitting[-1] if fitting else None


def _placed_elsewhere(
    noun: Token, sentence: Sentence, places: Sequence[Grounding[Place]], text: str
) -> Grounding[Place] | None:
    named = re.compile(rf"\b{re.escape(noun.lemma_)}\b(?P<between>[^.;:,“”\"]{{0,50}})$", re.IGNORECASE)
    found = []
    for g in places:
        start = g.choice.span.start
        before = named.search(text[max(0, start - 70) : start])
        if before is not None and g.choice.precision in {"city", "point", "district", "province"}:
            if _LIES_IN.search(before["between"]) and not sentence.span.covers(g.choice.span):
                found.append(g)
    return found[0] if len({(g.choice.name, g.choice.country) for g in found}) == 1 else None
