"""Acts in words that no frame has: the tagger says which word tells one and who has part in it; syntax names the parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebook.frames import Frame
from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.admission import FORCEFUL_TYPES
from dragoman.coding.casting import Draft
from dragoman.coding.matcher import Match
from dragoman.coding.several import members, without_titles
from dragoman.coding.status import StatusReader

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.coding.tagger import Hint

# How sure the tagger must be that a word tells an act: one that no frame has, and one that the rules hold for a mere mention.
LEAST = 0.93
TOLD = 0.6
# … and that a word has part in it.
_PART = 0.5
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
        if hint.act == "THREATEN" and token.lemma_ in _WARNINGS:
            continue  # a warning threatens only where its words say with what, which frames have
        draft = _draft(token, hint, learnt.frame(hint.act, token.lemma_), reader)
        if draft is not None:
            out.append(draft)
    return out


def _draft(token: Token, hint: Hint, frame: Frame, reader: StatusReader) -> Draft | None:
    actors, recipients = told_parties(token.doc, hint, frame.type)
    pos = "verb" if token.tag_.startswith("VB") else "noun" if token.tag_.startswith("NN") else "adj"
    roles = {"ACTOR": tuple(actors), "RECIPIENT": tuple(recipients)}
    match = Match(frame, frame.verbs[0], pos, token, roles, (token,), False)
    chain = reader.read(token, frame.type, None)
    if hint.status != chain.status and hint.status_sure >= _STATUS:
        chain.set(hint.status, token, "the tagger reads it so")
    if not actors and not recipients and frame.type not in FORCEFUL_TYPES:
        return None
    return Draft(match, chain, tuple(actors), tuple(recipients), None, hint.chance(hint.act))


def told_parties(doc: Doc, hint: Hint, act: str) -> tuple[list[Token], list[Token]]:
    """Heads of the phrases that do the act and that it befalls, as the tagger reads it."""
    doers = _heads(doc, hint.doers)
    receivers = [t for t in _heads(doc, hint.receivers) if t not in doers]
    actors = without_titles(party_rules.parties(doers))
    recipients = party_rules.parties(receivers)
    if act in FORCEFUL_TYPES:
        recipients += [t for t in receivers if t not in recipients and party_rules.is_target(t)]
    recipients = without_titles([t for t in recipients if t not in actors])
    actors = [m for t in actors for m in members(t)]
    return actors, [m for t in recipients for m in members(t) if m not in actors]


def _heads(doc: Doc, words: Sequence[tuple[int, float]]) -> list[Token]:
    """The heads of the phrases that likely words make up; joined ones ("X and Y") each by itself.

    What the parser hangs apart though it stands together ("Boko Haram") is one phrase: its highest word heads it.
    """
    likely = {at for at, p in words if p >= _PART}
    inside = [t for t in doc if t.idx in likely]
    roots = [t for t in inside if t.head not in inside or t.head == t]
    joined = [t for t in inside if t not in roots and t.dep_ == "conj" and _names(t)]
    out: list[Token] = []
    for root in roots:
        if out and all(t in inside for t in doc[out[-1].i : root.i + 1]):
            if sum(1 for _ in root.ancestors) < sum(1 for _ in out[-1].ancestors):
                out[-1] = root
        else:
            out.append(root)
    return sorted([*out, *joined], key=lambda t: t.i)


def _names(token: Token) -> bool:
    return token.tag_.startswith(("NN", "PRP", "CD"))
