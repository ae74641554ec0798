"""What the repairs share: labels of the tree, and the change that several of them make to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
# … and what stands in a subject's place: clauses and "there".
ANY_SUBJECT = (*SUBJECTS, "csubj", "csubjpass", "expl")
FINITE = ("VBD", "VBZ", "VBP")
ANY_FINITE = (*FINITE, "MD")


def make_root(verb: Token, subject: Token) -> None:
    """The verb as root of the sentence in place of ``subject``, the root before, with all that stands behind the verb."""
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    for child in [c for c in subject.rights if c.i > verb.i]:
        child.head = verb
