"""The readable features on which two claims are compared, each a number from 0 to 1."""

from __future__ import annotations

import math

from dragoman.matching.knowledge import acts
from dragoman.matching.parties import difference, likeness
from dragoman.matching.profile import TAKEN, Profile, Where
from dragoman.matching.words import cosine, held, overlap

_EARTH = 6371.0  # km
_NEAR = 40.0  # km within which two named places may be one: a town and its outskirts
_MONTH = 30.0
NEUTRAL = 0.35  # likeness of two articles that speaks neither for nor against one event
# Cosine of two articles up to which, and from which on, more or less likeness says no more.
_STRANGE, _ONE_STORY = 0.2, 0.8
_LEADS = 0.8  # what it counts, beside the cosine, that each has the names that the other opens with
_ENOUGH = 40  # words of an article that suffice to say what it is about
_UNSAID = 0.4  # how far from alike the actors of an act count that is its actor's own, where a claim does not say whose
_BLOWS = 0.5  # what it counts that one report tells both of two blows of one scene
# How far from one two counts of captives are: whoever took them has counted them, while a toll still rises.
_CAPTIVES = 0.8
# A sentence almost the same: what it counts, the words that both have at least, and their share of all.
_REWORDED, _LONG, _ALMOST = 0.8, 6, 0.7
_PART = 0.6  # "attacked the village, killing 12": predicates of one sentence that tell of one deed


def features(one: Profile, other: Profile) -> tuple[float, ...]:
    """Values in the order of ``knowledge.FEATURES``."""
    actors, recipients, other_actors, other_recipients = _parties(one, other)
    same_day, next_day, apart = _days(one, other)
    place, elsewhere = _places(one.place, other.place)
    agree, disagree = _numbers(one, other)
    one_article = one.article_id == other.article_id
    one_text = (
        one_article and one.sentence == other.sentence
    )  # that a sentence shares its words with itself says nothing
    return (
        _act(one, other),
        _frame(one, other),
        _other_kind(one, other),
        actors,
        recipients,
        other_actors,
        other_recipients,
        same_day,
        next_day,
        apart,
        _reported_apart(one, other),
        place,
        elsewhere,
        agree,
        disagree,
        0.0 if one_text else overlap(one.names, other.names),
        0.0 if one_text else overlap(one.words, other.words),
        _nothing_in_common(one, other, actors, recipients, place, agree),
        1.0 if one_article else _articles(one, other),
        _same_article(one, other, place, recipients) if one_article else 0.0,
        1.0 if one.historical != other.historical else 0.0,
        _one_sentence(one, other),
        _another_saying(one, other, recipients, agree),
    )


def _act(one: Profile, other: Profile) -> float:
    if one.act != other.act:
        return 0.0
    if one.mode == other.mode:
        return 1.0
    return 0.7 if one.mode is None or other.mode is None else 0.4


def _frame(one: Profile, other: Profile) -> float:
    if one.trigger == other.trigger:
        return 1.0 if one.act == other.act else 0.5  # sanctions and a limit on exports are both imposed
    return 0.8 if one.frame is not None and one.frame == other.frame else 0.0


def _other_kind(one: Profile, other: Profile) -> float:
    """1 where the frames of one act are never told of one kind of deed: a treaty is signed, a speech is praised."""
    if one.act != other.act or not one.kinds or not other.kinds:
        return 0.0
    return 0.0 if one.kinds & other.kinds else 1.0


def _nothing_in_common(
    one: Profile, other: Profile, actors: float, recipients: float, place: float, agree: float
) -> float:
    """How little of what tells one deed from another is told in both: a party, a place, a day, a count or rare words."""
    day = 1.0 if one.told_day and other.told_day and one.start == other.start else 0.0
    words = min(1.0, len(one.names & other.names) / 2 + len(one.words & other.words) / 4)
    return 1.0 - max(actors, recipients, place, day, agree, words)


def _another_saying(one: Profile, other: Profile, recipients: float, agree: float) -> float:
    """How little of what tells one saying of a party from its next is told in both: a party says many things of one story.

    What tells them apart is to whom, in which kind of words, and the rare words of the sentence.
    """
    if one.act != other.act or one.act not in acts().said or (one.either_way and other.either_way):
        return 0.0  # a treaty is signed, not said
    day = 0.5 if one.told_day and other.told_day and one.start == other.start else 0.0
    words = min(1.0, len(one.names & other.names) / 3 + len(one.words & other.words) / 2)
    return max(0.0, 1.0 - max(recipients, agree, words, _frame(one, other)) - day)


def _articles(one: Profile, other: Profile) -> float:
    """Likeness of the two articles; of a text of few words it says little, and counts as neutral in part.

    It tells one story from another, and nothing more: beyond what reports of one story commonly have, it counts no further.
    """
    known = min(1.0, min(len(one.about), len(other.about)) / _ENOUGH)
    leads = (held(one.lead, other.about) + held(other.lead, one.about)) / 2
    alike = (cosine(one.about, other.about) + _LEADS * leads - _STRANGE) / (_ONE_STORY - _STRANGE)
    return known * min(1.0, max(0.0, alike)) + (1 - known) * NEUTRAL


def _same_article(one: Profile, other: Profile, place: float, recipients: float) -> float:
    """How much it counts that one report tells both: less for violence at one place on one day, which it tells blow by blow."""
    scene = one.act == other.act == "ASSAULT" and place == 1.0 and (one.start, one.end) == (other.start, other.end)
    return _BLOWS if scene and not one.past and not other.past else 1.0


def _one_sentence(one: Profile, other: Profile) -> float:
    """1 for the same words with the same predicate (a reprint); less for almost the same, and for two predicates of one deed in
    a sentence.
    """
    if one.sentence != other.sentence:
        return _REWORDED if one.trigger == other.trigger and _reworded(one, other) else 0.0
    if one.trigger == other.trigger:
        return 1.0
    if (one.start, one.end) != (other.start, other.end) or _places(one.place, other.place)[1]:
        return 0.0  # "in answer to the air strikes of last week"
    one_doer = not one.actors or not other.actors or likeness(one.actors, other.actors) > 0
    return _PART if one.article_id == other.article_id and one.act == other.act and one_doer else 0.0


def _reworded(one: Profile, other: Profile) -> bool:
    """Whether two sentences of some length have almost all their rare words and names in common: one statement, told twice."""
    ours, theirs = one.names | one.words, other.names | other.words
    common = len(ours & theirs)
    return common >= _LONG and common >= _ALMOST * len(ours | theirs)


def _parties(one: Profile, other: Profile) -> tuple[float, float, float, float]:
    """How alike the actors and the recipients are, and how far from it where both claims name any."""
    sides = (one.actors, other.actors), (one.recipients, other.recipients)
    if one.either_way or other.either_way:
        crossed = (one.actors, other.recipients), (one.recipients, other.actors)
        if sum(likeness(*side) for side in crossed) > sum(likeness(*side) for side in sides):
            sides = crossed
    actors, recipients = (likeness(*side) for side in sides)
    other_actors, other_recipients = (difference(*side) for side in sides)
    if not all(sides[0]) and {one.act, other.act} <= acts().by_their_actor:
        other_actors = _UNSAID
    return max(0.0, actors), max(0.0, recipients), other_actors, other_recipients


def day_gap(one: Profile, other: Profile) -> int | None:
    """Whole days between two told times; 0 where they overlap, ``None`` where one is not told."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return None
    if one.night and other.night:
        return abs(one.start - other.start)
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def _days(one: Profile, other: Profile) -> tuple[float, float, float]:
    """(same day, the day before or after, further apart). A day that nobody tells is weighed by publication."""
    gap = day_gap(one, other)
    if gap is not None:
        if gap == 0:
            return (1.0 if one.told_day and other.told_day else 0.5), 0.0, 0.0
        if one.told_day and other.told_day:
            return (0.0, 1.0, 0.0) if gap == 1 else (0.0, 0.0, 1.0)
        return 0.0, 0.0, min(1.0, gap / 7)
    told, silent = (one, other) if one.start is not None else (other, one)
    if told.start is None or told.end is None or silent.published is None:
        return 0.0, 0.0, 0.0
    since = silent.published - told.end  # days from the told act to the report that gives no day
    if -1 <= since <= 2 and told.told_day:
        return 0.5, 0.0, 0.0
    return 0.0, 0.0, min(1.0, max(0.0, abs(since) - 2) / 14)


def _reported_apart(one: Profile, other: Profile) -> float:
    """Months between the reports, where the text itself gives no common day; 1 at most."""
    if one.published is None or other.published is None or day_gap(one, other) == 0:
        return 0.0
    return min(1.0, abs(one.published - other.published) / _MONTH)


def distance(one: Where, other: Where) -> float | None:
    """Kilometres between two places, ``None`` if one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(one.longitude - other.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


def _places(one: Where | None, other: Where | None) -> tuple[float, float]:
    """(same place, different places)."""
    if one is None or other is None:
        return 0.0, 0.0
    if one.name == other.name and one.country == other.country:
        return (0.3 if one.wide else 1.0), 0.0
    if one.country and other.country and one.country != other.country:
        return 0.0, 1.0
    if one.wide or other.wide:
        return 0.2, 0.0
    apart = distance(one, other)
    if one.exact and other.exact:
        if apart is None:
            return 0.0, 0.3
        return (0.6, 0.0) if apart <= _NEAR else (0.0, min(1.0, 0.4 + apart / 500))
    return (0.5, 0.0) if one.admin1 and one.admin1 == other.admin1 else (0.0, 0.3)


def _numbers(one: Profile, other: Profile) -> tuple[float, float]:
    """(counts agree, counts differ), over what both count."""
    best, worst = 0.0, 0.0
    for what in sorted(one.numbers.keys() & other.numbers.keys()):
        (low, high), (low2, high2) = one.numbers[what], other.numbers[what]
        if (low, high) == (low2, high2):
            best = 1.0
        elif low <= high2 and low2 <= high:
            best = max(best, 0.5)
        else:
            small, large = sorted((max(high, 0.0), max(high2, 0.0)))
            close = _CAPTIVES if what.endswith(TAKEN) else 0.2
            worst = max(worst, 1.0 if large > 3 * small else max(0.4, close) if large > 1.5 * small else close)
    return best, (0.0 if best == 1.0 else worst)
