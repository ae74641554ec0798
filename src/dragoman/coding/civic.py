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
_LEVELLED = words("inquiries")
_GIVEN = words("given_to_bodies")
_HANDING = words("handing")


def acts_as_body(token: Token) -> bool:
    """Whether "the city" does what only its government does, or is sued, blamed or asked as one."""
    if token.lemma_ not in CIVIC:
        return False
    verb = token.head
    if token.dep_ == "pobj":
        through = token.head.head
        if token.head.lower_ == "against":  # "a lawsuit against the town"
            levelled = (through, *(c for c in through.children if c.dep_ == "dobj"))
            return token.tag_ == "NN" and any(t.lemma_ in _LEVELLED or t.lemma_ in _BLAMING for t in levelled)
        if token.head.lower_ in ("from", "to"):  # "a grant from the county", "gave $5m to the city"
            return token.tag_ == "NN" and (through.lemma_ in _GIVEN or through.lemma_ in _HANDING)
        return token.head.dep_ == "agent" and through.lemma_ in _CIVIC_DEEDS
    if not is_verb(verb) or token.tag_ != "NN":
        return False
    if token.dep_ in ("dative", "dobj") and verb.lemma_ in _HANDING:  # "gave the city a grant"
        return token.dep_ == "dative" or any(c.dep_ == "dobj" and c.i > token.i for c in verb.rights)
    if token.dep_ in ("dobj", "nsubjpass"):
        return verb.lemma_ in _BLAMING or verb.lemma_ in _ASKING
    return token.dep_ == "nsubj" and verb.lemma_ in _CIVIC_DEEDS
