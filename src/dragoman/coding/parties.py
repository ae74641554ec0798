"""Which noun phrases are political parties, and the span of their fullest mention."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.civic import CIVIC, acts_as_body
from dragoman.coding.syntax import coordinated, is_noun
from dragoman.gazetteers import agents, countries
from dragoman.gazetteers.parties import by_name
from dragoman.records import Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PRONOUNS = words("pronouns")
_PORTIONS = words("portions")
_CALENDAR = words("calendar")
_TIME_NOUNS = words("time_nouns")
_TARGETS = words("targets")
_CROWDS = words("crowds")
_HOLLOW = words("hollow")
_SCENES = words("scenes")
_NAMED_THINGS = words("named_things")
_INSIDE_PREPOSITIONS = words("inside_prepositions")
_INSTRUMENTS = words("instruments")
MODIFIERS = ("amod", "compound", "nmod")
_MOST_TOKENS = 14  # a longer "of" phrase is a mis-hung clause, not part of a name


# Portions that are people whatever they consist of: "a crowd of revellers".
_THEMSELVES = frozenset({"crowd", "crowds", "delegation"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_SCENE_PREPOSITIONS = ("in", "at", "near", "outside", "inside", "around", "through", "across", "along")
# Events of several sides: the town behind "in" is where they meet.
_ENCOUNTERS = words("encounters")
_ON_THE_SPOT = frozenset({"ASSAULT", "PROTEST"})  # acts whose "in" says where, never against whom


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
        return any(c.isalpha() for c in token.text) and len(token.text) > 1
    if token.lower_ in _PORTIONS and (portion := _portion_of(token)):
        return token.lower_ in _THEMSELVES or any(is_party(c) for c in portion)
    if _is_set(token):
        return True
    if token.lower_ in _CROWDS and token.dep_ in ("nsubj", "nsubjpass", "dobj", "conj"):
        return True  # "thousands marched", "killing dozens": people
    if tag in ("NN", "NNS"):
        if token.lemma_ == "office" and token.dep_ in ("nsubj", "nsubjpass", "agent"):  # "the prosecutor's office"
            return any(c.dep_ in ("poss", "compound") and is_party(c) for c in token.children)
        if token.lemma_ in _INSTRUMENTS or token.lemma_ in CIVIC:  # a drone does nothing: whoever flies it does
            return acts_as_body(token)
        named = token.text[0].isupper() and countries.match(token.text) is not None
        named = named or (len(token.text) > 2 and token.text.isupper() and by_name(token.text) is not None)  # "NYPD"
        return named or agents.is_party_noun(token.lemma_) or agents.is_party_noun(token.lower_)
    if token.lower_ == "old" and token.dep_ not in MODIFIERS and any(c.lower_ == "year" for c in token.lefts):
        return any(c.lower_ in ("a", "the", "another") for c in token.lefts)  # "a 19-year-old was arrested"
    if tag.startswith("JJ"):  # "the Taliban", "the wounded", "the French"
        demonym = token.text[0].isupper() and countries.match(token.text) is not None
        return token.dep_ not in ("amod", "compound") and (demonym or agents.is_party_noun(token.lower_))
    return False


_WHERE = ("in", "at", "near", "outside")  # "kills two in school shooting"


def is_target(token: Token) -> bool:
    """Whether the phrase names what force is used against though it is no party: a town, a base, "killing six"."""
    if token.tag_ == "CD":
        return token.dep_ in ("dobj", "nsubjpass") and not any(
            (c.dep_ in ("prep", "nmod") and c.lower_ not in _WHERE) or c.tag_ == "$" for c in token.children
        )
    return token.tag_ in ("NN", "NNS") and token.lemma_ in _TARGETS


def _is_set(token: Token) -> bool:
    """Whether the word alone stands for parties named before: "the pair", "all three", "both"; not "two of them"."""
    alone = token.lower_ in ("couple", "pair") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    if alone and not any(c.lower_ == "of" for c in token.rights):
        return True  # "jury indicts pair", "Reno couple faces charges"
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "agent") or any(
        c.dep_ in ("prep", "nmod") for c in token.rights
    ):
        return False
    if token.tag_ == "DT":
        return token.lower_ == "both"
    led = any(c.lower_ in ("the", "all", "these") for c in token.lefts)
    return led and (token.lower_ in _SETS if token.tag_ == "NN" else token.tag_ == "CD" and token.lower_ in _FEW)


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
    if token.lemma_ in _HOLLOW:
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
            if inner.dep_ in MODIFIERS and inner.text[0].isupper() and _country_from(inner) is not None
        ]
    if token.lemma_ in _SCENES:
        modifiers = [c for c in modifiers if not _is_capital(c)]
    if modifiers:
        return [_last_of_name(modifiers)]
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _INSIDE_PREPOSITIONS:
            found = parties(coordinated(c for c in child.children if c.dep_ == "pobj"), inside=False)
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
    """Whether a capitalised modifier is a thing's own name: "a Hwasong-12 missile", "the Family Reunion Act"."""
    if modifier.tag_ not in ("NNP", "NNPS") or _country_from(modifier) is not None:
        return False
    if _TYPE_NUMBER.search(modifier.text):
        return by_name(modifier.text) is None
    return noun.lemma_.lower() in _NAMED_THINGS and noun.text[0].isupper() and by_name(modifier.text) is None


# Nouns that gather states which are named right behind them.
_GATHERING = frozenset(
    {"ally", "country", "nation", "state", "power", "neighbour", "neighbor", "rival", "giant", "superpower", "partner"}
)


def members(token: Token) -> list[Token]:
    """Who stands behind a phrase: the states it names one by one ("envoys of India and Pakistan"), or the name that
    explains a mere portion ("one of them, Andrey Kozlov"); else the phrase itself."""
    if token.tag_ == "CD" or token.lower_ in _PORTIONS:
        named = [c for c in token.rights if c.dep_ == "appos" and c.tag_ == "NNP"]
        return coordinated(named[:1]) or [token]
    if token.lemma_ in _GATHERING and token.tag_ == "NNS":
        named = [c for c in token.rights if c.dep_ == "appos" and _country_from(c) is not None]
        if named and (states := [t for t in coordinated(named) if _country_from(t) is not None]):
            return states
    return _gathered(token) or [token, *_besides(token)]


def _besides(token: Token) -> list[Token]:
    """Who is joined to the party though a parser hung him on its country: "the president of Kenya and his counterpart"."""
    return [
        joined
        for prep in token.rights
        if prep.lower_ == "of"
        for land in prep.children
        if land.dep_ == "pobj" and _country_from(land) is not None
        for joined in land.rights
        if joined.dep_ == "conj" and is_party(joined) and any(c.lower_ in ("his", "her") for c in joined.lefts)
    ]


def _gathered(token: Token) -> list[Token]:
    """The states of "presidents of Chad, Niger and Mali", "leaders from Egypt and Jordan"; ``[]`` of any other phrase."""
    if token.tag_ != "NNS" or not agents.is_party_noun(token.lemma_):
        return []
    for child in token.lefts:  # "U.S. and South Korean forces"
        if child.dep_ in MODIFIERS and child.text[0].isupper():
            states = coordinated([child])
            if len(states) > 1 and all(t.i < token.i and _country_from(t) is not None for t in states):
                return states
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from"):
            states = coordinated(c for c in child.children if c.dep_ == "pobj")
            if len(states) > 1 and all(t.text[0].isupper() and _country_from(t) is not None for t in states):
                return states
    return []


def _gathering(state: Token) -> Token | None:
    """The noun that gathers ``state`` with others: the "presidents" of "presidents of Chad, Niger and Mali"."""
    first = state
    while first.dep_ == "conj":
        first = first.head
    noun = first.head.head if first.dep_ == "pobj" else first.head
    return noun if first.dep_ in ("pobj", *MODIFIERS) and state in _gathered(noun) else None


def without_titles(tokens: list[Token]) -> list[Token]:
    """The parties without those that only say who another is: "the allies, «Chad and Mali»", "«Ana Lund», a lawyer and
    a former minister who …"."""
    kept = [t for t in tokens if not any(t != o and _is_title_of(t, o) for o in tokens)]
    first = next((t for t in kept if t.lemma_ in _GATHERING and t.tag_ == "NNS"), None)
    if first is None:
        return kept
    named = [t for t in kept if t.i > first.i and _country_from(t) is not None]
    apposed = named and all(t.is_punct or t.dep_ in ("det", "compound") for t in first.doc[first.i + 1 : named[0].i])
    return [t for t in kept if t != first] if apposed and first.doc[first.i + 1].is_punct else kept


def _is_title_of(token: Token, other: Token) -> bool:
    while token.dep_ == "conj" and token.head != other:
        token = token.head
    return token.dep_ == "appos" and token.head == other


def is_scene(token: Token, act: str) -> bool:
    """Whether the phrase only says where an act took place: "an attack in Kabul", "talks in Geneva".

    Hosts ("arrived in Moscow") and what troops, aid or curfews go to stay parties.
    """
    prep = token.head
    if token.dep_ != "pobj":
        return False
    if act == "CONSULT":  # "talks in Geneva"; who arrives in Geneva visits it
        return prep.lower_ in _SCENE_PREPOSITIONS and prep.head.lemma_ in _ENCOUNTERS
    if act not in _ON_THE_SPOT:
        return False
    return prep.lower_ in _SCENE_PREPOSITIONS and token.tag_ in ("NNP", "NNPS")


def _country_from(token: Token) -> int | None:
    """Where the name of a country or people begins that ends in ``token``: "Chinese", "North Korean"; else ``None``."""
    if countries.match(token.text) is not None:
        return token.i
    before = token.nbor(-1) if token.i > 0 else None
    if before is None or not before.text[0].isupper() or before.head not in (token, token.head):
        return None
    return before.i if countries.match(f"{before.text} {token.text}") is not None else None


def is_mere_name(token: Token) -> bool:
    """Whether a capitalised modifier is neither a country's nor a known party's name."""
    return token.text[0].isupper() and _country_from(token) is None and by_name(token.text) is None


def is_mere_place(token: Token) -> bool:
    """Whether a capitalised modifier is no known party's name but at most a part of a country: "Ohio", "Leeds"."""
    found = countries.match(token.text)
    return is_mere_name(token) or (found is not None and found.part and found.how == "name")


def _is_capital(token: Token) -> bool:
    """Whether the word names a capital: before an event of violence it is the scene, not a government."""
    found = countries.match(token.text)
    return found is not None and found.how == "capital"


def names_country_or_party(token: Token) -> bool:
    """Whether a modifier stands for a party: "Turkish strikes", "Hamas leaders", "police raid"."""
    if token.text[0].isupper():
        return token.lower_ not in _CALENDAR and (
            token.tag_ in ("NNP", "NNPS") or _country_from(token) is not None or "-" in token.text
        )
    return token.dep_ != "amod" and token.tag_ in ("NN", "NNS") and agents.is_party_noun(token.lemma_)


def phrase(token: Token, taken: Container[Token] = ()) -> tuple[int, int]:
    """Token range ``[start, end)`` of the fullest mention headed by ``token``, relative clauses and what is ``taken`` left out."""
    if token.dep_ in ("amod", "compound", "nmod", "poss") and not token.tag_.startswith("PRP"):
        edges: list[int] = [c.left_edge.i for c in token.lefts if c.dep_ in ("compound", "amod", "det", "poss", "nmod")]
        named = _country_from(token)
        first = min([*edges, token.i if named is None else named])
        while first > 0 and _same_name(token.doc[first - 1], token):
            first -= 1
        return first, token.i + 1
    start, end = token.i, token.i + 1
    stranger = _stranger_before(token)
    for child in token.lefts:
        if child.i <= stranger:
            continue
        if child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "case"):
            start = min(start, child.left_edge.i)
    for child in token.rights:
        if child.i != end and not (child.dep_ == "prep" and child.i == end):
            if child.dep_ == "appos" and child.i - end <= 8 and child.tag_ in ("NNP", "NNPS") and _tight(child, end):
                end = child.i + 1
            continue
        counts = token.lower_ in _PORTIONS or token.tag_ == "CD"  # "some of the victims"
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to") and (is_noun(token) or counts):
            if child.lower_ != "of" and not agents.is_party_noun(token.lemma_):
                continue
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if any(c in taken for c in inner):
                break
            if inner:
                stop = phrase(inner[0])[1]
                if stop - start <= _MOST_TOKENS:
                    end = stop
        elif child.dep_ == "flat" or (
            child.dep_ in ("nummod", "appos") and child.i == end and child.tag_ in ("NNP", "CD")
        ):
            end = child.i + 1
    return start, end


def _stranger_before(token: Token) -> int:
    """The last common noun that a parser hung on a name though it names no party: the "rocket" of "the rocket Kim had
    fired"; -1 if there is none."""
    if token.tag_ != "NNP" or not token.text[0].isupper():  # taggers call "the health ministry" a name
        return -1
    strangers = (
        c.i
        for c in token.lefts
        if c.dep_ == "compound"
        and c.tag_ in ("NN", "NNS")
        and c.text.islower()
        and not agents.is_party_noun(c.lemma_)
        and any(d.dep_ == "det" for d in token.lefts)
    )
    return max(strangers, default=-1)


def _same_name(before: Token, token: Token) -> bool:
    """Whether the word before belongs to the name that ``token`` ends: both capitalised modifiers of one noun."""
    if before.head != token.head or before.dep_ not in MODIFIERS or not before.text[0].isupper():
        return False
    return token.text[0].isupper() or agents.is_party_noun(token.lemma_)


def _tight(child: Token, end: int) -> bool:
    """Whether an apposition begins right at ``end``, at most a comma between."""
    begin = child.left_edge.i
    return begin == end or (begin == end + 1 and child.doc[end].text == ",")


def _whole_words(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The range with words whole that the tokenizer took apart at hyphens: "Moon Jae-in"."""
    while end + 1 < len(doc) and doc[end].text in _HYPHENS and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        end += 2
    while (
        start > 1 and doc[start - 1].text in _HYPHENS and not (doc[start - 1].whitespace_ or doc[start - 2].whitespace_)
    ):
        start -= 2
    return start, end


_HYPHENS = ("-", "‐", "‑")


def to_party(token: Token, offset: int, text: str, taken: Container[Token] = ()) -> Party:
    """The record of a party headed by ``token``; ``offset`` is where the sentence begins in ``text``.

    ``taken`` are words of the sentence that mean something else beside the party: the "treason" of "accused the
    generals of treason". A state of several that one noun gathers is named by the whole phrase ("ministers of Chad and Mali").
    """
    start, end = phrase(token, taken)
    noun = _gathering(token)
    if noun is not None:
        start, end = phrase(noun)[0], max(noun.i, *(t.i for t in _gathered(noun))) + 1
    doc = token.doc
    start, end = _whole_words(doc, start, end)
    while end - start > 1 and doc[start].is_punct:
        start += 1
    begin = doc[start].idx
    stop = doc[end - 1].idx + len(doc[end - 1].text)
    span = Span(begin, stop).shift(offset)
    head = Span(token.idx, token.idx + len(token.text)).shift(offset)
    return Party(span.of(text), span, head)
