"""Words that only belong to the name of a body: no event, though they look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = words("bodies")
_LINKS = ("for", "of", "on", "against", "to")


def is_inside_name(token: Token) -> bool:
    """Whether a capitalised noun belongs to a body's name: "the Committee for Employer Support", "the Rescue Mission Board"."""
    if token.tag_ not in ("NNP", "NNPS") or not token.text[:1].isupper():
        return False
    node = token
    while node.dep_ in ("compound", "nmod", "amod") and node.head.tag_ in ("NNP", "NNPS") and node.head.i > node.i:
        node = node.head
        if node.lower_ in _BODIES:
            return True
    while node.dep_ == "conj" and node.head.tag_ in ("NNP", "NNPS"):
        node = node.head
    if node.dep_ != "pobj" or node.head.lower_ not in _LINKS:
        return False
    body = node.head.head
    return body.lower_ in _BODIES and body.text[:1].isupper()
