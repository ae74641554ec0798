"""“At the time”: acts that are told of the time of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import DONE, Claim

# "at the time of the raid" and "at the time she was mayor" say themselves which
_THEN = re.compile(r"\bat (?:the|that) time(?=\s*(?:[,.;:)—–-]|and\b|for\b|by\b|because\b|but\b|$))", re.I)


def taken_up(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in order of text; those told "at the time" have the time of the last act told before their sentence.

    Only where that act lies behind the news, and only for acts that are done and have no day of their own.
    """
    out: list[Claim] = []
    for claim in claims:
        before = _last_before(claim, out)
        if before is not None and before.historical and before.time is not None and _is_open(claim):
            reason = f"“at the time” is that of “{before.trigger.text}”"
            grounding = replace(before.time.grounding, reason=reason)
            claim = replace(claim, time=replace(before.time, grounding=grounding), historical=True)
        out.append(claim)
    return out


def _last_before(claim: Claim, told: Sequence[Claim]) -> Claim | None:
    earlier = [c for c in told if c.evidence.span.end <= claim.evidence.span.start]
    return earlier[-1] if earlier else None


def _is_open(claim: Claim) -> bool:
    """Whether the claim's sentence speaks of "the time" and says of the act itself no day."""
    if claim.status not in DONE or _THEN.search(claim.evidence.text) is None:
        return False
    value = claim.time.grounding.choice if claim.time is not None else None
    return value is None or value.basis == "publication date" or value.start is None
