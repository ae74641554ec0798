"""Deeds told behind a charge: "was arrested on Monday for <stabbing> a guard". Their day is that of the deed, not of the arrest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.grounding.times.syntax import is_predicate, predicate_above
from dragoman.records import Claim, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.records.grounding import TimeExpression

#: Verbs of police and courts, and the nouns that name what for.
_OF_COURT = words("of_court")
_CHARGES = words("held_to_account")
_LINKS = frozenset(("for", "of", "with", "in", "on", "after", "including", "over"))
_MOST_STEPS = 7


def charge_above(claim: Claim, sentence: Sentence) -> Token | None:
    """The verb or noun with which somebody is held to account for the act; ``None`` where the report itself tells it."""
    head = sentence.root_at(claim.trigger.span)
    if head is None or claim.act != "ASSAULT":
        return None
    gerund = head.tag_ == "VBG" and head.dep_ in ("pcomp", "conj", "acl", "pobj", "prep", "advcl", "dep")
    named = head.tag_.startswith("NN") and head.dep_ in ("pobj", "conj")
    told = head.tag_ in ("VBD", "VBN") and head.dep_ in ("acl", "ccomp", "relcl", "advcl")  # "charges that he shot her"
    if not (gerund or named or told):
        return None
    node, linked = head, told
    for _ in range(_MOST_STEPS):
        if node.head.i == node.i:
            return None
        node = node.head
        linked = linked or node.lower_ in _LINKS
        if node.lemma_.lower() in _CHARGES and node.tag_.startswith("NN"):
            return node
        if is_predicate(node) and node.lower_ not in _LINKS:
            return node if linked and not told and node.lemma_.lower() in _OF_COURT else None
    return None


def is_of_charge(expression: TimeExpression, sentence: Sentence, charge: Token) -> bool:
    """Whether a time in the sentence is that of the charge or the arrest: "was arrested <March 11> for attacking him"."""
    time = sentence.root_at(expression.span)
    verb = predicate_above(time)
    above = charge if is_predicate(charge) else predicate_above(charge)
    return verb is not None and above is not None and (verb.i == above.i or verb.lemma_.lower() in _OF_COURT)
