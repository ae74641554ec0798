"""Text made ready for SQLite: folded for filtering, quoted for full-text search, and always valid UTF-8."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SEPARATORS = re.compile(r"[\W_]+")
_QUERY_PART = re.compile(r'"([^"]*)"|(\S+)')
# A word as the FTS5 tokenizer sees it must hold a letter or digit; a part without one would match nothing.
_WORD = re.compile(r"[^\W_]")
# Up to this length a filter word must match a whole word: "US" is not the start of "Usman".
_WHOLE_WORD_LENGTH = 3
# Nobody's name is longer; SQLite refuses patterns beyond 50,000 bytes.
_LONGEST_FILTER = 1000
# Words of a full-text query that are looked at; SQLite refuses to parse thousands.
_MOST_QUERY_WORDS = 64


def valid(text: str) -> str:
    """``text`` with what UTF-8 cannot hold (lone surrogates) replaced by ``?``."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The words of ``text`` without case, accents and punctuation, each between blanks: ``" abu marzuk "``."""
    if text.isascii():
        folded = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", valid(text))
        folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = _SEPARATORS.sub(" ", folded).strip()
    return f" {words} "


def like_pattern(text: str) -> str:
    """A LIKE pattern over folded text: ``text`` as whole words, the last one open-ended if it is long enough.

    Folded text holds no LIKE wildcard, so nothing needs escaping. Text without a letter or digit
    gives a pattern that matches nothing.
    """
    words = fold(text[:_LONGEST_FILTER]).strip()
    if not words:
        return "\0"
    return f"% {words} %" if len(words) <= _WHOLE_WORD_LENGTH else f"% {words}%"


def fts_query(text: str) -> str | None:
    """The FTS5 query for what a user typed, or ``None`` if it names no word.

    All words must occur; ``"quoted words"`` must stand together; a word that ends in ``*`` is the
    beginning of words. Nothing else has a meaning, so no input can break the query's syntax.
    """
    parts: list[str] = []
    for phrase, word in _QUERY_PART.findall(valid(text).replace("\0", " ")):
        words = (phrase or word).replace('"', " ")
        if _WORD.search(words):
            parts.append(f'"{words.rstrip("*")}"' + ("*" if word.endswith("*") else ""))
    return " ".join(parts[:_MOST_QUERY_WORDS]) or None
