"""Who acts where the grammatical subject is no party: documents, events, things that somebody sent, "UN sanctions imposed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.syntax import antecedent, arguments, is_noun, is_verb, surface_subjects
from dragoman.coding.valency import doers_of_noun

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

_DOCUMENTS = words("documents")
_PORTIONS = words("portions")
_ISSUING = words("issuing")
_STRIKES = words("strikes")
_SUFFERED = words("suffered_deeds")
# Types of words on a deed, which go to whoever does it and not to whoever suffers it.
ON_DEEDS = frozenset({"ACCUSE", "SUPPORT"})
# Deeds whose doer "by" names, so that he does what they bring about: "a mine laid by rebels killed two".
_DONE_BY = words("done_by")
# Abbreviations that stand before a noun as adjectives do: "US tariffs" are of the US, "Iran tariffs" against it.
_ADJECTIVAL = words("adjectival_abbreviations")


def behind_subjects(verb: Token) -> list[Token]:
    """The parties behind the subjects of an active ``verb`` that are no parties themselves."""
    args = arguments(verb)
    if args.passive:
        return []
    for subject in (paper for t in args.subjects or _modified_by(verb) for paper in _portion(t)):
        if not is_noun(subject) or party_rules.is_party(subject):
            continue
        found = _of_document(subject) if subject.lemma_ in _DOCUMENTS else []
        found = (
            found or _sent_by(subject, verb) or doers_of_noun(subject) or _strikers(subject) or _who_is_behind(subject)
        )
        if found:
            return found
    return _strikers_told_before(verb)


def _who_is_behind(event: Token) -> list[Token]:
    """Who is told to be behind an event: "<the rebels> were behind the attack that killed two", "<the men> behind it"."""
    prep = event.head
    if event.dep_ != "pobj" or prep.lower_ != "behind" or event.lemma_ not in _STRIKES:
        return []
    if is_noun(prep.head):
        return party_rules.parties([prep.head], inside=False)
    if prep.head.lemma_ != "be" or any(c.dep_ == "neg" or c.tag_ == "MD" for c in prep.head.children):
        return []
    return [t for t in party_rules.parties(surface_subjects(prep.head), inside=False) if is_noun(t)]


def _strikers_told_before(verb: Token) -> list[Token]:
    """Who strikes in the event of which "that" tells behind its place and day: the "Turkish" of "Turkish air strikes in the
    province of Idlib this month <that> left two dead"."""
    lead = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.lower_ in ("that", "which")), None)
    if lead is None or verb.lemma_ not in _TAKING_LIVES:
        return []
    for token in reversed(list(lead.doc[lead.sent.start : lead.i])):
        if token.lemma_ in _STRIKES and is_noun(token):
            return _strikers(token)
        if is_verb(token) or (is_noun(token) and not _is_scene(token)):
            return []  # "a strike on the group that killed two"
    return []


_TAKING_LIVES = ("kill", "leave", "wound", "injure", "claim", "destroy", "flatten", "hit", "damage", "level")


def _is_scene(noun: Token) -> bool:
    """Whether a noun behind an event only says where or when it was."""
    if party_rules.is_temporal(noun) or noun.lemma_ in _AREAS:
        return True
    return noun.tag_ == "NNP" and (party_rules.is_town(noun) or party_rules.is_mere_place(noun))


_AREAS = words("areas_of_strikes")


def who_put(thing: Token) -> list[Token]:
    """Who made, wants or asked for a thing: "a poll proposed by the premier", "an inquiry that the OSCE had asked for"."""
    for clause in thing.rights:
        if clause.lemma_ not in _PUTTING:
            continue
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            return party_rules.parties(arguments(clause).subjects, inside=False)
        if clause.dep_ == "relcl":
            subjects = [c for c in clause.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]
            if subjects:
                return party_rules.parties(subjects, inside=False)
    return []


def made_by(thing: Token) -> list[Token]:
    """Whose words or deed a thing is by the participle behind it: "took issue with remarks made by <the minister>"."""
    for clause in thing.rights:
        if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in (*_DONE_BY, "make", "write", "post"):
            return party_rules.parties(arguments(clause).subjects, inside=False)
    return []


_PUTTING = words("putting")


def behind_measure(verb: Token, used: Iterable[Token]) -> list[Token]:
    """Whose measure a passive imposes that names no agent: "UN sanctions imposed on Chad", "the EU's tariffs were lifted"."""
    args = arguments(verb)
    if not args.passive:
        return []
    for noun in used:
        if not is_noun(noun) or noun not in args.objects or party_rules.is_party(noun) or party_rules.is_target(noun):
            continue  # "Chinese editors were told to delete it", "American bases were hit": nobody's measure
        if is_suffered(noun):
            continue  # "her detention was extended": she is held
        owners = [c for c in noun.children if c.dep_ == "poss" and party_rules.is_party(c)]
        if owners:
            return owners
        for child in noun.children:
            if child.dep_ in party_rules.MODIFIERS and (child.tag_.startswith("JJ") or child.text in _ADJECTIVAL):
                if party_rules.names_country_or_party(child):
                    return [child]
    return []


def behind_event(verb: Token) -> list[Token]:
    """Who strikes where a passive tells only in what somebody was hit: "nine were killed in an Israeli air strike".

    The event must lie in the verb's own clause, and its doer stand before it as a name's adjective, a name or an owner,
    or behind "by".
    """
    if not arguments(verb).passive and verb.lemma_ != "die":
        return []
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.lower_ not in ("in", "during", "by", "as"):
            continue
        for outer in prep.children:
            event = _result_of(outer)
            if outer.dep_ != "pobj" or not (event.lemma_ in _STRIKES or event.lower_ in _STRIKES):
                continue
            by = [c for p in event.rights if p.lower_ == "by" for c in p.children if c.dep_ == "pobj"]
            if found := party_rules.parties(by, inside=False):
                return found
            for child in event.lefts:
                owner = child.dep_ == "poss" and party_rules.is_party(child)
                if owner or (child.dep_ in party_rules.MODIFIERS and party_rules.names_country_or_party(child)):
                    return [child]
    return []


def _result_of(noun: Token) -> Token:
    """What something is the result of: the "shelling" of "as a result of shelling"; else the noun itself."""
    if noun.lower_ not in ("result", "consequence"):
        return noun
    return next((t for c in noun.rights if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), noun)


def is_suffered(noun: Token) -> bool:
    """Whether the noun is a deed whose "of" brings who suffers it: "the arrest of priests"."""
    return noun.lemma_ in _SUFFERED and not party_rules.is_party(noun)


def behind_deed(noun: Token) -> list[Token]:
    """Who does what the noun of a deed names, and not who suffers it: "the arrest of priests by the army": the army."""
    beside = [t for t in party_rules.parties_inside(noun) if t.dep_ != "pobj" or t.head.lower_ in ("by", "between")]
    return beside or doers_of_noun(noun)


def _strikers(event: Token) -> list[Token]:
    """Who strikes in an event that kills: the "rebel" of "has seen a string of rebel attacks, killing dozens"."""
    if event.lemma_ not in _STRIKES:
        return []
    found = [c for c in event.lefts if c.dep_ in party_rules.MODIFIERS and party_rules.names_country_or_party(c)]
    return [c for c in found if c.text.islower() or party_rules.country_from(c) is not None][:1]


def _modified_by(verb: Token) -> list[Token]:
    return [verb.head] if verb.dep_ in ("acl", "relcl") and is_noun(verb.head) else []


def _portion(noun: Token) -> list[Token]:
    """What a portion consists of: the resolutions of "a series of UN resolutions"; else the noun itself."""
    if noun.lemma_ not in _PORTIONS or party_rules.is_party(noun):
        return [noun]
    inner = [c for p in noun.rights if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    return inner or [noun]


def _of_document(noun: Token) -> list[Token]:
    """Whose statement, letter or law it is: its owner, else who issued it or speaks in it."""
    owners = [c for c in noun.children if c.dep_ == "poss" and party_rules.is_party(c)]
    if owners:
        return owners
    modifiers = [c for c in noun.children if c.dep_ in party_rules.MODIFIERS and party_rules.names_country_or_party(c)]
    if modifiers:
        return modifiers[:1]
    for prep in noun.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("by", "from", "of"):
            found = party_rules.parties((c for c in prep.children if c.dep_ == "pobj"), inside=False)
            if found:
                return found
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun.head
    if is_verb(above) and (noun.dep_ == "pobj" or above.lemma_ in _ISSUING):
        if noun.dep_ == "nsubjpass":
            return party_rules.parties(arguments(above).subjects, inside=False)
        if noun.dep_ in ("dobj", "pobj"):
            return party_rules.parties(surface_subjects(above), inside=False)
    return []


def _sent_by(noun: Token, verb: Token) -> list[Token]:
    """Who did, with what the noun names, what the verb tells: "the attack by Boko Haram", "a lorry driven by an extremist"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            found = party_rules.parties((c for c in child.children if c.dep_ == "pobj"), inside=False)
        elif child.dep_ in ("acl", "relcl") and child != verb and child.lemma_ in _DONE_BY:
            found = party_rules.parties(
                (t for t in arguments(child).subjects if t != noun and antecedent(t) != noun), inside=False
            )
        else:
            continue
        if found:
            return found
    return []
