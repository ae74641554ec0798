"""Who plays which part in what a frame found: drafts of claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.admission import FORCEFUL_TYPES, LEGAL_PAPERS
from dragoman.coding.behind import behind_event, behind_measure, behind_subjects, made_by, who_put
from dragoman.coding.matcher import Match
from dragoman.coding.orders import is_passed_on, ordered_by_who_can
from dragoman.coding.partyless import tells_without_parties
from dragoman.coding.people import is_people, is_person
from dragoman.coding.several import members, without_titles
from dragoman.coding.sides import all_sides
from dragoman.coding.status import Chain
from dragoman.coding.syntax import arguments, is_noun, is_passive, is_verb, surface_subjects
from dragoman.coding.undergoing import (
    driven_into,
    houses_given_to,
    is_adjective_of_party,
    is_named_site,
    owners_of_instruments,
    owners_of_taken,
    undergoes,
    undergoing,
    who_had_it_done,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: the match, its status chain, and the heads of its parties.

    ``proposed``: how sure the tagger is, where it found the act and no frame has its word; else 0.
    """

    match: Match
    chain: Chain
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    holder: Token | None
    proposed: float = 0.0


def cast(match: Match, chain: Chain) -> Draft | None:
    """Give the roles to parties; a claim needs at least one, but for acts told of as such."""
    if is_passed_on(match):
        return None
    actors = party_rules.parties(match.roles.get("ACTOR", ()), inside=False)
    if not actors:
        actors = [t for t in party_rules.parties(match.roles.get("ACTOR", ())) if _stands_before_noun(t)]
        if match.frame.type in FORCEFUL_TYPES:  # "died in the embassy attacks": the embassy was attacked
            actors = [t for t in actors if not (t.dep_ == "compound" and party_rules.is_target(t))]
        actors += [t for t in match.roles.get("ACTOR", ()) if is_adjective_of_party(t) and t not in actors]
    actors = actors or _people_who_speak(match) or owners_of_instruments(match)
    held = [t for t in actors if undergoes(t, match)]
    actors = [t for t in actors if t not in held]
    struck = match.roles.get("RECIPIENT", ())
    if match.frame.type in FORCEFUL_TYPES:
        struck = driven_into(match) or struck
        sites = [t for t in struck if is_named_site(t)]
        recipients = [*sites, *(t for s in struck if s not in sites for t in undergoing(s, match))]
        recipients += [t for t in struck if t.dep_ == "conj" and t.head in recipients and party_rules.is_target(t)]
    else:
        recipients = [t for s in struck for t in undergoing(s, match)]
    if match.frame.type == "ACCUSE" and match.pos == "verb" and [t.lower_ for t in recipients] == ["it"]:
        recipients = _told_by_clause(match.trigger) or ([] if _judges_thing(match.trigger) else recipients)
    recipients = [
        t for t in recipients if not (t in actors or _gives_name(t) or _calls_first(t, match) or _tells_kind(t, match))
    ]
    if not recipients and match.frame.type in FORCEFUL_TYPES:
        objects = [t for t in match.used if t.dep_ in ("dobj", "nsubjpass")]  # "boarded the tanker"
        recipients = [t for t in (*struck, *objects) if party_rules.is_target(t)]
    if not recipients and match.pos == "verb" and match.frame.type in _AT_SOMEBODY:
        spoken_to = (t for t in match.used if t.dep_ in ("dobj", "nsubjpass") and is_people(t))
        recipients = [t for t in spoken_to if t not in actors]  # "lobbied ministers"
    if not actors and match.pos == "verb":
        actors = behind_measure(match.trigger, match.used)
        recipients = [t for t in recipients if t not in actors]
        actors = actors or [t for t in behind_subjects(match.trigger) if t not in recipients]
        if not actors and match.frame.type == "ASSAULT":
            actors = [t for t in behind_event(match.trigger) if t not in recipients]
    recipients = recipients or held
    if match.pos == "verb" and (sufferers := who_had_it_done(match.trigger)):
        actors = [t for t in actors if t not in sufferers]
        recipients = recipients or party_rules.parties(sufferers, inside=False)
    recipients = houses_given_to(match, recipients)
    if not recipients and match.frame.type in ("ACCUSE", "REJECT") and match.pos == "verb":
        recipients = [m for t in struck for m in made_by(t) if m not in actors]
    if not recipients:
        recipients = [t for t in (*_addressed(match), *owners_of_taken(match)) if t not in actors]
    if not actors and match.pos == "noun" and chain.status in ("planned", "offered", "refused", "cancelled", "denied"):
        actors = [t for t in party_rules.parties(chain.doers, inside=False) if t not in recipients]
    holder: Token | None = None
    if chain.status == "occurred" and ordered_by_who_can(chain, match):
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
                # force is done to its recipient, who is not asked for it; nor is whoever is to be dismissed or freed
                undergone = match.frame.type in FORCEFUL_TYPES or (match.frame.type, match.frame.mode) in _UNDERGONE
                recipients = asked or did or ([] if undergone else recipients)
            elif asked and recipients and all(t.tag_ == "PRP" for t in recipients):
                recipients = asked  # "warned Athens that it would pay a price"
            actors = holders
            recipients = [t for t in recipients if t not in actors]
    if chain.status == "requested" and not party_rules.parties(chain.holders):
        # "members were asked to ban the firm", "the motion asked them to": whoever is asked does nothing yet
        asked = party_rules.parties(chain.addressees)
        if asked and not match.passive and (not actors or set(asked) & set(actors)):
            actors, recipients = [t for t in actors if t not in asked], asked
        papers = [t for t in chain.holders if t.lemma_ in LEGAL_PAPERS]
        if papers and asked:  # "the motion asks the court to let him join": nobody else asks
            actors, recipients = papers[:1], [] if match.passive else asked
    if match.frame.type == "REQUEST" and match.pos == "verb" and not actors:
        actors = [t for t in match.roles.get("ACTOR", ()) if t.lemma_ in LEGAL_PAPERS][:1]
    if chain.status == "refused" and chain.cue is not None and is_verb(chain.cue):
        actors, recipients = _refuser_and_refused(chain, actors, recipients)
    if not actors and match.pos == "noun":
        actors = [t for t in party_rules.parties(_travellers(match.trigger), inside=False) if t not in recipients]
    if not actors and match.pos == "noun" and match.frame.type == "CONSULT" and chain.status == "occurred":
        actors = [t for t in party_rules.parties(_back_from(match.trigger), inside=False) if t not in recipients]
    if match.trigger.lemma_ in _SEARCHING:  # "searched the area for him"
        recipients = [t for t in recipients if t.lemma_ not in _OPEN_GROUND]
    actors, recipients = without_titles(actors), without_titles(recipients)
    actors, recipients = all_sides(match, chain, actors, recipients)
    actors = [m for t in actors for m in members(t)]
    recipients = [m for t in recipients for m in members(t) if m not in actors]
    if not actors and match.pos == "verb" and _of_anybody(match):
        return None
    if not actors and not recipients and not tells_without_parties(match):
        return None
    return Draft(match, chain, tuple(actors), tuple(recipients), holder)


_UNDERGONE = frozenset({("SANCTION", "expel"), ("RETREAT", "release")})


def _told_by_clause(verb: Token) -> list[Token]:
    """Whose deed "it" stands for: "called it a scandal that <Berlin> spoke first"."""
    clauses = (t for t in verb.subtree if t.dep_ == "mark" and t.lower_ == "that" and t.i > verb.i and is_verb(t.head))
    clause = next((t.head for t in clauses), None)
    return party_rules.parties(arguments(clause).subjects, inside=False) if clause is not None else []


def _judges_thing(verb: Token) -> bool:
    """Whether "it" is what the clause above is about and no party: "denounced the raid, <calling> it shameful"."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "conj", "acl"):
        return False
    things = arguments(verb.head).objects if is_verb(verb.head) else (verb.head,)
    return bool(things) and not any(party_rules.is_party(t) or party_rules.is_target(t) for t in things)


def _gives_name(token: Token) -> bool:
    """Whether somebody only says what the thing is: "denounced what <it> calls an attack"."""
    named = token.dep_ == "nsubj" and token.head.dep_ == "ccomp"
    return named and any(c.dep_ == "dobj" and c.tag_ == "WP" and c.i < token.i for c in token.head.lefts)


def _calls_first(token: Token, match: Match) -> bool:
    """Whether somebody has asked for it himself: the "Beijing" of "repeated Beijing's call for calm"."""
    called = match.frame.type == "REQUEST" and token.dep_ == "poss" and token.head in match.used
    return called and token.head.lemma_ in _CALLS


_CALLS = ("call", "appeal", "demand", "plea", "request")


def _tells_kind(token: Token, match: Match) -> bool:
    """Whether a noun only tells which forces move: the "army" of "carried out an army exercise", the "troops" of "a
    manoeuvre of 5,000 troops"."""
    if match.frame.type != "MOBILIZE":
        return False
    first = token
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "pobj" and first.head.lower_ == "of":
        return first.tag_ == "NNS" and first.head.head in match.used
    return token.tag_ == "NN" and token.dep_ == "compound" and token.head in match.used


def _addressed(match: Match) -> list[Token]:
    """To whom something is promised ("promised its allies that …", "pledged to Oslo that …"), and who put what is turned down
    or accepted ("vetoed an inquiry that Oslo had asked for"): where the frame's own words name nobody."""
    verb = match.trigger
    if match.frame.type not in ("REJECT", "AGREE") or match.pos != "verb" or is_passive(verb):
        return []
    if match.frame.type == "AGREE" and verb.lemma_ in _PROMISING:
        objects = [c for c in verb.rights if c.dep_ == "dobj"]
        more = len(objects) > 1 or any(c.dep_ in ("ccomp", "xcomp", "relcl", "advcl") for c in verb.rights)
        told = [c for c in verb.rights if c.dep_ == "dative"]
        told += objects[:1] if more else []  # "pledged its friend a credit line"; alone it is what is promised
        told += [c for p in verb.rights if p.lower_ == "to" and p.dep_ in ("prep", "dative") for c in p.children]
        return party_rules.parties((t for t in told if t.dep_ != "prep"), inside=False)
    return [t for thing in arguments(verb).objects for t in who_put(thing)]


_PROMISING = words("promising")


def _of_anybody(match: Match) -> bool:
    """ "would you vote for her?", "if anybody backs him": what readers or nobody in particular may do, force aside."""
    if match.frame.type == "ASSAULT" or match.frame.by_speaker:
        return False
    subjects = surface_subjects(match.trigger)
    return bool(subjects) and all(
        t.lower_ in _ANYBODY and not (t.lower_ == "one" and list(t.children)) for t in subjects
    )


# Acts that are done at people, whom a frame may name by its own words.
_AT_SOMEBODY = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SANCTION"}) | FORCEFUL_TYPES
_ANYBODY = frozenset({"you", "one", "anybody", "anyone", "everybody", "everyone", "somebody", "someone"})
_BEFORE_NOUNS = ("poss", "amod", "compound")


def _stands_before_noun(token: Token) -> bool:
    """Whether the party is the noun's owner, its adjective, or the first of a row that the parser hung before the last: "signed
    by <Oslo> and six towns"."""
    row = token.dep_ == "nmod" and any(c.dep_ == "cc" for c in token.rights)
    return row or token.dep_ in _BEFORE_NOUNS


# Acts that people do by speaking up: whoever is many and does them is a party, though no list has the word.
_SPEAKING_UP = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "PROTEST", "THREATEN"})


def _people_who_speak(match: Match) -> list[Token]:
    """Several people of a kind that no list has, by the ending of the word: "anglers questioned the plan"."""
    if match.pos != "verb" or match.frame.type not in _SPEAKING_UP:
        return []
    return [t for t in match.roles.get("ACTOR", ()) if t.tag_ == "NNS" and is_person(t)]


def _travellers(noun: Token) -> list[Token]:
    """Who goes somewhere for the event that a noun names: "she flew to Oslo for talks with the rebels"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ != "for" or not is_verb(prep.head) or is_passive(prep.head):
        return []
    return surface_subjects(prep.head) if prep.head.lemma_ in _GOING else []


_GOING = words("going")
_SEARCHING, _OPEN_GROUND = words("searching"), words("open_ground")


def _back_from(noun: Token) -> list[Token]:
    """Who speaks of talks that he comes from: "the envoy told reporters after two days of <talks> with the rebels"."""
    outer = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if outer != noun and not party_rules.is_temporal(outer) and outer.lemma_ not in _ROUNDS:
        return []
    prep = outer.head
    if outer.dep_ != "pobj" or prep.lower_ not in ("after", "following") or prep.i < prep.head.i:
        return []
    if prep.head.lemma_ not in ("tell", "say", "add") or is_passive(prep.head):
        return []
    if any(c.dep_ == "poss" or c.lower_ == "between" for c in noun.children):
        return []
    return surface_subjects(prep.head)


_ROUNDS = ("round", "series", "string", "marathon")


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
    if not actors and not recipients and len(chain.used) > 1:
        return refusers, []  # "refused to let the truce begin"
    did = [t for t in actors if t not in refusers]
    refused = [t for t in (asking or did) if t not in refusers]
    if not refusers or not refused:
        return actors, recipients
    return refusers, refused
