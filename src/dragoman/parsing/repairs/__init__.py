"""What a statistical parser gets wrong in news again and again, set right by rule before anything reads the tree.

Each repair states the error, the rule and where it would not hold. Tags and heads are those of Universal-style English
pipelines of spaCy (Penn tags, ClearNLP labels). Later ones build on earlier ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.parsing.repairs.attachments import reattach
from dragoman.parsing.repairs.clauses import rejoin
from dragoman.parsing.repairs.cut_up import rejoin_words
from dragoman.parsing.repairs.headlines import repair_headline, repair_short_headline
from dragoman.parsing.repairs.joined import rejoin_members
from dragoman.parsing.repairs.names_and_verbs import repair_names_and_verbs
from dragoman.parsing.repairs.phrases import repair_phrases
from dragoman.parsing.repairs.simple_past import repair_past

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["repair"]

_IN_ORDER = (
    rejoin_words,
    repair_names_and_verbs,
    repair_headline,
    repair_phrases,
    repair_past,
    repair_short_headline,
    reattach,
    rejoin,
    rejoin_members,
)


def repair(doc: Doc) -> Doc:
    """The same ``doc``, its tags and heads repaired in place."""
    for one in _IN_ORDER:
        doc = one(doc)
    return doc
