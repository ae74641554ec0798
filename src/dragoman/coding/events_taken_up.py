"""Who did what "the attack" takes up: "Rebels raided the town on Monday. The attack left nine people dead": the rebels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.syntax import is_noun, is_verb
from dragoman.records import DONE, Claim, Grounding, Parse, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURE = 0.5
_STRIKES, _ATTACKERS = words("strikes"), words("evildoers") | {"suspect", "terrorist", "man"}
_TAKING_UP = ("the", "this", "that", "these", "those")
# "killed by the blast", "hurt in the attack"
_WITHIN = ("in", "by", "during")


def doers_of_events(parse: Parse, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the doer of the attack just told of, where all that the sentence before tells of is his."""
    out: list[Claim] = []
    for claim in claims:
        at = parse.sentence_at(claim.trigger.span.start)
        if claim.act == "ASSAULT" and not claim.actors and claim.status in DONE and at is not None and at.index:
            event = _event(claim, parse)
            doers = _doers(parse, out, at.index) if event is not None else ()
            if doers and not any(_same(d, p) for d in doers for p in claim.recipients):
                claim = replace(claim, actors=tuple(_as_doer(p, str(event)) for p in doers))
        out.append(claim)
    return out


def _as_doer(party: Party, event: str) -> Party:
    found = party.grounding
    if found is None:
        return party
    return replace(party, grounding=Grounding(found.choice, _SURE, f"“{event}” takes up what {party.text} did"))


def _event(claim: Claim, parse: Parse) -> Token | None:
    """The noun that stands for an attack told of before: the subject, or what somebody is hurt in."""
    sentence = parse.sentence_at(claim.trigger.span.start)
    if sentence is None or sentence.doc is None:
        return None
    start = claim.trigger.span.start - sentence.span.start
    verb = next((t for t in sentence.doc if t.idx == start), None)
    if verb is None or not is_verb(verb):
        return None
    passive = any(c.dep_ == "nsubjpass" for c in verb.lefts)
    within = [t for p in verb.rights if p.lower_ in _WITHIN for t in p.children if t.dep_ == "pobj"]
    nouns = within if passive or verb.lemma_ == "die" else [c for c in verb.lefts if c.dep_ == "nsubj"]
    return next((t for t in nouns if _takes_up(t)), None)


def _takes_up(noun: Token) -> bool:
    """Whether the event is one just told of: "the attack", "this air strike"; not "the attack in Oslo", "the Oslo attack"."""
    if not is_noun(noun) or noun.lemma_ not in _STRIKES or list(noun.rights):
        return False
    before = list(noun.lefts)
    plain = all(c.dep_ == "det" or (c.dep_ == "compound" and c.text.islower()) for c in before)
    return plain and any(c.lower_ in _TAKING_UP for c in before)


def _doers(parse: Parse, told: Sequence[Claim], index: int) -> tuple[Party, ...]:
    """Who did all the violence of the sentence before, if it was one side, and no force that struck at attackers."""
    near = [c for c in told if c.act == "ASSAULT" and _index(parse, c) in (index - 1, index)]
    if not near or any(not c.actors or c.status not in DONE or c.historical for c in near):
        return ()
    first = near[0].actors
    if any({_who(p) for p in c.actors} != {_who(p) for p in first} for c in near):
        return ()
    # "Police shot the gunman. The attack killed two": the gunman's
    struck = (p.text.lower().split()[-1].removesuffix("s") for c in near for p in c.recipients)
    if any(word in _ATTACKERS for word in struck) or any(_is_police(p) for p in first):
        return ()
    return first if all(p.grounding is not None for p in first) else ()


def _is_police(party: Party) -> bool:
    return party.grounding is not None and "COP" in party.grounding.choice.sectors


def _who(party: Party) -> str:
    return party.actor_id or party.text


def _same(one: Party, other: Party) -> bool:
    return _who(one) == _who(other)


def _index(parse: Parse, claim: Claim) -> int:
    found = parse.sentence_at(claim.trigger.span.start)
    return found.index if found is not None else -1
