"""Where sentences begin, as far as the text alone shows it."""

from __future__ import annotations

from dragoman.grounding.actors.words import words


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence begins that ``offset`` stands in."""
    found = max(_full_stop(text, offset), *(text.rfind(stop, 0, offset) for stop in _STOPS))
    if found < 0:
        return 0
    start = found + 1
    while start < offset and text[start] in "”\"’'":
        start += 1
    return start


# Beside the full stop and a blank, which an abbreviation has as well.
_STOPS = ("\n", ".” ", '." ', ".’ ", ".' ", "? ", "! ", "?” ", "!” ")


def _full_stop(text: str, offset: int) -> int:
    """The last full stop and blank before ``offset`` that ends a sentence: not that of "Mr." or "J."."""
    at = text.rfind(". ", 0, offset)
    while at >= 0:
        word = text[max(0, at - 12) : at + 1].split()[-1:]
        if not word or not (word[0] in words().honorifics or len(word[0]) <= 2 or "." in word[0][:-1]):
            return at
        at = text.rfind(". ", 0, at)
    return at
