"""Verbs in the simple past that the parser takes for participles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.parsing.repairs.tree import SUBJECTS, make_root

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What nobody is the object of, so that without an auxiliary it is the simple past.
_BY_THEMSELVES = words("by_themselves")


def repair_past(doc: Doc) -> Doc:
    """The same ``doc``, its tags and heads repaired in place."""
    for token in doc:
        if token.tag_ == "VBN" and token.head == token and token.lemma_ in _BY_THEMSELVES:
            _past_without_object(token)
    _finite_verb_below_its_subject(doc)
    return doc


def _past_without_object(verb: Token) -> None:
    """ "Ministers gathered in Jeddah for talks": who gathers is not gathered."""
    if any(c.dep_ == "nsubj" for c in verb.lefts) and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        verb.tag_ = "VBD"


def _finite_verb_below_its_subject(doc: Doc) -> None:
    """ "The rebels handed over their weapons": a verb in the simple past is no attribute of the noun before it.

    Where the root is a noun, no other finite verb stands outside relative clauses, and the one that hangs on it follows
    it without a subject or an auxiliary, the noun is its subject. Behind a comma or a colon it may be a headline's second half.
    """
    root = next((t for t in doc if t.head == t and t.tag_.startswith(("NN", "PRP"))), None)
    if root is None or any(t.head == t and t != root for t in doc):
        return
    hung = [t for t in root.rights if t.tag_ == "VBD" and t.dep_ in ("acl", "xcomp", "relcl", "appos", "dep", "ccomp")]
    if len(hung) != 1 or any(c.dep_ in (*SUBJECTS, "aux", "auxpass", "mark") for c in hung[0].children):
        return
    verb = hung[0]
    between = doc[root.i + 1 : max(root.i + 1, verb.left_edge.i)]
    if any(t.text in (":", "–", "—", "-", ";", "|") for t in between):
        return
    if any(t.tag_ in ("VBZ", "VBP", "MD") for t in root.children):
        return
    make_root(verb, root)
