"""Acts that news tells with nobody said to do or suffer them: "a missile was launched", "the toll rose to 40"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.matcher import Match

# Acts of force and state: their thing alone tells them ("files were hacked", "sanctions were lifted").
_BY_THEIR_THING = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION"})
# Acts that need an event of theirs to be held or opened: "a vigil was held", but not "the streets were filled".
_BY_THEIR_EVENT = {
    "PROTEST": frozenset(
        (
            "protest",
            "demonstration",
            "rally",
            "march",
            "vigil",
            "sit-in",
            "picket",
            "strike",
            "walkout",
            "boycott",
            "riot",
        )
    ),
    "ACCUSE": frozenset(("investigation", "inquiry", "enquiry", "probe", "inquest", "lawsuit", "complaint", "charge")),
}


def _tells_its_thing(match: Match) -> bool:
    """Whether a verb is a claim though no party stands beside it: its pattern or its frame names its thing."""
    frame, pattern = match.frame, match.pattern
    if frame.by_speaker:
        return True  # its doer is found where the statement is
    if frame.needs:
        return False
    named = bool(frame.only_actor or frame.only_recipient)  # "the toll rose", "fighting erupted"
    if frame.type in _BY_THEIR_EVENT:
        return named or (match.passive and any(t.lemma_ in _BY_THEIR_EVENT[frame.type] for t in match.used))
    return frame.type in _BY_THEIR_THING and (named or (bool(pattern.fixed) and not _befalls_a_thing(match)))


def _befalls_a_thing(match: Match) -> bool:
    """Whether the object of violence is told and is nobody: "the gorilla was shot dead in its cage"."""
    direct = any(i.slot == "RECIPIENT" and not i.prep for i in match.pattern.items)
    return match.frame.type == "ASSAULT" and direct and bool(match.roles.get("RECIPIENT"))


# Acts that news tells of as such, with nobody said to do or suffer them: "a missile was launched", "files were hacked".
_WITHOUT_PARTIES = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "PROTEST", "ACCUSE"})


def tells_without_parties(match: Match) -> bool:
    """Whether the act is a claim though no party stands beside it: a verb whose pattern names its thing, or
    a noun with a clause that tells that it came about."""
    if match.pos == "noun":
        return match.frame.type in _WITHOUT_PARTIES and is_told_to_occur(match.trigger)
    return match.pos == "verb" and _tells_its_thing(match)


def is_told_to_occur(noun: Token) -> bool:
    """Whether a clause behind the noun tells that it came about: "the launches that took place in May", "dozens of
    assaults that occurred outside the station"."""
    phrases = [noun]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _PORTIONS:
        phrases.append(noun.head.head)
    return any(
        c.dep_ == "relcl" and (c.lemma_ in ("occur", "happen") or _takes_place(c))
        for one in phrases
        for c in one.rights
    )


def _takes_place(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children)


_PORTIONS = words("portions")
