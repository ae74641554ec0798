"""Frames and classifier joined: what one party does to another, and how sure we are of each claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from dragoman.coding.classifier import Classifier, Opinion, mark
from dragoman.coding.coder import Draft, FrameCoder
from dragoman.records import Claim, Parse, Relation, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.settings import Settings

# How the two voices weigh when frames and classifier disagree about a pair of parties: the classifier must be surer
# than this to overrule a frame that joins just these two. Both thresholds are first guesses: nothing is fitted yet.
_OVERRULE = 0.55
_DROP = 0.85  # a claim is dropped when the classifier is this sure that nothing passes between its parties
_FRAME_ALONE = 0.6


class _Parses(Protocol):
    def syntax(self, text: str) -> Doc: ...


class RelationReader:
    """Answers ``coder.relation`` and reviews claims. The classifier's weights load at first use."""

    def __init__(self, settings: Settings, frames: FrameCoder) -> None:
        self.frames = frames
        self.types = frames.types
        self.classifier = Classifier() if settings.use_model else None

    @property
    def version(self) -> str:
        """Version of the weights, or ``no model``."""
        return self.classifier.version if self.classifier is not None else "no model"

    def relation(self, text: str, source: Span, target: Span, parser: _Parses) -> Relation:
        """What ``source`` does to ``target`` in one sentence."""
        draft = self._joining(parser.syntax(text), source, target)
        opinion = self.classifier.read([mark(text, source, target)])[0] if self.classifier is not None else None
        return self._decide(draft, opinion)

    def _joining(self, doc: Doc, source: Span, target: Span) -> Draft | None:
        """The frame whose actor lies in ``source`` and whose recipient in ``target``; else one that touches both."""
        sentence = Sentence(0, Span(0, len(doc.text)), 0, doc)
        best: tuple[int, Draft] | None = None
        for draft in self.frames.drafts(sentence):
            actor = _touches(draft.actors, source)
            recipient = _touches(draft.recipients, target)
            both = draft.match.frame.reciprocal and actor and _touches(draft.actors, target)
            told = _told_of(draft.match.trigger, target)
            score = 3 * (actor and recipient) + 3 * both + 2 * (actor and told) + actor + told
            if score and (best is None or score > best[0]):
                best = (score, draft)
        return best[1] if best is not None and best[0] >= 2 else None

    def _decide(self, draft: Draft | None, opinion: Opinion | None) -> Relation:
        reasons: list[str] = []
        act = status = plover = None
        if draft is not None:
            frame = draft.match.frame
            act, status = frame.type, draft.chain.status
            plover = self.types.plover(act, status)
            reasons.append(f"frame {frame.id} on '{draft.match.trigger.text}': {act} {status}")
        if opinion is None:
            confidence = _FRAME_ALONE if plover else 0.0
            return Relation(plover, act, _mode(draft), status or "occurred", confidence, (), tuple(reasons))
        name, sure = opinion.best
        reasons.append(f"classifier: {name} ({sure:.2f})")
        if plover is not None and name != plover and (sure < _OVERRULE or (name == "NONE" and sure < _DROP)):
            reasons.append("the frame stands: the classifier is not sure enough to overrule it")
            confidence = max(opinion.of(plover), 1 - sure)
        else:
            if plover != name:
                act, status = (None if name == "NONE" else name), opinion.statuses[0][0]
            plover, confidence = (None if name == "NONE" else name), sure
        if plover is None and opinion.types[1][1] > 0.15:
            # asked about a pair, a reader names the likeliest relation; NONE stays for pairs with nothing between
            plover = opinion.types[1][0] if sure < _OVERRULE else None
        mode = _mode(draft) if draft is not None and act == draft.match.frame.type else None
        return Relation(plover, act, mode, status or "occurred", round(confidence, 4), opinion.types, tuple(reasons))

    def review(self, parse: Parse, claims: Sequence[Claim]) -> list[Claim]:
        """Claims with the mean of frame's and classifier's confidence (a mean that is not calibrated itself); those that the classifier is sure are none are left out."""
        if self.classifier is None:
            return list(claims)
        marked = [
            mark(
                c.evidence.text,
                c.actors[0].span.shift(-c.evidence.span.start) if c.actors else None,
                _recipient(c),
            )
            for c in claims
        ]
        out = []
        for claim, opinion in zip(claims, self.classifier.read(marked), strict=True):
            name, sure = opinion.best
            if name == "NONE" and sure >= _DROP:
                continue
            agrees = opinion.of(claim.plover)
            confidence = round(0.5 * claim.confidence + 0.5 * max(agrees, 0.0), 3)
            note = f"classifier: {claim.plover} {agrees:.2f}" + (
                "" if name == claim.plover else f", likeliest {name} {sure:.2f}"
            )
            out.append(replace(claim, confidence=confidence, explanation=(*claim.explanation, note)))
        return out


def _recipient(claim: Claim) -> Span | None:
    if not claim.recipients or (claim.actors and claim.recipients[0].span.overlaps(claim.actors[0].span)):
        return None
    return claim.recipients[0].span.shift(-claim.evidence.span.start)


def _touches(tokens: Sequence[Token], span: Span) -> bool:
    """Whether one of the phrases is named inside ``span``, by its head or by a word just before it."""
    return any(
        span.start <= part.idx < span.end
        for t in tokens
        for part in t.subtree
        if part.i == t.i or -6 < part.i - t.i < 0
    )


def _told_of(trigger: Token, span: Span) -> bool:
    """Whether ``span`` stands among what the trigger's clause tells, outside any clause of its own below it."""
    for token in trigger.subtree:
        if span.start <= token.idx < span.end:
            step = token
            while step != trigger and step.head != step:
                if step.tag_.startswith("VB") and step.dep_ in ("ccomp", "advcl", "relcl", "conj", "parataxis"):
                    return False
                step = step.head
            return True
    return False


def _mode(draft: Draft | None) -> str | None:
    return draft.match.frame.mode if draft is not None else None
