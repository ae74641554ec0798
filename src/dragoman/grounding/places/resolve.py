"""From spans to places: candidates, the weighing, and the answer with its reason in words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from dragoman.gazetteers.places import Entry, PlaceIndex, load_places
from dragoman.gazetteers.places.knowledge import Knowledge, load_knowledge
from dragoman.grounding.places.find import find_spans
from dragoman.grounding.places.mention import Mention, read_mention
from dragoman.grounding.places.publisher import publisher_places
from dragoman.grounding.places.support import Support, distance_km, spot_of
from dragoman.grounding.places.weigh import (
    AS_A_PARTY,
    FEWEST_PEOPLE,
    LIES_INSIDE,
    PARTY_EVERYWHERE,
    Group,
    group_mentions,
    lies_in,
    shares_of,
    weigh,
)
from dragoman.records import Alternative, Grounding, Place, Span
from dragoman.records.dateline import find_dateline

# Support from outside the names, in units of one other name that is sure.
PUBLISHER_COUNTRY = 0.7
PUBLISHER_TOWN = 1.5
CUE = 0.5
DEMONYM = 0.5
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{2,}\b")
# A paper that bears a town's name and writes English: how populous the town is matters little, whether
# English is spoken there much (the Paris News is a paper of Texas).
HOME_SIZE = 0.35
ENGLISH = 1.5
_ENGLISH_PRESS = frozenset({"USA", "GBR", "CAN", "AUS", "IRL", "NZL", "ZAF", "IND", "NGA", "KEN", "GHA", "PHL"})
#: A report that names so many states, or peoples of states, is news of the world.
WORLD_STATES = 2
_MOST_ALTERNATIVES = 4
#: Readings that get less belief than this are not worth telling.
_WORTH_TELLING = 0.01
_SAME_SPOT_KM = 40.0


def resolve_places(
    text: str, spans: Sequence[Span], *, title: str | None = None, publisher: str | None = None
) -> list[Grounding[Place] | None]:
    """What each span means, in the order of ``spans``; ``None`` where the gazetteer has no such place.

    ``publisher`` (a host name, URL or name) and ``title`` are hints. Scores are shares of belief, 0 to 1.
    """
    index, knowledge = load_places(), load_knowledge()
    mentions = [read_mention(text, Span(*span), index, knowledge) for span in spans]
    peoples = peoples_named(text if title is None else f"{title}\n{text}", knowledge)
    world = _is_world_news(mentions, peoples)
    hints = outside_hints(text, title, publisher, knowledge)
    for entry, share in peoples:
        less = AS_A_PARTY if world and entry.country == PARTY_EVERYWHERE else 1.0
        hints.add(spot_of(entry), DEMONYM * share * less)
    filed = find_dateline(text)
    for mention in mentions:
        # agencies file from "HOUSTON" and no more only where all know the town
        mention.filed = filed is not None and filed.area is None and mention.span.start == filed.town.start
    groups = group_mentions(mentions, index, world=world)
    weigh(groups, hints)
    answers: dict[int, Grounding[Place]] = {}
    for group in groups:
        for mention in group.mentions:
            answers[id(mention)] = _answer(mention, group, hints, index)
    return [answers.get(id(mention)) for mention in mentions]


def find_places(text: str, *, title: str | None = None, publisher: str | None = None) -> list[Place]:
    """The places that ``text`` names, in order: names of people, bodies and peoples are left out."""
    return [grounding.choice for grounding in ground_places(text, title=title, publisher=publisher)]


def ground_places(text: str, *, title: str | None = None, publisher: str | None = None) -> list[Grounding[Place]]:
    """Like ``find_places``, each with its score, its reason and what else the name could mean."""
    found = resolve_places(text, find_spans(text), title=title, publisher=publisher)
    return [grounding for grounding in found if grounding is not None]


def peoples_named(text: str, knowledge: Knowledge) -> list[tuple[Entry, float]]:
    """The homes of the peoples that ``text`` names, each with its share of the word ("Congolese" has two homes)."""
    found = []
    for word in sorted(set(_CAPITALISED.findall(text))):
        homes = knowledge.demonyms.get(word, ())
        found += [(entry, 1 / len(homes)) for entry in homes]
    return found


def _is_world_news(mentions: Sequence[Mention], peoples: Sequence[tuple[Entry, float]]) -> bool:
    """Whether the report names several states or their peoples; local news seldom names more than its own."""
    states = [m.candidates[0] for m in mentions if m.candidates] + [entry for entry, _ in peoples]
    return len({entry.country for entry in states if entry.kind == "country"}) >= WORLD_STATES


def outside_hints(text: str, title: str | None, publisher: str | None, knowledge: Knowledge) -> Support:
    """Support from the publisher's home and from words of one country's affairs."""
    support = Support()
    hint = publisher_places(publisher)
    if hint.country:
        support.country[hint.country] += PUBLISHER_COUNTRY
    if hint.towns:
        raw = [
            HOME_SIZE * math.log10(max(e.population, FEWEST_PEOPLE)) + ENGLISH * (e.country in _ENGLISH_PRESS)
            for e in hint.towns
        ]
        for entry, share in zip(hint.towns, shares_of(raw), strict=True):
            support.add(spot_of(entry), PUBLISHER_TOWN * share)
    told = text if title is None else f"{title}\n{text}"
    for form, country, weight in knowledge.cues:
        if _stands_in(form, told):
            support.country[country] += CUE * weight
    return support


def _stands_in(form: str, text: str) -> bool:
    """Whether ``form`` stands in ``text`` as words of its own (a search per form beats one pattern of all)."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        opens = at == 0 or not (form[0].isalpha() and text[at - 1].isalnum())
        closes = end == len(text) or not (form[-1].isalpha() and text[end].isalnum())
        if opens and closes:
            return True
        at = text.find(form, end)
    return False


def _answer(mention: Mention, group: Group, hints: Support, index: PlaceIndex) -> Grounding[Place]:
    scores, shares = group.scores, group.shares
    if mention.inside:
        scores = [
            score + LIES_INSIDE * any(lies_in(entry, larger) for larger in mention.inside)
            for entry, score in zip(group.candidates, scores, strict=True)
        ]
        shares = shares_of(scores)
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], at))
    best = group.candidates[order[0]]
    others = tuple(
        Alternative(describe(group.candidates[at], index), round(shares[at], 3), _prior_words(group.candidates[at]))
        for at in order[1 : 1 + _MOST_ALTERNATIVES]
        if shares[at] >= _WORTH_TELLING
    )
    return Grounding(
        to_place(best, mention.span, mention.text, index),
        round(min(1.0, sum(shares[at] for at in order if _same_spot(group.candidates[at], best))), 3),
        _reason(best, mention, group, hints),
        others,
    )


def _same_spot(entry: Entry, best: Entry) -> bool:
    """Whether two readings are one spot on the map: a town and the division that is little more than it."""
    return entry.row == best.row or (entry.country == best.country and distance_km(entry, best) <= _SAME_SPOT_KM)


def to_place(entry: Entry, span: Span, text: str, index: PlaceIndex) -> Place:
    """``entry`` as the place that ``text`` at ``span`` names."""
    admin1 = entry if entry.kind == "admin1" else index.entry(entry.admin1) if entry.admin1 is not None else None
    return Place(
        span=span,
        text=text,
        name=entry.name,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        country=entry.country,
        admin1=admin1.name if admin1 else None,
        precision=entry.precision,
    )


def describe(entry: Entry, index: PlaceIndex) -> str:
    """``Paris, Texas, USA (4717560)``: enough to tell one reading from another."""
    parts = [entry.name]
    if entry.admin1 is not None:
        parts.append(index.entry(entry.admin1).name)
    if entry.country and entry.kind != "country":
        parts.append(entry.country)
    return ", ".join(parts) + (f" ({entry.geonames_id})" if entry.geonames_id else "")


_KIND_WORDS = {
    "country": "a state or territory",
    "admin1": "a first-level division",
    "admin2": "a district or county",
    "city": "a town",
    "region": "a region",
    "water": "a water",
    "island": "an island",
    "mountain": "mountains",
    "area": "an area",
}


def _prior_words(entry: Entry) -> str:
    people = f" of {entry.population:,}" if entry.population and entry.kind == "city" else ""
    return _KIND_WORDS[entry.kind] + people


def _reason(best: Entry, mention: Mention, group: Group, hints: Support) -> str:
    """The chief grounds, in words."""
    grounds = list(mention.notes)
    if mention.demonym:
        grounds.append("a word for its people")
    holding = next((larger for larger in mention.inside if lies_in(best, larger) and larger.row != best.row), None)
    if holding is not None:
        grounds.append(f"the text puts it in {holding.name}")
    if mention.kinds and best.kind in mention.kinds:
        grounds.append(f"the words beside it ask for {_KIND_WORDS[best.kind]}")
    if len(group.candidates) == 1:
        grounds.append("the only place of that name")
    elif not grounds:
        first = max(range(len(group.base)), key=lambda at: (group.base[at], -at))
        if group.candidates[first].row == best.row:
            grounds.append("the best known place of that name")
        else:
            grounds.append("the other places of the article lie nearer to it than to better known ones")
    if (
        best.country
        and hints.country.get(best.country, 0.0) >= CUE
        and not mention.demonym
        and len(group.candidates) > 1
    ):
        grounds.append(f"the publisher or the subject points to {best.country}")
    return f"{_prior_words(best)}; " + "; ".join(grounds)
