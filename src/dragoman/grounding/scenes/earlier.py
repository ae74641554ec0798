"""What lies before the news, where no word says how long: background, causes, what police and courts deal with.

"He was arrested Monday after he was accused of <stabbing> a guard", "a rebel who <had bombed> the port": the day of the
report is wrong for such acts. Their time is open, up to the day of what came after them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.grounding.scenes.charged import charge_above
from dragoman.grounding.times.attachment import of_speech
from dragoman.grounding.times.claims import PUBLICATION, usable_times
from dragoman.grounding.times.relatives import is_plainly_past
from dragoman.grounding.times.syntax import is_predicate, predicate_above
from dragoman.records import Claim, Grounding, Parse, Sentence, TimeMention, TimeValue
from dragoman.records.grounding import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN, _SAME_DAY = 0.3, 0.35
_OF_COURT = words("of_court")
_DEALT_WITH = frozenset(("occurred", "failed", "denied"))
_MOST_STEPS = 6


def leave_open(parse: Parse, claims: Sequence[Claim], expressions: Sequence[TimeExpression]) -> list[Claim]:
    """The claims in order, those told as earlier than the news, and without a time of their own, with an open one."""
    out = []
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        if sentence is not None and _is_undated(claim):
            claim = _opened(claim, sentence, parse, expressions)
        out.append(claim)
    return out


def _is_undated(claim: Claim) -> bool:
    time = claim.time
    told = claim.status in _DEALT_WITH or (claim.status == "ongoing" and claim.historical)
    return told and time is not None and time.span is None and time.grounding.choice.value != "FUTURE_REF"


def _opened(claim: Claim, sentence: Sentence, parse: Parse, expressions: Sequence[TimeExpression]) -> Claim:
    times = [e for e in usable_times(sentence, expressions, parse.article) if not of_speech(sentence, e)]
    head = sentence.root_at(claim.trigger.span)
    later = _came_after(claim, head, sentence) if head is not None else None
    if later is not None and head is not None:
        day = _day_of(later, sentence, times)
        if day is None and _is_news_itself(head, later):
            return claim
        if day is not None and claim.act == "ASSAULT" and is_predicate(later) and not _is_of_court(later):
            if _follows_at_once(head, later):
                return replace(claim, time=_same_day(day, f"“{later.text}” followed on it"))
        return replace(claim, time=_before(claim.time, day, f"“{claim.trigger.text}” came before “{later.text}”"))
    if head is not None and _is_done_again(head):
        return replace(claim, time=_before(claim.time, None, "it is done again and again, on no one day"))
    if claim.historical:
        return replace(claim, time=_before(claim.time, None, "it is told as background, and no word says when it was"))
    return claim


def _is_done_again(head: Token) -> bool:
    """Whether a verb is told in the past, or the perfect, as done many times: "has repeatedly <refused>", "had long <backed>"."""
    past = head.tag_ in ("VBD", "VBN")
    return past and any(t.dep_ == "advmod" and t.lower_ in _AGAIN_AND_AGAIN for t in head.children)


_AGAIN_AND_AGAIN = words("again_and_again")


def _came_after(claim: Claim, head: Token, sentence: Sentence) -> Token | None:
    """What the sentence says came after the act: the charge, the arrest, what was done for it."""
    charge = charge_above(claim, sentence)
    if charge is not None and not (is_predicate(charge) and head.dep_ == "pcomp" and head.head.lower_ == "in"):
        return charge if is_predicate(charge) else predicate_above(charge) or charge
    node = head
    for _ in range(_MOST_STEPS):
        above = node.head
        if above.i == node.i:
            return None
        if node.dep_ == "pcomp" and node.tag_ == "VBG" and above.lower_ in ("for", "of", "after", "over"):
            verb = predicate_above(node)
            return verb if verb is not None and _blames(verb, above) else None
        if node.dep_ == "advcl" and is_plainly_past(node) and any(t.lower_ == "after" for t in node.lefts):
            return above if is_predicate(above) else None
        if node.dep_ == "relcl" and claim.act == "ASSAULT" and is_plainly_past(node):
            verb = predicate_above(node)
            who = any(t.lower_ == "who" and t.dep_ == "nsubj" for t in node.lefts)
            return verb if who and verb is not None and _is_of_court(verb) else None
        joined = node.dep_ == "conj" and node.tag_ == above.tag_
        if is_predicate(node) and not (joined or node.dep_ == "pcomp"):
            return None
        node = above
    return None


def _blames(verb: Token, preposition: Token) -> bool:
    """Whether what stands behind "for" or "of" was done before: "jailed for <selling>", "suspected of <trading>"."""
    if preposition.lower_ in ("after", "over"):
        return verb.tag_ in ("VBD", "VBN")
    return _is_of_court(verb) or verb.lemma_.lower() in _FOR_DEEDS


_FOR_DEEDS = words("for_deeds")


def _is_of_court(verb: Token) -> bool:
    return verb.lemma_.lower() in _OF_COURT


def _follows_at_once(head: Token, later: Token) -> bool:
    """Whether the act's clause, with "after", hangs on a verb told in the plain past ("fled on Monday after a bomb killed
    two"), or in the present of a caption."""
    told = is_plainly_past(later) or later.tag_ in ("VBZ", "VBP")
    return head.dep_ == "advcl" and head.head.i == later.i and told


def _is_news_itself(head: Token, later: Token) -> bool:
    """Whether "after" may lead up to the news itself: "went free after a court <overturned> the verdict"."""
    behind_after = any(t.lower_ == "after" for t in (head.head, *head.lefts))
    return behind_after and later.lemma_.lower() not in ("come", "follow")


def _day_of(verb: Token, sentence: Sentence, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The one past time that hangs on the verb."""
    own = []
    for e in times:
        above = predicate_above(sentence.root_at(e.span))
        if above is not None and above.i == verb.i and e.start is not None and e.end is not None:
            own.append(e)
    return own[0] if len({(e.start, e.end) for e in own}) == 1 else None


def _before(time: TimeMention | None, day: TimeExpression | None, why: str) -> TimeMention:
    """Open up to ``day``, or up to the day of the report."""
    assert time is not None
    end = day.end if day is not None else time.grounding.choice.end
    value = TimeValue("PAST_REF", None, end, "unknown", PUBLICATION)
    return TimeMention("", None, Grounding(value, _OPEN, why, time.grounding.alternatives))


def _same_day(day: TimeExpression, why: str) -> TimeMention:
    return TimeMention(day.text, day.span, Grounding(day.as_value(), _SAME_DAY, f"{why}; {day.reason}"))
