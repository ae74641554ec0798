"""What came of a dated event, or of an act: its dead, the arrests it led to, the victim who died of it, and so its day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.codebook.words import words
from dragoman.grounding.times.syntax import SHARED, Candidate, is_noun
from dragoman.records.grounding import TimeExpression

# Verbs whose act falls on the day of the event that is their subject.
_RESULTS = frozenset((
    "kill", "wound", "injure", "leave", "destroy", "damage", "displace", "claim", "cause", "hit", "strike", "target", "hurt", "trap",
))  # fmt: skip
#: "Led to the arrest of 18", "resulted in five deaths".
_LEADS_TO = frozenset(("lead", "result", "end", "yield", "bring", "net", "see", "cause"))
#: What befalls somebody on the day of the blow, or the next.
_SUFFERS = frozenset(("die", "hospitalise", "hospitalize", "collapse", "bleed", "succumb"))


def lends_verb_to(noun: Any, verb: Any) -> bool:
    """Whether the verb only says of the event that it was: "the 2016 attack was <carried> out by two men"."""
    own = noun.head.i == verb.i and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
    there = noun.dep_ == "dobj" and verb.lemma_.lower() in _BEING_AT  # "attended Monday's meeting"
    return own and (there or verb.lemma_.lower() in _LIGHT) and not any(t.tag_ == "MD" for t in verb.children)


_BEING_AT = words("being_at")
_LIGHT = frozenset(
    ("carry", "conduct", "stage", "launch", "mount", "hold", "commit", "perpetrate", "wage", "perform", "take")
)


def of_result(path: list[Any], head: Any) -> Any | None:
    """The dated noun whose result the act is: "Friday's raid killed four", "strikes this month that left 30 dead"."""
    if head.lemma_.lower() not in _RESULTS:
        return None
    subjects = [t for t in head.children if t.dep_ in ("nsubj", "nsubjpass")]
    if head.dep_ == "relcl" and any(t.lower_ in ("that", "which", "who") for t in subjects):
        subjects = [head.head]
    elif head.dep_ == "relcl" and any(t.lower_ == "which" for p in head.lefts if p.lower_ == "in" for t in p.children):
        subjects = [head.head]  # "the 2016 raid in which ten were killed"
    return next((t for t in path[1:] for s in subjects if t.i == s.i and is_noun(t)), None)


def is_brought_about(head: Any, event: Any) -> bool:
    """Whether the act is what the event led to: "a 2015 sting that targeted smugglers and led to the arrest of 18"."""
    verb = head.head.head if head.dep_ == "pobj" else head.head
    if not (head.dep_ in ("dobj", "pobj") and verb.lemma_.lower() in _LEADS_TO):
        return False
    first = verb
    while first.dep_ == "conj":
        first = first.head
    subjects = [t for v in (verb, first) for t in v.children if t.dep_ in ("nsubj", "nsubjpass")]
    return any(t.i == event.i for t in subjects) or any(
        v.dep_ == "relcl" and v.head.i == event.i for v in (verb, first)
    )


def is_of_its_harm(head: Any, top: Any) -> bool:
    """Whether the dated verb tells what the act did to its victim soon after: "died on Sunday after being shot"."""
    if top.lemma_.lower() not in _SUFFERS:
        return False
    if head.dep_ == "pcomp":
        return bool(head.head.lower_ == "after" and head.head.head.i == top.i)
    return head.dep_ == "advcl" and head.head.i == top.i and any(t.lower_ in ("after", "when") for t in head.lefts)


#: "Monday's bid followed a visit": two days.
IN_ORDER = frozenset(("follow", "precede"))


def before_or_after(expression: TimeExpression, noun: Any, head: Any, verb: Any) -> Candidate:
    """ "Monday's bid followed a visit": the visit was before Monday. Of what came after, no day is told."""
    reason = f"it dates “{noun.text}”, and “{head.text}” came before or after it"
    if noun.dep_ != "nsubj" or verb.lemma_.lower() != "follow" or expression.start is None:
        return Candidate(expression, 0.0, reason)
    earlier = replace(expression, value="PAST_REF", start=None, end=expression.start, granularity="unknown")
    return Candidate(earlier, SHARED, f"“{head.text}” came before “{noun.text}”")
