"""Words and signs of a text, and its dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.gazetteers.places import load_places, name_key
from dragoman.gazetteers.places.knowledge import load_knowledge
from dragoman.gazetteers.places.wordlists import word_list
from dragoman.records import Span

# "U.S.", "W.Va."; a word with its apostrophes and hyphens and perhaps a full stop; any sign
_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z]\.[A-Z][a-z]\.|\w+(?:['’‑-]\w+)*\.?|[^\w\s]")
_DOTTED = word_list("find_words.yaml", "dotted")
_DATELINE = re.compile(
    r"\s*((?:[A-Z][\w.'’-]+[ ]?){1,4}?)(?:,\s?[A-Z][\w. ]{1,20})?\s*"
    r"(?:,?\s?[A-Z][a-z]{2,8}\.? \d{1,2}\s*)?(?:\([^()\n]{2,40}\)\s*)?[-–—]{1,2}\s"
)


@dataclass(slots=True)
class Token:
    """A word or sign. ``glued``: nothing but one blank stands between it and the token before."""

    start: int
    end: int
    text: str
    lower: str
    glued: bool
    capital: bool


def dateline_span(text: str) -> Span | None:
    """The town a report says it was written in: ``CAIRO (Reuters) —`` in one of its first lines."""
    at = 0
    for _ in range(4):
        match = _DATELINE.match(text, at)
        if match and (match[1].strip().isupper() or "(" in match[0]):
            start = match.start(1)
            return Span(start, start + len(match[1].rstrip()))
        at = text.find("\n", at) + 1
        if not at:
            break
    return None


def tokenise(text: str) -> list[Token]:
    """The capitalised words of ``text``, each with the two tokens before it and the one after.

    Nothing else is ever asked for, and most of a text is neither. A full stop stays with an
    abbreviation only; a possessive 's comes off.
    """
    tokens: list[Token] = []
    end = -2
    # Tokens not yet known to stand before a capitalised word: where they start and end, what came before.
    waiting: list[tuple[int, int, int]] = []
    follows = False
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        capital = text[start].isupper()
        if capital or follows:
            for early in waiting:
                _add(tokens, text, *early, capital=False)
            waiting.clear()
            _add(tokens, text, start, stop, end, capital=capital)
            end = tokens[-1].end
        else:
            if len(waiting) == 2:
                del waiting[0]
            waiting.append((start, stop, end))
            end = stop if stop - start == 1 or text[stop - 1] != "." else stop - 1
            if text[end - 2 : end] in _POSSESSIVE:
                end -= 2
        follows = capital
    return tokens


_POSSESSIVE = ("'s", "’s")


def _add(tokens: list[Token], text: str, start: int, stop: int, end_before: int, *, capital: bool) -> None:
    word = text[start:stop]
    if stop - start > 1:
        if (
            word[-1] == "."
            and word.count(".") == 1
            and word not in _DOTTED
            and word not in load_knowledge().abbreviations
        ):
            word = word[:-1]
        if word.endswith(_POSSESSIVE):
            word = word[:-2]
    glued = start == end_before or (start - end_before == 1 and text[end_before] in " \u00a0")
    if not capital or "-" not in word or load_places().has_key(name_key(word)):
        tokens.append(Token(start, start + len(word), word, word.lower(), glued, capital))
        return
    # "Lebanon-Syria", "Moscow-based": each part is looked at by itself
    for part in word.split("-"):
        tokens.append(Token(start, start + len(part), part, part.lower(), glued, part[:1].isupper()))
        start += len(part) + 1
        # "Al-Qaeda" is one name, "Lebanon-Syria" two
        glued = len(part) <= 3
