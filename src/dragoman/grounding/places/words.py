"""Words around a name that say what sort of place it is, from ``place_words.yaml``."""

from __future__ import annotations

import re

from dragoman.gazetteers.places import KINDS
from dragoman.gazetteers.places.wordlists import word_list, word_table

_FILE = "place_words.yaml"
#: After a name ("X County"): the kinds of the index that fit, the first one best.
DIVISION_AFTER = word_table(_FILE, "division_after", frozenset(KINDS))
#: Before "of X": what X is.
KIND_BEFORE_OF = word_table(_FILE, "kind_before_of", frozenset(KINDS))
#: Right before X, or before "of X": X is a town.
TOWN_NOUNS = word_list(_FILE, "town_nouns")
#: Words of direction that may stand before a name ("northern Syria", "downtown Cairo").
DIRECTIONS = word_list(_FILE, "directions")

# The rest of a list and what its members are: ", Anbar and Nineveh provinces"
_LISTED = re.compile(
    r"(?:,\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?){0,12},?\s(?:and|or)\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s([A-Za-z]{5,13})s\b"
)


def noun_of_list(text: str, end: int) -> str | None:
    """The noun, in the singular, that closes a list which the name ending at ``end`` is in: "X, Y and Z counties"."""
    if text[end : end + 1] not in {",", " "}:
        return None
    match = _LISTED.match(text, end)
    if match is None:
        return None
    noun = match[1].lower()
    return (
        noun.removesuffix("ie") + "y" if noun.endswith("ie") else noun.removesuffix("e") if noun == "parishe" else noun
    )


def divisions_listed(text: str, end: int) -> tuple[str, ...] | None:
    """The kinds that the noun closing a list asks of the name that ends at ``end``."""
    noun = noun_of_list(text, end)
    return None if noun is None else DIVISION_AFTER.get(noun)
