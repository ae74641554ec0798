"""By which words a sentence ties a place to an act: prepositions, objects, names before the act, "where"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.gazetteers.places.wordlists import word_list
from dragoman.grounding.places.clauses import by_clause
from dragoman.grounding.places.ways import goes_on_after, is_end_of_way

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
PLACE_AS_OBJECT = word_list(_FILE, "place_as_object")
_NOT_TO_STATES = word_list(_FILE, "not_to_states")
PLACE_NOUNS = word_list(_FILE, "place_nouns")
_BOUND_FOR = frozenset({"leave", "depart", "head", "set", "bind", "bound"})

_VERBAL = word_list(_FILE, "verbal")
_WISHING = word_list(_FILE, "wishing")
#: Clauses told of the same moment, and so of the same place: "a rally was broken up in X when police fired".
_AT_ONCE = frozenset({"when", "while"})
#: Where things are said: what is said at a news conference in X is said in X.
_SETTINGS = frozenset({
    "speech", "conference", "interview", "address", "rally", "briefing", "sermon", "lecture", "ceremony", "summit", "meeting",
})  # fmt: skip
_ASIDE = frozenset({"as", "like", "than", "despite", "unlike"})
#: "At the border with X" is there.
_BORDERS = frozenset({"border", "frontier", "boundary"})
_AIMS = frozenset({"for", "about", "against"})

#: What is agreed or signed there is told behind it.
_COMING_TOGETHER = frozenset({"meet", "gather", "convene", "confer"})

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
    if found is None:
        found = _by_subject(trigger, place, inside_party=inside_party, precision=precision)
    if found is None and _is_outcome(trigger):
        found = tie(trigger.head, place, inside_party=inside_party, precision=precision)
        if found is not None:
            found = max(0.2, found[0] - 2 * _A_STEP), f"{found[1]}, of which “{trigger.text}” tells"
    return found


def _by_subject(trigger: Token, place: Token, *, inside_party: bool, precision: str) -> Tie | None:
    """What the act's subject is said to have done where: "the raid that freed hostages in X killed nine"."""
    for subject in trigger.children:
        if subject.dep_ != "nsubj" or subject.lemma_.lower() not in _DONE_ON or place.i > trigger.i:
            continue
        for clause in subject.children:
            if clause.dep_ == "relcl" and any(c.lower_ in {"that", "which"} for c in clause.children):
                found = _tie(clause, place, inside_party=inside_party, precision=precision)
                if found is not None:
                    return max(0.2, found[0] - 2 * _A_STEP), f"{found[1]}, as did “{subject.text}”"
    return None


def _is_outcome(trigger: Token) -> bool:
    """Whether the act is told as what another did ("a bomb went off in X, killing ten") or beside it ("killed and hurt ten")."""
    together = trigger.head.lemma_.lower() in _COMING_TOGETHER  # "met in X on Friday and agreed to …"
    near = trigger.i > trigger.head.i and (together or trigger.i - trigger.head.i <= _SIDE_BY_SIDE)
    if trigger.dep_ == "conj" and trigger.tag_ == trigger.head.tag_ and near:
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
    taken = by_clause(trigger, place)
    if taken is not None:
        return taken
    noun = place
    # "Gaza City hospital", "the Nuseirat camp", "Kabul's airport": the place names the noun it stands before
    while _names_next(noun) and noun.head.i != trigger.i and abs(noun.head.i - noun.i) <= 3:
        noun = noun.head
    named_noun = noun.i != place.i
    if named_noun and (inside_party or precision == "country") and noun.lemma_.lower() not in PLACE_NOUNS:
        return None  # but "attacked the Goma airport" was there
    if noun.dep_ in {"conj", "appos"} and noun.head.dep_ in {"pobj", "dobj", "obj"}:
        noun = noun.head
    link = noun.head
    part = _part_taken(trigger, noun)
    if part is not None:
        return 0.85, f"“{part.text} of {place.text}” is what “{trigger.text}” is done to"
    if noun.dep_ == "pobj" and link.dep_ in {"prep", "advmod"}:
        return _by_preposition(trigger, link, place, inside_party, named_noun, precision)
    # "stormed the Paris hotel" was there, "hit the Paris police" need not be
    if noun.dep_ in {"dobj", "obj", "nsubjpass"} and link.i == trigger.i and _is_site(noun, named=named_noun):
        lemma = trigger.lemma_.lower()
        if lemma in PLACE_AS_OBJECT and not (precision == "country" and lemma in _NOT_TO_STATES):
            return (0.85 if noun.dep_ == "nsubjpass" else 0.9), f"“{place.text}” is what “{trigger.text}” is done to"
        return None
    if place.dep_ in {"compound", "nmod"} and place.head.i == trigger.i and precision != "country":
        return 0.7, f"“{place.text}” stands before “{trigger.text}”"
    owns = any(child.dep_ == "case" for child in place.children)
    if place.dep_ == "npadvmod" and place.head.i == trigger.i and not owns:
        return 0.7, f"“{place.text}” hangs on “{trigger.text}”"
    return None


def _names_next(noun: Token) -> bool:
    """Whether the word stands before a noun that it names: "Gaza City hospital", "Kabul's airport", "Japanese soil"."""
    if noun.dep_ in {"compound", "nmod"}:
        return True
    if noun.dep_ == "amod":
        return noun.head.lemma_.lower() in PLACE_NOUNS
    return noun.dep_ == "poss" and (noun.head.tag_.startswith("NNP") or noun.head.lemma_.lower() in PLACE_NOUNS)


def _part_taken(trigger: Token, noun: Token) -> Token | None:
    """The object that says which place is taken: "the town" of "captured the town of X"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    part: Token = noun.head.head
    done = part.dep_ in {"dobj", "obj", "nsubjpass"} and part.head.i == trigger.i
    site = part.lemma_.lower() in PLACE_NOUNS and trigger.lemma_.lower() in PLACE_AS_OBJECT
    return part if done and site else None


def _is_site(noun: Token, *, named: bool) -> bool:
    return not named or noun.lemma_.lower() in PLACE_NOUNS


def frames_sentence(trigger: Token, place: Token, *, own: bool = False) -> bool:
    """Whether the place opens the sentence that tells of the act: "In Nice, witnesses said a lorry hit them".

    One that closes it is as often where the speaker stood. ``own``: it opens the clause of the act itself.
    """
    noun = place.head if place.dep_ in {"conj", "appos"} else place
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in AT or not link.head.tag_.startswith(("VB", "MD")):
        return False
    verb = link.head
    first = link
    if verb.tag_ == "VBG" and verb.i < link.i:
        # "Speaking in X, she urged …", "Upon arriving in X, he …"
        first = verb.head if verb.dep_ == "pcomp" else verb
        verb = first.head
        if first.dep_ not in {"advcl", "prep"}:
            return False
    opens = all(word.is_punct for word in link.doc[link.sent.start : first.i])
    if own:
        return opens and any(node.i == verb.i for node in _same_clause(trigger))
    return opens and any(node.i == verb.i for node in _governors(trigger))


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


def _same_clause(trigger: Token) -> Iterator[Token]:
    """The act and the words of its own clause that govern it: "called", of "called for talks"."""
    node = trigger
    yield node
    while node.head.i != node.i and node.dep_ in {"xcomp", "dobj", "pobj", "prep", "conj"}:
        node = node.head
        yield node


def _where(trigger: Token, place: Token) -> bool:
    """Whether the act is told in a clause with "where" that hangs on the place: "Sousse, where 38 were killed"."""
    node = trigger
    for _ in range(_MOST_STEPS):
        if is_end_of_way(node, place):
            return True
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
    if _answered(trigger, preposition):
        return None
    if word == "on":
        on_ground = lemma in _DONE_ON or holder.lemma_.lower() in _DONE_ON or named_noun or _is_island(place)
        if not on_ground and precision in {"country", "city", "point"}:
            return None
        sure = AT[word]
    elif word == "between":
        if holder.lemma_.lower() not in PLACE_NOUNS:
            return None  # "talks between Seoul and Washington" are of parties
        sure = AT[word]
    elif word in AT:
        sure = AT[word]
    elif word in _TOWARD:
        moves = lemma in _MOVING_IN or holder.lemma_.lower() in _MOVING_IN
        if holder.i != trigger.i and holder.dep_ == "conj" and lemma not in _MOVING_IN:
            return None  # "arrested him and brought him to X"
        falls = word in {"into", "onto"} and lemma in _FIRING
        if not (moves or falls) or (word == "for" and lemma not in _BOUND_FOR):
            return None
        sure = _TOWARD[word]
    elif word in _FROM:
        if lemma in _MOVING_OUT or holder.lemma_.lower() in _MOVING_OUT:
            sure = 0.95
        elif holder.i == trigger.i and (lemma in _FIRING or _fires(trigger)):
            sure = 0.6
        else:
            return None  # "aggression from X" comes from a party
    elif word == "of" and holder.i == trigger.i and lemma in _OF_PLACES:
        sure = 0.8  # "the siege of Mariupol"
    else:
        return None
    steps = _steps(trigger, holder, argument=inside_party, dated=_dated_behind(trigger, place))
    if steps is None:
        return None
    if holder.lemma_.lower() in _SETTINGS and holder.dep_ == "pobj" and holder.head.head.i == trigger.i:
        steps = 0
    return max(0.2, sure - _A_STEP * steps), f"“{word} {place.text}” tells where “{trigger.text}” is"


def _fires(trigger: Token) -> bool:
    """Whether what is done is a launch or a test: "conducted the missile test from X"."""
    return any(child.dep_ in {"dobj", "nsubjpass"} and child.lemma_.lower() in _FIRING for child in trigger.children)


def _is_island(place: Token) -> bool:
    """ "on Sentosa, an island off the coast"."""
    return any(child.dep_ == "appos" and child.lemma_.lower() in _GROUNDS for child in place.children)


_GROUNDS = frozenset({"island", "peninsula", "islet", "atoll", "plateau", "hill", "mountain", "street", "square"})
#: "In retaliation for strikes in X": the place is of what is answered.
ANSWERS = frozenset({"retaliation", "revenge", "response", "reprisal", "vengeance", "punishment", "retribution"})


def _answered(trigger: Token, preposition: Token) -> bool:
    """Whether the phrase of place stands within what the act answers: "carried out in revenge for raids in X"."""
    if preposition.i < trigger.i:
        return False
    if any(
        t.dep_ == "compound" and t.lemma_.lower() in ANSWERS for t in trigger.lefts
    ):  # "a revenge attack for raids in X"
        return any(t.lower_ == "for" for t in trigger.doc[trigger.i + 1 : preposition.i])
    return any(t.lemma_.lower() in ANSWERS for t in trigger.doc[trigger.i + 1 : preposition.i])


def _outer(preposition: Token, trigger: Token) -> tuple[Token, str]:
    """The preposition that says where: "in" of "in the suburbs of Paris", "north" of "north of Baghdad"."""
    word = preposition.lower_
    border = preposition.head
    if word == "with" and border.lemma_.lower() in _BORDERS and border.dep_ == "pobj" and border.head.lower_ in AT:
        return border.head, border.head.lower_
    if word != "of" or preposition.head.i == trigger.i:
        return preposition, word
    outer = preposition.head
    if outer.lower_ in AT or outer.lower_ == "out":
        return outer, outer.lower_
    if outer.dep_ == "pobj" and outer.head.dep_ in {"prep", "advmod"} and outer.lemma_.lower() in PLACE_NOUNS:
        return outer.head, outer.head.lower_
    return preposition, word


def _dated_behind(trigger: Token, place: Token) -> bool:
    """Whether the place is followed by the act's own day: "will discuss the budget in Brussels on Monday"."""
    if place.i < trigger.i or place.i + 1 >= len(place.doc):
        return False
    after = place.doc[place.i + 1]
    if after.lower_ == "on" and after.head.i == trigger.i:
        return any(child.text.endswith("day") and child.tag_ == "NNP" for child in after.children)
    return after.text.endswith("day") and after.tag_ == "NNP" and after.head.i == trigger.i


def _steps(trigger: Token, holder: Token, *, argument: bool, dated: bool = False) -> int | None:
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
        if node.dep_ == "pobj" and node.head.lower_ in _ASIDE:
            return None  # "as a first step in X", "despite a ban in X"
        if node.dep_ == "conj" and node.head.i == trigger.i and _acts_apart(trigger, node):
            return None
        node, steps = node.head, steps + 1
        if node.i == trigger.i:
            if (
                trigger.lemma_.lower() in _VERBAL
                and not (dated and steps < 3)
                and holder.lemma_.lower() not in _SETTINGS
            ):
                return None  # "condemned the launch over X"
            # "the mayor of a town in Ohio" told of as a party says less of where the act was
            return steps + (3 if argument and holder.dep_ in {"nsubj", "pobj"} else 0)
    # Upwards: the trigger is a noun or a verb that the holder governs ("launched an attack in Jenin",
    # "were due to meet in Cairo"), within one clause.
    if _tells_of(trigger, holder):
        return 1
    node, steps = trigger, 0
    while node.head.i != node.i and steps < 3:
        at_once = node.dep_ == "advcl" and any(child.lower_ in _AT_ONCE for child in node.children)
        if (node.dep_ in _CLAUSES and not at_once) or node.dep_ in {"acl", "pcomp"} or goes_on_after(node):
            return None
        if node.dep_ == "pobj" and node.head.lower_ in _AIMS and holder.lemma_.lower() not in _MOVING_IN:
            return None  # "campaigned in X for the release", but "returned to X for talks"
        node, steps = node.head, steps + 1
        if node.i == holder.i:
            return steps
    return None


def _acts_apart(trigger: Token, joined: Token) -> bool:
    """Whether a verb joined to the act tells of another deed: "imprisoned the banker and forced others out of X"."""
    if trigger.lemma_.lower() in _HARM and joined.lemma_.lower() in _HARM:
        return False
    return all(any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children) for verb in (trigger, joined))


_HARM = frozenset({"kill", "wound", "injure", "hurt", "maim", "shoot", "stab", "arrest", "detain", "attack", "rob"})


def _tells_of(trigger: Token, holder: Token) -> bool:
    """Whether the act is told of a noun with a place: "the attack in X, which killed dozens", "a feast in X hosted by"."""
    if trigger.head.i != holder.i or trigger.lemma_.lower() in _VERBAL:
        return False
    if trigger.dep_ == "relcl":
        return any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"which", "that"} for c in trigger.children)
    return trigger.dep_ == "acl" and trigger.tag_ == "VBN"
