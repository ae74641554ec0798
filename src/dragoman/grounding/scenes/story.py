"""The day of a story: a fire, a robbery, a chase or a sitting that a report dates once and then tells to its end.

"A fire gutted a mill on Tuesday. … Police pushed back the onlookers. … The Red Cross took in two families." Only the first
sentence has the day, and all the rest is of that day, as long as the report tells on in the plain past and names no other
time. What it tells with "has", "had" or "will", says of persons ("who served in the army") or lets somebody judge is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook.words import any_of
from dragoman.grounding.captions import is_caption
from dragoman.grounding.scenes.plain_past import dates_plainly, is_told_on
from dragoman.grounding.scenes.sitting import is_of_sitting, tells_of_sitting
from dragoman.grounding.scenes.words import AGAIN, NO_SCENE, TOLD
from dragoman.grounding.times.attachment import of_speech
from dragoman.grounding.times.claims import is_of_court, usable_times
from dragoman.grounding.times.days import ONE_DAY, parse_day
from dragoman.grounding.times.syntax import predicate_above
from dragoman.records import Article, Claim, Parse, Sentence, TimeMention, TimeValue
from dragoman.records.grounding import Grounding, TimeExpression

#: The story begins in one of so many first sentences, …
_OPENING = 5
#: … on a day so many days before the publication at most.
_NEWS_DAYS = 14
_TOLD = (*TOLD, "refused")
#: How sure it is that the day of the story is this act's.
_STORY = 0.4
_INCIDENTS = any_of("incidents")
_RESPONDERS = any_of("responders")
#: "Police said Friday": the time follows the word of saying, in a sentence that was not parsed.
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|confirmed|added|according to)\b[^,.;]{0,40}$")
_AHEAD = re.compile(r"\b(?:will|scheduled|is due|are due|planned|is set|expected)\b")


def share_story(parse: Parse, claims: Sequence[Claim], expressions: Sequence[TimeExpression]) -> list[Claim]:
    """The claims in order, those of a story without a time of their own with the day of the story."""
    incident = _days_of_story(parse, expressions, of_incident=True) if _is_local(parse) else {}
    sitting = _days_of_story(parse, expressions, of_incident=False)
    out: list[Claim] = []
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        if sentence is not None and _is_open(claim) and _is_told_in_story(claim, sentence):
            day = sitting.get(sentence.index) if is_of_sitting(claim, sentence) else None
            if day is None and _may_be_of_incident(claim):
                day = incident.get(sentence.index)
            claim = replace(claim, time=_of_story(day, claim.time)) if day is not None else claim
        out.append(claim)
    return out


def _days_of_story(
    parse: Parse, expressions: Sequence[TimeExpression], *, of_incident: bool
) -> dict[int, TimeExpression]:
    """By sentence, the day of the story that goes on in it; sentences with another time have none, nor those after it.

    ``of_incident``: the story of an incident, which ends at any other time; else of a sitting, which ends where a sentence
    about the body has another.
    """
    opens = _tells_incident if of_incident else tells_of_sitting
    days: dict[int, TimeExpression] = {}
    article = parse.article
    day: TimeExpression | None = None
    for sentence in parse.sentences if parse_day(article.published) is not None else ():
        if is_caption(sentence, article):
            continue
        own = [e for e in usable_times(sentence, expressions, article) if not _is_aside(e, sentence, parse)]
        if day is None:
            if sentence.index >= _OPENING:
                return days
            day = _opened(own, sentence, parse) if opens(sentence, article) else None
            if day is not None and of_incident and is_of_court(day, sentence):
                day = None  # "was arrested Monday for robbing a store": what he did came before
            continue
        if any(e.start != day.start or e.end != day.end for e in own):
            # "at 2 a.m. on Wednesday": the story may run into the next day
            last = own[-1]
            near = all(_is_near(e, day, article.published) for e in own) and _dates_the_telling(last, sentence)
            if not near and (of_incident or opens(sentence, article)):
                return days
            day = last if near else day
        elif not own:
            days[sentence.index] = day
    return days


def _tells_incident(sentence: Sentence, article: Article) -> bool:
    text = sentence.span.of(article.text)
    return _INCIDENTS.search(text) is not None or _RESPONDERS.search(text) is not None


def _is_local(parse: Parse) -> bool:
    """Whether the report's first sentences speak of police, deputies, firefighters or the like."""
    opening = parse.sentences[: 2 * _OPENING]
    return any(_RESPONDERS.search(s.span.of(parse.article.text)) for s in opening)


def _is_aside(expression: TimeExpression, sentence: Sentence, parse: Parse) -> bool:
    """Whether the expression tells no day: a clock time, "since May", or the day on which somebody said so."""
    open_ended = expression.start is None or expression.end is None
    if open_ended or expression.value.endswith("_REF") or _is_hour(expression.reason):
        return True
    if sentence.doc is None:
        text = parse.article.text[sentence.span.start : expression.span.start]
        return _SAID.search(text) is not None
    return of_speech(sentence, expression) or _is_told_of_now(expression, sentence, parse.article.published)


def _is_told_of_now(expression: TimeExpression, sentence: Sentence, published: str | None) -> bool:
    """Whether it stands before a noun that it tells apart ("a 1991 sedan"), or dates what is, or is to come."""
    time, start, day = sentence.root_at(expression.span), parse_day(expression.start), parse_day(published)
    if time is None or start is None or day is None or start > day:
        return True
    if expression.granularity == "year" and time.dep_ in ("nummod", "compound", "amod", "nmod"):
        return True
    verb = predicate_above(time)
    helpers = [verb, *(t for t in verb.children if t.dep_ in ("aux", "auxpass"))] if verb is not None else []
    return any(t.tag_ == "MD" or (t.tag_ in ("VBZ", "VBP") and t.lemma_ != "have") for t in helpers)


def _is_hour(reason: str) -> bool:
    """Whether it is a clock time without a day of its own."""
    return "a clock time on the publication date" in reason or "a clock time on the date before" in reason


def _opened(own: Sequence[TimeExpression], sentence: Sentence, parse: Parse) -> TimeExpression | None:
    """The day of the story, where the sentence tells of an incident in the past and dates it."""
    first = own[0] if own else None
    text = sentence.span.of(parse.article.text)
    if first is None or any((e.start, e.end) != (first.start, first.end) for e in own):
        return None
    start, published = parse_day(first.start), parse_day(parse.article.published)
    if first.granularity not in ("day", "time") or first.start != first.end or start is None or published is None:
        return None
    if not (0 <= (published - start).days <= _NEWS_DAYS) or not _dates_the_telling(first, sentence):
        return None
    return None if sentence.doc is None and _AHEAD.search(text) else first


def _dates_the_telling(expression: TimeExpression, sentence: Sentence) -> bool:
    """Whether what the sentence itself tells, in the past, is of that day: "A fire gutted a mill Tuesday"."""
    time = sentence.root_at(expression.span)
    if sentence.doc is None or time is None:
        return sentence.doc is None
    verb = predicate_above(time)
    return verb is not None and dates_plainly(verb)


def _is_near(expression: TimeExpression, day: TimeExpression, published: str | None) -> bool:
    """Whether it is a day from that of the story up to the one after it."""
    start, base, last = parse_day(expression.start), parse_day(day.start), parse_day(published)
    if start is None or base is None or last is None or expression.granularity not in ("day", "time"):
        return False
    return base <= start <= base + ONE_DAY and start <= last


def _is_open(claim: Claim) -> bool:
    """Whether the claim has no day of its own, or only an hour that was taken for one of the publication day."""
    if claim.historical or claim.status not in _TOLD or claim.time is None:
        return False
    return claim.time.span is None or _is_hour(claim.time.grounding.reason)


def _is_told_in_story(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act is told on in the plain past, as no other occasion and no life of a person."""
    head = sentence.root_at(claim.trigger.span)
    if head is None or not is_told_on(head):
        return False
    # the "before" that opens "before police came" tells of no other time
    return not any(t.lower_ in AGAIN and t.dep_ != "mark" for t in head.children)


def _may_be_of_incident(claim: Claim) -> bool:
    """Whether the act is one that belongs to an incident."""
    if claim.status not in TOLD:
        return False
    if claim.act not in NO_SCENE or claim.act == "THREATEN":
        return True
    # "Firefighters called in other companies", "he ordered the man to back off", but "the mayor demanded an inquiry", "police
    # asked witnesses to come forward" may be of any day
    doers, asked = [p.text for p in claim.actors], [p.text for p in claim.recipients]
    if claim.act == "MOBILIZE":
        return any(_RESPONDERS.search(d) for d in doers)
    if claim.act != "REQUEST" or not asked or any(_PUBLIC.search(a) for a in asked):
        return False
    on_the_spot = all(p.grounding is None or p.grounding.choice.kind in ("described", "person") for p in claim.actors)
    told = claim.trigger.text.lower() in ("ordered", "asked", "told", "commanded")
    return any(_RESPONDERS.search(d) for d in doers) or (on_the_spot and told)


_PUBLIC = any_of("the_public")


def _of_story(day: TimeExpression, own: TimeMention | None) -> TimeMention:
    """The day of the story, with the act's own hour where it has one: "at 7:30 p.m. <police> stormed the house"."""
    why = "the day of the story, which the report tells on"
    if own is not None and own.span is not None:
        hour = own.grounding.choice
        if hour.start == day.start or day.start is None:
            return own
        moved = replace(hour, value=day.start + hour.value[len(day.start) :], start=day.start, end=day.end)
        return replace(own, grounding=Grounding(moved, _STORY, f"{why}; {own.grounding.reason}"))
    value = TimeValue(day.start or day.value, day.start, day.end, "day", day.basis)
    return TimeMention(day.text, day.span, Grounding(value, _STORY, f"{why}; {day.reason}"))
