"""Which claims are political: at least one party that acts in politics, or an act that is political by itself."""

from __future__ import annotations

from dragoman.records import Claim, Party

# Sectors whose bearers act in politics by themselves (PLOVER sector codes).
POLITICAL_SECTORS = frozenset(
    ("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "OPP", "PRE", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "REF", "SOC", "LAB", "REL")
)  # fmt: skip
# Acts that are political whoever does them to people: violence, coercion, protest.
POLITICAL_ACTS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION"})


def is_political(claim: Claim) -> bool:
    """Whether the claim belongs in a political record (see the coding manual: no sport, no routine business)."""
    parties = [*claim.actors, *claim.recipients]
    if any(_political(p) for p in parties):
        return True
    if claim.plover in POLITICAL_ACTS:
        return any(p.grounding is not None for p in parties)
    return False


def _political(party: Party) -> bool:
    if party.grounding is None:
        return False
    actor = party.grounding.choice
    if actor.kind == "state":
        return True
    return not POLITICAL_SECTORS.isdisjoint(actor.sectors)
