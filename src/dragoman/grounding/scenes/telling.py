"""How an act is told: once and in the past, as part of an attack known already, right after the deed it followed from."""

from __future__ import annotations

import re
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
    if any(t.tag_ == "MD" or (t.tag_ in ("VBZ", "VBP", "VB") and t.lemma_ != "have") for t in finite):
        if not (_is_headline(head) or _opens_report(head, sentence)):
            return False
    if any((t.lower_ == "to" and head.tag_ == "VBG") or t.lower_ == "being" for t in finite):
        return False  # "after being robbed"
    return not any(
        t.lower_ in AGAIN and not (_is_measure(t) or _leads(t) or _is_of_other_people(t)) and _is_of(t, head)
        for t in head.subtree
    )


def _leads(token: Token) -> bool:
    """ "Before police shot him": the word opens the clause, and tells of no other time."""
    return token.lower_ in ("before", "since") and token.dep_ == "mark"


def _is_of_other_people(token: Token) -> bool:
    """ "Wounding scores of other people": those besides the ones told of, in the same event."""
    return (
        token.lower_ in ("other", "others")
        and token.lemma_.lower() not in VIOLENCE
        and token.head.lemma_ not in VIOLENCE
    )


def _is_of(token: Token, head: Token) -> bool:
    """Whether the word stands in the clause of ``head`` itself and not in one below."""
    for above in token.ancestors:
        if above.i == head.i:
            return True
        if above.tag_.startswith("VB") and above.dep_ not in ("aux", "auxpass", "amod"):
            return False
    return token.i == head.i


def _is_headline(verb: Token) -> bool:
    """Whether a headline tells its news in the present: "Gunmen storm base, killing six"."""
    return verb.dep_ == "ROOT" and verb.tag_ in ("VBZ", "VBP") and verb.doc[-1].text[-1:] not in ".!?:…\"”'’"


def _opens_report(verb: Token, sentence: Sentence) -> bool:
    """Whether it is the headline that a report without a title begins with: "County lifts burn ban."."""
    return sentence.index == 0 and verb.dep_ == "ROOT" and verb.tag_ in ("VBZ", "VBP") and len(verb.doc) <= _HEADLINE


#: A headline has so many words at most.
_HEADLINE = 14


def went_on(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act had been going on for a while: "gangs had been robbing people there"."""
    head = sentence.root_at(claim.trigger.span)
    while head is not None and head.dep_ == "conj" and head.head.tag_ == head.tag_:
        head = head.head
    return head is not None and head.tag_ == "VBG" and any(t.lower_ == "been" for t in head.children)


def _is_measure(token: Token) -> bool:
    """ "More than 100 people" are no other people, and "dozens more were injured" those of the same event."""
    if token.lower_ != "more" or token.i + 1 >= len(token.doc):
        return False
    following = token.doc[token.i + 1]
    counted = token.i > 0 and (token.nbor(-1).tag_ == "CD" or token.nbor(-1).lower_ in ("dozens", "scores", "hundreds"))
    return following.lower_ in ("than", "seriously") or (counted and not following.tag_.startswith(("NN", "JJ")))


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


def of_named_event(claim: Claim, scenes: Sequence[Scene], sentence: Sentence, text: str) -> list[Scene]:
    """The scenes of the event, told of before, that is said to have done the act: "the <strikes> killed ten", of strikes, and
    no other violence that the report tells of."""
    verb = sentence.root_at(claim.trigger.span)
    doers = [t for t in verb.lefts if t.dep_ == "nsubj"] if verb is not None else []
    known = [t for t in doers if any(c.lower_ in ("the", "this", "those", "these", "that") for c in t.lefts)]
    named = [_event_word(t.text) for t in known if t.lemma_.lower() in VIOLENCE and not _is_narrowed(t)]
    return [s for s in scenes if s.at < claim.trigger.span.start and _event_word(_word_at(text, s.at)) in named]


def _is_narrowed(noun: Token) -> bool:
    """Whether words tell which of several it is: "the second attack", "the attack in Bonn"."""
    return any(t.dep_ in ("amod", "compound", "poss", "prep", "relcl", "acl") for t in noun.children)


def _word_at(text: str, start: int) -> str:
    found = _WORD.match(text, start)
    return found[0] if found is not None else ""


_WORD = re.compile(r"[\w-]+")


def _event_word(word: str) -> str:
    """ "Air-strikes", "airstrike" and "strikes" are one."""
    return word.lower().removeprefix("air").removeprefix("-").removesuffix("s")
