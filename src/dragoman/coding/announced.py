"""Events that are told as such, with nobody said to hold them: "peace talks will be held in Oslo on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.syntax import is_noun, is_passive, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

# Events that are political by their name, and those that another word beside them makes so: "a cabinet meeting".
_POLITICAL = words("political_events")
_NEUTRAL = words("neutral_events")
_MAKES_POLITICAL = words("of_politics")
_OF_BUSINESS = words("of_business")
# What becomes of an event, said of itself ("talks collapsed") or done to it ("the march was banned").
_COME_ABOUT = words("come_about")
_ARE_BROUGHT_ABOUT = words("brought_about")
_ARE_CALLED_OFF = words("called_off")
_AHEAD = words("ahead")


def is_announced(noun: Token) -> bool:
    """Whether a clause says of a political event when or where it is held, or that it is off: "the summit will go
    ahead on Friday", but not "the meeting was long"."""
    verb = _predicate(noun)
    if verb is None or not _is_political(noun):
        return False
    if verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP") and not any(c.tag_ == "MD" for c in verb.children):
        return False  # "until talks begin in Oslo": not said to
    off = is_passive(verb) and _verb_phrase(verb) in _ARE_CALLED_OFF
    return off or tells_when_or_where(verb)


def tells_when_or_where(verb: Token) -> bool:
    """Whether a day or a named place stands in the clause: "on Monday", "in Vienna", "planned for 3 May"."""
    for token in _clause(verb):
        if party_rules.is_temporal(token) and token.lemma_ not in ("time", "moment", "occasion"):
            return True
        if token.dep_ == "pobj" and token.tag_ == "NNP" and token.head.lower_ in ("in", "at"):
            return True
    return False


def _clause(verb: Token) -> Iterator[Token]:
    """The words of a verb's clause without the clauses that hang on it; clauses on its nouns are among them."""
    yield verb
    for child in verb.children:
        apart = is_verb(child) and child.dep_ in ("advcl", "conj", "ccomp", "parataxis")
        if not apart or (child.tag_ == "VBN" and any(c.lower_ == "as" for c in child.lefts)):  # "as planned on Friday"
            yield from child.subtree


def _predicate(noun: Token) -> Token | None:
    """The verb that says what becomes of the event, if one does: "will be held", "is due to open", "was called off"."""
    verb = noun.head
    if not is_verb(verb) or noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if verb.lemma_ == "be" and noun.dep_ == "nsubj":
        for child in verb.rights:
            if child.dep_ == "acomp" and child.lower_ in _AHEAD:
                return verb
            if child.dep_ == "xcomp" and is_verb(child) and any(c.tag_ == "TO" for c in child.children):
                return verb if _verb_phrase(child) in _COME_ABOUT | _ARE_BROUGHT_ABOUT else None
        return None
    phrase = _verb_phrase(verb)
    if is_passive(verb):
        return verb if phrase in _ARE_BROUGHT_ABOUT or phrase in _ARE_CALLED_OFF else None
    return verb if phrase in _COME_ABOUT else None


def _verb_phrase(verb: Token) -> str:
    """The verb with the word that makes another of it: "call off", "take place", "go ahead"."""
    for child in verb.rights:
        short = child.dep_ in ("prt", "advmod", "dobj") and child.lower_ in ("off", "ahead", "place", "effect", "down")
        if short or (child.dep_ == "prep" and child.lower_ in ("off", "down") and not list(child.children)):
            return f"{verb.lemma_} {child.lower_}"
    return verb.lemma_


def _is_political(noun: Token) -> bool:
    if not is_noun(noun):
        return False
    beside = {t.lower_ for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") for t in c.subtree}
    if noun.lemma_ in _POLITICAL:
        return _OF_BUSINESS.isdisjoint(beside)
    return noun.lemma_ in _NEUTRAL and not _MAKES_POLITICAL.isdisjoint(beside)
