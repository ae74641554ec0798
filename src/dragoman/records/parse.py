"""What parsing hands to coding: sentences, the promising ones with their syntax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records.article import Article
from dragoman.records.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``doc`` holds its dependency parse, or ``None`` where the gate let it pass by.

    Character offsets inside ``doc`` start at 0; add ``span.start`` for offsets in the article.
    """

    index: int
    span: Span
    paragraph: int
    doc: Doc | None


@dataclass(frozen=True, slots=True)
class Parse:
    """An article with its sentences, in order."""

    article: Article
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers the character ``offset``, if any."""
        for sentence in self.sentences:
            if sentence.span.start <= offset < sentence.span.end:
                return sentence
        return None
