"""What firms, stars, private people and services do every day, which is no politics; what befalls animals."""

from __future__ import annotations

import re
from collections.abc import Collection

from dragoman.codebook.words import words
from dragoman.records import Claim, Party

# Acts that firms and private people do every day.
PRIVATE_TOO = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "SUPPORT"})
_FIRMS = frozenset({"BUS", "MNC"})
_IN_BUSINESS = frozenset({"board", "shareholders", "investors", "executives", "management", "chairman", "ceo"})
_WE = frozenset({"we", "us", "they", "them"})
_ONE = frozenset({"he", "she", "i", "him", "her"})
_OF_NO_OFFICE = frozenset({"CVL", "CRM", "LAB", "UNK"})
_SECTORS_OF_BEAT = frozenset({"COP", "CVL", "CRM", "LAB", "UNK"})
_SPEAKING = words("speaking")
_SERVICES = frozenset({"COP", "CVL", "LAB", "MED", "BUS", "UNK"})
_BETWEEN_TWO = frozenset({"accuse.insult", "accuse.name-calling"})


def is_private(claim: Claim) -> bool:
    """Whether names that no politics knows deal with each other ("the airline refused the bid", "the singer deplored his
    words"); not what a "we" that nobody resolved says, which may be a ministry's."""
    parties = [*claim.actors, *claim.recipients]
    if any(p.text.lower() in _WE for p in parties):
        return False
    if claim.act == "ACCUSE" and claim.mode == "disapprove":
        return all(map(is_unknown, parties))
    return claim.act in PRIVATE_TOO and all(is_unknown(p) or _is_of_business(p) for p in parties)


def is_no_news(claim: Claim) -> bool:
    """Whether somebody only cries for help, or for peace as singers do, or firms sue each other."""
    if claim.frame == "accuse.sue":
        return bool(claim.actors) and all(
            may_be_firm(p) or _is_of_business(p) for p in (*claim.actors, *claim.recipients)
        )
    if claim.plover == "REQUEST" and claim.trigger.text.lower() in _CRYING and claim.actors:
        return all(map(is_alone, claim.actors))  # "the mother can be heard pleading for help"
    if claim.plover != "REQUEST" or claim.recipients or claim.mode not in ("assist", "ceasefire"):
        return False
    return all(is_alone(p) or (claim.mode == "ceasefire" and is_unknown(p)) for p in claim.actors)


_CRYING = frozenset(
    {"pleading", "crying", "screaming", "shouting", "begging", "yelling", "cried", "screamed", "yelled"}
)


def is_talk_of_the_beat(claim: Claim) -> bool:
    """Whether people of a crime story only speak: an officer with a suspect or a witness ("deputies spoke with the driver"), or
    one man with another ("she insulted him")."""
    parties = [*claim.actors, *claim.recipients]
    spoken = claim.act == "CONSULT" and claim.status == "occurred" and claim.trigger.text.lower() in _SPEAKING
    if spoken and any("JRN" in p.sectors for p in parties):
        return True  # "Brown talked to reporters"
    if claim.act == "CONSULT" and claim.trigger.text.lower() in ("met", "meets") and len(parties) == 2:
        return all(
            _is_one(p) and p.sectors and _PRIVATE.issuperset(p.sectors) for p in parties
        )  # "she met Poe in 2007"
    if claim.act == "COOPERATE" and claim.trigger.text.lower() in _REPORTING:  # "the victim alerted the police"
        return bool(claim.actors) and all(_OF_NO_OFFICE.issuperset(p.sectors) for p in claim.actors)
    if not parties or not all(_SECTORS_OF_BEAT.issuperset(p.sectors) or p.head.lower() in _SHERIFFS for p in parties):
        return False
    if claim.act == "CONSULT":
        alone = any(map(is_alone, claim.recipients or claim.actors[1:]))
        return alone and claim.trigger.text.lower() in _SPEAKING
    return claim.frame in _BETWEEN_TWO and bool(claim.recipients) and all(map(_is_one, parties))


_REPORTING = frozenset({"alerted", "notified", "informed", "told", "contacted", "called", "alert", "notify", "inform"})
_PRIVATE = frozenset({"CVL", "CRM"})
_SHERIFFS = ("deputy", "deputies")  # of a sheriff here, of parliament elsewhere


def is_routine(claim: Claim) -> bool:
    """Whether services only do their work at an accident: they close a road, work side by side."""
    if claim.act != "COOPERATE" and (claim.act, claim.mode) != ("COERCE", "restrict"):
        return False
    return all(_SERVICES.issuperset(p.sectors) for p in (*claim.actors, *claim.recipients))


def is_thanks_of_kin(claim: Claim) -> bool:
    """Whether the family of somebody in the news thanks those who feel with it: "his parents thanked their supporters"."""
    if claim.plover != "SUPPORT" or not claim.actors or not all(p.head.lower() in _FAMILY for p in claim.actors):
        return False
    return all(_OF_NO_OFFICE.issuperset(p.sectors) or p.head.lower() in _WELL_WISHERS for p in claim.recipients)


_FAMILY = words("kin") | {"family", "families", "parents", "relatives", "relative", "couple"}
_WELL_WISHERS = frozenset({"supporters", "friends", "fans", "community", "public", "donors", "neighbours", "neighbors"})


def is_campaign_rally(claim: Claim) -> bool:
    """Whether a politician holds a rally, which protests nothing: "Senator Brown held rallies in Ohio"."""
    if claim.act != "PROTEST" or claim.recipients or not claim.actors or "rall" not in claim.evidence.text.lower():
        return False
    return all(p.grounding is not None and p.grounding.choice.kind == "person" for p in claim.actors)


def is_notice(claim: Claim) -> bool:
    """Whether people are only told where to look something up, or to give for a good cause by nobody in politics: "urged
    passengers to check the website", "asked people to donate in her name"."""
    if claim.plover != "REQUEST":
        return False
    if _LOOKED_UP.search(claim.evidence.text) or _ON_THE_ROAD.search(claim.evidence.text):
        return True
    return _GIVEN_FOR.search(claim.evidence.text) is not None and all(
        p.grounding is None or _OF_NO_OFFICE.issuperset(p.sectors) for p in (*claim.actors, *claim.recipients)
    )


_LOOKED_UP = re.compile(
    r"\b(?:visit|check|see|consult|go to|log on to|follow)\b[^.;:]{0,40}\b(?:web ?sites?|web ?page)\b"
)
_ON_THE_ROAD = re.compile(r"\b(?:motorists|drivers|travell?ers|commuters|boaters|cyclists)\b.{0,40}\bto \w+")
_GIVEN_FOR = re.compile(r"\bto (?:donate|make a donation|give generously|send flowers|pray)\b")


def befalls_an_animal(claim: Claim, animals: Collection[str] = ()) -> bool:
    """Whether only a mere "it" is killed, hurt or shot ("the bear had mauled a child before it was shot"), or one of the
    report's ``animals``, by name."""
    if claim.act != "ASSAULT" or not claim.recipients:
        return False
    if all(p.text in animals or p.name in animals for p in claim.recipients):
        return True
    on_bodies = claim.frame in ("assault.kill", "assault.wound", "assault.firearms", "assault.beat")
    return on_bodies and all(p.text.lower() == "it" and p.grounding is None for p in claim.recipients)


def is_private_trip(claim: Claim) -> bool:
    """Whether only somebody whom no list knows goes to a country: "Jo left for Kenya on Sunday"."""
    if (claim.act, claim.mode) != ("CONSULT", "visit") or not claim.actors:
        return False
    if claim.recipients and any(p.head.lower() in _FAMILY for p in claim.recipients):
        return all(map(is_unknown, claim.actors))
    return all(p.grounding is None for p in claim.actors) and all(map(is_state, claim.recipients))


def is_we(claim: Claim) -> bool:
    """Whether a "we" that nobody resolved acts: as often a ministry's as a firm's."""
    return any(p.text.lower() == "we" and p.grounding is None for p in claim.actors)


def is_unknown(party: Party) -> bool:
    """Whether no list knows what somebody is: a bare name, or somebody whom the report tells nothing of."""
    if party.grounding is None:
        return party.text[:1].isupper()
    actor = party.grounding.choice
    # "her former partner, the Social Democrats": no one man, whatever the name is taken for
    return actor.kind == "person" and not actor.sectors and "the" not in party.text.lower().split()


def is_firm(party: Party) -> bool:
    """Whether it is known to be a firm and nothing else."""
    return bool(party.sectors) and _FIRMS.issuperset(party.sectors)


def may_be_firm(party: Party) -> bool:
    """Whether it is a firm, or a single name that no list has and no report tells more of: "Norvik sued its rival Tamdeco"."""
    names = [w for w in party.text.removeprefix("The ").split() if w[:1].isupper()]
    return is_firm(party) or (party.grounding is None and len(names) == 1 and party.text.split()[-1] == names[0])


def _is_of_business(party: Party) -> bool:
    return is_firm(party) or party.text.lower().split()[-1] in _IN_BUSINESS


def is_alone(party: Party) -> bool:
    """Whether one private man or woman is meant: "she", "the boy's mother"."""
    actor = party.grounding.choice if party.grounding is not None else None
    if actor is None:
        return party.text.lower() in _ONE
    head = party.head.lower()
    one = not head.endswith("s") and head not in ("men", "women", "people", "children", "police")
    return one and set(actor.sectors) <= _OF_NO_OFFICE and actor.kind in ("person", "described", "role")


def _is_one(party: Party) -> bool:
    """Whether a single person is meant, by a name or a pronoun or as "the man"."""
    if party.grounding is None:
        return party.text.lower() in _ONE or party.text.istitle()
    return party.grounding.choice.kind == "person" or is_alone(party)


def is_state(party: Party) -> bool:
    """Whether it is a state."""
    return party.grounding is not None and party.grounding.choice.kind == "state"
