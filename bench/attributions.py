"""Who says what, against outside gold: precision, recall and F1 of cues, sources and contents.

``python bench/attributions.py [FILE] [--half even|odd]``. FILE holds articles as JSON lines with ``text``, ``spans``
(role and character ranges by id) and ``relations`` ("Attribution:T4 Content:T3 Cue:T2 Source:T1").

How things are matched:

* **cue**: a cue found is right if it shares characters with a gold cue; one found per gold, best overlap of contents first.
* **source**: right if its attribution's cue is right and its head word is the head word of the gold source, by the parse;
  a source given where gold has none counts against precision, one missed against recall.
* **content**: words. Of a right pair the words in both are right; the words of attributions without a partner are wrong
  (found) or missed (gold). ``content_matched`` counts right pairs alone.
"""

from __future__ import annotations

import json
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dragoman
from dragoman.errors import EvaluationError
from dragoman.records import Article, Attribution, Parse

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "attributions.jsonl"
_WORD = re.compile(r"\w+")
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold attribution: the ranges of cue, source (may be empty) and content (may be empty)."""

    cue: Ranges
    source: Ranges
    content: Ranges


@dataclass(slots=True)
class Tally:
    """Right ones, found ones and gold ones, and what follows from them."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def rates(self) -> dict[str, float]:
        p = self.right / self.found if self.found else 0.0
        r = self.right / self.gold if self.gold else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(f, 4)}


def read_gold(path: Path) -> list[tuple[str, str, list[Gold]]]:
    """(id, text, attributions) of each article. Raises ``EvaluationError`` if the file is none."""
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line:
            continue
        try:
            article = json.loads(line)
            out.append(
                (str(article["id"]), str(article["text"]), [_gold(r, article["spans"]) for r in article["relations"]])
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise EvaluationError(
                f"the line is no gold article ({error})", where=f"{path}:{number}", remedy="See the data's README"
            ) from error
    return [(name, text, [g for g in golds if g.cue]) for name, text, golds in out]


def _gold(relation: str, spans: dict[str, Any]) -> Gold:
    by_role: dict[str, list[tuple[int, int]]] = {"Cue": [], "Source": [], "Content": []}
    for part in relation.split():
        role, _, key = part.partition(":")
        if role in by_role:
            by_role[role].extend((int(a), int(b)) for a, b in spans[key]["spans"])
    return Gold(*(tuple(sorted(by_role[role])) for role in ("Cue", "Source", "Content")))


def words_in(text: str, ranges: Ranges) -> set[int]:
    """Where the words within ``ranges`` begin."""
    return {m.start() for a, b in ranges for m in _WORD.finditer(text, a, b)}


def head_word(parse: Parse, ranges: Ranges) -> tuple[int, int] | None:
    """The range of the word that all others in ``ranges`` hang on, by the parse."""
    for a, b in ranges:
        sentence = parse.sentence_at(a)
        if sentence is None or sentence.doc is None:
            continue
        offset = sentence.span.start
        inside = [t for t in sentence.doc if a - offset <= t.idx < b - offset and not t.is_space]
        for token in inside:
            if token.head not in inside or token.head == token:
                return token.idx + offset, token.idx + offset + len(token.text)
    return None


def pair(text: str, golds: list[Gold], found: list[Attribution]) -> list[tuple[int, int]]:
    """Which gold (first) goes with which attribution found (second): each once, best overlap of contents first."""
    candidates = []
    for i, gold in enumerate(golds):
        wanted = words_in(text, gold.content)
        for j, one in enumerate(found):
            if any(one.cue_span.start < b and a < one.cue_span.end for a, b in gold.cue):
                common = len(wanted & words_in(text, ((one.content_span.start, one.content_span.end),)))
                candidates.append((-common, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def tally(
    text: str, parse: Parse, golds: list[Gold], found: list[Attribution], scores: dict[str, Tally]
) -> list[tuple[int, int]]:
    """Add one article to ``scores``; gives the pairs for whoever wants to read the errors."""
    pairs = pair(text, golds, found)
    cue, source, content, matched = (scores[k] for k in ("cue", "source", "content", "content_matched"))
    cue.right, cue.found, cue.gold = cue.right + len(pairs), cue.found + len(found), cue.gold + len(golds)
    source.found += sum(f.source_span is not None for f in found)
    source.gold += sum(bool(g.source) for g in golds)
    wanted = [words_in(text, g.content) for g in golds]
    given = [words_in(text, ((f.content_span.start, f.content_span.end),)) for f in found]
    content.found += sum(map(len, given))
    content.gold += sum(map(len, wanted))
    for i, j in pairs:
        common = len(wanted[i] & given[j])
        content.right += common
        matched.right, matched.found, matched.gold = (
            matched.right + common,
            matched.found + len(given[j]),
            matched.gold + len(wanted[i]),
        )
        source.right += right_source(parse, golds[i], found[j])
    return pairs


def right_source(parse: Parse, gold: Gold, found: Attribution) -> bool:
    head = head_word(parse, gold.source)
    mine = found.source_head_span
    return head is not None and mine is not None and mine.start < head[1] and head[0] < mine.end


def score(path: Path = DEFAULT, half: str | None = None) -> dict[str, Any]:
    """All figures of the benchmark on a gold file. Raises ``EvaluationError`` if it is none."""
    articles = read_gold(path)
    if half is not None:
        articles = articles[(half == "odd") :: 2]
    coder = dragoman.load()
    scores = {k: Tally() for k in ("cue", "source", "content", "content_matched")}
    seconds = 0.0
    sentences = 0
    for parse, (_, text, golds) in zip(
        coder.parser.parse_many(Article.from_text(text) for _, text, _ in articles), articles, strict=True
    ):
        started = time.perf_counter()
        found = coder.frames.attributions.read_all(parse)
        seconds += time.perf_counter() - started
        sentences += len(parse.sentences)
        tally(text, parse, golds, found, scores)
    figures: dict[str, Any] = {name: one.rates() for name, one in scores.items()}
    figures["attributions"] = scores["cue"].gold
    figures["sentences_per_second_after_parsing"] = round(sentences / seconds) if seconds else 0
    return figures


def main() -> int:
    arguments = sys.argv[1:]
    half = arguments[arguments.index("--half") + 1] if "--half" in arguments else None
    paths = [a for a in arguments if a not in ("--half", half)]
    print(json.dumps(score(Path(paths[0]) if paths else DEFAULT, half), indent=2))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
