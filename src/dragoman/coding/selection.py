"""Which claims are political: at least one party that acts in politics, or an act that is political by itself."""

from __future__ import annotations

from dragoman.coding.topic import Topic
from dragoman.records import Claim, Party

# Sectors whose bearers act in politics by themselves (PLOVER sector codes).
POLITICAL_SECTORS = frozenset(
    ("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "OPP", "PRE", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "REF", "SOC", "LAB", "REL")
)  # fmt: skip
# Acts that are political whoever does them to people: violence and protest. (A bank bans its customers every day.)
POLITICAL_ACTS = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})


# What a sports report may tell of politics: everything else in it is the game.
_BESIDE_SPORT = frozenset({"ASSAULT", "PROTEST", "SANCTION", "COERCE"})


def is_political(claim: Claim, topic: Topic) -> bool:
    """Whether the claim belongs in a political record (see the coding manual: no sport, no routine business).

    In a sports report only states count as political, and in a report of an accident nobody's force hurt people.
    """
    parties = [*claim.actors, *claim.recipients]
    if topic.sport and (claim.plover not in _BESIDE_SPORT or not any(_is_state(p) for p in parties)):
        return False
    if topic.accident and claim.act in ("ASSAULT", "COERCE") and not claim.actors:
        return False
    if any(_political(p) for p in parties):
        return True
    if claim.plover in POLITICAL_ACTS:
        return any(p.grounding is not None for p in parties)
    return False


def _is_state(party: Party) -> bool:
    return party.grounding is not None and party.grounding.choice.kind == "state"


def _political(party: Party) -> bool:
    if party.grounding is None:
        return False
    actor = party.grounding.choice
    if actor.kind == "state":
        return True
    return not POLITICAL_SECTORS.isdisjoint(actor.sectors)
