"""Whether an act is told as background: long before the news, or over a long time up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operators
from dragoman.codebook.words import words
from dragoman.coding.status.aspect import HAVE
from dragoman.coding.syntax import infinitive_to, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_STEPS = 4  # clauses up from the act that a phrase of time may hang on
_WITHIN = ("dobj", "xcomp", "pobj", "prep", "conj", "nsubj", "nsubjpass", "attr")
_THROUGH = ("over", "in", "through", "throughout", "during", "within")
_RECENT = words("recent")


#: What somebody says or plans, and may do so again soon after.
_TAKEN_BACK = words("said_before")
_FOR_A_TERM = words("for_a_term")


def background_cue(trigger: Token, ops: Operators) -> Token | None:
    """The word that says that the act at ``trigger`` lies behind the news; ``None`` where nothing says so."""
    long_times = ops.lists["long_times"]
    before = len(trigger.doc)  # what stands between two coordinated verbs belongs to the first
    for node in _own_clause(trigger):
        for child in node.children:
            if child.lower_ == "for" and node.lemma_ in _FOR_A_TERM:
                continue  # "jailed for ten years": the sentence, not how long ago
            if child.i < before and (cue := _long_ago(child, long_times)) is not None:
                return cue
        if node.lemma_ == "use" and node.tag_ == "VBD" and trigger != node and trigger.dep_ == "xcomp":
            thing = any(c.dep_ == "dobj" for c in node.children)  # "used a knife to stab him"
            if not thing and any(c.lower_ == "to" for c in trigger.children):
                return node
        if node.dep_ == "conj" and is_verb(node) and is_verb(node.head):
            before = min(before, node.head.i)
    verb = next((n for n in _own_clause(trigger) if is_verb(n)), None)
    return _pluperfect_aside(verb) if verb is not None else None


def _own_clause(trigger: Token) -> list[Token]:
    """The trigger and what it hangs on without leaving its clause."""
    out = [trigger]
    node = trigger
    for _ in range(_MOST_STEPS):
        purpose = node.dep_ == "advcl" and infinitive_to(node) is not None
        if node.head == node or not (purpose or node.dep_ in _WITHIN):
            break
        if node.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children):
            break
        node = node.head
        out.append(node)
    return out


def _long_ago(child: Token, long_times: frozenset[str]) -> Token | None:
    word = child.lower_
    if word == "previously" and child.dep_ == "advmod" and child.head.lemma_.lower() not in _TAKEN_BACK:
        return child  # "was previously convicted of fraud", but "had previously denied it" may be of last week
    if word == "historically" or (word == "long" and child.dep_ == "advmod" and _ago(child)):
        return child
    if word == "ago" and child.dep_ == "advmod":  # "decades ago", "two years ago"
        return next((child for c in child.children if c.lemma_ in long_times or c.lower_ in long_times), None)
    if child.dep_ != "prep":
        return None
    nouns = [c for c in child.children if c.dep_ == "pobj"]
    for noun in nouns:
        if noun.lower_ == "past" and word == "in":
            return noun
        plural = noun.lower_ in ("years", "decades", "centuries", "generations")
        span = noun.lower_ in ("year", "decade", "century", "generation")
        if span and word in _THROUGH and any(c.lower_ in ("past", "last", "previous") for c in noun.children):
            return noun  # "in the past year"
        if word in ("over", "for", "in", "through", "throughout", "during") and plural:
            counted = [c for c in noun.children if c.dep_ == "nummod"]
            recent = any(c.lower_ in ("coming", "next", "future", "following") for c in noun.children)
            if not recent and not (word == "in" and counted):
                return noun
        if (
            word == "on"
            and noun.lemma_ == "occasion"
            and any(c.lower_ in ("several", "many", "numerous", "previous", "past") for c in noun.children)
        ):
            return noun
        if word == "of" and noun.lower_ in long_times:
            return noun
    return None


def _ago(adverb: Token) -> bool:
    return adverb.i + 1 < len(adverb.doc) and adverb.nbor(1).lower_ == "ago"


def _pluperfect_aside(verb: Token) -> Token | None:
    """ "the general, who had led the coup": a party's past told beside the news, unless a recent day stands with it."""
    had = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in ("had", "'d") and c.lemma_ in HAVE), None)
    if had is None or verb.dep_ != "relcl" or verb.tag_ not in ("VBN", "VBD"):
        return None
    if not any(c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    return None if any(t.lower_ in _RECENT for t in verb.subtree) else had
