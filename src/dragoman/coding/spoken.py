"""Acts that are done by saying so: "the law is a disgrace", said by somebody, is his accusation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.records import DONE, Claim, Parse, Party, Span

if TYPE_CHECKING:
    from dragoman.records import Speaker

# What somebody is told to await is told of what is to come.
_AHEAD = frozenset({"planned", "hypothetical"})
# Who speaks of himself blames nobody.
_OWN = frozenset({"i", "we", "me", "us", "my", "our"})


def by_speaker(claim: Claim, parse: Parse) -> Claim | None:
    """The claim with its nearest named speaker as its doer; ``None`` where nobody says it, or where it is not said to be so."""
    said = claim.status in DONE or (claim.act == "THREATEN" and claim.status in _AHEAD)
    if not said or not claim.attribution:
        return None
    chain = [*claim.attribution]
    while len(chain) > 1 and chain[-1].text.lower() in _THINGS:
        chain.pop()
    speaker = chain.pop()
    doer = _party(speaker, parse)
    if doer is None or any(p.text.lower() in _OWN or _names(p, doer) for p in claim.recipients):
        return None
    why = (*claim.explanation, f"done by saying so: '{speaker.cue}' names the doer")
    return replace(
        claim,
        status="threatened" if claim.status in _AHEAD else "occurred",
        actors=(doer,),
        attribution=tuple(chain),
        explanation=why,
    )


# What only shows: "she said it proved that he was unfit" is her word.
_THINGS = ("it", "that", "this", "which")


def _names(party: Party, other: Party) -> bool:
    return party.span.overlaps(other.span) or party.text.lower() == other.text.lower()


def _party(speaker: Speaker, parse: Parse) -> Party | None:
    """The speaker's words as a party, headed by the word that the sentence hangs them on."""
    span = speaker.span
    sentence = parse.sentence_at(span.start) if span is not None else None
    if span is None or sentence is None or sentence.doc is None:
        return None
    inside = [t for t in sentence.doc if span.covers(Span(t.idx, t.idx + len(t.text)).shift(sentence.span.start))]
    head = next((t for t in inside if t.head not in inside or t.head == t), None)
    if head is None:
        return None
    return Party(speaker.text, span, Span(head.idx, head.idx + len(head.text)).shift(sentence.span.start))
