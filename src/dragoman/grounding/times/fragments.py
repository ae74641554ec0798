"""Pieces of regular expressions that the rules are composed of, and the numbers they stand for."""

from __future__ import annotations

import re

from dragoman.grounding.times.lexicon import alternation, words

_WORDS = words()
MONTHS = _WORDS.tables["months"]
WEEKDAYS = _WORDS.tables["weekdays"]
NUMBERS = _WORDS.tables["numbers"]
ORDINALS = _WORDS.tables["ordinals"]
UNITS = _WORDS.codes["units"]
PLURALS = _WORDS.codes["plurals"]
SEASONS = _WORDS.codes["seasons"]
DAY_PARTS = _WORDS.codes["day_parts"]

# names need a capital: "Jan" or "JAN", never "jan" ("may", "march", "sun", "sat", "wed" are other words)
_FULL_MONTHS = frozenset(("january", "february", "march", "april", "may", "june", "july", "august", "september",
 "october",                          "november", "december"))  # fmt: skip


def _month_forms() -> str:
    """Full names without a point, which would end the sentence; short ones with theirs."""
    ordered = sorted(MONTHS, key=lambda name: (-len(name), name))
    return "|".join(
        rf"(?:{name.capitalize()}|{name.upper()})\b" + ("" if name in _FULL_MONTHS else r"\.?") for name in ordered
    )


MONTH = f"(?:{_month_forms()})"
WEEKDAY = "(?:" + "|".join(f"{n.capitalize()}|{n.upper()}" for n in sorted(WEEKDAYS, key=len, reverse=True)) + r")\b"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9]|[.,:][0-9]|%)"
DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
ORDINAL_SUFFIX = r"(?:st|nd|rd|th)"
DASH = r"[-‐‑‒–—]"
# a gap inside an expression: spaces, or the one line break of wrapped text
S = r"(?:[ \t\u00a0]+|[ \t]*\n[ \t]*)"
UNIT = "(?:" + alternation(UNITS) + ")"
PLURAL = "(?:" + alternation(PLURALS) + ")"
SEASON = "(?:" + alternation(SEASONS) + ")"
DAY_PART = "(?:" + alternation(DAY_PARTS) + ")"
NUMBER_WORD = "(?:" + alternation(NUMBERS) + ")"
ORDINAL_WORD = "(?:" + alternation(ORDINALS) + ")"
# "two", "25", "1,500", "2.5", "twenty-five", "two and a half"
NUMBER = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+(?:\.[0-9]+)?(?:{S}?½)?|{NUMBER_WORD}(?:[- ]{NUMBER_WORD})?\b)"
    rf"(?:[- ]and[- ]a[- ]half)?"
)
VAGUE = (
    "(?:a"
    + S
    + "few|a"
    + S
    + "couple"
    + S
    + "of|a"
    + S
    + "couple|a"
    + S
    + "number"
    + S
    + "of|"
    + "|".join(sorted(_WORDS.lists["vague"]))
    + "|(?:dozens|hundreds|thousands|scores)"
    + S
    + "of)"
)


def month_number(name: str) -> int:
    """1 to 12."""
    return MONTHS[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """1 (Monday) to 7."""
    return WEEKDAYS[name.lower().rstrip(".")]


def number_of(text: str) -> float | None:
    """The number that digits or words stand for; ``None`` where it is vague ("a few")."""
    plain = text.lower().replace("½", ".5").replace(",", "").strip()
    half = 0.0
    for tail in ("-and-a-half", " and a half"):
        if plain.endswith(tail):
            plain, half = plain[: -len(tail)], 0.5
    plain = plain.replace(" .5", ".5")
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", plain):
        return float(plain) + half
    if plain in ("a", "an"):
        return 1.0 + half
    total = 0
    for part in re.split(r"[-\s]+", plain):
        if part not in NUMBERS:
            return None
        total += NUMBERS[part]
    return total + half


def plain_number(number: float) -> str:
    """``2`` for 2.0, ``2.5`` for 2.5."""
    return str(int(number)) if number == int(number) else f"{number:g}"


def unit_name(word: str) -> str:
    """The singular of a unit's name."""
    lower = word.lower()
    return PLURALS.get(lower, lower)


def period(number: float | None, unit: str) -> str:
    """The TIMEX3 duration: ``P2W``, ``PT30M``, ``PXD`` (``number`` ``None``), ``P2DE``."""
    code = UNITS[unit]
    time = "T" if code.startswith("T") else ""
    code = code.removeprefix("T")
    if len(code) > 1 and code[0].isdigit():
        factor, code = int(code[0]), code[1:]
        number = number * factor if number is not None else None
    return f"P{time}{'X' if number is None else plain_number(number)}{code}"
