"""Acts that several do with each other: who met, spoke or fought "with" whom, all as actors."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.records import DONE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.matcher import Match
    from dragoman.coding.status import Chain

# Acts in which those on either side of "with" do the same.
_RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})
# Who keeps up contacts with somebody keeps them from his side.
_LASTING_TIES = words("lasting_ties")
_DONE_TOGETHER = frozenset({"assault.clash", "mobilize.joint-exercise"})
_ONE_SIDED = frozenset({"visit", "host"})


def all_sides(
    match: Match, chain: Chain, actors: list[Token], recipients: list[Token]
) -> tuple[list[Token], list[Token]]:
    """All who met, spoke or fought "with" each other as actors: "with" brings no host, object or victim (CODING.md).

    Nor does "between": "the pact signed between Chad and Mali".
    """
    if not actors and len(recipients) > 1 and all(_is_behind(t, ("between",)) for t in recipients):
        return recipients, []
    frame = match.frame
    mutual = frame.type in _RECIPROCAL or frame.id in _DONE_TOGETHER
    if not mutual or frame.mode in _ONE_SIDED or chain.status not in DONE:
        return actors, recipients
    if len(actors) > 1 or any(t.lemma_ in _LASTING_TIES for t in match.used):  # "both met with the mediators"
        return actors, recipients
    others = [t for t in recipients if _is_behind(t, _TOGETHER)]
    return [*actors, *others], [t for t in recipients if t not in others]


_TOGETHER = ("with", "alongside")


def _is_behind(token: Token, prepositions: Collection[str]) -> bool:
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in prepositions
