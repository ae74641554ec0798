"""Words and signs of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.gazetteers.places import load_places, name_key
from dragoman.gazetteers.places.knowledge import load_knowledge
from dragoman.gazetteers.places.wordlists import word_list

# The party before a lawmaker's state ("D-Ohio"); "U.S.", "W.Va."; a word with its apostrophes and hyphens and perhaps a full stop; any sign
_TOKEN = re.compile(r"[DRI](?=-[A-Z])|(?:[A-Za-z]\.){2,}|[A-Z]\.[A-Z][a-z]\.|\w+(?:['’‑-]\w+)*\.?|[^\w\s]")
_DOTTED = word_list("find_words.yaml", "dotted")
# "al-Bab", "el-Fasher", "ash-Sham": an Arabic article in small letters opens a name all the same
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "at", "ad", "az", "ash", "adh"})


@dataclass(slots=True)
class Token:
    """A word or sign. ``glued``: nothing but one blank stands between it and the token before."""

    start: int
    end: int
    text: str
    lower: str
    glued: bool
    capital: bool


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
        capital = text[start].isupper() or (
            text[start] in "ae" and "-" in text[start : start + 4] and _opens_arabic(text, start, stop)
        )
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


_POSSESSIVE = ("'s", "’s", "'S", "’S")


def _opens_arabic(text: str, start: int, stop: int) -> bool:
    """Whether the word is an Arabic name with its article: capitals begin after the hyphen."""
    dash = text.find("-", start, min(stop, start + 4))
    return dash > 0 and text[start:dash] in _ARTICLES and text[dash + 1 : dash + 2].isupper()


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
    if not capital or "-" not in word or word[0].islower() or load_places().has_key(name_key(word)):
        tokens.append(Token(start, start + len(word), word, word.lower(), glued, capital))
        return
    # "Lebanon-Syria", "Moscow-based": each part is looked at by itself
    for part in word.split("-"):
        tokens.append(Token(start, start + len(part), part, part.lower(), glued, part[:1].isupper()))
        start += len(part) + 1
        # "Al-Qaeda" is one name, "Lebanon-Syria" two
        glued = len(part) <= 3
