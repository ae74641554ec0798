"""Who plays which part in what a frame found: drafts of claims, and which of them only mention an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.admission import FORCEFUL_TYPES
from dragoman.coding.behind import ON_DEEDS, behind_deed, behind_measure, behind_subjects, is_suffered
from dragoman.coding.matcher import Match
from dragoman.coding.partyless import tells_its_thing
from dragoman.coding.people import is_person
from dragoman.coding.status import Chain
from dragoman.coding.status.chain import DONE
from dragoman.coding.syntax import (
    arguments,
    is_noun,
    is_passive,
    is_verb,
    prepositional_objects,
    surface_subjects,
)
from dragoman.gazetteers import agents

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: the match, its status chain, and the heads of its parties."""

    match: Match
    chain: Chain
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    holder: Token | None


# Types that whoever orders them does: "the judge ordered him jailed", "the president ordered sanctions".
_BY_ORDER = frozenset({"COERCE", "SANCTION", "MOBILIZE"})


def _ordered_by_who_can(chain: Chain, match: Match) -> bool:
    """Whether the act stands under "order" and is one that whoever orders it does.

    Not what others are told to do: "ordered the army to crush the revolt", "ordered the drill to be held".
    """
    if chain.cue is None or chain.cue.lemma_ != "order" or match.frame.type not in _BY_ORDER:
        return False
    if not is_verb(match.trigger):
        return True
    return len(chain.used) == 1 and match.frame.type != "MOBILIZE" and not _told_to(match.trigger, chain)


# Who coerces others where he is told to; a paper that is told to close suffers it.
_COERCING = frozenset({"MIL", "COP", "GOV", "JUD", "SPY"})


def _told_to(verb: Token, chain: Chain) -> bool:
    """Whether soldiers, police or officials are told to do what ``verb`` says: an infinitive that is no passive."""
    if is_passive(verb) or not any(c.tag_ == "TO" for c in verb.children):
        return False
    if any(c.tag_ == "PRP$" for t in chain.addressees for c in t.children):  # "his men"
        return True
    told = (agents.agent(t.lower_) or agents.agent(t.lemma_) for t in chain.addressees)
    return any(one is not None and not _COERCING.isdisjoint(one.sectors) for one in told)


def carried_out(chain: Chain, match: Match) -> Chain:
    """Let an order to coerce, punish or mobilise count as the act: whoever orders it is its doer."""
    if chain.status == "requested" and chain.cue is not None and _ordered_by_who_can(chain, match):
        chain.set("occurred", chain.cue, "ordered by who can")
    return chain


def cast(match: Match, chain: Chain) -> Draft | None:
    """Give the roles to parties; a claim needs at least one, but for acts told of as such."""
    actors = party_rules.parties(match.roles.get("ACTOR", ()), inside=False)
    if not actors:
        actors = [t for t in party_rules.parties(match.roles.get("ACTOR", ())) if t.dep_ in _BEFORE_NOUNS]
        actors += [t for t in match.roles.get("ACTOR", ()) if _is_adjective_of_party(t) and t not in actors]
    actors = actors or _owners_of_instruments(match)
    held = [t for t in actors if _undergoes(t, match)]
    actors = [t for t in actors if t not in held]
    struck = match.roles.get("RECIPIENT", ())
    if match.frame.type in FORCEFUL_TYPES:
        struck = _driven_into(match) or struck
        sites = [t for t in struck if _is_named_site(t)]
        recipients = [*sites, *(t for s in struck if s not in sites for t in _undergoing(s, match))]
    else:
        recipients = [t for s in struck for t in _undergoing(s, match)]
    recipients = [t for t in recipients if t not in actors]
    if not recipients and match.frame.type in FORCEFUL_TYPES:
        objects = [t for t in match.used if t.dep_ in ("dobj", "nsubjpass")]  # "boarded the tanker"
        recipients = [t for t in (*struck, *objects) if party_rules.is_target(t)]
    if not actors and match.pos == "verb":
        actors = behind_measure(match.trigger, match.used)
        recipients = [t for t in recipients if t not in actors]
        actors = actors or [t for t in behind_subjects(match.trigger) if t not in recipients]
    recipients = recipients or held
    if not actors and match.pos == "noun" and chain.status in ("planned", "offered", "refused", "cancelled", "denied"):
        actors = [t for t in party_rules.parties(chain.doers, inside=False) if t not in recipients]
    holder: Token | None = None
    if chain.status == "occurred" and _ordered_by_who_can(chain, match):
        holders = party_rules.parties(chain.holders)
        asked = party_rules.parties(chain.addressees)
        recipients = recipients or [t for t in asked if t not in holders]
        actors = holders or actors
    if chain.holders and chain.status in ("requested", "threatened"):
        holders = party_rules.parties(chain.holders)
        if holders:
            holder = holders[0]
            asked = [t for t in party_rules.parties(chain.addressees) if t not in holders]
            if match.passive:  # "called for the killers to be tried": they are not asked to
                asked = [t for t in asked if t not in recipients]
            if chain.status == "requested":
                # CODING: "the actor is who asks, the recipient who is asked"
                did = [t for t in actors if t not in holders]
                # force is done to its recipient, who is not asked for it
                recipients = asked or did or ([] if match.frame.type in FORCEFUL_TYPES else recipients)
            actors = holders
            recipients = [t for t in recipients if t not in actors]
    if chain.status == "refused" and chain.cue is not None and is_verb(chain.cue):
        actors, recipients = _refuser_and_refused(chain, actors, recipients)
    if not actors and match.pos == "noun":
        actors = [t for t in party_rules.parties(_travellers(match.trigger), inside=False) if t not in recipients]
    actors, recipients = party_rules.without_titles(actors), party_rules.without_titles(recipients)
    actors, recipients = _all_sides(match, chain, actors, recipients)
    actors = [m for t in actors for m in party_rules.members(t)]
    recipients = [m for t in recipients for m in party_rules.members(t) if m not in actors]
    if not actors and not recipients and not _tells_without_parties(match):
        return None
    return Draft(match, chain, tuple(actors), tuple(recipients), holder)


# Acts that news tells of as such, with nobody said to do or suffer them: "a missile was launched", "files were hacked".
_WITHOUT_PARTIES = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "PROTEST", "ACCUSE"})


def _tells_without_parties(match: Match) -> bool:
    """Whether the act is a claim though no party stands beside it: a verb whose pattern names its thing, or
    a noun with a clause that tells that it came about."""
    if match.pos == "noun":
        return match.frame.type in _WITHOUT_PARTIES and _is_told_to_occur(match.trigger)
    return match.pos == "verb" and tells_its_thing(match)


# Acts that nobody does to things: of "a Polish geologist" it is the geologist who is abducted.
_TO_PEOPLE = frozenset({("ASSAULT", "abduct"), ("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "expel")})
# Types of words on what others say or do: "the Russian offer" is Russia's.
_ON_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


def _undergoing(token: Token, match: Match) -> list[Token]:
    """The parties that the act befalls of those in the phrase of ``token``."""
    if token.lower_ == "it" and token.head.lemma_ == "be":
        return []  # "it is shameful that …": a deed
    frame = match.frame
    if frame.type in _ON_WORDS and _is_adjective_of_party(token):
        return [token]  # "rejected the Russian offer"
    if not party_rules.is_party(token):
        if match.pos == "verb" and (frame.type, frame.mode) in _TO_PEOPLE and is_person(token):
            return [token]
        if frame.type in ON_DEEDS and is_suffered(token):
            return behind_deed(token)
    return party_rules.parties([token])


def _owners_of_instruments(match: Match) -> list[Token]:
    """Whose drone, jet or bomb does the act: "a Russian drone struck", "the army's shells fell"."""
    things = (t for t in match.roles.get("ACTOR", ()) if t.lemma_ in _INSTRUMENTS)
    found = (t for thing in things for t in party_rules.parties_inside(thing))
    return [t for t in found if t.dep_ == "poss" or not party_rules.is_mere_name(t)]


_INSTRUMENTS = words("instruments")

# People before the noun of what is done to them: "a prisoner swap", "hostage releases".
_HELD = words("held_people")


def _undergoes(token: Token, match: Match) -> bool:
    """Whether a noun before an event noun names whom it is done to: nobody speaks so of what prisoners do."""
    return match.pos == "noun" and token.dep_ == "compound" and token.lemma_ in _HELD


_INTO = ("into", "through", "onto")
_DRIVING = frozenset({"plow", "plough", "drive", "ram", "crash", "slam", "smash", "steer", "pilot", "fly", "sail"})


def _driven_into(match: Match) -> tuple[Token, ...]:
    """What a vehicle that somebody drives is driven into: it is struck, and not the vehicle."""
    verb = match.trigger
    if verb.lemma_ not in _DRIVING or not any(c.dep_ == "dobj" for c in verb.children):
        return ()
    into = (c for node in (verb, *arguments(verb).objects) for c in node.children if c.lower_ in _INTO)
    return tuple(t for prep in into for t in prepositional_objects(prep))


def _is_named_site(token: Token) -> bool:
    """Whether force hits a place that bears a name which is no party's: "the Bataclan nightclub", "the Inya hotel"."""
    if not party_rules.is_target(token) or party_rules.is_party(token):
        return False
    inside = party_rules.parties_inside(token)
    return bool(inside) and all(t.dep_ == "pobj" or _is_name_before(t) for t in inside)


def _is_name_before(token: Token) -> bool:
    return token.dep_ in party_rules.MODIFIERS[1:] and party_rules.is_mere_name(token)


# Acts in which those on either side of "with" do the same.
_RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})
# Who keeps up contacts with somebody keeps them from his side.
_LASTING_TIES = frozenset({"contact", "tie", "relation", "relationship", "link", "touch", "channel", "dialogue"})
_DONE_TOGETHER = frozenset({"assault.clash", "mobilize.joint-exercise"})
_ONE_SIDED = frozenset({"visit", "host"})


def _all_sides(
    match: Match, chain: Chain, actors: list[Token], recipients: list[Token]
) -> tuple[list[Token], list[Token]]:
    """All who met, spoke or fought "with" each other as actors: "with" brings no host, object or victim (CODING.md)."""
    frame = match.frame
    mutual = frame.type in _RECIPROCAL or frame.id in _DONE_TOGETHER
    if not mutual or frame.mode in _ONE_SIDED or chain.status not in DONE or not actors:
        return actors, recipients
    if len(actors) > 1 or any(t.lemma_ in _LASTING_TIES for t in match.used):  # "both met with the mediators"
        return actors, recipients
    others = [t for t in recipients if _is_behind_with(t)]
    return [*actors, *others], [t for t in recipients if t not in others]


def _is_behind_with(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in ("with", "alongside")


_BEFORE_NOUNS = ("poss", "amod", "compound")


def _is_adjective_of_party(token: Token) -> bool:
    """Whether an adjective names the doer: the "Turkish" of "Turkish strikes"."""
    return token.dep_ == "amod" and token.tag_.startswith("JJ") and party_rules.names_country_or_party(token)


def _travellers(noun: Token) -> list[Token]:
    """Who goes somewhere for the event that a noun names: "she flew to Oslo for talks with the rebels"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ != "for" or not is_verb(prep.head) or is_passive(prep.head):
        return []
    return surface_subjects(prep.head) if prep.head.lemma_ in _GOING else []


_GOING = words("going")


def _refuser_and_refused(chain: Chain, actors: list[Token], recipients: list[Token]) -> tuple[list[Token], list[Token]]:
    """Who refuses, and whom: whoever asked, offered or did it.

    "the president rejected a call from Mandela to postpone the vote", "Beijing opposes Tokyo's launch".
    """
    assert chain.cue is not None
    refusers = party_rules.parties(arguments(chain.cue).subjects)
    asking = party_rules.parties(chain.holders)
    for word in chain.used:
        if word != chain.cue and is_noun(word):  # "Seoul's offer to hold talks"
            asking += [t for t in party_rules.parties_inside(word) if t not in asking]
    did = [t for t in actors if t not in refusers]
    refused = [t for t in (asking or did) if t not in refusers]
    if not refusers or not refused:
        return actors, recipients
    return refusers, refused


def is_mere_mention(draft: Draft) -> bool:
    """Whether a noun only names an event as background to another act."""
    match, chain = draft.match, draft.chain
    noun = match.trigger
    if match.pos != "noun" or not is_noun(noun):
        return False
    if _restates(noun):
        return True
    if _is_told_to_occur(noun):
        return False
    if chain.embedded or chain.status != "occurred":
        return False
    named = [t for t in draft.actors if t.tag_ != "PRP$"]  # "his visit to Oslo" is one spoken of before
    if (named and draft.recipients) or len(draft.actors) > 1 or _tells_more(noun, draft):
        return False
    head = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and is_verb(head):
        return head.lemma_ not in _TELLING
    if noun.dep_ == "pobj" and head.lower_ in ("of", "about") and _is_report(head.head):
        return False
    return noun.dep_ != "ROOT"


def is_mere_thought(draft: Draft) -> bool:
    """Whether nobody plans, asks or threatens the act: it is only feared, weighed or the aim of another act.

    Whom somebody travels to meet he plans to meet.
    """
    chain = draft.chain
    prevented = chain.aim and chain.operator is not None and chain.operator.id == "prevent"
    if len(chain.steps) != 1 and not prevented:
        return False
    if chain.aim:
        return draft.match.frame.type != "CONSULT"
    return chain.status == "hypothetical" and chain.operator is not None and chain.operator.thought


def _tells_more(noun: Token, draft: Draft) -> bool:
    """Whether the noun brings an event of its own: with its doer in a phrase ("attacks by gangs") or its day
    ("air strikes last week"), and not as one known already ("the attack on Monday").
    """
    if any(c.dep_ in ("det", "poss") and c.lower_ in _KNOWN for c in noun.children):
        return False
    beside = (*draft.actors, *draft.recipients)
    if any(t.dep_ == "pobj" and t.head.lower_ in _DOER_OR_VICTIM and t.head.head == noun for t in beside):
        return True
    if any(t.dep_ == "npadvmod" and party_rules.is_temporal(t) for t in _right_behind(noun)):
        return True
    return any(
        party_rules.is_temporal(c) if c.dep_ == "npadvmod" else any(party_rules.is_temporal(t) for t in c.children)
        for c in noun.rights
        if c.dep_ == "npadvmod" or (c.dep_ == "prep" and c.lower_ in ("on", "in"))
    )


def _right_behind(noun: Token) -> list[Token]:
    """The words behind a noun up to its "last year" or "earlier that month", which parsers hang on a verb further off."""
    near = noun.doc[noun.i + 1 : noun.i + 4]
    stop = next((t.i for t in near if is_verb(t) or t.is_punct or t.tag_ in ("IN", "CC", "NNP")), noun.i + 4)
    return [t for t in near if t.i < stop]


def _is_told_to_occur(noun: Token) -> bool:
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
_DOER_OR_VICTIM = ("by", "between", "from", "with", "against")
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


def _restates(noun: Token) -> bool:
    """Whether the noun names again what the clause above tells: "…, marking his second meeting with officials"."""
    verb = noun.head
    return noun.dep_ in ("dobj", "attr") and verb.dep_ in ("advcl", "relcl") and verb.lemma_ in ("mark", "represent")


def _is_report(token: Token) -> bool:
    """Whether ``token`` brings news of what follows: "reports of abuse", "reports emerged about the abuse"."""
    if token.lemma_ in _REPORTS:
        return True
    return is_verb(token) and any(c.dep_ in ("nsubj", "dobj") and c.lemma_ in _REPORTS for c in token.children)


_REPORTS = frozenset({"report", "allegation", "claim", "news", "account", "evidence", "testimony", "footage", "word"})


# Verbs that tell that the event named by a noun came about.
_TELLING = frozenset(
    (
        "occur",
        "happen",
        "take",
        "begin",
        "start",
        "continue",
        "hold",
        "follow",
        "erupt",
        "break",
        "kill",
        "leave",
        "hit",
        "last",
        "end",
        "come",
    )
)
