"""How a place name becomes a key: the same words in another case, spelling of marks or hyphenation meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

# Letters that carry no combining mark and so survive decomposition; the turned comma and its kin mark
# glottal stops in romanised Arabic, Ukrainian and Hawaiian and are dropped as English news drops them.
_FOLDED = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e",
        "ħ": "h", "ŋ": "ng", "ʻ": None, "ʼ": None, "ʾ": None, "ʿ": None, "‘": None, "’": None, "'": None,
        "`": None, "´": None, "ʹ": None, "ʺ": None, ".": None, ",": " ", "-": " ", "–": " ", "—": " ", "‑": " ",
        "/": " ", "(": " ", ")": " ", "&": " and ",
    }
)  # fmt: skip
_SAINT = re.compile(r"\b(?:st|ste)\b(?= )")
_MOUNT = re.compile(r"^mt\b(?= )")
_FORT = re.compile(r"^ft\b(?= )")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The key of ``name``: casefolded, without diacritics, apostrophes and dots, hyphens as spaces.

    ``St``/``Ste``, ``Mt`` and ``Ft`` before another word are spelt out, as gazetteers do. Empty for a
    name without any letter or digit that survives.
    """
    if name.isascii():
        folded = name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    folded = " ".join(folded.translate(_FOLDED).split())
    if "st" in folded:
        folded = _SAINT.sub("saint", folded)
    if folded.startswith("mt "):
        return _MOUNT.sub("mount", folded)
    if folded.startswith("ft "):
        return _FORT.sub("fort", folded)
    return folded


@lru_cache(maxsize=262144)
def key_hash(key: str) -> int:
    """A 64-bit number for a key, the same on every machine.

    Half a million keys share a number with odds of about 1 in 10^8, so the index stores the number
    in place of the words.
    """
    return int.from_bytes(blake2b(key.encode("utf-8"), digest_size=8).digest(), "little")
