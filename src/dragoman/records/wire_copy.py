"""Reports whose words are another's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WireCopy:
    """An article whose words go back to another origin.

    ``overlap``: the share of its word runs that are the original's, 0 to 1. ``original_id``: the report they
    were taken from; ``None`` where only the credit tells of it. Articles of one ``group_id`` share their origin.
    ``whole`` is false where only a passage was reprinted, in a report of its own.
    """

    article_id: str
    group_id: str
    origin: str
    original_id: str | None
    overlap: float
    why: str
    whole: bool = True
