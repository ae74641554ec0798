"""One parsed sentence in its article: spans of tokens and clauses, and the quotations that touch it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EDGE = (",", ".", ";", ":", "-", "–", "—", "--")


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in the making. ``cue`` is a token range, ``content`` lies in the article's text.

    ``stand_in`` is the relative pronoun that stands for the source in the sentence, if one does; ``label`` as in ``Reading``.
    """

    source: Token | None
    cue: tuple[int, int]
    content: Span
    kind: str
    quoted: bool = False
    stand_in: Token | None = None
    label: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """An attribution with what later sentences and the choice among nested ones need to know.

    ``quoted``: a quotation holds its content; ``label``: the speaker stands before or after a colon or dash;
    ``answers``: the source is somebody, or some text, that can be answerable for it.
    """

    attribution: Attribution
    quoted: bool = False
    label: bool = False
    answers: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence's tokens, where it begins in the article, and the quotations (article offsets) that touch it."""

    doc: Doc
    offset: int
    quotes: tuple[Span, ...]
    tokens: tuple[Token, ...]  # of ``doc``: made once, since spaCy makes a token anew whenever it is asked for
    words: frozenset[str]  # in lower case
    text: str

    def span(self, start: int, end: int) -> Span:
        """The article's characters from token ``start`` up to token ``end``."""
        last = self.tokens[end - 1]
        return Span(self.tokens[start].idx, last.idx + len(last.text)).shift(self.offset)

    def of(self, token: Token) -> Span:
        """The article's characters of one token."""
        return self.span(token.i, token.i + 1)

    def clause(self, heads: Iterable[Token], without: Iterable[Token] = ()) -> Span | None:
        """From the first to the last token under ``heads``, the subtrees of ``without`` left out at the edges."""
        banned = {t.i for token in without for t in token.subtree}
        inside = sorted({t.i for head in heads for t in head.subtree} - banned)
        while inside and self.tokens[inside[0]].text in _EDGE:
            inside.pop(0)
        while inside and (self.tokens[inside[-1]].text in _EDGE or self.tokens[inside[-1]].dep_ == "cc"):
            inside.pop()
        return self.span(inside[0], inside[-1] + 1) if inside else None


def hull(spans: Iterable[Span | None]) -> Span | None:
    """The smallest span over all ``spans``; ``None`` if there are none."""
    given = [s for s in spans if s is not None]
    return Span(min(s.start for s in given), max(s.end for s in given)) if given else None
