"""An act told again without its doer is the act that the report told before: "commandos freed her … she was freed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook.types import Types
from dragoman.records import Claim

# Who is freed by force is rescued and not released, whichever sentence tells it.
_RESCUE, _RELEASE = "AID", ("RETREAT", "release")


def as_told_before(claims: Sequence[Claim], types: Types) -> list[Claim]:
    """The claims of one article in order of text; a release that nobody is said to do is a rescue where the report told
    one with the same word before.
    """
    rescues: dict[str, Claim] = {}
    out = []
    for claim in claims:
        word = claim.trigger.text.lower()
        if claim.act == _RESCUE and claim.actors:
            rescues[word] = claim
        elif (claim.act, claim.mode) == _RELEASE and not claim.actors and word in rescues:
            claim = _recast(claim, rescues[word], types)
        out.append(claim)
    return out


def _recast(claim: Claim, before: Claim, types: Types) -> Claim:
    plover = types.plover(before.act, claim.status)
    mode = before.mode if plover == before.act else None
    return replace(
        claim,
        act=before.act,
        mode=before.mode,
        cameo=before.cameo,
        plover=plover,
        quad=types.quad(plover),
        score=types.score(plover, mode),
        explanation=(*claim.explanation, f"told before as {before.act}: “{before.evidence.text[:80]}…”"),
    )
