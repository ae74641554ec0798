"""Actors across the reports of an archive: who is surely one, and who may be."""

from __future__ import annotations

from dragoman.archive import Archive
from dragoman.grounding.actors import MergeProposal, certain_merges, link_actors


def link(archive: Archive) -> tuple[int, int]:
    """Merge the actors that are surely one, as the archive's reports are now; gives (merges made, merges taken back).

    Each merge is on record with its reason and can be undone; one that a person undid is not made again. The outcome
    does not hang on the order in which reports were added.
    """
    sure = certain_merges(archive.unmerged_actors())
    return archive.link_actors((p.keep, p.other, f"{p.reason} (score {p.score:.2f})") for p in sure)


def likely(archive: Archive) -> list[MergeProposal]:
    """Pairs that may be one and are not merged, the likeliest first: for a person to decide."""
    identity: dict[str, str] = {}
    for entry in archive.actors():
        identity.update(dict.fromkeys((entry.actor.id, *entry.merged), entry.actor.id))
    undone = {frozenset((m.kept, m.other)) for m in archive.merges() if m.undone_at is not None}
    return [
        p
        for p in link_actors(archive.unmerged_actors())
        if identity.get(p.keep) != identity.get(p.other) and frozenset((p.keep, p.other)) not in undone
    ]
