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


class Postings:
    """Which owners have which numbers, ``values`` being the numbers of each; little more than the numbers themselves."""

    def __init__(self, owners: Sequence[str], values: Sequence[Numbers]) -> None:
        self._names = owners
        places = np.repeat(np.arange(len(values), dtype=np.int32), [len(v) for v in values])
        flat = np.concatenate([np.zeros(0, np.int64), *values])
        order = np.argsort(flat, kind="stable")
        self.values, self.owners = flat[order], places[order]  # by number, then by owner

    def rows(self) -> Iterator[tuple[int, str]]:
        """Every number with each of its owners, by number."""
        for first in range(0, len(self.values), _PORTION):
            part = slice(first, first + _PORTION)
            for value, owner in zip(self.values[part].tolist(), self.owners[part].tolist(), strict=True):
                yield value, self._names[owner]

    def others(self, wanted: Numbers, after: int) -> Iterator[int]:
        """The owners behind the position ``after`` that share a number, once for each they share."""
        first = np.searchsorted(self.values, wanted, "left").tolist()
        last = np.searchsorted(self.values, wanted, "right").tolist()
        for a, b in zip(first, last, strict=True):
            if b - a > 1:
                yield from (other for other in self.owners[a:b].tolist() if other > after)


class Blocks:
    """The blocks of ``profiles``, whose key numbers are ``keys`` (one array a claim)."""

    def __init__(self, profiles: Sequence[Profile], keys: Sequence[Numbers]) -> None:
        self._profiles = profiles
        self._postings = Postings([p.id for p in profiles], keys)
        self.keys, self.owners = self._postings.values, self._postings.owners
        edge = np.flatnonzero(np.diff(self.keys)) + 1
        self._starts = np.concatenate(([0], edge)) if len(self.keys) else np.zeros(0, np.int64)
        self._ends = np.concatenate((edge, [len(self.keys)])) if len(self.keys) else np.zeros(0, np.int64)

    def rows(self) -> Iterator[tuple[int, str]]:
        """Every key with each of its claims, by key."""
        return self._postings.rows()

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
