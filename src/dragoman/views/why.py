"""Why a claim says what it says, step by step, for somebody who has never seen a codebook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.codebook.types import Types
from dragoman.records import DONE, Article, Claim, Grounding, Party, Speaker
from dragoman.views.english import QUADS, period

_STATUS = {
    "occurred": "the report tells of it as done",
    "ongoing": "the report tells of it as going on",
    "planned": "the report tells of it as something to come",
    "requested": "somebody asks for it; whether it is done is not told",
    "offered": "somebody offers it; whether it is done is not told",
    "threatened": "somebody threatens to do it; it is not told as done",
    "refused": "somebody refuses it",
    "denied": "the report, or somebody in it, says that it did not happen; it never counts as done",
    "cancelled": "it was called off or put off",
    "failed": "it was tried and did not come about",
    "hypothetical": "it is only thought possible, or hangs on a condition; it never counts as done",
}
_BASIS = {
    "text": "the words say so",
    "relative": "reckoned from the day of the report",
    "publication date": "the day of the report stands in",
}
_FRAME = re.compile(r"frame (?P<id>\S+): '(?P<words>.*)' fits '(?P<pattern>.*)' \((?P<gloss>.*)\)", re.DOTALL)
_STATUS_STEP = re.compile(r"status '(?P<cue>.*)': (?P<why>.*)", re.DOTALL)
_LEARNT = re.compile(r"no frame has '.*'; the tagger reads (?P<act>\S+) in it \((?P<p>[\d.]+)\)", re.DOTALL)
_TAGGER = re.compile(r"tagger: (?P<act>\S+) (?P<status>\S+) (?P<p>[\d.]+)")
_LONGEST_PATTERN = 110  # characters of a pattern worth showing: some list dozens of words


@dataclass(frozen=True, slots=True)
class Step:
    """One question a reader may ask, and the answers."""

    question: str
    answers: tuple[str, ...]


def explain(claim: Claim, article: Article, types: Types) -> tuple[Step, ...]:
    """The steps from the words to the record, in the order in which a claim comes about."""
    steps = [
        Step("Which words?", tuple(_words(claim))),
        Step("What is told of?", tuple(_act(claim, types))),
        Step("Did it happen?", tuple(_status(claim))),
        Step("What does it count as?", tuple(_plover(claim, types))),
        Step("Who, and towards whom?", tuple(_parties(claim))),
        Step("When and where?", tuple(_when_and_where(claim))),
        Step("How many?", tuple(f"{_quoted(n.text)}: {_number(n.low, n.value, n.high)} {n.of}" for n in claim.numbers)),
        Step("Who says so?", tuple(_said(claim, article))),
        Step("How sure is it?", tuple(_sure(claim))),
        Step("What else?", tuple(_rest(claim))),
    ]
    return tuple(step for step in steps if step.answers)


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”"


def _at(claim_start: int, claim_end: int) -> str:
    return f"characters {claim_start}–{claim_end} of the report"


def _words(claim: Claim) -> Iterator[str]:
    trigger = claim.trigger
    yield f"{_quoted(trigger.text)} ({_at(*trigger.span)}) is the word that tells of an act."
    for note in claim.explanation:
        if found := _FRAME.fullmatch(note):
            alone = found["words"] == trigger.text
            lead = "It fits" if alone else f"With its neighbours, {_quoted(found['words'])}, it fits"
            yield f"{lead} the frame {found['id']}: {found['gloss']}. A frame lists the wordings of one act."
            pattern = found["pattern"]
            cut = pattern if len(pattern) <= _LONGEST_PATTERN else pattern[:_LONGEST_PATTERN] + "…"
            yield f"The wording in the codebook is: {cut}"
        elif found := _LEARNT.fullmatch(note):
            yield "No frame of the codebook has this wording."
            yield f"The tagger, a small network that learnt on marked reports, reads {found['act']} in it ({found['p']})."


def _act(claim: Claim, types: Types) -> Iterator[str]:
    known = types.types.get(claim.act)
    if known is None:
        yield f"The act {claim.act}{'/' + claim.mode if claim.mode else ''}, from a codebook of the user's own."
    else:
        yield f"The act {claim.act}: somebody {known.gloss}."
        mode = known.modes.get(claim.mode) if claim.mode else None
        if mode is not None:
            yield f"More closely {claim.act}/{mode.name}, {mode.label}" + (f": {mode.gloss}." if mode.gloss else ".")
        elif claim.mode:
            yield f"More closely {claim.mode}, a mode of a codebook of the user's own."
    if claim.cameo:
        yield f"In CAMEO, the older codebook, its code is {claim.cameo}."


def _status(claim: Claim) -> Iterator[str]:
    steps = [found for note in claim.explanation if (found := _STATUS_STEP.fullmatch(note))]
    for found in steps:
        yield f"{_quoted(found['cue'])}: {found['why']}."
    if not steps and claim.status in DONE:
        yield "No word in the sentence plans, asks for, refuses, doubts or denies it."
    yield f"So its status is {claim.status}: {_STATUS.get(claim.status, 'see docs/codebook.md')}."
    if claim.status_cue is not None and not steps:
        yield f"The word that decides is {_quoted(claim.status_cue.text)} ({_at(*claim.status_cue.span)})."
    if claim.status_holder is not None:
        yield f"It is {_quoted(claim.status_holder.text)} who takes this stand."
    if claim.historical:
        yield "It is told as background, not as the news of this report."


def _plover(claim: Claim, types: Types) -> Iterator[str]:
    if claim.plover == claim.act:
        yield f"Being {claim.status}, it counts as the act itself: {claim.plover}."
    else:
        yield f"An act {claim.act} that is {claim.status} counts as {claim.plover} (table of act and status, docs/codebook.md)."
    quad = QUADS.get(claim.quad, "?")
    yield f"Its quad class is {claim.quad}, {quad}; its score is {claim.score:+g}, from -10 (conflict) to +10 (cooperation)."


def _parties(claim: Claim) -> Iterator[str]:
    for role, parties in (("acts", claim.actors), ("is acted upon", claim.recipients)):
        for party in parties:
            yield f"{_quoted(party.text)} {role}: {_identity(party)}."
        if not parties:
            yield (
                f"Who {role} is not said in the sentence." if role == "acts" else "Nobody is named whom it is done to."
            )


def _identity(party: Party | Speaker) -> str:
    grounding = party.grounding
    if grounding is None:
        return "who this is could not be settled"
    actor = grounding.choice
    facts = ", ".join(x for x in (actor.country, " ".join(actor.sectors)) if x)
    return f"taken to be {actor.name}{f' ({facts})' if facts else ''}, because: {_because(grounding)}"


def _because(grounding: Grounding[Any]) -> str:
    others = " or ".join(f"{a.name} ({a.score:.2f})" for a in grounding.alternatives[:2])
    return f"{grounding.reason} (score {grounding.score:.2f}{f'; else {others}' if others else ''})"


def _when_and_where(claim: Claim) -> Iterator[str]:
    if claim.time is None:
        yield "No time could be settled."
    else:
        value = claim.time.grounding.choice
        words = _quoted(claim.time.text) if claim.time.span else "Not told in words"
        told = period(value.start, value.end, value.granularity) or "at no known time"
        basis = _BASIS.get(value.basis, value.basis)
        exact = "" if value.granularity in ("unknown", "span") else f", to the {value.granularity}"
        yield f"{words}: {told}{exact}; {basis}. The reason: {_because(claim.time.grounding)}."
    if claim.place is None:
        yield "No place is told."
    elif claim.place.grounding is None:
        yield f"{_quoted(claim.place.text)}: which place this is could not be settled."
    else:
        place = claim.place.grounding.choice
        country = f", {place.country}" if place.country else ""
        yield f"{_quoted(claim.place.text)}: {place.name}{country} ({place.precision}). The reason: {_because(claim.place.grounding)}."


def _number(low: float | None, value: float | None, high: float | None) -> str:
    if value is not None and low == high == value:
        return f"{value:g}"
    if low is not None and high is not None:
        return f"{low:g} to {high:g}"
    if low is not None:
        return f"at least {low:g}"
    return f"at most {high:g}" if high is not None else "no exact number of"


def _said(claim: Claim, article: Article) -> Iterator[str]:
    outlet = article.publisher or "the outlet"
    if not claim.attribution:
        yield f"Nobody is named: the report says it in its own voice, and {outlet} answers for it."
        return
    for depth, speaker in enumerate(claim.attribution):
        who = _quoted(speaker.text) if speaker.text else "Somebody unnamed"
        lead = "" if depth == 0 else "and in turn "
        identity = f"; {_identity(speaker)}" if speaker.grounding is not None else ""
        yield f"{lead}{who}, by the word {_quoted(speaker.cue)} ({_at(*speaker.cue_span)}){identity}."
    yield f"{outlet} only passes it on."


def _sure(claim: Claim) -> Iterator[str]:
    for note in claim.explanation:
        if found := _TAGGER.fullmatch(note):
            agrees = "agrees" if found["act"] == claim.act else "sees another act"
            said = f"The tagger, which reads the bare sentence, {agrees}: {found['act']}, {found['status']}"
            yield f"{said}, with a chance of {found['p']}."
    yield f"The confidence is {claim.confidence:.2f}: of a hundred such claims about {100 * claim.confidence:.0f} are right in type and status."


def _rest(claim: Claim) -> Iterator[str]:
    if claim.contexts:
        yield f"Contexts, from words in the sentence: {', '.join(claim.contexts)}."
    for note in claim.explanation:
        known = (_FRAME, _STATUS_STEP, _LEARNT, _TAGGER)
        if not any(p.fullmatch(note) for p in known) and not note.endswith("(act × status table)"):
            yield f"Note of the coder: {note}."
    yield f"Coded by version {claim.coder_version}."
