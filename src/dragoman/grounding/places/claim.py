"""Where a claim's act happened: the place the sentence ties to the trigger, or none.

Asked for in turn: a phrase of place that hangs on the trigger or on one of its arguments ("killed in
Nuseirat", "heads to Moscow", "withdrew from Kherson"); the only place of the sentence, if it is not just
what a party is called by ("Gaza's health ministry"); the dateline.
Every step further is said in the reason and lowers the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.gazetteers.places.wordlists import word_list
from dragoman.records import Article, Grounding, Place, PlaceMention, Sentence, Span
from dragoman.records.dateline import find_dateline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Prepositions that say where, by how surely they do.
_AT = {
    "in": 1.0, "at": 1.0, "near": 0.95, "outside": 0.95, "inside": 1.0, "within": 0.95, "on": 0.85, "across": 0.95,
    "throughout": 0.95, "around": 0.9, "off": 0.9, "along": 0.85, "over": 0.75, "under": 0.6, "by": 0.5,
    "between": 0.7, "through": 0.8, "north": 0.85, "south": 0.85, "east": 0.85, "west": 0.85, "northeast": 0.85,
    "northwest": 0.85, "southeast": 0.85, "southwest": 0.85,
}  # fmt: skip
#: Prepositions of where a movement goes; for visits, arrivals, deployments and deliveries that is the place.
_TOWARD = {"to": 0.9, "into": 0.95, "toward": 0.8, "towards": 0.8, "onto": 0.85, "for": 0.7}
#: Prepositions of where a movement starts; for withdrawals, expulsions and flights that is the place.
_FROM = {"from": 0.6, "out": 0.6}

#: Acts that go somewhere: with any other act, "to X" names who receives, not where.
_MOVING_IN = word_list("claim_words.yaml", "moving_in")
#: Acts done "on" a town or country: the place is where they are done. "Sanctions on Iran" are not done there.
_DONE_ON = word_list("claim_words.yaml", "done_on")
_MOVING_OUT = word_list("claim_words.yaml", "moving_out")
#: Verbs whose direct object is itself the place: "visited Moscow", "bombed Aleppo".
_PLACE_AS_OBJECT = word_list("claim_words.yaml", "place_as_object")
_PARTY_DEPENDENCIES = frozenset({"poss", "compound", "nmod", "amod", "appos"})
_MOST_STEPS = 6

_ABOUT_THE_SAME = 0.25

ONLY_PLACE = 0.55
DATELINE = 0.3


def claim_place(
    trigger: Span,
    sentence: Sentence,
    places: Sequence[Grounding[Place]],
    article: Article,
    *,
    parties: Sequence[Span] = (),
) -> PlaceMention | None:
    """The place of the act that ``trigger`` names, or ``None`` where the text does not say.

    ``places`` are the article's places (see ``ground_places``); ``parties`` the spans of the claim's actors
    and recipients, whose own names are no place of the act. The reason of the answer's grounding names the words that
    tie the place to the act; its score is the place's own times how sure the tie is.
    """
    here = [g for g in places if sentence.span.covers(g.choice.span)]
    tied = _tied(trigger, sentence, here, parties) if sentence.doc is not None else []
    if tied:
        # Of equally sure ties the most exact place, then the first one
        score, reason, best = max(
            tied, key=lambda t: (t[0], _EXACTNESS.get(t[2].choice.precision, 0), -t[2].choice.span.start)
        )
        score, reason, best = _narrower(score, reason, best, tied)
        return _mention(best, score, reason)
    filed = _filed(article.text)
    line = filed.town if filed is not None else None
    named = [g for g in here if line is None or not line.overlaps(g.choice.span)]
    free = [
        g for g in named if not any(p.covers(g.choice.span) for p in parties) and not _is_attribute(g.choice, sentence)
    ]
    if len({(g.choice.name, g.choice.country) for g in free}) == 1:
        return _mention(free[0], ONLY_PLACE, "the only place of the sentence")
    if line is not None and not named:
        for grounding in places:
            if line.overlaps(grounding.choice.span):
                return _mention(grounding, DATELINE, "the sentence names no place; the report's dateline does")
    return None


# A report of thirty claims asks thirty times.
_filed = lru_cache(maxsize=16)(find_dateline)

_EXACTNESS = {"point": 5, "city": 5, "district": 4, "province": 3, "region": 2, "country": 1}


def _mention(grounding: Grounding[Place], tie: float, reason: str) -> PlaceMention:
    place = grounding.choice
    told = Grounding(place, round(grounding.score * tie, 3), f"{reason}; {grounding.reason}", grounding.alternatives)
    return PlaceMention(place.text, place.span, told)


def _narrower(
    score: float, reason: str, best: Grounding[Place], tied: Sequence[tuple[float, str, Grounding[Place]]]
) -> tuple[float, str, Grounding[Place]]:
    """Of two ties of about the same strength the smaller place: "near Afrin in northern Syria"."""
    for other in tied:
        a, b = best.choice, other[2].choice
        finer = _EXACTNESS.get(b.precision, 0) > _EXACTNESS.get(a.precision, 0)
        if finer and a.country == b.country and other[0] >= score - _ABOUT_THE_SAME:
            return other
    return score, reason, best


def _tied(
    trigger: Span, sentence: Sentence, here: Sequence[Grounding[Place]], parties: Sequence[Span]
) -> list[tuple[float, str, Grounding[Place]]]:
    doc = sentence.doc
    if doc is None:
        return []
    local = trigger.shift(-sentence.span.start)
    head = _head(doc, local)
    if head is None:
        return []
    found = []
    for grounding in here:
        token = _head(doc, grounding.choice.span.shift(-sentence.span.start))
        if token is None:
            continue
        inside_party = any(p.covers(grounding.choice.span) for p in parties)
        tie = _tie(head, token, inside_party, grounding.choice.precision)
        if tie is not None:
            found.append((*tie, grounding))
    return found


def _head(doc: Doc, span: Span) -> Token | None:
    """The token of a character range that governs its others."""
    tokens = [t for t in doc if t.idx < span.end and span.start < t.idx + len(t)]
    for token in tokens:
        if token.head not in tokens or token.head is token:
            return token
    return tokens[0] if tokens else None


def _tie(trigger: Token, place: Token, inside_party: bool, precision: str) -> tuple[float, str] | None:
    """How surely the sentence ties ``place`` to ``trigger``, and by which words."""
    if place.i == trigger.i:
        return None
    noun = place
    # "Gaza City hospital", "the Nuseirat camp": the place names the noun it stands before
    while noun.dep_ in {"compound", "nmod"} and noun.head.i != trigger.i and abs(noun.head.i - noun.i) <= 3:
        noun = noun.head
    named_noun = noun.i != place.i
    if named_noun and inside_party:
        return None
    if noun.dep_ in {"conj", "appos"} and noun.head.dep_ in {"pobj", "dobj", "obj"}:
        noun = noun.head
    link = noun.head
    if noun.dep_ == "pobj" and link.dep_ in {"prep", "advmod", "agent"}:
        return _by_preposition(trigger, link, place, inside_party, named_noun, precision)
    if (
        noun.dep_ in {"dobj", "obj"}
        and link.i == trigger.i
        and trigger.lemma_.lower() in _PLACE_AS_OBJECT
        and not named_noun
    ):
        return 0.9, f"“{place.text}” is what “{trigger.text}” is done to"
    if (
        noun.dep_ == "nsubjpass"
        and link.i == trigger.i
        and trigger.lemma_.lower() in _PLACE_AS_OBJECT
        and not named_noun
    ):
        return 0.85, f"“{place.text}” is what “{trigger.text}” is done to"
    if place.dep_ in {"compound", "nmod"} and place.head.i == trigger.i:
        return 0.7, f"“{place.text}” stands before “{trigger.text}”"
    if place.dep_ == "npadvmod" and place.head.i == trigger.i:
        return 0.7, f"“{place.text}” hangs on “{trigger.text}”"
    return None


def _by_preposition(
    trigger: Token, preposition: Token, place: Token, inside_party: bool, named_noun: bool, precision: str
) -> tuple[float, str] | None:
    word = preposition.lower_
    lemma = trigger.lemma_.lower()
    # "out of Kherson", "north of Baghdad": the outer word says which
    if word == "of" and preposition.head.lower_ in {
        *_AT,
        "out",
        "town",
        "city",
        "village",
        "outskirts",
        "suburb",
        "port",
        "capital",
    }:
        outer = preposition.head
        if outer.lower_ in _AT:
            preposition, word = outer, outer.lower_
        elif outer.lower_ == "out":
            preposition, word = outer, "out"
        elif outer.dep_ == "pobj" and outer.head.dep_ == "prep":
            preposition, word = outer.head, outer.head.lower_
    elif word == "of" and preposition.head.dep_ == "pobj" and preposition.head.head.dep_ == "prep":
        preposition, word = preposition.head.head, preposition.head.head.lower_
    if word == "on":
        on_ground = lemma in _DONE_ON or preposition.head.lemma_.lower() in _DONE_ON or named_noun
        if not on_ground and precision in {"country", "city", "point"}:
            return None
        sure = _AT[word]
    elif word in _AT:
        sure = _AT[word]
    elif word in _TOWARD:
        if lemma not in _MOVING_IN and preposition.head.lemma_.lower() not in _MOVING_IN:
            return None
        if word == "for" and lemma not in {"leave", "depart", "head", "set", "bind", "bound"}:
            return None
        sure = _TOWARD[word]
    elif word in _FROM:
        sure = 0.95 if lemma in _MOVING_OUT else _FROM[word]
    elif word == "of" and preposition.head.i == trigger.i:
        sure = 0.8  # "the siege of Mariupol"
        word = "of"
    else:
        return None
    steps = _steps(trigger, preposition.head, argument=inside_party)
    if steps is None:
        return None
    return max(0.2, sure - 0.08 * steps), f"“{word} {place.text}” tells where “{trigger.text}” is"


def _steps(trigger: Token, holder: Token, *, argument: bool) -> int | None:
    """How far the word that a phrase of place hangs on is from the trigger; ``None`` if it belongs elsewhere."""
    if holder.i == trigger.i:
        return 0
    # Downwards: the phrase hangs on an argument of the trigger ("killed two people in Jenin"), or on a
    # noun, place or adverb within its phrases.
    node, steps = holder, 0
    while node.head.i != node.i and steps < _MOST_STEPS:
        if node.dep_ in {"relcl", "ccomp", "advcl", "parataxis"} or (node.dep_ == "conj" and node.pos_ == "VERB"):
            break
        node, steps = node.head, steps + 1
        if node.i == trigger.i:
            # "the mayor of a town in Ohio" told of as a party says less of where the act was
            return steps + (3 if argument and holder.dep_ in {"nsubj", "pobj"} else 0)
    # Upwards: the trigger is a noun or a verb that the holder governs ("launched an attack in Jenin",
    # "were due to meet in Cairo"), within one clause.
    node, steps = trigger, 0
    while node.head.i != node.i and steps < 3:
        if node.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}:
            return None
        node, steps = node.head, steps + 1
        if node.i == holder.i:
            return steps
    return None


def _is_attribute(place: Place, sentence: Sentence) -> bool:
    """Whether the place only says whose a thing is: "Gaza's health ministry", "the Cairo government"."""
    doc = sentence.doc
    if doc is None:
        return False
    token = _head(doc, place.span.shift(-sentence.span.start))
    if token is None:
        return False
    if place.precision == "country" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "obj", "agent", "conj", "iobj"}:
        return True  # a state that acts
    if token.dep_ == "pobj" and token.head.lower_ in {
        "by",
        "with",
        "against",
        "for",
        "of",
        "about",
        "between",
        "than",
        "like",
        "to",
        "on",
    }:
        return True
    return token.dep_ in _PARTY_DEPENDENCIES or token.dep_ in {"nsubj", "agent"}
