"""Actor and recipient of one act are two: a resolution that makes them one is taken back.

The rule is that of binding (Chomsky, *Lectures on Government and Binding*, 1981, principles B and C): within one clause
neither a plain pronoun nor a name refers to what another argument of the same verb refers to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.grounding.actors.pronouns import is_pronoun
from dragoman.records import Actor, Party

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


def each_once(parties: Sequence[Party]) -> tuple[Party, ...]:
    """The parties with every person once, by his name where one mention has it ("the chief, Ana Lund, said she …").

    A description further on that was taken for one of them is another: "Ana Lund met with the bishop and the mayor".
    """
    out: dict[str, Party] = {}
    for at, party in enumerate(parties):
        actor = party.grounding.choice if party.grounding is not None else None
        key = actor.id if actor is not None and actor.kind == "person" else str(at)
        before = out.get(key)
        if before is None or actor is None:
            out[key] = party
        elif party.text.lower().startswith("the ") and party.span.start > before.span.end + len(", "):
            out[str(at)] = replace(party, grounding=None)
        elif not _has_name(before, actor) and _has_name(party, actor):
            out[key] = party
    return tuple(out.values())


def _has_name(party: Party, actor: Actor) -> bool:
    return actor.name.split()[-1] in party.text
