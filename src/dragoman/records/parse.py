"""What parsing hands to coding: sentences, the promising ones with their syntax."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records.article import Article
from dragoman.records.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``doc`` holds its dependency parse, or ``None`` where the gate let it pass by.

    Character offsets inside ``doc`` start at 0; add ``span.start`` for offsets in the article.
    """

    index: int
    span: Span
    paragraph: int
    doc: Doc | None

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that ``span`` (offsets in the article) touches; none where the sentence was not parsed."""
        if self.doc is None:
            return []
        local = span.shift(-self.span.start)
        doc = self.doc
        # a token is made anew each time one asks the document for it: ask for no more than are needed
        first = bisect_left(range(len(doc)), local.start, key=lambda i: doc[i].idx)
        out = []
        for at in range(max(0, first - 1), len(doc)):
            token = doc[at]
            if token.idx >= local.end:
                break
            if local.start < token.idx + len(token):
                out.append(token)
        return out

    def root_at(self, span: Span) -> Token | None:
        """The token that governs the others ``span`` touches; ``None`` where the sentence was not parsed."""
        return root_of(self.tokens(span))


def root_of(tokens: Sequence[Token]) -> Token | None:
    """The token of a phrase that governs its others: its head is outside, or it has none; ``None`` of no tokens."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)


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
