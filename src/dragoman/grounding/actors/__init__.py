"""Parties: from words for them to identities."""

from dragoman.grounding.actors.imported import ImportedActor, ImportedActors, Period, Problem
from dragoman.grounding.actors.importing import import_actors
from dragoman.grounding.actors.linking import MergeProposal, certain_merges, link_actors, merged_ids
from dragoman.grounding.actors.phrase import ground_span
from dragoman.grounding.actors.pronouns import is_pronoun
from dragoman.grounding.actors.resolve import Reading, find_actors, read_parties

__all__ = [
    "ImportedActor",
    "ImportedActors",
    "MergeProposal",
    "Period",
    "Problem",
    "Reading",
    "certain_merges",
    "find_actors",
    "ground_span",
    "import_actors",
    "is_pronoun",
    "link_actors",
    "merged_ids",
    "read_parties",
]
