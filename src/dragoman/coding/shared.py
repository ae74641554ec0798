"""Whom a measure hits that names nobody itself: what another clause of the sentence tells of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.syntax import infinitive_to, is_verb
from dragoman.records import DONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dragoman.coding.casting import Draft

_MEASURES = frozenset({"SANCTION", "COERCE"})
_STEERING = words("steering")
_OWN = frozenset({"its", "their"})
_IT = frozenset({"it", "them"})


def with_target(draft: Draft, found: Sequence[Draft]) -> Draft:
    """The draft of a measure with whom it hits, where only a clause beside it says so: "passed sanctions on Chad, <banning>
    coal sales", "barred Chad from buying arms and <capped> its exports", "sanctions <imposed> to deter Chad from arming".

    What spells out sanctions is of their type, whatever it bans.
    """
    match = draft.match
    if match.frame.type == "ACCUSE" and match.pos == "verb" and not draft.recipients:
        return replace(draft, recipients=_blamed_beside(draft, found))
    if match.frame.type not in _MEASURES or match.pos != "verb" or draft.chain.status not in (*DONE, "denied"):
        return draft
    before = next((d for d in found if d is not draft and _goes_on(draft, d)), None)
    if before is not None:
        frame, first = match.frame, before.match.frame
        if (first.type, first.mode) != (frame.type, frame.mode):
            frame = replace(frame, type=first.type, mode=first.mode, cameo=first.cameo)
        actors = draft.actors or (() if match.passive else before.actors)
        targets = tuple(t for t in before.recipients if t not in actors)
        return replace(draft, match=replace(match, frame=frame), actors=actors, recipients=targets)
    if draft.recipients or match.frame.type != "SANCTION":
        return draft
    steered = [t for clause in match.trigger.rights if _steers(clause) for t in clause.rights if t.dep_ == "dobj"]
    targets = tuple(t for t in party_rules.parties(steered, inside=False) if t not in draft.actors)
    return replace(draft, recipients=targets)


def _blamed_beside(draft: Draft, found: Sequence[Draft]) -> tuple[Token, ...]:
    """Who is blamed in the participle behind a verb that names nobody: "voiced anger, <accusing> the mayor of lying"."""
    for other in found:
        verb = other.match.trigger
        beside = (
            verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head == draft.match.trigger and verb.i > verb.head.i
        )
        if beside and other.match.frame.type == "ACCUSE":
            return tuple(t for t in other.recipients if t not in draft.actors)
    return ()


def _goes_on(draft: Draft, first: Draft) -> bool:
    """Whether the draft says more of the sanctions that ``first`` tells of."""
    verb, above = draft.match.trigger, first.match.trigger
    told = first.match.frame.type == "SANCTION" and first.match.frame.mode == "discontinue" and first.recipients
    if not told or above.i >= verb.i:
        return False
    if not draft.recipients and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl"):
        return verb.head in (above, *first.match.used) and verb.left_edge.nbor(-1).text == ","
    if not _is_joined_to(verb, above):
        return False
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if not draft.recipients:  # "capped its exports": theirs
        return any(c.lower_ in _OWN for t in objects for c in t.lefts if c.dep_ == "poss")
    # "has limited Chad's exports but not banned them"
    taken_up = [t.lower_ in _IT and t in draft.recipients for t in objects]
    return any(taken_up) and all(t not in first.recipients for t in draft.recipients) and len(first.match.used) > 1


def _is_joined_to(verb: Token, above: Token) -> bool:
    """Whether "and" or "but" joins the verb to the other, or to what hangs on it, as a parser has it."""
    if verb.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    node = verb.head
    while node != above and node.dep_ in ("conj", "pcomp", "prep", "xcomp") and node.head != node:
        node = node.head
    return node == above


def _steers(clause: Token) -> bool:
    """Whether the infinitive says what a measure is to make somebody do: "to deter", "to press"."""
    return is_verb(clause) and clause.lemma_ in _STEERING and infinitive_to(clause) is not None
