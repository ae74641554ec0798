"""Words around a name that say what sort of place it is, from ``place_words.yaml``."""

from __future__ import annotations

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
