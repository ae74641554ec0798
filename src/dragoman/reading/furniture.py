"""Which lines of a page are furniture. The knowledge is ``furniture.yaml``; this file applies it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.codebook.yaml_lines import Lined, load_yaml, rows
from dragoman.errors import CodebookError

_REACHES = ("line", "following", "rest")
_KEYS = {"name", "reach", "sure", "longest", "lines", "patterns", "inside"}
_LONGEST = 160
_BLANKS = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
#: A line this long that ends like a sentence is prose: no headline list holds such lines.
_PROSE = 120
#: "The Sunday Courier and Evening Post" is as long as outlets' names get.
_OUTLET_WORDS = 7
#: Links below a "Read more" are headlines: one line each, shorter than this.
_HEADLINE = 130


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture; see ``furniture.yaml`` for what the fields mean."""

    name: str
    reach: str
    sure: bool
    longest: int
    lines: frozenset[str]
    pattern: re.Pattern[str] | None

    def matches(self, line: str, folded: str) -> bool:
        """Whether the whole line is furniture of this kind."""
        if len(line) > self.longest:
            return False
        return folded in self.lines or (self.pattern is not None and self.pattern.fullmatch(line) is not None)


@dataclass(frozen=True, slots=True)
class Furniture:
    """All rules and word lists of a furniture file."""

    rules: tuple[Rule, ...]
    inside: re.Pattern[str]
    longest: int
    date_words: frozenset[str]
    byline_words: frozenset[str]
    no_person: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    section_words: frozenset[str]

    def names_outlet(self, line: str) -> bool:
        """Whether ``line`` is the name of an outlet and nothing else ("The Example Courier")."""
        folded = fold(line)
        if folded in self.outlets:
            return True
        words = folded.split()
        if not 2 <= len(words) <= _OUTLET_WORDS or self.outlet_words.isdisjoint(words):
            return False
        if not all(word[0].isupper() or word in self.byline_words for word in line.split()):
            return False
        return any(word not in self.section_words for word in words)

    def rule(self, line: str) -> Rule | None:
        """The first rule by which the whole ``line`` is furniture, or ``None``."""
        line = line.strip()
        if len(line) > self.longest:
            return None
        folded = fold(line)
        return next((rule for rule in self.rules if rule.matches(line, folded)), None)

    def trim(self, line: str) -> str:
        """``line`` without the furniture that a page's text has glued into it."""
        if self.inside.search(line) is None:
            return line
        return _BLANKS.sub(" ", self.inside.sub(" ", line)).strip()

    def clean(self, lines: Sequence[str]) -> list[str]:
        """The lines of a report's body that are not furniture, in order; empty lines go."""
        kept: list[str] = []
        prose_ends = _last_prose(lines)
        among_links = False
        for index, line in enumerate(lines):
            line = self.trim(line.strip())
            if not line:
                continue
            rule = self.rule(line)
            if rule is None:
                if among_links and not _is_headline(line):
                    among_links = False
                if not among_links:
                    kept.append(line)
                continue
            if rule.reach == "rest" and (index > prose_ends or (rule.sure and any(map(is_prose, kept)))):
                break
            if rule.reach != "line":
                among_links = True
        return kept


def fold(line: str) -> str:
    """``line`` in small letters, blanks single, without punctuation at its edges."""
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return _BLANKS.sub(" ", line[start:end].replace("’", "'")).casefold()


def same_line(line: str, folded: str) -> bool:
    """Whether ``line`` folds to ``folded``; quick to say no for a long paragraph."""
    return len(line) <= 2 * len(folded) + 20 and fold(line) == folded


def is_prose(line: str) -> bool:
    """Whether a line is running text: long, and ending as a sentence does."""
    return len(line) >= _PROSE and _SENTENCE_END.search(line.rstrip()) is not None


def ends_sentence(line: str) -> bool:
    """Whether a line ends with the punctuation of a sentence."""
    return _SENTENCE_END.search(line.rstrip()) is not None


def _is_headline(line: str) -> bool:
    return len(line) < _HEADLINE and not line.rstrip().endswith((".", ".”", '."', ":"))


def _last_prose(lines: Sequence[str]) -> int:
    return max((index for index, line in enumerate(lines) if is_prose(line)), default=-1)


@cache
def furniture() -> Furniture:
    """The furniture Dragoman knows."""
    return load_furniture(files("dragoman.reading") / "furniture.yaml")


def load_furniture(file: Path | Traversable) -> Furniture:
    """The rules and word lists of a furniture file. Raises ``CodebookError`` with file and line."""
    values = load_yaml(file)
    if not isinstance(values, dict) or not values.get("rules"):
        raise CodebookError("there are no rules", where=f"{file.name}:1", remedy="Give a list under 'rules:'")
    rules: list[Rule] = []
    inside: list[str] = []
    for entry in rows(file, values, "rules"):
        rules.append(_rule(entry, f"{file.name}:{entry.line}"))
        inside += entry.get("inside", [])
    return Furniture(
        rules=tuple(rules),
        inside=re.compile("|".join(f"(?:{p})" for p in inside) or r"(?!)"),
        longest=max(rule.longest for rule in rules),
        date_words=_words(file, values, "date_words"),
        byline_words=_words(file, values, "byline_words"),
        no_person=_words(file, values, "no_person"),
        outlets=_words(file, values, "outlets"),
        outlet_words=_words(file, values, "outlet_words"),
        section_words=_words(file, values, "section_words"),
    )


def _rule(entry: Lined, where: str) -> Rule:
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise CodebookError(f"unknown keys {unknown}", where=where, remedy=f"Use {sorted(_KEYS)}")
    if not isinstance(entry.get("name"), str) or entry.get("reach") not in _REACHES:
        raise CodebookError("a rule needs a name and a reach", where=where, remedy=f"reach is one of {_REACHES}")
    for key in ("lines", "patterns", "inside"):
        _strings(entry.get(key, []), key, where)
    if not any(entry.get(key) for key in ("lines", "patterns", "inside")):
        raise CodebookError("the rule matches nothing", where=where, remedy="Give lines, patterns or inside")
    for pattern in [*entry.get("patterns", []), *entry.get("inside", [])]:
        try:
            re.compile(pattern)
        except re.error as error:
            raise CodebookError(f"{pattern!r} is no pattern: {error}", where=where, remedy="Mend it") from error
    patterns = entry.get("patterns", [])
    return Rule(
        name=entry["name"],
        reach=entry["reach"],
        sure=bool(entry.get("sure", True)),
        longest=int(entry.get("longest", _LONGEST)),
        lines=frozenset(fold(line) for line in entry.get("lines", [])),
        pattern=re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None,
    )


def _strings(values: object, key: str, where: str) -> None:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise CodebookError(f"{key!r} must be a list of words", where=where, remedy="Put numbers and yes/no in quotes")


def _words(file: Path | Traversable, values: dict[str, Iterable[str]], key: str) -> frozenset[str]:
    words = values.get(key)
    _strings(words, key, f"{file.name}:1")
    assert words is not None  # _strings has checked it
    return frozenset(str(word).casefold() for word in words)
