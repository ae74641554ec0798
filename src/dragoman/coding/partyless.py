"""Acts that news tells with nobody said to do or suffer them: "a missile was launched", "the toll rose to 40"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.announced import is_announced, tells_when_or_where

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.matcher import Match

# Acts of force and state: their thing alone tells them ("files were hacked", "sanctions were lifted").
_BY_THEIR_THING = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION"})
# Acts that need an event of theirs to be held or opened: "a vigil was held", but not "the streets were filled".
_BY_THEIR_EVENT = {"PROTEST": words("protests"), "ACCUSE": words("inquiries")}


_DOUBTED = words("suspected_crimes")


def _tells_its_thing(match: Match) -> bool:
    """Whether a verb is a claim though no party stands beside it: its pattern or its frame names its thing."""
    frame, pattern = match.frame, match.pattern
    if frame.by_speaker:
        return True  # its doer is found where the statement is
    if frame.needs or _is_by_nobody(match):
        return False
    named = bool(frame.only_actor or frame.only_recipient)  # "the toll rose", "fighting erupted"
    if _is_truce(match):  # "the truce took effect at dawn"
        return named and tells_when_or_where(match.trigger)
    if frame.type == "SUPPORT":
        papers = match.passive and any(t.lemma_ in _PAPERS for t in match.used)
        return (papers and tells_when_or_where(match.trigger)) or _is_enacted(match)
    if frame.type == "CONSULT":  # "peace talks will be held in Oslo"
        return match.passive and any(is_announced(t) for t in match.used)
    if frame.type == "CONCEDE":  # "the march was called off"
        return match.passive and any(t.lemma_ in _BY_THEIR_EVENT["PROTEST"] for t in match.used)
    if frame.type == "ACCUSE" and match.passive and any(t.lemma_ in _DOUBTED for t in match.used):
        return True  # "the fire is being treated as suspicious"
    if frame.type in _BY_THEIR_EVENT:
        return named or (match.passive and any(t.lemma_ in _BY_THEIR_EVENT[frame.type] for t in match.used))
    return frame.type in _BY_THEIR_THING and (named or (bool(pattern.fixed) and not _befalls_a_thing(match)))


def _is_enacted(match: Match) -> bool:
    """Whether the news tells that what a chamber votes on was passed: "the bill was approved", no mere "once passed"."""
    trigger = match.trigger
    told = trigger.dep_ in ("ROOT", "conj", "ccomp") and any(c.dep_ == "auxpass" for c in trigger.children)
    return told and match.passive and any(t.lemma_ in _ENACTED for t in match.used)


def _is_by_nobody(match: Match) -> bool:
    """Whether the text says who does it and that is nobody in politics: "a network banned adverts", "the shop closed early"."""
    if match.passive or match.frame.type not in ("COERCE", "SANCTION"):
        return False
    subjects = [t for t in match.roles.get("ACTOR", ()) if t.dep_ == "nsubj" and t.tag_.startswith("NN")]
    return any(t.lemma_ not in _DOCUMENTS for t in subjects)  # a decree speaks for whoever issued it


_DOCUMENTS = words("documents")


def _befalls_a_thing(match: Match) -> bool:
    """Whether the object of violence is told and is nobody: "the gorilla was shot dead in its cage", "talks were held
    at the base"."""
    direct = any(i.slot == "RECIPIENT" and not i.prep for i in match.pattern.items)
    to_people = match.frame.type == "ASSAULT" or (match.frame.type, match.frame.mode) == ("COERCE", "arrest")
    return to_people and direct and bool(match.roles.get("RECIPIENT"))


# Acts that news tells of as such, with nobody said to do or suffer them: "a missile was launched", "files were hacked".
_WITHOUT_PARTIES = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "PROTEST", "ACCUSE"})
# Acts whose event is announced with its day or place: "peace talks will be held in Oslo".
_ANNOUNCED = frozenset({"CONSULT", "PROTEST"})
_TRUCE = ("RETREAT", "ceasefire")
# Papers that states and parties set their names to: "the accord was initialled in Vienna".
_PAPERS = words("papers")


# What chambers vote on and nobody else.
_ENACTED = words("enacted")


def tells_without_parties(match: Match) -> bool:
    """Whether the act is a claim though no party stands beside it: a verb whose pattern names its thing, or
    a noun with a clause that tells that it came about."""
    if match.pos == "noun":
        if match.frame.type in _WITHOUT_PARTIES and is_told_to_occur(match.trigger):
            return True
        if match.frame.type == "ASSAULT" and is_headline_event(match.trigger):
            return True
        announced = match.frame.type in _ANNOUNCED or _is_truce(match) or _is_signing(match)
        return announced and is_announced(match.trigger)
    return match.pos == "verb" and _tells_its_thing(match)


def _is_truce(match: Match) -> bool:
    return (match.frame.type, match.frame.mode) == _TRUCE


def _is_signing(match: Match) -> bool:
    return match.frame.type == "SUPPORT" and match.trigger.lemma_ == "signing"


def is_told_to_occur(noun: Token) -> bool:
    """Whether a clause tells that it came about: "the launches that took place in May", "dozens of assaults that occurred
    outside the station", "two raids happened in Gao on Monday"."""
    phrases = [noun]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _PORTIONS:
        phrases.append(noun.head.head)
    if any(c.dep_ == "relcl" and _comes_about(c) for one in phrases for c in one.rights):
        return True
    return any(
        one.dep_ == "nsubj"
        and _comes_about(one.head)
        and one.head.tag_ in _PAST
        and tells_when_or_where(one.head)
        and not any(c.lower_ in ("the", "this", "that", "these", "those") for c in one.lefts)  # told of before
        for one in phrases
    )


_PAST = ("VBD", "VBN")


def _comes_about(verb: Token) -> bool:
    return verb.lemma_ in ("occur", "happen") or _takes_place(verb)


def is_headline_event(noun: Token) -> bool:
    """Whether a headline without a verb tells the event: "Diamond heist at Brussels airport", "1 dead, 2 hurt in Ohio
    office shooting"."""
    doc = noun.doc
    if len(doc) > _LONGEST_HEADLINE or doc[-1].text == "." or any(t.tag_ in _FINITE for t in doc):
        return False
    if noun.lower_ == noun.lemma_ and any(c.dep_ in ("det", "poss") for c in noun.lefts):
        return False  # "the night of the attack"
    if noun.dep_ == "ROOT":
        return any(c.dep_ == "prep" and c.lower_ in ("in", "at", "on", "near", "outside") for c in noun.rights)
    harmed = any(t.lower_ in _HARMED for t in doc[: noun.i])
    return harmed and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "after")


_LONGEST_HEADLINE = 20  # words
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HARMED = words("harmed")


def _takes_place(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children)


_PORTIONS = words("portions")
