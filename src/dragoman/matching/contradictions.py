"""What keeps two claims apart however alike they look: each rule says why, in words."""

from __future__ import annotations

from dragoman.matching.features import day_gap, distance
from dragoman.matching.knowledge import acts
from dragoman.matching.parties import distinct_parties, distinct_people, likeness
from dragoman.matching.profile import Profile

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_DAYS = 1  # reports of one act date it a day apart at most (time zones, late editions)
_FAR = 100.0  # km between two exact places of one country that cannot be one scene
_UNLIKE = 0.3  # likeness of two parties up to which they have at most a sector in common
_HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def contradiction(one: Profile, other: Profile) -> str | None:
    """Why the two cannot tell of one event, or ``None``."""
    if one.status_set != other.status_set:
        return f"{one.status} and {other.status} are told of different things"
    if not set(one.families) & set(other.families):
        return f"{one.act} and {other.act} are no telling of one act"
    for rule in (_days, _places, _victims, _actors, _turned, _unreal, _strangers):
        if (why := rule(one, other)) is not None:
            return why
    return None


def _days(one: Profile, other: Profile) -> str | None:
    gap = day_gap(one, other)
    if one.told_day and other.told_day and gap is not None and gap > _MOST_DAYS:
        return f"{gap} days apart"
    if gap is None and one.weekday is not None and other.weekday is not None:
        apart = abs(one.weekday - other.weekday)
        if min(apart, 7 - apart) > _MOST_DAYS:
            return f"{_NAMES[one.weekday - 1]} and {_NAMES[other.weekday - 1]} are told"
    for told, report in ((one, other), (other, one)):
        done = report.status in ("occurred", "ongoing") and told.status in ("occurred", "ongoing")
        if done and told.told_day and told.start is not None and report.published is not None:
            if told.start > report.published + _MOST_DAYS:
                return "one was reported before the day of the other"
    return None


def _places(one: Profile, other: Profile) -> str | None:
    here, there = one.place, other.place
    if here is None or there is None or not (here.exact and there.exact) or here.name == there.name:
        return None
    apart = distance(here, there)
    if apart is not None and apart <= _FAR / 2:
        return None  # twin towns across a border
    if here.country and there.country and here.country != there.country:
        return f"{here.name} and {there.name} lie in two countries"
    if apart is not None and apart > _FAR:
        return f"{here.name} and {there.name} lie {apart:.0f} km apart"
    return None


def _victims(one: Profile, other: Profile) -> str | None:
    if one.act in _HARMING and other.act in _HARMING and distinct_people(one.recipients, other.recipients):
        return f"{one.recipients[0].name} and {other.recipients[0].name} are two people"
    return None


def _actors(one: Profile, other: Profile) -> str | None:
    """What one party says, demands or imposes is no deed of another, and none towards another."""
    if one.act != other.act or one.act not in acts().by_their_actor:
        return None
    for ours, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        if distinct_parties(ours, theirs):
            return f"{ours[0].name} and {theirs[0].name} are two parties to an act that is its parties' own"
    return None


def _turned(one: Profile, other: Profile) -> str | None:
    """Blame and its answer are two acts: who acts in one is only acted on in the other."""
    if one.act != other.act or one.act in acts().either_way:
        return None
    for first, second in ((one, other), (other, one)):
        for who in first.actors:
            acting, undergoing = {w.id for w in second.actors}, {w.id for w in second.recipients}
            if who.kind != "word" and who.id in undergoing - acting - {w.id for w in first.recipients}:
                return f"{who.name} acts in one and is acted on in the other"
    return None


def _unreal(one: Profile, other: Profile) -> str | None:
    """What might be, or is planned for no day, is one with another only in the same words: they have no day to agree on.

    A meeting is planned in one word and held in another, so that talks are free of this.
    """
    if one.trigger == other.trigger and one.act == other.act:
        return None
    if "hypothetical" in (one.status, other.status):
        return "two things that might be"
    if one.act in acts().either_way and one.act not in _HARMING:
        return None
    planned = [claim for claim in (one, other) if claim.status == "planned"]
    if len(planned) == 1 and planned[0].start is None:
        return "one is planned, without a day"
    return None


def _strangers(one: Profile, other: Profile) -> str | None:
    """Two acts between parties that have neither a party nor a word in common."""
    if one.trigger == other.trigger or not {one.act, other.act} <= acts().between_parties:
        return None
    alike = [likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)]
    if {one.act, other.act} & acts().either_way:
        alike += [likeness(one.actors, other.recipients), likeness(one.recipients, other.actors)]
    return None if max(alike) > _UNLIKE else "no party and no word in common"
