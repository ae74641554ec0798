"""Towns and counties as bodies: "the city sued the company" tells of its government, "the city fell" of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

CIVIC = words("civic")
_CIVIC_DEEDS = words("civic_deeds")
_BLAMING = words("blaming_verbs")
_ASKING = words("asking")


def acts_as_body(token: Token) -> bool:
    """Whether "the city" does what only its government does, or is sued, blamed or asked as one."""
    if token.lemma_ not in CIVIC:
        return False
    verb = token.head
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent" and token.head.head.lemma_ in _CIVIC_DEEDS
    if not is_verb(verb) or token.tag_ != "NN":
        return False
    if token.dep_ in ("dobj", "nsubjpass"):
        return verb.lemma_ in _BLAMING or verb.lemma_ in _ASKING
    return token.dep_ == "nsubj" and verb.lemma_ in _CIVIC_DEEDS
