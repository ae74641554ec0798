"""How an act hangs under the word above it, and which operator of the codebook that word is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operator, Operators
from dragoman.codebook.words import words
from dragoman.coding.syntax import infinitive_to, is_noun, is_verb
from dragoman.records import DONE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.status.chain import Chain

_ATTEMPTING = words("attempt_verbs")
_SUBJECTS = ("nsubj", "nsubjpass")
_SUBJUNCTIVE_MODALS = ("should", "must", "shall", "ought")


def kind_of(node: Token) -> str:
    """What stands under the operator: noun, infinitive, gerund, that (a finite clause) or question."""
    if is_noun(node) or node.dep_ in ("dobj", "pobj") or not is_verb(node):
        if not any(c.dep_ in _SUBJECTS or c.tag_ == "MD" for c in node.children):
            return "noun"
    if any(c.dep_ in ("mark", "advmod") and c.lower_ in ("whether", "if") for c in node.children):
        return "question"
    if infinitive_to(node) is not None:
        return "infinitive"
    finite = any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP", "VBD", "MD") for c in node.children)
    if node.tag_ == "VBG" and not finite:
        return "gerund"
    return "that"


def subjunctive(node: Token) -> bool:
    """Whether a finite clause says what should be, not what is: "that he leave", "that he should leave"."""
    modal = next((c for c in node.children if c.tag_ == "MD"), None)
    if modal is not None:
        return modal.lower_ in _SUBJUNCTIVE_MODALS
    aux = [c for c in node.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ in ("VBD", "VBZ") or c.lower_ in ("have", "do", "are") for c in aux):
        return False
    return node.tag_ in ("VB", "VBP") or any(c.lower_ == "be" for c in aux)


def governing_verb(ops: Operators, verb: Token, node: Token, preposition: Token | None = None) -> Operator | None:
    """The operator that ``verb`` is over ``node``, which may hang on it through ``preposition``.

    A verb with a particle is another verb: "set up talks" plans none.
    """
    kind = kind_of(node)
    particles = [c for c in verb.children if c.dep_ == "prt"]
    if verb.lemma_ in ("look", "go", "close"):
        particles += [c for c in verb.children if c.dep_ == "advmod" and c.lower_ in ("forward", "ahead")]
    stem = " ".join([verb.lemma_, *(p.lower_ for p in particles[:1])])
    if preposition is not None:
        keys = [f"{stem} {preposition.lower_}"]
    else:
        before = [c for c in verb.children if c.dep_ == "prep" and (c.i < node.i or node.dep_ == "nsubjpass")]
        before += [c for c in node.children if c.dep_ == "mark" and c.lower_ == "for"]  # "called for X to leave"
        keys = [f"{stem} {p.lower_}" for p in before if p.lower_ != "on" or kind != "noun"] + [stem]
        if particles and stem not in ops.verbs and kind in ("infinitive", "gerund"):
            keys.append(verb.lemma_)
    for key in keys:
        for found in ops.verbs.get(key, ()):
            if kind in found.takes and (kind != "that" or found.finite or subjunctive(node)):
                return found
    return None


def governing_noun(ops: Operators, noun: Token, node: Token, preposition: Token | None = None) -> Operator | None:
    """The operator that ``noun`` is over ``node``: "the plan to …", "fears of …", "claims that …"."""
    kind = kind_of(node)
    through_of = preposition is not None and preposition.lower_ == "of" and kind == "noun"
    found = ops.find("nouns", noun.lemma_, kind, through_of=through_of)
    if noun.lower_ == "order" and noun.head.lower_ == "in":
        return None  # "in order to"
    if noun.lemma_ == "hope" and noun.dep_ == "dobj" and noun.head.lemma_ in _STIRRING:
        return ops.find("verbs", "hope", "that")  # "raising hopes for the release of the others": nobody plans it
    if found is not None and found.id == "time-for" and noun.dep_ != "attr":
        return None  # "it is time to", not "had no time to"
    if found is None or (kind == "that" and not found.finite and not subjunctive(node)):
        return None
    return found


_STIRRING = words("stirring_hopes")


def bears_clause(node: Token) -> bool:
    """Whether a clause under a noun says what the noun is about, not which one it is."""
    if infinitive_to(node) is not None:
        return True
    if any(c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") for c in node.children):
        return True
    # "condition that they disarm": the parser takes "that" for an object though the verb has none
    return any(c.lower_ == "that" and c.dep_ == "dobj" for c in node.children) and node.dep_ == "acl"


def embedding_noun(ops: Operators, noun: Token, node: Token) -> Token:
    """The noun an infinitive is about where the parser hung it on a party: "the appeal to Kenya to send troops"."""
    preposition = noun.head
    if kind_of(node) != "infinitive" or noun.dep_ != "pobj" or ops.find("nouns", noun.lemma_, "infinitive"):
        return noun
    above = preposition.head
    if preposition.lower_ in ("to", "on", "from", "with", "by", "for") and is_noun(above):
        return above if ops.find("nouns", above.lemma_, "infinitive") else noun
    return noun


def embedding_object(ops: Operators, verb: Token, node: Token) -> Token | None:
    """The object of ``verb`` right before an infinitive, if it is a noun of plan, threat or demand."""
    if not is_verb(verb) or kind_of(node) != "infinitive":
        return None
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.i < node.i and is_noun(child):
            if governing_noun(ops, child, node) is not None and node.left_edge.i - child.right_edge.i <= 1:
                return child
    return None


def has_own_doer(noun: Token) -> bool:
    """Whether an event noun says whose deed it is: "Iran's launch", "Iranian launches", "launches by Iran"."""
    if not is_noun(noun):
        return False
    for child in noun.children:
        if child.dep_ == "poss" and not child.tag_.startswith("PRP"):
            return True
        if child.dep_ in ("amod", "compound", "nmod") and child.i > 0 and child.text[:1].isupper():
            return True
        if child.dep_ in ("prep", "agent") and child.lower_ == "by":
            return True
    return False


def attempted(trigger: Token) -> Token | None:
    """The noun that makes an attempt of the act where a frame reads both as one: "survived an attempt on his life"."""
    if trigger.lemma_ == "attempt" and is_noun(trigger):
        return trigger
    if not is_verb(trigger) or trigger.lemma_ not in _ATTEMPTING:
        return None
    return next((c for c in trigger.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ == "attempt"), None)


def singled_out(noun: Token) -> bool:
    """ "the first leader to visit": the infinitive tells what was done."""
    singled = ("first", "second", "third", "last", "latest", "only", "next", "one")
    return noun.lower_ in singled or any(c.lower_ in singled or c.tag_ == "JJS" for c in noun.children)


def is_blame(chain: Chain, node: Token) -> bool:
    """Whether the act is a noun of blame itself: "criticism", "the allegations"."""
    return chain.act == "ACCUSE" and chain.status in DONE and not chain.embedded and is_noun(node)
