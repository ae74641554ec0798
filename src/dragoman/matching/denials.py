"""Who denies what: each denial with the claims of its event that tell what it denies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dragoman.matching.origins import Origin, key
from dragoman.records import DONE, Claim, Denial

Likeness = Callable[[str, str], float]
_NOT_TOLD = ("denied", "cancelled")  # what nobody says is so, or will be


def denials(
    claims: Sequence[Claim], origins: Mapping[str, Origin], published: Mapping[str, str], likeness: Likeness
) -> tuple[Denial, ...]:
    """The denials among the claims of an event, in the order of ``claims``.

    A report puts a denial beside what is denied, so claims of its own report come before those of others; of them, those that
    speak for being the same deed (``likeness`` above 0), else the likest: "denied that hostages were killed" answers the
    report of three captives killed, not the whole raid. Deeds that were done come before plans.
    """
    told = [c for c in claims if c.status in DONE] or [c for c in claims if c.status not in _NOT_TOLD]
    found = []
    for denial in (c for c in claims if c.status == "denied"):
        beside = [c for c in told if c.article_id == denial.article_id] or told
        scores = {c.id: likeness(*sorted((denial.id, c.id))) for c in beside}
        most = max(scores.values(), default=0.0)
        denied = [c for c in beside if scores[c.id] > 0 or scores[c.id] == most]
        tellers = dict.fromkeys(origins[c.id].name for c in denied)
        found.append(
            Denial(
                denial.id,
                denier(denial, origins),
                published[denial.id] or None,
                tuple(c.id for c in denied),
                tuple(tellers),
            )
        )
    return tuple(found)


def deniers(claims: Sequence[Claim], origins: Mapping[str, Origin]) -> list[str]:
    """Who denies any of it, by name, each once."""
    found: dict[str, str] = {}
    for claim in claims:
        if claim.status == "denied":
            name = denier(claim, origins)
            found.setdefault(key(name), name)
    return sorted(found.values())


def denier(claim: Claim, origins: Mapping[str, Origin]) -> str:
    """Who denies: the status's holder, the speaker, or the party accused."""
    holder = claim.status_holder
    if holder is not None:
        return holder.name or holder.text
    if claim.attribution:
        return claim.attribution[-1].name or claim.attribution[-1].text or origins[claim.id].name
    if claim.actors:
        return claim.actors[0].name or claim.actors[0].text
    return origins[claim.id].name
