"""What a relative clause tells of, where a parser hung it on a word inside the phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.gazetteers import agents, countries

if TYPE_CHECKING:
    from spacy.tokens import Token


def bearer(noun: Token) -> Token:
    """Whose title a noun is, if a name stands before it: "Ana Lund, a lawyer and a former minister who resigned"."""
    person = _person_there(noun)
    if person is not None:
        return person
    outer = noun
    while outer.dep_ in ("appos", "conj"):
        if outer.dep_ == "appos" and outer.head.tag_.startswith("NNP") and not noun.tag_.startswith("NNP"):
            return outer.head
        outer = outer.head
    if outer.dep_ == "attr" and outer.head.lemma_ == "be":  # "Lund is a liar and a bigot who vowed …"
        named = next((c for c in outer.head.lefts if c.dep_ == "nsubj" and c.tag_ in ("NNP", "PRP")), None)
        if named is not None and named.lower_ != "it" and any(c.lower_ in ("a", "an") for c in outer.lefts):
            return named
    prep = noun.head  # "Democrats on Capitol Hill, who …"
    if noun.dep_ == "pobj" and noun.tag_ == "NNP" and prep.lower_ in ("in", "on", "at") and prep.head.tag_ in _PLURALS:
        return prep.head
    return noun


_PLURALS = ("NNS", "NNPS")


def with_its_place(noun: Token) -> Token:
    """What a clause tells of that hangs on the place of it: "the attack in Nice, France, which killed …": the attack."""
    outer = noun
    while outer.dep_ in ("appos", "conj") and outer.head.tag_.startswith("NNP"):
        outer = outer.head
    if outer.dep_ != "pobj" or not outer.tag_.startswith("NNP") or outer.head.lower_ not in ("in", "at", "near"):
        return noun
    return outer.head.head if outer.head.head.tag_.startswith("NN") else noun


def _person_there(noun: Token) -> Token | None:
    """The person of whom "who" tells behind a place or body: "Jan Holm, of Swansea, <who> …", "owners in the club <who> …"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _AT or _is_person(noun):
        return None
    place = noun.tag_ == "NNP" or countries.match(noun.text) is not None
    found = agents.agent(noun.lemma_)
    if not place and (found is None or found.kind != "body"):
        return None
    above = noun.head.head
    return above if above.tag_.startswith("NN") and (above.tag_ == "NNP" or _is_person(above)) else None


_AT = ("of", "from", "in", "at", "near")


def _is_person(noun: Token) -> bool:
    found = agents.agent(noun.lower_) or agents.agent(noun.lemma_)
    return found is not None and found.kind != "body"
