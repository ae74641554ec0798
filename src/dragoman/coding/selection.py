"""Which claims are political: at least one party that acts in politics, or an act that is political by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dragoman.codebook.words import words
from dragoman.coding.private_life import (
    PRIVATE_TOO,
    befalls_an_animal,
    is_alone,
    is_campaign_rally,
    is_firm,
    is_no_news,
    is_notice,
    is_private,
    is_private_trip,
    is_routine,
    is_state,
    is_talk_of_the_beat,
    is_thanks_of_kin,
    is_unknown,
    is_we,
    may_be_firm,
)
from dragoman.coding.topic import Topic
from dragoman.records import DONE, Claim, Party

# Sectors whose bearers act in politics by themselves (PLOVER sector codes).
POLITICAL_SECTORS = words("political_sectors")
# Acts that are political whoever does them to people: violence. (A bank bans its customers every day.)
POLITICAL_ACTS = frozenset({"ASSAULT", "PROTEST"})
# Acts of force: what they are done to need not be known, nor who does them ("a vessel was seized", "the blast left 14 dead").
_OF_FORCE = frozenset((("COERCE", "seize"), ("COERCE", "cyber"), ("COERCE", "censor"), ("COERCE", "curfew")))
# Acts that citizens do in public: campaigners criticise, women accuse.
_IN_PUBLIC = frozenset({"ACCUSE"})
_OF_LOBBIES = frozenset({"SUPPORT", "REQUEST", "REJECT"})
# Acts that only the law does, though news seldom says so: "a man was arrested", "she was charged with murder".
_OF_THE_LAW = frozenset({("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "convict"), ("RETREAT", "release")})
# CAMEO codes of charging, of accusing of abuses and of treason, and of acquitting.
_CODES_OF_THE_LAW = frozenset(
    (*(("ACCUSE", code) for code in ("115", "1122", "1124", "1125")), ("CONCEDE", "081"), ("THREATEN", "173"))
)

# Acts that are political whoever does them: truces, and letting the press or observers in.
_BY_ITSELF = frozenset({("RETREAT", "ceasefire"), ("CONCEDE", "ceasefire"), ("RETREAT", "access")})
# Frames whose own words are of politics: who is named to a public office is somebody there from then on, and so are people
# driven from their homes, whoever drives them, and whoever threatens with bombs.
_OF_POLITICS = frozenset({"support.nominate", "sanction.displace", "threaten.bomb-threat"})
# Whoever votes acts in politics, and so does one of the sides of a conflict that meets, agrees or breaks with the other.
_VOTING = words("voting")
_SIDES = words("sides_of_conflict")

# What a sports report may tell of politics: everything else in it is the game.
_BESIDE_SPORT = frozenset({"ASSAULT", "PROTEST", "SANCTION", "COERCE"})

# A line that is the address of a page tells nothing, even where blanks stand in it.
_ADDRESS = re.compile(r"\s*https?\s*:\s*/\s*/")
# Nor does a row of teasers for other reports: "RITZ RAID Gunmen storm hotel PILL PROBE Cops ask how … MUM FROM HELL Cruel …".
_SHOUTED = re.compile(r"\b[A-Z]{3,}(?:[ \xa0][A-Z]{2,})+[ \xa0][A-Z]?[a-z]")
_TEASERS = 3


def political(claims: Sequence[Claim], topic: Topic, told: Mapping[str, float]) -> list[Claim]:
    """Those of an article's claims that belong in a political record (see the coding manual: no sport, no routine business).

    ``told``: the tagger's probability for each claim's id that its words tell its act; it learnt on whole reports what a
    record leaves out, and stands against the rules about parties that no list has. What people unknown to any list say and do
    kindly to each other needs a report that is mostly of politics besides: firms and stars apologise, too.
    """
    named = {c.id for c in claims if _has_political_party(c)}
    if topic.trade:
        named -= {c.id for c in claims if _is_among_firms(c) and not any(map(_is_official, _parties(c)))}
    # then a bare name is as often that of a politician
    of_politics = 2 * len(named) >= len(claims) and not topic.trade
    private = frozenset() if of_politics else PRIVATE_TOO
    if topic.trade or not named:
        private |= _QUARRELS
    return [
        c
        for c in claims
        if not _is_of_another_page(c, topic)
        and (c.id in named or (_is_told(c, told.get(c.id, 0.0)) and (c.act not in private or is_we(c))))
        and (c.id in named or topic.campaign or not (is_no_news(c) or (not of_politics and is_private(c))))
    ]


def _is_told(claim: Claim, told: float) -> bool:
    return told >= _TOLD and not (claim.actors and all(map(is_firm, claim.actors)))


# From here on the tagger's word counts.
_TOLD = 0.6
# What they say to each other, where no claim of the report names anybody in politics.
_QUARRELS = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
# Who makes politics of it: offices, courts, forces, parties.
_OFFICIAL = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "PTY", "REB", "SPY", "OPP", "IGO", "UNO", "EUR", "ELI", "NGO"}
)


def _parties(claim: Claim) -> tuple[Party, ...]:
    return (*claim.actors, *claim.recipients)


def _is_among_firms(claim: Claim) -> bool:
    """Whether it is what firms, stars and those who work for them do among each other; not what they stand accused of."""
    return claim.act in PRIVATE_TOO or (claim.act in _QUARRELS and claim.mode != "allege")


def _is_official(party: Party) -> bool:
    return is_state(party) or (_political(party) and not _OFFICIAL.isdisjoint(party.sectors))


def _is_of_another_page(claim: Claim, topic: Topic) -> bool:
    """In a sports report only states count as political, and in a report of an accident nobody's force hurt people."""
    parties = [*claim.actors, *claim.recipients]
    if _ADDRESS.match(claim.evidence.text) or len(_SHOUTED.findall(claim.evidence.text)) >= _TEASERS:
        return True
    if not parties and (topic.sport or (topic.accident and claim.act != "ACCUSE")):
        return True  # but "the fire is being treated as suspicious"
    if topic.sport and (claim.plover not in _BESIDE_SPORT or not any(is_state(p) for p in parties)):
        return True
    nobody = all(p.text.lower() in ("it", "which", "that") for p in claim.actors)  # the quake that killed many
    if topic.accident and claim.act in ("ASSAULT", "COERCE") and nobody and not _is_of_the_law(claim):
        return True
    if topic.accident and (is_routine(claim) or (claim.frame == "sanction.displace" and not claim.actors)):
        return True  # driven out by a fire or a flood
    if is_thanks_of_kin(claim) or is_notice(claim) or is_campaign_rally(claim):
        return True
    return is_private_trip(claim) or befalls_an_animal(claim, topic.animals) or is_talk_of_the_beat(claim)


def _has_political_party(claim: Claim) -> bool:
    """Whether a party acts in politics, or the act is one of politics whoever does it."""
    parties = [*claim.actors, *claim.recipients]
    if claim.act in PRIVATE_TOO:  # "the zoo's director praised the keepers": workers are political where they act
        parties = [*claim.actors, *(p for p in claim.recipients if not _is_staff(p))]
    if not (claim.actors or claim.recipients) or any(_political(p) for p in parties):
        return True
    # … but a singer may call for an end to the violence, too
    truce = (claim.act, claim.mode) in _BY_ITSELF and not (
        claim.status == "requested" and all(is_unknown(p) or is_alone(p) for p in parties)
    )
    if truce or claim.frame in _OF_POLITICS or any(map(_takes_part, claim.actors)):
        return True
    if _is_of_the_law(claim):
        held = claim.act != "RETREAT" or not _CELLS.isdisjoint(_WORD.findall(claim.evidence.text.lower()))
        return any(_is_person(p) or (held and _may_be_held(p)) for p in parties)
    if _between_nations(claim) or _of_a_people(claim) or _of_wrongdoing(claim):
        return True
    if claim.act == "PROTEST":
        if not claim.actors and claim.status in DONE:
            return True  # "protests have been held all over Europe"
        # "the airline's pilots walked out": workers of a firm, unlike the firm, may strike
        return any(_is_person(p) or (p.text.endswith("s") and p.text.split()[-1].islower()) for p in claim.actors)
    if claim.status in DONE and not claim.actors and _is_force(claim):
        return True
    if claim.mode == "cyber" and claim.actors and all(map(_is_criminal, claim.actors)):
        return True  # "hackers stole the records of four million patients"
    if claim.plover in POLITICAL_ACTS:
        return any(p.grounding is not None for p in parties)
    if claim.act in _OF_LOBBIES and any(_is_lobby(p) for p in claim.actors):
        return True
    return claim.act in _IN_PUBLIC and claim.status in DONE and any(map(_is_public, claim.actors))


def _is_staff(party: Party) -> bool:
    actor = party.grounding.choice if party.grounding is not None else None
    if actor is None or actor.kind != "described" or set(actor.sectors) != {"LAB"} or actor.country is not None:
        return False
    return _UNIONS.isdisjoint(party.text.lower().split())


_UNIONS = words("unions")


def with_party_left(read: Sequence[Claim], grounded: Sequence[Claim]) -> list[Claim]:
    """The grounded claims without those whose only parties turned out to be nobody: "ready for their trip home".

    Violence and force are told of whoever does them or suffers them; everything else is nobody's act then.
    """
    # grounding itself leaves some claims out, so they are no longer in step
    nobody_read = {c.id for c in read if not (c.actors or c.recipients)}
    return [c for c in grounded if c.actors or c.recipients or c.id in nobody_read or c.act in _FORCE_OF_ANYBODY]


_FORCE_OF_ANYBODY = POLITICAL_ACTS | {"COERCE", "SANCTION", "MOBILIZE"}


def _is_of_the_law(claim: Claim) -> bool:
    if claim.frame == "accuse.sue" and claim.actors and all(map(may_be_firm, claim.actors)):
        return any(map(_is_civilian, claim.recipients))  # firms sue each other every day
    if (claim.act, claim.mode) in _OF_THE_LAW or (claim.act, claim.cameo) in _CODES_OF_THE_LAW:
        return True
    # "a clerk is accused of theft": with nobody said to accuse, the police do
    return claim.frame in _ACCUSED_OF_CRIME and claim.trigger.text == "accused" and not claim.actors


_ACCUSED_OF_CRIME = frozenset({"accuse.accuse", "accuse.of-corruption"})


def _may_be_held(party: Party) -> bool:
    """Whether words that no list knows may name somebody whom the law deals with: a name, "a bricklayer", "a local couple"."""
    if party.text.removeprefix("the ")[:1].isupper():
        return True
    return party.grounding is None and _OF_PEOPLE.search(party.head) is not None


# Heads of phrases for people that no list has: "bricklayer", "couple", "(a 28-year-)old", "brothers".
_OF_PEOPLE = re.compile(
    r"(?:couple|pair|duo|trio|old|youth|brother|sister|twin|girl|boy|teen|er|or|ist|ian|man|men|woman|women|ee|ant)s?$"
)


def _takes_part(party: Party) -> bool:
    said = party.text.lower().removeprefix("the ")
    return said in _SIDES or said.split()[-1] in _VOTING


def _is_person(party: Party) -> bool:
    """Whether people may stand behind the words: anybody but firms and things of theirs."""
    if party.grounding is None:
        return party.text.lower().removeprefix("tens of ").removeprefix("hundreds of ") in _PERSONS
    return "BUS" not in party.grounding.choice.sectors


def _is_force(claim: Claim) -> bool:
    """Whether the act is force by itself, done to more than a mere "it" or "who"."""
    if any(p.text.lower() in _NOTHING for p in claim.recipients):
        return False
    return claim.act in ("ASSAULT", "MOBILIZE") or (claim.act, claim.mode) in _OF_FORCE


# Acts that make politics of what a country's ships, firms or people do for another's: "Chilean ships sold oil to Peruvian ones".
_ACROSS_BORDERS = frozenset({"COOPERATE", "AID"})


def _between_nations(claim: Claim) -> bool:
    if claim.act not in _ACROSS_BORDERS or not claim.actors or not claim.recipients:
        return False
    nations = [{p.grounding.choice.country for p in side if p.grounding} for side in (claim.actors, claim.recipients)]
    return all(None not in n and n for n in nations) and nations[0].isdisjoint(nations[1])


def _of_a_people(claim: Claim) -> bool:
    """Whether a people speaks or acts as one: "Kurds hailed the verdict"."""
    return claim.status in DONE and any(
        p.grounding is not None and p.grounding.choice.name.startswith("people (") and p.text.endswith("s")
        for p in claim.actors
    )


def _of_wrongdoing(claim: Claim) -> bool:
    """Whether somebody stands accused of a deed, denies what he is accused of, or threatens another with death."""
    if claim.status not in DONE:
        return False
    if claim.frame == "threaten.force" and "death" in claim.evidence.text.lower():
        return any(_is_civilian(p) or _is_person(p) for p in claim.recipients)
    if (claim.frame or "").startswith("accuse.accuse") and not claim.actors:
        return any(map(_is_civilian, claim.recipients))
    return claim.frame == "reject.allegation" and any(map(_is_civilian, claim.actors))


def _is_criminal(party: Party) -> bool:
    return "CRM" in party.sectors


def _is_civilian(party: Party) -> bool:
    return "CVL" in party.sectors


# Words beside which the release of a name that nobody knows is that of a prisoner.
_CELLS = words("cells")
_WORD = re.compile(r"[^\W\d_]+")
_NOTHING = frozenset({"it", "who", "what", "them", "they", "that", "which", "him", "her"})


def _is_public(party: Party) -> bool:
    """Whether people speak for a cause, a trade or as many: campaigners, employers' federations; no firm, no one alone."""
    if party.grounding is None:
        return False
    if _is_lobby(party):
        return True
    if "CVL" not in party.grounding.choice.sectors:
        return False
    many = party.text.lower().split()[-1].endswith("s") or _MANY & set(party.text.lower().split())
    return party.grounding.choice.kind not in ("person", "role") or bool(many)


_LOBBIES = words("lobbies")
_MANY = frozenset({"people", "women", "men", "children", "we", "they"})
_PERSONS = frozenset({"he", "she", "him", "her", "they", "them", "thousands", "hundreds", "dozens", "scores", "tens"})


def _is_lobby(party: Party) -> bool:
    """Whether a body speaks for the firms of a trade: "the chamber of commerce"."""
    if party.grounding is None or "BUS" not in party.grounding.choice.sectors:
        return False
    return not _LOBBIES.isdisjoint(party.text.lower().split())


# Chambers that news names by a word that is none's name alone: "the House passed the bill", "the Commons".
_POLICE = re.compile(
    r"\b(?:police|SWAT|sheriff|sheriff[’']s|FBI)\b.*\b(?:team|unit|squad|force|division|department|agents)$"
)
_CAMPAIGN = re.compile(r"(?:the |The |rival )?[A-Z][\w’-]+ (?:campaign|camp)")
_CHAMBER = re.compile(r"(?:(?:[Tt]he|[Ss]tate|full|U\.?S\.?) )*(?:House|Commons|Lords)")


def _political(party: Party) -> bool:
    if party.grounding is None:
        return any(p.fullmatch(party.text) for p in (_CHAMBER, _CAMPAIGN)) or _POLICE.search(party.text) is not None
    actor = party.grounding.choice
    if actor.kind == "state":
        return True
    if _is_staff(party) and not party.text.lower().split()[-1].endswith("s"):
        return False  # "a flight attendant": one of a staff speaks for no labour
    return not POLITICAL_SECTORS.isdisjoint(actor.sectors)
