"""A time that hangs on another verb than the act: whether that verb carries the act, or shares its time with it."""

from __future__ import annotations

from typing import Any

from dragoman.codebook.words import words
from dragoman.grounding.times.relatives import in_one_breath, is_of_convict
from dragoman.grounding.times.syntax import (
    NEAR,
    ONLY,
    SHARED,
    SUPPORT,
    Candidate,
    is_finite,
    is_noun,
    is_of_now,
    is_predicate,
    is_speech,
)
from dragoman.records.grounding import TimeExpression

# Verbs that only carry a noun's event ("talks were held on Monday") or the event of the verb below them.
_SUPPORTING = frozenset((
    "hold", "take", "make", "begin", "start", "open", "end", "occur", "happen", "conduct", "carry", "launch",
    "stage", "come", "be", "continue", "resume", "conclude", "sign", "give", "have", "follow", "plan",
    "schedule", "expect", "set", "agree", "decide", "intend", "try", "attempt", "help", "go", "manage", "fail",
    "refuse", "threaten", "vow", "promise", "pledge", "offer", "ask", "urge", "order", "force", "due", "mount",
    "pay", "deliver", "impose", "commit", "suffer",
))  # fmt: skip
_UP_CHAIN = frozenset(("xcomp", "ccomp", "conj", "auxpass", "advcl", "dep"))
# Clauses of another time than the one they belong to.
_APART = frozenset(("after", "before", "since", "until", "because", "if", "although", "though", "unless", "whether"))
#: "Upon arriving on Sunday, he continued praising": the day is of the praising.
_GOING_ON = frozenset(("continue", "begin", "start", "keep", "resume", "go", "proceed", "try"))
#: What crowds and victims do where they are hit.
_BEING_THERE = words("being_there")
#: "Taken in for questioning on Sunday".
_TAKEN_FOR = frozenset(("question", "interrogate", "process"))
_SAME_TIME = frozenset(("when", "as", "while", "once"))


def through(expression: TimeExpression, head: Any, top: Any, time: Any, *, told: bool, over: bool) -> Candidate:
    """The time hangs on another verb: does that verb carry the act, or share its time with it?"""
    chain = [head]
    for ancestor in head.ancestors:
        chain.append(ancestor)
        if ancestor.i == top.i:
            break
    if top.dep_ == "relcl" and top.lemma_.lower() in ("occur", "happen", "begin") and _counted_by(head, top.head):
        return Candidate(expression, SUPPORT, f"it hangs on “{top.text}”, which tells when “{head.text}” was")
    if chain[-1].i == top.i:
        if over and head.dep_ == "conj" and is_of_now(head) and top.tag_ in ("VBD", "VBN"):
            return Candidate(expression, 0.0, f"it dates “{top.text}”, and “{head.text}” is of the present")
        return _from_above(expression, head, chain, time, told=told)
    governor = head.head if head.dep_ == "xcomp" and head.head.lemma_.lower() in _GOING_ON else head
    if any(t.i == governor.i for t in top.ancestors):
        if over and top.head.i == head.i and any(t.lower_ in ("will", "would") for t in top.children):
            return Candidate(expression, NEAR, f"it is over, so it dates “{head.text}”, and “{top.text}” was to come")
        return _from_below(expression, head, top, time)
    beside = head.dep_ == top.dep_ == "relcl" and head.tag_ == top.tag_ and head.i < top.head.i
    if beside and (top.head.dep_ == "conj" or top.head.lower_ in ("another", "others", "one", "two", "three")):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, told side by side with “{head.text}”")
    return Candidate(expression, 0.0, f"it hangs on “{top.text}”, another predicate")


def _from_above(expression: TimeExpression, head: Any, chain: list[Any], time: Any, *, told: bool) -> Candidate:
    """The dated verb governs the act (``chain``: from the act up to it). ``told``: no time that is over before a plan."""
    top = chain[-1]
    other = Candidate(expression, 0.0, f"it hangs on “{top.text}”, another predicate")
    deps = [t.dep_ for t in chain[:-1]]
    while len(deps) > 1 and deps[0] == "conj" and deps[1] != "conj":
        # "filmed in May pushing and kicking": as the first of the two
        deps = deps[1:]
        head = head.head
    verbs = [t for t in chain[1:-1] if is_predicate(t)]
    if is_noun(head) and not verbs and "relcl" not in deps:
        if len(deps) > 3:
            return other
        carried = top.lemma_.lower() in _SUPPORTING or head.dep_ in ("nsubj", "nsubjpass")
        score = SUPPORT if carried else NEAR if len(deps) < 3 or head.head.lower_ != "of" else 0.0
        return Candidate(expression, score, f"it hangs on “{top.text}”, which carries “{head.text}”")
    if all(d == "conj" for d in deps):
        score = SHARED if time.i < top.i else ONLY
        return Candidate(expression, score, f"it hangs on “{top.text}”, which “{head.text}” is joined to")
    if told and len(chain) > 2 and in_one_breath(chain):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, told of one occasion with “{head.text}”")
    if head.dep_ == "advcl" and any(t.lower_ in _APART for t in head.children):
        return other
    if deps[0] == "relcl" and all(t.dep_ == "conj" for t in verbs) and _goes_on_there(head) and is_finite(top) and told:
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, after which “{head.text}” was there")
    if all(d in _UP_CHAIN for d in deps) and top.lemma_.lower() in _SUPPORTING and told:
        return Candidate(expression, SHARED, f"it hangs on “{top.text}”, which governs “{head.text}”")
    if deps[:2] == ["pcomp", "prep"] and head.head.lower_ in ("into", "by") and told:
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, which “{head.text}” goes with")
    if deps[0] in ("advcl", "acl", "xcomp") and (told or deps[0] == "advcl"):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, which “{head.text}” goes with")
    if (
        told
        and time.i < top.i
        and min(t.i for t in [time, *time.subtree]) <= 2
        and not any(is_speech(t) for t in verbs)
        and not is_of_convict(head)
    ):
        return Candidate(expression, ONLY, "it opens the sentence and frames all of it")
    return other


def _goes_on_there(head: Any) -> bool:
    """Whether a clause tells on with the same person where he came: "was taken to the station, where he was <charged>"."""
    where = any(t.lower_ == "where" for t in head.lefts)
    subject = next((t for t in head.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
    past = head.tag_ == "VBD" or any(t.lower_ in ("was", "were") for t in head.lefts)
    had = any(t.lower_ in ("had", "has", "have") and t.dep_ == "aux" for t in head.lefts)
    return bool(where and past and not had and subject is not None and subject.tag_ == "PRP")


def _from_below(expression: TimeExpression, head: Any, top: Any, time: Any) -> Candidate:
    """The dated verb belongs to a clause or phrase below the act."""
    held = head.head if head.dep_ == "xcomp" and head.head.lemma_.lower() in _GOING_ON else head
    under = top.head.i == head.i
    row = under or (top.head.dep_ == "conj" and top.head.head.i == head.i and top.head.tag_ == head.tag_)
    if top.dep_ == "advcl" and row and any(t.lower_ in _SAME_TIME for t in top.children):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, at the time of which “{head.text}” was")
    joined = top.dep_ == "relcl" and is_noun(head) and top.head.dep_ == "conj" and top.head.head.i == head.i
    if top.dep_ in ("acl", "relcl") and (under or joined) and top.lemma_.lower() in _SUPPORTING:
        return Candidate(expression, SUPPORT, f"it hangs on “{top.text}”, which carries “{head.text}”")
    if top.dep_ == "relcl" and top.lemma_.lower() in ("occur", "happen", "begin") and _holds(head, top.head):
        return Candidate(expression, SUPPORT, f"it dates “{top.head.text}”, in which “{head.text}” was")
    if top.dep_ == "pcomp" and top.head.lower_ in ("upon", "on", "while") and top.head.head.i in (head.i, held.i):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, at the time of which “{head.text}” was")
    infinitive = any(t.lower_ == "to" for t in top.children)
    governed = top.dep_ in ("xcomp", "ccomp") or (top.dep_ == "acl" and infinitive)
    if governed and head.lemma_.lower() in _SUPPORTING | {"demand", "call"}:
        return Candidate(expression, NEAR, f"it hangs on “{top.text}”, what “{head.text}” is about")
    if (
        top.dep_ == "conj"
        and row
        and top.tag_ == head.tag_
        and not any(t.dep_.startswith("nsubj") for t in top.children)
    ):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, which is joined to “{head.text}”")
    if top.dep_ == "conj" and row and _shares_auxiliary(head, top):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, which shares the auxiliary of “{head.text}”")
    if _is_given_out(head, top):
        return Candidate(expression, NEAR, f"it dates “{top.head.text}”, in which “{head.text}” was")
    if (
        top.dep_ in ("acl", "advcl")
        and top.tag_ == "VBG"
        and not any(t.dep_ in ("mark", "prep") and t.i < top.i for t in top.children)
    ):
        # "mowed down people watching fireworks last night", "speaking on Friday, she praised …"
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, which goes with “{head.text}”")
    if (
        top.tag_ == "VBG"
        and top.lemma_.lower() in _TAKEN_FOR
        and top.head.lower_ == "for"
        and top.head.head.i == head.i
    ):
        return Candidate(expression, NEAR, f"it hangs on “{top.text}”, what “{head.text}” was for")
    if _is_what_victims_did(head, top):
        return Candidate(expression, ONLY, f"it hangs on “{top.text}”, what they did at the time of “{head.text}”")
    return Candidate(expression, 0.0, f"it hangs on “{top.text}”, another predicate")


def _shares_auxiliary(head: Any, top: Any) -> bool:
    """Whether the two are passives of one auxiliary: "that the guard had been beaten and the safe <emptied> on Monday"."""
    passive = head.tag_ == "VBN" and any(t.dep_ == "auxpass" for t in head.children)
    bare = not any(t.dep_ in ("aux", "auxpass", "dobj", "mark") for t in top.children)
    return bool(passive and bare and top.tag_ in ("VBN", "VBD"))


def _is_given_out(head: Any, top: Any) -> bool:
    """Whether the act is done in words that were given out that day: "rejected the claim in a ruling <released> Thursday"."""
    paper = top.head
    if top.dep_ != "acl" or top.tag_ != "VBN" or top.lemma_.lower() not in _GIVING_OUT:
        return False
    held = paper.head.head if paper.dep_ == "pobj" and paper.head.lower_ == "in" else None
    return held is not None and (held.i == head.i or (held.dep_ == "dobj" and held.head.i == head.i))


#: What is done with rulings, suits and letters on their day.
_GIVING_OUT = frozenset((
    "release", "issue", "file", "publish", "send", "post", "broadcast", "air", "deliver", "hand", "make", "submit", "lodge", "give",
    "sign", "announce", "address", "unseal", "circulate",
))  # fmt: skip


def _is_what_victims_did(head: Any, top: Any) -> bool:
    """Whether the dated verb tells what people were at when it befell them: "fired at fans gathered to watch a match on
    Monday"."""
    node = top
    while node.i != head.i and node.head.i != node.i:
        apart = any(t.dep_ == "mark" or (t.dep_ == "aux" and t.lower_ != "to") for t in node.children)
        if node.dep_ == "pcomp" or (is_predicate(node) and (apart or node.lemma_.lower() not in _BEING_THERE)):
            return False
        node = node.head
    return bool(node.i == head.i and head.tag_ in ("VBD", "VBN"))


def _counted_by(head: Any, count: Any) -> bool:
    """Whether the act's noun is what ``count`` counts: "dozens of assaults that occurred on Monday"."""
    return bool(is_noun(head) and head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.i == count.i)


def _holds(head: Any, event: Any) -> bool:
    """Whether the act was in the event: "killed in the attack that …"."""
    return bool(event.dep_ == "pobj" and event.head.head.i == head.i and event.head.lower_ in ("in", "during", "at"))
