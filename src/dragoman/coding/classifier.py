"""The relation classifier that ships: a small encoder in ONNX, int8, on the CPU. How it is made: ``training/``."""

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


class Classifier:
    """Reads sentences with source and target marked. Weights load at first use."""

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

    def read(self, marked: Sequence[str]) -> list[Opinion]:
        """Opinions on sentences as ``mark`` wrote them, in their order."""
        if not marked:
            return []
        types, statuses = self.logits(marked)
        temperature = float(self.labels.get("temperature", 1.0))
        out = []
        for p, s in zip(_softmax(types / temperature), _softmax(statuses), strict=True):
            finer = _ranked(self.labels["types"], p)
            out.append(Opinion(_merged(finer), _ranked(self.labels["statuses"], s), finer))
        return out

    def logits(self, marked: Sequence[str]) -> tuple[Array, Array]:
        """The weights' raw answers, one row a sentence: (types with finer labels, statuses)."""
        order = sorted(range(len(marked)), key=lambda i: (len(marked[i]), i))  # like lengths together: less padding
        types = np.zeros((len(marked), len(self.labels["types"])), dtype=np.float32)
        statuses = np.zeros((len(marked), len(self.labels["statuses"])), dtype=np.float32)
        for at in range(0, len(order), BATCH):
            some = order[at : at + BATCH]
            ids, mask = self._encode([marked[i] for i in some])
            types[some], statuses[some] = self.weights.run("classifier", ("plover", "status"), ids, mask)
        return types, statuses

    def _encode(self, texts: Sequence[str]) -> tuple[Array, Array]:
        limit = int(self.labels["max_length"])
        rows = []
        for encoding in self.weights.tokenizer.encode_batch(list(texts)):
            ids = encoding.ids
            if len(ids) > limit:  # keep a window around the markers (ids 1 to 6)
                marks = [i for i, t in enumerate(ids) if 1 <= t <= 6]
                middle = (marks[0] + marks[-1]) // 2 if marks else 0
                start = max(1, min(middle - limit // 2, len(ids) - limit + 1))
                ids = [ids[0], *ids[start : start + limit - 2], ids[-1]]
            rows.append(ids)
        return padded(rows)


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


def mark(sentence: str, source: Span | None, target: Span | None, trigger: Span | None = None) -> str:
    """The sentence with its parties, and the trigger of a claim, between marker tokens; what is absent stays unmarked.

    Without a trigger the classifier tells what passes between the parties; with one it judges that act. A trigger whose
    mark would cross a party's is left unmarked.
    """
    if trigger is not None and any(_cross(trigger, party) for party in (source, target) if party is not None):
        trigger = None
    cuts: list[tuple[int, int, str]] = []
    for span, opening, closing in (
        (source, "[unused1]", "[unused2]"),
        (target, "[unused3]", "[unused4]"),
        (trigger, "[unused5]", "[unused6]"),
    ):
        if span is not None:
            cuts += [(span.start, 1, f" {opening} "), (span.end, 0, f" {closing} ")]
    out, last = [], 0
    for at, _, token in sorted(cuts):
        out += [sentence[last:at], token]
        last = at
    return "".join([*out, sentence[last:]])


def _cross(trigger: Span, party: Span) -> bool:
    return trigger.overlaps(party) and not party.covers(trigger)


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
