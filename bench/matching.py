"""How matching scales on archives of 1k, 10k and 100k synthetic claims: all at once, and one more report at a time.

    .venv/bin/python bench/matching.py [--sizes 1000 10000 100000] [--reports 12]

The synthetic news has the density of real news: a fixed number of reports a day, so that more claims mean more days.
Each event is told by one to eight reports; every sixth report reprints another. Printed for each size: seconds and peak
memory of matching everything, milliseconds (median and worst) from the coded report to the events on the disk for each of
``--reports`` more, peak memory of that, and the size of the archive. The exponent is the slope of log seconds (of the
processor: other programs do not count) over log claims between the first and the last size. Memory is measured in processes of their own.
"""

from __future__ import annotations

import argparse
import datetime
import math
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.matching.build import ACTORS, PLACES, claim, day, number

from dragoman.archive import Archive
from dragoman.matching import match_shelf, matcher_version
from dragoman.records import Article, Claim

Told = tuple[Article, list[Claim]]
A_DAY = 100  # claims told on a day
START = datetime.date(2001, 1, 1)
SYLLABLES = ("ka", "mo", "zu", "be", "ri", "ta", "no", "shi", "la", "du", "pe", "go", "wa", "ne", "so", "fi")
FILL = [
    "the",
    "officials",
    "said",
    "people",
    "were",
    "after",
    "that",
    "more",
    "than",
    "reports",
    "in",
    "near",
    "with",
    "from",
    "town",
    "forces",
    "told",
    "and",
    "on",
    "of",
]


def word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(4))


def news(a_day: int) -> Iterator[Told]:
    """Reports of one claim each, without end."""
    rng = random.Random(20010101)
    count = 0
    text = ""
    while True:
        told = START + datetime.timedelta(days=count // a_day)
        act = rng.choice(["ASSAULT", "COERCE", "CONSULT", "PROTEST", "AID"])
        doer, victim = rng.sample(sorted(ACTORS), 2)
        where = rng.choice(sorted(PLACES))
        names = [word(rng).capitalize() for _ in range(6)]
        victims = rng.randint(1, 60)
        for nth in range(rng.choice([1, 1, 1, 2, 2, 3, 5, 8])):
            if not nth or rng.random() >= 1 / 6:
                said = [*rng.sample(names, 4), *rng.choices(FILL, k=40), *(word(rng) for _ in range(8))]
                rng.shuffle(said)
                text = " ".join(said)
            published = str(told + datetime.timedelta(days=rng.randint(0, 1)))
            article = Article.from_text(
                text, published=published, publisher=f"Paper {rng.randint(1, 60)}", url=f"p{count}"
            )
            count += 1
            yield article, [claim(article, act=act, actors=(doer,), recipients=(victim,), where=where, on=day(str(told)),
                                  numbers=(number(victims),), words=" ".join(text.split()[:25]))]  # fmt: skip


def match(store: Archive, *, anew: bool = False) -> None:
    """What ``pipeline.rematch`` does, without the memory that coding would take."""
    with store.matching(matcher_version()) as shelf:
        match_shelf(shelf, store.judgements(standing=True), anew=anew)


def peak() -> float:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def whole(path: Path) -> tuple[float, float, int, float]:
    """Match everything: seconds, seconds of the processor, events, peak memory in MB."""
    with Archive(path) as store:
        started, worked = time.perf_counter(), time.process_time()
        match(store, anew=True)
        return time.perf_counter() - started, time.process_time() - worked, store.counts()["events"], peak()


def one_by_one(path: Path, more: list[Told]) -> tuple[list[float], list[float], float]:
    """Add reports one by one: milliseconds of each, those of the processor, peak memory in MB."""
    with Archive(path) as store:
        taken, worked = [], []
        for article, claims in more:
            started, before = time.perf_counter(), time.process_time()
            store.add(article, claims, coder_version="bench")
            match(store)
            taken.append((time.perf_counter() - started) * 1000)
            worked.append((time.process_time() - before) * 1000)
        return taken, worked, peak()


def alone(work: Callable[..., Any], *given: Any) -> Any:
    """Run a measurement in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--reports", type=int, default=12, help="how many reports to add one by one")
    parser.add_argument("--a-day", type=int, default=A_DAY, help="claims told on a day")
    options = parser.parse_args()
    seconds = []
    for size in options.sizes:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "news.db"
            told = news(options.a_day)
            with Archive(path) as store:
                for _ in store.add_many(islice(told, size), coder_version="bench", group=1000):
                    pass
            plain = path.stat().st_size
            taken, worked, events, memory = alone(whole, path)
            seconds.append(worked)
            print(
                f"{size:>7} claims at once: {taken:7.2f} s ({worked:.2f} s of the processor), {events} events, peak memory {memory:.0f} MB",
                flush=True,
            )
            each, busy, memory = alone(one_by_one, path, list(islice(told, options.reports)))
            grown = path.stat().st_size
            print(f"        one more report: {statistics.median(each):7.1f} ms, worst {max(each):.1f} ms, first {each[0]:.1f} ms (processor: {statistics.median(busy):.1f}, {max(busy):.1f} ms), "
                  f"peak memory {memory:.0f} MB; archive {plain / 1e6:.0f} MB unmatched, {grown / 1e6:.0f} MB matched", flush=True)  # fmt: skip
    if len(seconds) > 1:
        slope = math.log(seconds[-1] / seconds[0]) / math.log(options.sizes[-1] / options.sizes[0])
        print(f"exponent: {slope:.3f}")


if __name__ == "__main__":
    main()
