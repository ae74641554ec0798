"""The head of a pasted page: title, byline and dates stand above the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reading.dates import ShownDate, shown_date
from dragoman.reading.furniture import Furniture, ends_sentence, fold, furniture

#: Lines above the first paragraph; a page's head is shorter, and no byline stands deeper.
_DEEPEST = 14
#: A first paragraph has at least this many characters or words.
_PARAGRAPH_CHARS, _PARAGRAPH_WORDS = 150, 25
#: A headline has at least this many words, unless nothing else can be one; with five it is hardly a site's name.
_TITLE_WORDS, _SURE_TITLE_WORDS = 3, 5
#: Paragraphs between the title and the byline or date: a summary, now and then two.
_STANDFIRSTS = 2
_LONGEST_TITLE = 200
_LONGEST_BYLINE = 100
_BYLINE = re.compile(r"(?:(?:written|reported|story|words|text|report) )?by\b[:\s]*(?P<who>.*)", re.IGNORECASE)
_NAME_OUTLET = re.compile(r"(?P<who>[^,|/]{4,50}?)\s*[,|]\s*(?P<outlet>[^,|]{2,40})")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|news|info|co\.uk|[a-z]{2})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
#: A place, a section or a name that stands by itself between title and date has at most this many words.
_LABEL_WORDS = 4
_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:\([^)]{2,30}\))?\s*(?:[-–—:]|\()")
_TITLE_EDGE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above a report's first paragraph. ``body`` is all that is text, line by line."""

    title: str | None
    byline: str | None
    published: str | None
    published_basis: str | None
    body: tuple[str, ...]
    publisher: str | None = None


def read_header(lines: Sequence[str], *, title: str | None = None, find_title: bool = True) -> Header:
    """Head and body of the lines of a report (stripped, none empty).

    ``title``: the title if it is already known; where it is not and ``find_title`` is set, a headline above the
    first paragraph becomes the title. Lines that are neither furniture, date, byline nor title stay in the body.
    The publisher is known only where a line of the head bears an outlet's name.
    """
    known = furniture()
    depth = _depth(lines, known)
    head, rest = lines[:depth], tuple(lines[depth:])
    roles = [_role(line, known) for line in head]
    _names_below_by(head, roles, known)
    at = _title_at(head, roles, title, find_title and bool(rest))
    if at is not None:
        roles[at] = "title"
        if title is None:
            title = head[at]
        _labels_below_title(head, roles, at, known)
    # short lines above the title name the site and its sections
    body = [line for i, line in enumerate(head) if roles[i] == "prose" or (roles[i] == "text" and not (at or 0) > i)]
    published, basis = _date(head, roles, at)
    outlet = _outlet(head, roles, known)
    return Header(title, _byline(head, roles, known), published, basis, (*body, *rest), outlet)


def without_title(lines: Sequence[str], title: str | None) -> list[str]:
    """The lines that do not repeat the title, with or without the site's name behind it."""
    if not title:
        return list(lines)
    titles = {fold(title), fold(_without_edge(title))} - {""}
    longest = 2 * max(map(len, titles), default=0) + 80
    return [line for line in lines if len(line) > longest or titles.isdisjoint((fold(line), fold(_without_edge(line))))]


def _without_edge(title: str) -> str:
    return _TITLE_EDGE.sub("", title)


def clean_byline(value: str | None, publisher: str | None = None) -> str | None:
    """A byline without "By", or ``None`` where it names a role, a site or nobody."""
    if not value:
        return None
    match = _BYLINE.fullmatch(value.strip())
    who = (match["who"] if match else value).strip(" \t,;|•·-–—:")
    folded = fold(who)
    if not folded or "://" in who or "@" in who or len(who) > _LONGEST_BYLINE:
        return None
    if folded in furniture().no_person or (publisher is not None and folded == fold(publisher)):
        return None
    return who


def _depth(lines: Sequence[str], known: Furniture) -> int:
    """How many lines the head has: up to the first paragraph, or to a byline or date right below a standfirst."""
    depth = next((i for i, line in enumerate(lines[:_DEEPEST]) if _is_paragraph(line)), min(len(lines), _DEEPEST))
    for index in range(depth, min(len(lines), _DEEPEST)):
        if sum(map(_is_paragraph, lines[depth:index])) > _STANDFIRSTS:
            break
        if _role(lines[index], known) in ("date", "byline"):
            depth = index + 1
    return depth


def _is_paragraph(line: str) -> bool:
    long = len(line) >= _PARAGRAPH_CHARS or len(line.split()) >= _PARAGRAPH_WORDS
    return (long or ends_sentence(line) or _DATELINE.match(line) is not None) and shown_date(line) is None


def _role(line: str, known: Furniture) -> str:
    if shown_date(line) is not None:
        return "date"
    if _names_people(line, known):
        return "byline"
    if known.rule(line) is not None:
        return "furniture"
    return "prose" if _is_paragraph(line) else "text"


def _names_people(line: str, known: Furniture) -> bool:
    if len(line) > _LONGEST_BYLINE:
        return False
    match = _BYLINE.fullmatch(line)
    if match is not None:
        return _all_names(match["who"], known)
    match = _NAME_OUTLET.fullmatch(line)
    if match is None or not 2 <= len(match["who"].split()) <= 4 or not _all_names(match["who"], known):
        return False
    return fold(match["outlet"]) in known.outlets or _SITE.fullmatch(match["outlet"]) is not None


def _all_names(words: str, known: Furniture) -> bool:
    if re.search(r"\d", words) or words.endswith((".", "?", "!")):
        return False
    return all(word[0].isupper() or word.casefold() in known.byline_words for word in _WORD.findall(words))


def _names_below_by(head: Sequence[str], roles: list[str], known: Furniture) -> None:
    """A bare "By" has the name on its next line."""
    for index, line in enumerate(head[:-1]):
        if fold(line) != "by" or roles[index + 1] != "text":
            continue
        follows = head[index + 1]
        if 2 <= len(follows.split()) <= 5 and _all_names(follows, known):
            roles[index + 1] = "byline"


def _labels_below_title(head: Sequence[str], roles: list[str], title_at: int, known: Furniture) -> None:
    """Short lines of names between title and date are the page's, not the report's: section, place or author."""
    last = max((i for i, role in enumerate(roles) if role in ("date", "byline")), default=-1)
    for index in range(title_at + 1, last):
        words = head[index].split()
        if roles[index] == "text" and len(words) <= _LABEL_WORDS and _all_names(head[index], known):
            roles[index] = "label"


def _outlet(head: Sequence[str], roles: Sequence[str], known: Furniture) -> str | None:
    """The outlet named by a line of its own, or beside the date."""
    for line, role in zip(head, roles, strict=True):
        if role == "title" or role == "prose":
            continue
        shown = shown_date(line) if role == "date" else None
        for name in shown.beside if shown is not None else (line,):
            if known.names_outlet(name):
                return name
    return None


def _title_at(head: Sequence[str], roles: Sequence[str], title: str | None, find: bool) -> int | None:
    # a headline may ask or cry out, but stands above all prose
    prose = next((i for i, role in enumerate(roles) if role == "prose" and not _may_be_title(head[i])), len(head))
    texts = [i for i in range(prose) if roles[i] in ("text", "prose") and len(head[i]) <= _LONGEST_TITLE]
    if title is not None:
        return next((i for i in texts if fold(head[i]) == fold(title)), None)
    if not find or not texts:
        return None
    longest = max(texts, key=lambda i: (len(head[i].split()) >= _TITLE_WORDS, len(head[i]), -i))
    return next((i for i in texts if len(head[i].split()) >= _SURE_TITLE_WORDS), longest)


def _may_be_title(line: str) -> bool:
    return len(line) < _PARAGRAPH_CHARS and line.rstrip("\"'”’)").endswith(("?", "!"))


def _date(head: Sequence[str], roles: Sequence[str], title_at: int | None) -> tuple[str | None, str | None]:
    """The day of publication among the dates shown, and why it is the one.

    The date beside the byline is the report's; one below the title likely so; one above the title is as often
    the day on which the page was shown.
    """
    dates = [
        (i, shown) for i, line in enumerate(head) if roles[i] == "date" and (shown := shown_date(line)) is not None
    ]
    if not dates:
        return None, None
    above = [(i, shown) for i, shown in dates if title_at is not None and i < title_at]
    index, shown = min(dates, key=lambda entry: _rank(entry, roles, title_at))
    beside = _beside_byline(index, roles)
    if beside:
        basis = "the date beside the byline"
    elif title_at is not None and index > title_at:
        basis = "the date below the title"
    elif title_at is not None:
        basis = f"the only date shown, '{shown.line}' above the title: perhaps the day the page was shown"
    else:
        basis = "the date above the text"
    if shown.updated:
        basis += ", where the page says when it was updated"
    for other_index, other in above:
        if other_index != index and other.day != shown.day:
            basis += f"; '{other.line.strip(' •·|')}' above the title is the day the page was shown"
    return shown.day, basis


def _rank(entry: tuple[int, ShownDate], roles: Sequence[str], title_at: int | None) -> tuple[bool, bool, bool, int]:
    index, shown = entry
    return (title_at is not None and index < title_at, shown.updated, not _beside_byline(index, roles), index)


def _beside_byline(index: int, roles: Sequence[str]) -> bool:
    return "byline" in roles[max(0, index - 2) : index] or "byline" in roles[index + 1 : index + 2]


def _byline(head: Sequence[str], roles: Sequence[str], known: Furniture) -> str | None:
    for line, role in zip(head, roles, strict=True):
        if role == "byline" and (who := clean_byline(line)) is not None:
            return who
    return None
