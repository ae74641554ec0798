"""Acts in words that no frame has: the tagger says which word tells one and who has part in it; syntax names the parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebook.frames import Frame
from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.admission import DONE_TO_OTHERS, FORCEFUL_TYPES, REFLEXIVES, is_care
from dragoman.coding.casting import Draft
from dragoman.coding.heeding import is_before_noun
from dragoman.coding.matcher import Match
from dragoman.coding.mentions import is_of_anybody
from dragoman.coding.parts import of_clause, told_parties
from dragoman.coding.proposed_parties import recast
from dragoman.coding.status import StatusReader

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.coding.tagger import Hint

# How sure the tagger must be that a word tells an act: one that no frame has, and one that the rules hold for a mere mention.
LEAST = 0.88
TOLD = 0.6
# … and of its status, where the words around it say another.
_STATUS = 0.6
_WARNINGS = words("warnings")
_TAGS = ("VB", "NN", "JJ", "MD", "RB", "IN", "RP")


class Learnt:
    """The frames of what the tagger finds, with mode and code where every frame of its type that has the word agrees."""

    def __init__(self, learnt: Mapping[str, Frame], frames: Iterable[Frame]) -> None:
        self._learnt = learnt
        found: dict[tuple[str, str], set[tuple[str | None, str | None]]] = defaultdict(set)
        for frame in frames:
            for _, pattern in frame.patterns():
                for head in pattern.heads:
                    found[frame.type, head].add((frame.mode, frame.cameo))
        self._codes = {key: next(iter(codes)) for key, codes in found.items() if len(codes) == 1}

    def frame(self, act: str, word: str) -> Frame:
        """The frame for an act told by a word, given as its lemma."""
        frame = self._learnt[act]
        mode, cameo = self._codes.get((act, word), (frame.mode, frame.cameo))
        return replace(frame, mode=mode, cameo=cameo)


def proposals(
    doc: Doc, hints: Mapping[int, Hint], taken: Collection[int], learnt: Learnt, reader: StatusReader
) -> list[Draft]:
    """Drafts of what the tagger finds in a sentence, ``hints`` by offset, beside the words (``taken``) that frames used."""
    out = []
    for token in doc:
        hint = hints.get(token.idx)
        if hint is None or hint.chance(hint.act) < LEAST or token.i in taken or not token.tag_.startswith(_TAGS):
            continue
        if (hint.act == "COERCE" and is_care(token)) or is_of_anybody(token):
            continue
        if hint.act == "THREATEN" and token.lemma_ in _WARNINGS:
            continue  # a warning threatens only where its words say with what, which frames have
        if hint.act in DONE_TO_OTHERS and any(c.dep_ == "dobj" and c.lower_ in REFLEXIVES for c in token.rights):
            continue  # "killed four people and then shot himself"
        draft = _draft(token, hint, learnt.frame(hint.act, token.lemma_), reader)
        if draft is not None:
            out.append(draft)
    return out


def _draft(token: Token, hint: Hint, frame: Frame, reader: StatusReader) -> Draft | None:
    actors, recipients = of_clause(token, *told_parties(token.doc, hint, frame.type))
    actors, recipients = recast(token, frame.type, list(actors), list(recipients))
    if is_before_noun(token):
        actors = []
    pos = "verb" if token.tag_.startswith("VB") else "noun" if token.tag_.startswith("NN") else "adj"
    roles = {"ACTOR": tuple(actors), "RECIPIENT": tuple(recipients)}
    match = Match(frame, frame.verbs[0], pos, token, roles, (token,), False)
    chain = reader.read(token, frame.type, None)
    # "has been held since May" goes on
    still = chain.certain or (chain.status == "ongoing" and hint.status == "occurred")
    if hint.status != chain.status and not still and hint.status_sure >= _STATUS:
        chain.set(hint.status, token, "the tagger reads it so")
    if chain.status == "requested":  # "the actor is who asks, the recipient who is asked" (CODING)
        recipients = party_rules.parties(chain.addressees, inside=False) or recipients
        actors = party_rules.parties(chain.holders, inside=False) or actors
    if not actors and not recipients and frame.type not in FORCEFUL_TYPES:
        return None
    return Draft(match, chain, tuple(actors), tuple(recipients), None, hint.chance(hint.act))
