"""Orders that a quotation gives: "“Free our brothers,” the crowd chanted"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.syntax import SUBJECTS, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES = ("``", "''", '"', "“", "‘", "'")
_BEFORE = ("neg", "intj", "aux", "advmod", "punct")  # "please", "do not", "now"
_LENDING = ("let", "suppose", "imagine", "say", "see", "look")  # "let me", "see that": no order


def is_command(verb: Token) -> bool:
    """Whether ``verb`` begins a quotation as an order: a bare form without a subject."""
    if verb.tag_ != "VB" or verb.lemma_ in _LENDING or verb.dep_ not in ("ccomp", "ROOT"):
        return False
    if verb.dep_ == "ccomp" and not (is_verb(verb.head) and verb.head.i > verb.i):
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
