"""Where the time of the whole job goes, stage by stage.

    python bench/stages.py [--sample N] [FILE]

Stages are wrapped with clocks from outside; a stage inside another counts for itself only, so the shares add up to
the whole. (Not called ``profile``: a script of that name would hide the standard library's.)
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import dragoman.grounded as grounded
import dragoman.pipeline as pipeline
from dragoman.pipeline import Coder, match
from dragoman.reading import read_sources
from dragoman.records import Article
from dragoman.settings import Settings

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
NEWS = DATA / "news-2018.jsonl"


class Clocks:
    """CPU seconds and calls by stage; an inner stage's time is taken from the outer one's."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self._inner = [0.0]

    def run(self, stage: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        self._inner.append(0.0)
        try:
            return work()
        finally:
            spent = time.process_time() - began
            self.seconds[stage] += spent - self._inner.pop()
            self._inner[-1] += spent

    def wrap(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def clocked(*args: Any, **options: Any) -> Any:
            self.calls[stage] += 1
            return self.run(stage, lambda: function(*args, **options))

        return clocked

    def wrap_stream(self, stage: str, function: Callable[..., Iterable[Any]]) -> Callable[..., Iterator[Any]]:
        def clocked(*args: Any, **options: Any) -> Iterator[Any]:
            return self.stream(stage, function(*args, **options))

        return clocked

    def stream(self, stage: str, items: Iterable[Any]) -> Iterator[Any]:
        rest = iter(items)
        end = object()
        while (item := self.run(stage, lambda: next(rest, end))) is not end:
            self.calls[stage] += 1
            yield item


#: (owner, attribute, stage, whether it is a stream). ``coder`` stands for the loaded coder, other owners for modules.
_STAGES: tuple[tuple[str, str, str, bool], ...] = (
    ("coder._gate", "admits", "gate", False),
    ("coder.parser", "_pending", "sentences", False),
    ("coder.parser.nlp", "pipe", "spaCy: tagger and parser", True),
    ("coder.parser", "_finish", "lemmas", False),
    ("coder.frames", "code", "frames, roles, status, attribution", False),
    ("coder.relations.tagger", "read", "tagger", False),
    ("pipeline", "ground_claims", "grounding: choosing", False),
    ("grounded", "find_times", "grounding: times", False),
    ("grounded", "claim_time", "grounding: times", False),
    ("grounded", "read_parties", "grounding: actors", False),
    ("grounded", "ground_span", "grounding: actors", False),
    ("grounded", "ground_places", "grounding: places", False),
    ("grounded", "claim_place", "grounding: places", False),
    ("pipeline", "read_topic", "selection", False),
    ("pipeline", "political", "selection", False),
)


def measure(path: Path, sample: int | None = None) -> Clocks:
    """The clocks after the whole job over the first ``sample`` articles of ``path``."""
    coder = Coder()
    warm(coder)
    clocks = Clocks()
    kept: list[tuple[Any, str, Any]] = []
    for owner, attribute, stage, stream in _STAGES:
        thing: Any = {"pipeline": pipeline, "grounded": grounded}.get(owner, coder)
        for part in owner.split(".")[1:]:
            thing = getattr(thing, part)
        original = getattr(thing, attribute)
        kept.append((thing, attribute, original))
        setattr(thing, attribute, (clocks.wrap_stream if stream else clocks.wrap)(stage, original))
    try:
        articles = clocks.stream("reading", taken(path, sample))
        read, claims = [], []
        for article, found in clocks.stream("between the stages", coder.code_many(articles)):
            read.append(article)
            claims += found
        clocks.run("matching", lambda: match(claims, read))
        clocks.calls["matching"] = 1
    finally:
        # the wrapped functions of the module outlive the coder
        for thing, attribute, original in reversed(kept):
            setattr(thing, attribute, original)
    return clocks


def taken(path: Path, sample: int | None) -> Iterator[Article]:
    """The readable articles of a source, at most ``sample``."""
    count = 0
    for one in read_sources([str(path)], Settings()):
        if isinstance(one, Article):
            if sample is not None and count >= sample:
                return
            count += 1
            yield one


def warm(coder: Coder) -> None:
    """One report through every stage, so that what loads at first use is loaded."""
    article = Article.from_text(
        "Police in Nairobi arrested two students on Monday, a spokesman said. Kenya condemned the attack in Mombasa.",
        published="2024-05-02",
    )
    match(coder.code(article), [article])


def show(clocks: Clocks) -> None:
    whole = sum(clocks.seconds.values()) or 1.0
    print(f"{'stage':<36} {'CPU s':>8} {'share':>7} {'calls':>9}")
    for stage, seconds in sorted(clocks.seconds.items(), key=lambda row: (-row[1], row[0])):
        print(f"{stage:<36} {seconds:8.2f} {seconds / whole:7.1%} {clocks.calls[stage]:9,}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=NEWS)
    parser.add_argument("--sample", type=int, help="the first so many articles")
    options = parser.parse_args()
    if not options.file.exists():
        print(f"skipped: {options.file} is absent (outside data, for measuring only)")
        return 0
    show(measure(options.file, options.sample))
    return 0


if __name__ == "__main__":
    sys.exit(main())
