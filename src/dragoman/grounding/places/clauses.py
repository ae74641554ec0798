"""Places that a clause ties to its act: what a relative clause takes, and where those who tell of it were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.gazetteers.places.wordlists import word_list
from dragoman.grounding.places.relatives import by_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKEN = word_list("claim_words.yaml", "place_as_object")
_IN = frozenset({"in", "at", "near", "outside", "inside", "within"})
_RELATIVES = frozenset({"that", "which"})
#: Clauses whose unsaid doer or sufferer is the subject of the verb above: "women in X reported being robbed".
_WITHOUT_SUBJECT = frozenset({"xcomp", "ccomp", "pcomp"})


def by_clause(trigger: Token, place: Token) -> tuple[float, str] | None:
    """How surely, and by which words, a clause ties ``place`` to the act; ``None`` where none does."""
    if _is_taken(trigger, place):
        return 0.85, f"“{place.text}” is what “{trigger.text}” is done to, in a clause of its own"
    if _is_planned_there(trigger, place):
        return 0.85, f"“{trigger.text}” is said to have been planned there"
    if _is_home_of_marchers(trigger, place):
        return 0.4, f"those who “{trigger.text}” live in “{place.text}”"
    if _is_where_sufferers_were(trigger, place):
        return 0.65, f"those of whom “{trigger.text}” is told were in “{place.text}”"
    return by_relative(trigger, place)


def _is_planned_there(trigger: Token, place: Token) -> bool:
    """ "Called off the summit with the king, which had been planned for 3 May in X": the clause hangs on the king."""
    if place.dep_ != "pobj" or place.head.lower_ not in _IN or not trigger.tag_.startswith("NN"):
        return False
    node = place.head
    for _ in range(3):  # "for 12 June in X": the place may hang on the day
        node = node.head
        if node.tag_ == "VBN":
            break
    planned = node.lemma_.lower() in _PLANNED and node.dep_ in {"relcl", "acl"}
    return planned and trigger.i < node.head.i and trigger.is_ancestor(node)


_PLANNED = frozenset({"plan", "schedule", "set", "slate"})


def _is_home_of_marchers(trigger: Token, place: Token) -> bool:
    """ "Residents of X marched": where no other place is told, they marched at home."""
    if trigger.lemma_.lower() not in _MARCH or place.dep_ != "pobj" or place.head.lower_ not in {"of", "in"}:
        return False
    people = place.head.head
    own = people.dep_ == "nsubj" and people.head.i == trigger.i and people.lemma_.lower() in _PEOPLE
    return own and not any(c.lower_ in _IN for c in trigger.children)


_MARCH = frozenset({"march", "protest", "rally", "demonstrate", "gather", "strike", "block"})
_PEOPLE = frozenset({"resident", "people", "inhabitant", "villager", "townspeople", "citizen", "student"})


def _is_taken(trigger: Token, place: Token) -> bool:
    """ "The X district that it conquered", "the town of X, which was bombed last week", "X, shelled for weeks"."""
    if trigger.dep_ not in {"relcl", "acl"} or trigger.lemma_.lower() not in _TAKEN:
        return False
    head = trigger.head
    inside = head.i == place.i or (
        place.i < trigger.i
        and (
            (place.dep_ in {"compound", "nmod"} and place.head.i == head.i)
            or (place.dep_ == "pobj" and place.head.lower_ == "of" and place.head.head.i == head.i)
        )
    )
    if not inside:
        return False
    if trigger.dep_ == "acl":
        return bool(trigger.tag_ == "VBN")
    objects = [c for c in trigger.children if c.dep_ in {"dobj", "nsubjpass", "obj"}]
    if objects:
        return any(c.lower_ in _RELATIVES for c in objects)
    return not any(c.lower_ in _RELATIVES and c.dep_ == "nsubj" for c in trigger.children) and any(
        c.dep_ == "nsubj" for c in trigger.children
    )


def _is_where_sufferers_were(trigger: Token, place: Token) -> bool:
    clause = trigger
    while clause.dep_ == "conj" and clause.head.tag_ == clause.tag_:
        clause = clause.head
    if clause.dep_ not in _WITHOUT_SUBJECT or clause.tag_ not in {"VBG", "VBN"}:
        return False
    if any(c.dep_.startswith("nsubj") for c in (*clause.children, *trigger.children)):
        return False
    above = clause.head
    subject = next((c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return False
    node = place
    while node.dep_ in {"compound", "nmod"}:
        node = node.head
    while node.i != subject.i:
        if node.head.i == node.i or node.dep_ not in {"pobj", "prep"}:
            return False
        if node.dep_ == "prep" and node.lower_ not in _IN and node.lower_ != "of":
            return False
        node = node.head
    link = place.head if place.dep_ == "pobj" else None
    while link is not None and link.lower_ == "of" and link.head.dep_ == "pobj":
        link = link.head.head
    return link is not None and link.lower_ in _IN
