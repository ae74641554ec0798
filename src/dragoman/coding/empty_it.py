"""The "it" that stands for nobody but the clause behind it: "it is unlawful to jail him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEING = ("be", "'s", "’s")
_SAID_OF_IT = ("acomp", "attr", "oprd")
_JUDGED = words("judged_deeds")


def empty_it(be: Token) -> Token | None:
    """The "it" before a verb of being of which something is said, that may stand for the clause behind it: "it is hard to"."""
    if be.lemma_ not in _BEING or not said_of(be):
        return None
    return next((c for c in be.lefts if c.lower_ == "it" and c.dep_ in ("nsubj", "nsubjpass")), None)


def said_of(be: Token) -> list[Token]:
    """What the verb of being says of its subject: "unlawful", "a crime"."""
    return [c for c in be.children if c.dep_ in _SAID_OF_IT]


def is_judged(word: Token) -> bool:
    """Whether the word, or one joined to it, judges a deed: "unfair and inhumane"; of somebody one says "ready", "able"."""
    return any(t.lemma_ in _JUDGED for t in (word, *(c for c in word.children if c.dep_ == "conj")))
