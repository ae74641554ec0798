"""Frames and classifier joined: what one party does to another, and how sure we are of each claim."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from dragoman.codebook.relations import load_relation_rules
from dragoman.coding.casting import Draft
from dragoman.coding.classifier import Classifier, Opinion, mark, mean
from dragoman.coding.coder import FrameCoder
from dragoman.coding.senses import blow_of_words, reads_words
from dragoman.coding.tagger import Hint, Hints, Tagger
from dragoman.coding.weights import Weights
from dragoman.records import Claim, Relation, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.settings import Settings

# A claim is left out where the mean of what its frame and the classifier give it lies below this. On blind gold of news
# (bench/gold/claims.jsonl, where it was chosen) what lies below is wrong in two of three cases.
_LEAST = 0.35
# … or where the classifier is this sure that its words tell no act. It sees no act in much plain violence ("a mother was
# killed", "they kidnapped pupils"), so words of violence stand unless it is surer.
_NONE = 0.9
_NONE_OF_VIOLENCE = 0.97
# Where the tagger is this sure of a claim's act the classifier is not asked.
_SETTLED = 0.7
# Where the tagger sees no act at all (below this), a claim stands only if the classifier is this sure of its type.
_DOUBTED = 0.05
_BACKED = 0.8
_BACKED_VIOLENCE = 0.2
_FRAME_ALONE = 0.6
# Asked about a pair, a reader names the likeliest relation; NONE stays where the classifier is this sure of it.
_NOTHING = 0.85
# Below this the tagger does not speak of a pair.
_TOLD = 0.3


class _Parses(Protocol):
    def syntax(self, text: str) -> Doc: ...


class RelationReader:
    """Answers ``coder.relation`` and reviews claims. The classifier's weights load at first use."""

    def __init__(self, settings: Settings, frames: FrameCoder) -> None:
        self.frames = frames
        self.types = frames.types
        self.rules = load_relation_rules()
        weights = Weights()
        self.classifier = Classifier(weights) if settings.use_model else None
        self.tagger = Tagger(weights) if settings.use_model else None

    @property
    def version(self) -> str:
        """Version of the weights, or ``no model``."""
        return self.classifier.version if self.classifier is not None else "no model"

    def relation(self, text: str, source: Span, target: Span, parser: _Parses) -> Relation:
        """What ``source`` does to ``target`` in one sentence, named as CAMEO's map to PLOVER does (``relations.yaml``).

        An empty span is a party that the sentence does not name.
        """
        joined = self._joining(parser.syntax(text), source, target)
        opinion = None
        if self.classifier is not None:
            actor = source if source.end > source.start else None
            recipient = target if target.end > target.start else None
            asked = [mark(text, actor, recipient)]
            if joined is not None:  # asked of the act that joins the two, too
                word = joined[0].match.trigger
                trigger = Span(word.idx, word.idx + len(word.text))
                asked.append(mark(text, actor, recipient, trigger))
            opinion = mean(self.classifier.read(asked))
        return self._decide(joined, opinion, self._told(text, source, target))

    def _told(self, text: str, source: Span, target: Span) -> tuple[Hint, float] | None:
        """What the tagger finds that ``source`` does to ``target``, and how sure it is of all three together."""
        if self.tagger is None:
            return None
        best: tuple[Hint, float] | None = None
        for hint in self.tagger.read([text])[0].values():
            sides = [
                max((p for at, p in words if span.start <= at < span.end), default=0.0)
                for words, span in ((hint.doers, source), (hint.receivers, target))
                if span.end > span.start
            ]
            sure = hint.chance(hint.act) * math.prod(sides)
            if best is None or sure > best[1]:
                best = (hint, sure)
        return best if best is not None and best[1] >= _TOLD else None

    def _joining(self, doc: Doc, source: Span, target: Span) -> tuple[Draft, bool] | None:
        """The frame whose actor lies in ``source`` and whose recipient in ``target`` (True); else one that touches both."""
        sentence = Sentence(0, Span(0, len(doc.text)), 0, doc)
        best: tuple[int, Draft, bool] | None = None
        for draft in self.frames.drafts(sentence):
            actor = _touches(draft.actors, source)
            recipient = _touches(draft.recipients, target)
            both = draft.match.frame.reciprocal and actor and _touches(draft.actors, target)
            told = _told_of(draft.match.trigger, target)
            score = 3 * (actor and recipient) + 3 * both + 2 * (actor and told) + actor + told
            if score and (best is None or score > best[0]):
                best = (score, draft, bool((actor and recipient) or both))
        return best[1:] if best is not None and best[0] >= 2 else None

    def _decide(
        self, joined: tuple[Draft, bool] | None, opinion: Opinion | None, told: tuple[Hint, float] | None
    ) -> Relation:
        """Frame and classifier as one distribution over types, then named by the relations' conventions."""
        reasons: list[str] = []
        draft, whole = joined if joined is not None else (None, False)
        framed = None
        if draft is not None:
            frame = draft.match.frame
            framed = self.types.plover(frame.type, draft.chain.status)
            reasons.append(f"frame {frame.id} on '{draft.match.trigger.text}': {frame.type} {draft.chain.status}")
            if opinion is not None and framed == frame.type and reads_words(frame.id, opinion):
                framed = None
                reasons.append("the classifier reads an attack in words")
        voices = [(framed, self.rules.both if whole else self.rules.one)]
        if told is not None:
            hint, sure = told
            voices.append((self.types.plover(hint.act, hint.status), self.rules.tagger * sure))
            reasons.append(f"tagger: {hint.act} {hint.status} ({sure:.2f})")
        scores = _fused(opinion, voices)
        if opinion is not None:
            reasons.append(f"classifier: {opinion.best[0]} ({opinion.best[1]:.2f})")
        if not scores:
            return Relation(None, None, None, "occurred", 0.0, (), tuple(reasons))
        plover, sure = scores[0]
        if plover == "NONE":
            if sure >= _NOTHING or len(scores) < 2:
                return Relation(None, None, None, "occurred", sure, scores, tuple(reasons))
            plover, sure = scores[1]
        if draft is not None and plover == framed:
            act, status, mode, cameo = draft.match.frame.type, draft.chain.status, _mode(draft), draft.match.frame.cameo
            cue = draft.chain.cue.lemma_ if draft.chain.cue is not None else None
        else:
            act, status, mode, cameo, cue = plover, "occurred", None, None, None
            if opinion is not None:
                status = opinion.statuses[0][0]
                cameo = opinion.cameo(plover)
        named = self.rules.convention(act if act in ("RETREAT", "CONCEDE") else plover, status, cameo, cue)
        if named is not None:
            reasons.append(f"{plover} is named {named.type} ({named.why})")
            plover = named.type
        return Relation(plover, act, mode, status, round(sure, 4), scores, tuple(reasons))

    def review(self, claims: Sequence[Claim], hints: Hints) -> list[Claim]:
        """Claims as classifier and tagger leave them.

        Where the tagger is sure of the act its word stands. Else the classifier, told the trigger, judges what passes between
        the parties. Each claim gets the mean of what its frame and the models give it (a mean that is not calibrated itself)
        and a line for each that says what it thinks; those whose mean is too low, or that the models are sure are none, are
        left out. A claim without any party is not put to the classifier, which learnt from no such sentence.
        """
        if self.classifier is None:
            return list(claims)
        asked = [c for c in claims if (c.actors or c.recipients) and hints.chance(c) < _SETTLED]
        opinions = dict(zip([c.id for c in asked], self.classifier.read([_asked(c) for c in asked]), strict=True))
        read = [blow_of_words(c, opinions[c.id], self.types) if c.id in opinions else c for c in claims]
        weighed = (_weighed(claim, opinions.get(claim.id), hints) for claim in read)
        return [claim for claim in weighed if claim is not None]


def _weighed(claim: Claim, opinion: Opinion | None, hints: Hints) -> Claim | None:
    """The claim with what the models think of it; None where it is left out."""
    chance = hints.chance(claim)
    voices = [claim.confidence]
    notes = []
    if hints.told(claim):
        notes.append(f"tagger: {claim.act} {chance:.2f}")
    if opinion is not None:
        name, sure = opinion.best
        agrees = opinion.of(claim.plover)
        voices.append(max(agrees, opinion.of(claim.act)))
        notes.append(
            f"classifier: {claim.plover} {agrees:.2f}"
            + ("" if name == claim.plover else f", likeliest {name} {sure:.2f}")
        )
        if name == "NONE" and sure >= (_NONE_OF_VIOLENCE if claim.act == "ASSAULT" else _NONE):
            return None
    elif chance >= _SETTLED:
        voices.append(chance)
    confidence = round(sum(voices) / len(voices), 3)
    if hints.told(claim) < _DOUBTED and not _is_backed(claim, opinion):
        return None
    if opinion is not None and confidence < _LEAST:
        return None
    return replace(claim, confidence=confidence, explanation=(*claim.explanation, *notes))


def _is_backed(claim: Claim, opinion: Opinion | None) -> bool:
    """Whether a claim of which the tagger sees nothing stands: where the classifier is sure of its type, halfway so of
    violence; an event announced without a party ("talks will open on Sunday") neither of them is asked about."""
    if opinion is None:
        return claim.status == "planned" and not (claim.actors or claim.recipients)
    return opinion.of(claim.plover) >= (_BACKED_VIOLENCE if claim.act == "ASSAULT" else _BACKED)


def _asked(claim: Claim) -> str:
    """The claim's sentence as the classifier reads it: first actor, first recipient and trigger marked."""
    start = -claim.evidence.span.start
    actor = claim.actors[0].span.shift(start) if claim.actors else None
    return mark(claim.evidence.text, actor, _recipient(claim), claim.trigger.span.shift(start))


def _fused(opinion: Opinion | None, voices: Sequence[tuple[str | None, float]]) -> tuple[tuple[str, float], ...]:
    """Probabilities by type, best first: the classifier's, with each voice's type moved up by its weight in log odds."""
    if opinion is None:
        framed = voices[0][0]
        return ((framed, _FRAME_ALONE),) if framed is not None else ()
    moved = [(name, p * math.exp(sum(w for v, w in voices if v == name))) for name, p in opinion.types]
    total = sum(p for _, p in moved) or 1.0
    return tuple(sorted(((name, round(p / total, 4)) for name, p in moved), key=lambda pair: (-pair[1], pair[0])))


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
