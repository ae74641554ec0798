"""Candidate pairs of many claims at once, with little memory: blocks as sorted numbers instead of sets of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from dragoman.matching import blocking
from dragoman.matching.profile import Profile

Numbers = npt.NDArray[np.int64]
# Six bytes: two of ten million keys have one number in one case of six, and then two claims more are compared.
_BYTES = 6
_PORTION = 100_000  # rows made into objects at once


def numbers(keys: Iterable[blocking.Key]) -> tuple[int, ...]:
    """Keys as numbers, sorted: the same text has the same number everywhere."""
    return tuple(
        sorted(
            {
                int.from_bytes(
                    blake2b("\x1f".join(key).encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest(), "big"
                )
                for key in keys
            }
        )
    )


class Blocks:
    """The blocks of ``profiles``, whose key numbers are ``keys`` (one array a claim)."""

    def __init__(self, profiles: Sequence[Profile], keys: Sequence[Numbers]) -> None:
        self._profiles = profiles
        owners = np.repeat(np.arange(len(keys), dtype=np.int32), [len(k) for k in keys])
        flat = np.concatenate(keys) if keys else np.zeros(0, np.int64)
        order = np.argsort(flat, kind="stable")
        self.keys, self.owners = flat[order], owners[order]  # by key, then by claim
        edge = np.flatnonzero(np.diff(self.keys)) + 1
        self._starts = np.concatenate(([0], edge)) if len(flat) else np.zeros(0, np.int64)
        self._ends = np.concatenate((edge, [len(flat)])) if len(flat) else np.zeros(0, np.int64)

    def rows(self) -> Iterator[tuple[int, str]]:
        """Every key with each of its claims, by key and claim."""
        for first in range(0, len(self.keys), _PORTION):
            part = slice(first, first + _PORTION)
            for key, owner in zip(self.keys[part].tolist(), self.owners[part].tolist(), strict=True):
                yield key, self._profiles[owner].id

    def pairs(self) -> Iterator[tuple[int, list[int]]]:
        """For each claim (by position) the later ones it is compared with, each pair once."""
        sizes = self._ends - self._starts
        crowded = self._walked(np.flatnonzero(sizes > blocking.CROWD))
        shared = np.flatnonzero((sizes > 1) & (sizes <= blocking.CROWD))
        # which blocks a claim is in, blocks of one claim left out
        inside = np.concatenate([self.owners[:0], *(self.owners[self._starts[b] : self._ends[b]] for b in shared)])
        block = np.repeat(shared, sizes[shared])
        order = np.argsort(inside, kind="stable")
        block, bounds = block[order], np.searchsorted(inside[order], np.arange(len(self._profiles) + 1))
        for one in range(len(self._profiles)):
            met = [self.owners[self._starts[b] : self._ends[b]] for b in block[bounds[one] : bounds[one + 1]]]
            later = set(np.concatenate(met).tolist()) if met else set()
            later |= crowded.get(one, set())
            if found := sorted(other for other in later if other > one):
                yield one, found

    def _walked(self, crowded: Numbers) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        for b in crowded.tolist():
            members = self.owners[self._starts[b] : self._ends[b]].tolist()
            place = {self._profiles[i].id: i for i in members}
            for one, other in blocking.pairs([self._profiles[i] for i in members]):
                first, second = sorted((place[one.id], place[other.id]))
                found.setdefault(first, set()).add(second)
        return found
