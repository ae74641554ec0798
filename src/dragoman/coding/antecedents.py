"""What a pronoun stands for by the syntax of its own sentence: "Oslo said it had expelled him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.parties import is_party, to_party
from dragoman.coding.syntax import SUBJECTS, is_noun, is_verb, surface_subjects
from dragoman.records import Party, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# Clauses whose pronoun the subject above may stand for. Of coordinated clauses the second is as often about the other party.
_INSIDE = ("ccomp", "advcl", "xcomp", "relcl", "acl", "pcomp", "conj", "parataxis")
# They tell what others did: "witnesses said they opened fire".
_ONLOOKERS = words("onlookers")


def named_for(party: Party, sentence: Sentence, text: str) -> list[Party]:
    """The parties of the sentence that the pronoun ``party`` can stand for, the likeliest first; ``[]`` where syntax is silent.

    ``text`` is the article's, into which all spans count.
    """
    doc, offset = sentence.doc, sentence.span.start
    if doc is None or not sentence.span.covers(party.head_span):
        return []
    token = next((t for t in doc if t.idx + offset == party.head_span.start), None)
    if token is None:
        return []
    return [to_party(t, offset, text) for t in _subjects_above(token)]


def _subjects_above(pronoun: Token) -> list[Token]:
    """The subjects of the clauses around the pronoun's own, nearest first. Its own clause's subject is another (binding)."""
    out: list[Token] = []
    node = pronoun.head
    while not is_verb(node) and node.head.i != node.i:
        node = node.head
    if pronoun.dep_ == "poss":  # "Seoul recalled its envoy": within its clause a possessor may be the subject
        _add(out, node, pronoun)
    clause = node
    while clause.head.i != clause.i:
        above = clause.head
        own = any(c.dep_ in SUBJECTS for c in above.children)
        if is_verb(above) and own and clause.dep_ in _INSIDE:
            if clause.dep_ == "conj" and pronoun.dep_ in SUBJECTS and pronoun.lower_ not in ("he", "she"):
                return out
            _add(out, above, pronoun)
        clause = above
    return out


def _add(out: list[Token], verb: Token, pronoun: Token) -> None:
    many = pronoun.lower_ in ("they", "them", "their")
    subjects = surface_subjects(verb)
    if len(subjects) != 1:
        return
    subject = subjects[0]
    if subject.i == pronoun.i or not is_noun(subject) or not is_party(subject) or subject.lemma_ in _ONLOOKERS:
        return
    if subject.tag_ in ("NNS", "NNPS") and not many:
        return
    if subject not in out:
        out.append(subject)
