"""The scene of an event that a report tells in several sentences: where and when one of them says it was, all of it was.

A report on a bombing names its town and its day once or twice and then tells on: who was hurt, what the bomber did. A
claim that its own sentence gives no place (or time) takes that of the one event of its kind that the report places (or
dates), as long as nothing else in the sentence points elsewhere. Where the report tells of several, the claim stays
without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dragoman.grounding.continuing import PRONOUNS, TAKEN_UP
from dragoman.grounding.places import claim_place
from dragoman.grounding.places.ties import ANSWERS
from dragoman.grounding.times import claim_time
from dragoman.grounding.times.attachment import of_speech
from dragoman.grounding.times.claims import usable_times
from dragoman.grounding.times.days import parse_day
from dragoman.records import Article, Claim, Grounding, Parse, Party, Place, PlaceMention, Sentence, Span
from dragoman.records.claim import TimeMention
from dragoman.records.dateline import find_dateline
from dragoman.records.grounding import TimeExpression
from dragoman.records.parse import root_of

_M = TypeVar("_M")
#: How sure it is that a scene told elsewhere in the report is this act's.
SCENE = 0.4
#: Acts of all kinds of violence are told of one event: the attack, the dead, the wounded.
_ONE_EVENT = frozenset({"ASSAULT", "PROTEST"})
#: Acts that are of their speaker, and acts that go on in no one place.
_NO_SCENE = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "AGREE", "SANCTION", "THREATEN", "CONCEDE", "SUPPORT", "MOBILIZE"}
)
_TOLD = frozenset({"occurred", "failed"})
#: Nouns of violence: they place and date an event even where the sentence is about something else.
_VIOLENCE = frozenset((
    "attack", "bombing", "blast", "explosion", "shooting", "massacre", "assault", "raid", "airstrike", "strike", "ambush",
    "stabbing", "rampage", "shelling", "clash", "siege", "abduction", "kidnapping", "killing", "murder",
))  # fmt: skip
#: "Has abducted many more girls", "another attack": told of other events than the one at hand.
_AGAIN = frozenset((
    "another", "again", "repeatedly", "often", "frequently", "previous", "previously", "earlier", "similar", "before",
    "since", "regularly", "other", "others", "more", "every", "multiple", "numerous",
))  # fmt: skip
#: Violence against the freedom of people, and against ground: other events than blows and shots.
_TAKING = frozenset(
    ("abduct", "kidnap", "abduction", "kidnapping", "hostage", "hold", "take", "snatch", "haul", "keep")
)
_GROUND = frozenset((
    "capture", "conquer", "seize", "dislodge", "occupy", "retake", "recapture", "overrun", "liberate", "control", "annex",
    "siege", "besiege", "invade", "invasion", "fight", "clear", "drive", "force", "storm", "destroy", "demolish", "raze",
))  # fmt: skip
#: So many first sentences say what a report is about.
_LEAD = 5
#: An act dated at most so many days from the publication may belong to the report's news.
_NEWS_DAYS = 7
#: A noun's time counts where the syntax says that it is the noun's.
_SURE = 0.8
_CAPTION = re.compile(r"©|\((?:AP|AFP|Reuters|Getty|EPA)\b|\bPhoto(?:s|graph)?\b|\bGetty\b|\bfile (?:photo|picture)\b")
_HARM = frozenset(("kill", "wound", "injure", "hurt", "die", "maim", "abduct", "kidnap", "shoot", "burn", "displace"))
_ARREST = frozenset(("arrest", "detain", "round"))
#: Harm that is told so many sentences after the deed is the deed's.
_JUST = 2
#: Of several scenes the report is about the one that holds this share of what it places, and comes first.
_MAIN = 0.67


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where and when one act of the report was, as its own sentence says."""

    kinds: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    doers: frozenset[str]
    place: PlaceMention | None
    time: TimeMention | None
    at: int


def share_scenes(
    parse: Parse,
    claims: Sequence[Claim],
    expressions: Sequence[TimeExpression],
    places: Sequence[Grounding[Place]],
) -> list[Claim]:
    """The claims, those without a place or time with that of the scene they belong to, if the report has one."""
    scenes = [*_of_claims(parse, claims), *_of_nouns(parse, claims, expressions, places)]
    scenes.sort(key=lambda scene: scene.at)
    lead = _lead(parse)
    early = {_name(g.choice) for g in places if lead.covers(g.choice.span)}
    title = parse.article.title or ""
    placed = [s for s in scenes if s.place is not None and _is_named(s.place, early, title)]
    told = scenes
    # what the report dates with another place is not what it is about
    scenes = [s for s in scenes if s in placed or (s.place is None and s.time is not None and s.at < lead.end)]
    return [_in_scene(claim, scenes, told, parse, expressions, places) for claim in claims]


def _lead(parse: Parse) -> Span:
    """The first sentences of the report, which name what it is about."""
    return Span(0, parse.sentences[min(_LEAD, len(parse.sentences)) - 1].span.end if parse.sentences else 0)


def _name(place: Place) -> tuple[str, str | None]:
    return place.name, place.country


def _is_named(place: PlaceMention, early: set[tuple[str, str | None]], title: str) -> bool:
    return place.text in title or (place.grounding is not None and _name(place.grounding.choice) in early)


def _in_scene(
    claim: Claim,
    scenes: Sequence[_Scene],
    told: Sequence[_Scene],
    parse: Parse,
    expressions: Sequence[TimeExpression],
    places: Sequence[Grounding[Place]],
) -> Claim:
    sentence = parse.sentence_at(claim.trigger.span.start)
    if sentence is None or claim.act in _NO_SCENE or claim.status not in _TOLD or not _is_told_once(claim, sentence):
        return claim
    mine = _scene_of(claim, sentence)
    same = [s for s in scenes if s.at != mine.at and _may_be_one(mine, s)]
    if mine.time is not None and not any(s.time is not None for s in same) and not _is_news(mine.time, parse.article):
        return claim
    place, time = claim.place, claim.time
    just = _just_told(claim, mine, told, sentence, parse)
    found = just.place if just is not None else _common_place(same)
    line = find_dateline(parse.article.text)
    unplaced = place is None or (line is not None and line.span.covers(place.span))
    if unplaced and found is not None and not _points_elsewhere(found, claim, sentence, places):
        place = _as_scene(found)
    if time is None or time.span is None:
        here = place if place is not None and _fine(place) > _WIDE else found
        when = (
            just.time
            if just is not None
            else _common_time([s for s in same if s.place is None or (here is not None and _agree(s.place, here))])
        )
        others = [e for e in usable_times(sentence, expressions, parse.article) if not of_speech(sentence, e)]
        if when is not None and not others:
            time = _as_time(when)
    return replace(claim, place=place, time=time) if place is not claim.place or time is not claim.time else claim


def _just_told(claim: Claim, mine: _Scene, scenes: Sequence[_Scene], sentence: Sentence, parse: Parse) -> _Scene | None:
    """The event told one or two sentences before, of which the claim tells the harm: "… attacked a market. Ten were killed."."""
    head = root_of(sentence.tokens(claim.trigger.span))
    if head is None or mine.doers or mine.actors or claim.place is not None or mine.time is not None:
        return None
    harm = claim.act == "ASSAULT" and head.lemma_.lower() in _HARM
    broken_up = claim.act == "COERCE" and head.lemma_.lower() in _ARREST
    if not (harm or broken_up):
        return None
    wanted = "ASSAULT" if harm else "PROTEST"
    for earlier in reversed(parse.sentences[max(0, sentence.index - _JUST) : sentence.index]):
        told = [s for s in scenes if earlier.span.start <= s.at < earlier.span.end]
        same = [s for s in told if wanted in s.kinds]
        if not told:
            continue
        if not same:
            return None
        place, time = _common_place(same), _common_time(same)
        return replace(same[0], place=place, time=time) if place is not None or time is not None else None
    return None


def _is_told_once(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act is told in the past: what is told in the present is mostly no single event."""
    head = root_of(sentence.tokens(claim.trigger.span))
    if head is None or claim.historical:
        return False
    finite = [t for t in (head, *head.children) if t.i == head.i or t.dep_ in ("aux", "auxpass")]
    if any(t.tag_ in ("VBZ", "VBP", "MD", "VB") and t.lemma_ != "have" for t in finite):
        return False
    if any((t.lower_ in ("been", "to") and head.tag_ == "VBG") or t.lower_ == "being" for t in finite):
        return False  # "had been robbing people there", "after being robbed"
    return not any(t.lower_ in _AGAIN for t in head.subtree)


def _of_claims(parse: Parse, claims: Sequence[Claim]) -> Iterator[_Scene]:
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        if (
            sentence is not None
            and claim.status in ("occurred", "ongoing")
            and not _is_caption(sentence, parse.article)
        ):
            scene = _scene_of(claim, sentence)
            if scene.time is not None and not _is_exact(scene.time):
                continue
            if scene.place is not None or scene.time is not None:
                yield scene


def _scene_of(claim: Claim, sentence: Sentence) -> _Scene:
    place = claim.place if claim.place is not None and sentence.span.covers(claim.place.span) else None
    time = claim.time if claim.time is not None and claim.time.span is not None else None
    if time is not None and (time.span is None or not sentence.span.covers(time.span)):
        time = None
    return _Scene(
        _kinds(claim, sentence),
        frozenset(p.actor_id for p in claim.actors if p.actor_id),
        frozenset(p.actor_id for p in claim.recipients if p.actor_id),
        frozenset(_doer(p) for p in claim.actors) - {""},
        place,
        time,
        claim.trigger.span.start,
    )


def _doer(party: Party) -> str:
    """The word for who did it; empty for a pronoun and for words that take up a doer told of before."""
    start = party.head_span.start - party.span.start
    word = party.text[start : start + party.head_span.end - party.head_span.start].lower()
    return "" if word in PRONOUNS or word.rstrip("s").replace("men", "man") in TAKEN_UP else word


def _kinds(claim: Claim, sentence: Sentence) -> frozenset[str]:
    head = root_of(sentence.tokens(claim.trigger.span))
    lemma = head.lemma_.lower() if head is not None else claim.trigger.text.lower()
    if claim.act in _ONE_EVENT:
        return _kinds_of(claim.act, lemma)
    return frozenset({f"{claim.act} {lemma}", *((claim.frame,) if claim.frame else ())})


def _kinds_of(act: str, lemma: str) -> frozenset[str]:
    if act == "ASSAULT" and lemma in _TAKING:
        return frozenset({"taking"})
    if act == "ASSAULT" and lemma in _GROUND:
        return frozenset({lemma})
    return frozenset({act})


def _of_nouns(
    parse: Parse, claims: Sequence[Claim], expressions: Sequence[TimeExpression], places: Sequence[Grounding[Place]]
) -> Iterator[_Scene]:
    """The scenes of nouns of violence that are no claims themselves: "the attacks in Nice last July"."""
    article = parse.article
    taken = {claim.trigger.span.start for claim in claims}
    for sentence in parse.sentences:
        if sentence.doc is None or _is_caption(sentence, article):
            continue
        for token in sentence.doc:
            start = sentence.span.start + token.idx
            if token.lemma_.lower() not in _VIOLENCE or not token.tag_.startswith("NN") or start in taken:
                continue
            if token.dep_ == "pobj" and token.head.head.lemma_.lower() in ANSWERS:
                continue  # "in retaliation for air strikes last week": another event
            span = Span(start, start + len(token.text))
            place, time = _place_and_time(span, sentence, article, expressions, places)
            if place is not None or time is not None:
                yield _Scene(
                    _kinds_of("ASSAULT", token.lemma_.lower()),
                    frozenset(),
                    frozenset(),
                    frozenset(),
                    place,
                    time,
                    start,
                )


def _place_and_time(
    span: Span,
    sentence: Sentence,
    article: Article,
    expressions: Sequence[TimeExpression],
    places: Sequence[Grounding[Place]],
) -> tuple[PlaceMention | None, TimeMention | None]:
    place = claim_place(span, sentence, places, article)
    if place is not None and not sentence.span.covers(place.span):
        place = None
    time = claim_time(span, sentence, expressions, article)
    if time is not None and (time.span is None or time.grounding.score < _SURE or not _is_exact(time)):
        time = None
    return place, time


def _is_exact(time: TimeMention) -> bool:
    """Whether it is a day, week or month, and no stretch that reaches up to now."""
    return time.grounding.choice.granularity in ("time", "day", "week", "weekend", "month")


def _is_news(time: TimeMention, article: Article) -> bool:
    """Whether the time lies a few days around the publication."""
    day, start = parse_day(article.published), parse_day(time.grounding.choice.start)
    return day is None or (start is not None and abs((day - start).days) <= _NEWS_DAYS)


def _is_caption(sentence: Sentence, article: Article) -> bool:
    return _CAPTION.search(sentence.span.of(article.text)) is not None


def _may_be_one(one: _Scene, other: _Scene) -> bool:
    """Whether nothing speaks against the two being of one event."""
    if not one.kinds & other.kinds:
        return False
    if one.actors and other.actors and not one.actors & other.actors:
        return False
    if one.doers and other.doers and not (one.doers & other.doers or one.actors & other.actors):
        return False
    if one.place is not None and other.place is not None and not _agree(one.place, other.place):
        return False
    if one.time is not None and other.time is not None and not _overlap(one.time, other.time):
        return False
    if one.time is not None and not _is_exact(one.time) and other.time is None:
        return False
    alike = bool({"ASSAULT", "PROTEST", "taking"} & one.kinds)
    shared = bool(one.actors & other.actors or one.recipients & other.recipients)
    return alike or shared or not (one.actors or one.recipients)


def _agree(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether the two are one place, or one may lie in the other."""
    if one.grounding is None or other.grounding is None:
        return one.text == other.text
    a, b = one.grounding.choice, other.grounding.choice
    if a.name == b.name and a.country == b.country:
        return True
    wide = {"country", "region", "province"}
    return a.country == b.country and (a.precision in wide) != (b.precision in wide)


def _overlap(one: TimeMention, other: TimeMention) -> bool:
    a, b = one.grounding.choice, other.grounding.choice
    if a.start is None or b.start is None:
        return a.value == b.value
    return (b.end is None or a.start <= b.end) and (a.end is None or b.start <= a.end)


#: Regions and states: a town's event is in them too.
_WIDE = 2
_FINENESS = {"point": 5, "city": 5, "district": 4, "province": 3, "region": 2, "country": 1}


def _fine(place: PlaceMention) -> int:
    return _FINENESS.get(place.grounding.choice.precision, 0) if place.grounding is not None else 0


def _common_place(scenes: Sequence[_Scene]) -> PlaceMention | None:
    placed = [s.place for s in scenes if s.place is not None]
    groups: list[list[PlaceMention]] = []
    for place in sorted(placed, key=lambda p: -_fine(p)):
        group = next((g for g in groups if _agree(g[0], place)), None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    best = _main(groups, placed)
    return best[0] if best else None


def _common_time(scenes: Sequence[_Scene]) -> TimeMention | None:
    dated = [s.time for s in scenes if s.time is not None and s.time.grounding.choice.start is not None]
    groups: list[list[TimeMention]] = []
    for time in sorted(dated, key=_length):
        group = next((g for g in groups if _overlap(g[0], time)), None)
        if group is None:
            groups.append([time])
        else:
            group.append(time)
    best = _main(groups, dated)
    return best[0] if best else None


def _length(time: TimeMention) -> tuple[int, str]:
    value = time.grounding.choice
    order = {"time": 0, "day": 0, "week": 1, "weekend": 1, "month": 2, "quarter": 3, "season": 3, "year": 4}
    return order.get(value.granularity, 5), value.value


def _main(groups: list[list[_M]], found: Sequence[_M]) -> list[_M] | None:
    """The one group, or the one that holds most and holds the first."""
    if not groups:
        return None
    most = max(groups, key=len)
    if len(groups) == 1 or (len(most) >= _MAIN * len(found) and found[0] in most):
        return most
    return None


def _points_elsewhere(
    place: PlaceMention, claim: Claim, sentence: Sentence, places: Sequence[Grounding[Place]]
) -> bool:
    """Whether the sentence names a place that is no party's and not the scene's."""
    parties = [p.span for p in (*claim.actors, *claim.recipients)]
    for grounding in places:
        span = grounding.choice.span
        if not sentence.span.covers(span) or any(p.covers(span) for p in parties):
            continue
        if not _agree(place, PlaceMention(grounding.choice.text, span, grounding)):
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
