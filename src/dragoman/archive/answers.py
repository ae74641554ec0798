"""What the archive answers with, beyond the records themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records import Actor, Article, Claim


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of an article that was added. Once you hold one, the article and its claims are stored.

    ``outcome``: ``added``; ``known`` (the same content was there, nothing changed); ``new version`` (its URL was
    there with other content; ``supersedes`` is the id of the version before). ``version`` counts from 1.
    """

    article_id: str
    outcome: Literal["added", "known", "new version"]
    claims: int
    version: int = 1
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault that ``verify`` found. ``kind``: ``file``, ``article``, ``claim``, ``span``, ``columns``,
    ``reference``, ``index`` or ``event``; ``where``: the record or table, in words.
    """

    kind: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where searched words stand. ``snippet`` has each hit between the marks asked for."""

    kind: Literal["article", "claim"]
    id: str
    article_id: str
    title: str | None
    published: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class NearClaim:
    """A claim and how far its place lies from the point asked for, in kilometres."""

    claim: Claim
    km: float


@dataclass(frozen=True, slots=True)
class Coding:
    """One run of a coder over an article. ``superseded_at`` is ``None`` for the standing one."""

    coder_version: str
    coded_at: str
    superseded_at: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class PageVersion:
    """One version of the page at a URL."""

    article_id: str
    version: int
    added_at: str
    superseded_at: str | None


@dataclass(frozen=True, slots=True)
class History:
    """What happened to an article: the versions of its page and the codings of this version, oldest first."""

    article: Article
    versions: tuple[PageVersion, ...]
    codings: tuple[Coding, ...]


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor across articles. Counts are of current claims, by the role the actor has in them.

    ``actor`` has all names and offices of those merged into it (``merged``: their ids);
    ``first_day``/``last_day``: the days its claims reach from and to.
    """

    actor: Actor
    claims: int
    as_actor: int
    as_recipient: int
    as_speaker: int
    articles: int
    first_day: str | None
    last_day: str | None
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorMerge:
    """A decision that two ids are one actor; with ``undone_*`` set, one that was taken back."""

    id: int
    kept: str
    other: str
    by: str
    why: str
    at: str
    undone_by: str | None = None
    undone_why: str | None = None
    undone_at: str | None = None
