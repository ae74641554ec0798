"""Organisations and people known by name: international bodies, armed groups, parties, courts, media, leaders."""

from dragoman.gazetteers.parties.lookup import KnownMention, KnownParty, all_known, by_name, find_known
from dragoman.gazetteers.parties.people import KnownPerson, all_people, known_person

__all__ = [
    "KnownMention",
    "KnownParty",
    "KnownPerson",
    "all_known",
    "all_people",
    "by_name",
    "find_known",
    "known_person",
]
