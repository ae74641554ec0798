"""The tagger that ships: which word of a bare sentence tells an act, which act, in which status. How it is made: ``training/``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dragoman.coding.weights import BATCH, Array, Weights, padded
from dragoman.records import Claim, Parse, Sentence


@dataclass(frozen=True, slots=True)
class Hint:
    """What the tagger makes of a word. ``told``: probability that it tells an act; ``act``, ``status``: the likeliest
    ones, ``sure`` the act's probability among acts.
    """

    told: float
    act: str
    sure: float
    status: str
    status_sure: float
    # words with a part in the act: offset of their first letter, probability
    doers: tuple[tuple[int, float], ...] = ()
    receivers: tuple[tuple[int, float], ...] = ()

    def chance(self, act: str) -> float:
        """The probability that the word tells this act; of another than the likeliest it is not kept: 0."""
        return self.told * self.sure if act == self.act else 0.0


_WORD = re.compile(r"[^\W\d_]+")
# Below these the tagger's guess is not worth keeping.
_TOLD = 0.05
_PART = 0.2


class Tagger:
    """Reads bare sentences. Weights load at first use."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    @cached_property
    def _telling(self) -> frozenset[str]:
        return frozenset(self.weights.labels["telling"])

    def may_tell(self, sentence: str) -> bool:
        """Whether a word of the sentence told an act in a good part of the places where the reports it learnt from have it."""
        return not self._telling.isdisjoint(_WORD.findall(sentence.lower()))

    def read(self, sentences: Sequence[str]) -> list[dict[int, Hint]]:
        """For each sentence the words that may tell an act, by the offset of their first letter.

        Words that tell none with more than .95 have no hint, nor have words beyond ``max_pieces`` pieces.
        """
        limit = int(self.weights.labels["max_pieces"])
        out: list[dict[int, Hint]] = [{} for _ in sentences]
        order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), i))  # like lengths: less padding
        for at in range(0, len(order), BATCH):
            some = order[at : at + BATCH]
            encoded = self.weights.tokenizer.encode_batch([sentences[i] for i in some])
            ids, mask = padded([e.ids[:limit] for e in encoded])
            acts, statuses, parts = self.weights.run("tagger", ("act", "act_status", "parts"), ids, mask)
            for i, encoding, act, status, part in zip(
                some, encoded, np.exp(acts), np.exp(statuses), parts, strict=True
            ):
                firsts: dict[int, int] = {}  # offset of a word → its first piece
                pieces = zip(encoding.tokens[:limit], encoding.offsets[:limit], strict=True)
                for j, (piece, (start, end)) in enumerate(pieces):
                    if end > start and not piece.startswith("##"):  # no end of a word: "shell", "##ed"
                        firsts.setdefault(start, j)
                for start, j in firsts.items():
                    if act[j, 0] <= 1.0 - _TOLD:
                        out[i][start] = self._hint(act[j], status[j], part[:, j], firsts)
        return out

    def _hint(self, act: Array, status: Array, part: Array, firsts: dict[int, int]) -> Hint:
        told = 1.0 - float(act[0])
        best, state = 1 + int(act[1:].argmax()), int(status.argmax())
        return Hint(
            round(told, 4),
            self.weights.labels["acts"][best],
            round(float(act[best]) / told, 4),
            self.weights.labels["statuses"][state],
            round(float(status[state]), 4),
            tuple((start, round(float(part[1, j]), 4)) for start, j in firsts.items() if part[1, j] >= _PART),
            tuple((start, round(float(part[2, j]), 4)) for start, j in firsts.items() if part[2, j] >= _PART),
        )


class Hints:
    """What the tagger makes of an article, read at first asking: its sentences in which a frame fits, and those with a word
    that often tells an act. (Another sentence hardly ever holds one, and reading is the dearest stage.)"""

    def __init__(self, tagger: Tagger, parse: Parse, *, frames_only: bool = False) -> None:
        """``frames_only``: read nothing but sentences in which a frame fits: for reports of sport, of which little counts."""
        self._tagger, self._parse, self._frames_only = tagger, parse, frames_only
        self._lent: dict[tuple[int, str], Hint] = {}
        self._expected: set[int] = set()

    @cached_property
    def _by_offset(self) -> dict[int, Hint]:
        text = self._parse.article.text
        sentences = [
            s
            for s in self._parse.sentences
            if s.doc is not None and (s.span.start in self._expected or self._may_tell(s.span.of(text)))
        ]
        read = self._tagger.read([s.span.of(text) for s in sentences])
        return {s.span.start + at: hint for s, hints in zip(sentences, read, strict=True) for at, hint in hints.items()}

    def _may_tell(self, sentence: str) -> bool:
        return not self._frames_only and self._tagger.may_tell(sentence)

    def expect(self, sentence: Sentence) -> None:
        """Have the sentence read, whatever its words; to be said before anything is asked."""
        self._expected.add(sentence.span.start)

    def at(self, offset: int) -> Hint | None:
        """The hint on the word that begins at this place of the article; None where it hardly tells an act.

        Its parts are told by their place in the sentence.
        """
        return self._by_offset.get(offset)

    def lend(self, trigger: int, act: str, hint: Hint) -> None:
        """Let a frame's trigger have the hint on another of the frame's words: "was <under attack>", "had misgivings"."""
        self._lent[trigger, act] = hint

    def chance(self, claim: Claim) -> float:
        """The probability that the claim's words tell its act."""
        hint = self.of(claim)
        return hint.chance(claim.act) if hint is not None else 0.0

    def of(self, claim: Claim) -> Hint | None:
        """The hint on the claim's words."""
        trigger = claim.trigger.span.start
        return self._lent.get((trigger, claim.act)) or self.at(trigger)
