"""What stays of an article's claims, and how sure it is, once the tagger has been heard on each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook.confidence import FEATURES, Confidence
from dragoman.codebook.frames import is_learnt
from dragoman.codebook.types import Types
from dragoman.coding.tagger import Hint, Hints
from dragoman.records import Claim, same_status

_SURELY = 0.995  # beyond this, either way, a probability says no more


def reviewed(claims: Sequence[Claim], hints: Hints, confidence: Confidence, types: Types | None = None) -> list[Claim]:
    """The claims that are likely enough, each with its confidence: a calibrated probability that type and status are right.

    An event told without a party ("a truce took effect", "talks will open on Sunday") stands if it is one to come or if the
    tagger sees anything in it: it is sure of hardly any such event.
    """
    out = []
    for claim in claims:
        hint = hints.of(claim)
        sure = confidence.of(features(claim, hint if types is None else _amounting(claim, hint, types)))
        note = () if hint is None else (f"tagger: {hint.act} {hint.status} {hint.chance(hint.act):.2f}",)
        if sure >= confidence.least or _tells_by_itself(claim, hint):
            out.append(replace(claim, confidence=round(sure, 3), explanation=(*claim.explanation, *note)))
    return out


def features(claim: Claim, hint: Hint | None) -> dict[str, float]:
    """What speaks for a claim that is not yet reviewed.

    ``act``, ``told``: log odds that its word tells this act, tells any; ``other act``: the probability that it tells another;
    ``status``: that of the tagger's status, negative where it is another than the claim's; ``unread``: whether the tagger
    sees nothing in it (then what it would say is 0).
    """
    out = dict.fromkeys(FEATURES, 0.0) | {"constant": 1.0, "force": float(claim.act == "ASSAULT")}
    out["no party"] = float(not (claim.actors or claim.recipients))
    out["learnt"] = float(is_learnt(claim.frame))
    if hint is None:
        out["unread"] = 1.0
        return out
    out["act"], out["told"] = _log_odds(hint.chance(claim.act)), _log_odds(hint.told)
    out["other act"] = hint.chance(hint.act) if hint.act != claim.act else 0.0
    out["status"] = hint.status_sure if same_status(hint.status, claim.status) else -hint.status_sure
    return out


def _amounting(claim: Claim, hint: Hint | None, types: Types) -> Hint | None:
    """The hint in the claim's terms where both come to the same: "offered a loan" is AID offered, and AGREE."""
    if hint is None or hint.act == claim.act or "denied" in (hint.status, claim.status):
        return hint
    same = types.plover(hint.act, hint.status) == claim.plover
    return replace(hint, act=claim.act, status=claim.status) if same else hint


def _log_odds(p: float) -> float:
    p = min(max(p, 1.0 - _SURELY), _SURELY)
    return math.log(p / (1.0 - p))


def _tells_by_itself(claim: Claim, hint: Hint | None) -> bool:
    return not (claim.actors or claim.recipients) and (hint is not None or claim.status == "planned")
