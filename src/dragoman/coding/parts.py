"""Who has part in an act as the tagger reads it: likely words, made phrases by syntax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding import parties as party_rules
from dragoman.coding.admission import FORCEFUL_TYPES
from dragoman.coding.several import members, without_titles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.coding.tagger import Hint

# How sure the tagger must be that a word has part in the act.
_PART = 0.5


def told_parties(doc: Doc, hint: Hint, act: str) -> tuple[list[Token], list[Token]]:
    """Heads of the phrases that do the act and that it befalls, as the tagger reads it."""
    doers = heads_of(doc, hint.doers, _PART)
    receivers = [t for t in heads_of(doc, hint.receivers, _PART) if t not in doers]
    actors = without_titles(party_rules.parties(doers))
    recipients = party_rules.parties(receivers)
    if act in FORCEFUL_TYPES:
        recipients += [t for t in receivers if t not in recipients and party_rules.is_target(t)]
    recipients = without_titles([t for t in recipients if t not in actors])
    actors = [m for t in actors for m in members(t)]
    return actors, [m for t in recipients for m in members(t) if m not in actors]


def heads_of(doc: Doc, words: Sequence[tuple[int, float]], least: float) -> list[Token]:
    """The heads of the phrases that words as likely as ``least`` make up; joined ones ("X and Y") each by itself.

    What the parser hangs apart though it stands together ("Boko Haram") is one phrase: its highest word heads it.
    """
    likely = {at for at, p in words if p >= least}
    inside = [t for t in doc if t.idx in likely]
    roots = [t for t in inside if t.head not in inside or t.head == t]
    joined = [t for t in inside if t not in roots and _first_of(t) in roots and is_name(t)]
    out: list[Token] = []
    for root in roots:
        if out and all(t in inside for t in doc[out[-1].i : root.i + 1]):
            if sum(1 for _ in root.ancestors) < sum(1 for _ in out[-1].ancestors):
                out[-1] = root
        else:
            out.append(root)
    return sorted([*out, *joined], key=lambda t: t.i)


def _first_of(token: Token) -> Token:
    """The first of the phrases that a phrase is joined to: of "Chad" in "Niger, Mali and Chad" it is "Niger"."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_name(token: Token) -> bool:
    """Whether the word can head the phrase of a party: a noun, a pronoun, a number."""
    return token.tag_.startswith(("NN", "PRP", "CD"))
