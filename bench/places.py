"""Places: our own gold of international reports, speed after parsing, and what loading the gazetteer takes.

    python bench/places.py [--articles N] [--wrong]

Outside gold is measured by ``dragoman evaluate places`` and pinned by ``ratchet.py``; this needs no data but the news
whose texts are read for speed. CPU seconds, one core. ``--wrong`` prints every miss.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "data" / "news-2018.jsonl"
sys.path.insert(0, str(ROOT))


def memory() -> float:
    """Most memory used so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def loading() -> str:
    """What opening the gazetteer and its tables takes, measured before anything else is loaded."""
    before = memory()
    began = time.perf_counter()
    from dragoman.gazetteers.places import load_places
    from dragoman.gazetteers.places.knowledge import load_knowledge

    imported = time.perf_counter()
    index = load_places()
    load_knowledge()
    ready = time.perf_counter()
    return (
        f"gazetteer: {len(index):,} places; imports {imported - began:.3f} s, load {ready - imported:.3f} s, "
        f"memory {memory() - before:.0f} MB above the bare interpreter"
    )


def own_gold(show: bool) -> str:
    """Given names put right, and names found, in our own international reports."""
    from tests.grounding.places.gold import read

    from dragoman.grounding.places import find_places, resolve_places

    total = right = found = extra = both = 0
    for text, golds in read("international.yaml"):
        answers = resolve_places(text, [gold.span for gold in golds])
        places = find_places(text)
        total += len(golds)
        extra += sum(not any(gold.span.overlaps(place.span) for gold in golds) for place in places)
        for gold, answer in zip(golds, answers, strict=True):
            met = gold.is_met_by(answer.choice if answer else None)
            seen = [place for place in places if gold.span.overlaps(place.span)]
            right += met
            found += bool(seen)
            both += any(gold.is_met_by(place) for place in seen)
            if show and not (met and seen):
                what = "wrong" if not met else "missed"
                print(f"  {what}: {gold.span.of(text)!r}, {answer.choice.name if answer else None}")
    return (
        f"own gold: {total} names; given: {right / total:.3f} right; found: recall {found / total:.3f}, "
        f"precision {found / max(1, found + extra):.3f}; found and right: {both / total:.3f}"
    )


def speed(articles: int) -> str:
    """Articles a second, finding and resolving, caches warm."""
    from dragoman.grounding.places import ground_places

    if not NEWS.exists():
        return f"speed: {NEWS} is not there"
    rows = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()[:articles]]
    for row in rows[:20]:
        ground_places(row["text"])
    began = time.process_time()
    names = sum(len(ground_places(r["text"], title=r["title"], publisher=r["publisher"])) for r in rows)
    spent = time.process_time() - began
    letters = sum(len(row["text"]) for row in rows) / len(rows)
    return f"speed: {len(rows) / spent:.0f} articles/s of {letters:,.0f} characters ({names:,} places, {memory():.0f} MB peak)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=389)
    parser.add_argument("--wrong", action="store_true", help="print every miss in our own gold")
    options = parser.parse_args()
    print(loading())
    print(own_gold(options.wrong))
    print(speed(options.articles))


if __name__ == "__main__":
    main()
