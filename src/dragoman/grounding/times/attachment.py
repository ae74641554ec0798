"""How an expression of time hangs together with the word of an act: the syntax of one sentence."""

from __future__ import annotations

import re
from typing import Any

from dragoman.grounding.times.clauses import through
from dragoman.grounding.times.days import parse_day
from dragoman.grounding.times.relatives import tells_on
from dragoman.grounding.times.results import (
    IN_ORDER,
    before_or_after,
    is_brought_about,
    is_of_its_harm,
    lends_verb_to,
    of_result,
)
from dragoman.grounding.times.syntax import (
    FINITE,
    NEAR,
    ONLY,
    OWN,
    SHARED,
    SUPPORT,
    Candidate,
    is_finite,
    is_noun,
    is_predicate,
    is_speech,
    predicate_above,
)  # fmt: skip
from dragoman.grounding.times.tolls import tells_toll
from dragoman.records import DONE
from dragoman.records.grounding import TimeExpression
from dragoman.records.parse import Sentence, root_of
from dragoman.records.span import Span

# What is told as having been done, so that a time ahead cannot date it.
_DONE = frozenset(("occurred", "ongoing", "denied", "failed", "cancelled", "refused"))
_YEAR_LEADS = frozenset(
    ("in", "since", "by", "until", "from", "during", "between", "and", "to", "late", "early", "mid")
)
_ADJECTIVES = frozenset(("current", "recent"))
#: "After reports last week that soldiers seized a ship": the day is that of the telling.
_TELLINGS = frozenset((
    "report", "claim", "allegation", "accusation", "statement", "announcement", "news", "rumour", "rumor", "revelation",
))  # fmt: skip
#: "On Tuesday it claimed responsibility for the attack", but "for the attack on Monday".
_CLAIMED, _BESIDE = frozenset(("responsibility", "credit")), 2
_NOT_DONE = frozenset(("planned", "hypothetical"))
_LOOKS_BACK = re.compile(r"\b(?:earlier|ago|last|previous|past)\b", re.I)
_WITHIN = frozenset(("in", "at", "during", "on"))
# "jailed for attacking …", "accused of spying": the cause is older
_CAUSES = frozenset(("for", "of", "after"))
#: "In revenge for strikes last week": the time is of what is answered.
_ANSWERS = frozenset(("retaliation", "revenge", "response", "reprisal", "vengeance", "punishment", "retribution"))
_BEFORE = frozenset(("before", "until", "ahead", "despite"))
_BEFORE_AND_AFTER = _BEFORE | {"after", "following", "since", "over", "amid"}
# An act told with an event before it, both this many days old at most, is taken to fall on the event's day.
_SAME_NEWS = 7
#: "In the war of 1967": what was done in it was done then.
_WARS = frozenset(
    ("war", "uprising", "revolution", "revolt", "invasion", "riot", "unrest", "genocide", "purge", "coup", "battle")
)
#: What flies over a place does not come after it.
_FLYING = frozenset(("fire", "launch", "fly", "shoot", "send", "hurl", "lob", "drop", "pass", "circle"))
_NOMINAL_SIDE = frozenset(("nmod", "compound", "poss", "amod", "nummod", "npadvmod"))
# "told reporters in the capital on Tuesday": this many words may stand between the verb and its time
_SPEECH_REACH = 7


def judge(
    trigger: Span, sentence: Sentence, expression: TimeExpression, *, status: str, published: str | None
) -> Candidate:
    """How well ``expression`` dates the act whose word is at ``trigger`` (both offsets in the article)."""
    triggers, times = sentence.tokens(trigger), sentence.tokens(expression.span)
    head, time = root_of(triggers), root_of(times)
    vague = expression.value.endswith("_REF")
    if expression.value == "FUTURE_REF" and status in _DONE:
        return Candidate(expression, 0.0, "it points ahead, and the act is told as done")
    if status in ("occurred", "ongoing", "failed") and _is_ahead(expression, published) and not _is_sure(expression):
        return Candidate(expression, 0.0, "it is yet to come, and the act is told as done")
    if time is not None and _is_reach_of_record(time, times):
        return Candidate(expression, 0.0, "it tells how far back nothing was like it")
    if time is not None and head is not None and _is_purpose(time, times, expression, status):
        return Candidate(expression, 0.0, "it tells what the act is for, not when it was")
    if status in _NOT_DONE and _LOOKS_BACK.search(expression.text) and head is not None and _is_foreseen(head):
        return Candidate(expression, 0.0, "it looks back, and the act is still to come")
    if head is None or time is None:
        return Candidate(expression, 0.0 if vague else ONLY, "in the same sentence; no syntax to tell more")
    speech = _spoken_before(time, times)
    if speech is not None and head.i > time.i:
        # parsers often hang "on Tuesday" in "said on Tuesday it had …" on the verb that follows
        return Candidate(expression, 0.0, f"it follows “{speech.text}”: the time of the speech")
    trigger_ids = {t.i for t in triggers}
    if time.lower_ in _ADJECTIVES and time.head.i not in trigger_ids:
        return Candidate(expression, 0.0, f"it tells which “{time.head.text}” is meant")
    if status == "ongoing" and head.i < time.i and _is_over(expression, published):
        return Candidate(expression, 0.0, "it is over, and the act goes on")
    if _heads_caption(times):
        return Candidate(expression, ONLY, "it heads the line, as in a caption")
    label = _label(times, trigger_ids)
    if label is not None and lends_verb_to(label, head):
        return Candidate(expression, SUPPORT, f"it dates “{label.text}”, which “{head.text}” tells of")
    if label is not None and (of_result([time, label], head) is not None or is_brought_about(head, label)):
        return Candidate(expression, SHARED, f"it dates “{label.text}”, of which “{head.text}” tells the result")
    if label is not None:
        return Candidate(expression, 0.0, f"it tells which “{label.text}” is meant")
    told_on = tells_on(expression, time, times, head)
    if told_on is not None:
        return told_on
    if time.head.lemma_.lower() in _TELLINGS and is_noun(time.head) and time.head in head.ancestors:
        return Candidate(expression, 0.0, f"it dates “{time.head.text}”, which tell of “{head.text}”")
    path = [time]
    for ancestor in time.ancestors:
        path.append(ancestor)
        if ancestor.i in trigger_ids or is_predicate(ancestor):
            break
    top = path[-1]
    result = of_result(path, head)
    if top.i in trigger_ids and result is None:
        return _owned(expression, path, times, status, published)
    if result is not None:
        return Candidate(expression, SHARED, f"it dates “{result.text}”, of which “{head.text}” tells the result")
    if is_of_its_harm(head, top) and not _is_over(expression, published, _SAME_NEWS):
        return Candidate(expression, ONLY, f"it dates “{top.text}”, which came of “{head.text}”")
    if head.dep_ == "amod" and top.i != head.i:
        return Candidate(expression, 0.0, f"it dates “{top.text}”, and “{head.text}” only tells which")
    if vague and not _serves(head, top):
        return Candidate(expression, 0.0, "too vague to date an act that it does not hang on")
    if head.dep_ == "pcomp" and head.head.lower_ in _CAUSES and time.i < head.i:
        return Candidate(expression, 0.0, f"it dates “{top.text}”, and “{head.text}” is its cause")
    noun = _noun_owner(path)
    if noun is not None and lends_verb_to(noun, head):
        return Candidate(expression, SUPPORT, f"it dates “{noun.text}”, which “{head.text}” tells of")
    if noun is not None and top.lemma_.lower() in IN_ORDER and noun.head.i == top.i and noun.i != head.i:
        return before_or_after(expression, noun, head, top)
    if noun is not None and is_predicate(head) and not _names_setting(path):
        return Candidate(expression, 0.0, f"it dates “{noun.text}”, not “{head.text}”")
    if not is_predicate(top):
        return Candidate(expression, ONLY, "in the same sentence, on no other verb")
    if is_speech(top):
        return Candidate(expression, 0.0, f"it hangs on “{top.text}”: the time of the speech")
    event = _other_event(expression, head, times, status, published)
    if event is not None:
        return Candidate(expression, 0.0, f"it dates “{event.text}”, before or after which “{head.text}” is")
    told = status in _DONE or not _is_over(expression, published)
    shared = through(expression, head, top, time, told=told, over=_is_over(expression, published, -1))
    if shared.score == 0 and head.i < time.i and not any(is_predicate(t) for t in time.doc[head.i + 1 : time.i]):
        # parsers hang "launching from the base on Tuesday" on a verb farther off
        return Candidate(expression, NEAR, f"it follows “{head.text}” with no verb between")
    return shared


def _is_reach_of_record(time: Any, times: list[Any]) -> bool:
    """ "The first missile since 2009", "the deadliest attack there since May": the time is of the one before."""
    since = time.head
    if time.dep_ != "pobj" or since.lower_ != "since" or since.i >= min(t.i for t in times):
        return False
    best = [t for t in time.doc[: since.i] if t.lower_ in ("first", "only") or t.tag_ in ("JJS", "RBS")]
    if not best:
        return False
    told = [t.tag_ in FINITE for t in time.doc[best[-1].i : since.i]]
    # "the largest party has been banned since May": banned so long
    return best[-1].head.lower_ == "time" or not any(told)


def _is_purpose(time: Any, times: list[Any], expression: TimeExpression, status: str) -> bool:
    """ "Police stepped up patrols for New Year's Eve": the day is what the act, done already, prepares for."""
    first = min(t.i for t in times)
    led = time.dep_ == "pobj" and time.head.lower_ == "for" and time.head.i < first
    return led and status in DONE and expression.granularity == "day" and expression.kind != "DURATION"


def _is_foreseen(head: Any) -> bool:
    """Whether the act, or the verb that governs it, is told with "will", "would" or "to"."""
    return any(t.tag_ == "MD" or (t.lower_ == "to" and t.dep_ == "aux") for t in head.children)


def _is_over(expression: TimeExpression, published: str | None, days: int = 0) -> bool:
    """Whether it ended more than ``days`` days before the publication day."""
    end, day = parse_day(expression.end), parse_day(published)
    return end is not None and day is not None and (day - end).days > days


def _is_ahead(expression: TimeExpression, published: str | None) -> bool:
    """Whether it starts later than the day after publication (which may be the same day where the news is)."""
    start, day = parse_day(expression.start), parse_day(published)
    return start is not None and day is not None and (start - day).days > 1


def _is_sure(expression: TimeExpression) -> bool:
    """A day that the text gives with its year holds even against the publication date, which may be wrong."""
    return expression.basis == "text" and expression.granularity in ("day", "time")


def _heads_caption(times: list[Any]) -> bool:
    """ "7/12 2014 Women cheer at a rally", "3 May 2014 Women cheer": a date with nothing but numbers before it."""
    doc, first, last = times[0].doc, min(t.i for t in times), max(t.i for t in times)
    if not times[-1].text.isdigit() or last + 1 >= len(doc) or not doc[last + 1].text[:1].isupper():
        return False
    return all(t.text.replace("/", "").isdigit() or t.is_punct for t in doc[:first])


def _label(times: list[Any], trigger_ids: set[int]) -> Any | None:
    """The noun that a bare year before it names, and that is not the act: "the 2015 deal", "the set of 2003 film …"."""
    last = max(t.i for t in times)
    doc = times[0].doc
    if len(times) != 1 or not times[0].text.isdigit() or last + 1 >= len(doc) or doc[last + 1].i in trigger_ids:
        return None
    if not last or not is_noun(doc[last + 1]):
        return None
    lead = doc[last - 1]
    named = lead.tag_ in ("DT", "PRP$", "POS") or (lead.tag_ == "IN" and lead.lower_ not in _YEAR_LEADS)
    return doc[last + 1] if named else None


def _serves(head: Any, top: Any) -> bool:
    """Whether the act is what the dated verb was done for: "intervened decades ago to stop …"."""
    return head.dep_ in ("xcomp", "advcl") and head.head.i == top.i and any(t.lower_ == "to" for t in head.children)


def _spoken_before(time: Any, times: list[Any]) -> Any | None:
    """The verb of speech that a time directly follows: "said on Tuesday", "told reporters in Geneva on Tuesday"."""
    first = min(t.i for t in times)
    for index in range(first - 1, max(-1, first - 1 - _SPEECH_REACH), -1):
        token = time.doc[index]
        if is_predicate(token) or token.is_punct:
            return token if is_speech(token) and is_predicate(token) else None
        if _opens_what_is_said(token, time):
            return None
    return None


def _opens_what_is_said(token: Any, time: Any) -> bool:
    """Whether the words said begin before the time: "said the blast on <Thursday> killed ten", "said that on <Feb. 3> …"."""
    if token.head.i <= time.i:
        return False
    return token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "mark" and token.lower_ == "that")


def _owned(
    expression: TimeExpression, path: list[Any], times: list[Any], status: str, published: str | None
) -> Candidate:
    trigger = path[-1]
    claiming = trigger.lemma_.lower() == "claim" and any(t.lemma_ in _CLAIMED for t in trigger.rights)
    if claiming and path[0].i - trigger.i <= _BESIDE:
        return Candidate(expression, 0.0, "it dates the claiming, not the deed")
    noun = _noun_owner(path[:-1]) if len(path) > 2 else None
    if noun is not None and lends_verb_to(noun, trigger):
        return Candidate(expression, SUPPORT, f"it dates “{noun.text}”, which “{trigger.text}” tells of")
    if noun is not None and noun.lemma_.lower() in _WARS and noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN:
        return Candidate(expression, SHARED, f"it dates “{noun.text}”, in which “{trigger.text}” was")
    if noun is not None and len(path) == 4 and _names_setting(path):
        return Candidate(expression, SHARED, f"it dates “{noun.text}”, in which “{trigger.text}” was")
    if noun is not None and is_predicate(trigger):
        return Candidate(expression, 0.0, f"it dates “{noun.text}”, not “{trigger.text}”")
    other = _nearer_verb(trigger, times, past=_is_over(expression, published, -1)) or _reduced_clause(trigger, times)
    if other is not None:
        return Candidate(expression, 0.0, f"it dates “{other.text}”, which stands nearer than “{trigger.text}”")
    event = _other_event(expression, trigger, times, status, published)
    if event is not None:
        return Candidate(expression, 0.0, f"it dates “{event.text}”, before or after which “{trigger.text}” is")
    # "held talks in 2015", not "since the end of the war of 1950": the shorter the way to the verb, the surer
    detour = max(0, len(path) - 3)
    return Candidate(expression, OWN - 0.02 * min(detour, 10), f"its phrase hangs on “{trigger.text}”")


def _nearer_verb(trigger: Any, times: list[Any], *, past: bool) -> Any | None:
    """A verb of another clause that stands nearer: "sentenced after the army ousted him in 2013", "was recently named"."""
    first, last = min(t.i for t in times), max(t.i for t in times)
    following = trigger.doc[last + 1] if last + 1 < len(trigger.doc) else None
    if following is not None and following.i != trigger.i and following.tag_ in ("VBN", "VBD") and first > trigger.i:
        led = trigger.doc[first - 1]
        if led.dep_ in ("aux", "auxpass") and led.head.i == following.i:
            return following
    for index in range(first - 1, trigger.i, -1):
        token = trigger.doc[index]
        if token.is_punct and not token.is_quote:
            return None
        if not is_predicate(token) or not is_finite(token):
            continue
        if past and any(t.lower_ in ("will", "would") for t in token.children):
            # "announced it would ban it earlier this month"
            continue
        clause = token
        while clause.dep_ in ("conj", "xcomp") and clause.head.i > trigger.i:
            clause = clause.head
        return token if clause.dep_ not in ("conj", "ROOT") else None
    return None


def _reduced_clause(trigger: Any, times: list[Any]) -> Any | None:
    """A participle in the act's subject, right before the time: "those seized in the raid a year ago were freed"."""
    first, last = min(t.i for t in times), max(t.i for t in times)
    if last >= trigger.i or last + 1 >= len(trigger.doc):
        return None
    following = trigger.doc[last + 1]
    if following.i != trigger.i and not (following.dep_ in ("aux", "auxpass", "neg") and following.head.i == trigger.i):
        return None
    for index in range(first - 1, -1, -1):
        token = trigger.doc[index]
        if token.is_punct:
            return None
        if token.tag_ in ("VBN", "VBD") and token.dep_ in ("acl", "relcl") and trigger in token.ancestors:
            return token
    return None


def _other_event(
    expression: TimeExpression, trigger: Any, times: list[Any], status: str, published: str | None
) -> Any | None:
    """The dated event that the act comes before or after: "withdraw before elections in May"."""
    first = min(t.i for t in times)
    noun: Any | None = None
    for index in range(first - 1, trigger.i, -1):
        token = trigger.doc[index]
        if (token.is_punct and not token.is_quote and not _is_hyphen(token)) or is_predicate(token):
            return None
        if is_noun(token):
            noun = token
        answered = (trigger.doc[index - 1], token.head, *token.head.lefts)  # "revenge for", "a revenge attack for"
        answer = any(t.lemma_.lower() in _ANSWERS for t in answered)
        if token.lower_ in ("for", "to") and noun is not None and answer:
            return noun
        if token.lower_ == "over" and noun is not None and (noun.tag_ == "NNP" or trigger.lemma_.lower() in _FLYING):
            continue  # "fired a missile over the island in 1998"
        if token.lower_ in _BEFORE_AND_AFTER and noun is not None:
            # "arrested after a march on Monday" is mostly the same day; not so what is asked for, goes on, or is old
            told = status in _DONE and status != "ongoing" and token.lower_ not in _BEFORE
            return None if told and not _is_over(expression, published, _SAME_NEWS) else noun
    return None


def _is_hyphen(token: Any) -> bool:
    """Whether the mark is one inside a word: the "-" of "a five-day war"."""
    return bool(token.text == "-" and token.i and not token.whitespace_ and not token.nbor(-1).whitespace_)


def _names_setting(path: list[Any]) -> bool:
    """Whether the time stands before the noun for what the act was done in: "killed in Monday's raid"."""
    return len(path) > 2 and path[2].lower_ in _WITHIN and path[0].dep_ in ("poss", "nmod", "compound")


def _noun_owner(path: list[Any]) -> Any | None:
    """The noun that the time stands before or behind with "of": "Monday's attack", "the deal of 2015"."""
    if len(path) < 2:
        return None
    time, owner = path[:2]
    if is_noun(owner) and time.dep_ in _NOMINAL_SIDE and time.i < owner.i:
        return owner
    if owner.dep_ == "prep" and owner.lower_ == "of" and len(path) > 2 and is_noun(path[2]):
        return path[2]
    return None


def of_speech(sentence: Sentence, expression: TimeExpression) -> bool:
    """Whether the expression dates a verb of speech, or the news of a toll: "the death toll rose to six on Friday"."""
    time = sentence.root_at(expression.span)
    if time is None:
        return False
    verb = predicate_above(time)
    if verb is not None and (is_speech(verb) or tells_toll(verb)):
        return True
    return _spoken_before(time, sentence.tokens(expression.span)) is not None


def done_by_saying(trigger: Span, sentence: Sentence, expression: TimeExpression) -> bool:
    """Whether the act, told in the present, is the content of the speech that ``expression`` dates ("said on Friday it
    opposes the launch", "welcomes the accord, said a spokesman on Monday")."""
    head, time = sentence.root_at(trigger), sentence.root_at(expression.span)
    if (
        head is None
        or time is None
        or head.tag_ not in ("VBZ", "VBP")
        or head.lemma_ == "be"
        or expression.granularity not in ("day", "time")
    ):
        return False
    verb = predicate_above(time)
    if verb is not None and is_speech(verb):
        return bool(head.dep_ in ("ccomp", "parataxis") and head.head.i == verb.i) or verb.head.i == head.i
    before = _spoken_before(time, sentence.tokens(expression.span))
    return before is not None and head.dep_ == "ccomp" and head.head.i == before.i


def tells(trigger: Span, sentence: Sentence) -> bool:
    """Whether the act is what the sentence tells in the past, and no speech, state or side remark of it."""
    head = sentence.root_at(trigger)
    if head is None:
        return False
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ != "ROOT" or is_speech(head):
        return False
    finite = [head, *(t for t in head.children if t.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ == "VBD" for t in finite)
