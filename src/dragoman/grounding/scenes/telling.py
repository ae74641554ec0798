"""How an act is told: once and in the past, as part of an attack known already, right after the deed it followed from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.grounding.scenes.scene import Scene, common_place, common_time
from dragoman.grounding.scenes.words import AGAIN, ARREST, HARM, VIOLENCE
from dragoman.records import Claim, Parse, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Harm that is told so many sentences after the deed is the deed's.
_JUST = 2


def is_told_once(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act is told in the past: what is told in the present is mostly no single event."""
    head = sentence.root_at(claim.trigger.span)
    if head is None or claim.historical:
        return False
    first = head
    while first.dep_ == "conj" and first.head.tag_ == first.tag_:
        first = first.head
    finite = [t for t in (head, *head.children, *first.children) if t.i == head.i or t.dep_ in ("aux", "auxpass")]
    if any(t.tag_ in ("VBZ", "VBP", "MD", "VB") and t.lemma_ != "have" for t in finite):
        return False
    if any((t.lower_ == "to" and head.tag_ == "VBG") or t.lower_ == "being" for t in finite):
        return False  # "after being robbed"
    return not any(t.lower_ in AGAIN and not _is_measure(t) for t in head.subtree)


def went_on(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act had been going on for a while: "gangs had been robbing people there"."""
    head = sentence.root_at(claim.trigger.span)
    while head is not None and head.dep_ == "conj" and head.head.tag_ == head.tag_:
        head = head.head
    return head is not None and head.tag_ == "VBG" and any(t.lower_ == "been" for t in head.children)


def _is_measure(token: Token) -> bool:
    """ "More than 100 people" are no other people."""
    following = token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in ("than", "seriously")
    return token.lower_ == "more" and following


def is_of_the_attack(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act is said of an attack known already: "claimed responsibility for the attack", "carried out the raid"."""
    head = sentence.root_at(claim.trigger.span)
    if head is None:
        return False
    for token in head.subtree:
        if token.lemma_.lower() in VIOLENCE and token.dep_ in ("dobj", "pobj") and token.i > head.i:
            inner = [t.lower_ for t in token.children]
            return any(t in ("the", "this", "that") for t in inner) and not any(t in ("in", "on", "at") for t in inner)
    return False


def just_told(claim: Claim, mine: Scene, scenes: Sequence[Scene], sentence: Sentence, parse: Parse) -> Scene | None:
    """The event told one or two sentences before, of which the claim tells the harm: "… attacked a market. Ten were killed."."""
    head = sentence.root_at(claim.trigger.span)
    if head is None or claim.place is not None or mine.time is not None:
        return None
    harm = claim.act == "ASSAULT" and head.lemma_.lower() in HARM and not mine.doers and not mine.actors
    broken_up = claim.act == "COERCE" and head.lemma_.lower() in ARREST
    if not (harm or broken_up):
        return None
    wanted = "ASSAULT" if harm else "PROTEST"
    for earlier in reversed(parse.sentences[max(0, sentence.index - _JUST) : sentence.index]):
        told = [s for s in scenes if earlier.span.start <= s.at < earlier.span.end]
        same = [s for s in told if wanted in s.kinds]
        if not told:
            continue
        if not same:
            return None
        place, time = common_place(same), common_time([s for s in same if s.time is not None and s.time.span])
        return replace(same[0], place=place, time=time) if place is not None or time is not None else None
    return None
