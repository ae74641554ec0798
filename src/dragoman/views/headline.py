"""What a headline claims and no sentence of its report tells of.

Spans count in the text of a report, and a headline is not part of it, so that headlines yield no claims of their own;
but readers often see nothing else. A headline is cut into its parts. A part claims something if it tells of a state, of an
authority or another political party, or of a party to a claim of the report: that a band plays and a film opens is no matter
of this record, and labels, names of outlets and parts of a word or two claim nothing. It is borne out if half of its words
other than names stand in the report, in any form; a word for an act also if the report has a claim of such an act; and in
whatever words, if the report has a claim of its act that shares a party with it. Reports without any claim are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.codebook.frames import load_frames
from dragoman.codebook.types import load_types
from dragoman.codebook.yaml_lines import load_yaml
from dragoman.errors import CodebookError
from dragoman.gazetteers.agents import agent
from dragoman.gazetteers.countries import find_countries
from dragoman.gazetteers.parties import find_known
from dragoman.records import Article, Claim, Span

_WORD = re.compile(r"(?<![\w])[^\W\d_](?:[\w’'-]*\w)?")  # not the letters of "67yo" or "100s"
_CUT = re.compile(r"[,;:!?|…“”\"]| [-–—]+ ")
_SHORTEST = 3  # words of a part that claims something
_ROOT = 5  # letters by which a word is known again in another form: "protest", "protesters"
_ENDINGS = ("ing", "ed", "es", "s")
_TITLE_CASE = 0.7  # share of capitalised words from which on capitals say nothing of names
_HALF = 0.5
_POLITICAL = frozenset({"COP", "GOV", "IGO", "JUD", "LEG", "MIL", "OPP", "PTY", "REB", "SPY", "UAF"})  # sectors


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A part of a headline (``span``: in the headline) that nothing in the report bears out, and why."""

    text: str
    span: Span
    why: str


def unsupported(article: Article, claims: Iterable[Claim]) -> list[Unsupported]:
    """What the headline of ``article`` claims and its text does not tell; ``claims``: those of the article."""
    title = article.title or ""
    held = list(claims)
    if not title or not held:
        return []
    told = _Told(article.text, held)
    shouted = _is_title_case(title)
    found = []
    for span in parts(title):
        missing = _missing(span.of(title), told, shouted)
        if missing:
            quoted = " or ".join(f"“{word}”" for word in missing)
            found.append(
                Unsupported(span.of(title), span, f"no sentence of the report has {quoted} or tells of such an act")
            )
    return found


def parts(title: str) -> list[Span]:
    """The parts of a headline that each may claim something, in order."""
    openers = _lists()["openers"]
    cuts = [(m.start(), m.end()) for m in _CUT.finditer(title)]
    cuts += [(m.start(), m.start()) for m in _WORD.finditer(title) if m.group().lower() in openers]
    found, start = [], 0
    for end, next_start in [*sorted(cuts), (len(title), len(title))]:
        words = list(_WORD.finditer(title, start, end))
        if len(words) >= _SHORTEST:
            found.append(Span(words[0].start(), words[-1].end()))
        start = max(start, next_start)
    return found


class _Told:
    """What a report tells: its words by their roots, as written, and the acts of its claims with the names of their parties."""

    def __init__(self, text: str, claims: Iterable[Claim]) -> None:
        words = {m.group() for m in _WORD.finditer(text)}
        self.parties: dict[str, set[str]] = {}
        for claim in claims:
            named = self.parties.setdefault(claim.act, set())
            for party in (*claim.actors, *claim.recipients):
                named.update(_party_words(f"{party.text} {party.name or ''}"))
        self.acts = frozenset(self.parties)
        self.roots = frozenset(root(word) for word in words)
        self.small = frozenset(root(word) for word in words if word[0].islower())

    def bears_out(self, word: str) -> bool:
        return root(word) in self.roots or not self.acts.isdisjoint(_acts().get(base(word), ()))

    def tells(self, part: str) -> bool:
        """Whether a claim of one of the acts of a part has a party in common with it."""
        small = _lists()["light"]
        words = [m.group() for m in _WORD.finditer(part) if m.group().lower() not in small]
        parties = _party_words(part)
        acts = {act for word in words for act in _acts().get(base(word), ())}
        return any(not parties.isdisjoint(self.parties.get(act, ())) for act in acts)

    def has_party(self, part: str) -> bool:
        """Whether a part names a party of a claim."""
        parties = _party_words(part)
        return any(not parties.isdisjoint(named) for named in self.parties.values())


def _missing(part: str, told: _Told, shouted: bool) -> list[str]:
    """The words for want of which a part is not borne out; none if it is, or claims nothing."""
    small_words = _lists()["light"] | _lists()["openers"]
    words = [m.group() for m in _WORD.finditer(part) if m.group().lower() not in small_words]
    telling = [w for w in words if not _is_name(w, told, shouted)]
    if not (told.has_party(part) or _is_political(part)) or told.tells(part):
        return []
    missing = [w for w in telling if not told.bears_out(w)]
    return missing if len(missing) > _HALF * len(telling) else []


def _party_words(text: str) -> set[str]:
    """Words by which a party is known again: its country, and the roots of all others that are not too small to tell."""
    found = {m.country.alpha3 for _, m in find_countries(text)}
    small = _lists()["light"]
    return found | {root(w) for m in _WORD.finditer(text) if len(w := m.group()) > 2 and w.lower() not in small}


def _is_political(part: str) -> bool:
    """Whether a part tells of a state, a known organisation or a kind of party that makes politics."""
    if any(True for _ in find_countries(part)):
        return True
    if any(not _POLITICAL.isdisjoint(mention.party.sectors) for mention in find_known(part)):
        return True
    words = [m.group().lower() for m in _WORD.finditer(part)]
    kinds = [agent(form) for word in words for form in (word, word.removesuffix("s"))]
    return any(kind is not None and not _POLITICAL.isdisjoint(kind.sectors) for kind in kinds)


def _is_name(word: str, told: _Told, shouted: bool) -> bool:
    """Whether a word of the headline is a name; in a headline all in capitals, one that the text never writes small."""
    if not word[0].isupper():
        return False
    if not shouted:
        return base(word) not in _acts() or root(word) not in told.small
    return root(word) in told.roots and root(word) not in told.small


def _is_title_case(title: str) -> bool:
    long = [m.group() for m in _WORD.finditer(title) if len(m.group()) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long)


def base(word: str) -> str:
    """A word as a frame may know it: in lower case and without its plainest ending."""
    lower = word.lower()
    known = _acts()
    for ending in _ENDINGS:
        if lower.endswith(ending):
            bare = lower[: -len(ending)]
            for form in (bare, bare + "e", bare[:-1] if len(bare) > 3 and bare[-1:] == bare[-2:-1] else bare):
                if len(form) > 2 and form in known:
                    return form
    return lower


def root(word: str) -> str:
    """What a word keeps in its other forms."""
    lower = re.sub(r"['’]s?$", "", word.lower())
    if (first := _forms().get(lower)) is not None:
        return first
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= 3:
            lower = lower[: -len(ending)]
            break
    return lower[:_ROOT].rstrip("e")


@cache
def _acts() -> Mapping[str, frozenset[str]]:
    """Words that alone may tell an act, and the types of the acts."""
    found: dict[str, set[str]] = {}
    for frame in load_frames(load_types()):
        for _, pattern in frame.patterns():
            for head in pattern.heads:
                found.setdefault(head, set()).add(frame.type)
    return {word: frozenset(types) for word, types in found.items()}


@cache
def _forms() -> Mapping[str, str]:
    """Words whose forms are unlike each other, each with the first of them."""
    found: dict[str, str] = {}
    for forms in _values().get("forms") or ():
        for form in forms:
            if found.setdefault(form, forms[0]) != forms[0]:
                raise _fault(f"{form!r} stands in two lists of forms", "Put it in one")
    return found


@cache
def _values() -> Mapping[str, list[Any]]:
    values = load_yaml(_file())
    forms = values.get("forms") if isinstance(values, dict) else None
    if not isinstance(forms, list) or not all(
        isinstance(f, list) and all(isinstance(w, str) for w in f) for f in forms
    ):
        raise _fault("needs lists of words 'forms'", "Write 'forms: [[word, form]]'")
    return dict(values)


def _file() -> Traversable:
    return resources.files("dragoman.views") / "headline.yaml"


def _fault(what: str, remedy: str) -> CodebookError:
    return CodebookError(what, where=f"{_file().name}:1", remedy=remedy)


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    values = _values()
    found = {}
    for name in ("openers", "light"):
        words = values.get(name)
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise _fault(f"needs a list {name!r}", f"Write '{name}: [word]'")
        found[name] = frozenset(words)
    return found
