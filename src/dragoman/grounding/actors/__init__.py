"""Parties: from words for them to identities."""

from dragoman.grounding.actors.imported import ImportedActor, ImportedActors, Period, Problem
from dragoman.grounding.actors.importing import import_actors
from dragoman.grounding.actors.linking import MergeProposal, link_actors
from dragoman.grounding.actors.phrase import ground_span
from dragoman.grounding.actors.resolve import Reading, find_actors, read_parties

__all__ = [
    "ImportedActor",
    "ImportedActors",
    "MergeProposal",
    "Period",
    "Problem",
    "Reading",
    "find_actors",
    "ground_span",
    "import_actors",
    "link_actors",
    "read_parties",
]
