"""Five-word runs of a text as numbers, and how much of one text stands in another."""

from __future__ import annotations

import re
import zlib

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

Shingles = npt.NDArray[np.uint32]
PERMUTATIONS = 64
_SEED = 20240622  # fixed: the same text has the same sketch everywhere
_RUN = 5
_LONGEST = 20000  # words read of one text
_SAMPLE = 8  # one run in so many is looked up in the index of a long text
_SHORT = 160  # runs up to which all are looked up
_WORD = re.compile(r"\w+")


def shingles(text: str) -> Shingles:
    """The distinct five-word runs of a text, sorted; empty for a text under five words."""
    words = _WORD.findall(text.lower())[:_LONGEST]
    runs = {
        zlib.crc32(" ".join(words[i : i + _RUN]).encode("utf-8", "surrogatepass")) for i in range(len(words) - _RUN + 1)
    }
    return np.array(sorted(runs), dtype=np.uint32)


def sample(runs: Shingles) -> list[int]:
    """The runs to look up: all of a short text, the same fixed share of every long one."""
    kept = runs if len(runs) <= _SHORT else runs[runs % _SAMPLE == 0]
    return [int(run) for run in kept]


def sketch(runs: Shingles) -> RMinHash:
    """The MinHash of a text's runs."""
    minhash = RMinHash(PERMUTATIONS, _SEED)
    minhash.update([str(run) for run in runs])
    return minhash


def shared(one: Shingles, other: Shingles) -> int:
    """How many runs two texts have in common."""
    return int(np.intersect1d(one, other, assume_unique=True).size)
