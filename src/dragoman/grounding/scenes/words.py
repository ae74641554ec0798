"""Which acts are told of as one event: kinds of violence, arrests, releases, and the words for who did them."""

from __future__ import annotations

from dragoman.grounding.continuing import PRONOUNS, TAKEN_UP
from dragoman.records import Claim, Party, Sentence

#: Acts of all kinds of violence are told of one event: the attack, the dead, the wounded.
_ONE_EVENT = frozenset({"ASSAULT", "PROTEST"})


#: Acts that are of their speaker, and acts that go on in no one place.
NO_SCENE = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "SANCTION", "THREATEN", "CONCEDE", "SUPPORT", "MOBILIZE"})


TOLD = frozenset({"occurred", "failed"})


#: Nouns of violence: they place and date an event even where the sentence is about something else.
VIOLENCE = frozenset((
    "attack", "bombing", "blast", "explosion", "shooting", "massacre", "assault", "raid", "airstrike", "strike", "ambush",
    "stabbing", "rampage", "shelling", "clash", "siege", "abduction", "kidnapping", "killing", "murder", "robbery",
    "gunfight", "firefight", "riot", "unrest", "fighting", "air-strike", "carnage", "slaughter", "beating",
    "brawl", "melee", "shootout", "shoot-out", "gunfire",
))  # fmt: skip


#: Nouns for whatever the report tells: "Sunday's incident", "the events of Friday night".
WHATEVER = frozenset(("incident", "event", "violence", "tragedy", "ordeal"))


#: Deeds of police in which people are arrested.
ROUNDING_UP = frozenset(("raid", "operation", "sweep", "crackdown", "sting", "search", "bust"))


#: Nouns for what is done to people once and is news, with the type and the verb of the act: "Friday's arrest".
NEWS_OF_PEOPLE = {
    "arrest": ("COERCE", "arrest"),
    "detention": ("COERCE", "detain"),
    "release": ("RETREAT", "release"),
}


#: "Has abducted many more girls", "another attack": told of other events than the one at hand.
AGAIN = frozenset((
    "another", "again", "repeatedly", "often", "frequently", "previous", "previously", "earlier", "similar", "before",
    "since", "regularly", "other", "others", "more", "every", "multiple", "numerous",
))  # fmt: skip


#: Violence against the freedom of people, and against ground: other events than blows and shots.
_TAKING = frozenset(
    ("abduct", "kidnap", "abduction", "kidnapping", "hostage", "hold", "take", "snatch", "haul", "keep")
)


_GROUND = frozenset((
    "capture", "conquer", "seize", "dislodge", "occupy", "retake", "recapture", "overrun", "liberate", "control", "annex",
    "siege", "besiege", "invade", "invasion", "fight", "clear", "drive", "force", "storm", "destroy", "demolish", "raze",
))  # fmt: skip


HARM = frozenset(("kill", "wound", "injure", "hurt", "die", "maim", "abduct", "kidnap", "shoot", "burn", "displace"))


ARREST = frozenset(("arrest", "detain", "round", "nab"))


_FREEING = frozenset(("release", "free", "hand"))


def doer(party: Party) -> str:
    """The word for who did it; empty for a pronoun and for words that take up a doer told of before."""
    start = party.head_span.start - party.span.start
    word = party.text[start : start + party.head_span.end - party.head_span.start].lower()
    return "" if word in PRONOUNS or word.rstrip("s").replace("men", "man") in TAKEN_UP else word


def kinds_told(claim: Claim, sentence: Sentence) -> frozenset[str]:
    """The kinds of event that the claim can be told of."""
    head = sentence.root_at(claim.trigger.span)
    lemma = head.lemma_.lower() if head is not None else claim.trigger.text.lower()
    by_attackers = claim.actors and not any(doer(p) or p.text.lower() in PRONOUNS for p in claim.actors)
    if claim.act == "COERCE" and lemma not in ARREST and by_attackers:
        return frozenset({"ASSAULT"})  # "the men forced them to lie on the floor": part of the robbery
    if claim.act in _ONE_EVENT or lemma in ARREST | _FREEING:
        return kinds_of(claim.act, "" if _is_of_people(claim) else lemma)
    return frozenset({f"{claim.act} {lemma}", *((claim.frame,) if claim.frame else ())})


def _is_of_people(claim: Claim) -> bool:
    """Whether a frame for blows fits, though its word may be of ground, too: "drove a lorry into the crowd"."""
    frame = claim.frame or ""
    return claim.act == "ASSAULT" and frame.startswith("assault.") and not frame.startswith(_OF_GROUND)


_OF_GROUND = ("assault.take", "assault.gain", "assault.incursion", "assault.destroy", "assault.abduct")


def kinds_of(act: str, lemma: str) -> frozenset[str]:
    """The kinds of event that a word of an act of the type ``act`` tells."""
    if act == "ASSAULT" and lemma in _TAKING:
        return frozenset({"taking"})
    if act == "COERCE" and lemma in ARREST:
        return frozenset({"arrest"})
    if act == "RETREAT" and lemma in _FREEING:
        return frozenset({"freeing"})
    if act == "ASSAULT" and lemma in _GROUND:
        return frozenset({lemma})
    return frozenset({act})
