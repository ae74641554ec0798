"""Places that a preposition names: where an act took place, and no party to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.parties import MODIFIERS, is_town

if TYPE_CHECKING:
    from spacy.tokens import Token

_SCENE_PREPOSITIONS = ("in", "at", "near", "outside", "inside", "around", "through", "across", "along")
# Events of several sides: the town behind "in" is where they meet.
_ENCOUNTERS = words("encounters")
_IN_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST"})  # of what somebody says or asks no town is a side
_ON_THE_SPOT = frozenset({"ASSAULT", "PROTEST"})  # acts whose "in" says where, never against whom


def is_scene(token: Token, act: str) -> bool:
    """Whether the phrase only says where an act took place: "an attack in Kabul", "talks in Geneva".

    Hosts ("arrived in Moscow") and what troops, aid or curfews go to stay parties.
    """
    place = token
    while place.dep_ in (*MODIFIERS, "poss", "conj") and place.head.i != place.i:
        place = place.head  # the "German" of "in Berlin and other German cities"
    prep = place.head
    if place.dep_ != "pobj":
        return False
    if act == "CONSULT":  # "talks in Geneva"; who arrives in Geneva visits it
        return place == token and prep.lower_ in _SCENE_PREPOSITIONS and prep.head.lemma_ in _ENCOUNTERS
    if prep.lower_ == "over" and all(t.lower_ != "all" for t in prep.lefts):
        return False  # "drove over the man"; "protests all over Europe"
    if act in _IN_WORDS and prep.lower_ == "in" and is_town(token):
        return True  # "investigated the strikes in Kunduz"
    stretch = place.lemma_ in _STRETCHES or token.tag_ in ("NNP", "NNPS")
    if act == "MOBILIZE":  # "posted guards across the state"
        return stretch and prep.lower_ in (*_ALL_OVER, "around")
    if act not in _ON_THE_SPOT or (prep.lower_ == "at" and _is_aimed(prep.head)):  # "struck at the consulate"
        return False
    where = _SCENE_PREPOSITIONS if token.tag_ in ("NNP", "NNPS") else ("in", "within", *_ALL_OVER)
    return stretch and prep.lower_ in (*where, *_ALL_OVER) and (place == token or token.dep_ != "poss")


def _is_aimed(verb: Token) -> bool:
    """Whether what "at" brings is what the verb's blow is meant for."""
    return verb.lemma_ in _AIMING


_AIMING = words("aiming")
_ALL_OVER = ("across", "throughout", "over", "through")
# Places too large or too common to be struck themselves where something happens in them.
_STRETCHES = words("stretches")
