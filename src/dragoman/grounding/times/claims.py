"""The time of the act: which expression dates which event.

Syntax first: an expression belongs to the predicate that its phrase hangs on, and one that hangs on a verb of speech
dates the speech, not the act. Then the sentence, if a single expression is left that no other predicate owns. Then the
sentence before, if this one is tied to it. Else the publication date, by that name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook.words import words
from dragoman.grounding.captions import date_of_line, is_known_deed
from dragoman.grounding.continuing import REACH, goes_on, opens_with_event, opens_with_pronoun, within_event
from dragoman.grounding.times.apart import told_apart
from dragoman.grounding.times.attachment import done_by_saying, judge, of_speech, tells
from dragoman.grounding.times.days import parse_day, plus_days
from dragoman.grounding.times.relatives import happened_when
from dragoman.grounding.times.syntax import NEAR, OWN, Candidate, predicate_above
from dragoman.grounding.times.tolls import of_toll
from dragoman.records.article import Article
from dragoman.records.claim import TimeMention
from dragoman.records.dateline import find_dateline
from dragoman.records.grounding import Alternative, Grounding, TimeExpression, TimeValue
from dragoman.records.parse import Sentence
from dragoman.records.span import Span

PUBLICATION = "publication date"

# Below those of attachment.py.
_HEADS, _TIED, _FALLBACK = 0.5, 0.45, 0.3
# Acts that are done by saying so: "on Friday Beijing said it opposes the launch".
SAID = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "AGREE", "THREATEN"))
_NOT_YET = frozenset(("planned", "offered", "requested", "threatened", "hypothetical"))


def claim_time(
    claim_trigger: Span,
    sentence: Sentence,
    expressions: Sequence[TimeExpression],
    article: Article,
    *,
    status: str = "occurred",
    act: str = "",
    before: Sequence[Sentence] = (),
) -> TimeMention | None:
    """When the act whose word is at ``claim_trigger`` (offsets in the article) is told to happen.

    ``expressions`` are those of ``find_times`` over the article's text. ``before`` are the few sentences
    before this one, in order, which may speak for it. Where no expression dates the act, the publication date stands in with
    basis ``publication date`` and no span (for what has not happened yet: from the publication date, with no end and
    granularity ``unknown``); ``None`` only if there is no publication date either.
    """
    inside = [e for e in usable_times(sentence, expressions, article) if not of_toll(sentence, e)]
    if is_known_deed(claim_trigger, sentence, article):
        inside = [e for e in inside if e.granularity not in ("day", "time")]  # the day is that of the picture
    candidates = [judge(claim_trigger, sentence, e, status=status, published=article.published) for e in inside]
    ranked = sorted(
        (c for c in candidates if c.score > 0), key=lambda c: (-c.score, _distance(c.expression.span, claim_trigger))
    )
    exact = any(not e.value.endswith("_REF") for e in inside)
    dated = inside if exact else _taken_up(sentence, before, expressions, article)
    apart = told_apart(claim_trigger, sentence, dated, article.published)
    if ranked and ranked[0].score >= NEAR and (apart is None or apart.expression.span != ranked[0].expression.span):
        forgone = _did_not_come_about(claim_trigger, sentence)
        return _mention(ranked[0] if forgone else _ahead(ranked[0], status, article.published), candidates)
    if apart is not None:
        return _mention(apart, candidates)
    if len({(c.expression.start, c.expression.end) for c in ranked}) == 1:
        # one time, or the two ends of one range
        return _mention(ranked[0], candidates)
    if act in SAID and status == "occurred":
        saying = next((e for e in inside if done_by_saying(claim_trigger, sentence, e)), None)
        if saying is not None:
            reason = "it dates the speech in which the act is done"
            return _mention(Candidate(saying, NEAR, reason), candidates)
    if not inside:
        heading = date_of_line(sentence, expressions, article)
        if heading is not None and status not in _NOT_YET:
            return _mention(Candidate(heading, _HEADS, "it heads the line, and holds to its end"), candidates)
        tied = _tied(claim_trigger, sentence, before, expressions, article, act)
        if tied is not None:
            return _mention(tied, candidates)
    return _fallback(article, status, candidates)


def _did_not_come_about(trigger: Span, sentence: Sentence) -> bool:
    """Whether the act is one whose time is over: "they were to have met on Sunday", "would have met"."""
    words = (t for t in sentence.doc or () if t.idx == trigger.start - sentence.span.start)
    return any(c.lower_ == "have" and c.tag_ == "VB" for t in words for c in t.lefts)


def _ahead(chosen: Candidate, status: str, published: str | None) -> Candidate:
    """For an act still to come, a bare weekday that the words around it put in the week before: the next one."""
    e = chosen.expression
    day, start = parse_day(published), parse_day(e.start)
    if status not in _NOT_YET or chosen.score < OWN - 0.1 or day is None or start is None or e.start != e.end:
        return chosen
    if not (0 < (day - start).days < _WEEK and _WEEKDAY.search(e.text)) or _LOOKS_BACK.search(e.text):
        return chosen
    later = plus_days(start, _WEEK)
    if later is None:
        return chosen
    iso = later.isoformat()
    moved = replace(
        e,
        value=iso + e.value[len(iso) :],
        start=iso,
        end=iso,
        reason="the next such weekday, as the act is still to come",
    )
    return replace(chosen, expression=moved)


_WEEK = 7
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_LOOKS_BACK = re.compile(r"\b(?:last|past|earlier|ago)\b|\d{4}", re.I)


def _tied(
    trigger: Span,
    sentence: Sentence,
    before: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    article: Article,
    act: str,
) -> Candidate | None:
    """The time of a sentence before that this one takes up: with a pronoun the last, with "the attack" one of the last."""
    event = within_event(article.text, sentence, trigger)
    if not event:
        event = opens_with_event(article.text, sentence)
        head = sentence.root_at(trigger)
        when = event and head is not None and happened_when(head)
        if not (when or tells(trigger, sentence)):
            return None
        if not event:
            return _told_on(sentence, before, expressions, article, act)
    times = _last_times(before[-REACH:], expressions, article)
    if len({(e.start, e.end) for e in times}) == 1:
        return Candidate(times[0], _TIED, "the only time of a sentence before, which this sentence takes up")
    return None


def _told_on(
    sentence: Sentence, before: Sequence[Sentence], expressions: Sequence[TimeExpression], article: Article, act: str
) -> Candidate | None:
    """The one time of the last dated sentence, where every sentence since goes on with those told of: "He …", "The
    firefighter …"."""
    since = sentence
    for index in reversed(range(len(before))):
        earlier = before[index]
        if not (opens_with_pronoun(article.text, since) or goes_on(article.text, since, before[: index + 1])):
            return None
        times = _last_times([earlier], expressions, article)
        if times:
            if len({(e.start, e.end) for e in times}) > 1 or not _is_told_day(times[0], earlier, article.published):
                return None
            if act == "ASSAULT" and is_of_court(times[0], earlier):
                return None  # "was arrested on Monday. He had hit a guard": the deed came before
            return Candidate(times[0], _TIED, "the only time of a sentence before, which this one tells on")
        since = earlier
    return None


def is_of_court(expression: TimeExpression, sentence: Sentence) -> bool:
    """Whether the day is that of an arrest, a charge or a trial, so that the deed told of next came before it."""
    time = sentence.root_at(expression.span)
    verb = predicate_above(time)
    if verb is None or verb.lemma_.lower() not in _OF_COURT:
        return False
    return not any(t.lower_ in ("after", "during") for t in verb.subtree)  # "arrested Monday after a chase"


_OF_COURT = words("of_court")


def _is_told_day(expression: TimeExpression, sentence: Sentence, published: str | None) -> bool:
    """Whether it is a day gone by on which something was done, no day of a side remark: "the logs, released on Monday, …"."""
    start, day = parse_day(expression.start), parse_day(published)
    if expression.granularity not in ("day", "time") or start is None or (day is not None and start > day):
        return False
    if expression.end is None:
        return False  # "has lived on gifts since January 1"
    time = sentence.root_at(expression.span)
    if time is None or time.dep_ in ("compound", "nummod", "amod", "nmod"):
        return False  # "the 9/11 plotter"
    verb = next((t for t in time.ancestors if t.tag_.startswith("VB")), None)
    return verb is not None and verb.dep_ not in ("acl", "amod") and (verb.tag_ != "VBN" or any(verb.lefts))


def _last_times(
    before: Sequence[Sentence], expressions: Sequence[TimeExpression], article: Article
) -> list[TimeExpression]:
    """The times of the last of some sentences that has any, without those of speech."""
    for earlier in reversed(before):
        times = [
            e
            for e in usable_times(earlier, expressions, article)
            if not (of_speech(earlier, e) or e.start is None or e.value.endswith("_REF"))
        ]
        if times:
            return times
    return []


def _taken_up(
    sentence: Sentence, before: Sequence[Sentence], expressions: Sequence[TimeExpression], article: Article
) -> list[TimeExpression]:
    """The times of the event that the sentence takes up: "The raid came two days after …"."""
    return _last_times(before[-REACH:], expressions, article) if opens_with_event(article.text, sentence) else []


def usable_times(sentence: Sentence, expressions: Sequence[TimeExpression], article: Article) -> list[TimeExpression]:
    """The expressions of a sentence that can date an act: no rates, no bare lengths, no dateline."""
    line = find_dateline(article.text)
    return [
        e
        for e in expressions
        if sentence.span.covers(e.span)
        and e.kind != "SET"
        and not (e.kind == "DURATION" and e.start is None)
        and not (line is not None and line.span.covers(e.span))
    ]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _mention(chosen: Candidate, candidates: Sequence[Candidate]) -> TimeMention:
    e = chosen.expression
    reason = f"{chosen.reason}; {e.reason}" if e.reason else chosen.reason
    grounding = Grounding(e.as_value(), chosen.score, reason, _alternatives(candidates, chosen))
    return TimeMention(e.text, e.span, grounding)


def _alternatives(candidates: Sequence[Candidate], chosen: Candidate | None) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(f"{c.expression.text} ({c.expression.value})", c.score, c.reason)
        for c in candidates
        if chosen is None or c.expression is not chosen.expression
    )


def _fallback(article: Article, status: str, candidates: Sequence[Candidate]) -> TimeMention | None:
    day = article.published
    if day is None:
        return None
    if status in _NOT_YET:
        value = TimeValue("FUTURE_REF", day, None, "unknown", PUBLICATION)
        reason = "the text gives the act no time; it had not happened when this was published"
    else:
        value = TimeValue(day, day, day, "day", PUBLICATION)
        reason = "the text gives the act no time; the publication date stands in"
    return TimeMention("", None, Grounding(value, _FALLBACK, reason, _alternatives(candidates, None)))
