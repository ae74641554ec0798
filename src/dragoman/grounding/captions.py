"""Captions of pictures: "A woman lays flowers where a gunman fired at a crowd, on June 3, 2017. (AP Photo/…)".

Their day is that of the picture. What they tell in the past beside it, of a deed known already, is of another day.
Captions in a row, and the entries of a chronicle, may begin with their date, which holds to the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.grounding.times.syntax import is_predicate
from dragoman.records import Article, Sentence, Span
from dragoman.records.grounding import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAPTION = re.compile(r"©|\((?:AP|AFP|Reuters|Getty|EPA)\b|\bPhoto(?:s|graph)?\b|\bGetty\b|\bfile (?:photo|picture)\b")


def is_caption(sentence: Sentence, article: Article) -> bool:
    """Whether the sentence stands under a picture, as its credit shows."""
    if _CAPTION.search(sentence.span.of(article.text)) is not None:
        return True
    return _CREDIT.match(article.text, sentence.span.end) is not None


#: The credit may be read as a sentence of its own.
_CREDIT = re.compile(r"\s*(?:©|\((?:AP|AFP|Reuters|Getty|EPA)\b\s*(?:Photo|Images|[/)]))")


def is_known_deed(trigger: Span, sentence: Sentence, article: Article) -> bool:
    """Whether a caption tells the act in the past below what its picture shows: "people pray where a bomb <killed> ten"."""
    head = sentence.root_at(trigger)
    if head is None or not is_caption(sentence, article):
        return False
    chain = [head, *head.ancestors]
    below: list[Token] = []
    for token in chain:
        if _is_shown(token) or (is_predicate(token) and token.tag_ in ("VBZ", "VBP")):
            return any(_is_past(t) for t in below)
        below.append(token)
    return False


def _is_shown(verb: Token) -> bool:
    """Whether the verb tells what the picture shows: "is <towed> away"."""
    return any(t.dep_ in ("aux", "auxpass") and t.tag_ in ("VBZ", "VBP") and t.lemma_ == "be" for t in verb.children)


def _is_past(verb: Token) -> bool:
    return bool(verb.tag_ == "VBD" or (verb.tag_ == "VBN" and is_predicate(verb)))


def date_of_line(sentence: Sentence, expressions: Sequence[TimeExpression], article: Article) -> TimeExpression | None:
    """The date that heads the line in which the sentence stands, as in "3/8 2014 A girl waits. She was <hurt> in a raid."."""
    text = article.text
    start = text.rfind("\n", 0, sentence.span.start + 1) + 1
    for e in expressions:
        if e.span.start < start or e.span.end > sentence.span.start:
            continue
        heads = _NUMBERED.fullmatch(text, start, e.span.start) and _THEN_TOLD.match(text, e.span.end)
        dated = e.start is not None and e.granularity in ("day", "month", "year")
        if heads and dated and (e.text[-1:].isdigit() or text[e.span.end] in ":–—"):
            return e
    return None


_NUMBERED = re.compile(r"[\d\s/.()*•-]*")
#: What follows a date that heads a line: "2014 A girl …", "March 3: Police …".
_THEN_TOLD = re.compile(r"\s*[:–—-]?\s+[\"“]?[A-Z]")
