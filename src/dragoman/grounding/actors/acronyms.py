"""Acronyms that an article defines: "Free Farmers Front (FFF)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dragoman.gazetteers import countries
from dragoman.records import Span

_DEFINITION = re.compile(
    r"(?<![\w’'-])((?:[A-ZÀ-Þ][\w’'-]*[ ](?:of |for |and |the |de |on |in |to |&[ ]){0,2}){1,8}[A-ZÀ-Þ][\w’'-]*),?[ ]?"
    r"\((?:the )?([A-Z][A-Za-z-]{1,8})\)"
)
_SMALL = frozenset({"of", "for", "and", "the", "de", "on", "in", "to", "&"})


@dataclass(frozen=True, slots=True)
class Definition:
    """A full name and the short one behind it in brackets. ``named`` is the part of the full name whose
    initials make the short one, ``None`` where none does.
    """

    full: Span
    short: Span
    acronym: str
    named: Span | None


def definitions(text: str) -> Iterator[Definition]:
    """The acronyms that ``text`` defines, in order; those of countries are left to the country names."""
    if "(" not in text:
        return
    for found in _DEFINITION.finditer(text):
        full, short = found[1], found[2]
        if countries.match(short) is not None or countries.match(full) is not None:
            continue
        tail = tail_for(full, short)
        named = Span(found.end(1) - len(tail), found.end(1)) if tail else None
        yield Definition(Span(*found.span(1)), Span(*found.span(2)), short, named)


def understood(text: str) -> Iterator[Definition]:
    """Short names that the text uses without brackets after the full name they are the initials of: "All Nippon Airways …
    ANA said". The full name stands among words in small letters, so that no headline makes one by chance.
    """
    seen: set[str] = set()
    # what the capitalised words of the text begin with, in order: most short names are of none of them, which is soon seen
    initials: list[str] = []
    for use in _SHORT.finditer(text):
        short = use[0]
        if short in seen or countries.match(short) is not None:
            continue
        seen.add(short)
        if len(seen) > _MOST_SHORT:
            return
        initials = initials or ["".join(kind.findall(text)) for kind in _INITIALS]
        if not any(short in row for row in initials):
            continue
        letters = [rf"{letter}[\w’'-]*[a-zà-ÿ][\w’'-]*" for letter in short]
        full = re.compile(rf"(?<![\w’'-]){_JOINT.join(letters)}(?![\w-]|[’'](?!s\b)| [A-ZÀ-Þ(])")
        for found in islice(full.finditer(text, 0, use.start()), _MOST_TRIED):
            if not _CAPITAL_BEFORE.search(text, max(0, found.start() - 24), found.start()):
                yield Definition(Span(*found.span()), Span(*use.span()), short, Span(*found.span()))
                break


# With and without those behind a hyphen, which a name may skip: "Al-Nusra Front".
_INITIALS = (re.compile(r"(?<![\w’'])[A-ZÀ-Þ]"), re.compile(r"(?<![\w’'-])[A-ZÀ-Þ]"))
_SHORT = re.compile(r"(?<![\w.’'&/-])[A-Z]{3,6}(?![\w&/-]|\.\w)")
_JOINT = "[ -](?:(?:of|for|and|the|de|on|in|to) ){0,2}"
_CAPITAL_BEFORE = re.compile(r"(?:^|[\s(“\"])(?!The )[A-ZÀ-Þ][\w’'.-]* $")
_MOST_TRIED = 5
# Each is looked for in the whole text before it; no report has more.
_MOST_SHORT = 60


def tail_for(full: str, short: str) -> str:
    """The last words of ``full`` whose initials make ``short``, or an empty string."""
    tokens = full.split(" ")
    letters = short.replace("-", "").upper()
    for start in range(len(tokens)):
        tail = tokens[start:]
        if tail[0].lower() in _SMALL:
            continue
        parts = [p for token in tail for p in token.split("-") if p]
        big = "".join(p[0] for p in parts if p.lower() not in _SMALL).upper()
        whole = "".join(p[0] for p in parts).upper()
        if letters in (big, whole):
            return " ".join(tail)
    return ""
