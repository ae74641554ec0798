"""What somebody pleads to, what came of what was made possible, and what is asked: statuses read off single words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operators
from dragoman.codebook.words import words
from dragoman.coding.status.beside import has_perfect, modal_of
from dragoman.coding.status.chain import Chain
from dragoman.coding.syntax import SUBJECTS, surface_subjects
from dragoman.records import DONE

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAUSES = words("strikes")


def nobody_does(verb: Token) -> bool:
    """Whether a verb in the past has nobody for its subject."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    no_one = any(t.lower_ == "one" and t.i > 0 and t.nbor(-1).lower_ == "no" for t in subjects)
    return no_one or any(t.lower_ in ("nobody", "none", "few") for t in subjects)


def is_over(clause: Token) -> bool:
    """Whether a clause tells of what is past or has been done: "has kept the truce"."""
    if any(c.tag_ in ("MD", "TO") for c in clause.children):
        return False
    return clause.tag_ == "VBD" or (clause.tag_ == "VBN" and has_perfect(clause))


def is_present(clause: Token) -> bool:
    """Whether a clause stands in the present or its perfect: "have disarmed", "leaves"."""
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    if helpers:
        return helpers[0].tag_ in ("VBZ", "VBP")
    return clause.tag_ in ("VBZ", "VBP")


def came_of_it(verb: Token) -> bool:
    """Whether what an event made possible is told as done: "the blast enabled gunmen to enter and kill guards"; not what a law,
    a court or somebody's leave allows."""
    if verb.lemma_ != "enable" or verb.tag_ not in ("VBD", "VBN") or modal_of(verb) is not None:
        return False
    first = verb
    while first.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in first.children):
        first = first.head
    subjects = [c for c in first.children if c.dep_ == "nsubj"]
    return any(c.lemma_ in _CAUSES or c.lower_ in ("that", "which", "this") for c in subjects)


def pleads_not_guilty(word: Token) -> Token | None:
    """The verb of pleading above "not guilty"; ``None`` beside other words."""
    if word.lower_ not in ("guilty", "innocent") or word.tag_[:2] != "JJ":
        return None
    verb = word.head
    while verb.lemma_ in ("of", "plea") and verb.head != verb:  # "entered a plea of not guilty to"
        verb = verb.head
    denies = word.lower_ == "innocent" or any(c.dep_ == "neg" for c in word.children)
    return verb if denies and verb.lemma_ in ("plead", "enter") else None


def pleaded(ops: Operators, chain: Chain, pleading: Token) -> None:
    """ "Pleaded not guilty to killing his wife": he denies it, and whoever pleads is who would have done it."""
    chain.settle(ops.compose("denied", chain.status), pleading, "who pleads not guilty denies it")
    chain.used.append(pleading)
    chain.doers = surface_subjects(pleading)
    chain.embedded = chain.certain = True


def is_hoped(chain: Chain, trigger: Token) -> bool:
    """Whether the deed is itself what somebody only hopes for: "hoped that they had been freed"; not what a parser joins on."""
    if chain.operator is None or chain.operator.id != "hope" or trigger.dep_ != "ccomp":
        return False
    return trigger.head in chain.used


def read_question(chain: Chain, trigger: Token) -> None:
    """Let a question make what it asks about no more than thought of; one that is quoted so for certain."""
    quoted = asked_in_quotation(trigger)
    plain = chain.status in (*DONE, "planned") and not chain.embedded and asks(trigger)
    ahead = chain.status == "planned" and chain.cue is not None and chain.cue.tag_ == "MD"
    if plain or (ahead and quoted):
        chain.set("hypothetical", trigger.doc[-1], "the sentence asks")
        chain.certain = chain.certain or quoted


def asks(trigger: Token) -> bool:
    """Whether the sentence asks whether the act is so; "why" and "who" take it for granted."""
    doc = trigger.doc
    if len(doc) == 0 or not doc[-1].text.endswith("?"):
        return asked_in_quotation(trigger)
    first = next((t for t in doc if t.text[:1].isalpha()), None)
    return first is None or first.tag_ not in ("WP", "WRB", "WDT", "WP$")


def asked_in_quotation(trigger: Token) -> bool:
    """Whether the words stand in a question that is quoted: ""Will the police look into these frauds?" she wrote"."""
    doc = trigger.doc
    end = next((t for t in doc[trigger.i :] if t.text.endswith(_ENDS)), None)
    if end is None or not end.text.endswith("?"):
        return False
    before = next((t for t in reversed(list(doc[: trigger.i])) if t.text.endswith(_ENDS) or t.is_quote), None)
    opening = doc[0 if before is None else before.i + 1]
    asking = opening.tag_ in ("MD", "VBD", "VBZ", "VBP") and (
        opening.dep_ in ("aux", "auxpass") or opening.lemma_ == "be"
    )
    return asking and opening.i < trigger.i


_ENDS = ("?", "!", ".", "…", ":")
