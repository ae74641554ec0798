"""Plain text, and text copied from a web page with its furniture around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.decode import tidy
from dragoman.reading.furniture import ends_sentence, furniture, same_line
from dragoman.reading.header import Header, read_header, without_title

#: Text that a mail program or editor has wrapped: lines no wider than this, all of about the same width.
_WIDEST_WRAPPED = 100
_NARROWEST_WRAPPED = 45
_BREAK = re.compile(r"\n[ ]*\n\s*")


def read_text(text: str) -> Header:
    """Title, byline, date and text of a report in plain text; the ``body`` has one paragraph a line.

    Text that is paragraphs and nothing else loses none of its words.
    """
    header = read_header(paragraphs(text))
    body = clean_body(header.body, header.title)
    return Header(header.title, header.byline, header.published, header.published_basis, tuple(body), header.publisher)


def clean_field(text: str, title: str | None) -> Header:
    """A table's text field: as ``read_text``, but the title is the table's business."""
    header = read_header(without_title(paragraphs(text), title), title=title, find_title=False)
    body = clean_body(header.body, title)
    return Header(title, header.byline, header.published, header.published_basis, tuple(body))


def clean_body(lines: Sequence[str], title: str | None) -> list[str]:
    """The lines that are the report's own words: no furniture, no stray "By", no second title."""
    return [line for line in without_title(furniture().clean(lines), title) if not same_line(line, "by")]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, one a line, stripped; lines that were only wrapped are joined again."""
    out: list[str] = []
    for block in _BREAK.split(tidy(text)):
        lines = [line.strip() for line in block.split("\n")]
        lines = [line for line in lines if line]
        out += [_joined(lines)] if _is_wrapped(lines) else lines
    return out


def _is_wrapped(lines: Sequence[str]) -> bool:
    if len(lines) < 2:
        return False
    width = max(map(len, lines))
    inner = lines[:-1]
    if not _NARROWEST_WRAPPED <= width <= _WIDEST_WRAPPED or any(len(line) * 10 < width * 6 for line in inner):
        return False
    # lists look alike: of short sentences, but for their full stops; of headlines, but for their capitals
    if sum(ends_sentence(line) for line in inner) * 2 >= len(inner):
        return False
    return sum(line[0].islower() for line in lines[1:]) * 5 >= len(inner) * 2


def _joined(lines: Sequence[str]) -> str:
    return " ".join(lines)
