"""One sentence in plain English from one claim: its status decides the build, its act the words."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import DONE, Claim
from dragoman.views.claims import told_time
from dragoman.views.english import day_text, listing, period
from dragoman.views.naming import in_prose, land
from dragoman.views.phrases import Phrase, phrase


def sentence(
    claim: Claim,
    report: str | None,
    actors: Sequence[str],
    recipients: Sequence[str],
    unconfirmed: bool = False,
    label: str = "",
) -> str:
    """What the claim tells. ``actors``, ``recipients``: as they stand in prose; ``report``: ISO day of its report; ``unconfirmed``: planned, and nobody has told of it since;
    ``label``: the plain name of the act, for one of a user's codebook.
    """
    wording = phrase(claim.act, claim.mode, label or (claim.mode or claim.act).replace("-", " ").lower(), claim.cameo)
    who, whom = listing(actors), listing([r for r in recipients if r not in actors])
    where = _place(claim, (*actors, *recipients))
    body = (
        f"{_with_actor(claim.status, wording, who, whom)}{where}"
        if who
        else _without(claim.status, wording, whom, where)
    )
    value = told_time(claim)
    dated = period(value.start, value.end, value.granularity) if value is not None else ""
    reported = f"as reported on {day_text(report)}" if report else "as an undated report says"
    if claim.status in ("occurred", "ongoing", "failed", "denied"):
        lead, tail = (dated, "") if dated and claim.status != "denied" else (reported, f" {dated}" if dated else "")
    else:
        lead, tail = reported, f", {dated}" if dated else ""
    text = f"{lead[0].upper()}{lead[1:]}, {body}{tail}{_speakers(claim, actors)}"
    if claim.status == "ongoing":
        text += "; it was still going on"
    return text + ("; no report here confirms that it came about." if unconfirmed else ".")


def _with_actor(status: str, wording: Phrase, who: str, whom: str) -> str:
    do = wording.filled("do", whom)
    if status in DONE:
        return f"{who} {wording.filled('did', whom)}"
    if status == "requested":
        asked = f"asked {whom} for" if whom else "called for"
        return f"{who} {asked} {wording.filled('noun')}"
    if status == "refused":
        bare = wording.filled("do")
        return f"{who} turned down {whom} and would not {bare}" if whom else f"{who} refused to {bare}"
    return {
        "planned": f"{who} planned to {do}",
        "offered": f"{who} offered to {do}",
        "threatened": f"{who} threatened to {do}",
        "denied": f"it was denied that {who} {wording.filled('did', whom)}",
        "cancelled": f"plans for {who} to {do} were called off or put off",
        "failed": f"{who} tried to {do} and did not succeed",
    }.get(status, f"it was said that {who} might {do}")


def _without(status: str, wording: Phrase, whom: str, where: str) -> str:
    noun = wording.filled("noun", whom) + where
    return {
        "occurred": f"{noun} took place, without word of who acted",
        "ongoing": f"{noun} took place, without word of who acted",
        "planned": f"there were plans for {noun}",
        "offered": f"there was an offer of {noun}",
        "requested": f"there were calls for {wording.filled('noun')}" + (f", addressed to {whom}" if whom else ""),
        "threatened": f"there were threats of {noun}",
        "refused": f"there was a refusal of {noun}",
        "denied": f"word of {noun} was denied",
        "cancelled": f"plans for {noun} were called off or put off",
        "failed": f"an attempt at {noun} did not succeed",
    }.get(status, f"it was said that there might be {noun}")


def _place(claim: Claim, parties: Sequence[str]) -> str:
    """Where, in the name of the place; not where the claim only borrowed it from the report's dateline, or a party says it."""
    if claim.place is None or claim.status in ("requested", "threatened", "refused", "offered"):
        return ""
    start, end = claim.evidence.span
    if not start <= claim.place.span.start < end:
        return ""
    where = land(claim.place.grounding.choice.name if claim.place.grounding else claim.place.text)
    return "" if any(p == where or p.endswith(f" of {where}") for p in parties) else f" in {where}"


def _speakers(claim: Claim, actors: Sequence[str]) -> str:
    """The chain of who says so, outermost first, without those who only speak of what they do themselves."""
    names = dict.fromkeys(in_prose(s) or "unnamed sources" for s in claim.attribution)
    chain = [name for name in names if [name] != list(dict.fromkeys(actors))]
    return f", according to {', citing '.join(chain)}" if chain else ""
