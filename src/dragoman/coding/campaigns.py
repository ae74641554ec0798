"""Figures of speech of election campaigns: candidates who attack, hit or fight each other do it in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook.types import Types
from dragoman.codebook.words import words
from dragoman.coding.senses import as_blame
from dragoman.coding.topic import Topic
from dragoman.records import Claim, Party


def _forms(stems: frozenset[str], endings: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, sorted(stems)))})(?:{endings})?")


# Words of force that say in a campaign that somebody finds fault with a rival …
_BLAME = _forms(words("campaign_blame"), "s|es|ed|ing|e|ted|ting")
# … and those that only say that he runs against him.
_RIVALRY = _forms(words("campaign_rivalry"), "s|es|ed|ing|e|en|led")
# Those who act by force, and the people they act on, are no rivals.
_OF_FORCE = words("sectors_of_force")
_VIOLENCE = words("violence_words")


def in_words(claims: Sequence[Claim], topic: Topic, types: Types) -> list[Claim]:
    """The claims of one report; in one of a campaign, what rivals do to each other by words of force is blame or nothing."""
    if not topic.campaign:
        return list(claims)
    out = []
    for claim in claims:
        word = claim.trigger.text.lower()
        if word in _ANSWERS and claim.act in ("SUPPORT", "ACCUSE", "REJECT") and _answers_pollsters(claim):
            continue
        if not (claim.frame or "").startswith("assault.") or not _between_rivals(claim):
            out.append(claim)
        elif _BLAME.fullmatch(word):
            out.append(_as_blame(claim, types))
        elif not _RIVALRY.fullmatch(word):
            out.append(claim)
    return out


def _answers_pollsters(claim: Claim) -> bool:
    """Whether only people whom pollsters ask are said to back or oppose somebody: "many white voters had reservations"."""
    return bool(claim.actors) and all(p.text.lower().split()[-1] in _ASKED for p in claim.actors)


_ASKED, _ANSWERS = words("asked_by_pollsters"), words("pollsters_answers")


def _between_rivals(claim: Claim) -> bool:
    """Whether politicians or parties stand on either side and the sentence tells of no violence beside the verb."""
    parties = (*claim.actors, *claim.recipients)
    if not claim.recipients or not all(map(_campaigns, parties)):
        return False
    beside = claim.evidence.text.lower().replace(claim.trigger.text.lower(), " ")
    return _VIOLENCE.isdisjoint(re.findall(r"[a-z]+", beside))


def _campaigns(party: Party) -> bool:
    if party.grounding is None:
        return party.text[:1].isupper() or party.text.split()[-1] in ("campaign", "camp")
    actor = party.grounding.choice
    return actor.kind != "state" and _OF_FORCE.isdisjoint(actor.sectors)


def _as_blame(claim: Claim, types: Types) -> Claim:
    blame = as_blame(claim, types, "in a report of a campaign rivals attack each other in words", claim.frame)
    return blame if blame.plover == blame.act else replace(blame, mode=None)
