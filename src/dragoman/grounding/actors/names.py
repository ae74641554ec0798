"""Comparing people's names: spelling skeletons, short forms, ids."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

# Letters that do not come apart under Unicode normalisation.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th"})
# Spellings of one sound in transliterated names, applied in this order.
_SOUNDS = (
    (re.compile(r"(?<=[^aeiou])(?:oe|ue)(?=[^aeiouy])"), "u"),
    (re.compile(r"(?<=[^aeiou])ae(?=[^aeiouy])"), "a"),
    (re.compile(r"ou|oo|u|w"), "u"),
    (re.compile(r"ee|ie|ii|ei|ai|ey|ay|y|e"), "i"),
    (re.compile(r"kh|gh|q|ck|c(?=[aouklrt]|$)|x"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dj|zh"), "j"),
    (re.compile(r"tch|tsch|sch|sh|ch"), "s"),
    (re.compile(r"ts|tz"), "z"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"v"), "u"),
    (re.compile(r"o"), "u"),
    (re.compile(r"h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
# Below this likeness of skeletons (0..100) two spellings are two names; Marzuk/Marzouk is 100, Putin/Pugin 80.
SAME_SPELLING = 88.0
_WORDS = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """``name`` in lower case without accents and apostrophes."""
    folded = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return "".join(c for c in folded if not unicodedata.combining(c) and c not in "'’‘`ʿʾ")


def slug(name: str) -> str:
    """``name`` as the tail of an id: plain words joined by hyphens."""
    return "-".join(_WORDS.findall(plain(name)))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What is left of a word when spellings of one sound are made alike ("Marzouk", "Marzuq": ``marzuk``)."""
    text = re.sub(r"[^a-z]", "", re.sub(r"^(al|el|ash|as|an|ad|ar|at|az)-", "", plain(word.lower().replace("đ", "dj"))))
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return text


def same_word(one: str, other: str) -> bool:
    """Whether two words can be spellings of one name."""
    if plain(one) == plain(other):
        return True
    a, b = skeleton(one), skeleton(other)
    if a[:1] != b[:1]:
        # Arabic qaf and Russian initial "kh" are written as they sound: Gaddafi, Qaddafi, Kadhafi
        return {a[:1], b[:1]} == {"g", "k"} and len(a) > 4 and a[1:] == b[1:]
    if a == b or _unstressed(one, other):
        return len(a) > 2
    # Short skeletons have too little in them to forgive a letter.
    return min(len(a), len(b)) >= 6 and fuzz.ratio(a, b) >= SAME_SPELLING


def _unstressed(one: str, other: str) -> bool:
    """Whether two words differ only in how unstressed "a" and "e" are written ("Mohammed", "Muhammad"), but not at
    their ends: there the vowel often tells a man from a woman ("Daniele", "Daniela").
    """
    a, b = plain(one), plain(other)
    if a[-1:] != b[-1:]:
        return False
    inner = [re.sub(r"(?<![aeiouy])e(?![aeiouy])", "a", word[:-1]) + word[-1:] for word in (a, b)]
    return skeleton(inner[0]) == skeleton(inner[1])


def same_full_name(one: str, other: str) -> bool:
    """Whether two full names can be one person's: their last words and one more agree, initials allowed."""
    a, b = one.split(), other.split()
    if not a or not b or not same_word(a[-1], b[-1]):
        return False
    if len(a) == 1 or len(b) == 1:
        return False
    # "John Addo Smith" and "John Agyei Smith" are two people; a middle name left out says nothing.
    middles = zip(a[1:-1], b[1:-1], strict=False)
    return _same_given(a[0], b[0]) and (len(a) != len(b) or all(_same_given(x, y) for x, y in middles))


def _same_given(one: str, other: str) -> bool:
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    return same_word(one, other)


def short_forms(name: str, particles: frozenset[str], family_first: bool) -> tuple[str, ...]:
    """How a full name is shortened: the family name with and without its particles."""
    words = name.split()
    if len(words) < 2:
        return (name,)
    forms = [words[-1]]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in particles:
        start -= 1
    if start < len(words) - 1:
        forms.append(" ".join(words[start:]))
    if family_first:
        forms.append(words[0])
        forms.append(" ".join(words[1:]))
    if len(words) > 2:
        forms.append(" ".join(words[-2:]))
    return tuple(dict.fromkeys(forms))
