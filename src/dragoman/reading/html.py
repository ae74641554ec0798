"""Web pages: the text by trafilatura, the rest from what the page says of itself."""

from __future__ import annotations

import logging
import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from dragoman.errors import LimitError, ReadingError
from dragoman.reading.build import Context, Draft
from dragoman.reading.decode import decode, tidy
from dragoman.reading.furniture import ends_sentence
from dragoman.reading.header import clean_byline, read_header, without_title
from dragoman.reading.html_dates import date_of_page
from dragoman.reading.html_mend import mend_page
from dragoman.reading.html_meta import facts_of_page
from dragoman.reading.text import clean_body

#: Browsers note the address on top of a page they save.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S{4,2000}) -->")
_HEAD_CHARS = 8192
#: How the extractor marks the items of a list.
_BULLET = re.compile(r"^- ")
#: A text shorter than this (characters) is looked for once more, and replaced by one this much longer.
_SHORT, _MUCH_LONGER = 1000, 2
#: The parser itself stops nesting here, and would drop what lies deeper without a word.
_PARSER_DEPTH = 2000

# Their warnings speak to programmers about single pages; ours go into the list of what was set aside.
for _noisy in ("trafilatura", "htmldate"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)


def read_html(raw: bytes, context: Context) -> Draft:
    """The report of a page's bytes.

    Raises ``ReadingError`` where there is none, ``LimitError`` where elements are nested too deep.
    """
    text = decode(raw, html=True)
    tree = _parse(text)
    _check_depth(tree, context.settings.max_html_depth)
    saved = _SAVED_FROM.search(text[:_HEAD_CHARS])
    facts = facts_of_page(tree, saved_from=saved[1] if saved else None)
    published = date_of_page(tree, facts.url)
    mend_page(tree)
    lines = without_title(_text_lines(tree, facts.url), facts.title)
    # the extractor sometimes takes byline and date for the first lines of the text
    header = read_header(lines, title=facts.title, find_title=facts.title is None)
    body = [_BULLET.sub("", line) for line in without_links_below(clean_body(header.body, header.title))]
    if published is None and header.published is not None:
        published = (header.published, header.published_basis or "the date above the text")
    return Draft(
        paragraphs=body,
        title=header.title,
        byline=clean_byline(facts.byline, facts.publisher) or header.byline,
        publisher=facts.publisher or header.publisher,
        url=facts.url,
        published=published[0] if published else None,
        published_basis=published[1] if published else None,
        language=facts.language,
    )


def _parse(text: str) -> Any:
    # huge_tree lifts the parser's own depth of 256, below which it would cut the page off silently
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    # characters that XML cannot hold are dropped first; blanks are left to the extractor
    try:
        tree = lxml_html.document_fromstring(tidy(text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError("the page is empty", remedy="Save the page again with its text") from error
    return tree


def _check_depth(tree: Any, limit: int) -> None:
    depth = 0
    level = [tree]
    limit = min(limit, _PARSER_DEPTH)
    while level:
        depth += 1
        if depth > limit:
            raise LimitError(
                f"its elements are nested more than {limit} deep",
                remedy="Save the page's text as .txt, or raise max_html_depth (at most 2000)",
            )
        level = [child for element in level for child in element]


def without_links_below(lines: list[str]) -> list[str]:
    """The lines without the list of headlines that pages put below the last paragraph."""
    end = len(lines)
    while end > 0 and _BULLET.match(lines[end - 1]) and not ends_sentence(lines[end - 1]):
        end -= 1
    # a report may end in a list of its own; one of headlines has several, and text above it
    return lines[:end] if len(lines) - end >= 2 and end > 0 else lines


def _text_lines(tree: Any, url: str | None) -> list[str]:
    # Fast mode does as well on news pages as the full cascade, whose retries fetch in what is not the report;
    # favouring precision leaves out standfirst teasers and sign-up boxes (bench/reading.py: F1 +.02).
    text = _extracted(tree, url, precise=True)
    if len(text) < _SHORT:
        # now and then precision throws the report out with the boxes
        fuller = _extracted(tree, url, precise=False)
        if len(fuller) > _MUCH_LONGER * len(text):
            text = fuller
    return [line for line in (part.strip() for part in tidy(text).split("\n")) if line]


def _extracted(tree: Any, url: str | None, *, precise: bool) -> str:
    import trafilatura

    document: Any = trafilatura.bare_extraction(
        tree, url=url, fast=True, favor_precision=precise, with_metadata=False, include_comments=False
    )
    return document.text or "" if document is not None else ""
