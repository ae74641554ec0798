"""One parsed sentence in its article: spans of tokens and clauses, and the quotations that touch it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EDGE = (",", ".", ";", ":", "-", "–", "—", "--")


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in the making. ``cue`` is a token range, ``content`` lies in the article's text."""

    source: Token | None
    cue: tuple[int, int]
    content: Span
    kind: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence's tokens, where it begins in the article, and the quotations (article offsets) that touch it."""

    doc: Doc
    offset: int
    quotes: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """The article's characters from token ``start`` up to token ``end``."""
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last.text)).shift(self.offset)

    def of(self, token: Token) -> Span:
        """The article's characters of one token."""
        return self.span(token.i, token.i + 1)

    def clause(self, heads: Iterable[Token], without: Iterable[Token] = ()) -> Span | None:
        """From the first to the last token under ``heads``, the subtrees of ``without`` left out at the edges."""
        banned = {t.i for token in without for t in token.subtree}
        inside = sorted({t.i for head in heads for t in head.subtree} - banned)
        while inside and self.doc[inside[0]].text in _EDGE:
            inside.pop(0)
        while inside and self.doc[inside[-1]].text in _EDGE:
            inside.pop()
        return self.span(inside[0], inside[-1] + 1) if inside else None


def hull(spans: Iterable[Span | None]) -> Span | None:
    """The smallest span over all ``spans``; ``None`` if there are none."""
    given = [s for s in spans if s is not None]
    return Span(min(s.start for s in given), max(s.end for s in given)) if given else None
