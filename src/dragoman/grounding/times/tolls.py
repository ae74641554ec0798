"""The news of a toll has a day of its own: "the death toll from Wednesday's blast rose to six on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.grounding.times.syntax import predicate_above
from dragoman.records.grounding import TimeExpression
from dragoman.records.parse import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLLS, _RISING = words("tolls"), words("toll_rises")


def of_toll(sentence: Sentence, expression: TimeExpression) -> bool:
    """Whether the expression only says when a toll rose, and not when people died."""
    time = sentence.root_at(expression.span)
    verb = predicate_above(time)
    return verb is not None and tells_toll(verb)


def tells_toll(verb: Token) -> bool:
    """Whether the verb says that a toll rose or stands at a number."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lemma_ in _TOLLS and verb.lemma_ in _RISING
