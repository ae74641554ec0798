"""Sentence ends in news English, by rule: fast enough to run over everything before the gate."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from dragoman.records import Span
from dragoman.records.dateline import HEAD, dateline_at

# A possible end: a stop, closing quotes or brackets, white space, then something that can begin a sentence.
_END = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+)(?=[\"'“‘«(\[]*[A-Z0-9À-Þ])")
# "KUNDUZ, Afghanistan — ", "GENEVA, Nov. 3 (Reuters) - ": what files the report is no part of what it tells.
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'\-]+(?:[ /][A-Z][A-Z.’'\-]*){0,4}(?:,[^—–\n(]{1,40}?)?(?:\s*\([^)\n]{2,40}\))?\s*(?:—|–|--|\s-)\s*(?=[A-Z“\"‘])"
    r"|[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){0,3}(?:,[^—–\n(]{1,40}?)?\s*\([A-Z][^)\n]{1,40}\)\s*(?:—|–|--|\s-)\s*(?=[A-Z“\"‘])"
)
# "Getty Images Police at the scene", "AP:Associated Press A woman waits": in a caption, a line without a stop at its end,
# who made the picture is no part of what it tells.
_CREDIT = re.compile(
    r"(?:(?:Image|Photo|Picture) (?:copyright|credit|caption|source)s?:? |(?:Image|Media|Video) caption |"
    r"AP ?: ?Associated Press |(?:AFP|PA|EPA|AP|Reuters)/[A-Z]\w+(?: Images)? |Getty(?: Images)?(?:/\w+)? |Associated Press |"
    r"(?:EPA|EFE|AFP|AP|REUTERS|Reuters|Rex Features|Splash News|Fame Flynet|Alamy|Matrix|Barcroft(?: Media)?|SWNS|PA Wire|"
    r"Press Association) )+"
    r"(?!(?:News|Administrator|President|CEO|Chief|Editor|Correspondent|Director|Inc|And|Or|Is|Has|Says|Said)\b)(?=[A-Z0-9])"
)
_STOPS = (".", "!", "?", "”", '"')
_LINE = re.compile(r"[ \t]*\n\s*")
_LAST_WORD = re.compile(r"[A-Za-z][A-Za-z.]*$")
# After "U.S." these words begin a new sentence rather than go on with a name.
_OPENERS = re.compile(
    r"(?:The|A|An|It|He|She|They|We|I|But|And|In|On|At|This|That|These|Those|However|Meanwhile|After|Before|As|"
    r"If|When|While|For|His|Her|Its|Their|There|Some|Many|Most|Both|Earlier|Last|According|Since|With|Also)\b"
)


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """(never an end, an end only before a sentence opener)."""
    never: set[str] = set()
    sometimes: set[str] = set()
    for line in resources.files(__package__).joinpath("abbreviations.txt").read_text(encoding="utf-8").splitlines():
        word, _, mark = line.strip().partition(" ")
        if word and not word.startswith("#"):
            (never if mark == "~" else sometimes).add(word)
    return frozenset(never), frozenset(sometimes)


def _ends(text: str, match: re.Match[str], begin: int) -> bool:
    if match["stop"] != "." or match["close"]:
        return True
    before = text[max(begin, match.start() - 20) : match.start()]
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    never, sometimes = _abbreviations()
    name = word.group()
    if name in never:
        return False
    if len(name) == 1 and name.isupper():  # an initial: "John F. Kennedy"
        return False
    if name in sometimes or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", name):
        return _OPENERS.match(text, match.end()) is not None
    return True


def _filing(text: str, start: int, end: int) -> Span | None:
    """The dateline in capitals that begins at ``start`` in the head of a report and leaves a rest before ``end``."""
    line = dateline_at(text, start) if start < HEAD else None
    if line is None or line.span.end >= end or not line.town.of(text).isupper():
        return None
    if text[line.span.end - 1] == ":" and line.agency is None and line.date is None:
        return None  # "ROY: We will not sign": who speaks
    if line.span.of(text).rstrip() == f"{line.town.of(text)}:":
        return None  # "ROY: We will stay": a speaker of a transcript looks the same, and the colon parts them anyway
    return line.span


def split_paragraphs(text: str) -> list[Span]:
    """The lines of the text that hold something, without the white space around them."""
    spans: list[Span] = []
    start = 0
    for match in _LINE.finditer(text):
        spans.append(Span(start, match.start()))
        start = match.end()
    spans.append(Span(start, len(text)))
    out = []
    for begin, end in spans:
        piece = text[begin:end]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            out.append(Span(begin + left, begin + right))
    return out


def split_sentences(text: str) -> list[tuple[Span, int]]:
    """The sentences of ``text`` in order, each with the number of its paragraph. A line break ends a sentence,
    and so does a dateline.
    """
    out: list[tuple[Span, int]] = []
    for number, (begin, end) in enumerate(split_paragraphs(text)):
        start = begin
        filed = _DATELINE.match(text, begin, end)
        lost = _filing(text, begin, end) if filed is None else None  # a dash that was lost: "SALEM (AP)  Police say"
        if filed is not None:
            out.append((Span(begin, begin + len(filed.group().rstrip())), number))
            start = filed.end()
        elif lost is not None:
            out.append((lost, number))
            start = lost.end + len(text[lost.end : end]) - len(text[lost.end : end].lstrip())
        elif not text.endswith(_STOPS, begin, end):
            credit = _CREDIT.match(text, begin, end)
            if credit is not None:
                out.append((Span(begin, begin + len(credit.group().rstrip())), number))
                start = credit.end()
        for match in _END.finditer(text, start, end):
            if start <= match.start() and match.end() < end and _ends(text, match, start):
                out.append((Span(start, match.start("gap")), number))
                start = match.end()
                line = _filing(text, start, end)  # behind a headline on the same line
                if line is not None:
                    out.append((line, number))
                    start = line.end + len(text[line.end : end]) - len(text[line.end : end].lstrip())
        if start < end:
            out.append((Span(start, end), number))
    return out
