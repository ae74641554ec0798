"""The archive: one SQLite file that holds articles, claims, actors, events and judgements. All SQL lives here."""

from dragoman.archive.answers import (
    ActorEntry,
    ActorMerge,
    AddResult,
    Coding,
    History,
    NearClaim,
    PageVersion,
    Problem,
    SearchHit,
)
from dragoman.archive.archive import Archive
from dragoman.archive.connection import upgrade
from dragoman.archive.filters import ActorFilter, ClaimFilter, EventFilter
from dragoman.records import WireCopy

__all__ = [
    "ActorEntry",
    "ActorFilter",
    "ActorMerge",
    "AddResult",
    "Archive",
    "ClaimFilter",
    "Coding",
    "EventFilter",
    "History",
    "NearClaim",
    "PageVersion",
    "Problem",
    "SearchHit",
    "WireCopy",
    "upgrade",
]
