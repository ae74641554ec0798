"""What keeps two claims apart however alike they look: each rule says why, in words.

Here are the rules of days, places, kinds of deed and statuses; those of who acts are in ``parties_apart``.
"""

from __future__ import annotations

from dragoman.matching.features import day_gap, distance
from dragoman.matching.parties import difference, likeness
from dragoman.matching.parties_apart import REAL, RULES, UNLIKE
from dragoman.matching.profile import Profile, same_words
from dragoman.records import DONE

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_DAYS = 1  # reports of one act date it a day apart at most (time zones, late editions)
_LATE, _SHORT = 2, 10  # … or this many, where one tells a week or so; days that such a time lasts at most
_FAR = 100.0  # km between two exact places of one country that cannot be one scene
_WEEKS = 31  # days from which on what goes on is no deed of a day
_LOOSE = frozenset({"ASSAULT"})  # acts whose kinds reports mix up


def contradiction(one: Profile, other: Profile) -> str | None:
    """Why the two cannot tell of one event, or ``None``."""
    if one.status_set != other.status_set:
        return f"{one.status} and {other.status} are told of different things"
    if not set(one.families) & set(other.families):
        return f"{one.act} and {other.act} are no telling of one act"
    for rule in (_days, _lasting, _long_past, _total, _called_off, _one_voice, _places, _kinds, _unreal, *RULES):
        if (why := rule(one, other)) is not None:
            return why
    return None


def _days(one: Profile, other: Profile) -> str | None:
    gap = day_gap(one, other)
    if one.told_day and other.told_day and gap is not None and gap > _MOST_DAYS:
        return f"{gap} days apart"
    if gap is not None and gap > _LATE and _is_short(one) and _is_short(other):
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
            leeway = _MOST_DAYS if same_words(one, other) or (one.mode is not None and one.mode == other.mode) else 0
            if told.start > report.published + leeway:
                return "one was reported before the day of the other"
    return None


def _is_short(claim: Profile) -> bool:
    """Whether the text tells a time of days: "last week", but not "in March"."""
    return claim.start is not None and claim.end is not None and claim.end - claim.start <= _SHORT


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
        if long.recipients and short.recipients and likeness(long.recipients, short.recipients) <= UNLIKE:
            return f"{long.recipients[0].name} since weeks, and {short.recipients[0].name} now"
    return None


def _long_past(one: Profile, other: Profile) -> str | None:
    """A report that tells one thing of a time well before it and another as news tells of two, unless they share a party or
    a place, or hardly say who (a trial is news of the past).
    """
    if one.article_id != other.article_id or one.past == other.past or one.sentence == other.sentence:
        return None
    if max(likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)) > UNLIKE:
        return None
    if one.place is not None and other.place is not None and one.place.exact and one.place.name == other.place.name:
        return None
    if any(one.numbers[what] == other.numbers[what] for what in one.numbers.keys() & other.numbers.keys()):
        return None
    if max(difference(one.actors, other.actors), difference(one.recipients, other.recipients)) <= UNLIKE:
        return None
    return "one report tells one of them of the past, and the other as news"


def _total(one: Profile, other: Profile) -> str | None:
    """What was done over a long time is no deed of a day: twenty thousand killed since 2009, and the raid of Monday."""
    if one.total == other.total or one.sentence == other.sentence or one.status != other.status:
        return None
    return "one sums up what was done over a long time"


def _called_off(one: Profile, other: Profile) -> str | None:
    """What was called off and what was done are one only where reports differ on the day itself: months of talks were held, and
    the meeting that was to crown them was not.
    """
    for called_off, done in ((one, other), (other, one)):
        if called_off.status == "cancelled" and done.status in DONE and day_gap(one, other) != 0:
            return "one was called off, and the other done on no day of that one"
    return None


def _one_voice(one: Profile, other: Profile) -> str | None:
    """Nobody tells a deed and denies it in one report: who denies the use of a pier in a rescue, and tells of the rescue, denies
    something else; so does a writer who says what was done and what was not.

    What a writer says was not done, on no day, answers nobody: "has not sent any missile over Japan".
    """
    for denied, done in ((one, other), (other, one)):
        if denied.status != "denied" or done.status not in DONE:
            continue
        if denied.article_id == done.article_id and denied.teller == done.teller:
            return "one voice tells the one and denies the other"
        if not denied.teller and denied.start is None:
            return "one is only said not to have been done, by nobody and on no day"
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


def _kinds(one: Profile, other: Profile) -> str | None:
    """To sign and to praise are two deeds of one act. Violence is told too loosely for this, "shelled" here and "bombed"
    there, unless somebody else is hit by somebody else.
    """
    if one.act != other.act or not one.kinds or not other.kinds or one.kinds & other.kinds:
        return None
    if one.act in _LOOSE and not _told_of_others(one, other):
        return None
    return f"{one.frame} and {other.frame} are two kinds of deed"


def _told_of_others(one: Profile, other: Profile) -> bool:
    """Whether both say who is hit, and have no party in common."""
    if not one.recipients or not other.recipients:
        return False
    return max(likeness(one.recipients, other.recipients), likeness(one.actors, other.actors)) <= UNLIKE


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
    if one.status_set != REAL and (one.frame is None or one.frame != other.frame):
        return f"two things that are {one.status}"
    return None
