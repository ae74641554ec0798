"""How an expression of time hangs together with the word of an act: the syntax of one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.grounding.times.days import parse_day
from dragoman.records.grounding import TimeExpression
from dragoman.records.parse import Sentence
from dragoman.records.span import Span

# Scores order the ways and tell the reader how much each was worth on read samples; they are no probabilities.
OWN, SUPPORT, SHARED, NEAR, ONLY = 0.95, 0.9, 0.8, 0.7, 0.6
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
# What is told as having been done, so that a time ahead cannot date it.
_DONE = frozenset(("occurred", "ongoing", "denied", "failed", "cancelled", "refused"))
_ADJECTIVES = frozenset(("current", "recent"))
# Verbs whose act falls on the day of the event that is their subject.
_RESULTS = frozenset((
    "kill", "wound", "injure", "leave", "destroy", "damage", "displace", "claim", "cause", "hit", "strike", "target", "hurt", "trap",
))  # fmt: skip
# "jailed for attacking …", "accused of spying": the cause is older
_CAUSES = frozenset(("for", "of", "after"))
_BEFORE = frozenset(("before", "until", "ahead", "despite"))
_BEFORE_AND_AFTER = _BEFORE | {"after", "following", "since", "over", "amid"}
_SAME_TIME = frozenset(("when", "as", "while", "once"))
_NOMINAL_SIDE = frozenset(("nmod", "compound", "poss", "amod", "nummod", "npadvmod"))
# "told reporters in the capital on Tuesday": this many words may stand between the verb and its time
_SPEECH_REACH = 7
_UP_CHAIN = frozenset(("xcomp", "ccomp", "conj", "auxpass", "advcl", "dep"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One expression with how well it dates the act (0: not at all), and why."""

    expression: TimeExpression
    score: float
    reason: str


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


def judge(
    trigger: Span, sentence: Sentence, expression: TimeExpression, *, status: str, published: str | None
) -> Candidate:
    """How well ``expression`` dates the act whose word is at ``trigger`` (both offsets in the article)."""
    triggers, times = _tokens(sentence, trigger), _tokens(sentence, expression.span)
    head, time = _root(triggers), _root(times)
    vague = expression.value.endswith("_REF")
    if expression.value == "FUTURE_REF" and status in _DONE:
        return Candidate(expression, 0.0, "it points ahead, and the act is told as done")
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
    path = [time]
    for ancestor in time.ancestors:
        path.append(ancestor)
        if ancestor.i in trigger_ids or _predicate(ancestor):
            break
    top = path[-1]
    result = _of_result(path, head)
    if top.i in trigger_ids and result is None:
        return _owned(expression, path, times, status)
    if result is not None:
        return Candidate(expression, SHARED, f"it dates “{result.text}”, of which “{head.text}” tells the result")
    if vague and not _serves(head, top):
        return Candidate(expression, 0.0, "too vague to date an act that it does not hang on")
    if head.dep_ == "pcomp" and head.head.lower_ in _CAUSES and time.i < head.i:
        return Candidate(expression, 0.0, f"it dates “{top.text}”, and “{head.text}” is its cause")
    noun = _noun_owner(path, time, expression)
    if noun is not None and _predicate(head):
        return Candidate(expression, 0.0, f"it dates “{noun.text}”, not “{head.text}”")
    if not _predicate(top):
        return Candidate(expression, ONLY, "in the same sentence, on no other verb")
    if _is_speech(top):
        return Candidate(expression, 0.0, f"it hangs on “{top.text}”: the time of the speech")
    through = _through(expression, head, top, time)
    if through.score == 0 and head.i < time.i and not any(_predicate(t) for t in time.doc[head.i + 1 : time.i]):
        # parsers hang "launching from the base on Tuesday" on a verb farther off
        return Candidate(expression, NEAR, f"it follows “{head.text}” with no verb between")
    return through


def _is_over(expression: TimeExpression, published: str | None) -> bool:
    end, day = parse_day(expression.end), parse_day(published)
    return end is not None and day is not None and end < day


def _of_result(path: list[Any], head: Any) -> Any | None:
    """The dated noun whose result the act is: "Friday's raid killed four", "strikes this month that left 30 dead"."""
    if head.lemma_.lower() not in _RESULTS:
        return None
    subjects = [t for t in head.children if t.dep_ in ("nsubj", "nsubjpass")]
    if head.dep_ == "relcl" and any(t.lower_ in ("that", "which", "who") for t in subjects):
        subjects = [head.head]
    return next((t for t in path[1:] for s in subjects if t.i == s.i and t.pos_ in ("NOUN", "PROPN")), None)


def _serves(head: Any, top: Any) -> bool:
    """Whether the act is what the dated verb was done for: "intervened decades ago to stop …"."""
    return head.dep_ in ("xcomp", "advcl") and head.head.i == top.i and any(t.lower_ == "to" for t in head.children)


def _spoken_before(time: Any, times: list[Any]) -> Any | None:
    """The verb of speech that a time directly follows: "said on Tuesday", "told reporters in Geneva on Tuesday"."""
    first = min(t.i for t in times)
    for index in range(first - 1, max(-1, first - 1 - _SPEECH_REACH), -1):
        token = time.doc[index]
        if _predicate(token) or token.is_punct:
            return token if _is_speech(token) and _predicate(token) else None
    return None


def _owned(expression: TimeExpression, path: list[Any], times: list[Any], status: str) -> Candidate:
    trigger = path[-1]
    if len(path) > 2 and _noun_owner(path[:-1], path[0], expression) is not None and _predicate(trigger):
        noun = _noun_owner(path[:-1], path[0], expression)
        return Candidate(expression, 0.0, f"it dates “{noun.text if noun else ''}”, not “{trigger.text}”")
    other = _nearer_verb(trigger, times) or _reduced_clause(trigger, times)
    if other is not None:
        return Candidate(expression, 0.0, f"it dates “{other.text}”, which stands nearer than “{trigger.text}”")
    event = _other_event(path, status)
    if event is not None:
        return Candidate(expression, 0.0, f"it dates “{event.text}”, before or after which “{trigger.text}” is")
    # "held talks in 2015", not "since the end of the war of 1950": the shorter the way to the verb, the surer
    detour = max(0, len(path) - 3)
    return Candidate(expression, OWN - 0.02 * min(detour, 10), f"its phrase hangs on “{trigger.text}”")


def _nearer_verb(trigger: Any, times: list[Any]) -> Any | None:
    """A finite verb of a clause below the act, next before the time: "sentenced after the army ousted him in 2013"."""
    first = min(t.i for t in times)
    for index in range(first - 1, trigger.i, -1):
        token = trigger.doc[index]
        if token.is_punct:
            return None
        if not _predicate(token) or token.tag_ not in ("VBD", "VBZ", "VBP") or token.dep_ in ("aux", "auxpass"):
            continue
        clause = token
        while clause.dep_ in ("conj", "xcomp") and clause.head.i > trigger.i:
            clause = clause.head
        return token if clause.dep_ in ("advcl", "relcl", "acl") else None
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


def _other_event(path: list[Any], status: str) -> Any | None:
    """The dated event that the act comes before or after: "withdraw before elections in May"."""
    for index in range(2, len(path) - 1):
        noun, link = path[index - 1], path[index]
        if noun.pos_ not in ("NOUN", "PROPN") or link.lower_ not in _BEFORE_AND_AFTER:
            continue
        # "arrested after a march on Monday" is mostly the same day; what is asked for or goes on is not
        if link.lower_ in _BEFORE or status not in _DONE or status == "ongoing":
            return noun
    return None


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


def _through(expression: TimeExpression, head: Any, top: Any, time: Any) -> Candidate:
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
            score = SUPPORT if top.lemma_.lower() in _SUPPORTING or head.dep_ in ("nsubj", "nsubjpass") else NEAR
            return Candidate(expression, score, f"it hangs on “{top.text}”, which carries “{head.text}”")
        if all(d == "conj" for d in deps):
            first = time.i < top.i
            return Candidate(
                expression, SHARED if first else ONLY, f"it hangs on “{top.text}”, which “{head.text}” is joined to"
            )
        if all(d in _UP_CHAIN for d in deps) and top.lemma_.lower() in _SUPPORTING:
            return Candidate(expression, SHARED, f"it hangs on “{top.text}”, which governs “{head.text}”")
        if deps[0] in ("advcl", "acl", "xcomp"):
            return Candidate(expression, ONLY, f"it hangs on “{top.text}”, which “{head.text}” goes with")
        if time.i < top.i and min(t.i for t in [time, *time.subtree]) <= 2 and not any(_is_speech(t) for t in verbs):
            return Candidate(expression, ONLY, "it opens the sentence and frames all of it")
        return Candidate(expression, 0.0, f"it hangs on “{top.text}”, another predicate")
    below = [t for t in top.ancestors if t.i == head.i]
    if below and top.dep_ == "advcl" and top.head.i == head.i and any(t.lower_ in _SAME_TIME for t in top.children):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, at the time of which “{head.text}” was")
    if below and top.dep_ in ("acl", "relcl") and top.head.i == head.i and top.lemma_.lower() in _SUPPORTING:
        return Candidate(expression, SUPPORT, f"it hangs on “{top.text}”, which carries “{head.text}”")
    infinitive = any(t.lower_ == "to" for t in top.children)
    if (
        below
        and (top.dep_ in ("xcomp", "ccomp") or (top.dep_ == "acl" and infinitive))
        and head.lemma_.lower() in _SUPPORTING | {"demand", "call"}
    ):
        return Candidate(expression, NEAR, f"it hangs on “{top.text}”, what “{head.text}” is about")
    return Candidate(expression, 0.0, f"it hangs on “{top.text}”, another predicate")


def of_speech(sentence: Sentence, expression: TimeExpression) -> bool:
    """Whether the expression dates a verb of speech."""
    time = _root(_tokens(sentence, expression.span))
    if time is None:
        return False
    verb = next((a for a in time.ancestors if _predicate(a)), None)
    return verb is not None and _is_speech(verb)


def tells(trigger: Span, sentence: Sentence) -> bool:
    """Whether the act is what the sentence tells in the past, and no speech, state or side remark of it."""
    head = _root(_tokens(sentence, trigger))
    if head is None:
        return False
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ != "ROOT" or _is_speech(head):
        return False
    finite = [head, *(t for t in head.children if t.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ == "VBD" for t in finite)
