"""What keeps two claims apart however alike they look: each rule says why, in words."""

from __future__ import annotations

from dragoman.matching.features import day_gap, distance
from dragoman.matching.knowledge import acts
from dragoman.matching.parties import difference, distinct_parties, distinct_people, likeness
from dragoman.matching.profile import Profile, Who
from dragoman.records import DONE

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_DAYS = 1  # reports of one act date it a day apart at most (time zones, late editions)
_FAR = 100.0  # km between two exact places of one country that cannot be one scene
_UNLIKE = 0.3  # likeness of two parties up to which they have at most a sector in common
_REAL = 0  # the set of statuses of what happens, will happen or is said not to
_ARMED = frozenset({"MIL", "REB", "UAF"})  # sectors that fight: whom one of them hits is on the other side
_FIGHTING = frozenset({"REB", "UAF", "CRM"})
_CUSTODY = frozenset({"RETREAT", "COERCE", "AID"})
_FORCES = frozenset({"COP", "MIL"})
_WEEKS = 31  # days from which on what goes on is no deed of a day
_LOOSE = frozenset({"ASSAULT"})  # acts whose kinds reports mix up
_HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def contradiction(one: Profile, other: Profile) -> str | None:
    """Why the two cannot tell of one event, or ``None``."""
    if one.status_set != other.status_set:
        return f"{one.status} and {other.status} are told of different things"
    if not set(one.families) & set(other.families):
        return f"{one.act} and {other.act} are no telling of one act"
    for rule in (
        _days,
        _lasting,
        _long_past,
        _places,
        _victims,
        _hit_back,
        _held,
        _one_and_many,
        _actors,
        _kinds,
        _both_sides,
        _denied,
        _outsiders,
        _turned,
        _unreal,
        _strangers,
    ):
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
        ahead = report.status == "planned" and report.start is None and not report.historical
        if ahead and told.told_day and told.end is not None and report.published is not None:
            if report.published > told.end + _MOST_DAYS:
                return "one was still ahead after the day of the other"
        done = report.status in DONE and told.status in DONE
        if done and told.told_day and told.start is not None and report.published is not None:
            # half a world away it may be the day after already, but then it is told as the same thing
            leeway = _MOST_DAYS if _same_words(one, other) or (one.mode is not None and one.mode == other.mode) else 0
            if told.start > report.published + leeway:
                return "one was reported before the day of the other"
    return None


def _lasting(one: Profile, other: Profile) -> str | None:
    """What has gone on for weeks is no deed of a day: the talks since spring, and the meeting that was called off; who has been
    held since July, and who was arrested yesterday.
    """
    for long, short in ((one, other), (other, one)):
        if long.since is None or short.since is not None or short.published is None:
            continue
        begun = short.start if short.start is not None else short.published
        if begun - long.since <= _WEEKS:
            continue
        if long.status == "ongoing" and short.status != "ongoing":
            return "one has gone on for weeks"
        if long.recipients and short.recipients and likeness(long.recipients, short.recipients) <= _UNLIKE:
            return f"{long.recipients[0].name} since weeks, and {short.recipients[0].name} now"
    return None


def _long_past(one: Profile, other: Profile) -> str | None:
    """A report that tells one thing of a time well before it and another as news tells of two, unless they share a party or
    a place, or hardly say who (a trial is news of the past).
    """
    if one.article_id != other.article_id or one.past == other.past or one.sentence == other.sentence:
        return None
    if max(likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)) > _UNLIKE:
        return None
    if one.place is not None and other.place is not None and one.place.exact and one.place.name == other.place.name:
        return None
    if any(one.numbers[what] == other.numbers[what] for what in one.numbers.keys() & other.numbers.keys()):
        return None
    if max(difference(one.actors, other.actors), difference(one.recipients, other.recipients)) <= _UNLIKE:
        return None
    return "one report tells one of them of the past, and the other as news"


def _same_words(one: Profile, other: Profile) -> bool:
    """Whether both are told in one word, or by one frame."""
    return one.trigger == other.trigger or (one.frame is not None and one.frame == other.frame)


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


def _hit_back(one: Profile, other: Profile) -> str | None:
    """To shoot the gunman is another deed than what he did: whoever attacks is hit in one, and only others in the other."""
    if one.act != "ASSAULT" or other.act != "ASSAULT" or one.either_way or other.either_way:
        return None
    for ours, theirs in ((one.recipients, other.recipients), (other.recipients, one.recipients)):
        if ours and theirs and all(w.masked for w in ours) and not any(_may_attack(w) for w in theirs):
            return f"{ours[0].name} is hit in one, and {theirs[0].name} in the other"
    return None


def _held(one: Profile, other: Profile) -> str | None:
    """Those freed, held or rescued on the one side of a war are none of those of the other: captive girls, jailed fighters."""
    if one.act != other.act or one.act not in _CUSTODY or not one.recipients or not other.recipients:
        return None
    if all(_of_two_sides(a, b) for a in one.recipients for b in other.recipients):
        return f"{one.recipients[0].name} and {other.recipients[0].name} are of two sides"
    return None


def _of_two_sides(one: Who, other: Who) -> bool:
    """Whether one is known to fight, and the other known not to."""
    fighting = [bool(_FIGHTING & set(w.sectors)) for w in (one, other)]
    known = all(w.sectors and w.sectors != ("UNK",) and not w.masked for w in (one, other))
    return known and fighting[0] != fighting[1] and one.head != other.head


def _one_and_many(one: Profile, other: Profile) -> str | None:
    """Who is hit by the police after a deed is one, and whom the deed hit are many: "the driver", "84 people"."""
    if one.act != "ASSAULT" or other.act != "ASSAULT" or one.either_way or other.either_way:
        return None
    for shot, deed in ((one, other), (other, one)):
        if not shot.recipients or not deed.recipients or any(w.many for w in shot.recipients):
            continue
        forces = bool(shot.actors) and all(_FORCES & set(w.sectors) for w in shot.actors)
        theirs = any(_FORCES & set(w.sectors) for w in deed.actors)
        if ((forces and not theirs) or all(w.masked for w in shot.recipients)) and all(w.many for w in deed.recipients):
            return f"{shot.recipients[0].name} is one, and {deed.recipients[0].name} are many"
    return None


def _may_attack(who: Who) -> bool:
    """Whether a party may be whoever another report calls a gunman."""
    return (
        who.masked
        or who.kind in ("person", "word")
        or bool(_FIGHTING & set(who.sectors))
        or not who.sectors
        or who.sectors == ("UNK",)
    )


def _actors(one: Profile, other: Profile) -> str | None:
    """What one party says, demands or imposes is no deed of another, and none towards another.

    So it is with any act that was only demanded, offered, threatened or refused.
    """
    if one.act != other.act or (one.status_set == _REAL and one.act not in acts().by_their_actor):
        return None
    for ours, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        if distinct_parties(ours, theirs):
            return f"{ours[0].name} and {theirs[0].name} are two parties to an act that is its parties' own"
    return None


def _kinds(one: Profile, other: Profile) -> str | None:
    """To sign and to praise are two deeds of one act. Violence is told too loosely for this: "shelled" here, "bombed" there."""
    if one.act != other.act or one.act in _LOOSE or not one.kinds or not other.kinds or one.kinds & other.kinds:
        return None
    return f"{one.frame} and {other.frame} are two kinds of deed"


def _both_sides(one: Profile, other: Profile) -> str | None:
    """Another doer and another victim make another deed (reports of one deed may disagree about either)."""
    if one.either_way or other.either_way:
        return None
    if distinct_parties(one.actors, other.actors) and distinct_parties(one.recipients, other.recipients):
        return f"{one.actors[0].name} to {one.recipients[0].name} and {other.actors[0].name} to {other.recipients[0].name} are two deeds"
    return None


def _denied(one: Profile, other: Profile) -> str | None:
    """A denial is of a deed that its own doer is said to have done, to those it was done to."""
    if (one.status == "denied") == (other.status == "denied") or one.either_way or other.either_way:
        return None
    for ours, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        if ours and theirs and likeness(ours, theirs) <= 0:
            return f"what is denied is of {ours[0].name}, what is told of {theirs[0].name}"
    return None


def _outsiders(one: Profile, other: Profile) -> str | None:
    """Two meetings, if each has somebody who cannot be anybody of the other: a host sees two visitors one after the other."""
    if not (one.either_way and other.either_way):
        return None
    first, second = (*one.actors, *one.recipients), (*other.actors, *other.recipients)
    ours = next((who for who in first if _outside(who, second)), None)
    theirs = next((who for who in second if _outside(who, first)), None)
    return None if ours is None or theirs is None else f"{ours.name} is in one, and {theirs.name} in the other"


def _outside(who: Who, others: tuple[Who, ...]) -> bool:
    """Whether a party is like none of ``others``, and surely another than one of them."""
    alike = [likeness((who,), (other,)) for other in others]
    return max(alike, default=1.0) <= 0 and min(alike) < 0


def _turned(one: Profile, other: Profile) -> str | None:
    """Blame and its answer are two acts: who acts in one is only acted on in the other."""
    if one.act != other.act or one.either_way or other.either_way:
        return None
    for first, second in ((one, other), (other, one)):
        for who in first.actors:
            acting, undergoing = _sides(second.actors), _sides(second.recipients)
            if not _sides((who,)).isdisjoint(undergoing - acting - _sides(first.recipients)):
                return f"{who.name} acts in one and is acted on in the other"
    return None


def _sides(parties: tuple[Who, ...]) -> set[str]:
    """The parties by id, and the armed side of a country that each is of."""
    found = {w.id for w in parties if w.kind != "word" and not w.vague}
    return found | {f"{w.country} {s}" for w in parties if w.country for s in w.sectors if s in _ARMED}


def _unreal(one: Profile, other: Profile) -> str | None:
    """What might be, is planned for no day or came to nothing is one with another only in the same words. What is demanded,
    threatened or offered needs at least the same frame.

    A meeting is planned in one word and held in another, so that talks are free of this.
    """
    if one.trigger == other.trigger and one.act == other.act:
        return None
    if "hypothetical" in (one.status, other.status):
        return "two things that might be"
    if one.either_way and other.either_way:
        return None
    if any(claim.status == "planned" and claim.start is None for claim in (one, other)):
        return "one is planned, without a day"
    # an attack that was beaten off is told as an attack, too
    if one.act not in _LOOSE and {one.status, other.status} in ({"failed", "occurred"}, {"failed", "ongoing"}):
        return "one came to nothing"
    if one.status_set != _REAL and (one.frame is None or one.frame != other.frame):
        return f"two things that are {one.status}"
    return None


def _strangers(one: Profile, other: Profile) -> str | None:
    """Two acts between parties that have neither a party nor a word in common.

    To act in the same word is enough only where any party may be left unsaid: that sanctions were "imposed" is told of all.
    """
    if not {one.act, other.act} <= acts().between_parties or one.sentence == other.sentence:
        return None
    own = {one.act, other.act} <= acts().by_their_actor
    if one.trigger == other.trigger and (not own or len(one.words & other.words) > 1):
        return None
    if one.told_day and other.told_day and one.start == other.start and _same_words(one, other):
        return None  # "it had been initialled on 21 November"
    alike = [likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)]
    if one.either_way or other.either_way:
        alike += [likeness(one.actors, other.recipients), likeness(one.recipients, other.actors)]
    if own and _veiled(one, other):
        return None
    return None if max(alike) > _UNLIKE else "no party and no word in common"


def _veiled(one: Profile, other: Profile) -> bool:
    """Whether both tell in one word or frame of what befell somebody whom one of them does not name: "a man was charged"."""
    if not _same_words(one, other) or not one.recipients or not other.recipients:
        return False
    return all(_may_be(a, b) or _may_be(b, a) for a in one.recipients for b in other.recipients)


def _may_be(unnamed: Who, who: Who) -> bool:
    """Whether "a teenage girl" or "the gunman" may be somebody another report names."""
    said = unnamed.vague or unnamed.masked or unnamed.head in acts().anyone
    same_land = not unnamed.country or not who.country or unnamed.country == who.country
    return said and not unnamed.many and same_land and (who.kind == "person" or who.vague or who.masked)
