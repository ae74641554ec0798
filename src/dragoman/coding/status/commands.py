"""Orders and demands that a speaker makes without a verb of asking: "must withdraw, she said", "“Free them,” he said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operators
from dragoman.coding.status.attach import governing_verb, kind_of
from dragoman.coding.status.beside import has_perfect, negation_of
from dragoman.coding.status.chain import Chain
from dragoman.coding.syntax import SUBJECTS, arguments, is_verb
from dragoman.records import DONE

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES = ("``", "''", '"', "“", "‘", "'")
_BEFORE = ("neg", "intj", "aux", "advmod", "punct")  # "please", "do not", "now"
_LENDING = ("let", "suppose", "imagine", "say", "see", "look")  # "let me", "see that": no order


def is_command(verb: Token) -> bool:
    """Whether ``verb`` begins a quotation as an order: a bare form without a subject."""
    if verb.tag_ != "VB" or verb.lemma_ in _LENDING or verb.dep_ not in ("ccomp", "advcl", "ROOT"):
        return False
    if verb.dep_ != "ROOT" and not (is_verb(verb.head) and verb.head.i > verb.i):
        return False
    for child in verb.children:
        if child.dep_ in SUBJECTS or child.tag_ in ("MD", "TO"):
            return False
        if child.dep_ == "aux" and child.lower_ not in ("do", "don't"):
            return False
    words = [t for t in verb.doc[max(verb.i - 3, 0) : verb.i] if t.head == verb]
    if not all(t.dep_ in _BEFORE for t in words):
        return False
    first = min([t.i for t in words], default=verb.i)
    opening = verb.doc[first] if verb.doc[first].text in _QUOTES else (verb.doc[first - 1] if first > 0 else None)
    return opening is not None and opening.text in _QUOTES


def _first_command(verb: Token) -> Token | None:
    """The order that ``verb`` is or goes on from: "“Burn their huts and <kill> them,” he said"."""
    first = verb
    while first.dep_ == "conj" and first.tag_ == "VB" and not any(c.dep_ in (*SUBJECTS, "aux") for c in first.children):
        first = first.head
    return first if is_command(first) else None


def demand(ops: Operators, chain: Chain, verb: Token) -> None:
    """ "the army must withdraw, the president said": who says so asks for it."""
    cue, head = chain.cue, verb.head
    if chain.status != "hypothetical" or cue is None:
        return
    by_modal = cue.head == verb and cue.lower_ in ops.lists["deontic"]
    by_verb = cue == verb and chain.operator is not None and chain.operator.id == "must"  # "has to withdraw"
    if not (by_modal or by_verb):
        return
    if verb.dep_ != "ccomp" or not is_verb(head) or has_perfect(verb):
        return
    operator = governing_verb(ops, head, verb)
    if (operator is not None and operator.id != "warn") or kind_of(verb) == "question":
        return  # but "warned that both should pull back" asks it of both
    speakers = [t for t in arguments(head).subjects if t.i != verb.i]
    if speakers and negation_of(verb, ops) is None:
        chain.set("requested", cue, "who says that it must or should be asks for it")
        chain.holders, chain.embedded = speakers, True
        chain.used.append(cue)
        chain.addressees = [c for c in verb.children if c.dep_ == "nsubj"]


def command(ops: Operators, chain: Chain, verb: Token) -> None:
    """ "“Free our brothers,” the crowd chanted": who says so asks for it."""
    first = _first_command(verb) if chain.status in (*DONE, "denied") else None
    if first is None:
        return
    head = first.head
    chain.set("requested", verb, "who says so asks for it")
    chain.holders = [t for t in arguments(head).subjects if t.i != first.i] if head != first else []
    chain.embedded = bool(chain.holders)
