"""Who asks or threatens, and who is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operators
from dragoman.coding.syntax import arguments, coordinated, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = ("he", "she", "it", "they", "we", "i")
_OWN = ("his", "her", "its", "their", "our", "my")


def holders_and_addressees(cue: Token, node: Token, ops: Operators) -> tuple[list[Token], list[Token]]:
    """The parties of an operator: its subject or owner, and its object or the one it is directed to."""
    return _of_verb(cue, node) if is_verb(cue) else _of_noun(cue, ops)


def _of_verb(cue: Token, node: Token) -> tuple[list[Token], list[Token]]:
    args = arguments(cue)
    asked = [t for t in args.objects if t != node and not t.is_ancestor(node)]
    if not asked and is_verb(node) and not any(c.dep_ == "nsubjpass" for c in node.children):
        asked = [c for c in node.children if c.dep_ == "nsubj"]
    if not asked:
        for prep in cue.children:
            if prep.dep_ == "prep" and prep.lower_ in ("on", "upon", "to", "with", "from"):
                if prep.i < node.i or prep.lower_ == "from":
                    asked = [c for c in prep.children if c.dep_ == "pobj" and c != node]
    return list(args.subjects), coordinated(asked)


def _of_noun(cue: Token, ops: Operators) -> tuple[list[Token], list[Token]]:
    holders = [c for c in cue.children if c.dep_ == "poss" or (c.dep_ in ("compound", "amod") and c.text[0].isupper())]
    asked: list[Token] = []
    for prep in cue.children:
        objects = [c for c in prep.children if c.dep_ == "pobj"]
        if prep.lower_ in ("from", "by") and not holders:
            holders = objects
        elif prep.lower_ in ("to", "on") and prep.dep_ == "prep":
            asked = objects
    above = cue.head
    if cue.dep_ == "dobj" and is_verb(above):
        if above.lemma_ in ops.responses and not asked:
            asked = list(arguments(above).subjects)
        elif not holders:
            holders = list(arguments(above).subjects)
    return coordinated(holders), coordinated(asked)


def own_deed(node: Token) -> bool:
    """Whether the clause ``node`` under a verb tells what that verb's subject will do: "warned it would attack"."""
    subjects = [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not subjects:
        return True
    return all(
        s.lower_ in _PRONOUNS or any(c.dep_ == "poss" and c.lower_ in _OWN for c in s.children) for s in subjects
    )
