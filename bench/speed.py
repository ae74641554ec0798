"""Speed of the whole job (read, parse, code, ground, match) beside spaCy's full pipeline alone, on one core.

    python bench/speed.py [--sample N] [--rounds N] [--json] [--brief] [FILE]

The articles are dealt into rounds; in each round both have the same articles, one after the other, and who begins
changes, so that drift of a busy machine falls on both. Time is CPU time of this process, pinned to one core with one
thread a library. The ratio is spaCy's time over ours: above 1, the whole job is done before spaCy alone would be.
"""

# ruff: noqa: E402 (threads are limited before anything that starts them is imported)
from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "TOKENIZERS_PARALLELISM"):
    # before numpy and the model's runtime are loaded: they read these once
    os.environ[_name] = "false" if _name.startswith("TOKENIZERS") else "1"
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import argparse
import json
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import stages

from dragoman.evaluation.gold import evenly
from dragoman.pipeline import Coder, match
from dragoman.reading import read_sources
from dragoman.records import Article, Claim
from dragoman.settings import Settings

ROUNDS = 6  # even, so that each begins equally often


@dataclass
class Run:
    """What was measured, in CPU seconds."""

    articles: int = 0
    tokens: int = 0
    claims: int = 0
    events: int = 0
    ours: float = 0.0
    spacy: float = 0.0
    matching: float = 0.0
    pipes: tuple[str, ...] = ()

    def figures(self) -> dict[str, Any]:
        whole = self.ours + self.matching
        return {
            "articles": self.articles,
            "tokens": self.tokens,
            "claims": self.claims,
            "events": self.events,
            "articles_per_second": round(self.articles / whole, 2),
            "tokens_per_second": round(self.tokens / whole),
            "spacy_articles_per_second": round(self.articles / self.spacy, 2),
            "spacy_tokens_per_second": round(self.tokens / self.spacy),
            "ratio": round(self.spacy / whole, 3),
            "spacy_pipeline": " ".join(self.pipes),
        }


def lines_of(path: Path, sample: int | None) -> list[str]:
    """The rows of the table as they stand, at most ``sample``, spread evenly."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return evenly(lines, sample)


def measure(path: Path, sample: int | None = None, rounds: int = ROUNDS) -> Run:
    """Both on the same articles, in interleaved rounds."""
    import spacy

    coder = Coder()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the pinned pipeline was made with a near version
        full = spacy.load(Settings().spacy_model)
    stages.warm(coder)
    list(full.pipe(["Police arrested two students.", "Kenya condemned the attack."]))
    lines = lines_of(path, sample)
    run = Run(pipes=tuple(full.pipe_names))
    articles: list[Article] = []
    claims: list[Claim] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            dealt = lines[number::rounds]
            if not dealt:
                continue
            table = Path(folder) / f"{number}.jsonl"
            table.write_text("\n".join(dealt) + "\n", encoding="utf-8")

            def ours(table: Path = table) -> None:
                for article, found in coder.code_many(read(table)):
                    articles.append(article)
                    claims.extend(found)

            def theirs(dealt: list[str] = dealt) -> None:
                texts = [json.loads(line)["text"] for line in dealt]
                run.tokens += sum(len(doc) for doc in full.pipe(texts))

            first, second = (theirs, ours) if number % 2 else (ours, theirs)
            spent = {first: clocked(first), second: clocked(second)}
            run.ours += spent[ours]
            run.spacy += spent[theirs]
    events: list[Any] = []
    run.matching = clocked(lambda: events.extend(match(claims, articles)))
    run.articles, run.claims, run.events = len(lines), len(claims), len(events)
    return run


def read(table: Path) -> Iterator[Article]:
    return (one for one in read_sources([str(table)], Settings()) if isinstance(one, Article))


def clocked(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def only_ours(path: Path, sample: int | None) -> int:
    """The whole job alone, to see how much memory it takes; peak in kilobytes."""
    import resource

    coder = Coder()
    articles, claims = [], []
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "articles.jsonl"
        table.write_text("\n".join(lines_of(path, sample)) + "\n", encoding="utf-8")
        for article, found in coder.code_many(read(table)):
            articles.append(article)
            claims += found
    match(claims, articles)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)


def peak_megabytes(path: Path, sample: int | None) -> float:
    """Peak memory of the whole job in a process of its own, where nothing of the comparison is loaded."""
    command = [sys.executable, __file__, str(path), "--only-ours", *(["--sample", str(sample)] if sample else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout.strip()) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=stages.NEWS)
    parser.add_argument("--sample", type=int, help="so many articles, spread evenly (default: all)")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true", help="figures as one JSON object")
    parser.add_argument("--brief", action="store_true", help="neither memory nor stages")
    parser.add_argument("--only-ours", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.file.exists():
        print(f"skipped: {options.file} is absent (outside data, for measuring only)")
        return 0
    if options.only_ours:
        print(only_ours(options.file, options.sample))
        return 0
    figures = measure(options.file, options.sample, options.rounds).figures()
    if not options.brief:
        figures["peak_megabytes"] = round(peak_megabytes(options.file, options.sample))
    if options.json:
        print(json.dumps(figures))
        return 0
    print(
        f"{figures['articles']} articles, {figures['tokens']:,} tokens; {figures['claims']} claims, {figures['events']} events"
    )
    print(f"{'one core, CPU time':<24} {'articles/s':>11} {'tokens/s':>10}")
    print(f"{'whole job':<24} {figures['articles_per_second']:11.1f} {figures['tokens_per_second']:10,}")
    print(
        f"{'spaCy full, alone':<24} {figures['spacy_articles_per_second']:11.1f} {figures['spacy_tokens_per_second']:10,}"
    )
    print(f"{'ratio':<24} {figures['ratio']:11.2f}")
    print(f"spaCy's pipeline: {figures['spacy_pipeline']}")
    if not options.brief:
        print(f"peak memory of the whole job: {figures['peak_megabytes']:,} MB\n")
        stages.show(stages.measure(options.file, options.sample))
    return 0


if __name__ == "__main__":
    sys.exit(main())
