"""Words that a tokenizer or parser cuts apart though they are one: "ex-wife", "murder suspect"; and subjects cut from their verb.

Each rule states the error and what tells it from the like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.gazetteers.agents import is_party_noun
from dragoman.parsing.repairs.tree import ANY_FINITE, ANY_SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def rejoin_words(doc: Doc) -> Doc:
    """The same ``doc``, what belongs together tied together."""
    for token in doc:
        if token.lower_ in _PREFIXES and token.i + 2 < len(doc) and doc[token.i + 1].text == "-":
            _prefixed(token)
        elif token.dep_ == "conj" and token.tag_ == "NNP" and any(c.dep_ == "case" for c in token.rights):
            _owner(token)
        elif token.dep_ == "dobj" and token.tag_ == "NN" and token.i + 1 < len(doc):
            _two_objects(token)
        elif token.tag_ == "VBG" and token.dep_ == "ccomp":
            _subject_of_participle(token)
    return doc


_PREFIXES = ("ex", "vice", "co")


def _prefixed(prefix: Token) -> None:
    """ "Her ex-husband shot him": one husband, and not an "ex" and a hyphen beside him."""
    hyphen, noun = prefix.nbor(1), prefix.nbor(2)
    if not noun.tag_.startswith("NN") or prefix.whitespace_ or hyphen.whitespace_ or prefix.dep_ == "compound":
        return
    if prefix.is_ancestor(noun) and prefix != noun.head:
        return
    if noun.head in (prefix, hyphen):
        noun.head, noun.dep_ = (noun if prefix.head == prefix else prefix.head), prefix.dep_
    for part in (prefix, hyphen):
        for child in [c for c in part.children if c not in (prefix, hyphen, noun)]:
            child.head = noun
        part.head, part.dep_ = noun, "compound"
    hyphen.tag_ = "HYPH"


def _owner(name: Token) -> None:
    """ "hit the officer and Holm's wife": his wife is hit, and he is none of the row."""
    case = next(c for c in name.rights if c.dep_ == "case")
    owned = next((c for c in name.head.rights if c.dep_ == "conj" and c.left_edge.i == case.i + 1), None)
    if owned is not None and owned.tag_.startswith("NN"):
        name.head, name.dep_ = owned, "poss"


def _two_objects(first: Token) -> None:
    """ "Police catch murder suspect": in a headline one object of two words, for nobody gives a murder a suspect."""
    second = first.nbor(1)
    verb = first.head
    if second.head != verb or second.dep_ != "dobj" or second.tag_ not in ("NN", "NNS") or verb.i > first.i:
        return
    if any(c.dep_ in ("det", "poss") for c in first.lefts) or is_party_noun(first.lower_):
        return
    if is_party_noun(second.lemma_):
        first.head, first.dep_ = second, "compound"


def _subject_of_participle(participle: Token) -> None:
    """ "Police say a man trying to flee shot at them": the man shot, and the participle only says which man.

    Where a finite verb without a subject hangs beside the participle on the same verb of saying.
    """
    subject = next((c for c in participle.lefts if c.dep_ == "nsubj"), None)
    if subject is None or any(c.dep_ in ("aux", "mark") for c in participle.children):
        return
    verb = next((c for c in participle.head.rights if c.dep_ == "ccomp" and c.i > participle.i), None)
    if verb is None or verb.tag_ not in ANY_FINITE or any(c.dep_ in ANY_SUBJECT for c in verb.children):
        return
    if subject.right_edge.i != participle.i - 1:
        return
    subject.head, subject.dep_ = verb, "nsubj"
    participle.head, participle.dep_ = subject, "acl"
