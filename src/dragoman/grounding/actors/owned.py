"""Parties named by their owner: "Russian authorities", "the Hamas leadership", "Israeli special forces"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.grounding.actors import identities
from dragoman.grounding.actors.scan import AgentHit, Hit, Scan
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, Alternative

#: The reason that mentions of a party of several states bear.
SEVERAL_STATES = "a party of several states together"
_JOINED_BEFORE = re.compile(r"(?:,? and |, |,? or | & |[-–/])$")
_JOINED_AFTER = re.compile(r"(?:,? and |, |,? or | & )(?:the )?")
_SPEAKS_FOR = re.compile(r"\s(?:of|from)\s(?:the\s)?(?:\w+\s){0,2}(?:government|state|ministry|authorities)\b")
# Names that stand before a noun as adjectives do.
_ADJECTIVAL = frozenset({"US", "U.S.", "UK", "U.K.", "UAE"})


def owners_before(found: Scan, start: int) -> tuple[int, list[Hit]]:
    """Further owners in a row before ``start`` ("French, German and «Italian ministers»"), and where the row begins."""
    owners: list[Hit] = []
    while joined := _JOINED_BEFORE.search(found.text[max(0, start - 6) : start]):
        end = start - len(joined[0])
        hit = found.hit_over(end - 1)
        if hit is None or hit.country is None or hit.span.end != end:
            break
        if hit.country.how != "demonym" and hit.span.of(found.text) not in _ADJECTIVAL:
            break
        owners.insert(0, hit)
        start = hit.span.start
    return start, owners


def owners_after(found: Scan, end: int) -> tuple[int, list[Hit]]:
    """Further owners in a row after ``end`` ("ministers of «Norway», Turkey and Uzbekistan"), and where the row ends.

    A row of names ends in "and"; a lone comma begins something else ("the army of Chad, France said").
    """
    owners: list[Hit] = []
    last = end
    while joined := _JOINED_AFTER.match(found.text, last):
        hit = found.hit_over(joined.end())
        if hit is None or hit.country is None or hit.country.how not in ("name", "capital"):
            break
        if hit.span.start != joined.end():
            break
        owners.append(hit)
        last = hit.span.end
        if joined[0].strip() != ",":
            return last, owners
    return end, []


def sectors_beside(found: Scan, hit: AgentHit) -> tuple[str, ...] | None:
    """The sectors of the office or body whose word stands before the noun ("police units", "an airline manager")."""
    start = hit.span.start
    if hit.agent.word == "representative" and _SPEAKS_FOR.match(found.text, hit.span.end):
        return ("GOV",)  # they speak for a government, and sit in no parliament
    if start < 2 or found.text[start - 1] != " " or hit.agent.sectors[0] not in ("MIL", "UNK", "GOV", "LAB"):
        return None
    body = found.agent_over(start - 2)
    if hit.agent.sectors[0] == "UNK" and body is not None and body.span.end + 1 == start and body.agent.kind == "body":
        return body.agent.sectors  # "an airline manager"
    office = found.hit_over(start - 2)
    if office is None or office.office is None or office.span.end + 1 != start:
        return None
    return office.office.office.sectors


def phrase_actor(
    found: Scan, hit: AgentHit, inside: Sequence[Hit], phrase: str, before: str
) -> tuple[Actor, str, tuple[Alternative, ...]] | None:
    """Who "Russian authorities", "the Hamas leadership" or "Israeli special forces" are.

    ``inside`` are the named owners in the phrase, ``before`` the words before it.
    """
    lists = words()
    owner = inside[-1]
    states = {hit.country.country.alpha3: hit.country.country for hit in inside if hit.country is not None}
    if len(states) > 1 and all(hit.country is not None for hit in inside) and _in_a_row(found, inside):
        return (
            identities.of_several(hit.agent, tuple(states.values()), plural=hit.plural),
            SEVERAL_STATES,
            (),
        )
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
    if owner.span.start > hit.span.end and hit.agent.sectors[0] == "LEG" and hit.agent.word == "representative":
        # "representatives of the Nigerian government": they speak for the state, and sit in no parliament
        return identities.described(hit.agent, code, sectors=("GOV",), plural=hit.plural), "who speaks for a state", ()
    of = owner.span.of(found.text).removesuffix("'s").removesuffix("’s") if match.part else None
    lowered = (
        re.sub(r"^[’']s?\s|[ ,’'-]+$|^[ ,’'-]+", "", re.sub(r"\s+", " ", found.text[owner.span.end : hit.span.end]))
        if owner.span.end <= hit.span.start
        else ""
    )
    title = lowered if lowered and hit.agent.kind == "person" and not hit.plural else None
    return (
        identities.described(
            hit.agent, code, of=of, words=title, sectors=sectors_beside(found, hit), plural=hit.plural
        ),
        "a kind of party and its country",
        (),
    )


def _in_a_row(found: Scan, inside: Sequence[Hit]) -> bool:
    """Whether the owners are joined with each other, and not one the other's adjective ("Syrian Turkish-backed")."""
    gaps = (found.text[a.span.end : b.span.start] for a, b in pairwise(inside))
    return all(re.fullmatch(r",? (?:and|or|&) (?:the )?|, (?:the )?|[-–/]", gap) for gap in gaps)


def _merged(actor: Actor, hit: AgentHit) -> tuple[str, ...]:
    own = tuple(code for code in hit.agent.sectors if code not in ("UNK", "GOV", "CVL"))
    return tuple(dict.fromkeys((*(actor.sectors or own), *(own if not actor.sectors else ()))))
