"""Words behind which states stand: the "we" of who speaks for one, an adjective that joins two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.words import words
from dragoman.gazetteers.countries import by_alpha3, match
from dragoman.grounding.actors import identities
from dragoman.records import Actor

_OF_STATE = words("speaks_for_state")
_BELOW_STATE = words("below_state")
_JOINED = re.compile(r"(?:the )?((?:[A-Z][\w.]+ )?[A-Z][\w.]+)[-–/]((?:[A-Z]\w+ )?[A-Z][\w.]+)")


def state_spoken_for(speaker: Actor) -> Actor | None:
    """The state for which somebody says "we" by his office: a spokesman of its government, a minister, an ambassador."""
    if speaker.country is None or not speaker.offices or "GOV" not in speaker.sectors:
        return None
    title = speaker.offices[-1].title.lower().split()
    if not any(word in _OF_STATE for word in title) or any(word in _BELOW_STATE for word in title):
        return None
    return identities.state(by_alpha3(speaker.country))


def state_at_war(speaker: Actor, act: str, others: Sequence[Actor]) -> Actor | None:
    """The state whose war or policy somebody in its politics tells as "we": a senator's "we have been bombing Yemen".

    ``others`` are those whom it befalls: another state or its people, or an armed group.
    """
    if act not in _OF_STATES or speaker.country is None or speaker.sectors[:1] not in _IN_POLITICS:
        return None
    abroad = [a for a in others if a.country not in (None, speaker.country) or set(a.sectors) & _ARMED]
    return identities.state(by_alpha3(speaker.country)) if abroad else None


# What states do to each other and to armed groups, and politicians do not by themselves.
_OF_STATES = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "AID"})
_IN_POLITICS = (("GOV",), ("LEG",), ("MIL",), ("ELI",))
_ARMED = frozenset({"REB", "IMG", "UAF", "PRM"})


def joined_states(written: str) -> tuple[Actor, ...]:
    """The two states of an adjective that joins them ("US-South Korean"); ``()`` of any other words."""
    found = _JOINED.fullmatch(written)
    if found is None:
        return ()
    one, other = (match(part) for part in found.groups())
    if one is None or other is None:
        return ()
    return identities.state(one.country), identities.state(other.country)
