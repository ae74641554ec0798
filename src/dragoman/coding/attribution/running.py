"""Quotations that run on: sentences in quotation marks without a cue keep the speaker of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.codebook.words import words
from dragoman.coding.attribution.quotes import wholly_quoted
from dragoman.coding.attribution.scene import Reading
from dragoman.records import Attribution, Parse, Sentence, Span

# Between the parts of one quotation stands little more than "said the minister of the interior on Monday".
_LONGEST_GAP = 120  # characters
_OPENING = '"“„«'
_SAID = f"(?:{'|'.join(map(re.escape, sorted(words('quoted_cues'))))})"
_NAME = r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he |[Aa] |an )?(?:[\w.’'\-]+ ){0,4}?[\w’'\-]+)"
# A cue in a sentence the gate left unparsed: "…,” she said" or "…,” said the mayor".
_CUE = re.compile(
    rf"[”\"][ \xa0]+(?:(?P<before>{_NAME}) (?P<cue>{_SAID})|(?P<cue2>{_SAID}) (?P<after>{_NAME}))(?=[,.:;]|$| (?:in|on|at|to|of|after|during)\b)"
)


def carry_on(
    parse: Parse,
    quotes: Sequence[Span],
    by_sentence: Sequence[Sequence[Reading]],
    speaks_up: Callable[[Sentence, str, Span], Reading | None],
) -> list[Reading]:
    """All attributions in order of text, contents lengthened by the quotations that follow without a cue.

    ``speaks_up`` gives the attribution of a quotation to whoever does something in words in the sentence before it.
    """
    text = parse.article.text
    out: list[Reading] = []
    paragraph = -1  # of the cue that the running quotation follows without being quoted itself
    last: int | None = None  # where in ``out`` the speaker of the running quotation stands
    spoken_for = [r.attribution.content_span for found in by_sentence for r in found if r.quoted]
    before: Sentence | None = None
    for sentence, found in zip(parse.sentences, by_sentence, strict=True):
        opens = text[sentence.span.start] in _OPENING
        here = (
            [q for q in quotes if q.overlaps(sentence.span)]
            if last is not None or opens or sentence.doc is None
            else []
        )
        # "“We go,” she said. “You stay,” he said.": the second quotation has a cue of its own.
        own = (
            any(c.overlaps(sentence.span) and c != out[last].attribution.content_span for c in spoken_for)
            if last is not None
            else False
        )
        own = own or paragraph not in (-1, sentence.paragraph)
        if last is not None and not own and _goes_on(sentence, here, text, found):
            said = out[last].attribution
            longer = _lengthened(said, _part(sentence.span, here))
            out[last : last + 1] = [replace(out[last], attribution=one) for one in longer]
            last += len(longer) - 1
            out.extend(found)
            before = None
            continue
        last, earlier = None, before
        before = sentence
        if earlier is not None and earlier.paragraph == sentence.paragraph and _goes_on(sentence, here, text, found):
            said_by = speaks_up(earlier, text, _part(sentence.span, here))
            if said_by is not None:
                out.extend((said_by, *found))
                last, paragraph = len(out) - 1 - len(found), -1
                continue
        if sentence.doc is None and not found:
            guessed = _by_wording(sentence, here, text)
            if guessed is not None:
                out.append(Reading(guessed, quoted=True))
                last = len(out) - 1
            continue
        for reading in found:
            out.append(reading)
            if reading.quoted:
                last, paragraph = len(out) - 1, -1
            elif last is None and _may_go_on(reading.attribution):
                last, paragraph = len(out) - 1, sentence.paragraph
    return out


def _goes_on(sentence: Sentence, here: Sequence[Span], text: str, found: Sequence[Reading]) -> bool:
    """Whether a sentence belongs to the quotation before it."""
    if not here or not wholly_quoted(sentence.span, here, text):
        return False
    return all(any(q.covers(r.attribution.cue_span) for q in here) for r in found)


def _part(span: Span, here: Sequence[Span]) -> Span:
    return Span(max(span.start, here[0].start), min(span.end, here[-1].end))


def _lengthened(said: Attribution, part: Span) -> list[Attribution]:
    """One attribution with a longer content, or a second with the same cue where too much stands between."""
    if said.content_span.covers(part):
        return [said]
    if part.start - said.content_span.end <= _LONGEST_GAP:
        return [replace(said, content_span=Span(said.content_span.start, part.end))]
    return [said, replace(said, content_span=part)]


def _by_wording(sentence: Sentence, here: Sequence[Span], text: str) -> Attribution | None:
    """The speaker of an unparsed sentence, from the words right after its quotation."""
    if not here:
        return None
    match = _CUE.search(text, max(sentence.span.start, here[0].start), sentence.span.end)
    if match is None:
        return None
    name, cue = ("before", "cue") if match["before"] else ("after", "cue2")
    source = Span(match.start(name), match.end(name))
    word = Span(source.start + max(source.of(text).rfind(" ") + 1, 0), source.end)
    return Attribution(source, Span(match.start(cue), match.end(cue)), here[0], word)


def _may_go_on(said: Attribution) -> bool:
    """Whether a quotation without a cue may follow: "He said the pass was closed. “Nobody gets through.”"."""
    return said.kind == "reported" and said.source_span is not None
