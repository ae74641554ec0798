"""Repairs on a page's tree before its text is taken: what is hidden goes, bodies cut in pieces are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:rollover|tooltip|popover|popup|sr-only|screen-reader(?:-text)?|visually-?hidden)(?:$|[\s_-])"
    r"|rollover-[\w-]*block",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INLINE = ("span", "a", "em", "i", "b", "small", "sup", "abbr", "div")
_BODY_CLASS = re.compile(r"(?:^|[\s_-])(?:body|article|story|content|text|entry|post)(?:$|[\s_-])", re.IGNORECASE)
#: A piece of a body holds paragraphs; this many of this length are more than a teaser.
_PARAGRAPHS, _PARAGRAPH_CHARS = 3, 80
#: A cell whose paragraphs are only parted by line breaks holds at least this much text; figures and names never do.
_CELL_CHARS = 400


def mend_page(tree: Any) -> None:
    """Take hidden notes out of the page's paragraphs, lay open tables that only place text, and join the pieces
    that advertisements cut a body into."""
    _drop_hidden_notes(tree)
    _open_layout_tables(tree)
    _join_pieces(tree)


def _drop_hidden_notes(tree: Any) -> None:
    """Boxes that open over a name stand in the middle of its sentence. Only inside paragraphs: a hidden block
    elsewhere may be the report itself, folded up until someone clicks."""
    for paragraph in list(tree.iter("p")):
        for note in [element for element in paragraph.iter(*_INLINE) if _is_hidden(element)]:
            if note.getparent() is not None:
                note.drop_tree()  # keeps the words that follow it


def _open_layout_tables(tree: Any) -> None:
    """Pages of the nineties set their text in tables, which the extractor would print as one line of cells.
    A table without headings whose cells hold whole paragraphs is such a page's frame."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td"))
        if any(True for _ in table.iter("th")) or not any(_holds_paragraphs(cell) for cell in cells):
            continue
        for element in [*table.iter("td", "tr", "tbody", "center", "font"), table]:
            element.tag = "div" if element.tag not in ("font", "center") else "span"


def _holds_paragraphs(cell: Any) -> bool:
    paragraphs = [p for p in cell.iter("p") if len(p.text_content()) >= _PARAGRAPH_CHARS]
    return len(paragraphs) >= _PARAGRAPHS or (
        len(cell.findall(".//br")) >= _PARAGRAPHS and len(cell.text_content()) >= _CELL_CHARS
    )


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    return _HIDDEN_CLASS.search(element.get("class") or "") is not None and len(element) > 0


def _join_pieces(tree: Any) -> None:
    """Blocks of one class in one article, each with paragraphs, are one body: the extractor would take the first."""
    pieces: dict[tuple[int, str], list[Any]] = {}
    for block in _body_blocks(tree):
        article = next(block.iterancestors("article"), None)
        if article is not None:
            pieces.setdefault((id(article), " ".join(sorted(block.get("class").split()))), []).append(block)
    for blocks in pieces.values():
        first = blocks[0]
        for block in blocks[1:]:
            if not any(ancestor in blocks for ancestor in block.iterancestors()):
                first.extend(list(block))


def _body_blocks(tree: Any) -> Iterator[Any]:
    for block in tree.iter("div", "section"):
        if not _BODY_CLASS.search(block.get("class") or ""):
            continue
        paragraphs = [child for child in block if child.tag == "p"]
        if sum(len(child.text_content()) >= _PARAGRAPH_CHARS for child in paragraphs) >= _PARAGRAPHS:
            yield block
