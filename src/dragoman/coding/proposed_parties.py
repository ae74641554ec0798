"""Who has which part in acts that the tagger finds, where its guess turns them round or takes one of two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.syntax import coordinated, is_verb, surface_subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEELINGS, _BROKERING = words("feelings"), words("brokering")
_CAUSES = ("by", "at", "with", "over", "about")


def recast(trigger: Token, act: str, actors: list[Token], recipients: list[Token]) -> tuple[list[Token], list[Token]]:
    """Actors and recipients, with those whom syntax knows better than the tagger."""
    if act == "ACCUSE" and trigger.lower_ in _FEELINGS:
        return _felt(trigger, actors, recipients)
    by = [t for c in trigger.rights if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj" and t in actors]
    beside = [t for t in party_rules.parties(coordinated(by), inside=False) if t not in (*actors, *recipients)]
    return [*actors, *beside], _both_sides(trigger, recipients)


def _felt(feeling: Token, actors: list[Token], recipients: list[Token]) -> tuple[list[Token], list[Token]]:
    """Whoever feels it blames whom he feels it about: "the <union> is disappointed by <Oslo>'s decision"."""
    cause = [t for c in feeling.rights if c.lower_ in _CAUSES for t in c.subtree]
    verb = feeling if is_verb(feeling) and feeling.dep_ != "acomp" else feeling.head
    feels = party_rules.parties(surface_subjects(verb), inside=False)
    if not cause or not feels:
        return actors, recipients
    return feels, [t for t in dict.fromkeys([*recipients, *actors]) if t in cause]


def _both_sides(verb: Token, recipients: list[Token]) -> list[Token]:
    """Both sides of what somebody brokers, where a parser hangs his verb on the second: "talks between <Chad> and <Mali> brokered
    by Oslo"."""
    first = verb.head
    while first.dep_ == "conj":
        first = first.head
    between = first != verb.head and first.dep_ == "pobj" and first.head.lower_ == "between"
    brokered = between and verb.dep_ == "acl" and verb.lemma_ in _BROKERING
    if not brokered or (recipients and verb.head not in recipients):
        return recipients
    return party_rules.parties(coordinated([first]), inside=False)
