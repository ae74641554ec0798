"""Places that a clause with "which" or "that" takes from the event it tells of, or gives it.

"Air strikes in the province of X last month that <left> ten dead", "a raid near Y in which ten were <killed>", "<strikes> which
killed ten in Z". Parsers hang such clauses on any noun before them, so the words in between decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.gazetteers.places.wordlists import word_list
from dragoman.grounding.times.relatives import happened_when, opener_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_EVENTS = word_list("claim_words.yaml", "done_on") | word_list("claim_words.yaml", "events")
_IN = frozenset({"in", "at", "near", "outside", "inside", "on"})
_RELATIVES = frozenset({"which", "that"})
_FARTHEST = 18
_NEAR = 8


def by_relative(trigger: Token, place: Token) -> tuple[float, str] | None:
    """How surely, and by which words, such a clause ties ``place`` to the act; ``None`` where none does."""
    event = _event_told_of(trigger, place)
    if event is not None:
        return 0.75, f"“{event.text}” was there, of which “{trigger.text}” tells"
    if _is_right_behind(trigger, place):
        return 0.8, f"“{place.text}” stands right behind “{trigger.text}”"
    if _is_told_behind(trigger, place):
        return 0.75, f"what “{trigger.text}” did is told to be there"
    if _is_named_for_place(trigger, place):
        return 0.7, f"“{place.text} {place.head.text}” is told to have happened when “{trigger.text}”"
    return None


def _event_told_of(trigger: Token, place: Token) -> Token | None:
    """The event behind which the place stands, and the clause of the act: "a <raid> in X in which ten were killed"."""
    opener = opener_of(trigger)
    if opener is None or not place.i < opener.i:
        return None
    led = False
    for token in reversed(trigger.doc[max(0, opener.i - _FARTHEST) : opener.i]):
        if _is_event(token) and token.i < place.i:
            return token if led else None
        if token.is_punct or (token.tag_.startswith("VB") and not _is_event(token)):
            return None
        led = led or (token.i < place.i and token.lower_ in _IN)
    return None


def _is_event(token: Token) -> bool:
    noun = token.tag_.startswith("NN") or token.dep_ in {"pobj", "dobj", "nsubj"}
    return noun and token.lower_.removesuffix("s") in _EVENTS


def _is_right_behind(trigger: Token, place: Token) -> bool:
    """Whether only a day stands between the event and its place, which parsers hang on another noun: "a response to <strikes>
    this month in X"."""
    if not _is_event(trigger) or place.dep_ != "pobj" or place.i < trigger.i:
        return False
    link = place.head
    while link.lower_ == "of" and link.head.dep_ == "pobj":
        link = link.head.head
    between = trigger.doc[trigger.i + 1 : link.i]
    if link.lower_ not in _IN or not 0 < len(between) <= _DAY:
        return False
    return _is_under(trigger, link.head) and all(t.lower_ in _DAYS or t.lower_.endswith("day") for t in between)


def _is_under(noun: Token, above: Token) -> bool:
    """Whether the noun hangs, by phrases alone, on the word that the place hangs on."""
    node = noun
    while node.dep_ in {"pobj", "prep", "dobj"}:
        node = node.head
        if node.i == above.i:
            return True
    return False


#: "Earlier this month", "late on Thursday": so many words at most.
_DAY = 3
_DAYS = frozenset(
    {"this", "last", "earlier", "late", "early", "on", "month", "week", "year", "night", "morning", "evening"}
)


def _is_told_behind(trigger: Token, place: Token) -> bool:
    """Whether the act is an event of which a clause right behind it says where it struck: "strikes which killed ten in X"."""
    if not _is_event(trigger) or place.i < trigger.i:
        return False
    for token in trigger.doc[trigger.i + 1 : trigger.i + _NEAR]:
        if token.tag_ == "WDT" and token.lower_ in _RELATIVES and token.dep_ == "nsubj":
            in_it = place.dep_ == "pobj" and place.head.lower_ in _IN and place.head.head.i == token.head.i
            return in_it and token.head.tag_ == "VBD"
        if token.is_punct or token.tag_.startswith(("VB", "IN")):
            return False
    return False


def _is_named_for_place(trigger: Token, place: Token) -> bool:
    """ "The X incident happened when troops <fired> at a car"."""
    event = place.head
    if place.dep_ not in {"compound", "nmod"} or event.dep_ != "nsubj" or not happened_when(trigger):
        return False
    return event.head.dep_ == "ROOT" and event.lower_ in _INCIDENTS


_INCIDENTS = frozenset(
    {"incident", "attack", "clash", "shooting", "raid", "strike", "bombing", "massacre", "crash", "blast", "fire"}
)
