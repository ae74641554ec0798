"""What somebody says that others must do, where the thing itself is no act that a codebook has: "China must do more, he said".

Whether that is a demand or a plan, a rule or a recipe only the tagger can tell; it spreads its belief over the modal and the
verb, which are taken together here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import parties as party_rules
from dragoman.coding.casting import Draft
from dragoman.coding.matcher import Match
from dragoman.coding.syntax import arguments, is_passive
from dragoman.coding.tagger import Hint

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.codebook.frames import Frame
    from dragoman.coding.status import Chain, StatusReader

_ACT = "REQUEST"
# How sure the tagger must be of a demand by the modal and the verb together.
LEAST = 0.5
# Operators by which a speaker says what is to be done: "has to", "it is time for".
_OPERATORS = ("must", "time-for")
_NOBODY = frozenset(
    {"we", "i", "you", "it", "they", "he", "she", "us", "one", "people", "anyone", "everyone", "who", "both"}
)


def may_demand(doc: Doc, reader: StatusReader) -> bool:
    """Whether a sentence may say what somebody must do: so seldom that looking closer costs little."""
    return next(_demanded(doc, reader), None) is not None


def demands(
    doc: Doc, hints: Mapping[int, Hint], taken: Collection[int], frame: Frame, reader: StatusReader
) -> list[tuple[Draft, Hint]]:
    """Drafts of what a sentence demands beside the words (``taken``) that frames used, with what the tagger says of each.

    ``frame``: the one they bear. A draft without a doer is its speaker's, if it has one.
    """
    out = []
    for verb, chain in _demanded(doc, reader):
        assert chain.cue is not None
        asked = party_rules.parties(chain.addressees or arguments(verb).subjects, inside=False)
        asked = [t for t in asked if t.lower_ not in _NOBODY]
        words = (verb, chain.cue)
        if not asked or is_passive(verb) or any(t.i in taken for t in words):
            continue
        told = _together(hints[t.idx] for t in words if t.idx in hints)
        if told is None or told.told < LEAST:
            continue
        asking = [t for t in party_rules.parties(chain.holders, inside=False) if t not in asked]
        roles = {"ACTOR": tuple(asking), "RECIPIENT": tuple(asked)}
        match = Match(frame, frame.verbs[0], "verb", verb, roles, words, False)
        chain.set("occurred", chain.cue, "who says that it must be done asks for it")
        out.append((Draft(match, chain, tuple(asking), tuple(asked), None, told.told if asking else 0.0), told))
    return out


def _demanded(doc: Doc, reader: StatusReader) -> Iterator[tuple[Token, Chain]]:
    """The verbs of which a sentence says that they must or should be done, each with its status."""
    deontic = reader.operators.lists["deontic"]
    for verb in doc:
        if verb.tag_ != "VB" or not _is_under_demand(verb, deontic):
            continue
        chain = reader.read(verb, _ACT, None)
        cue = chain.cue
        if cue is None or chain.status not in ("requested", "hypothetical"):
            continue
        by_operator = chain.operator is not None and chain.operator.id in _OPERATORS
        if (cue.lower_ in deontic and cue.head == verb) or (by_operator and chain.status == "requested"):
            yield verb, chain


def _is_under_demand(verb: Token, deontic: Collection[str]) -> bool:
    """A quick look: whether a modal of duty, or a word that may say so, stands before the verb."""
    if any(c.tag_ == "MD" and c.lower_ in deontic for c in verb.lefts):
        return True
    return verb.head.lemma_ in ("have", "need", "time", "be") and any(c.tag_ == "TO" for c in verb.lefts)


def _together(hints: Iterable[Hint]) -> Hint | None:
    """What the tagger says of several words as one: that any of them tells a demand."""
    asking = [h for h in hints if h.act == _ACT]
    if not asking:
        return None
    none = 1.0
    for hint in asking:
        none *= 1.0 - hint.chance(_ACT)
    best = max(asking, key=lambda h: h.chance(_ACT))
    return replace(best, told=1.0 - none, sure=1.0, status="occurred")
