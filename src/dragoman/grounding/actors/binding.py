"""Actor and recipient of one act are two: a resolution that makes them one is taken back.

The rule is that of binding (Chomsky, *Lectures on Government and Binding*, 1981, principles B and C): within one clause
neither a plain pronoun nor a name refers to what another argument of the same verb refers to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.grounding.actors.pronouns import is_pronoun
from dragoman.records import Party

_REFLEXIVE = ("himself", "herself", "itself", "themselves", "ourselves", "each other", "one another", "both")


def kept_apart(actors: Iterable[Party], recipients: Iterable[Party]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients of one act, unresolved where a resolution would let a party act on itself.

    Of two mentions with one identity the pronoun loses it, else the recipient; reflexives keep theirs.
    """
    acting, acted_on = list(actors), list(recipients)
    for j, recipient in enumerate(acted_on):
        if recipient.text.lower() in _REFLEXIVE:
            continue
        for i, actor in enumerate(acting):
            if actor.actor_id is None or actor.actor_id != recipient.actor_id:
                continue
            if is_pronoun(actor.text) and not is_pronoun(recipient.text):
                acting[i] = replace(actor, grounding=None)
            else:
                acted_on[j] = replace(recipient, grounding=None)
                break
    return tuple(acting), tuple(acted_on)
