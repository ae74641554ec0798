"""Headlines that spare what a sentence needs: the "was" of a passive, the verb itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.gazetteers.agents import agent
from dragoman.parsing.repairs.tree import ANY_FINITE, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Verbs that ask for an object: without one and without an auxiliary a headline means the passive.
_DONE_TO_SOMEBODY = words("headline_passives")


def repair_headline(doc: Doc) -> Doc:
    """The same ``doc``; where no full stop closes it, its tags and heads repaired in place as a headline's."""
    if len(doc) and doc[-1].text != ".":
        for token in doc:
            _headline_passive(token)
            _shot_dead(token)
            _headline_noun(token)
            _headline_clause(token)
    return doc


def repair_short_headline(doc: Doc) -> Doc:
    """The same ``doc``; if it is a headline to which a full stop was put, its verb read as the passive it is."""
    if 0 < len(doc) <= _SHORT and doc[-1].text == ".":
        for token in doc:
            if token.dep_ == "ROOT" and _is_bare(token):
                _headline_passive(token)
    return doc


# Tokens of a headline to which a full stop was put.
_SHORT = 16


def _is_bare(verb: Token) -> bool:
    """Whether a short sentence with a full stop reads like a headline: "Baker charged with fraud."; not "officers charged"."""
    if verb.lemma_ not in _BY_LAW or any(t.tag_ in ANY_FINITE for t in verb.doc if t != verb):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    found = agent(subject.lower_) if subject is not None else None
    return found is None or found.sectors[0] not in ("COP", "MIL", "JUD", "GOV")


_BY_LAW = words("law_to_people") | {"charge", "accuse", "jail", "arrest"}


def _headline_passive(verb: Token) -> None:
    """ "Woman convicted of murder", "Rebel leader jailed for ten years": a headline spares the "was".

    Of a verb that asks for an object and has none, where the subject has no article either: nobody else is convicted.
    """
    if verb.tag_ not in ("VBD", "VBN") or _has_aux_or_object(verb):
        return
    if verb.lemma_ not in _DONE_TO_SOMEBODY and not _is_shot(verb):
        return
    if verb.lemma_ == "charge" and not any(c.lower_ in ("with", "over", "in", "after") for c in verb.rights):
        return  # "police charged at the crowd"
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj" and not c.tag_.startswith("PRP")]
    if len(subjects) == 1 and not any(c.dep_ == "det" or c.tag_ == "PRP$" for c in subjects[0].lefts):
        verb.tag_ = "VBN"
        subjects[0].dep_ = "nsubjpass"


def _is_shot(verb: Token) -> bool:
    """Whether the subject of "shot" is who was hit: "shot dead", "shot by police", "shot and killed"."""
    if verb.lower_ != "shot":
        return False
    return any(
        c.dep_ == "agent"
        or (c.dep_ in ("oprd", "acomp") and c.lower_ == "dead")
        or (c.dep_ == "conj" and c.lower_ in ("killed", "wounded") and not _has_aux_or_object(c))
        for c in verb.rights
    )


def _shot_dead(token: Token) -> None:
    """ "Two shot dead in Marseille": the parser reads a noun with its number."""
    if token.lower_ != "shot" or token.tag_ != "NN" or token.i + 1 >= len(token.doc):
        return
    number = next((c for c in token.lefts if c.tag_ == "CD"), None)
    dead = token.nbor()
    if number is not None and dead.lower_ == "dead" and dead.head == token and number.i == token.i - 1:
        token.tag_, token.lemma_ = "VBN", "shoot"
        number.dep_, dead.dep_ = "nsubjpass", "acomp"


def _headline_noun(token: Token) -> None:
    """ "Shooting at bank", "3 hurt in Leeds stabbing": in a headline without a verb the event is a noun."""
    if token.tag_ != "VBG" or token.lower_ not in _EVENTS or any(c.dep_ in ("dobj", "aux") for c in token.children):
        return
    if token.dep_ == "ROOT" or (token.dep_ in ("pobj", "pcomp") and token.i == len(token.doc) - 1):
        token.tag_, token.lemma_ = "NN", token.lower_
        token.dep_ = "pobj" if token.dep_ == "pcomp" else token.dep_
        for child in token.lefts:
            child.dep_ = "compound" if child.dep_ == "nsubj" else child.dep_


_EVENTS = words("headline_events")


def _headline_clause(verb: Token) -> None:
    """ "Man held after mother and sister killed": they were killed, the parser joins it to what is done to the man."""
    if verb.dep_ != "conj" or verb.lemma_ not in _DONE_TO_SOMEBODY or _has_aux_or_object(verb) or verb.i < 2:
        return
    above = verb.head
    if verb.tag_ not in ("VBD", "VBN") or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    for prep in above.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("after", "as", "before", "since"):
            noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if noun is not None and noun.right_edge.i == verb.i - 1 and not any(c.dep_ == "det" for c in noun.lefts):
                verb.tag_, verb.dep_ = "VBN", "advcl"
                noun.head, noun.dep_ = verb, "nsubjpass"
                prep.head, prep.dep_ = verb, "mark"
                return


def _has_aux_or_object(verb: Token) -> bool:
    return any(
        c.dep_ in ("aux", "auxpass", "dobj", "ccomp", "nsubjpass", "prt", "attr", "dative") for c in verb.children
    )
