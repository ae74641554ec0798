"""The wire agency an article credits: in its byline, its dateline or a line at its foot."""

from __future__ import annotations

import re

from dragoman.matching.knowledge import agencies
from dragoman.records import Article

_DATELINE = re.compile(r"\A[^\n]{0,80}?\(([^()\n]{2,40})\)\s*[-–—]")
_HEAD = re.compile(r"\A[^\n]{0,60}?\b([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4})\s+[-–—]{1,2}\s")
_FOOT = re.compile(
    r"(?:Source|Sources|Reporting by|With reporting by|Courtesy of|Copyright|©|\([cC]\))[:\s]+(?:\d{4}\s+)?"
    r"((?:The )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4})"
)
_FOOT_REACH = 400  # characters at the end where a credit stands
_BYLINE = re.compile(r"\s*(?:/|,|\||;|–|—| - | and | for | of )\s*")


_QUOTING = re.compile(
    r"\b([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4})(?: news agency)?,? (?:has |have |had )?"
    r"(?:reported|reports|said|says|quoted|quotes|wrote|cited|cites|announced)\b"
)


def quoted(article: Article) -> str | None:
    """The agency that an article quotes, if it quotes just one."""
    known = agencies()
    found = {agency for m in _QUOTING.finditer(article.text) if (agency := known.canonical(m.group(1))) is not None}
    return found.pop() if len(found) == 1 else None


def credited(article: Article) -> str | None:
    """The agency's name, or ``None`` if the article credits none."""
    known = agencies()
    for part in _BYLINE.split(article.byline or ""):
        if (found := known.canonical(part.removeprefix("By "))) is not None:
            return found
    for pattern in (_DATELINE, _HEAD):
        match = pattern.match(article.text[:200])
        if match and (found := known.canonical(match.group(1))) is not None:
            return found
    for match in _FOOT.finditer(article.text[-_FOOT_REACH:]):
        if (found := known.canonical(match.group(1))) is not None:
            return found
    return None
