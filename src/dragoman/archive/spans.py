"""Whether a claim's evidence is in the text: ``text[start:end]`` is what every span says."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.archive import rows
from dragoman.records import Claim, Party, Span


def span_faults(claim: Claim, text: str) -> Iterator[str]:
    """What is wrong with the claim's spans in its article's ``text``, in words."""
    for what, words, span in _quoted(claim):
        if not 0 <= span.start <= span.end <= len(text):
            yield f"{what}: the span {list(span)} reaches outside the text"
        elif span.of(text) != words:
            yield f"{what}: the text at {list(span)} is {span.of(text)!r}, the claim says {words!r}"
    for role, _, mention in rows.parties_of(claim):
        if isinstance(mention, Party) and not mention.span.covers(mention.head_span):
            yield f"{role}: the head {list(mention.head_span)} lies outside the mention {list(mention.span)}"
        for office in mention.grounding.choice.offices if mention.grounding else ():
            if office.span and office.article_id == claim.article_id and not Span(0, len(text)).covers(office.span):
                yield f"{role}: the evidence of the office {office.title!r} reaches outside the text"


def _quoted(claim: Claim) -> Iterator[tuple[str, str, Span]]:
    yield "trigger", claim.trigger.text, claim.trigger.span
    yield "evidence", claim.evidence.text, claim.evidence.span
    if claim.status_cue:
        yield "status cue", claim.status_cue.text, claim.status_cue.span
    for role, _, mention in rows.parties_of(claim):
        if mention.span is not None:
            yield role, mention.text, mention.span
    for speaker in claim.attribution:
        yield "cue of the attribution", speaker.cue, speaker.cue_span
    for number in claim.numbers:
        yield "number", number.text, number.span
    if claim.time and claim.time.span is not None:
        yield "time", claim.time.text, claim.time.span
    if claim.place:
        yield "place", claim.place.text, claim.place.span
