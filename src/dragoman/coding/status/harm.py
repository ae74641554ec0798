"""What vows and renunciations come to where the act does harm."""

from __future__ import annotations

from dragoman.coding.status.chain import Chain

# Types that do harm: vowing them is a threat, forgoing them no refusal.
HOSTILE_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})


def settle_harm(chain: Chain) -> None:
    """A vow to do harm is a threat; forgoing harm is no refusal but something that is not to happen."""
    operator, cue = chain.operator, chain.cue
    if chain.status == "planned" and operator is not None and operator.hostile and cue is not None:
        if chain.applied_at == cue:
            chain.set(operator.hostile, cue, "harm that is promised is threatened")
    elif chain.status == "refused" and chain.forgone and cue is not None:
        chain.set("denied", cue, "harm that will not be done")
