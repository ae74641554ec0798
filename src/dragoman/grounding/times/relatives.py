"""Clauses that tell on of a dated happening: "the raid on <Monday>, which killed ten", "killed last week when troops came under
attack during a search"."""

from __future__ import annotations

from typing import Any

from dragoman.codebook.words import words
from dragoman.grounding.times.syntax import SHARED, SUPPORT, Candidate, is_noun, is_predicate, predicate_above
from dragoman.records.grounding import TimeExpression
from dragoman.records.parse import Sentence
from dragoman.records.span import Span

#: What comes of an event in the days after it: "Monday's raid, which drew protests".
_AFTERMATH = words("aftermath")
_OF_COURT = words("of_court")
_AT_ONCE = frozenset(("when", "as", "while"))
_MOST_STEPS, _FARTHEST = 5, 14


def tells_on(expression: TimeExpression, time: Any, times: list[Any], head: Any) -> Candidate | None:
    """The answer where the time dates the noun right before it, or one of which the act's clause tells on."""
    if _is_right_behind(time, times, head):
        return Candidate(expression, SUPPORT, f"it stands right behind “{head.text}”")
    noun = _antecedent(time, times, head)
    if noun is None:
        return None
    return Candidate(expression, SHARED, f"it dates “{noun.text}”, of which “{head.text}” tells on")


def _is_right_behind(time: Any, times: list[Any], head: Any) -> bool:
    """Whether the time follows the act's noun, though parsers hang it on another: "the anniversary of an <attack> last year"."""
    first = min(t.i for t in times)
    if not is_noun(head) or head.i + 1 != first or time.dep_ != "npadvmod":
        return False
    node = head
    for _ in range(_MOST_STEPS):
        if node.dep_ not in ("pobj", "prep"):
            return False
        node = node.head
        if node.i == time.head.i:
            return is_noun(node)
        if is_noun(node) and node.lemma_.lower() in _AROUND_EVENT:
            return True
    return False


#: Nouns for what comes after an event: the time behind "the anniversary of the attack" is that of the attack.
_AROUND_EVENT = words("around_event")


def _antecedent(time: Any, times: list[Any], head: Any) -> Any | None:
    """The dated noun of which the act's clause tells: "the blast late <Thursday>, which tore", "the law passed in <May>, which set".

    Parsers hang the clause on the noun, on its day or on its place ("strikes this month in the town of X that left ten dead").
    """
    clause = _first(head)
    opener = opener_of(head)
    if opener is None or time.i > clause.i or not is_plainly_past(clause) or head.lemma_.lower() in _AFTERMATH:
        return None
    first, last = min(t.i for t in times), max(t.i for t in times)
    if opener.i == last + 1 or (
        is_noun(time.doc[max(0, first - 1)]) and _is_place_between(time.doc[last + 1 : opener.i])
    ):
        return _noun_before(time.doc[max(0, first - _FARTHEST) : first])
    owner = _owner(time)
    if owner is None or clause.dep_ != "relcl":
        return None
    if any(clause.head.i == t.i for t in times):
        return owner
    node = clause.head
    for _ in range(_MOST_STEPS):
        if node.i == owner.i:
            return owner if is_noun(owner) else None
        if owner.dep_ == "acl" and owner.head.i == node.i:
            return owner
        if node.dep_ not in ("pobj", "prep", "conj"):
            return None
        node = node.head
    return None


def _is_place_between(words_between: Any) -> bool:
    """Whether only a phrase of place stands between the day and the clause: "raids this month in the province of X that …"."""
    led = len(words_between) > 0 and words_between[0].lower_ in ("in", "at", "near", "on", "outside")
    return led and not any(t.is_punct or t.tag_.startswith("VB") for t in words_between)


def _noun_before(words_before: Any) -> Any | None:
    """The noun that a phrase with a day begins with: "strikes" of "strikes in the town of X earlier this month"."""
    noun = None
    for token in reversed(words_before):
        if token.is_punct or (token.tag_.startswith("VB") and token.dep_ not in ("amod", "pobj", "dobj", "compound")):
            return noun
        noun = token if is_noun(token) and token.dep_ != "compound" else noun
    return noun


def opener_of(head: Any) -> Any | None:
    """The "which" or "that" (or the "in" of "in which") that opens the clause of an act: "a raid in <which> ten were killed"."""
    for child in _first(head).lefts:
        if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("which", "that") and child.tag_ == "WDT":
            return child
        if child.lower_ == "in" and any(c.lower_ == "which" for c in child.children):
            return child
    return None


def _first(head: Any) -> Any:
    """The first of verbs joined by "and"."""
    while head.dep_ == "conj" and head.tag_ == head.head.tag_:
        head = head.head
    return head


def _owner(time: Any) -> Any | None:
    """What the time hangs on, if it is a noun or a participle behind one: "the one <passed> in May"."""
    owner = time.head.head if time.dep_ == "pobj" and time.head.dep_ == "prep" else time.head
    reduced = owner.dep_ == "acl" and owner.tag_ == "VBN"
    return owner if owner.i != time.i and (is_noun(owner) or reduced) else None


def in_one_breath(chain: list[Any]) -> bool:
    """Whether all between the act and the dated verb is told of one occasion, within a clause with "when" ("were killed last
    week when aircraft bombed a hill in support of troops who <came> under attack during a <raid>"). ``chain``: from the act up
    to that verb."""
    when = False
    for node in chain[:-1]:
        if is_predicate(node):
            if not is_plainly_past(node) or node.dep_ not in ("relcl", "advcl", "conj"):
                return False
            if node.dep_ == "advcl":
                if not any(t.lower_ in _AT_ONCE for t in node.lefts):
                    return False
                when = True
        elif node.dep_ not in ("pobj", "prep", "dobj", "nsubj", "nsubjpass", "conj", "compound"):
            return False
    return when


def happened_when(head: Any) -> bool:
    """Whether the act is told of how an event came about that opens the sentence: "the raid happened when rebels <attacked> a
    post", "the clash began after police had <shot> a boy"."""
    node = head
    while node.head.i != node.i:
        if node.dep_ == "advcl" and node.head.dep_ == "ROOT" and node.head.lemma_.lower() in _HAPPENING:
            return any(t.lower_ in _AT_ONCE or t.lower_ == "after" for t in node.lefts)
        if node.dep_ not in ("advcl", "conj", "relcl", "pobj", "prep", "dobj"):
            return False
        node = node.head
    return False


_HAPPENING = words("happening")


def is_of_convict(head: Any) -> bool:
    """Whether the act is the older deed of whom police or courts deal with: "a judge last month sentenced a man who <killed> two"."""
    clause = _first(head)
    who = any(t.lower_ == "who" and t.dep_ == "nsubj" for t in clause.lefts)
    verb = predicate_above(clause)
    return bool(clause.dep_ == "relcl" and who and verb is not None and verb.lemma_.lower() in _OF_COURT)


def is_plainly_past(verb: Any) -> bool:
    """Whether the verb is told in the plain past: "killed", "were killed", but not "had killed"."""
    helpers = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if helpers & {"had", "has", "have", "'d", "'ve"} or any(t.tag_ == "MD" for t in verb.children):
        return False
    return bool(verb.tag_ == "VBD" or helpers & {"was", "were"})


def is_of_side_clause(expression: TimeExpression, trigger: Span, sentence: Sentence) -> bool:
    """Whether the time only dates a clause that says which people or things: "freed nine men who were <seized last spring>".

    It tells nothing of when the men were freed, nor that this was another day than the report's.
    """
    head, time = sentence.root_at(trigger), sentence.root_at(expression.span)
    clause = predicate_above(time)
    if head is None or clause is None or clause.dep_ not in ("acl", "relcl") or clause.tag_ not in ("VBN", "VBD"):
        return False
    inside = clause.i == head.i or clause.is_ancestor(head) or clause.head.i == head.i
    return is_predicate(head) and head.is_ancestor(clause) and not inside
