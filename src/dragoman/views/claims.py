"""What the views ask of a claim: its time, who says so, what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Claim, Number, Speaker, TimeValue

#: The status of an event that was announced and that no later report confirms.
UNCONFIRMED = "expected, not confirmed"


def time_of(claim: Claim) -> TimeValue | None:
    """The time that was settled on, if any."""
    return claim.time.grounding.choice if claim.time is not None else None


def told_time(claim: Claim) -> TimeValue | None:
    """The time that words of the report tell; ``None`` where only the day of publication speaks."""
    value = time_of(claim)
    return value if value is not None and value.basis != "publication date" else None


def speakers(attribution: Sequence[Speaker]) -> list[str]:
    """The chain of who says so, outermost first, each once; empty where the report speaks in its own voice."""
    return list(dict.fromkeys(s.name or s.text or "unnamed sources" for s in attribution))


def counted(number: Number) -> str:
    """``37 people``: the report's words for a number, with what it counts where they do not hold it."""
    return number.text if number.of in number.text else f"{number.text} {number.of}".strip()
