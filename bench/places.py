"""Places against outside gold: how often the chosen place lies within 161 km (100 miles) of the right one.

``python bench/places.py [FILE]``. Beside it stand the population baseline (the most populous place of
that name), the same without knowing the publisher, and how well place names are found in plain text.
"""

from __future__ import annotations

import json
import math
import sys
import time
from pathlib import Path
from typing import Any

from dragoman.errors import EvaluationError
from dragoman.gazetteers.places import load_places
from dragoman.gazetteers.places.knowledge import load_knowledge
from dragoman.grounding.places import find_places, resolve_places
from dragoman.records import Span

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "places.jsonl"
NEAR_KM = 161.0


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Articles with ``text``, ``publisher`` and ``places`` (``start``, ``end``, ``latitude``, ``longitude``)."""
    articles = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line:
            continue
        try:
            article = json.loads(line)
            for place in article["places"]:
                place["start"], place["end"], place["latitude"], place["longitude"]
            article["text"]
        except (ValueError, KeyError, TypeError) as error:
            raise EvaluationError(
                f"the line is no gold article ({error})", where=f"{path}:{number}", remedy="See the data's README"
            ) from error
        articles.append(article)
    return articles


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    p, q, turn = math.radians(a[0]), math.radians(b[0]), math.radians(b[1] - a[1])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(turn / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, h)))


def right(place: Any, gold: dict[str, Any]) -> bool:
    if place is None:
        return False
    if str(place.geonames_id) == str(gold.get("geonames_id")):
        return True
    if place.latitude is None:
        return False
    return kilometres((place.latitude, place.longitude), (gold["latitude"], gold["longitude"])) <= NEAR_KM


def most_populous(phrase: str) -> Any:
    hits = load_places().lookup(phrase.removeprefix("the "))
    return max((h.entry for h in hits), key=lambda e: (e.population, -e.row), default=None)


def resolution(articles: list[dict[str, Any]], *, with_publisher: bool = True) -> tuple[int, int, list[Any]]:
    good = total = 0
    wrong = []
    for article in articles:
        spans = [Span(p["start"], p["end"]) for p in article["places"]]
        publisher = article.get("publisher") if with_publisher else None
        found = resolve_places(article["text"], spans, title=article.get("title"), publisher=publisher)
        for gold, grounding in zip(article["places"], found, strict=True):
            total += 1
            if right(grounding.choice if grounding else None, gold):
                good += 1
            else:
                wrong.append((article, gold, grounding))
    return good, total, wrong


def detection(articles: list[dict[str, Any]]) -> tuple[float, float, list[Any], list[Any]]:
    """Precision and recall of ``find_places``, counting overlap.

    Gold words for peoples are left out: the finder leaves them to the actors.
    """
    demonyms = load_knowledge().demonyms
    hit = missed = spurious = 0
    lost, extra = [], []
    for article in articles:
        text = article["text"]
        golds = [g for g in article["places"] if g["phrase"] not in demonyms]
        peoples = [Span(g["start"], g["end"]) for g in article["places"] if g["phrase"] in demonyms]
        spans = [place.span for place in find_places(text, publisher=article.get("publisher"))]
        for gold in golds:
            if any(span.overlaps(Span(gold["start"], gold["end"])) for span in spans):
                hit += 1
            else:
                missed += 1
                lost.append((article, gold))
        for span in spans:
            right_ones = [Span(g["start"], g["end"]) for g in golds] + peoples
            if not any(span.overlaps(other) for other in right_ones):
                spurious += 1
                extra.append((article, span))
    return hit / (hit + spurious), hit / (hit + missed), lost, extra


def score(path: Path = DEFAULT) -> dict[str, float]:
    """All figures of the benchmark on a gold file. Raises ``EvaluationError`` if it is none."""
    articles = read_gold(path)
    started = time.perf_counter()
    good, total, _ = resolution(articles)
    seconds = time.perf_counter() - started
    blind, _, _ = resolution(articles, with_publisher=False)
    golds = [gold for article in articles for gold in article["places"]]
    baseline = sum(right(most_populous(gold["phrase"]), gold) for gold in golds)
    precision, recall, _, _ = detection(articles)
    return {
        "detection_precision": round(precision, 4),
        "detection_recall": round(recall, 4),
        "places": total,
        "within_161_km": round(good / total, 4),
        "within_161_km_publisher_unknown": round(blind / total, 4),
        "population_baseline": round(baseline / total, 4),
        "articles_per_second": round(len(articles) / seconds, 1),
    }


def main() -> int:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    print(json.dumps(score(path), indent=2))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
