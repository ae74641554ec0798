"""Which common nouns name people: those of the list of parties, and by their ending those that no list has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.parties import is_party, is_target
from dragoman.gazetteers import agents

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_PERSONS = words("no_persons")
# Endings of nouns for people: "geologist", "trafficker", "trainee".
_OF_PERSON = re.compile(r"(?:ist|er|or|ian|man|men|woman|women|ee|eer|ess|mate|crat)s?$")


def is_people(token: Token) -> bool:
    """Whether the common noun is one of the list that names people and no body: "ambassador", "troops"."""
    if token.tag_ not in ("NN", "NNS") or token.lower_ == "force" or not is_party(token):
        return False  # "used force"
    found = agents.agent(token.lemma_) or agents.agent(token.lower_)
    if found is None and token.i > 0:  # "asylum seekers"
        found = agents.agent(f"{token.nbor(-1).lower_} {token.lower_}")
    return found is not None and found.kind != "body"


def is_person(token: Token) -> bool:
    """Whether a common noun that no list of parties has may be a person's, by its ending. For acts done to people only."""
    if token.tag_ not in ("NN", "NNS") or _OF_PERSON.search(token.lower_) is None or is_target(token):
        return False
    return token.lemma_ not in _NO_PERSONS and not any(c.dep_ == "poss" for c in token.lefts)


# What the law does to people alone: whatever noun stands there names a person ("a mason was arraigned").
_TO_PEOPLE_ALONE = words("law_to_people")


def is_dealt_with(token: Token) -> bool:
    """Whether a common noun no list has is a person's by its ending, or by standing where the law deals with somebody."""
    if is_person(token):
        return True
    if token.tag_ != "NN" or token.dep_ != "nsubjpass" or token.head.lemma_ not in _TO_PEOPLE_ALONE:
        return False
    return (
        token.lemma_ not in _NO_PERSONS and not is_target(token) and any(c.dep_ in ("det", "poss") for c in token.lefts)
    )
