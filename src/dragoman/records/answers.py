"""Small answers of the public surface: who says what, and what one party does to another."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the source's words (absent in "it was reported"), the cue, and what is said."""

    source_span: Span | None
    cue_span: Span
    content_span: Span
    source_head_span: Span | None = None
    kind: str = "reported"


@dataclass(frozen=True, slots=True)
class Relation:
    """What ``source`` does to ``target`` in one sentence. ``plover`` is a PLOVER type or ``None``."""

    plover: str | None
    act: str | None
    mode: str | None
    status: str
    confidence: float
    scores: tuple[tuple[str, float], ...] = ()
    explanation: tuple[str, ...] = ()
