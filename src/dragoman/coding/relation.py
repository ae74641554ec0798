"""Frames, classifier and tagger joined: what one party does to another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from dragoman.codebook.relations import load_relation_rules
from dragoman.coding.casting import Draft
from dragoman.coding.classifier import Classifier, Opinion, Question, mean
from dragoman.coding.coder import FrameCoder
from dragoman.coding.senses import reads_words
from dragoman.coding.tagger import Hint, Tagger
from dragoman.coding.weights import Weights
from dragoman.records import Relation, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.settings import Settings

_FRAME_ALONE = 0.6
# Asked about a pair, a reader names the likeliest relation; NONE stays where the classifier is this sure of it.
_NOTHING = 0.85
# Below this the tagger does not speak of a pair.
_TOLD = 0.1


class _Parses(Protocol):
    def syntax(self, text: str) -> Doc: ...


class RelationReader:
    """Answers ``coder.relation``. The models' weights load at first use."""

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
            asked = [Question(text, actor, recipient)]
            if joined is not None:  # asked of the act that joins the two, too
                word = joined[0].match.trigger
                trigger = Span(word.idx, word.idx + len(word.text))
                asked.append(Question(text, actor, recipient, trigger))
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


def _fused(opinion: Opinion | None, voices: Sequence[tuple[str | None, float]]) -> tuple[tuple[str, float], ...]:
    """Probabilities by type, best first: the classifier's, with each voice's type moved up by its weight in log odds."""
    if opinion is None:
        framed = voices[0][0]
        return ((framed, _FRAME_ALONE),) if framed is not None else ()
    moved = [(name, p * math.exp(sum(w for v, w in voices if v == name))) for name, p in opinion.types]
    total = sum(p for _, p in moved) or 1.0
    return tuple(sorted(((name, round(p / total, 4)) for name, p in moved), key=lambda pair: (-pair[1], pair[0])))


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
