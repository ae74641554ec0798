"""What a verb or an event noun brings along beyond plain subject and object: datives, stray agents, causatives, measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.syntax import (
    Arguments,
    antecedent,
    arguments,
    coordinated,
    infinitive_to,
    is_nominal,
    is_noun,
    is_verb,
    last_of_chain,
    prepositional_objects,
    prepositions,
    surface_subjects,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_PORTIONS = words("portions")
_MEASURES = words("measures")
_LIGHT = words("light_verbs")
_STANCES = words("stances")
_CAUSATIVES = frozenset({"have", "get", "order", "want"})
_JUDGING = words("judging")
_BENEFITING = words("benefiting")
_LETTING = frozenset({"allow", "permit"})
_WANTING = frozenset({"want", "like"})
_FINDING = frozenset({"find", "leave", "discover"})
_GOING_FREE = words("going_free")
_FACING = "facing"
# Prepositions beside which "to" tells of direction, not of whom something is given to.
_DIRECTIONS = frozenset({"near", "against", "along", "across", "around", "from"})


@dataclass(frozen=True, slots=True)
class Valency:
    """A verb's deep arguments with its dative told apart: "lent <Pakistan> money", "<Pakistan> was lent money"."""

    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    datives: tuple[Token, ...]
    passive: bool


def valency(verb: Token) -> Valency:
    """The arguments of ``verb``, with the dative, the agent and the causer that the bare tree hides."""
    args = _caused(verb) or _found(verb) or arguments(verb)
    subjects = args.subjects or (tuple(_stray_agents(verb)) if args.passive else ())
    if args.passive:
        retained = [c for c in verb.children if c.dep_ == "dobj" and is_nominal(c)]
        if retained:
            return Valency(subjects, tuple(coordinated(retained)), args.objects, True)
        return Valency(subjects, args.objects, (), True)
    datives = coordinated(c for c in verb.children if c.dep_ == "dative" and is_nominal(c))
    objects = (*_named_so(verb), *args.objects) or tuple(_judged(verb))
    return Valency(subjects, objects, tuple(datives), False)


def _named_so(verb: Token) -> list[Token]:
    """Who is called something where the parser took him for the name's subject: "by labelling <the senator> a fraud"."""
    if verb.lemma_ not in _JUDGING:
        return []
    return [c for name in verb.rights if name.dep_ == "dobj" for c in name.lefts if c.dep_ == "nsubj"]


def _judged(verb: Token) -> list[Token]:
    """The object that a parser took for the subject of a small clause: "found <the firm> liable", "let <them> go",
    "wants <them> to leave"."""
    for clause in verb.children:
        if clause.dep_ != "ccomp":
            continue
        judging = verb.lemma_ in _JUDGING and not is_verb(clause)
        letting = verb.lemma_ == "let" and clause.lemma_ in _GOING_FREE
        letting = letting or (verb.lemma_ in _LETTING | _WANTING and infinitive_to(clause) is not None)
        if (judging or letting) and not any(c.dep_ == "mark" for c in clause.children):
            return coordinated(c for c in clause.children if c.dep_ == "nsubj")
    return []


def beside(verb: Token) -> list[Token]:
    """Nouns that only say how or how long, on which a parser hung what follows: "conferred in <secret> with the king"."""
    return [
        c
        for prep in verb.children
        if prep.dep_ == "prep" and prep.i > verb.i and prep.lower_ in ("in", "for", "at", "on", "over")
        for c in prep.children
        if c.dep_ == "pobj" and not party_rules.is_party(c) and not party_rules.is_target(c)
    ]


def parties_of_clause(verb: Token) -> list[Token]:
    """Whom a promised or threatened deed is to befall: its object, else the party behind "against", "on", "to", "with"."""
    args = arguments(verb)
    if args.passive:
        return party_rules.parties(args.objects)
    found = party_rules.parties(args.objects)
    if found:
        return found
    for prep in prepositions([verb, *args.objects], ("against", "on", "to", "with", "for", "from")):
        found = party_rules.parties(prepositional_objects(prep))
        if found:
            return found
    return []


def _caused(verb: Token) -> Arguments | None:
    """ "The minister had the clubhouse searched": whoever had it done is the doer."""
    head = verb.head
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and head.dep_ == "dobj" and head.head.lemma_ in ("have", "get"):
        if any(c.lower_ == "by" for c in verb.children):
            return None
        return Arguments(tuple(surface_subjects(head.head)), tuple(coordinated([head])), True)
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ not in ("ccomp", "xcomp") or head.lemma_ not in _CAUSATIVES:
        return None
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not own or any(c.dep_ in ("aux", "auxpass", "mark", "dobj") for c in verb.children):
        return None
    return Arguments(tuple(surface_subjects(head)), tuple(coordinated(own)), True)


def _found(verb: Token) -> Arguments | None:
    """ "An editor was found murdered", "they left him beaten": whoever is found so underwent it."""
    head = verb.head
    if verb.tag_ != "VBN" or verb.dep_ not in ("xcomp", "ccomp", "oprd", "acomp") or head.lemma_ not in _FINDING:
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "mark") for c in verb.children):
        return None
    above = arguments(head)
    undergoing = above.objects if above.passive else [c for c in head.children if c.dep_ == "dobj"]
    return Arguments((), tuple(coordinated(undergoing)), True) if undergoing else None


def _stray_agents(verb: Token) -> list[Token]:
    """The agent of a passive that a parser hung on a word in between: "were shut one after another by the governor"."""
    for token in verb.subtree:
        if token.lower_ != "by" or token.i < verb.i or token.dep_ not in ("agent", "prep"):
            continue
        step, beside = token.head, False
        while step != verb and not is_verb(step):
            beside = beside or step.lower_ in _BESIDE
            step = step.head
        if step == verb and not beside:
            found = party_rules.parties(prepositional_objects(token), inside=False)
            if found:
                return found
    return []


# What follows them is another event, or hangs on one: "was shot during a visit by the minister", "at the end of a visit by".
_BESIDE = ("during", "after", "before", "amid", "despite", "following", "of")


def kernels(token: Token) -> Iterator[Token]:
    """The word and, where it only measures, what it measures: "tonnes of <flour>", "a series of <raids>"."""
    yield token
    if token.tag_ == "CD" or token.lower_ in _PORTIONS or token.lemma_ in _PORTIONS or token.lemma_ in _MEASURES:
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                for inner in prep.children:
                    if inner.dep_ == "pobj":
                        yield from coordinated([inner])


def reached(nodes: Iterable[Token], prepositions_wanted: tuple[str, ...]) -> Iterator[Token]:
    """The prepositions and particles on one of ``nodes``, "facing" as one of them though it is tagged a verb."""
    nodes = list(nodes)
    yield from prepositions(nodes, prepositions_wanted)
    for node in nodes:  # "called on <the police> to act": the parser hangs "on the police" on "act"
        for clause in node.children:
            if clause.dep_ in ("advcl", "xcomp", "ccomp") and infinitive_to(clause) is not None:
                yield from (c for c in clause.children if c.dep_ == "mark" and c.lower_ in prepositions_wanted)
    if _FACING in prepositions_wanted:
        for node in nodes:
            for child in node.children:
                if child.lower_ == _FACING and child.dep_ in ("acl", "advcl", "amod"):
                    yield child


def governed(preposition: Token) -> list[Token]:
    """What a preposition governs, coordination opened."""
    if preposition.lower_ == _FACING:
        return coordinated(c for c in preposition.children if c.dep_ in ("dobj", "pobj"))
    if preposition.dep_ == "mark":
        return coordinated(c for c in preposition.head.children if c.dep_ in ("nsubj", "nsubjpass"))
    if preposition.lower_ == "as":  # "described the raid as <unlawful>"
        return prepositional_objects(preposition) or coordinated(c for c in preposition.children if c.dep_ == "amod")
    return prepositional_objects(preposition)


def doers_of_noun(noun: Token) -> list[Token]:
    """Who does what an event noun names, where a verb or a "by" phrase around it says so."""
    for child in noun.children:  # "the inquiry that the judge opened", "a march organised by the union"
        if child.dep_ in ("relcl", "acl") and child.lemma_ in _LIGHT:
            found = [t for t in arguments(child).subjects if t != noun and antecedent(t) != noun]
            if found:
                return party_rules.parties(found)
    verb = noun.head
    if is_verb(verb) and verb.lemma_ in _LIGHT and noun.dep_ in ("dobj", "nsubjpass"):
        return party_rules.parties(arguments(verb).subjects)
    if is_verb(verb) and verb.lemma_ == "come" and noun.dep_ == "nsubj":  # "criticism has come from the bishops"
        behind = (c for prep in verb.children if prep.lower_ == "from" for c in prepositional_objects(prep))
        if found := party_rules.parties(behind, inside=False):
            return found
    if noun.dep_ == "pobj" and noun.lemma_ in _STANCES and noun.head.lower_ in _SPIRIT:
        # "blocked the road in protest at the law": what is done in that spirit says who shares it
        above = noun.head.head
        if is_verb(above):
            return party_rules.parties(surface_subjects(above))
    for inner in last_of_chain([noun]):
        # "the deportation of a poet by the police": the parser hangs "by" on the poet
        if inner != noun and any(t.lower_ in ("into", "over", "about") and t.head == noun for t in inner.ancestors):
            continue  # "an inquiry into the use of force by the police"
        for prep in inner.children:
            if prep.lower_ == "by" and prep.dep_ in ("prep", "agent") and is_noun(inner):
                found = party_rules.parties(prepositional_objects(prep), inside=False)
                if found:
                    return found
    return []


_SPIRIT = ("in", "on", "as", "of")  # "in protest", "on strike", "as a tribute", "out of sympathy"


def named_in_clause(act: str, clause: Token) -> list[Token]:
    """Whom a verbal act names only inside what it says: "threatened to sue <the firm>", "demanded that <Amman> explain"."""
    if act == "AGREE" and clause.lemma_ not in _BENEFITING:
        return []  # "pledged to hire a firm", "promised to deal with smugglers": nobody is to have the good of it
    if act in ("THREATEN", "AGREE"):
        ahead = any(
            c.tag_ in ("TO", "MD") for c in clause.children
        )  # "swore that it had kept the truce" promises nothing
        return parties_of_clause(clause) if ahead or clause.tag_ == "VBG" else []
    if act == "ACCUSE" and clause.dep_ == "advcl" and clause.i < clause.head.i:
        # "when the firm suspects that <a clerk> has stolen, it investigates": he is investigated, and not the firm
        told = (c for c in clause.rights if c.dep_ == "ccomp")
        return party_rules.parties(c for inner in told for c in inner.lefts if c.dep_ in ("nsubj", "nsubjpass"))
    if act in ("REQUEST", "ACCUSE"):
        return party_rules.parties(coordinated(c for c in clause.children if c.dep_ == "nsubj"))
    return []


def infinitives(nodes: Iterable[Token]) -> Iterator[Token]:
    """The infinitives that hang on one of ``nodes``: "vowed <to retaliate>"."""
    for node in nodes:
        yield from (c for c in node.children if c.dep_ in ("xcomp", "ccomp", "advcl", "acl") and c.tag_ == "VB")


def is_subjectless(verb: Token) -> bool:
    """Whether the clause has neither subject nor modal of its own, so that it tells nothing by itself, unlike "told reporters the talks could wait"."""
    return not any(c.dep_ == "nsubj" or c.tag_ == "MD" for c in verb.children)


def gives(prepositions: tuple[str, ...]) -> bool:
    """Whether the slot is that of a receiver, so that a dative may fill it."""
    return not {"to", "for"}.isdisjoint(prepositions) and _DIRECTIONS.isdisjoint(prepositions)
