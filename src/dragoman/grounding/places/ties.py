"""By which words a sentence ties a place to an act: prepositions, objects, names before the act, "where"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.gazetteers.places.wordlists import word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

_FILE = "claim_words.yaml"
#: Prepositions that say where, by how surely they do.
AT = {
    "in": 1.0, "at": 1.0, "near": 0.95, "outside": 0.95, "inside": 1.0, "within": 0.95, "on": 0.85, "across": 0.95,
    "throughout": 0.95, "around": 0.9, "off": 0.9, "along": 0.85, "over": 0.75, "above": 0.75, "under": 0.6,
    "between": 0.7, "through": 0.8, "north": 0.85, "south": 0.85, "east": 0.85, "west": 0.85, "northeast": 0.85,
    "northwest": 0.85, "southeast": 0.85, "southwest": 0.85,
}  # fmt: skip
#: Prepositions of where a movement goes; for visits, arrivals, deployments and deliveries that is the place.
_TOWARD = {"to": 0.9, "into": 0.95, "toward": 0.8, "towards": 0.8, "onto": 0.85, "for": 0.7}
#: Prepositions of where a movement starts; for withdrawals, expulsions and flights that is the place.
_FROM = frozenset({"from", "out"})

#: Acts that go somewhere: with any other act, "to X" names who receives, not where.
_MOVING_IN = word_list(_FILE, "moving_in")
_MOVING_OUT = word_list(_FILE, "moving_out")
_FIRING = word_list(_FILE, "firing")
#: Acts done "on" a town or country: the place is where they are done. "Sanctions on Iran" are not done there.
_DONE_ON = word_list(_FILE, "done_on")
_OF_PLACES = word_list(_FILE, "of_places")
#: Verbs whose direct object is itself the place: "visited Moscow", "bombed Aleppo".
_PLACE_AS_OBJECT = word_list(_FILE, "place_as_object")
_NOT_TO_STATES = word_list(_FILE, "not_to_states")
_PLACE_NOUNS = word_list(_FILE, "place_nouns")
_BOUND_FOR = frozenset({"leave", "depart", "head", "set", "bind", "bound"})

_VERBAL = word_list(_FILE, "verbal")
_WISHING = word_list(_FILE, "wishing")
_AIMS = frozenset({"for", "about", "against"})

_MOST_STEPS = 6
#: So many words on a verb joined by "and" stands right beside the first.
_SIDE_BY_SIDE = 3
#: What each word between the act and the phrase of place takes from the tie's strength.
_A_STEP = 0.08
#: Clauses of their own: what stands in them is no part of the act that governs them.
_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "parataxis", "csubj"})

Tie = tuple[float, str]


def tie(trigger: Token, place: Token, *, inside_party: bool, precision: str) -> Tie | None:
    """How surely the sentence ties ``place`` to ``trigger``, 0 to 1, and by which words; ``None`` if it does not.

    ``inside_party``: the place's name is part of what a party is called.
    """
    found = _tie(trigger, place, inside_party=inside_party, precision=precision)
    if found is None and _is_outcome(trigger):
        found = tie(trigger.head, place, inside_party=inside_party, precision=precision)
        if found is not None:
            found = max(0.2, found[0] - 2 * _A_STEP), f"{found[1]}, of which “{trigger.text}” tells"
    return found


def _is_outcome(trigger: Token) -> bool:
    """Whether the act is told as what another did ("a bomb went off in X, killing ten") or beside it ("killed and hurt ten")."""
    if trigger.dep_ == "conj" and trigger.tag_ == trigger.head.tag_ and 0 < trigger.i - trigger.head.i <= _SIDE_BY_SIDE:
        own = any(child.dep_ in {"mark", "nsubj", "nsubjpass", "aux", "auxpass"} for child in trigger.children)
        return trigger.tag_.startswith("VB") and not own
    return (
        trigger.dep_ in {"advcl", "conj"}
        and trigger.tag_ == "VBG"
        and trigger.head.tag_.startswith("VB")
        and trigger.head.lemma_.lower() not in _VERBAL
        and not any(child.dep_ in {"mark", "nsubj", "nsubjpass", "aux"} for child in trigger.children)
    )


def _tie(trigger: Token, place: Token, *, inside_party: bool, precision: str) -> Tie | None:
    if place.i == trigger.i:
        return None
    if _where(trigger, place):
        return 0.95, f"“{place.text}, where” tells of “{trigger.text}”"
    if trigger.head.i == place.i and place.head.lower_ in AT and _tells_of(trigger, place):
        # "the attack in X, which killed dozens": the parse hangs the clause on the place
        return 0.8, f"“{place.head.text} {place.text}, which” tells of “{trigger.text}”"
    noun = place
    # "Gaza City hospital", "the Nuseirat camp": the place names the noun it stands before
    while noun.dep_ in {"compound", "nmod"} and noun.head.i != trigger.i and abs(noun.head.i - noun.i) <= 3:
        noun = noun.head
    named_noun = noun.i != place.i
    if named_noun and (inside_party or (precision == "country" and noun.lemma_.lower() not in _PLACE_NOUNS)):
        return None
    if noun.dep_ in {"conj", "appos"} and noun.head.dep_ in {"pobj", "dobj", "obj"}:
        noun = noun.head
    link = noun.head
    if noun.dep_ == "pobj" and link.dep_ in {"prep", "advmod"}:
        return _by_preposition(trigger, link, place, inside_party, named_noun, precision)
    # "stormed the Paris hotel" was there, "hit the Paris police" need not be
    if noun.dep_ in {"dobj", "obj", "nsubjpass"} and link.i == trigger.i and _is_site(noun, named=named_noun):
        lemma = trigger.lemma_.lower()
        if lemma in _PLACE_AS_OBJECT and not (precision == "country" and lemma in _NOT_TO_STATES):
            return (0.85 if noun.dep_ == "nsubjpass" else 0.9), f"“{place.text}” is what “{trigger.text}” is done to"
        return None
    if place.dep_ in {"compound", "nmod"} and place.head.i == trigger.i and precision != "country":
        return 0.7, f"“{place.text}” stands before “{trigger.text}”"
    owns = any(child.dep_ == "case" for child in place.children)
    if place.dep_ == "npadvmod" and place.head.i == trigger.i and not owns:
        return 0.7, f"“{place.text}” hangs on “{trigger.text}”"
    return None


def _is_site(noun: Token, *, named: bool) -> bool:
    return not named or noun.lemma_.lower() in _PLACE_NOUNS


def frames_sentence(trigger: Token, place: Token) -> bool:
    """Whether the place opens the sentence that tells of the act: "In Nice, witnesses said a lorry hit them".

    One that closes it is as often where the speaker stood.
    """
    noun = place.head if place.dep_ in {"conj", "appos"} else place
    link = noun.head
    opens = all(word.is_punct for word in link.doc[link.sent.start : link.i])
    if not opens or noun.dep_ != "pobj" or link.lower_ not in AT or not link.head.tag_.startswith(("VB", "MD")):
        return False
    return any(node.i == link.head.i for node in _governors(trigger))


def _governors(trigger: Token) -> Iterator[Token]:
    """The act and what governs it, as long as only what is said or told stands between."""
    node = trigger
    yield node
    for _ in range(_MOST_STEPS):
        if node.head.i == node.i or node.dep_ in {"relcl", "advcl", "acl", "pcomp"}:
            return
        if node.dep_ == "pobj" and node.head.lower_ in _AIMS:
            return
        node = node.head
        yield node


def _where(trigger: Token, place: Token) -> bool:
    """Whether the act is told in a clause with "where" that hangs on the place: "Sousse, where 38 were killed"."""
    node = trigger
    for _ in range(_MOST_STEPS):
        if node.dep_ == "relcl":
            opened = any(child.lower_ == "where" for child in node.children)
            return opened and (node.head.i == place.i or any(t.i == place.i for t in _phrase(node.head, node)))
        if node.head.i == node.i:
            return False
        node = node.head
    return False


def _phrase(head: Token, clause: Token) -> list[Token]:
    """What stands in the phrase of ``head`` before its clause: "the town of X, where"."""
    return [t for t in head.subtree if t.i < clause.left_edge.i]


def _by_preposition(
    trigger: Token, preposition: Token, place: Token, inside_party: bool, named_noun: bool, precision: str
) -> Tie | None:
    lemma = trigger.lemma_.lower()
    preposition, word = _outer(preposition, trigger)
    holder = preposition.head
    if word == "on":
        on_ground = lemma in _DONE_ON or holder.lemma_.lower() in _DONE_ON or named_noun
        if not on_ground and precision in {"country", "city", "point"}:
            return None
        sure = AT[word]
    elif word == "between":
        if holder.lemma_.lower() not in _PLACE_NOUNS:
            return None  # "talks between Seoul and Washington" are of parties
        sure = AT[word]
    elif word in AT:
        sure = AT[word]
    elif word in _TOWARD:
        moves = lemma in _MOVING_IN or holder.lemma_.lower() in _MOVING_IN
        falls = word in {"into", "onto"} and lemma in _FIRING
        if not (moves or falls) or (word == "for" and lemma not in _BOUND_FOR):
            return None
        sure = _TOWARD[word]
    elif word in _FROM:
        if lemma in _MOVING_OUT or holder.lemma_.lower() in _MOVING_OUT:
            sure = 0.95
        elif holder.i == trigger.i and lemma in _FIRING:
            sure = 0.6
        else:
            return None  # "aggression from X" comes from a party
    elif word == "of" and holder.i == trigger.i and lemma in _OF_PLACES:
        sure = 0.8  # "the siege of Mariupol"
    else:
        return None
    steps = _steps(trigger, holder, argument=inside_party)
    if steps is None:
        return None
    return max(0.2, sure - _A_STEP * steps), f"“{word} {place.text}” tells where “{trigger.text}” is"


def _outer(preposition: Token, trigger: Token) -> tuple[Token, str]:
    """The preposition that says where: "in" of "in the suburbs of Paris", "north" of "north of Baghdad"."""
    word = preposition.lower_
    if word != "of" or preposition.head.i == trigger.i:
        return preposition, word
    outer = preposition.head
    if outer.lower_ in AT or outer.lower_ == "out":
        return outer, outer.lower_
    if outer.dep_ == "pobj" and outer.head.dep_ in {"prep", "advmod"} and outer.lemma_.lower() in _PLACE_NOUNS:
        return outer.head, outer.head.lower_
    return preposition, word


def _steps(trigger: Token, holder: Token, *, argument: bool) -> int | None:
    """How far the word that a phrase of place hangs on is from the trigger; ``None`` if it belongs elsewhere."""
    if holder.i == trigger.i:
        return 0
    if holder.dep_ == "pobj":
        planned = trigger.lemma_.lower() in _WISHING or holder.lemma_.lower() in _MOVING_IN
        if holder.head.lower_ == "for" and planned:
            return None  # "called for peace in X", "boarded a plane for a visit to X"
    # Downwards: the phrase hangs on an argument of the trigger ("killed two people in Jenin"), or on a
    # noun, place or adverb within its phrases.
    node, steps = holder, 0
    while node.head.i != node.i and steps < _MOST_STEPS:
        if node.dep_ in _CLAUSES:
            break
        node, steps = node.head, steps + 1
        if node.i == trigger.i:
            if trigger.lemma_.lower() in _VERBAL:
                return None  # "condemned the launch over X"
            # "the mayor of a town in Ohio" told of as a party says less of where the act was
            return steps + (3 if argument and holder.dep_ in {"nsubj", "pobj"} else 0)
    # Upwards: the trigger is a noun or a verb that the holder governs ("launched an attack in Jenin",
    # "were due to meet in Cairo"), within one clause.
    if _tells_of(trigger, holder):
        return 1
    node, steps = trigger, 0
    while node.head.i != node.i and steps < 3:
        if node.dep_ in _CLAUSES or node.dep_ in {"acl", "pcomp"}:
            return None
        if node.dep_ == "pobj" and node.head.lower_ in _AIMS and holder.lemma_.lower() not in _MOVING_IN:
            return None  # "campaigned in X for the release", but "returned to X for talks"
        node, steps = node.head, steps + 1
        if node.i == holder.i:
            return steps
    return None


def _tells_of(trigger: Token, holder: Token) -> bool:
    """Whether the act is told of a noun with a place: "the attack in X, which killed dozens", "a feast in X hosted by"."""
    if trigger.head.i != holder.i or trigger.lemma_.lower() in _VERBAL:
        return False
    if trigger.dep_ == "relcl":
        return any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"which", "that"} for c in trigger.children)
    return trigger.dep_ == "acl" and trigger.tag_ == "VBN"
