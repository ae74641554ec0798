"""Which of a place's many names are worth a key, and which further names follow from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

#: Words that say what kind of division a name is; ``X County`` is also looked up as ``X``.
DIVISION_SUFFIX = re.compile(
    r"\s+(?:county|parish|borough|census area|municipality|province|governorate|state|oblast|oblast'|krai|kray|raion|"
    r"rayon|district|region|prefecture|department|municipio|canton|voivodeship|division|territory|republic|city|"
    r"(?:unitary|metropolitan|local) (?:authority|government area|district)|"
    r"autonomous (?:region|republic|okrug|oblast))$",
    re.IGNORECASE,
)
DIVISION_PREFIX = re.compile(
    r"^(?:(?:provincia|departamento|province|departement|département|distrito|municipio|cantón|arrondissement|"
    r"kreis|landkreis|powiat|województwo|okres|regione|wilaya|muhafazat|metropolitan city|county|city and county|"
    r"city|state|republic|district|borough|county borough|london borough|royal borough|commune)"
    r"\s+(?:de la|de los|de l'|de|del|della|di|do|da|of|d'|von)\s+|"
    r"(?:landkreis|kreis|powiat|województwo|okres|wilaya|ostān-e|ostan-e|distrito|districtul|județul|judetul)\s+)",
    re.IGNORECASE,
)
_LONGEST = 40
_MOST_WORDS = 5


def is_readable(name: str) -> bool:
    """Whether English text could print ``name``: Latin letters, capitalised, of sane length, no code."""
    if not 2 < len(name) <= _LONGEST or len(name.split()) > _MOST_WORDS or not name[0].isupper():
        return False
    if name.isupper() and len(name) <= 4:
        return False  # codes of airports and stations
    letters = 0
    for char in unicodedata.normalize("NFKD", name):
        if char.isalpha():
            # Basic Latin, Latin-1, Extended-A/B, IPA, modifier letters, Latin Extended Additional
            if ord(char) >= 0x300 and not 0x1E00 <= ord(char) < 0x1F00:
                return False
            letters += 1
        elif char.isdigit() or char in "(),;/":
            return False
    return letters > 2


def bare_names(names: Iterable[str]) -> list[str]:
    """The names of a division without the words that say what division it is."""
    bare = []
    for name in names:
        short = DIVISION_PREFIX.sub("", DIVISION_SUFFIX.sub("", name))
        if short != name and is_readable(short):
            bare.append(short)
    return bare


def without_article(names: Iterable[str]) -> list[str]:
    """Arabic names without their article (``An Nuşayrāt`` → ``Nuşayrāt``), as English news often prints them."""
    short = []
    for name in names:
        match = re.match(r"(?:al|an|ar|as|ash|at|ad|az|adh|ath|el)[ -](?=\w{4,})", name, re.IGNORECASE)
        if match:
            rest = name[match.end() :]
            short.append(rest[:1].upper() + rest[1:])
    return short
