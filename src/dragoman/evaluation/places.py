"""Places: found in plain text, and put on the map; within 161 km (100 miles) counts as right."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluation.figures import figure, share, three
from dragoman.evaluation.gold import Row, digest, read_jsonl
from dragoman.evaluation.labels import confusion
from dragoman.evaluation.mistakes import in_context
from dragoman.evaluation.pairing import common, pair
from dragoman.evaluation.report import Mistake, Report
from dragoman.gazetteers.places import Entry, load_places
from dragoman.gazetteers.places.knowledge import load_knowledge
from dragoman.grounding.places import resolve_places
from dragoman.records import Place

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

NEAR_KM = 161.0
_EARTH_DIAMETER_KM = 12742.0
_BANDS = (("the same place", 0.0), ("within 161 km", NEAR_KM), ("within 1,000 km", 1000.0), ("farther", math.inf))


def evaluate(coder: Coder, path: Path, sample: int | None = None) -> Report:
    """Detection, resolution of the gold's own mentions (with publisher, without, by population), and both together.

    Gold words for peoples ("Kenyan") do not count in detection: they are parties, not places.
    Raises ``EvaluationError``.
    """
    articles = read_jsonl(path, sample)
    peoples = load_knowledge().demonyms
    detected, whole, resolved, blind, populous = [], [], [], [], []
    bands: list[tuple[str, str]] = []
    mistakes: list[Mistake] = []
    for row in articles:
        text, publisher, title = row.text("text"), row.maybe("publisher"), row.maybe("title")
        golds = row.items("places")
        spans = [gold.span(text) for gold in golds]
        chosen = resolve_places(text, spans, title=title, publisher=publisher)
        unnamed = resolve_places(text, spans, title=title, publisher=None)
        good = 0
        for gold, span, grounding in zip(golds, spans, chosen, strict=True):
            choice = grounding.choice if grounding is not None else None
            right = near(choice, gold)
            good += right
            bands.append((choice.precision if choice is not None else "unresolved", _band(choice, gold)))
            if not right:
                why = grounding.reason if grounding is not None else ""
                mistakes.append(
                    Mistake("wrong place", row.where, in_context(text, span), _gold(gold), _found(choice), why)
                )
        resolved.append([good, len(golds)])
        blind.append(
            [sum(near(g.choice if g else None, gold) for gold, g in zip(golds, unnamed, strict=True)), len(golds)]
        )
        populous.append(
            [
                sum(_most_populous_is_near(span.of(text), gold) for gold, span in zip(golds, spans, strict=True)),
                len(golds),
            ]
        )

        founds = coder.places(text, publisher=publisher)
        named = [(gold, span) for gold, span in zip(golds, spans, strict=True) if span.of(text) not in peoples]
        people = [span for span in spans if span.of(text) in peoples]
        pairs, lost, extra = pair(named, founds, lambda gold, found: common(gold[1], found.span))
        extra = [
            j for j in extra if not any(founds[j].span.overlaps(s) for s in [*people, *(span for _, span in named)])
        ]
        detected.append([len(pairs), len(extra), len(lost)])
        both = sum(near(founds[j], named[i][0]) for i, j in pairs)
        whole.append([both, len(pairs) - both + len(extra), len(named) - both])
        mistakes += [
            Mistake("missed", row.where, in_context(text, named[i][1]), _gold(named[i][0]), "nothing") for i in lost
        ]
        mistakes += [
            Mistake("not in gold", row.where, in_context(text, founds[j].span), "nothing", _found(founds[j]))
            for j in extra
        ]
    total = sum(unit[1] for unit in resolved)
    figures = (
        *three("detection", detected),
        figure("within 161 km", resolved, share, total),
        figure("within 161 km, publisher unknown", blind, share, total),
        figure("within 161 km, most populous of the name", populous, share, total),
        *three("found and within 161 km", whole),
    )
    tables = (confusion("how far off, by precision of the choice", bands, classes=False),) if bands else ()
    return Report("places", path.name, digest(path), f"{len(articles):,} articles", figures, tables, tuple(mistakes))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) in degrees."""
    p, q, turn = math.radians(one[0]), math.radians(other[0]), math.radians(other[1] - one[1])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(turn / 2) ** 2
    return _EARTH_DIAMETER_KM * math.asin(math.sqrt(min(1.0, h)))


def near(place: Place | Entry | None, gold: Row) -> bool:
    """Whether the place is the gold's or lies within 161 km of it."""
    return _distance(place, gold) <= NEAR_KM


def _distance(place: Place | Entry | None, gold: Row) -> float:
    known = gold.maybe("geonames_id")
    if place is not None and known is not None and str(place.geonames_id) == known:
        return 0.0
    point = (gold.number("latitude"), gold.number("longitude"))
    if place is None or place.latitude is None or place.longitude is None:
        return math.inf
    # never nought for another id: the first band means identity
    return max(kilometres((place.latitude, place.longitude), point), 1e-6)


def _band(place: Place | None, gold: Row) -> str:
    distance = _distance(place, gold)
    return next(name for name, most in _BANDS if distance <= most)


def _most_populous_is_near(phrase: str, gold: Row) -> bool:
    hits = load_places().lookup(phrase.removeprefix("the "))
    return near(max((hit.entry for hit in hits), key=lambda e: (e.population, -e.row), default=None), gold)


def _gold(gold: Row) -> str:
    return f"{gold.maybe('name') or ''} ({gold.number('latitude'):.2f}, {gold.number('longitude'):.2f}) {gold.maybe('country') or ''}"


def _found(place: Place | None) -> str:
    if place is None or place.latitude is None or place.longitude is None:
        return "nothing" if place is None else f"{place.name} (no coordinates)"
    return f"{place.name} ({place.latitude:.2f}, {place.longitude:.2f}) {place.country or ''}"
