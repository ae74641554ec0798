"""How alike two parties are, from 1 (the same) through 0 (nothing known) to -1 (cannot be the same)."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from dragoman.matching.profile import Who

_KIN = frozenset({"state", "office", "described"})
_NAMED = frozenset({"state", "organisation"})
_NATIONAL = frozenset({"state", "office", "person"})
_UNLIKE = 0.25  # likeness up to which two named parties are two: no common sector, no common country
_AGAINST_STATE = frozenset(
    {"REB", "UAF", "CRM", "OPP"}
)  # sectors that have nothing but the country in common with others
_TELLING = 5  # letters from which on a word that two names share tells something
_VAGUE = 0.4  # likeness of "a man" and "a man"
_OPEN = 0.1  # how far a description that fits almost anybody is from whom it may stand for
_TOLD_APART = frozenset({"man", "men", "woman", "women", "boy", "boys", "girl", "girls"})  # a man is no girl
_AUTHORITIES = frozenset({"GOV", "MIL", "COP", "JUD"})  # sectors of those whom no report calls gunmen
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SPELLING = 0.9  # Jaro-Winkler of two surnames that are one: Marzuk, Marzouk


def likeness(ones: tuple[Who, ...], others: tuple[Who, ...]) -> float:
    """The best likeness of any two; 0 where either side is unsaid."""
    if not ones or not others:
        return 0.0
    return max(_alike(one, other) for one in ones for other in others)


def difference(ones: tuple[Who, ...], others: tuple[Who, ...]) -> float:
    """How far from one the likest two are, from 0 to 1; 0 where either side is unsaid.

    That two reports say "a man" hardly speaks for one event, and speaks no more against it.
    """
    if not ones or not others:
        return 0.0
    return min(_far(one, other) for one in ones for other in others)


@lru_cache(maxsize=65536)
def _far(one: Who, other: Who) -> float:
    if one.id == other.id:
        return 0.0
    plain = (1 - _alike(one, other)) / 2
    if one.masked and other.masked:
        return min(plain, _OPEN)
    if one.masked or other.masked:
        named = other if one.masked else one
        return (
            plain
            if set(named.sectors) & _AUTHORITIES or named.kind in ("state", "office", "word")
            else min(plain, _OPEN)
        )
    if one.vague or other.vague:
        said = other if one.vague else one
        if {one.head, other.head} <= _TOLD_APART:
            return plain
        return min(plain, _OPEN) if said.vague or ("CVL" in said.sectors and said.kind == "described") else plain
    return plain


@lru_cache(maxsize=65536)
def _alike(one: Who, other: Who) -> float:
    if one.id == other.id:
        if one.vague:
            return _VAGUE
        return 0.8 if one.kind == "described" and one.country is None else 1.0
    if "word" in (one.kind, other.kind):
        if one.head and one.head == other.head:
            return 0.6
        return 0.5 if _words(one.name) & _words(other.name) else 0.0
    if one.kind == other.kind == "person":
        return 0.9 if _surnames(one, other) else -1.0
    if one.country and other.country and one.country != other.country:
        return -1.0 if {one.kind, other.kind} <= _KIN else -0.5
    same_country = bool(one.country) and one.country == other.country
    same_head = bool(one.head) and one.head == other.head
    same_sector = bool(set(one.sectors) & set(other.sectors))
    if same_head:
        return 0.8
    if one.kind == other.kind == "organisation" and _organ(one, other):
        return 0.7  # the United Nations and its Security Council
    if same_sector:
        return 0.7 if same_country else _VAGUE if one.vague or other.vague else 0.3
    if same_country:
        if {*one.sectors, *other.sectors} & _AGAINST_STATE:
            return 0.0
        return 0.5 if "state" in (one.kind, other.kind) else 0.2
    if "person" in (one.kind, other.kind) or "described" in (one.kind, other.kind):
        return 0.0
    return -0.3


def _organ(one: Who, other: Who) -> bool:
    """Whether one of two organisations bears the whole name of the other, as an organ of it does."""
    first, second = sorted((one.name.lower(), other.name.lower()), key=len)
    return second.startswith(f"{first} ") and " " in first


def _words(name: str) -> frozenset[str]:
    """Words of a name by which it may be known: of "the Otieno cabinet" and "Peter Otieno" the one they share."""
    return frozenset(word for word in name.lower().split() if len(word) >= _TELLING)


def _surnames(one: Who, other: Who) -> bool:
    first, second = _plain_name(one), _plain_name(other)
    if not first or not second:
        return False
    few, many = sorted((set(first), set(second)), key=len)
    if len(few) > 1 and few <= many:
        return True  # with a further name, or with a word that is none
    if JaroWinkler.similarity(first[-1], second[-1]) < _SPELLING:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    return first[0][0] == second[0][0] or set(first[:-1]) & set(second[:-1]) != set()


def _plain_name(who: Who) -> list[str]:
    """The words of a person's name, without what tells a son from his father: reports of one man write it or leave it out."""
    words = who.name.lower().replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".") in _SUFFIXES:
        words.pop()
    return words


def distinct_people(ones: tuple[Who, ...], others: tuple[Who, ...]) -> bool:
    """Whether both sides name people and no name of one side can be one of the other."""
    if not ones or not others or any(w.kind != "person" for w in (*ones, *others)):
        return False
    return likeness(ones, others) < 0


def distinct_parties(ones: tuple[Who, ...], others: tuple[Who, ...]) -> bool:
    """Whether both sides are known and nobody of one side can be, or speak for, anybody of the other."""
    if not ones or not others:
        return False
    return all(_distinct(one, other) for one in ones for other in others)


def _distinct(one: Who, other: Who) -> bool:
    if one.id == other.id or "word" in (one.kind, other.kind):
        return False
    if one.country and other.country and one.country != other.country:
        return True
    if one.kind == other.kind == "person":
        return not _surnames(one, other)
    if {one.kind, other.kind} <= _NAMED or _of_state_and_union(one, other):
        return _alike(one, other) <= _UNLIKE
    return False


def _of_state_and_union(one: Who, other: Who) -> bool:
    """Whether one speaks for a country, and the other is an organisation of none: a prime minister, and the United Nations."""
    for national, union in ((one, other), (other, one)):
        if national.country and national.kind in _NATIONAL and union.kind == "organisation" and not union.country:
            return True
    return False
