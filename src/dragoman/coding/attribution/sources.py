"""Who can answer for a statement, and whose statement a noun is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.speech import Speech
from dragoman.coding.parties import is_party
from dragoman.coding.syntax import arguments, is_noun, is_verb, surface_subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset({"i", "we", "he", "she", "they", "who", "you", "it"})
_SOME = frozenset(
    {
        "some",
        "others",
        "many",
        "most",
        "several",
        "few",
        "critics",
        "those",
        "one",
        "both",
        "everyone",
        "everybody",
        "nobody",
        "all",
        "none",
        "anyone",
    }
)
_UNSAID = frozenset({"it", "there", "what", "this", "that", "which"})


def can_speak(token: Token | None, speech: Speech) -> bool:
    """Whether ``token`` heads somebody who can hold a view: a party, a name, a person's pronoun, "some"."""
    if token is None:
        return False
    if token.lower_ in _PERSONS or token.lower_ in _SOME:
        return True
    return is_party(token) or token.tag_ in ("NNP", "NNPS") or token.lemma_ in speech.documents


def speaker_of(verb: Token, speech: Speech) -> Token | None:
    """The source of a verb of speech; of "a statement saying …" whoever made the statement."""
    source = next(iter(arguments(verb).subjects), None)
    if source is None:
        return None
    if verb.dep_ in ("acl", "relcl") and source == verb.head and source.lemma_ in speech.nouns:
        return owner(source, speech) or source
    return source


def owner(noun: Token, speech: Speech) -> Token | None:
    """Whose statement, plan or fear a noun is: possessor, "by X", a name before it, or the subject of a light verb."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    for child in noun.lefts:
        if child.dep_ == "compound" and child.tag_ in ("NNP", "NNPS"):
            return child
    head = noun.head
    if is_verb(head) and noun.dep_ == "dobj" and head.lemma_ in speech.light:
        return next((s for s in surface_subjects(head) if s.lower_ not in _UNSAID and s != noun), None)
    if noun.dep_ == "attr" and is_verb(head):  # "he is a critic of …"
        return next((s for s in surface_subjects(head) if s.lower_ not in _UNSAID and s != noun), None)
    return None


def is_reader(token: Token) -> bool:
    """Whether an object is who is spoken to rather than what is told: "told reporters"."""
    return token.tag_.startswith("PRP") or (is_noun(token) and is_party(token))
