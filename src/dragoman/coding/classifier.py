"""The relation classifier that ships: two layers over the tagger's, in ONNX, int8, on the CPU. How it is made: ``training/``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dragoman.coding.weights import BATCH, Array, Weights, padded
from dragoman.records import Span


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the classifier makes of one marked sentence: calibrated probabilities by type and by status."""

    types: tuple[tuple[str, float], ...]
    statuses: tuple[tuple[str, float], ...]
    finer: tuple[tuple[str, float], ...] = ()

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest PLOVER type (or ``NONE``) and its probability."""
        return self.types[0]

    def of(self, name: str) -> float:
        """The probability of one type."""
        return dict(self.types).get(name, 0.0)

    def cameo(self, name: str) -> str | None:
        """The CAMEO code of the likeliest finer label of a type (``SANCTION/163``), if it has one."""
        inside = [label for label, _ in self.finer if label.split("/")[0] == name]
        return inside[0].partition("/")[2] or None if inside else None


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence and who is asked about: places in it, of source, target and the word of an act; ``None`` of what is not told.

    Without a trigger the classifier tells what passes between the parties; with one it judges that act.
    """

    sentence: str
    source: Span | None
    target: Span | None
    trigger: Span | None = None

    @property
    def roles(self) -> tuple[Span | None, ...]:
        """In the order of the weights' roles."""
        return self.source, self.target, self.trigger


class Classifier:
    """Answers what passes between two parties of a sentence. Weights load at first use."""

    def __init__(self, weights: Weights | None = None) -> None:
        self.weights = weights or Weights()

    @property
    def labels(self) -> dict[str, Any]:
        """The label file beside the weights: types, statuses, temperature, checksum."""
        return self.weights.labels

    @property
    def version(self) -> str:
        """The first digits of the weights' checksum."""
        return str(self.labels["sha256"])[:8]

    def read(self, asked: Sequence[Question]) -> list[Opinion]:
        """Opinions on what is asked, in its order."""
        if not asked:
            return []
        types, statuses = self.logits(asked)
        temperature = float(self.labels.get("temperature", 1.0))
        out = []
        for p, s in zip(_softmax(types / temperature), _softmax(statuses), strict=True):
            finer = _ranked(self.labels["types"], p)
            out.append(Opinion(_merged(finer), _ranked(self.labels["statuses"], s), finer))
        return out

    def logits(self, asked: Sequence[Question]) -> tuple[Array, Array]:
        """The weights' raw answers, one row a question: (types with finer labels, statuses)."""
        order = sorted(range(len(asked)), key=lambda i: (len(asked[i].sentence), i))  # like lengths: less padding
        types = np.zeros((len(asked), len(self.labels["types"])), dtype=np.float32)
        statuses = np.zeros((len(asked), len(self.labels["statuses"])), dtype=np.float32)
        for at in range(0, len(order), BATCH):
            some = order[at : at + BATCH]
            ids, mask, roles = self._encode([asked[i] for i in some])
            answers = self.weights.run("classifier", ("plover", "status"), ids, mask, roles=roles)
            types[some], statuses[some] = answers
        return types, statuses

    def _encode(self, asked: Sequence[Question]) -> tuple[Array, Array, Array]:
        """Ids, mask and roles; of a long sentence a part around the words asked about."""
        limit = int(self.labels["max_pieces"])
        rows, marked = [], []
        for question, encoding in zip(
            asked, self.weights.tokenizer.encode_batch([q.sentence for q in asked]), strict=True
        ):
            roles = [_pieces(encoding.offsets, span) for span in question.roles]
            kept = list(range(len(encoding.ids)))
            if len(kept) > limit:
                inside = sorted(set().union(*roles)) or [1]
                start = max(1, min((inside[0] + inside[-1]) // 2 - limit // 2, len(kept) - limit + 1))
                kept = [0, *kept[start : start + limit - 2], len(kept) - 1]
            rows.append([encoding.ids[i] for i in kept])
            marked.append([[float(i in role) for role in roles] for i in kept])
        ids, mask = padded(rows)
        out = np.zeros((*ids.shape, len(self.labels["roles"])), dtype=np.float32)
        for i, row in enumerate(marked):
            out[i, : len(row)] = row
        return ids, mask, out


def _pieces(offsets: Sequence[tuple[int, int]], span: Span | None) -> frozenset[int]:
    """The pieces of a sentence that a span touches."""
    if span is None:
        return frozenset()
    return frozenset(i for i, (a, b) in enumerate(offsets) if b > a and a < span.end and b > span.start)


def mean(opinions: Sequence[Opinion]) -> Opinion:
    """The mean of several readings of one sentence; of one, itself."""
    if len(opinions) == 1:
        return opinions[0]
    return Opinion(
        _mean([o.types for o in opinions]), _mean([o.statuses for o in opinions]), _mean([o.finer for o in opinions])
    )


def _mean(rankings: Sequence[tuple[tuple[str, float], ...]]) -> tuple[tuple[str, float], ...]:
    total: dict[str, float] = {}
    for ranking in rankings:
        for name, p in ranking:
            total[name] = total.get(name, 0.0) + p / len(rankings)
    return tuple(sorted(((n, round(p, 4)) for n, p in total.items()), key=lambda pair: (-pair[1], pair[0])))


def _softmax(x: Array) -> Array:
    e = np.exp(x - x.max(-1, keepdims=True))
    result: Array = e / e.sum(-1, keepdims=True)
    return result


def _merged(finer: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Finer labels ("SANCTION/163") summed into their types."""
    total: dict[str, float] = {}
    for label, p in finer:
        name = label.partition("/")[0]
        total[name] = total.get(name, 0.0) + p
    return tuple(sorted(((n, round(p, 4)) for n, p in total.items()), key=lambda pair: (-pair[1], pair[0])))


def _ranked(names: Sequence[str], values: Array) -> tuple[tuple[str, float], ...]:
    pairs = [(str(n), round(float(v), 4)) for n, v in zip(names, values, strict=True)]
    return tuple(sorted(pairs, key=lambda p: (-p[1], p[0])))
