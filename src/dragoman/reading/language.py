"""Which language a text is in, and whether it is one that Dragoman codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.errors import ReadingError
from dragoman.settings import Settings

#: Fewer letters than this are names and figures as often as words: the language is taken on trust.
_SHORT = 100
#: Below this the classifier is guessing.
_SURE = 0.8
#: The classifier walks bytes in Python; the beginning, the middle and the end tell as much as the whole.
_SAMPLE = 700
#: English prose has a good quarter of such words, no other language a twentieth.
_ENGLISH = frozenset(
    (
        "the",
        "of",
        "and",
        "to",
        "a",
        "in",
        "is",
        "was",
        "that",
        "for",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "it",
        "be",
        "are",
        "were",
        "has",
        "have",
        "had",
        "not",
        "but",
        "which",
        "who",
        "this",
        "an",
        "said",
        "will",
        "would",
        "his",
        "her",
        "their",
        "its",
        "he",
        "she",
        "they",
        "been",
        "after",
        "over",
    )
)
_ENGLISH_SHARE = 0.18
#: Creoles and sisters of English that the classifier sees in English full of names, if it has some English words.
_KIN = frozenset(("pcm", "sco", "jam", "bi", "tpi", "cy", "fy"))
_KIN_SHARE = 0.1
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Guess:
    """A language (ISO 639-1) and how sure the classifier is of it, from 0 to 1."""

    language: str
    confidence: float


def guess_language(text: str) -> Guess | None:
    """The language of ``text``, or ``None`` where it is too short to tell."""
    if sum(len(word) for word in _WORD.findall(text[:2000])) < _SHORT:
        return None
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    share = sum(word in _ENGLISH for word in words) / max(1, len(words))
    if share >= _ENGLISH_SHARE:
        return Guess("en", 1.0)
    language, confidence = _classifier().classify(sample)
    if language in _KIN and share >= _KIN_SHARE:
        return Guess("en", round(share, 2))
    return Guess(str(language), round(float(confidence), 2))


def checked_language(text: str, settings: Settings, *, declared: str | None = None) -> str:
    """The language of ``text``; raises ``ReadingError`` where it is surely none of the settings'.

    ``declared`` (what the page or the table says) decides only where the text is too short to tell.
    """
    guess = guess_language(text)
    wanted = settings.languages
    if guess is None:
        named = (declared or "").lower()[:2]
        return named if named in wanted else wanted[0]
    if guess.language in wanted:
        return guess.language
    if guess.confidence < _SURE:
        return wanted[0]
    names = "English" if wanted == ("en",) else " or ".join(wanted)
    confidence = f"{guess.confidence:.2f}".removeprefix("0")
    raise ReadingError(
        f"not {names} (looks like {guess.language}, {confidence})",
        remedy="Dragoman codes English text: give a translation",
    )


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"


@cache
def _classifier() -> Any:
    # imported late: its model takes half a second to load, and English texts never need it
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
