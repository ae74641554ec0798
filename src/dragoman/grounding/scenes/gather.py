"""The scenes of a report: its claims, and the nouns of violence that are no claims themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.grounding.captions import is_caption
from dragoman.grounding.continuing import TAKEN_UP, one_or_many
from dragoman.grounding.places import claim_place
from dragoman.grounding.places.ties import ANSWERS
from dragoman.grounding.scenes.plain_past import is_told_on
from dragoman.grounding.scenes.scene import Scene, is_exact, scene_of
from dragoman.grounding.scenes.words import NEWS_OF_PEOPLE, ROUNDING_UP, VIOLENCE, WHATEVER, kinds_of
from dragoman.grounding.times import claim_time
from dragoman.grounding.times.attachment import of_speech
from dragoman.grounding.times.claims import usable_times
from dragoman.records import DONE, Article, Claim, Grounding, Parse, Place, PlaceMention, Sentence, Span
from dragoman.records.claim import TimeMention
from dragoman.records.grounding import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

#: So many first sentences may date the doer's deed.
_FIRST = 8
#: "Friday's arrest", but not "Friday's arrest of a second man".
_OF_DAY = re.compile(rf"['’]s\s({'|'.join(sorted(NEWS_OF_PEOPLE))})\b(?!\sof\b)")
_EVENT_NOUNS = VIOLENCE | WHATEVER | ROUNDING_UP
#: A noun's time counts where the syntax says that it is the noun's.
_SURE = 0.8


def scenes_of_claims(parse: Parse, claims: Sequence[Claim]) -> Iterator[Scene]:
    """The scenes of the claims that say where or when they were, captions left out."""
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        if sentence is not None and claim.status in DONE and not is_caption(sentence, parse.article):
            scene = scene_of(claim, sentence)
            if scene.time is not None and not is_exact(scene.time):
                continue
            if scene.place is not None or scene.time is not None:
                yield scene


def loose_scenes(
    parse: Parse, claims: Sequence[Claim], expressions: Sequence[TimeExpression], places: Sequence[Grounding[Place]]
) -> Iterator[Scene]:
    """Those that are dated no closer than by a year: "an attack on a market in Bonn last year"."""
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        if sentence is not None and claim.status in DONE:
            scene = scene_of(claim, sentence)
            if scene.time is not None and _is_loose(scene.time):
                yield scene
    for scene in scenes_of_nouns(parse, claims, expressions, places, loose=True):
        if scene.time is not None and _is_loose(scene.time):
            yield scene


def _is_loose(time: TimeMention) -> bool:
    return time.grounding.choice.granularity in ("year", "season", "quarter") and not is_exact(time)


def scenes_of_nouns(
    parse: Parse,
    claims: Sequence[Claim],
    expressions: Sequence[TimeExpression],
    places: Sequence[Grounding[Place]],
    *,
    loose: bool = False,
) -> Iterator[Scene]:
    """The scenes of nouns of violence that are no claims themselves: "the attacks in Nice last July"; ``loose``: "in 2016",
    too."""
    article = parse.article
    taken = {claim.trigger.span.start for claim in claims}
    for sentence in parse.sentences:
        if sentence.doc is None or is_caption(sentence, article):
            continue
        for token in sentence.doc:
            start = sentence.span.start + token.idx
            lemma = token.lemma_.lower()
            if lemma not in _EVENT_NOUNS or start in taken:
                continue
            if not token.tag_.startswith("NN"):
                continue
            if token.dep_ == "pobj" and token.head.head.lemma_.lower() in ANSWERS:
                continue  # "in retaliation for air strikes last week": another event
            span = Span(start, start + len(token.text))
            place, time = _place_and_time(span, sentence, article, expressions, places, loose=loose)
            known = _is_known(token, time, sentence)
            if (place is not None or time is not None) and (known or lemma in VIOLENCE):
                kinds = kinds_of("COERCE", "arrest") if lemma in ROUNDING_UP else frozenset()
                if lemma not in ROUNDING_UP or lemma in VIOLENCE:
                    kinds |= kinds_of("ASSAULT", lemma)
                nobody: frozenset[str] = frozenset()
                yield Scene(kinds, nobody, nobody, nobody, place, time, start, known)


def scenes_of_people(parse: Parse, expressions: Sequence[TimeExpression]) -> Iterator[Scene]:
    """The days by which a report takes up the one arrest or release that it tells of: "Friday's arrest came after …"."""
    text, nobody = parse.article.text, frozenset[str]()
    for e in expressions:
        found = _OF_DAY.match(text, e.span.end)
        if found is None or e.granularity not in ("day", "time") or e.start != e.end:
            continue
        time = TimeMention(e.text, e.span, Grounding(e.as_value(), _SURE, e.reason))
        act, verb = NEWS_OF_PEOPLE[found[1]]
        yield Scene(kinds_of(act, verb), nobody, nobody, nobody, None, time, e.span.start, known=True)


def scenes_of_doers(parse: Parse, expressions: Sequence[TimeExpression]) -> Iterator[Scene]:
    """The days that the report's first sentences give what the doer did, though it is no claim: "the attacker zigzagged
    through the park on Thursday night"."""
    article = parse.article
    for sentence in parse.sentences[:_FIRST]:
        if is_caption(sentence, article) or not _tells_of_doer(sentence, article):
            continue
        times = [e for e in usable_times(sentence, expressions, article) if not of_speech(sentence, e)]
        if len({(e.start, e.end) for e in times}) == 1 and times[-1].granularity in ("day", "time"):
            e, nobody = times[-1], frozenset[str]()
            time = TimeMention(e.text, e.span, Grounding(e.as_value(), _SURE, e.reason))
            at = e.span.start
            yield Scene(kinds_of("ASSAULT", "attack"), nobody, nobody, nobody, None, time, at, known=True)


def _tells_of_doer(sentence: Sentence, article: Article) -> bool:
    """Whether the sentence tells what the doer did; a sentence without a word for any act was not parsed."""
    if sentence.doc is None:
        text = sentence.span.of(article.text)
        return _DOER_OPENS.match(text) is not None and _SAYING.search(text) is None
    doer = next((t for t in sentence.doc if t.dep_ == "nsubj" and _is_doer(t)), None)
    return doer is not None and doer.head.dep_ == "ROOT" and is_told_on(doer.head)


def _is_doer(noun: Token) -> bool:
    """Whether the noun takes up who did it: "the attacker", "the gunmen"."""
    word = noun.lower_.rstrip("s").replace("men", "man")
    return word in _DOERS and any(t.lower_ in ("the", "this", "that") for t in noun.lefts)


#: Of the words that take up a doer, those for one who did violence.
_DOERS = TAKEN_UP & words("evildoers")
_DOER_OPENS = re.compile(r"\s*The (?:" + one_or_many(_DOERS) + r")\b")
_SAYING = re.compile(r"\b(?:said|says|told|has|have|will|would|could|is|are|had)\b")


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
    *,
    loose: bool,
) -> tuple[PlaceMention | None, TimeMention | None]:
    place = claim_place(span, sentence, places, article)
    if place is not None and not sentence.span.covers(place.span):
        place = None
    time = claim_time(span, sentence, expressions, article)
    if time is not None and (time.span is None or time.grounding.score < _SURE or not (loose or is_exact(time))):
        time = None
    return place, time
