"""Who says what: cues, sources and contents against gold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluation.figures import figure, share, three
from dragoman.evaluation.gold import Row, digest, read_jsonl
from dragoman.evaluation.labels import confusion
from dragoman.evaluation.mistakes import in_context
from dragoman.evaluation.pairing import common, pair
from dragoman.evaluation.report import Mistake, Report
from dragoman.records import Attribution, Span

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

_TOKEN = re.compile(r"\w+")
_FAR = 0.5  # a content that shares less than this (F1 of tokens) with the gold's is listed as a mistake


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold attribution; each part may stand in several pieces."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def evaluate(coder: Coder, path: Path, sample: int | None = None) -> Report:
    """Figures for cue, source (by its head word) and content (by tokens). Raises ``EvaluationError``."""
    articles = read_jsonl(path, sample)
    cues, sources, contents, matched = [], [], [], []
    mistakes: list[Mistake] = []
    outcomes: list[tuple[str, str]] = []
    for row in articles:
        text = row.text("text")
        golds, founds = read_gold(row), coder.attributions(text)
        pairs, lost, extra = pair(golds, founds, likeness)
        cues.append([len(pairs), len(extra), len(lost)])
        source, content, held = Counter[str](), [0, 0, 0], [0, 0]
        for i, j in pairs:
            gold, found = golds[i], founds[j]
            outcome = _source(gold, found)
            source[outcome] += 1
            outcomes.append(("source" if gold.source else "no source", _OUTCOME[outcome]))
            here = _overlap(text, gold.content, (found.content_span,))
            content = [a + b for a, b in zip(content, here, strict=True)]
            held = [held[0] + 2 * here[0], held[1] + 2 * here[0] + here[1] + here[2]]
            mistakes += _differences(row.where, text, gold, found, outcome, here)
        for i in lost:
            gold = golds[i]
            source["missed"] += bool(gold.source)
            content[2] += len(_tokens(text, gold.content))
            outcomes.append(("source" if gold.source else "no source", "no attribution"))
            mistakes.append(
                Mistake(
                    "attribution missed",
                    row.where,
                    in_context(text, *gold.cue, *gold.source),
                    _told(text, gold),
                    "nothing",
                )
            )
        for j in extra:
            found = founds[j]
            source["spurious"] += found.source_span is not None
            content[1] += len(_tokens(text, (found.content_span,)))
            outcomes.append(("no attribution", "source" if found.source_span is not None else "no source"))
            mistakes.append(
                Mistake(
                    "no attribution in gold",
                    row.where,
                    in_context(text, found.cue_span),
                    "nothing",
                    _found(text, found),
                    found.kind,
                )
            )
        wrong = source["wrong"]
        sources.append([source["right"], source["spurious"] + wrong, source["missed"] + wrong])
        contents.append(content)
        matched.append(held)
    figures = (
        *three("cue", cues),
        *three("source", sources),
        *three("content token", contents),
        figure("content token F1 where the cue is found", matched, share, sum(c[0] for c in cues)),
    )
    tables = (confusion("source", outcomes, classes=False),) if outcomes else ()
    return Report(
        "attributions", path.name, digest(path), f"{len(articles):,} articles", figures, tables, tuple(mistakes)
    )


_OUTCOME = {
    "right": "right source",
    "wrong": "wrong source",
    "missed": "no source",
    "spurious": "source",
    "none": "no source",
}


def read_gold(row: Row) -> list[Gold]:
    """Either form: ``attributions`` with ranges, or ``spans`` by id and ``relations`` that tie ids to roles."""
    text = row.text("text")
    if "attributions" in row.fields:
        return [
            Gold(_pieces(one, text, "source"), _pieces(one, text, "cue"), _pieces(one, text, "content"))
            for one in row.items("attributions")
        ]
    spans, relations = row.fields.get("spans"), row.fields.get("relations")
    if not isinstance(spans, dict) or not isinstance(relations, list):
        raise row.error("neither 'attributions' nor 'spans' and 'relations'")
    out = []
    for relation in relations:
        parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
        for piece in str(relation).split():
            role, _, name = piece.partition(":")
            if (kept := role.rstrip("0123456789")) in parts:
                stretch = spans.get(name)
                if not isinstance(stretch, dict) or not isinstance(stretch.get("spans"), list):
                    raise row.error(f"the relation {relation!r} names no span {name!r}")
                parts[kept] += [row.span(text, one) for one in stretch["spans"]]
        if parts["Cue"] or parts["Content"]:
            out.append(Gold(tuple(parts["Source"]), tuple(parts["Cue"]), tuple(parts["Content"])))
    return out


def _pieces(row: Row, text: str, name: str) -> tuple[Span, ...]:
    value = row.fields.get(name)
    if value is None:
        return ()
    several = isinstance(value, list) and bool(value) and isinstance(value[0], list)
    return tuple(row.span(text, one) for one in (value if several else [value]))


def likeness(gold: Gold, found: Attribution) -> float:
    """Characters of the cue in common; the content decides between equals, and where the gold has no cue."""
    cue = sum(common(span, found.cue_span) for span in gold.cue)
    length = sum(s.end - s.start for s in gold.content) + found.content_span.end - found.content_span.start
    content = 2 * sum(common(span, found.content_span) for span in gold.content) / max(1, length)
    if gold.cue:
        return cue + content / 2 if cue else 0.0
    return content if content >= _FAR else 0.0


def _source(gold: Gold, found: Attribution) -> str:
    """right: the head word found lies in the gold source; wrong, missed, spurious; none where neither has one."""
    if found.source_span is None:
        return "missed" if gold.source else "none"
    if not gold.source:
        return "spurious"
    head = found.source_head_span or found.source_span
    return "right" if any(span.covers(head) for span in gold.source) else "wrong"


def _tokens(text: str, spans: tuple[Span, ...]) -> set[int]:
    return {token.start() for span in spans for token in _TOKEN.finditer(text, span.start, span.end)}


def _overlap(text: str, gold: tuple[Span, ...], found: tuple[Span, ...]) -> list[int]:
    wanted, got = _tokens(text, gold), _tokens(text, found)
    return [len(wanted & got), len(got - wanted), len(wanted - got)]


def _differences(where: str, text: str, gold: Gold, found: Attribution, outcome: str, here: list[int]) -> list[Mistake]:
    out = []
    passage = in_context(text, *gold.cue)
    if outcome in ("wrong", "missed", "spurious"):
        out.append(Mistake(f"source {outcome}", where, passage, _told(text, gold), _found(text, found), found.kind))
    if 2 * here[0] < _FAR * (2 * here[0] + here[1] + here[2]):
        out.append(Mistake("content differs", where, passage, _told(text, gold), _found(text, found), found.kind))
    return out


def _told(text: str, gold: Gold) -> str:
    source, cue, content = (" … ".join(s.of(text) for s in part) for part in (gold.source, gold.cue, gold.content))
    return f"{source or 'nobody'} | {cue or 'no cue'} | {content}"


def _found(text: str, found: Attribution) -> str:
    source = found.source_span.of(text) if found.source_span is not None else "nobody"
    return f"{source} | {found.cue_span.of(text)} | {found.content_span.of(text)}"
