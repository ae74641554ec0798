"""How matching scales: seconds and memory for 1k, 10k and 100k synthetic claims, and the exponent of growth.

    .venv/bin/python bench/matching.py [--sizes 1000 10000 100000]

The synthetic news has the density of real news: a fixed number of reports a day, so that more claims mean more days.
Each event is told by one to eight reports; every sixth report reprints another. Also timed: one more report added to
the largest set. The exponent is the slope of log seconds over log claims between the first and the last size.
"""

from __future__ import annotations

import argparse
import datetime
import math
import random
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.matching.build import ACTORS, PLACES, claim, day, number

from dragoman.matching import Matcher
from dragoman.records import Article, Claim

A_DAY = 100  # claims told on a day
START = datetime.date(2001, 1, 1)
SYLLABLES = ("ka", "mo", "zu", "be", "ri", "ta", "no", "shi", "la", "du", "pe", "go", "wa", "ne", "so", "fi")
FILL = ["the", "officials", "said", "people", "were", "after", "that", "more", "than", "reports", "in", "near", "with", "from", "town", "forces", "told", "and", "on", "of"]


def word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(4))


def corpus(size: int) -> tuple[list[Article], list[Claim]]:
    rng = random.Random(size)
    articles: list[Article] = []
    claims: list[Claim] = []
    while len(claims) < size:
        told = START + datetime.timedelta(days=len(claims) // A_DAY)
        act = rng.choice(["ASSAULT", "COERCE", "CONSULT", "PROTEST", "AID"])
        doer, victim = rng.sample(sorted(ACTORS), 2)
        where = rng.choice(sorted(PLACES))
        names = [word(rng).capitalize() for _ in range(6)]
        count = rng.randint(1, 60)
        for nth in range(min(rng.choice([1, 1, 1, 2, 2, 3, 5, 8]), size - len(claims))):
            if nth and rng.random() < 1 / 6:
                text = articles[-1].text
            else:
                said = [*rng.sample(names, 4), *rng.choices(FILL, k=40), *(word(rng) for _ in range(8))]
                rng.shuffle(said)
                text = " ".join(said)
            article = Article.from_text(text, published=str(told + datetime.timedelta(days=rng.randint(0, 1))),
                                        publisher=f"Paper {rng.randint(1, 60)}", url=f"p{len(articles)}")
            articles.append(article)
            claims.append(claim(article, act=act, actors=(doer,), recipients=(victim,), where=where,
                                on=day(str(told)), numbers=(number(count),), words=" ".join(text.split()[:25])))
    return articles, claims


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    sizes = parser.parse_args().sizes
    taken = []
    for size in sizes:
        articles, claims = corpus(size)
        started = time.perf_counter()
        matcher = Matcher()
        matcher.add(claims, articles)
        events = matcher.events()
        taken.append(time.perf_counter() - started)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>7} claims: {taken[-1]:7.2f} s, {len(events)} events, peak memory {peak:.0f} MB", flush=True)
        one, told = corpus(size + 7)
        started = time.perf_counter()
        matcher.add(told[-1:], one[-1:])
        matcher.groups()
        print(f"          one more report: groups in {time.perf_counter() - started:.3f} s", end="", flush=True)
        matcher.events()
        print(f", all event records in {time.perf_counter() - started:.3f} s", flush=True)
    if len(sizes) > 1:
        print(f"exponent: {math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0]):.3f}")


if __name__ == "__main__":
    main()
