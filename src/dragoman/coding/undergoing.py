"""Whom or what an act befalls: the parties behind its object, the site that is struck, the owner of the drone that strikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.behind import ON_DEEDS, behind_deed, is_suffered
from dragoman.coding.people import is_dealt_with, is_person
from dragoman.coding.syntax import arguments, prepositional_objects, surface_subjects
from dragoman.gazetteers import agents

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.matcher import Match

# Acts that nobody does to things: of "a Polish geologist" it is the geologist who is abducted.
_TO_PEOPLE = frozenset(
    {("ASSAULT", "abduct"), ("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "expel"), ("SANCTION", "convict")}
)
_BY_LAW = frozenset({("ACCUSE", "115"), ("ACCUSE", "090")})  # CAMEO codes: bring to court, investigate
# Types of words on what others say or do: "the Russian offer" is Russia's.
_ON_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "PROTEST"})


def undergoing(token: Token, match: Match) -> list[Token]:
    """The parties that the act befalls of those in the phrase of ``token``."""
    if token.lower_ == "it" and token.head.lemma_ == "be":
        return []  # "it is shameful that …": a deed
    frame = match.frame
    if frame.type in _ON_WORDS and is_adjective_of_party(token):
        return [token]  # "rejected the Russian offer"
    if not party_rules.is_party(token):
        befalls_people = (frame.type, frame.mode) in _TO_PEOPLE or (frame.type, frame.cameo) in _BY_LAW
        if match.pos == "verb" and befalls_people and (is_person(token) or is_dealt_with(token)):
            return [token]
        if frame.type in ON_DEEDS and is_suffered(token):
            return behind_deed(token)
    if frame.type in _GIVING and is_funded(token):
        return [token]
    found = party_rules.parties([token])
    return found if found or (frame.type, frame.mode) != ("ACCUSE", "disapprove") else _whose_deed(token)


# Types of what is given to a house or taken from it.
_GIVING = frozenset({"AID", "SANCTION", "AGREE"})
_FUNDED, _FUNDED_FOR, _MINDING = words("funded"), words("funded_for"), words("minding")


def is_funded(token: Token) -> bool:
    """Whether the phrase names a house or scheme that lives on what it is given: "the <shelter>", "two youth <programmes>".

    Nobody's in particular: what is given to "Oslo's schools" is given to Oslo. A programme must be for people.
    """
    if not token.tag_.startswith("NN") or any(c.dep_ == "poss" for c in token.lefts):
        return False
    if token.lemma_.lower() in _FUNDED:
        return not party_rules.is_party(token)
    before = [t for c in token.lefts for t in c.subtree if t.dep_ in party_rules.MODIFIERS]
    for_people = (t.lower_ in _MINDING or (t.text.islower() and agents.is_party_noun(t.lemma_)) for t in before)
    return token.lemma_.lower() in _FUNDED_FOR and any(for_people)


def houses_given_to(match: Match, recipients: list[Token]) -> list[Token]:
    """The house that the frame's own words name, where nobody else is given it: "donated cash to the <shelter>"; else the
    ``recipients``."""
    if match.frame.type not in _GIVING or any(t.dep_ not in party_rules.MODIFIERS for t in recipients):
        return recipients
    houses = [t for t in match.used if t.dep_ == "pobj" and t.head.lower_ in ("to", "for") and is_funded(t)]
    return houses if all(any(h.is_ancestor(t) for h in houses) for t in recipients) else recipients


def _whose_deed(noun: Token) -> list[Token]:
    """Whose deed a word of blame is said of: the "Oslo" of "the folly of Oslo's decision"."""
    deeds = (t for c in noun.rights if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")
    owners = (c for t in deeds if t.lemma_ not in _NAMED_THINGS for c in t.lefts if c.dep_ == "poss")
    return party_rules.parties(owners, inside=False)


_NAMED_THINGS = words("named_things")


def owners_of_instruments(match: Match) -> list[Token]:
    """Whose drone, jet or bomb does the act: "a Russian drone struck", "the army's shells fell"."""
    things = (t for t in match.roles.get("ACTOR", ()) if t.lemma_ in _INSTRUMENTS)
    found = (t for thing in things for t in party_rules.parties_inside(thing))
    return [t for t in found if t.dep_ == "poss" or not party_rules.is_mere_name(t)]


_INSTRUMENTS = words("instruments")

# People before the noun of what is done to them: "a prisoner swap", "hostage releases"; "a child rape".
_HELD, _VICTIMS = words("held_people"), words("victims_before_deeds")


def undergoes(token: Token, match: Match) -> bool:
    """Whether a noun before an event noun names whom it is done to: nobody speaks so of what prisoners do."""
    if match.pos != "noun" or token.dep_ != "compound":
        return False
    return token.lemma_ in _HELD or (match.frame.type == "ASSAULT" and token.lemma_ in _VICTIMS)


def who_had_it_done(verb: Token) -> list[Token]:
    """To whom it happens in "the firm had its licence <revoked>", "they had cash <stolen>"; nobody in "he had the square cleared"."""
    noun = verb.head
    if verb.dep_ == "ccomp" and noun.lemma_ == "have":
        had, things = noun, [c for c in verb.lefts if c.dep_ == "nsubj"]
    elif verb.dep_ == "acl" and noun.dep_ in ("dobj", "conj") and verb.tag_ == "VBN":
        while noun.dep_ == "conj":
            noun = noun.head
        had, things = noun.head, [noun]
    else:
        return []
    own = any(c.tag_ == "PRP$" for t in things for c in t.lefts) or verb.lemma_ in _TAKING
    if had.lemma_ != "have" or not own or any(map(party_rules.is_party, things)):
        return []
    return surface_subjects(had)


def owners_of_taken(match: Match) -> list[Token]:
    """Whose the things are that are seized, turned down or granted, where the frame's own words name them: "seized <her>
    passport", "granted <his> appeal"."""
    if match.pos != "verb":
        return []
    things = [t for t in match.used if t.dep_ in ("dobj", "nsubjpass")]
    if (match.frame.type, match.frame.mode) != ("COERCE", "seize"):
        things = [t for t in things if match.trigger.lemma_ in _TURNING_DOWN and t.lemma_ in _WHAT_ONE_ASKS]
    return [c for t in things for c in t.lefts if c.dep_ == "poss" and party_rules.is_party(c)]


_TURNING_DOWN, _WHAT_ONE_ASKS = words("turning_down"), words("what_one_asks")
_TAKING = ("steal", "rob", "snatch")


def struck_when(verb: Token, clause: Token) -> bool:
    """Whether the clause tells by what the passive verb came about: "six were killed and nine hurt when rebels <attacked>"."""
    if clause.dep_ != "advcl" or not any(c.lower_ in _AT_ONCE and c.i < clause.i for c in clause.children):
        return False
    row = {clause.head, *(c for c in clause.head.children if c.dep_ == "conj")}
    if clause.head.dep_ == "conj":
        row.add(clause.head.head)
    return verb in row


def struck_in(verb: Token, event: Token) -> bool:
    """Whether the noun before tells in what the passive verb came about: "air <strikes> on a village in which ten were killed"."""
    first = verb.head if verb.dep_ == "conj" else verb
    if first.dep_ not in ("relcl", "advcl") or not event.i < first.i:
        return False  # parsers hang it on the village, the week or the verb above
    return any(p.lower_ == "in" and p.i > event.i and any(c.lower_ == "which" for c in p.children) for p in first.lefts)


_AT_ONCE = ("when", "as", "after", "while")
_INTO = ("into", "through", "onto")
_DRIVING = words("driving")


def driven_into(match: Match) -> tuple[Token, ...]:
    """What a vehicle that somebody drives is driven into: it is struck, and not the vehicle."""
    verb = match.trigger
    if verb.lemma_ not in _DRIVING or not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return ()
    things = arguments(verb).objects
    laden = [c for t in things for c in t.rights if c.dep_ == "acl"]  # "a car packed with shells into the gate"
    into = (c for node in (verb, *things, *laden) for c in node.children if c.lower_ in _INTO)
    return tuple(_behind_wall(t) for prep in into for t in prepositional_objects(prep))


def _behind_wall(token: Token) -> Token:
    """What a wall or gate shields: the consulate of "a wall around the consulate"; else the thing itself."""
    inner = [t for c in token.rights if c.lower_ in _AROUND for t in prepositional_objects(c)]
    inner += [t for c in token.rights if c.lemma_ in _SHIELDING for t in c.children if t.dep_ == "dobj"]
    shielded = next((t for t in inner if party_rules.is_party(t) or party_rules.is_target(t)), token)
    if token.lemma_ not in _WALLS and (party_rules.is_party(token) or party_rules.is_target(token)):
        return token
    return shielded


_WALLS = ("wall", "gate", "fence", "barrier", "entrance", "perimeter")
_SHIELDING = ("surround", "enclose", "protect", "guard")
_AROUND = ("of", "around", "outside", "at", "near")


def is_named_site(token: Token) -> bool:
    """Whether force hits a place whose name or whose use is no party: "the Bataclan nightclub", "a refugee camp"."""
    if not party_rules.is_target(token) or party_rules.is_party(token):
        return False
    inside = party_rules.parties_inside(token)
    return bool(inside) and all(t.dep_ == "pobj" or _is_name_before(t) or _is_for_whom(t) for t in inside)


def _is_for_whom(token: Token) -> bool:
    """Whether the word says for whom a site is: the "refugee" of "a refugee camp", the "student" of "a student hostel"."""
    return token.dep_ == "compound" and token.tag_ == "NN" and is_person(token)


def _is_name_before(token: Token) -> bool:
    return token.dep_ in party_rules.MODIFIERS[1:] and party_rules.is_mere_name(token)


def is_adjective_of_party(token: Token) -> bool:
    """Whether an adjective names the doer: the "Turkish" of "Turkish strikes"."""
    return token.dep_ == "amod" and token.tag_.startswith("JJ") and party_rules.names_country_or_party(token)
