"""Who stands behind one phrase: the states that a noun gathers, who is joined to another's name, whose title a phrase is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.parties import MODIFIERS, country_from, is_party
from dragoman.coding.syntax import coordinated
from dragoman.gazetteers import agents

if TYPE_CHECKING:
    from spacy.tokens import Token

_PORTIONS = words("portions")
# Nouns that gather states which are named right behind them.
_GATHERING = words("gathering")


def members(token: Token) -> list[Token]:
    """Who stands behind a phrase: the states it names one by one ("envoys of India and Pakistan"), or the name that
    explains a mere portion ("one of them, Andrey Kozlov"); else the phrase itself."""
    if token.lower_ in SAYING:  # "a man <police> say was shot": a clause without "who"
        said_of = [c for c in token.lefts if c.dep_ == "compound" and c.tag_ == "NN" and is_party(c)]
        if said_of and any(c.lower_ in ("a", "an", "another") for c in token.lefts):
            return said_of[-1:]
    if token.tag_ == "CD" or token.lower_ in _PORTIONS:
        named = [c for c in token.rights if c.dep_ == "appos" and c.tag_ == "NNP"]
        return coordinated(named[:1]) or [token]
    if token.lemma_ in _GATHERING and token.tag_ == "NNS":
        named = [c for c in token.rights if c.dep_ == "appos" and country_from(c) is not None]
        if named and (states := [t for t in coordinated(named) if country_from(t) is not None]):
            return states
    return gathered(token) or _named_behind(token) or [token, *_besides(token), *_along_with(token)]


def _named_behind(token: Token) -> list[Token]:
    """The people whom a plural noun only introduces: "candidates <Ana Lund> and <Jan Holm>"."""
    if token.tag_ != "NNS" or not agents.is_party_noun(token.lemma_):
        return []
    first = next((c for c in token.rights if c.dep_ == "appos" and c.tag_ == "NNP"), None)
    if first is None or first.left_edge.i != token.i + 1:
        return []
    named = coordinated([first])
    return named if len(named) > 1 and all(t.tag_ == "NNP" for t in named) else []


def _along_with(token: Token) -> list[Token]:
    """Who is told of behind the party as one more: "jailed the former president along with 19 of his ministers"."""
    verb = token.head
    if token.dep_ not in ("dobj", "nsubj", "nsubjpass") or not verb.tag_.startswith("VB"):
        return []
    # behind the verb of "she left along with him" may stand whom the object goes with
    end = verb.i if token.dep_ == "nsubj" and token.i < verb.i else len(token.doc)
    return [
        one
        for more in (*token.rights, *verb.children)
        if more.lower_ in _MORE and token.i < more.i < end
        for joint in more.children
        if joint.lower_ == "with" and joint.dep_ == "prep"
        for one in joint.children
        if one.dep_ == "pobj" and is_party(one)
    ]


_MORE = ("along", "together")


def _besides(token: Token) -> list[Token]:
    """Who is joined to the party though a parser hung him on its owner: "the president of Kenya and his counterpart",
    "envoys of the government and mediators of the rebels"."""
    owners = [c for p in token.rights if p.lower_ in ("of", "from") for c in p.children if c.dep_ == "pobj"]
    return [
        joined
        for owner in owners
        for joined in owner.rights
        if joined.dep_ == "conj"
        and is_party(joined)
        and (_is_counterpart(joined, owner) or _is_like(joined, token, owner))
    ]


def _is_counterpart(joined: Token, owner: Token) -> bool:
    return country_from(owner) is not None and any(c.lower_ in ("his", "her") for c in joined.lefts)


def _is_like(joined: Token, token: Token, owner: Token) -> bool:
    """Whether what is joined is built as the whole phrase is, and not as its owner: people of somebody."""
    after = token.doc[joined.i + 1 : joined.i + 2]
    of_somebody = any(t.lower_ in ("of", "from") for t in after) and not any(
        c.lower_ in ("of", "from") and c.i < joined.i for c in owner.rights
    )
    return of_somebody and joined.tag_ == token.tag_ == "NNS" != owner.tag_


def gathered(token: Token) -> list[Token]:
    """The states of "presidents of Chad, Niger and Mali", "leaders from Egypt and Jordan"; ``[]`` of any other phrase."""
    if token.tag_ != "NNS" or not agents.is_party_noun(token.lemma_):
        return []
    for child in token.lefts:  # "U.S. and South Korean forces"
        if child.dep_ in MODIFIERS and child.text[0].isupper() and any(c.dep_ == "conj" for c in child.rights):
            states = coordinated([child])
            if len(states) > 1 and all(t.i < token.i and country_from(t) is not None for t in states):
                first = [
                    c for c in token.lefts if c.i < child.i and c.dep_ in MODIFIERS and country_from(c) is not None
                ]
                return [c for c in first if c.nbor(1).text == ","] + states  # "US, Korean and Japanese armies"
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from"):
            states = coordinated(t for c in child.children if c.dep_ == "pobj" for t in _of_what(c))
            if len(states) > 1 and all(t.text[0].isupper() and country_from(t) is not None for t in states):
                return states
    return []


def _of_what(office: Token) -> list[Token]:
    """The states behind an office: "heads of the <armies> of Chad and Mali"; else the word itself."""
    inner = [t for p in office.rights if p.lower_ == "of" and p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
    return inner if inner and office.tag_ == "NNS" and agents.is_party_noun(office.lemma_) else [office]


def gathering_of(state: Token) -> Token | None:
    """The noun that gathers ``state`` with others: the "presidents" of "presidents of Chad, Niger and Mali"."""
    first = state
    while first.dep_ == "conj":
        first = first.head
    noun = first.head.head if first.dep_ == "pobj" else first.head
    if first.dep_ == "pobj" and noun.dep_ == "pobj" and noun.head.lower_ == "of" and state in gathered(noun.head.head):
        return noun.head.head  # "heads of the armies of Chad and Mali"
    return noun if first.dep_ in ("pobj", *MODIFIERS) and state in gathered(noun) else None


# Who says in news what somebody is to have done.
SAYING = words("police_say")


def without_titles(tokens: list[Token]) -> list[Token]:
    """The parties without those that only say who another is: "the allies, «Chad and Mali»", "«Ana Lund», a lawyer and
    a former minister who …"."""
    kept = [t for t in tokens if not any(t != o and _is_title_of(t, o) for o in tokens)]
    kept = _without_count(_named_at_end(kept))
    first = next((t for t in kept if t.lemma_ in _GATHERING and t.tag_ == "NNS"), None)
    if first is None:
        return kept
    named = [t for t in kept if t.i > first.i and country_from(t) is not None]
    apposed = named and all(t.is_punct or t.dep_ in ("det", "compound") for t in first.doc[first.i + 1 : named[0].i])
    return [t for t in kept if t != first] if apposed and first.doc[first.i + 1].is_punct else kept


def _named_at_end(tokens: list[Token]) -> list[Token]:
    """The one of whom two offices are told before his name, once: "former minister and head of the bank, Ana Lund,"."""
    name = name_of_two_roles(tokens[0]) if len(tokens) == 2 else None
    return tokens[:1] if name is not None and tokens[1].i < name.i and tokens[1].tag_ == "NN" else tokens


def name_of_two_roles(first: Token) -> Token | None:
    """Whose name stands behind two offices of his, of which ``first`` is one: "the minister and head of the bank, Ana Lund"."""
    second = next((c for c in first.rights if c.dep_ in ("conj", "appos") and c.tag_ == "NN"), None)
    if second is None or first.tag_ != "NN" or not any(c.lower_ == "and" for c in first.rights):
        return None
    kinds = [agents.agent(t.lemma_) for t in (first, second)]
    if any(k is None or k.kind != "person" for k in kinds) or any(c.dep_ in ("det", "poss") for c in second.lefts):
        return None
    if any(t.text == "," for t in first.doc[first.i : second.i]):
        return None  # "the clerk, Ana Lund, and sister of the mayor"
    name = next((c for t in (second, first) for c in t.rights if c.dep_ == "appos" and c.tag_ == "NNP"), None)
    if name is None or name.left_edge.i < second.i + 2:
        return None
    return name if name.doc[name.left_edge.i - 1].text == "," else None


def _without_count(tokens: list[Token]) -> list[Token]:
    """The parties without the number of them that stands before their names: "two men - «Jan Holm» and «Ola Berg» - were"."""
    first = tokens[0] if tokens else None
    named = [t for t in tokens[1:] if t.tag_.startswith("NNP")]
    if first is None or first.tag_ != "NNS" or not named or len(named) != len(tokens) - 1:
        return tokens
    counted = any(c.dep_ == "nummod" for c in first.lefts)
    return named if counted and first.doc[first.i + 1].text in _DASHES else tokens


_DASHES = ("—", "–", "-", "--")


def _is_title_of(token: Token, other: Token) -> bool:
    while token.dep_ == "conj" and token.head != other:
        token = token.head
    return token.dep_ == "appos" and token.head == other
