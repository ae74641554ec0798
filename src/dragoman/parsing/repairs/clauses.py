"""Whole clauses that a statistical parser puts under the wrong verb, set right by rule.

Each rule states the error and what tells it from the like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.gazetteers.agents import agent
from dragoman.parsing.repairs.tree import ANY_FINITE, ANY_SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Verbs behind a colon that say who tells what stands before it: "Ten dead in raid: police say".
_TELLING = words("repair_telling")
# What is told of others and not done by whoever tells it.
_FORCE = words("done_by_others")
_ABBREVIATED_PLURAL = re.compile(r"[A-Z]{2,5}s")


def rejoin(doc: Doc) -> Doc:
    """The same ``doc``, its clauses put under the verbs they belong to."""
    for token in doc:
        if token.tag_ not in ("NNS", "NNPS") and _ABBREVIATED_PLURAL.fullmatch(token.text):
            token.tag_, token.lemma_ = "NNPS", token.text  # "MPs", which the tagger may take for a verb
        if token.dep_ == "ccomp" and token.i < token.head.i:
            _beside(token)
        if token.dep_ == "conj" and token.lemma_ in _TELLING:
            _told_by(token)
        if token.dep_ == "conj" and token.tag_ == "VB" and token.head.tag_ in ("VBN", "VBG", "VBD"):
            _goes_on(token)
    for token in doc:
        if token.tag_ in ("VBD", "VBN") and token.lemma_ in _FORCE and token.dep_ in ("conj", "ccomp"):
            _done_by_others(token)
    return doc


def _beside(verb: Token) -> None:
    """ "Ten were kidnapped; two never came home": a clause before a semicolon is no part of what follows.

    Nor is one before a colon, unless the words behind the colon only say who tells it.
    """
    above = verb.head
    if not any(c.dep_ in ANY_SUBJECT for c in verb.children) or any(c.dep_ == "mark" for c in verb.children):
        return
    if not _is_finite(verb) or not _is_finite(above):
        return
    parting = next(
        (t for t in verb.doc[verb.i + 1 : above.i] if t.text in (";", ":") and t.head in (verb, above)), None
    )
    if parting is None or any(t.text in '"“”' for t in verb.doc[parting.i + 1 : above.i]):
        return
    if parting.text == ":" and above.lemma_ in _TELLING:
        return
    verb.dep_ = "parataxis"


def _told_by(verb: Token) -> None:
    """ "The mayor called it an attack, reported French media": what follows the verb behind a comma tells it."""
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    parted = verb.i > 0 and verb.nbor(-1).text == ","
    if not parted or len(objects) != 1 or verb.tag_ not in ("VBD", "VBZ") or verb.left_edge != verb:
        return
    if any(c.dep_ == "cc" and c.i > verb.head.i for c in (*verb.head.children, *verb.children)):
        return
    [teller] = objects
    end = teller.right_edge.i + 1
    speaks = teller.tag_ in ("NNP", "NNPS") or agent(teller.lower_) is not None
    if speaks and teller.left_edge.i == verb.i + 1 and (end == len(verb.doc) or verb.doc[end].text in (",", ".")):
        verb.dep_, teller.dep_ = "parataxis", "nsubj"


def _goes_on(verb: Token) -> None:
    """ "Wants to accuse the mayor of being duped and <encourage> voters to stay away": a bare form goes on with the infinitive."""
    if any(c.dep_ in (*ANY_SUBJECT, "aux", "mark") for c in verb.children):
        return
    first = next((t for t in verb.head.ancestors if t.tag_ == "VB" and any(c.tag_ == "TO" for c in t.lefts)), None)
    if first is not None and first.i < verb.head.i:
        verb.head = first


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in ANY_FINITE or any(c.tag_ in ANY_FINITE and c.dep_.startswith("aux") for c in verb.children)


def _done_by_others(verb: Token) -> None:
    """ "An official said snipers had shot a man and wounded a boy": the snipers wounded him.

    Acts of force behind a clause that tells of another's deeds go on with that clause, where they have no subject.
    """
    above = verb.head
    if above.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.i < above.i:
        return
    if any(c.dep_ in (*ANY_SUBJECT, "mark", "aux", "auxpass") for c in verb.children):
        return
    told = [c for c in above.rights if c.dep_ == "ccomp" and c.i < verb.i and c != verb]
    if not told or not any(c.dep_ in ANY_SUBJECT and c.tag_ not in ("PRP", "EX") for c in told[-1].children):
        return
    verb.head, verb.dep_ = told[-1], "conj"
