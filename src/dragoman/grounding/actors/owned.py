"""Parties named by their owner: "Russian authorities", "the Hamas leadership", "Israeli special forces"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.grounding.actors import identities
from dragoman.grounding.actors.scan import AgentHit, Hit, Scan
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, Alternative


def phrase_actor(
    found: Scan, hit: AgentHit, inside: Sequence[Hit], phrase: str, before: str
) -> tuple[Actor, str, tuple[Alternative, ...]] | None:
    """Who "Russian authorities", "the Hamas leadership" or "Israeli special forces" are.

    ``inside`` are the named owners in the phrase, ``before`` the words before it.
    """
    lists = words()
    owner = inside[-1]
    head = hit.agent.word if not hit.plural else hit.agent.plural
    actor = None
    if owner.user is not None:
        actor = owner.user.actor
    elif owner.known is not None:
        actor = identities.organisation(owner.known.party)
    if actor is not None:
        counted = re.search(
            r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many|senior|top)\b",
            phrase + before[-8:],
        )
        harmed = re.search(r"(\w+)\s(?:of\s)?(?:\w+\s)?$", before)
        suffers = harmed is not None and harmed[1].lower() in lists.harm
        spoken = (head in lists.speaks_for or hit.agent.word in lists.speaks_for) and (
            hit.plural or hit.agent.kind != "person"
        )
        apart = identities.described(
            hit.agent, actor.country, of=actor.name, words=head, sectors=_merged(actor, hit), plural=hit.plural
        )
        if spoken and not counted and not suffers:
            return (
                actor,
                f"the {head} of {actor.name} act for it",
                (Alternative(apart.name, 0.3, "its people taken by themselves"),),
            )
        return apart, f"people or parts of {actor.name}", (Alternative(actor.name, 0.3, "the organisation itself"),)
    match = owner.country
    if match is None:
        return None
    code = match.country.alpha3
    if hit.agent.word.split()[-1] in lists.collective_heads or (
        hit.agent.name in ("government", "leadership", "military government") and hit.agent.kind != "person"
    ):
        if match.part:
            part = owner.span.of(found.text)
            return (
                identities.described(hit.agent, code, of=part, plural=hit.plural),
                "an authority of a part of the country",
                (),
            )
        return (
            identities.of_country_match(match) if match.how == "metonym" else identities.state(match.country),
            f"the {head} of a state are its government",
            (),
        )
    of = owner.span.of(found.text).removesuffix("'s").removesuffix("’s") if match.part and match.how == "name" else None
    lowered = (
        re.sub(r"\s+", " ", found.text[owner.span.end : hit.span.end]).strip(" ’'s-")
        if owner.span.end <= hit.span.start
        else ""
    )
    title = lowered if lowered and hit.agent.kind == "person" and not hit.plural else None
    return (
        identities.described(hit.agent, code, of=of, words=title, plural=hit.plural),
        "a kind of party and its country",
        (),
    )


def _merged(actor: Actor, hit: AgentHit) -> tuple[str, ...]:
    own = tuple(code for code in hit.agent.sectors if code not in ("UNK", "GOV", "CVL"))
    return tuple(dict.fromkeys((*(actor.sectors or own), *(own if not actor.sectors else ()))))
