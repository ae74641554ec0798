"""Which attributions are the article's own, and which belong to what somebody else is reported to have said."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.attribution.scene import Reading
from dragoman.records import Attribution, Span

# Who speaks inside a quotation of their own: never the article's source.
_SPEAKERS_OF_QUOTES = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})


def outermost(readings: Sequence[Reading], quotes: Sequence[Span], text: str) -> list[Reading]:
    """What the article itself attributes; ``quotes`` in order."""
    said = [r for r in readings if r.label or not _inside_quote(r, readings, quotes, text)]
    return [r for r in said if not _relayed(r, said)]


def _inside_quote(one: Reading, readings: Sequence[Reading], quotes: Sequence[Span], text: str) -> bool:
    """Whether the cue stands within quotation marks as somebody's words; marks that nobody is given stay the article's."""
    cue = one.attribution.cue_span
    quote = next((q for q in quotes if q.start < cue.start and cue.end < q.end), None)
    if quote is None:
        return False
    head = one.attribution.source_head_span
    if one.attribution.kind not in ("reported", "denied") or head is None:
        return True
    if head.of(text).lower() in _SPEAKERS_OF_QUOTES:
        return True
    return any(
        r is not one and r.attribution.content_span.overlaps(quote) and not quote.covers(r.attribution.cue_span)
        for r in readings
    )


def _relayed(one: Reading, others: Sequence[Reading]) -> bool:
    """Whether a statement is part of what another speaker is reported to say.

    What stands under an unnamed voice, or is told while somebody's judgement is told, is the article's all the same: "the
    envoy reportedly said …", "she attacked the plan, which she said was dear".
    """
    for other in others:
        holder = other.attribution
        if other is one or holder.source_span is None or not _holds(holder, one.attribution.cue_span):
            continue
        if holder.kind != "judged" or one.attribution.kind not in ("reported", "denied"):
            return True
    return False


def _holds(holder: Attribution, cue: Span) -> bool:
    """Whether a content covers a cue, and not only because its parts stand on both sides of the speaker."""
    return holder.content_span.covers(cue) and not holder.content_span.covers(holder.cue_span)
