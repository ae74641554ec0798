"""Across articles: which actors may be one and the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.grounding.actors.names import plain, same_full_name, skeleton
from dragoman.records import Actor


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """A proposal that ``other`` is ``keep`` (both actor ids), with how sure and why. Nothing is merged by it."""

    keep: str
    other: str
    score: float
    reason: str


# A proposal below this is not worth a person's look.
_LEAST = 0.5
# From here on a merge is made without asking (and can be undone): spellings of one name and the same country, or the
# very same name, and nothing that speaks against it.
CERTAIN = 0.85


def link_actors(actors: Iterable[Actor]) -> list[MergeProposal]:
    """Pairs of people and organisations that are likely one, best first; a clash of countries lowers the score.

    States, offices and described parties have ids that already say all; only people and organisations are compared.
    """
    distinct = {actor.id: actor for actor in actors if actor.kind in ("person", "organisation")}
    blocks: dict[tuple[str, str], list[Actor]] = defaultdict(list)
    for actor in distinct.values():
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            last = name.split()[-1] if name.split() else ""
            if skeleton(last) and (actor.kind == "organisation" or " " in name):
                key = skeleton(last) if actor.kind == "person" else plain(name)
                if actor not in blocks[actor.kind, key]:
                    blocks[actor.kind, key].append(actor)
    proposals: dict[tuple[str, str], MergeProposal] = {}
    for _, block in sorted(blocks.items()):
        ordered = sorted(block, key=lambda a: (-len(a.aliases), -len(a.name), a.id))
        for i, keep in enumerate(ordered):
            for other in ordered[i + 1 :]:
                proposal = _compare(keep, other)
                pair = (min(keep.id, other.id), max(keep.id, other.id))
                if proposal is not None and (pair not in proposals or proposals[pair].score < proposal.score):
                    proposals[pair] = proposal
    return sorted(proposals.values(), key=lambda p: (-p.score, p.keep, p.other))


def certain_merges(actors: Iterable[Actor]) -> list[MergeProposal]:
    """The proposals that are made without asking, in an order that does not depend on that of the actors.

    An actor that is as likely two others is left alone: a proposal stands only if all that its two actors are certainly
    merged with are certainly one with each other.
    """
    sure = [p for p in link_actors(actors) if p.score >= CERTAIN]
    together: dict[str, set[str]] = defaultdict(set)
    for p in sure:
        together[p.keep].add(p.other)
        together[p.other].add(p.keep)
    kept = [p for p in sure if together[p.keep] - {p.other} == together[p.other] - {p.keep}]
    return sorted(kept, key=lambda p: (p.keep, p.other))


def merged_ids(actors: Iterable[Actor]) -> dict[str, str]:
    """Actor id → the id it counts as once certain merges are made; ids that stay as they are do not occur."""
    into: dict[str, str] = {}

    def root(actor_id: str) -> str:
        while actor_id in into:
            actor_id = into[actor_id]
        return actor_id

    for proposal in certain_merges(actors):
        keep, other = root(proposal.keep), root(proposal.other)
        if keep != other:
            into[other] = keep
    return {actor_id: root(actor_id) for actor_id in sorted(into)}


def _compare(keep: Actor, other: Actor) -> MergeProposal | None:
    names = [(a, b) for a in _full(keep) for b in _full(other)]
    if keep.kind == "organisation":
        shared = next((a for a, b in names if plain(a) == plain(b)), None)
        if shared is None:
            return None
        score, reasons = 0.8, [f"both are called “{shared}”"]
    else:
        if any(plain(a) == plain(b) for a, b in names):
            score, reasons = 0.85, ["the same full name"]
        else:
            variant = next(((a, b) for a, b in names if same_full_name(a, b)), None)
            if variant is None:
                return None
            initial = min(len(variant[0].split()[0].rstrip(".")), len(variant[1].split()[0].rstrip("."))) == 1
            said = "an initial and a name that it may stand for" if initial else "spellings of one name"
            score, reasons = 0.6 if initial else 0.75, [f"“{variant[0]}” and “{variant[1]}” are {said}"]
    if keep.country and other.country:
        if keep.country == other.country:
            score, reasons = score + 0.1, [*reasons, f"both {keep.country}"]
        else:
            score, reasons = score - 0.35, [*reasons, f"but {keep.country} and {other.country}"]
    titles = {o.title.lower() for o in keep.offices} & {o.title.lower() for o in other.offices}
    if titles:
        score, reasons = score + 0.05, [*reasons, f"the same office “{min(titles)}”"]
    if keep.sectors and other.sectors and not set(keep.sectors) & set(other.sectors):
        score, reasons = score - 0.1, [*reasons, "in different sectors"]
    score = round(min(score, 0.99), 2)
    return MergeProposal(keep.id, other.id, score, ", ".join(reasons)) if score >= _LEAST else None


def _full(actor: Actor) -> list[str]:
    return [n for n in dict.fromkeys((actor.name, *actor.aliases)) if actor.kind == "organisation" or " " in n]
