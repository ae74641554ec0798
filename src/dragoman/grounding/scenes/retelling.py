"""The day of what is told twice and dated once, or of what is done by saying so on the one day on which its speaker spoke.

"A judge has dismissed the claims" heads a report that goes on "Judge Anna Bruun dismissed the claims last Friday". And who
"told reporters on Tuesday" blames, demands and refuses on Tuesday in all that he is quoted with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.grounding.scenes.scene import is_exact
from dragoman.grounding.scenes.telling import is_told_once
from dragoman.grounding.scenes.words import NO_SCENE, TOLD
from dragoman.grounding.times.attachment import of_speech
from dragoman.grounding.times.claims import SAID, usable_times
from dragoman.grounding.times.relatives import is_of_side_clause
from dragoman.records import Claim, Parse, Party, Sentence, Span, TimeMention
from dragoman.records.grounding import Grounding, TimeExpression

#: How sure it is that a day told elsewhere in the report is this act's.
_RETOLD, _SPOKEN = 0.4, 0.35
#: The headline and the first sentences tell what later ones tell with its day.
_LEAD = 3
_SAYING = frozenset({"occurred", "requested", "threatened", "refused"})


def share_days(parse: Parse, claims: Sequence[Claim], expressions: Sequence[TimeExpression]) -> list[Claim]:
    """The claims in order, those without a day of their own with that of their other telling or, of speech, of their speaker."""
    dated = [(c, c.time) for c in claims if c.time is not None and c.time.span is not None and is_exact(c.time)]
    spoken = _speeches(parse, claims, expressions)
    out = []
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        open_day = claim.time is not None and claim.time.span is None
        if sentence is not None and open_day and not claim.historical:
            claim = _dated(claim, sentence, dated, spoken, parse, expressions)
        out.append(claim)
    return out


def _dated(
    claim: Claim,
    sentence: Sentence,
    dated: Sequence[tuple[Claim, TimeMention]],
    spoken: dict[str, list[TimeMention]],
    parse: Parse,
    expressions: Sequence[TimeExpression],
) -> Claim:
    trigger = claim.trigger.span
    times = [e for e in usable_times(sentence, expressions, parse.article) if not of_speech(sentence, e)]
    if any(not is_of_side_clause(e, trigger, sentence) for e in times):
        return claim  # the sentence has a time of its own, of another act
    if claim.status in TOLD and is_told_once(claim, sentence):
        heads_report = sentence.index < _LEAD
        by_word = claim.act in NO_SCENE  # police arrest many, but a lead tells of one arrest
        told = [
            t
            for other, t in dated
            if (by_word and _is_retold(claim, other)) or (heads_report and _is_headed(claim, other))
        ]
        why = "the report tells the same again, and says when it was"
        if (found := _only(told, _RETOLD, why)) is not None:
            return replace(claim, time=found)
    by_word = claim.act in NO_SCENE and claim.plover in SAID
    speaks = by_word and claim.status in _SAYING and not _is_before_speech(claim, sentence)
    if speaks and len(claim.actors) == 1 and claim.actors[0].actor_id:
        why = "the one day on which the report has its speaker speak"
        found = _only(spoken.get(claim.actors[0].actor_id, ()), _SPOKEN, why)
        if found is not None and found.span is not None and (_is_day(found) or sentence.span.covers(found.span)):
            return replace(claim, time=found)
    return claim


def _is_retold(claim: Claim, other: Claim) -> bool:
    """Whether the two tell one act: the same kind and word, and doers of one identity or one word."""
    if (claim.act, claim.status) != (other.act, other.status) or _verb(claim) != _verb(other):
        return False
    mine, theirs = ({p.actor_id for p in c.actors} - {None} for c in (claim, other))
    if mine & theirs:
        return True
    words = [{w for p in c.actors for w in p.text.lower().split()} for c in (claim, other)]
    heads = [_heads(c.actors) for c in (claim, other)]
    return bool(heads[0] & words[1] or heads[1] & words[0])


def _is_headed(claim: Claim, other: Claim) -> bool:
    """Whether the headline or lead tells what a later sentence tells by name: "Mason charged", "Rolf Berg was charged"."""
    if _verb(claim) != _verb(other) or claim.status != other.status or other.historical:
        return False
    if claim.actors and other.actors:
        return False  # both say who did it, and not the same
    if claim.evidence.span.start == 0 and not claim.actors and not claim.recipients:
        return True  # "Claims dismissed in mill fire."
    return bool(claim.recipients or other.recipients) and _may_be_same(claim.recipients, other.recipients)


def _may_be_same(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether nothing speaks against the two being the same: of two names one would be the other's."""
    ids = [{p.actor_id for p in side if p.actor_id} for side in (some, others)]
    if not ids[0] or not ids[1] or ids[0] & ids[1]:
        return True
    described = [{i for i in side if i.startswith("group:")} == side for side in ids]
    return described[0] != described[1] or bool(_heads(some) & _heads(others))


def _heads(parties: Sequence[Party]) -> set[str]:
    return {p.head.lower() for p in parties}


def _is_before_speech(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act came before the speech that tells it: "said on Monday it had rejected the offer"."""
    verb = sentence.root_at(claim.trigger.span)
    return verb is not None and any(t.lower_ == "had" and t.dep_ == "aux" for t in verb.children)


def _is_day(time: TimeMention) -> bool:
    return time.grounding.choice.granularity in ("day", "time")


def _verb(claim: Claim) -> str:
    """The beginning of its word: "lifts" and "lifted" are one."""
    return _ENDING.sub("", claim.trigger.text.lower())[:5]


_ENDING = re.compile(r"(?:ing|ed|es|s|d|e)$")


def _speeches(
    parse: Parse, claims: Sequence[Claim], expressions: Sequence[TimeExpression]
) -> dict[str, list[TimeMention]]:
    """By speaker, the times of the verbs with which the report has him speak: "the minister told reporters on Tuesday"."""
    out: dict[str, list[TimeMention]] = {}
    for cue, speaker in sorted(
        {(s.cue_span, s.grounding.choice.id) for c in claims for s in c.attribution if s.grounding is not None},
        key=lambda pair: (pair[0].start, pair[1]),
    ):
        sentence = parse.sentence_at(cue.start)
        if sentence is None:
            continue
        for e in usable_times(sentence, expressions, parse.article):
            if of_speech(sentence, e) and _hangs_on(e.span, cue, sentence):
                told = TimeMention(e.text, e.span, Grounding(e.as_value(), _SPOKEN, e.reason))
                out.setdefault(speaker, []).append(told)
    return out


def _hangs_on(time: Span, cue: Span, sentence: Sentence) -> bool:
    token, verb = sentence.root_at(time), sentence.root_at(cue)
    return token is not None and verb is not None and any(a.i == verb.i for a in token.ancestors)


def _only(times: Sequence[TimeMention], sure: float, why: str) -> TimeMention | None:
    """The time where all are one, with the reason why it is taken."""
    days = {(t.grounding.choice.start, t.grounding.choice.end) for t in times}
    if len(days) != 1 or not is_exact(times[0]) or times[0].grounding.choice.start is None:
        return None
    first = times[0]
    told = replace(first.grounding, score=sure, reason=f"{why}; {first.grounding.reason}", alternatives=())
    return replace(first, grounding=told)
