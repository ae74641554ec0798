"""History told on: "In April 2007 she was accused of fraud. She was <convicted> and lost her seat." by a report of 2009.

Only the first sentence has the old time. Those that go on with it in the plain past, and name no other time, are as old.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.grounding.captions import is_caption
from dragoman.grounding.continuing import opens_with_pronoun
from dragoman.grounding.scenes.plain_past import dates_plainly, is_told_on
from dragoman.grounding.times.attachment import of_speech
from dragoman.grounding.times.claims import usable_times
from dragoman.grounding.times.history import is_historical
from dragoman.grounding.times.syntax import is_speech, predicate_above
from dragoman.records import DONE, Claim, Parse, Sentence
from dragoman.records.grounding import TimeExpression

#: "A 2004 law", "the 1991 accord": the time tells only which.
_TELLS_WHICH = ("compound", "nummod", "amod", "nmod", "poss")


def told_as_history(parse: Parse, claims: Sequence[Claim], expressions: Sequence[TimeExpression]) -> list[Claim]:
    """The claims in order, those of sentences that go on with an old time marked as background."""
    old = _old_sentences(parse, expressions)
    out = []
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        open_day = claim.time is not None and claim.time.span is None
        if sentence is not None and sentence.index in old and open_day and claim.status in DONE:
            head = sentence.root_at(claim.trigger.span)
            if head is not None and is_told_on(head):
                claim = replace(claim, historical=True)
        out.append(claim)
    return out


def _old_sentences(parse: Parse, expressions: Sequence[TimeExpression]) -> set[int]:
    """The sentences without a time of their own that go on with one that is told of long ago."""
    found: set[int] = set()
    old = False
    for sentence in parse.sentences:
        if is_caption(sentence, parse.article):
            continue
        times = [e for e in usable_times(sentence, expressions, parse.article) if not of_speech(sentence, e)]
        times = [e for e in times if not e.value.endswith("_REF")]
        if times:
            old = all(_is_old(e, parse.article.published) for e in times) and _dates_the_telling(times[-1], sentence)
            continue
        old = old and _goes_on(sentence, parse)
        if old:
            found.add(sentence.index)
    return found


def _is_old(e: TimeExpression, published: str | None) -> bool:
    return is_historical(e.as_value(), published) and e.start is not None


def _dates_the_telling(expression: TimeExpression, sentence: Sentence) -> bool:
    """Whether the time dates what the sentence tells in the plain past: "in 2006 he won", "in the news in May when he was
    accused"."""
    time = sentence.root_at(expression.span)
    verb = predicate_above(time)
    if time is None or verb is None or _says(sentence) or is_speech(verb) or time.dep_ in _TELLS_WHICH:
        return False
    when = any(t.dep_ in ("advcl", "relcl") and any(c.lower_ == "when" for c in t.lefts) for t in time.doc[time.i :])
    return when or (dates_plainly(verb) and is_told_on(verb))


def _goes_on(sentence: Sentence, parse: Parse) -> bool:
    """Whether the sentence tells on in the plain past, of those told of in the sentence before."""
    text = parse.article.text
    if sentence.doc is None or _says(sentence):
        return False
    return opens_with_pronoun(text, sentence) and any(t.dep_ == "ROOT" and is_told_on(t) for t in sentence.doc)


def _says(sentence: Sentence) -> bool:
    """Whether the sentence is somebody's word of now: "…, he said"."""
    return any(t.dep_ == "ROOT" and is_speech(t) for t in sentence.doc or ())
