"""Numbers that a predicate counts: value, bounds from hedges, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.ranges import Range, range_of
from dragoman.coding.syntax import is_noun
from dragoman.records import Number, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "m": 1_000_000, "mn": 1_000_000,
           "billion": 1_000_000_000, "bn": 1_000_000_000, "b": 1_000_000_000, "trillion": 1_000_000_000_000}  # fmt: skip
# A vague plural says a floor and no value: "dozens" is two dozen or more.
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "tens": 20}
_FLOOR = re.compile(
    r"\b(?:at least|more than|over|no fewer than|no less than|upwards? of|above|exceeding|a minimum of)\s*$", re.I
)
_CEILING = re.compile(
    r"\b(?:up to|at most|as many as|no more than|fewer than|less than|under|almost|nearly|a maximum of)\s*$", re.I
)
_ABOUT = re.compile(r"\b(?:some|about|around|roughly|approximately|an estimated|estimated|close to|circa)\s*$", re.I)
_MEASURES = words("time_nouns") | words("lengths")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def value_of(told: str) -> float | None:
    """The value of a number in figures or words ("twenty-three", "1,200", "2.5 million"), if it is one."""
    total = current = 0.0
    seen = False
    for word in re.split(r"[\s-]+", told.lower().strip("$€£")):
        if not word or word in ("and", "a", "an"):
            continue
        if _DIGITS.fullmatch(word):
            current += float(word.replace(",", ""))
        elif word in _WORDS:
            current += _WORDS[word]
        elif word == "dozen":
            current = (current or 1) * 12
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0
        else:
            return None
        seen = True
    return total + current if seen else None


def numbers_in(head: Token, offset: int, text: str) -> list[Number]:
    """The counts inside the noun phrase headed by ``head``; ``offset``: where the sentence begins in ``text``."""
    out: list[Number] = []
    for token in _phrase(head):
        found: Number | None = None
        if token.tag_ == "CD" and (span := range_of(token, value_of)) is not None:
            found = _ranged(token, span, offset)
        elif token.tag_ == "CD" and token.dep_ not in ("compound", "appos") and not _is_part(token):
            found = _counted(token, offset, text)
        elif token.lower_ in _VAGUE and token.tag_ in ("NNS", "NN"):
            found = _vague(token, offset)
        if found is not None and not _is_measure(found.of) and all(found.span != n.span for n in out):
            out.append(found)
    return out


def _phrase(head: Token) -> Iterator[Token]:
    """The words of a noun phrase without its relative clauses, which count for predicates of their own: "21 girls who were
    among 276 taken".
    """
    for child in head.lefts:
        if child.dep_ != "relcl":
            yield from _phrase(child)
    yield head
    for child in head.rights:
        if child.dep_ != "relcl":
            yield from _phrase(child)


def _is_measure(of: str) -> bool:
    """Whether it is time or distance that is counted ("held for 45 days"), and nothing that an act is done to."""
    last = of.lower().rpartition(" ")[2]
    return last in _MEASURES or last.removesuffix("s") in _MEASURES


def _ranged(token: Token, found: Range, offset: int) -> Number | None:
    """A range: no value of its own, but both bounds. What it counts hangs on its last number, or its first."""
    doc = token.doc
    noun = next(
        (doc[i].head for i in (found.last, found.first) if doc[i].dep_ == "nummod" and is_noun(doc[i].head)), None
    )
    if noun is not None and noun.tag_ in ("NNP", "NNPS") and noun.i < found.first:
        return None  # "May 10-15"
    span = Span(doc[found.first].idx + offset, doc[found.last].idx + len(doc[found.last].text) + offset)
    words = doc[found.first : found.last + 1].text
    return Number(words, span, None, found.low, found.high, _label(noun) if noun is not None else "people")


def _is_part(token: Token) -> bool:
    """Whether the figure belongs to a date, a name or an age rather than a count."""
    noun = token.head
    if token.dep_ == "nummod" and noun.tag_ in ("NNP", "NNPS"):
        # "12 June", "Mirage 2000"; but "274 Palestinians" are counted
        return not (token.i < noun.i and noun.tag_ == "NNPS" and noun.lower_.endswith("s"))
    return token.dep_ == "npadvmod" or noun.lower_ in ("year", "years-old", "percent", "%") or token.lower_ == "zero"


def _counted(token: Token, offset: int, text: str) -> Number | None:
    start = min([token.i, *(c.i for c in token.lefts if c.tag_ == "CD" or c.dep_ == "compound")])
    words = token.doc[start : token.i + 1].text
    value = value_of(words)
    if value is None:
        return None
    if 1900 <= value <= 2100 and token.dep_ != "nummod":
        return None
    noun = token.head if token.dep_ in ("nummod", "quantmod") else token
    if token.dep_ not in ("nummod", "quantmod"):
        of = [c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
        if not of and not is_noun(noun):
            label = (
                _counted_before(token) or "people"
                if token.dep_ in ("dobj", "nsubjpass", "nsubj", "conj", "pobj")
                else ""
            )
            if not label:
                return None
            return _bounded(words, token.doc[start].idx, offset, text, value, label)
        noun = of[0] if of else noun
    return _bounded(words, token.doc[start].idx, offset, text, value, _label(noun))


def _counted_before(token: Token) -> str | None:
    """What a bare figure counts as the verb before counted it: "killed 12 villagers and wounded 30"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.dep_ != "conj":
        return None
    counted = [c for c in verb.head.rights if c.dep_ == "dobj" and c.i < verb.i and is_noun(c)]
    if len(counted) == 1 and any(c.dep_ == "nummod" for c in counted[0].lefts):
        return _label(counted[0])
    return None


def _vague(token: Token, offset: int) -> Number:
    inner = [c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    noun = inner[0] if inner else None
    if noun is not None and noun.lower_ in _VAGUE:  # "tens of thousands of people"
        deeper = [c for p in noun.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
        low = float(_VAGUE[token.lower_] / 2 * _VAGUE[noun.lower_])
        noun = deeper[0] if deeper else None
    else:
        low = float(_VAGUE[token.lower_])
    start = token.idx + offset
    span = Span(start, start + len(token.text))
    return Number(token.text, span, None, low, None, _label(noun) if noun is not None else "people")


def _bounded(words: str, at: int, offset: int, text: str, value: float, of: str) -> Number:
    span = Span(at + offset, at + offset + len(words))
    before = text[max(0, span.start - 24) : span.start]
    low: float | None = value
    high: float | None = value
    if hit := _FLOOR.search(before):
        high = None
    elif hit := _CEILING.search(before):
        low = None
    elif hit := _ABOUT.search(before):
        pass
    if hit is not None:
        span = Span(span.start - (len(before) - hit.start()), span.end)
    return Number(span.of(text), span, value, low, high, of)


def _label(noun: Token) -> str:
    """What is counted, in the text's words without number and determiner: "Russian citizens"."""
    keep = [c for c in noun.lefts if c.dep_ in ("amod", "compound") and c.tag_ != "CD"]
    return " ".join(t.text for t in [*keep, noun])
