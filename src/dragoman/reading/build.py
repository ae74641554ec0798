"""The last step of every reader: limits, language, and the Article record."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import LimitError, ReadingError
from dragoman.reading.language import checked_language
from dragoman.records import Article
from dragoman.settings import Settings

_GIVEN = "given by the caller"


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole run of reading. ``published`` and ``publisher`` override what a source says."""

    settings: Settings
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its reader understood it, before limits and language are checked."""

    paragraphs: Sequence[str]
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str | None = None


def build_article(draft: Draft, context: Context, *, source: str, source_hash: str) -> Article:
    """The article of a draft.

    Raises ``ReadingError`` if it is empty or in another language, ``LimitError`` if it is too long.
    """
    text = "\n".join(draft.paragraphs)
    settings = context.settings
    if not any(character.isalpha() for character in text):
        raise ReadingError("it holds no text", remedy="Check that the page was saved with its text")
    if len(text) > settings.max_article_chars:
        raise LimitError(
            f"the text has {len(text):,} characters, the limit is {settings.max_article_chars:,}",
            remedy="Split it into its reports, or raise max_article_chars",
        )
    language = checked_language(text, settings, declared=draft.language)
    published, basis = draft.published, draft.published_basis
    if context.published is not None:
        published, basis = context.published, _GIVEN
    return Article.from_text(
        text,
        published=published,
        published_basis=basis,
        title=draft.title or None,
        publisher=context.publisher or draft.publisher or None,
        byline=draft.byline or None,
        url=draft.url or None,
        language=language,
        source=source,
        source_hash=source_hash,
    )


def digest(raw: bytes) -> str:
    """The SHA-256 of bytes that were read, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()
