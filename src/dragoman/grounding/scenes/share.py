"""The scene of an event that a report tells in several sentences: where and when one of them says it was, all of it was.

A report on a bombing names its town and its day once or twice and then tells on: who was hurt, what the bomber did. A
claim that its own sentence gives no place (or time) takes that of the one event of its kind that the report places (or
dates), as long as nothing else in the sentence points elsewhere. Where the report tells of several, the claim stays
without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.grounding.captions import is_caption, is_known_deed
from dragoman.grounding.places.ties import ANSWERS
from dragoman.grounding.scenes.charged import charge_above, is_of_charge
from dragoman.grounding.scenes.gather import (
    loose_scenes,
    scenes_of_claims,
    scenes_of_doers,
    scenes_of_nouns,
    scenes_of_people,
)
from dragoman.grounding.scenes.scene import (
    WIDE,
    Scene,
    agree,
    common_place,
    common_time,
    fineness,
    may_be_one,
    scene_of,
)
from dragoman.grounding.scenes.telling import is_of_the_attack, is_told_once, just_told, of_named_event, went_on
from dragoman.grounding.scenes.words import NO_SCENE, TOLD
from dragoman.grounding.times.attachment import of_speech
from dragoman.grounding.times.claims import usable_times
from dragoman.grounding.times.days import parse_day
from dragoman.grounding.times.relatives import is_of_side_clause
from dragoman.records import Article, Claim, Grounding, Parse, Place, PlaceMention, Sentence, Span
from dragoman.records.claim import TimeMention
from dragoman.records.dateline import find_dateline
from dragoman.records.grounding import TimeExpression

#: How sure it is that a scene told elsewhere in the report is this act's.
SCENE = 0.4


#: So many first sentences say what a report is about.
_LEAD = 5
#: … and so many, captions between them, when it was.
_OPENING = 8


#: An act dated at most so many days from the publication may belong to the report's news.
_NEWS_DAYS = 7


def share_scenes(
    parse: Parse,
    claims: Sequence[Claim],
    expressions: Sequence[TimeExpression],
    places: Sequence[Grounding[Place]],
) -> list[Claim]:
    """The claims, those without a place or time with that of the scene they belong to, if the report has one."""
    scenes = [*scenes_of_claims(parse, claims), *scenes_of_nouns(parse, claims, expressions, places)]
    scenes.sort(key=lambda scene: scene.at)
    lead, opening = _lead(parse, _LEAD), _lead(parse, _OPENING)
    early = {_name(g.choice) for g in places if lead.covers(g.choice.span)}
    title = parse.article.title or ""
    placed = [s for s in scenes if s.place is not None and _is_named(s.place, early, title)]
    told = list(scenes)
    loose = list(loose_scenes(parse, claims, expressions, places))
    # what the report dates with another place is not what it is about
    scenes = [s for s in scenes if s in placed or (s.place is None and s.time is not None and s.at < opening.end)]
    scenes += [*scenes_of_doers(parse, expressions), *scenes_of_people(parse, expressions)]
    scenes.sort(key=lambda scene: scene.at)
    out: list[Claim] = []
    for claim in claims:
        settled = _in_scene(claim, scenes, told, loose, parse, expressions, places)
        sentence = parse.sentence_at(claim.trigger.span.start)
        if settled is not claim and sentence is not None and not is_caption(sentence, parse.article):
            # what follows on this act may take its place and time in turn
            told.append(replace(scene_of(claim, sentence), place=settled.place, time=settled.time))
        out.append(settled)
    return out


def _lead(parse: Parse, count: int) -> Span:
    """The first sentences of the report, which name what it is about."""
    return Span(0, parse.sentences[min(count, len(parse.sentences)) - 1].span.end if parse.sentences else 0)


def _name(place: Place) -> tuple[str, str | None]:
    return place.name, place.country


def _is_named(place: PlaceMention, early: set[tuple[str, str | None]], title: str) -> bool:
    return place.text in title or (place.grounding is not None and _name(place.grounding.choice) in early)


def _in_scene(
    claim: Claim,
    scenes: Sequence[Scene],
    told: Sequence[Scene],
    loose: Sequence[Scene],
    parse: Parse,
    expressions: Sequence[TimeExpression],
    places: Sequence[Grounding[Place]],
) -> Claim:
    sentence = parse.sentence_at(claim.trigger.span.start)
    if sentence is None or claim.act in NO_SCENE or claim.status not in TOLD:
        return claim
    charge = charge_above(claim, sentence) if not claim.historical else None
    if charge is None and not is_told_once(claim, sentence):
        return claim
    if _is_answered(claim, sentence) or _spans_years(sentence, expressions):
        return claim
    mine = scene_of(claim, sentence)
    of_the_attack = claim.act == "ASSAULT" and is_of_the_attack(claim, sentence)
    if of_the_attack:
        mine = replace(mine, actors=frozenset(), doers=frozenset())
    if charge is not None:
        # "accused of stabbing an officer": whoever they are called elsewhere, the report is on that one deed
        mine = replace(mine, actors=frozenset(), recipients=frozenset(), doers=frozenset())
        scenes = told
    apart = {mine.at, *_answered_at(sentence)}
    same = [s for s in scenes if s.at not in apart and may_be_one(mine, s)]
    own = mine.time or (claim.time if claim.time is not None and claim.time.span is not None else None)
    if own is not None and not any(s.time is not None for s in same) and not _is_news(own, parse.article):
        return claim
    place, time = claim.place, claim.time
    just = just_told(claim, mine, [*told, *loose], sentence, parse)
    event = of_named_event(claim, [*told, *loose], sentence, parse.article.text) if just is None else []
    if just is not None:
        found = just.place
    else:
        found = common_place(event) or common_place([s for s in same if not (of_the_attack and _is_in(s, sentence))])
    line = find_dateline(parse.article.text)
    unplaced = place is None or (line is not None and line.span.covers(place.span))
    elsewhere = found is not None and not of_the_attack and _points_elsewhere(found, claim, sentence, places)
    if unplaced and found is not None and not elsewhere:
        place = _as_scene(found)
    if (time is None or time.span is None) and not went_on(claim, sentence):
        here = place if place is not None and fineness(place) > WIDE else found
        when = (
            just.time
            if just is not None
            else common_time(event)
            or common_time([s for s in same if _is_there(s, here) and not _is_apart(s, sentence)])
            or _told_farther_on(mine, told, sentence)
        )
        others = [
            e
            for e in usable_times(sentence, expressions, parse.article)
            if not of_speech(sentence, e)
            and not is_of_side_clause(e, claim.trigger.span, sentence)
            and not (charge is not None and is_of_charge(e, sentence, charge))
        ]
        known = is_known_deed(claim.trigger.span, sentence, parse.article)
        if when is not None and (not others or of_the_attack or known):
            time = _as_time(when)
    return replace(claim, place=place, time=time) if place is not claim.place or time is not claim.time else claim


def _is_answered(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act is what another answers: "in retaliation for air <strikes> on a village"."""
    return claim.trigger.span.start in _answered_at(sentence)


def _answered_at(sentence: Sentence) -> list[int]:
    """Where the words stand, in the article, for what is answered: "in revenge for <raids>", "a revenge attack for <raids>"."""
    out = []
    for noun in sentence.doc or ():
        link, answer = noun.head, noun.head.head
        near = (answer, *answer.lefts, *noun.doc[max(0, link.i - 1) : link.i])  # parsers hang "for" on the verb, too
        if noun.dep_ == "pobj" and any(t.lemma_.lower() in ANSWERS for t in near):
            out.append(sentence.span.start + noun.idx)
    return out


def _spans_years(sentence: Sentence, expressions: Sequence[TimeExpression]) -> bool:
    """Whether the sentence speaks of years, in which many such things were done: "casualties in the 15-year campaign"."""
    spans = (e for e in expressions if e.kind == "DURATION" and sentence.span.covers(e.span))
    return any(
        e.text.endswith(("-year", "-years", "-decade")) for e in spans
    )  # no "14 years in prison", no "15-year-old"


def _told_farther_on(mine: Scene, told: Sequence[Scene], sentence: Sentence) -> TimeMention | None:
    """When it was by what the report tells of it outside its lead, of the same parties: "the abduction of the girls in May"."""
    same = [
        s for s in told if s.at != mine.at and s.time is not None and not _is_apart(s, sentence) and may_be_one(mine, s)
    ]
    return common_time([s for s in same if mine.actors & s.actors or mine.recipients & s.recipients])


def _is_there(scene: Scene, place: PlaceMention | None) -> bool:
    return scene.place is None or (place is not None and agree(scene.place, place))


def _is_apart(scene: Scene, sentence: Sentence) -> bool:
    """Whether the scene is told in the same sentence and dated there: what the sentence itself does not date is another."""
    return scene.time is not None and _is_in(scene, sentence)


def _is_in(scene: Scene, sentence: Sentence) -> bool:
    return sentence.span.start <= scene.at < sentence.span.end


def _is_news(time: TimeMention, article: Article) -> bool:
    """Whether the time lies a few days around the publication."""
    day, start = parse_day(article.published), parse_day(time.grounding.choice.start)
    return day is None or (start is not None and abs((day - start).days) <= _NEWS_DAYS)


def _points_elsewhere(
    place: PlaceMention, claim: Claim, sentence: Sentence, places: Sequence[Grounding[Place]]
) -> bool:
    """Whether the sentence names a place that is no party's and not the scene's."""
    parties = [p.span for p in (*claim.actors, *claim.recipients)]
    for grounding in places:
        span = grounding.choice.span
        if not sentence.span.covers(span) or any(p.covers(span) for p in parties):
            continue
        if not agree(place, PlaceMention(grounding.choice.text, span, grounding)):
            return True
    return False


def _as_scene(place: PlaceMention) -> PlaceMention:
    assert place.grounding is not None
    why = "the report tells of one such event, and says elsewhere where it was"
    told = replace(
        place.grounding, score=round(place.grounding.score * SCENE, 3), reason=f"{why}; {place.grounding.reason}"
    )
    return replace(place, grounding=told)


def _as_time(time: TimeMention) -> TimeMention:
    why = "the report tells of one such event, and says elsewhere when it was"
    told = replace(time.grounding, score=SCENE, reason=f"{why}; {time.grounding.reason}", alternatives=())
    return replace(time, grounding=told)
