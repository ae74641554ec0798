"""A stretch of an article's text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character range ``[start, end)`` in ``Article.text``; JSON: ``[start, end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span covers in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same range moved by ``by`` characters."""
        return Span(self.start + by, self.end + by)
