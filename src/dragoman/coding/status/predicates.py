"""Acts that are the subject of what is said of them, and what stands beside "be": "talks are to resume", "it is unclear
whether …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operators
from dragoman.coding.status.applying import apply
from dragoman.coding.status.aspect import BE
from dragoman.coding.status.attach import governing_verb, kind_of
from dragoman.coding.status.beside import modal_of
from dragoman.coding.status.chain import Chain
from dragoman.coding.syntax import infinitive_to, is_noun
from dragoman.records import DONE

if TYPE_CHECKING:
    from spacy.tokens import Token


def under_its_predicate(ops: Operators, chain: Chain, node: Token, verb: Token) -> Token | None:
    """Operators over their own subject: "talks collapsed", "the attack will take place"."""
    if verb.lemma_ in BE:
        for child in verb.children:
            if child.dep_ == "xcomp" and infinitive_to(child) is not None and chain.status in DONE:
                chain.set("planned", child, "it is to come")  # "talks are to resume"
                return verb
            if child.dep_ in ("acomp", "attr"):
                if apply(ops, chain, ops.find("adjectives", child.lemma_), child, node):
                    chain.applied_at = verb
                    return verb
        return verb if chain.embedded or chain.status in DONE else None
    intransitive = not any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children)
    operator = governing_verb(ops, verb, node)
    if operator is not None and operator.subject and (intransitive or operator.id == "pass"):
        apply(ops, chain, operator, verb, node)
        return verb
    return verb if is_noun(node) and modal_of(verb) is not None and chain.status in DONE else None


def beside_copula(ops: Operators, chain: Chain, node: Token, verb: Token) -> Token | None:
    """ "it is not true that …", "is unclear whether …", "is to visit", "there were no signs that …"."""
    if kind_of(node) == "question":
        return None  # "it is not clear whether": asked, not denied
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and child != node:
            kind = "adjectives" if child.tag_.startswith(("JJ", "VB")) else "nouns"
            if apply(ops, chain, ops.find(kind, child.lemma_, kind_of(node)), child, node):
                chain.applied_at = verb
                return verb
    return verb
