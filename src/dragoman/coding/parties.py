"""Which noun phrases are political parties, and the parties inside others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.civic import CIVIC, acts_as_body
from dragoman.coding.syntax import coordinated
from dragoman.gazetteers import agents, countries
from dragoman.gazetteers.parties import by_name
from dragoman.gazetteers.places import load_places

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = words("pronouns")
_PORTIONS = words("portions")
_CALENDAR = words("calendar")
_PLATFORMS = words("platforms")
_TIME_NOUNS = words("time_nouns")
_TARGETS = words("targets")
_CROWDS = words("crowds")
_HOLLOW = words("hollow")
_SCENES = words("scenes")
_NAMED_THINGS = words("named_things")
_INSIDE_PREPOSITIONS = words("inside_prepositions")
_INSTRUMENTS = words("instruments")
MODIFIERS = ("amod", "compound", "nmod")


# Portions that are people whatever they consist of: "a crowd of revellers".
_THEMSELVES = frozenset({"crowd", "crowds", "delegation"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})


def is_party(token: Token) -> bool:
    """Whether the phrase headed by ``token`` names a political party."""
    tag = token.tag_
    if tag == "PRP$":
        return token.dep_ == "poss" and token.lower_ in _POSSESSIVES
    if tag.startswith("PRP") or tag in ("WP", "EX"):
        return token.lower_ in PRONOUNS
    if tag in ("NNP", "NNPS"):
        if token.lower_ in _CALENDAR or token.lower_ in _INSTRUMENTS:
            return False
        if token.lower_ in _PLATFORMS:  # "posted on Facebook"
            return token.dep_ in ("nsubj", "nsubjpass", "dobj", "conj", "poss") or token.head.dep_ == "agent"
        no_party = token.text in _CONTESTS or _names_water(token) or _names_paper(token)
        return any(c.isalpha() for c in token.text) and len(token.text) > 1 and not no_party
    if (token.lower_ in _PORTIONS or tag == "CD") and (portion := _portion_of(token)):  # "21 of the miners"
        return token.lower_ in _THEMSELVES or any(is_party(c) for c in portion)
    if _is_set(token) or _is_those(token):
        return True
    if token.lower_ in _CROWDS and token.dep_ in ("nsubj", "nsubjpass", "dobj", "conj"):
        return True  # "thousands marched", "killing dozens": people
    if token.lower_ == "others" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "conj"):
        return any(
            c.dep_ == "nummod" or c.lower_ in _SO_MANY for c in token.lefts
        )  # "killed six and wounded 22 others"
    if tag in ("NN", "NNS"):
        if token.lemma_ == "office" and token.dep_ in ("nsubj", "nsubjpass", "agent"):  # "the prosecutor's office"
            return any(c.dep_ in ("poss", "compound") and is_party(c) for c in token.children)
        if token.lemma_ in _FOLLOWINGS and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj"):
            names = [c for c in token.lefts if c.dep_ == "compound"]  # "the Lund campaign"
            return any(c.tag_ == "NNP" and is_mere_name(c) for c in names[-1:])
        if token.lemma_ in _INSTRUMENTS or token.lemma_ in CIVIC:  # a drone does nothing: whoever flies it does
            return acts_as_body(token)
        named = token.text[0].isupper() and countries.match(token.text) is not None
        named = named or (len(token.text) > 2 and token.text.isupper() and by_name(token.text) is not None)  # "NYPD"
        return named or agents.is_party_noun(token.lemma_) or agents.is_party_noun(token.lower_) or _is_compound(token)
    if token.lower_ == "old" and any(c.lower_ == "year" for c in token.lefts):  # "a 19-year-old was arrested"
        strayed = token.dep_ in MODIFIERS  # a parser may hang him on the verb as its adjective
        led = token.head.lefts if strayed and token.head.tag_.startswith("VB") else () if strayed else token.lefts
        return any(c.lower_ in ("a", "the", "another") for c in led)
    if tag.startswith("JJ"):  # "the Taliban", "the wounded", "the French"
        demonym = token.text[0].isupper() and countries.match(token.text) is not None
        return token.dep_ not in ("amod", "compound") and (demonym or agents.is_party_noun(token.lower_))
    return False


def _is_compound(token: Token) -> bool:
    """Whether the noun names people with the word before it only: "security personnel", "secret services"."""
    before = token.nbor(-1) if token.i > 0 else None
    if before is None or before.head != token or before.dep_ not in ("compound", "amod"):
        return False
    return agents.agent(f"{before.lower_} {token.lower_}") is not None


def _names_water(token: Token) -> bool:
    """Whether the name is a sea's ("the Sea of Japan"), or a country's that ends it: the "Aden" of "the Gulf of Aden"."""
    if token.text in _WATERS:
        longer = any(c.dep_ in ("compound", "amod", "prep") for c in token.children)
        return token.dep_ == "pobj" and longer and country_from(token) is None
    prep = token.head
    return token.dep_ == "pobj" and prep.lower_ == "of" and prep.head.text in _WATERS


def _names_paper(token: Token) -> bool:
    """Whether the name is that of a law or treaty: "the Oslo <Accords>", "the Clean Streets <Act>"."""
    word = token.lower_.removesuffix("s")
    of_name = any(c.dep_ in MODIFIERS for c in token.lefts)
    led = word in _PACTS or any(c.dep_ in ("det", "poss") for c in token.lefts)  # "Uncle Bill"
    return of_name and led and word in _PAPERS and by_name(token.text) is None


_PACTS = frozenset({"accord", "treaty", "agreement", "pact", "protocol"})
_PAPERS = _PACTS | {"act", "amendment", "bill", "doctrine", "law", "directive", "regulation", "statute", "constitution"}
_WATERS = words("waters")
_CONTESTS = words("contests")
_MERE_KINDS = words("mere_kinds")
_WHERE = ("in", "at", "near", "outside")  # "kills two in school shooting"


def is_target(token: Token) -> bool:
    """Whether the phrase names what force is used against though it is no party: a town, a base, "killing six"."""
    if token.tag_ == "CD":
        return token.dep_ in ("dobj", "nsubjpass") and not any(
            (c.dep_ in ("prep", "nmod") and c.lower_ not in _WHERE) or c.tag_ == "$" for c in token.children
        )
    if token.lower_ in _WHOEVER:
        return token.dep_ == "dobj"  # "shot whoever they found there"
    return token.tag_ in ("NN", "NNS") and token.lemma_ in _TARGETS


_WHOEVER = ("whoever", "whomever")


def _is_set(token: Token) -> bool:
    """Whether the word alone stands for parties named before: "the pair", "all three", "both"; not "two of them"."""
    alone = token.lower_ in ("couple", "pair") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    if alone and not any(c.lower_ == "of" for c in token.rights):
        return True  # "jury indicts pair", "Reno couple faces charges"
    led = any(c.lower_ in ("the", "all", "these") for c in token.lefts)
    if led and token.tag_ == "CD" and any(c.dep_ == "relcl" and _tells_of_people(c) for c in token.rights):
        return True  # "the 21 who were freed"
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "agent") or any(
        c.dep_ in ("prep", "nmod") for c in token.rights
    ):
        return False
    if token.tag_ == "DT":
        return token.lower_ == "both"
    return led and (token.lower_ in _SETS if token.tag_ == "NN" else token.tag_ == "CD" and token.lower_ in _FEW)


def _is_those(token: Token) -> bool:
    """Whether "those" are people by what stands behind: "those in attendance", "those who fled", "those behind the raid"."""
    if token.lower_ != "those" or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    for behind in token.rights:
        if behind.dep_ == "relcl" and _tells_of_people(behind):
            return True
        if behind.dep_ == "prep" and any(c.lemma_ in _STATES_OF_PEOPLE for c in behind.children):
            return True
    return any(c.lower_ in ("responsible", "present") for c in token.rights)


_STATES_OF_PEOPLE = words("states_of_people")


def _tells_of_people(clause: Token) -> bool:
    return any(c.lower_ in ("who", "whom") for c in clause.lefts)


_SO_MANY = frozenset({"dozens", "scores", "hundreds", "thousands", "many", "several", "some", "numerous"})
_FOLLOWINGS = frozenset({"campaign", "camp"})  # with a politician's name before them: those who work for him
_SETS = frozenset({"pair", "duo", "trio", "couple"})
_FEW = frozenset({"two", "three", "four", "five", "six"})


def is_temporal(token: Token) -> bool:
    """Whether the phrase names a time rather than a party: "on Saturday", "for weeks"."""
    return token.lower_ in _CALENDAR or token.lemma_ in _TIME_NOUNS


def _portion_of(token: Token) -> list[Token]:
    return [c for p in token.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]


def parties(tokens: Iterable[Token], *, inside: bool = True) -> list[Token]:
    """The heads of the parties that ``tokens`` name; with ``inside``, else the party within each phrase.

    "condemned Israel's strike" names Israel; "rejected the US offer" the United States.
    """
    out: list[Token] = []
    for token in tokens:
        found = [token] if is_party(token) else (parties_inside(token) if inside else [])
        out.extend(t for t in found if t not in out)
    return out


def parties_inside(token: Token) -> list[Token]:
    """The parties that own, make or undergo what ``token`` names: possessor, then modifiers, then "of" phrases."""
    if token.lemma_ in _HOLLOW or token.text in _CONTESTS:
        return []
    owners = [c for c in token.children if c.dep_ == "poss" and is_party(c)]
    if owners:
        return coordinated(owners)
    modifiers = [c for c in token.children if c.dep_ in MODIFIERS and names_country_or_party(c)]
    modifiers = [c for c in modifiers if not _names_thing(c, token)]
    if not modifiers:  # "North Korean missile launches": the parser hangs the country on the word between
        modifiers = [
            inner
            for c in token.children
            if c.dep_ in MODIFIERS
            for inner in c.children
            if inner.dep_ in MODIFIERS and inner.text[0].isupper() and country_from(inner) is not None
        ]
    if token.lemma_ in _SCENES:  # "the Paris attacks", "the Lyon attack"
        modifiers = [c for c in modifiers if not _is_capital(c) and not (is_mere_name(c) and c.text in load_places())]
    if modifiers:
        return [_last_of_name(modifiers)]
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _INSIDE_PREPOSITIONS:
            found = parties(coordinated(c for c in child.children if c.dep_ == "pobj"), inside=False)
            if child.lower_ == "in":  # "unrest in Chad" is Chad's, "a bill in Atlanta" nobody's
                found = [t for t in found if not is_town(t)]
            if found:
                return found
    return []


def _last_of_name(modifiers: list[Token]) -> Token:
    """The last word of the name or party that begins the modifiers: the "Serb" of "Bosnian Serb air defences", the
    "consulate" of "the Danish consulate building"."""
    last = modifiers[0]
    for token in modifiers[1:]:
        if token.i != last.i + 1 or not last.text[0].isupper():
            break
        last = token
    return last


# "Hwasong-12", "F-16", "Hyunmoo-II"
_TYPE_NUMBER = re.compile(r"\d|-[IVX]+$")


def _names_thing(modifier: Token, noun: Token) -> bool:
    """Whether a capitalised modifier is a thing's own name: "a Hwasong-12 missile", "the Family Reunion Act", or only tells which
    kind: "a pilot programme"."""
    if modifier.lower_ in _MERE_KINDS or (modifier.lower_ == "jury" and noun.lemma_ in ("trial", "duty")):
        return True
    before = modifier.nbor(-1) if modifier.i > 0 else modifier
    if before.text == "-" and modifier.text.islower() and not before.whitespace_:
        return True  # "a two-state solution" is no state's
    if modifier.tag_ not in ("NNP", "NNPS") or country_from(modifier) is not None:
        return False
    if _TYPE_NUMBER.search(modifier.text):
        return by_name(modifier.text) is None
    named = noun.lemma_.lower() in _NAMED_THINGS or noun.lower_.removesuffix("s") in _PAPERS
    return named and noun.text[0].isupper() and by_name(modifier.text) is None


def country_from(token: Token) -> int | None:
    """Where the name of a country or people begins that ends in ``token``: "Chinese", "North Korean"; else ``None``."""
    if countries.match(token.text) is not None:
        return token.i
    before = token.nbor(-1) if token.i > 0 else None
    if before is None or not before.text[0].isupper() or before.head not in (token, token.head):
        return None
    return before.i if countries.match(f"{before.text} {token.text}") is not None else None


def is_mere_name(token: Token) -> bool:
    """Whether a capitalised modifier is neither a country's nor a known party's name."""
    return token.text[0].isupper() and country_from(token) is None and by_name(token.text) is None


def is_mere_place(token: Token) -> bool:
    """Whether a capitalised modifier is no known party's name but at most a part of a country: "Ohio", "Leeds"."""
    found = countries.match(token.text)
    return is_mere_name(token) or (found is not None and found.part and found.how == "name")


def is_town(token: Token) -> bool:
    """Whether the name is at most that of a town or a part of a country."""
    if token.tag_ != "NNP" or by_name(token.text) is not None:
        return False
    found = countries.match(token.text)
    return token.text in load_places() if found is None else found.part or found.how == "capital"


def _is_capital(token: Token) -> bool:
    """Whether the word names a capital: before an event of violence it is the scene, not a government."""
    found = countries.match(token.text)
    return found is not None and found.how == "capital"


def names_country_or_party(token: Token) -> bool:
    """Whether a modifier stands for a party: "Turkish strikes", "Hamas leaders", "police raid"."""
    if token.text[0].isupper():
        return token.lower_ not in _CALENDAR and (
            token.tag_ in ("NNP", "NNPS") or country_from(token) is not None or "-" in token.text
        )
    if token.lower_ == "merchant":
        return False  # "a merchant vessel" is no merchant's
    return token.dep_ != "amod" and token.tag_ in ("NN", "NNS") and agents.is_party_noun(token.lemma_)
