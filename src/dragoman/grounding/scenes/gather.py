"""The scenes of a report: its claims, and the nouns of violence that are no claims themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.grounding.places import claim_place
from dragoman.grounding.places.ties import ANSWERS
from dragoman.grounding.scenes.scene import Scene, is_exact, scene_of
from dragoman.grounding.scenes.words import ROUNDING_UP, VIOLENCE, WHATEVER, kinds_of
from dragoman.grounding.times import claim_time
from dragoman.records import DONE, Article, Claim, Grounding, Parse, Place, PlaceMention, Sentence, Span
from dragoman.records.claim import TimeMention
from dragoman.records.grounding import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A noun's time counts where the syntax says that it is the noun's.
_SURE = 0.8


_CAPTION = re.compile(r"©|\((?:AP|AFP|Reuters|Getty|EPA)\b|\bPhoto(?:s|graph)?\b|\bGetty\b|\bfile (?:photo|picture)\b")


def scenes_of_claims(parse: Parse, claims: Sequence[Claim]) -> Iterator[Scene]:
    """The scenes of the claims that say where or when they were, captions left out."""
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        if sentence is not None and claim.status in DONE and not _is_caption(sentence, parse.article):
            scene = scene_of(claim, sentence)
            if scene.time is not None and not is_exact(scene.time):
                continue
            if scene.place is not None or scene.time is not None:
                yield scene


def scenes_of_nouns(
    parse: Parse, claims: Sequence[Claim], expressions: Sequence[TimeExpression], places: Sequence[Grounding[Place]]
) -> Iterator[Scene]:
    """The scenes of nouns of violence that are no claims themselves: "the attacks in Nice last July"."""
    article = parse.article
    taken = {claim.trigger.span.start for claim in claims}
    for sentence in parse.sentences:
        if sentence.doc is None or _is_caption(sentence, article):
            continue
        for token in sentence.doc:
            start = sentence.span.start + token.idx
            lemma = token.lemma_.lower()
            if lemma not in VIOLENCE | WHATEVER | ROUNDING_UP or start in taken:
                continue
            if not token.tag_.startswith("NN"):
                continue
            if token.dep_ == "pobj" and token.head.head.lemma_.lower() in ANSWERS:
                continue  # "in retaliation for air strikes last week": another event
            span = Span(start, start + len(token.text))
            place, time = _place_and_time(span, sentence, article, expressions, places)
            known = _is_known(token, time, sentence)
            if (place is not None or time is not None) and (known or lemma in VIOLENCE):
                kinds = kinds_of("COERCE", "arrest") if lemma in ROUNDING_UP else frozenset()
                if lemma not in ROUNDING_UP or lemma in VIOLENCE:
                    kinds |= kinds_of("ASSAULT", lemma)
                nobody: frozenset[str] = frozenset()
                yield Scene(kinds, nobody, nobody, nobody, place, time, start, known)


def _is_known(noun: Token, time: TimeMention | None, sentence: Sentence) -> bool:
    """Whether the noun tells of an event known already: "the blast", "this attack", "Sunday's incident"."""
    start, end = (time.span.start, time.span.end) if time is not None and time.span is not None else (0, 0)
    return any(
        t.lower_ in ("the", "this", "that") or (t.dep_ == "poss" and start <= sentence.span.start + t.idx < end)
        for t in noun.lefts
    )


def _place_and_time(
    span: Span,
    sentence: Sentence,
    article: Article,
    expressions: Sequence[TimeExpression],
    places: Sequence[Grounding[Place]],
) -> tuple[PlaceMention | None, TimeMention | None]:
    place = claim_place(span, sentence, places, article)
    if place is not None and not sentence.span.covers(place.span):
        place = None
    time = claim_time(span, sentence, expressions, article)
    if time is not None and (time.span is None or time.grounding.score < _SURE or not is_exact(time)):
        time = None
    return place, time


def _is_caption(sentence: Sentence, article: Article) -> bool:
    return _CAPTION.search(sentence.span.of(article.text)) is not None
