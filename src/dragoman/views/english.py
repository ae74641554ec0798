"""Days and lists of names in plain English."""

from __future__ import annotations

from collections.abc import Sequence

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def day_text(day: str) -> str:
    """``2024-06-05`` as ``5 June 2024``; a month or year alike, no finer than given."""
    parts = day.split("-")
    if len(parts) == 1:
        return day
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def period(start: str | None, end: str | None, granularity: str | None) -> str:
    """``on 5 June 2024``, ``in June 2024``, ``between … and …``; empty where no side is known."""
    if start is None:
        return f"by {day_text(end)}" if end is not None else ""
    if end is None:
        exact = {"year": start[:4], "month": start[:7]}.get(granularity or "", start)
        return f"from {day_text(exact)} on"
    if granularity == "year" and start[:4] == end[:4]:
        return f"in {start[:4]}"
    if granularity == "month" and start[:7] == end[:7]:
        return f"in {day_text(start[:7])}"
    if start == end:
        return f"on {day_text(start)}"
    return f"between {day_text(start)} and {day_text(end)}"


def listing(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; each name once."""
    once = list(dict.fromkeys(names))
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}" if once else ""
