"""Phrases whose words the parser ties together wrongly: spans of time, bounds of numbers, adjectives of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.parsing.repairs.tree import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Prepositions before the bounds of a number, and verbs that take them as such: "vary between 20 and 30 metres".
_BOUNDS = frozenset({"between", "from"})
_RANGING = words("ranging")
# Spans of time that tell how far one event lies from another: "into custody hours after …".
_SPANS = frozenset(
    {
        "seconds",
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "moments",
        "hour",
        "day",
        "week",
        "month",
        "year",
    }
)


def repair_phrases(doc: Doc) -> Doc:
    """The same ``doc``, its heads repaired in place."""
    for token in doc:
        if token.dep_ == "prep" and token.lower_ in _BOUNDS:
            _bounded_object(token)
        if token.lower_ in _SPANS and token.i + 1 < len(doc):
            _time_before_after(token)
        if token.tag_ == "JJ" and token.dep_ in (*SUBJECTS, "dobj", "pobj"):
            _adjective_of_name(token)
    return doc


def _time_before_after(span: Token) -> None:
    """ "was taken into custody hours after police raided …": the hours belong to "after", not to the custody.

    Only where the noun before is taken for a part of the time's name, and has no number before it.
    """
    noun = span.nbor(-1) if span.i else span
    if span.nbor(1).lower_ not in ("after", "before", "later", "earlier", "ago"):
        return
    if noun.dep_ not in ("compound", "nmod", "amod") or noun.head != span or noun.tag_ not in ("NN", "NNS", "NNP"):
        return
    if span.head.tag_ not in ("IN", "VBD", "VBN", "VBZ", "VBP", "VB", "VBG") or span.dep_ not in ("pobj", "dobj"):
        return
    above = span.head
    noun.head, noun.dep_ = above, span.dep_
    for child in [c for c in span.lefts if c != noun]:
        child.head = noun
    span.head, span.dep_ = (above.head if above.tag_ == "IN" else above), "npadvmod"


def _adjective_of_name(adjective: Token) -> None:
    """ "Sudan's paramilitary Rapid Support Forces captured …": the adjective is no subject beside the name behind it."""
    verb = adjective.head
    other = next((t for t in verb.children if t != adjective and t.dep_ == adjective.dep_ and t.i > adjective.i), None)
    if other is None or not other.tag_.startswith("NNP") or other.left_edge.i != adjective.i + 1:
        return
    for child in list(adjective.children):
        child.head = other
    adjective.head, adjective.dep_ = other, "amod"


def _bounded_object(prep: Token) -> None:
    """ "arrested between 20 and 30 demonstrators": the bounds of a number stand before an object, not in a phrase.

    Only right behind a verb that has no object, and before a noun counted by two numbers.
    """
    verb = prep.head
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if noun is None or prep.i != verb.i + 1 or not verb.tag_.startswith("VB") or verb.lemma_ in _RANGING:
        return
    counted = next((c for c in noun.lefts if c.dep_ == "nummod"), None)
    if counted is None or counted.i != prep.i + 1 or noun.tag_ not in ("NNS", "NNPS"):
        return
    if not any(c.tag_ == "CD" and c.dep_ == "conj" for c in counted.rights):
        return
    if any(c.dep_ in ("dobj", "attr", "auxpass") for c in verb.children):
        return
    noun.head, noun.dep_ = verb, "dobj"
    prep.head, prep.dep_ = counted, "quantmod"
