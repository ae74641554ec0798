"""Where a claim's act happened: the place the sentence ties to the trigger, or none.

Asked for in turn: a phrase of place that hangs on the trigger or on one of its arguments ("killed in
Nuseirat", "heads to Moscow", "withdrew from Kherson"); a place that frames the whole sentence ("In Nice,
witnesses said ..."); for what a report tells first, its dateline. Every step further is said in the reason
and lowers the score. A place that the sentence names for another reason is no place of the act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.grounding.continuing import REACH, opens_with_event, opens_with_pronoun, within_event
from dragoman.grounding.places.taken_up import place_taken_up
from dragoman.grounding.places.ties import frames_sentence, tie
from dragoman.grounding.times.attachment import tells
from dragoman.grounding.times.relatives import happened_when
from dragoman.records import Article, Grounding, Place, PlaceMention, Sentence, Span
from dragoman.records.dateline import find_dateline

ONLY_PLACE = 0.55
FRAMES = 0.5
DATELINE = 0.3
TOLD_BEFORE = 0.4
#: Words and measures are of their speaker and their law, not of a place.
_NOWHERE = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "SANCTION", "THREATEN", "CONCEDE"})
#: A tie of at least this strength places even what is said: "accused him in Oslo".
_PLAINLY = 0.93
#: Acts that happen on the spot.
_LOCAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "AID", "MOBILIZE"})
_LIES_IN = re.compile(
    r"\b(?:in|at|near|outside|inside|on)\s(?:the\s)?(?:[\w-]+\s){0,4}$|\b(?:cent(?:re|er)|city|town|village|capital|outskirts|suburbs?|port|streets)\sof\s(?:the\s)?$"
)
#: Ties of about the same strength: the smaller place is the better answer.
_ABOUT_THE_SAME = 0.25
#: A dateline speaks for the first sentences behind it, its report's news; what follows may be elsewhere.
_LEAD = 250

_EXACTNESS = {"point": 5, "city": 5, "district": 4, "province": 3, "region": 2, "country": 1}


def _exactness(place: Place) -> int:
    """How small a place is; what lies in no one state is the widest."""
    return _EXACTNESS.get(place.precision, 0) if place.country else 0


_Tied = tuple[float, str, Grounding[Place]]


def claim_place(
    trigger: Span,
    sentence: Sentence,
    places: Sequence[Grounding[Place]],
    article: Article,
    *,
    parties: Sequence[Span] = (),
    act: str = "",
    before: Sequence[Sentence] = (),
) -> PlaceMention | None:
    """The place of the act that ``trigger`` names, or ``None`` where the text does not say.

    ``places`` are the article's places (see ``ground_places``); ``parties`` the spans of the claim's actors
    and recipients, whose own names are no place of the act; ``act`` its PLOVER type (words have a place only where a phrase
    of place hangs on them) and ``before`` the few sentences before, whose place holds on where this one continues them. The reason of the answer's grounding names the words that
    tie the place to the act; its score is the place's own times how sure the tie is.
    """
    filed = find_dateline(article.text)
    line = filed.span if filed is not None else None
    here = [
        g for g in places if sentence.span.covers(g.choice.span) and (line is None or not line.overlaps(g.choice.span))
    ]
    tied = _tied(trigger, sentence, here, parties, spoken=act in _NOWHERE)
    if tied:
        # Of equally sure ties the most exact place, then the first one
        score, reason, best = max(tied, key=lambda t: (t[0], _exactness(t[2].choice), -t[2].choice.span.start))
        return _mention(*_narrower(score, reason, best, tied))
    if act in _NOWHERE and not _is_signing(trigger, sentence):
        return None
    taken = place_taken_up(trigger, sentence, places, article.text)
    if taken is not None and (line is None or not line.overlaps(taken[0].choice.span)):
        return _mention(TOLD_BEFORE, f"“{taken[1]}” takes up the place told of before", taken[0])
    if not here and act in _LOCAL:
        told = _told_before(trigger, sentence, before, places, article)
        if told is not None:
            return _mention(TOLD_BEFORE, "a sentence before names it, and this one tells on", told)
    if filed is not None and _is_lead(sentence, filed.span, places):
        for grounding in places:
            fits = _are_home(here, parties, grounding.choice.country) or (
                (act == "CONSULT" or _is_signing(trigger, sentence)) and all(_exactness(g.choice) < 2 for g in here)
            )
            if filed.town.overlaps(grounding.choice.span) and fits:
                return _mention(
                    DATELINE, "the sentence names no place of the act; the report's dateline does", grounding
                )
    return None


def _is_signing(trigger: Span, sentence: Sentence) -> bool:
    """Whether the act is the making of a deal, which has a place as a meeting has one."""
    head = sentence.root_at(trigger)
    return head is not None and head.lemma_.lower() in _SIGNING


_SIGNING = frozenset({"sign", "initial", "ink", "reach", "strike", "conclude", "seal"})


def _told_before(
    trigger: Span,
    sentence: Sentence,
    before: Sequence[Sentence],
    places: Sequence[Grounding[Place]],
    article: Article,
) -> Grounding[Place] | None:
    """The one town or site where a sentence before has its event, if this sentence goes on with that."""
    text = article.text
    event = within_event(text, sentence, trigger) or _is_there(trigger, sentence)
    if not event:
        event = opens_with_event(text, sentence)
        head = sentence.root_at(trigger)
        when = event and head is not None and happened_when(head)
        if not (event or opens_with_pronoun(text, sentence)) or not (when or tells(trigger, sentence)):
            return None
    for earlier in reversed(before[-REACH:] if event else before[-1:]):
        found = [
            g
            for g in places
            if earlier.span.covers(g.choice.span)
            and g.choice.precision != "country"
            and _LIES_IN.search(text[earlier.span.start : g.choice.span.start])
        ]
        if len({(g.choice.name, g.choice.country) for g in found}) == 1:
            return found[0]
        if found:
            return None
    return None


def _is_there(trigger: Span, sentence: Sentence) -> bool:
    """ "Gunmen killed ten soldiers there", "There, gunmen …": in the place told of last."""
    head = sentence.root_at(trigger)
    if (
        sentence.doc is not None
        and len(sentence.doc) > 1
        and sentence.doc[0].text == "There"
        and sentence.doc[1].text == ","
    ):
        return True
    return head is not None and any(
        t.lower_ == "there" and t.dep_ == "advmod" and t.i > head.i and not any(c.i > t.i for c in t.children)
        for t in head.children
    )


def _are_home(here: Sequence[Grounding[Place]], parties: Sequence[Span], country: str | None) -> bool:
    """Whether the sentence names no place but states as parties, one of which, if any, is at home where the report was filed."""
    states = [g for g in here if g.choice.precision == "country" and any(p.covers(g.choice.span) for p in parties)]
    if len(states) < len(here):
        return False
    return not here or any(g.choice.country == country for g in here)


def _is_lead(sentence: Sentence, line: Span, places: Sequence[Grounding[Place]]) -> bool:
    """Whether the sentence is of the report's first ones, with no other place told of since the dateline."""
    if not line.end <= sentence.span.start <= line.end + _LEAD and not sentence.span.overlaps(line):
        return False
    return not any(line.end <= g.choice.span.start < sentence.span.start for g in places)


def _mention(sure: float, reason: str, grounding: Grounding[Place]) -> PlaceMention:
    place = grounding.choice
    told = Grounding(place, round(grounding.score * sure, 3), f"{reason}; {grounding.reason}", grounding.alternatives)
    return PlaceMention(place.text, place.span, told)


def _narrower(score: float, reason: str, best: Grounding[Place], tied: Sequence[_Tied]) -> _Tied:
    """Of two ties of about the same strength the smaller place: "near Afrin in northern Syria"."""
    for other in tied:
        a, b = best.choice, other[2].choice
        finer = _exactness(b) > _exactness(a)
        if finer and a.country in (None, b.country) and other[0] >= score - _ABOUT_THE_SAME:
            return other
    return score, reason, best


def _tied(
    trigger: Span, sentence: Sentence, here: Sequence[Grounding[Place]], parties: Sequence[Span], *, spoken: bool
) -> list[_Tied]:
    """Every place of the sentence that its words tie to the act; failing that, one that frames the sentence."""
    if sentence.doc is None:
        free = [g for g in here if not any(p.covers(g.choice.span) for p in parties)]
        one = len({(g.choice.name, g.choice.country) for g in free}) == 1
        return [(ONLY_PLACE, "the only place of the sentence", free[0])] if one else []
    head = sentence.root_at(trigger)
    if head is None:
        return []
    tied: list[_Tied] = []
    framing: list[_Tied] = []
    for grounding in here:
        token = sentence.root_at(grounding.choice.span)
        if token is None:
            continue
        inside_party = any(p.covers(grounding.choice.span) for p in parties)
        found = tie(head, token, inside_party=inside_party, precision=grounding.choice.precision)
        if found is not None:
            tied.append((*found, grounding))
        elif not inside_party and frames_sentence(head, token, own=spoken):
            framing.append((FRAMES, f"“{token.text}” frames what the sentence tells", grounding))
    return [*(t for t in tied if t[0] >= _PLAINLY), *framing] if spoken else tied or framing
