"""The time of the act: which expression dates which event.

Syntax first: an expression belongs to the predicate that its phrase hangs on, and one that hangs on a verb of speech
dates the speech, not the act. Then the sentence, if a single expression is left that no other predicate owns. Then the
sentence before, if this one is tied to it. Else the publication date, by that name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.grounding.times.dateline import dateline
from dragoman.records.article import Article
from dragoman.records.claim import TimeMention
from dragoman.records.grounding import Alternative, Grounding, TimeExpression, TimeValue
from dragoman.records.parse import Sentence
from dragoman.records.span import Span

PUBLICATION = "publication date"

# Scores order the ways and tell the reader how much each was worth on read samples; they are no probabilities.
_OWN, _SUPPORT, _SHARED, _NEAR, _ONLY, _TIED, _FALLBACK = 0.95, 0.9, 0.8, 0.7, 0.6, 0.45, 0.3
_NOT_YET = frozenset(("planned", "offered", "requested", "threatened", "hypothetical"))
_SPEECH = frozenset((
    "say", "tell", "report", "announce", "state", "add", "note", "claim", "confirm", "write", "tweet",
    "declare", "quote", "comment", "explain", "warn", "stress", "reveal", "argue", "insist", "acknowledge",
    "admit", "suggest", "mention", "describe", "according",
))  # fmt: skip
# Verbs that only carry a noun's event ("talks were held on Monday") or the event of the verb below them.
_SUPPORTING = frozenset((
    "hold", "take", "make", "begin", "start", "open", "end", "occur", "happen", "conduct", "carry", "launch",
    "stage", "come", "be", "continue", "resume", "conclude", "sign", "give", "have", "follow", "plan",
    "schedule", "expect", "set", "agree", "decide", "intend", "try", "attempt", "help", "go", "manage", "fail",
    "refuse", "threaten", "vow", "promise", "pledge", "offer", "ask", "urge", "order", "force", "due", "mount",
    "pay", "deliver", "impose", "commit", "suffer",
))  # fmt: skip
_NOMINAL_SIDE = frozenset(("nmod", "compound", "poss", "amod", "nummod", "npadvmod"))
# "told reporters in the capital on Tuesday": this many words may stand between the verb and its time
_SPEECH_REACH = 7
_UP_CHAIN = frozenset(("xcomp", "ccomp", "conj", "auxpass", "advcl", "dep"))
_TIE = re.compile(
    r"\s*[\"“]?(?:Then|Later|Afterwards?|There|It|He|She|They|Both|During|After\s+(?:the|that|this)|Among|"
    r"(?:The|This|That|These|Those)\s+(?:attack|blast|bombing|raid|strike|strikes|explosion|shooting|clash|clashes|meeting|talks|visit|"
    r"summit|incident|operation|protest|protests|deal|agreement|ceremony|move|decision|vote|assault|killing|arrests?))\b"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    expression: TimeExpression
    score: float
    reason: str


def claim_time(
    claim_trigger: Span,
    sentence: Sentence,
    expressions: Sequence[TimeExpression],
    article: Article,
    *,
    status: str = "occurred",
    previous: Sentence | None = None,
) -> TimeMention | None:
    """When the act whose word is at ``claim_trigger`` (offsets in the article) is told to happen.

    ``expressions`` are those of ``find_times`` over the article's text. ``previous`` is the sentence before in the same
    paragraph, if it may speak for this one. Where no expression dates the act, the publication date stands in with
    basis ``publication date`` and no span (for what has not happened yet: from the publication date, with no end and
    granularity ``unknown``); ``None`` only if there is no publication date either.
    """
    inside = _usable(sentence, expressions, article)
    candidates = [_judge(claim_trigger, sentence, expression) for expression in inside]
    ranked = sorted(
        (c for c in candidates if c.score > 0), key=lambda c: (-c.score, _distance(c.expression.span, claim_trigger))
    )
    if ranked and ranked[0].score >= _NEAR:
        return _mention(ranked[0], candidates)
    if len(ranked) == 1:
        return _mention(ranked[0], candidates)
    if previous is not None and not ranked and _TIE.match(sentence.span.of(article.text)):
        before = [e for e in _usable(previous, expressions, article) if not _of_speech(previous, e)]
        if len(before) == 1 and not inside:
            found = _Candidate(before[0], _TIED, "the only time of the sentence before, which this sentence takes up")
            return _mention(found, candidates)
    return _fallback(article, status, candidates)


def _usable(sentence: Sentence, expressions: Sequence[TimeExpression], article: Article) -> list[TimeExpression]:
    line = _dateline(article.text)
    return [
        e
        for e in expressions
        if sentence.span.covers(e.span)
        and e.kind != "SET"
        and not (e.kind == "DURATION" and e.start is None)
        and not (line is not None and line.span.covers(e.span))
    ]


# every claim of an article asks; a few articles may be in work at once
_dateline = lru_cache(maxsize=16)(dateline)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _tokens(sentence: Sentence, span: Span) -> list[Any]:
    if sentence.doc is None:
        return []
    local = span.shift(-sentence.span.start)
    return [t for t in sentence.doc if t.idx < local.end and local.start < t.idx + len(t.text)]


def _root(tokens: list[Any]) -> Any | None:
    """The token of the phrase that hangs on something outside it."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)


def _is_speech(token: Any) -> bool:
    return token.lemma_.lower() in _SPEECH


def _predicate(token: Any) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _judge(trigger: Span, sentence: Sentence, expression: TimeExpression) -> _Candidate:
    triggers, times = _tokens(sentence, trigger), _tokens(sentence, expression.span)
    head, time = _root(triggers), _root(times)
    vague = expression.value.endswith("_REF")
    if head is None or time is None:
        return _Candidate(expression, 0.0 if vague else _ONLY, "in the same sentence; no syntax to tell more")
    speech = _spoken_before(time, times)
    if speech is not None and head.i > time.i:
        # parsers often hang "on Tuesday" in "said on Tuesday it had …" on the verb that follows
        return _Candidate(expression, 0.0, f"it follows “{speech.text}”: the time of the speech")
    trigger_ids = {t.i for t in triggers}
    path = [time]
    for ancestor in time.ancestors:
        path.append(ancestor)
        if ancestor.i in trigger_ids or _predicate(ancestor):
            break
    top = path[-1]
    if top.i in trigger_ids:
        return _owned(expression, path)
    if vague:
        return _Candidate(expression, 0.0, "too vague to date an act that it does not hang on")
    noun = _noun_owner(path, time, expression)
    if noun is not None and _predicate(head):
        return _Candidate(expression, 0.0, f"it dates “{noun.text}”, not “{head.text}”")
    if not _predicate(top):
        return _Candidate(expression, _ONLY, "in the same sentence, on no other verb")
    if _is_speech(top):
        return _Candidate(expression, 0.0, f"it hangs on “{top.text}”: the time of the speech")
    through = _through(expression, head, top, time)
    if through.score == 0 and head.i < time.i and not any(_predicate(t) for t in time.doc[head.i + 1 : time.i]):
        # parsers hang "launching from the base on Tuesday" on a verb farther off
        return _Candidate(expression, _NEAR, f"it follows “{head.text}” with no verb between")
    return through


def _spoken_before(time: Any, times: list[Any]) -> Any | None:
    """The verb of speech that a time directly follows: "said on Tuesday", "told reporters in Geneva on Tuesday"."""
    first = min(t.i for t in times)
    for index in range(first - 1, max(-1, first - 1 - _SPEECH_REACH), -1):
        token = time.doc[index]
        if _predicate(token) or token.is_punct:
            return token if _is_speech(token) and _predicate(token) else None
    return None


def _owned(expression: TimeExpression, path: list[Any]) -> _Candidate:
    trigger = path[-1]
    if len(path) > 2 and _noun_owner(path[:-1], path[0], expression) is not None and _predicate(trigger):
        noun = _noun_owner(path[:-1], path[0], expression)
        return _Candidate(expression, 0.0, f"it dates “{noun.text if noun else ''}”, not “{trigger.text}”")
    # "held talks in 2015", not "since the end of the war of 1950": the shorter the way to the verb, the surer
    detour = max(0, len(path) - 3)
    return _Candidate(expression, _OWN - 0.02 * min(detour, 10), f"its phrase hangs on “{trigger.text}”")


def _noun_owner(path: list[Any], time: Any, expression: TimeExpression) -> Any | None:
    """The noun that the time stands before or behind with "of": "Monday's attack", "the deal of 2015"."""
    if len(path) < 2:
        return None
    owner = path[1]
    if owner.pos_ in ("NOUN", "PROPN") and time.dep_ in _NOMINAL_SIDE and time.i < owner.i:
        return owner
    if owner.dep_ == "prep" and owner.lower_ == "of" and len(path) > 2 and path[2].pos_ in ("NOUN", "PROPN"):
        return path[2]
    return None


def _through(expression: TimeExpression, head: Any, top: Any, time: Any) -> _Candidate:
    """The time hangs on another verb: does that verb carry the act, or share its time with it?"""
    chain = [head]
    for ancestor in head.ancestors:
        chain.append(ancestor)
        if ancestor.i == top.i:
            break
    if chain[-1].i == top.i:
        deps = [t.dep_ for t in chain[:-1]]
        verbs = [t for t in chain[1:-1] if _predicate(t)]
        if head.pos_ in ("NOUN", "PROPN") and not verbs and "relcl" not in deps:
            score = _SUPPORT if top.lemma_.lower() in _SUPPORTING or head.dep_ in ("nsubj", "nsubjpass") else _NEAR
            return _Candidate(expression, score, f"it hangs on “{top.text}”, which carries “{head.text}”")
        if all(d == "conj" for d in deps):
            first = time.i < top.i
            return _Candidate(
                expression, _SHARED if first else _ONLY, f"it hangs on “{top.text}”, which “{head.text}” is joined to"
            )
        if all(d in _UP_CHAIN for d in deps) and top.lemma_.lower() in _SUPPORTING:
            return _Candidate(expression, _SHARED, f"it hangs on “{top.text}”, which governs “{head.text}”")
        if deps[0] in ("advcl", "acl", "xcomp"):
            return _Candidate(expression, _ONLY, f"it hangs on “{top.text}”, which “{head.text}” goes with")
        if time.i < top.i and min(t.i for t in [time, *time.subtree]) <= 2 and not any(_is_speech(t) for t in verbs):
            return _Candidate(expression, _ONLY, "it opens the sentence and frames all of it")
        return _Candidate(expression, 0.0, f"it hangs on “{top.text}”, another predicate")
    below = [t for t in top.ancestors if t.i == head.i]
    if below and top.dep_ in ("xcomp", "ccomp", "acl") and head.lemma_.lower() in _SUPPORTING | {"demand", "call"}:
        return _Candidate(expression, _NEAR, f"it hangs on “{top.text}”, what “{head.text}” is about")
    return _Candidate(expression, 0.0, f"it hangs on “{top.text}”, another predicate")


def _of_speech(sentence: Sentence, expression: TimeExpression) -> bool:
    time = _root(_tokens(sentence, expression.span))
    if time is None:
        return False
    verb = next((a for a in time.ancestors if _predicate(a)), None)
    return verb is not None and _is_speech(verb)


def _mention(chosen: _Candidate, candidates: Sequence[_Candidate]) -> TimeMention:
    e = chosen.expression
    value = TimeValue(e.value, e.start, e.end, e.granularity, e.basis)
    reason = f"{chosen.reason}; {e.reason}" if e.reason else chosen.reason
    grounding = Grounding(value, chosen.score, reason, _alternatives(candidates, chosen))
    return TimeMention(e.text, e.span, grounding)


def _alternatives(candidates: Sequence[_Candidate], chosen: _Candidate | None) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(f"{c.expression.text} ({c.expression.value})", c.score, c.reason)
        for c in candidates
        if chosen is None or c.expression is not chosen.expression
    )


def _fallback(article: Article, status: str, candidates: Sequence[_Candidate]) -> TimeMention | None:
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
