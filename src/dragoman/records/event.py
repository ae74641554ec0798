"""What many claims together tell: derived, rebuildable from claims plus judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's or a matcher's decision; append-only, never edits a claim.

    ``verdict``: ``same``, ``not the same`` (over two claim ids), ``accept``, ``reject``, ``correct``
    (over one claim id; ``correct`` names ``field`` and ``value``) or ``undo`` (over a judgement id).
    """

    id: str
    verdict: str
    subjects: tuple[str, ...]
    by: str
    at: str
    why: str = ""
    field: str | None = None
    value: Any = None


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One step of an event's status history."""

    status: str
    on: str | None
    according_to: str
    claim_id: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which reports differ: each value with the claims that hold it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    note: str = ""


def denial_note(deniers: Sequence[str], tellers: Sequence[str]) -> str:
    """The note of a conflict of status: who denies what who reported."""
    return f"{', '.join(deniers)} {'denies' if len(deniers) == 1 else 'deny'} what {', '.join(tellers)} reported"


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that something did not happen, with the claims of the event it denies.

    ``on``: ISO day of its report. ``denies``: ids of the claims that tell what is denied, ``told_by`` whom they go back to;
    both empty where no report tells it.
    """

    claim_id: str
    by: str
    on: str | None
    denies: tuple[str, ...]
    told_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A set of claims judged to tell of the same thing.

    ``start``/``end``: the tightest interval of days on which the reports agree. ``reports`` are article ids,
    ``independent_sources`` the origins they go back to (agencies, authorities, outlets), never pages.
    ``numbers``: what is counted → (low, best, high). ``explanation``: why its claims are one (empty for one claim);
    ``source_reasons``: for each independent source, which reports go back to it and why; ``denials``: who denies which claims.
    """

    id: str
    act: str
    mode: str | None
    plover: str
    status: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    independent_sources: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    start: str | None
    end: str | None
    granularity: str | None
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    numbers: tuple[tuple[str, float | None, float | None, float | None], ...]
    history: tuple[StatusReport, ...]
    conflicts: tuple[Conflict, ...]
    first_report: str | None
    last_report: str | None
    confidence: float
    denied_by: tuple[str, ...] = ()
    explanation: tuple[str, ...] = ()
    source_reasons: tuple[str, ...] = ()
    denials: tuple[Denial, ...] = ()
