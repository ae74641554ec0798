"""What a bill "would" do, which is no law yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.syntax import SUBJECTS, antecedent

if TYPE_CHECKING:
    from spacy.tokens import Token

_DRAFTS = words("drafts_of_law")
_ENACTING = words("enacting")


def would_be_law(verb: Token) -> bool:
    """Whether "would" tells what a text does once it is law: "a bill that would bar foreigners from voting"; not of one that has
    been passed ("passed a bill that would …") or that the voters have before them as a plan of its makers ("they would meet")."""
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is None:
        return False
    text = antecedent(subject)
    if text.lemma_ not in _DRAFTS:
        return False
    above = text.head.head if text.dep_ == "pobj" else text.head
    return text == subject or above.lemma_ not in _ENACTING
