"""Whole clauses that a statistical parser puts under the wrong verb, set right by rule.

Each rule states the error and what tells it from the like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.gazetteers.agents import agent
from dragoman.parsing.repairs.tree import ANY_FINITE, ANY_SUBJECT, SUBJECTS

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
        if token.lemma_ in _TELLING and token.tag_ in ("VBD", "VBZ"):
            _teller_before(token)
            _tells_of_noun(token)
        if token.dep_ == "conj" and token.tag_ == "VB" and token.head.tag_ in ("VBN", "VBG", "VBD"):
            _goes_on(token)
        if token.dep_ == "dep" and token.tag_ in ("VBD", "VBN") and token.head.tag_ == "VBD":
            _next_of_row(token)
        if token.lower_ in ("whoever", "whomever") and token.dep_ == "dobj":
            _whomever(token)
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


def _next_of_row(verb: Token) -> None:
    """ "Gunmen seized, then released, two nurses": what comes next is done by the same people."""
    first = verb.head
    if verb.i < first.i or any(c.dep_ in (*ANY_SUBJECT, "aux", "auxpass") for c in verb.children):
        return
    then = any(c.lower_ in ("then", "later", "and") and first.i < c.i < verb.i for c in (*verb.lefts, *first.rights))
    if then and any(c.dep_ == "dobj" for c in verb.rights):
        verb.dep_, verb.tag_ = "conj", "VBD"


def _whomever(token: Token) -> None:
    """ "Shot whoever they found there": whoever is found is shot, and the clause says who that is."""
    clause = token.head
    above = clause.head
    if clause.dep_ != "ccomp" or not above.tag_.startswith("VB") or not above.i < token.i < clause.i:
        return
    if any(c.dep_ in SUBJECTS for c in clause.children):
        token.head, token.dep_ = above, "dobj"
        clause.head, clause.dep_ = token, "relcl"


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


def _teller_before(verb: Token) -> None:
    """ "Rebels shelled Gao, a statement from the ministry said": a verb of saying without a subject has the phrase right before
    it, though the parser takes that for another name of the last word told."""
    if any(c.dep_ in ANY_SUBJECT for c in verb.children) or not any(c.dep_ == "ccomp" for c in verb.lefts):
        return
    last = verb.nbor(-1) if verb.i else verb
    last = last.nbor(-1) if last.text == "," and last.i else last
    apposed = [t for t in (last, *last.ancestors) if t.dep_ == "appos" and t.i < verb.i]
    if not apposed:
        return
    teller = apposed[-1]
    start = teller.left_edge.i
    if start and verb.doc[start - 1].text == "," and teller.right_edge.i in (verb.i - 1, verb.i - 2):
        teller.head, teller.dep_ = verb, "nsubj"


def _tells_of_noun(verb: Token) -> None:
    """ "The army confirmed rubber bullets had been used": a verb of saying with a subject of its own does not say which bullets."""
    noun = verb.head
    if verb.dep_ != "amod" or noun.dep_ not in SUBJECTS or not any(c.dep_ in SUBJECTS for c in verb.lefts):
        return
    told = noun.head
    if told.i < verb.i:
        return
    if told.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = told.head, told.dep_
    told.head, told.dep_ = verb, "ccomp"
    for child in told.rights:
        if child.dep_ == "conj" and child.tag_ == verb.tag_ and not any(c.dep_ in ANY_SUBJECT for c in child.lefts):
            child.head = verb  # "…, but had no figures"


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
