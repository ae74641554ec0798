"""Quotations: where they begin and end, across sentences and paragraphs, and whose cue stands nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.attribution.scene import Scene
from dragoman.records import Parse, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARK = re.compile(r"[“”„«»\"]|''|``")
_SINGLE_OPENS = re.compile(r"(?:(?<=[\s(\[—–:])|^)[‘'](?=[A-Za-z])", re.MULTILINE)
_SINGLE_CLOSES = re.compile(r"(?<=[.,!?…\w])[’'](?=[\s.,;:!?)\]—–]|$)")
_OPENS = "“„«``"
_LETTERS = re.compile(r"\w+")
# A few quoted words inside somebody's sentence are the writer's choice of words, not a quotation of their own.
_SCARE_WORDS = 3


def quotations(parse: Parse) -> list[Span]:
    """Every quotation with its marks, in order. One that its paragraph leaves open ends with the paragraph."""
    text = parse.article.text
    paragraphs: dict[int, Span] = {}
    for sentence in parse.sentences:
        known = paragraphs.get(sentence.paragraph, sentence.span)
        paragraphs[sentence.paragraph] = Span(min(known.start, sentence.span.start), sentence.span.end)
    out: list[Span] = []
    for number in sorted(paragraphs):
        out.extend(_in_paragraph(text, paragraphs[number]))
    return out


def _in_paragraph(text: str, paragraph: Span) -> list[Span]:
    out: list[Span] = []
    start: int | None = None
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        if match.group() == '"' and start is None and text[match.start() - 1 : match.start()].isdigit():
            continue  # inches
        opens = match.group() in _OPENS or (match.group() in ('"', "''") and start is None)
        if opens and start is None:
            start = match.start()
        elif not opens and start is not None:
            out.append(Span(start, match.end()))
            start = None
    if start is not None and start < paragraph.end - 1:
        out.append(Span(start, paragraph.end))
    return sorted([*out, *_single(text, paragraph, out)])


def _single(text: str, paragraph: Span, double: Sequence[Span]) -> list[Span]:
    """Quotations in single marks, outside those in double ones; apostrophes open and close none."""
    out: list[Span] = []
    place = paragraph.start
    while (opening := _SINGLE_OPENS.search(text, place, paragraph.end)) is not None:
        start = place = opening.end()
        start -= 1
        if any(q.start < start < q.end for q in double):
            continue
        closing = _closing(text, start + 1, paragraph.end)
        if closing is None or any(Span(start, closing).overlaps(q) for q in double):
            continue
        out.append(Span(start, closing))
        place = closing
    return out


def _closing(text: str, start: int, end: int) -> int | None:
    for match in _SINGLE_CLOSES.finditer(text, start, end):
        if text[match.start() - 1] != "s":  # "the workers' rights" closes none
            return match.end()
    return None


def counts(text: str, quote: Span) -> bool:
    """Whether a quotation is one in its own right rather than a few words picked out."""
    if len(_LETTERS.findall(quote.of(text))) > _SCARE_WORDS:
        return True
    before = text[: quote.start].rstrip(" ")[-1:]
    return before in (",", ":", "\n", "") or quote.of(text).rstrip("”\"'»")[-1:] in (",", "!", "?")


def assign(scene: Scene, text: str, cues: Sequence[Token]) -> dict[int, list[Span]]:
    """The quotations of each cue (by token index): each goes to the cue outside it that stands nearest."""
    out: dict[int, list[Span]] = {}
    for quote in scene.quotes:
        if not counts(text, quote):
            continue
        best: tuple[int, int] | None = None
        for cue in cues:
            place = scene.of(cue)
            if place.overlaps(quote):
                continue
            gap = place.start - quote.end if place.start >= quote.end else quote.start - place.end
            if best is None or (gap, cue.i) < best:
                best = (gap, cue.i)
        if best is not None:
            out.setdefault(best[1], []).append(quote)
    return out


def wholly_quoted(span: Span, quotes: Sequence[Span], text: str) -> bool:
    """Whether a sentence holds no words outside quotation marks."""
    rest = text[span.start : span.end]
    for quote in quotes:
        a, b = max(quote.start, span.start) - span.start, min(quote.end, span.end) - span.start
        if a < b:
            rest = rest[:a] + " " * (b - a) + rest[b:]
    return not _LETTERS.search(rest)
