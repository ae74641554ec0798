"""What is asked of a parsed sentence to date an act, and the answer: a candidate with its score and reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.records.grounding import TimeExpression

# Scores order the ways and tell the reader how much each was worth on read samples; they are no probabilities.
OWN, SUPPORT, SHARED, NEAR, ONLY = 0.95, 0.9, 0.8, 0.7, 0.6
_SPEECH = frozenset((
    "say", "tell", "report", "announce", "state", "add", "note", "claim", "confirm", "write", "tweet",
    "declare", "quote", "comment", "explain", "warn", "stress", "reveal", "argue", "insist", "acknowledge",
    "admit", "suggest", "mention", "describe", "according", "concede", "recall", "recount", "disclose", "testify", "contend",
    "allege",
))  # fmt: skip
# "a boy named …": these participles date nothing
_NAMING = frozenset(("name", "call", "know", "title", "entitle", "base", "locate", "dub", "identify"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One expression with how well it dates the act (0: not at all), and why."""

    expression: TimeExpression
    score: float
    reason: str


def is_speech(token: Any) -> bool:
    """A word of saying."""
    return token.lemma_.lower() in _SPEECH


FINITE = ("VBD", "VBZ", "VBP", "MD")


def is_predicate(token: Any) -> bool:
    """A verb that governs a clause. The parser gives tags and no coarse parts of speech."""
    if token.tag_ == "VBN" and token.dep_ == "acl" and token.lemma_.lower() in _NAMING:
        return False
    if token.tag_ in ("VBZ", "VBP") and token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass"):
        return False  # "two missile launches": a noun that the tagger took for a verb
    return bool(token.tag_.startswith("VB")) and token.dep_ not in ("aux", "auxpass", "amod", "compound")


def predicate_above(token: Any | None) -> Any | None:
    """The nearest verb of a clause above a word: of a time, the one that it dates."""
    return next((t for t in token.ancestors if is_predicate(t)), None) if token is not None else None


def is_noun(token: Any) -> bool:
    """A noun or a name."""
    return bool(token.tag_.startswith("NN"))


def is_finite(verb: Any) -> bool:
    """Whether the verb, or its auxiliary, carries tense."""
    return any(t.tag_ in FINITE for t in (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))))


def is_of_now(verb: Any) -> bool:
    """Whether the verb tells what is, or goes on, now: "appeared on Friday and <denies> it", "and is being <held>"."""
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    goes_on = verb.tag_ == "VBG" or any(c.lower_ == "being" for c in helpers)
    return goes_on and any(c.tag_ in ("VBZ", "VBP") and c.lemma_ == "be" for c in helpers)
