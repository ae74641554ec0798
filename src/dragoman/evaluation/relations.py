"""What one marked party does to another: the root class, and the quad class with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.codebook.types import Types, load_types
from dragoman.evaluation.gold import Row, digest, read_tsv
from dragoman.evaluation.labels import NOTHING, confusion, macro, per_class
from dragoman.evaluation.mistakes import in_context
from dragoman.evaluation.report import Mistake, Report
from dragoman.records import Span

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

COLUMNS = ("sentence", "source", "target", "gold_root")
_TAG = re.compile(r"</?[st]>")
# Gold names parties that its sentence does not ("a recipient"): they are asked for with an empty range.
_UNNAMED = Span(0, 0)
# Gold made before PLOVER split it knows one class where PLOVER has two.
_OLD_CLASS, _OLD_MEMBERS, _OLD_QUAD = "YIELD", ("CONCEDE", "RETREAT"), "2"


def evaluate(coder: Coder, path: Path, sample: int | None = None) -> Report:
    """Root and (where the gold has it) quad-class figures. Raises ``EvaluationError``."""
    rows = read_tsv(path, COLUMNS, sample)
    types = load_types()
    old = any(row.text("gold_root").strip() == _OLD_CLASS for row in rows)
    roots: list[tuple[str, str]] = []
    quads: list[tuple[str, str]] = []
    mistakes = []
    unnamed = 0
    for row in rows:
        sentence, gold = row.text("sentence"), row.text("gold_root").strip().upper()
        source, target = parties(row)
        unnamed += not (source and target)
        relation = coder.relation(sentence, source or _UNNAMED, target or _UNNAMED)
        found, why = relation.plover or NOTHING, "; ".join(relation.explanation)
        spans = [span for span in (source, target) if span is not None]
        if old and found in _OLD_MEMBERS:
            found = _OLD_CLASS
        roots.append((gold, found))
        quad = row.maybe("gold_penta")
        if quad is not None:
            quads.append((quad.strip(), quad_of(found, types)))
        if gold != found:
            mistakes.append(
                Mistake(f"{gold} found as {found}", row.where, in_context(sentence, *spans), gold, found, why)
            )
    figures = list(macro("root", roots))
    tables = [per_class("root classes", roots), confusion("root confusion", roots)]
    if quads:
        figures += macro("penta", quads)
        tables += [per_class("penta classes", quads), confusion("penta confusion", quads)]
    notes = (f"{unnamed} rows name a party that does not stand in the sentence",) if unnamed else ()
    return Report(
        "relations",
        path.name,
        digest(path),
        f"{len(rows):,} rows",
        tuple(figures),
        tuple(tables),
        tuple(mistakes),
        notes,
    )


def quad_of(root: str, types: Types) -> str:
    """The quad class 1–4 of a type as text; none for none."""
    if root == _OLD_CLASS:
        return _OLD_QUAD
    return str(types.quad(root)) if root in types.types else NOTHING


def parties(row: Row) -> tuple[Span | None, Span | None]:
    """Where source and target stand: by the marks of ``marked_sentence``, else by looking for their words."""
    sentence = row.text("sentence")
    marked = row.maybe("marked_sentence")
    if marked is None or _TAG.sub("", marked) != sentence:
        marked = ""
    source = _marked(marked, "s") or _words(sentence, row.text("source"))
    return source, _marked(marked, "t") or _words(sentence, row.text("target"))


def _marked(marked: str, tag: str) -> Span | None:
    """The range between ``<tag>`` and ``</tag>`` once all marks are taken out."""
    opening, closing = marked.find(f"<{tag}>"), marked.find(f"</{tag}>")
    if not 0 <= opening < closing:
        return None
    start = len(_TAG.sub("", marked[:opening]))
    end = len(_TAG.sub("", marked[:closing]))
    return Span(start, end) if start < end else None


def _words(sentence: str, words: str) -> Span | None:
    """The words as they stand, else without regard to case and spaces."""
    words = words.strip()
    if not words:
        return None
    pattern = r"\s*".join(re.escape(part) for part in words.split())
    found = re.search(re.escape(words), sentence) or re.search(pattern, sentence, re.IGNORECASE)
    return Span(*found.span()) if found and found.end() > found.start() else None
