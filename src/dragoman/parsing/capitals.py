"""Capitals that mislead the parser: headlines in title case, and names at the head of a sentence that are words too.

"Zuma Vows To Cut Tax Breaks" has no verb to a parser that reads "Vows" as part of a name, and "Trump openly admires
him" begins with a command. The article itself shows which words are names and which are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebook.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from spacy.tokens import Doc

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'.-]*\w|[A-Za-z]")
# A capital behind a small letter or a comma begins no sentence.
_INSIDE = re.compile(r"(?<=[a-zß-ÿ,] )[A-ZÀ-Þ][\w-]+")
_SMALL = re.compile(r"(?<![\w’'-])[a-zß-ÿ][\w-]+")
_SHARE = 0.7  # of words with a capital, above which a line is in title case
_FEWEST = 5  # words: below that nobody can tell a title from a name
_LONG = 5  # letters: no title in title case has a small word of that length but for "against" and the like
# Words that are no names even in a headline; "Will" and "May" may be.
_CLOSED = frozenset((
    "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "with", "by", "from", "as",
    "over", "under", "against", "after", "before", "into", "about", "amid", "between", "than", "that", "is", "are",
    "was", "were", "be", "been", "has", "have", "had", "not", "his", "her", "their", "its", "who", "he", "she",
    "it", "they", "up", "down", "off", "out", "if", "when", "while", "where", "why", "how", "what", "could",
    "would", "should", "can", "does", "dead", "did", "do", "during", "without", "within", "toward", "towards", "through",
))  # fmt: skip
_BEFORE_VERBS = frozenset({"to", "not", "could", "would", "should", "can", "will", "must", "did", "does"})
# Past tenses that no ending shows: "Teen Shot Dead", "Mayor Quit".
_IRREGULAR = words("irregular_pasts")
_NEUTRAL = "Smith"  # a surname that no tagger takes for another word


def names_and_words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of an article's prose that stand capitalised inside sentences, and those that stand in small letters."""
    # what titles capitalise shows nothing
    prose = "\n".join(line for line in re.split(r"\n|(?<=[.!?]) ", text) if not is_title(line))
    return frozenset(_INSIDE.findall(prose)), frozenset(_SMALL.findall(prose))


def is_title(line: str) -> bool:
    """Whether a line is a headline in title case ("Court Rejects Appeal By Mayor"), not one all in capitals."""
    found = _WORD.findall(line)
    if len(found) < _FEWEST or sum(w.isupper() and len(w) > 1 for w in found) > len(found) / 2:
        return False
    if any(w[0].islower() and len(w) >= _LONG and w.lower() not in _CLOSED for w in found):
        return False
    capitals: int = sum(w[0].isupper() for w in found)
    return capitals > _SHARE * len(found)


def prosaic(line: str, names: Set[str], small: Set[str], is_verb: Callable[[str], bool]) -> str:
    """A headline in title case with small letters where the article, or the word itself, shows that it is no name.

    ``is_verb`` tells whether a word in small letters can be a verb's form. Length and offsets stay.
    """
    if not is_title(line):
        return line
    out, last, before = [], 0, ""
    for match in _WORD.finditer(line):
        word = match.group()
        lower = word.lower()
        first = last == 0 or line[: match.start()].rstrip()[-1:] in (":", ".", "?", "!")
        if not first and word[1:].islower() and word not in names and len(lower) == len(word):
            formed = lower.endswith(("s", "ed", "ing")) or before in _BEFORE_VERBS or lower in _IRREGULAR
            formed = formed or (len(before) > 3 and before.endswith("s"))  # "Robbers Ram", "Riots Erupt"
            if lower in _CLOSED or lower in small or (formed and is_verb(lower)):
                word = lower
        out += [line[last : match.start()], word]
        last, before = match.end(), lower
    return "".join(out) + line[last:]


def with_neutral_name(doc: Doc, names: Set[str]) -> str | None:
    """The sentence with another name at its head, where the parser took the one that is there for something else."""
    if len(doc) < 3 or doc[0].text not in names:
        return None
    first, second = doc[0], doc[1]
    if first.tag_ not in ("VB", "NN", "JJ", "UH", "VBP", "NNS", "RB") and not (
        first.dep_ == "ROOT" and first.tag_ == "NNP" and second.tag_ == "NNS"
    ):
        return None
    if second.text[:1].isupper() or second.text in ("-", "‐", "‑"):
        return None  # the name goes on
    return _NEUTRAL + doc.text[len(first.text) :]
