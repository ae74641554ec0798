"""What vows and renunciations come to where the act does harm."""

from __future__ import annotations

from dragoman.codebook.operators import Operators
from dragoman.coding.status.chain import Chain

# Types that do harm: vowing them is a threat, forgoing them no refusal.
HOSTILE_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})


def settle_harm(chain: Chain, operators: Operators) -> None:
    """A vow to do harm is a threat, readiness for it too; forgoing harm is no refusal but something not to happen."""
    operator, cue = chain.operator, chain.cue
    if chain.status == "offered" and operator is not None and operator.hostile and cue is not None:
        if chain.applied_at == cue or operator.id == "ready":
            plain = chain.act in operators.lists["drills"]
            chain.set("planned" if plain else operator.hostile, cue, "who is ready for harm plans or threatens it")
        return
    if chain.status == "planned" and operator is not None and operator.hostile and cue is not None:
        if chain.applied_at == cue:
            chain.set(operator.hostile, cue, "harm that is promised is threatened")
    elif chain.status == "refused" and chain.forgone and cue is not None:
        chain.set("denied", cue, "harm that will not be done")
