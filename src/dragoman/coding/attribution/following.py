"""Contents that stand in the sentences after their cue: turns of a transcript, and what "she added:" announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.speech import Speech
from dragoman.coding.attribution.scene import Found, Reading, Scene
from dragoman.coding.attribution.sources import speaker_of
from dragoman.coding.syntax import is_verb
from dragoman.records import Attribution, Parse, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# "ROY:", "ANA ROY, HOST:", also within a quotation mark
_TURN = re.compile(
    r"[“\"‘']?([A-Z][A-Z.’'\-]+(?:[ \xa0][A-Z][A-Z.’'\-]*){0,4})((?:,[ \xa0][A-Z][A-Z \xa0]{1,30})?:)(?=[ \xa0\n]|$)"
)
_WORD = re.compile(r"\w")
_MARKS = "\"“”'‘’ \u00a0"
_FEWEST_TURNS = 3  # labels that make a transcript of an article


def read_announced(scene: Scene, after: Span | None, taken: Sequence[int], speech: Speech) -> Found | None:
    """The attribution of a sentence that ends with a colon ("The mayor added:"); ``after`` is what it announces."""
    if after is None or not scene.text.rstrip(" \u00a0").endswith(":"):
        return None
    verb = _announcing(scene)
    if verb is None or verb.i in taken or "quote" not in speech.verbs.get(verb.lemma_, ()):
        return None
    source = speaker_of(verb, speech)
    if source is None or source.lower_ in ("it", "that", "this", "which"):
        return None
    return Found(source, (verb.i, verb.i + 1), after, "reported", quoted=True)


def _announcing(scene: Scene) -> Token | None:
    return next((t for t in scene.tokens if t.dep_ == "ROOT" and is_verb(t)), None)


def announced(parse: Parse, number: int, quotes: Sequence[Span]) -> Span | None:
    """What stands after sentence ``number``: the quotation that begins there, else the rest of its paragraph or the next."""
    sentences = parse.sentences
    if number + 1 >= len(sentences):
        return None
    first = sentences[number + 1]
    quote = next((q for q in quotes if first.span.start <= q.start <= first.span.start + 1), None)
    if quote is not None:
        return quote
    last = number + 1
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == first.paragraph:
        last += 1
    return Span(first.span.start, sentences[last].span.end)


def take_turns(parse: Parse, readings: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """Transcripts: what a label begins goes on until the next one, and after the last to the end of its paragraph.

    Whatever else was read within a turn is part of what its speaker says, and stays for the chains of claims.
    """
    text, sentences = parse.article.text, parse.sentences
    out = [list(found) for found in readings]
    matches = [
        (i, m) for i, s in enumerate(sentences) if (m := _TURN.match(text, s.span.start, s.span.end)) is not None
    ]
    if len(matches) < _FEWEST_TURNS:
        return out
    for turn, (first, match) in enumerate(matches):
        if turn + 1 < len(matches):
            last = matches[turn + 1][0] - 1
        else:
            last = first
            while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[first].paragraph:
                last += 1
        last = _before_direction(text, sentences, first, last)
        content = Span(match.end(), max(sentences[last].span.end, match.end()))
        out[first] = [r for r in out[first] if not r.label]
        if _WORD.search(text, content.start, content.end):
            name = Span(*match.span(1))
            head = Span(name.start + max(name.of(text).replace("\u00a0", " ").rfind(" ") + 1, 0), name.end)
            cue = Span(match.end(2) - 1, match.end(2))
            start = content.start + len(content.of(text)) - len(content.of(text).lstrip())
            said = Attribution(name, cue, Span(start, content.end), head, "reported")
            out[first].insert(0, Reading(said, label=True))
    return out


def _before_direction(text: str, sentences: Sequence[Sentence], first: int, last: int) -> int:
    """The last sentence of a turn before a stage direction: "(CROSSTALK)"."""
    for number in range(first + 1, last + 1):
        if sentences[number].span.of(text).lstrip(_MARKS)[:1] in ("(", "["):
            return number - 1
    return last
