"""One news report, and what could not be read as one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Article:
    """One news report: clean text and where it came from.

    ``published`` is an ISO 8601 day (``2024-06-23``) or ``None``; ``published_basis`` says in words
    where that day came from. ``source_hash`` is the SHA-256 of the bytes that were read and
    ``source`` the path or URL they came from (neither is part of the identity: the same report
    saved twice is one article). ``text`` never holds the title.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str = "en"
    source: str | None = None
    source_hash: str | None = None

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        published: str | None = None,
        title: str | None = None,
        publisher: str | None = None,
        byline: str | None = None,
        url: str | None = None,
        published_basis: str | None = None,
        language: str = "en",
        source: str | None = None,
        source_hash: str | None = None,
    ) -> Article:
        """An article from clean text, taken verbatim. Its id follows from its content alone."""
        if published is not None and published_basis is None:
            published_basis = "given by the caller"
        if source_hash is None:
            source_hash = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(
            id=article_id(text, title=title, publisher=publisher, url=url, published=published),
            text=text,
            title=title,
            publisher=publisher,
            byline=byline,
            url=url,
            published=published,
            published_basis=published_basis,
            language=language,
            source=source,
            source_hash=source_hash,
        )

    def to_dict(self) -> dict[str, Any]:
        """A JSON-ready dict of all fields; ``from_dict`` gives the same article back."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Article:
        """The article that ``to_dict`` wrote."""
        return cls(**values)


def article_id(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> str:
    """The first 16 hex digits of the SHA-256 over what makes a report that report."""
    parts = (url, publisher, title, published, text)
    joined = "\x1f".join("" if part is None else part for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that could not be read: where it is, why, and what the user can do."""

    source: str
    reason: str
    remedy: str

    def to_dict(self) -> dict[str, Any]:
        """A JSON-ready dict."""
        return {f.name: getattr(self, f.name) for f in fields(self)}
