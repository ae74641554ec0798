"""A named place in its sentence: what the words around it ask of its candidates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.gazetteers.places import Entry, Hit, PlaceIndex, name_key
from dragoman.gazetteers.places.knowledge import Knowledge
from dragoman.gazetteers.places.wordlists import word_list
from dragoman.grounding.places.words import DIRECTIONS, DIVISION_AFTER, KIND_BEFORE_OF, TOWN_NOUNS, divisions_listed
from dragoman.records import Span

#: No name has more readings than this that are worth weighing; San José, the commonest, has about 250 towns.
MOST_CANDIDATES = 60

#: Cities that news calls by two letters ("LA") have more people than this.
_CITY_BY_LETTERS = 1_000_000
_NEXT_WORD = re.compile(r"\s{1,2}([A-Za-z]+)")
# What may follow the comma: "Ohio", "New South Wales", "W.Va.", "the Gambia"
_QUALIFIER = re.compile(
    r"(?:\s*,\s*|\s+\(|\s+in\s+(?:the\s+)?(?:(?:north|south|east|west|central)\w*[ -])?)"
    r"((?:the\s+)?[A-Z][\w'’.-]*(?:\s+(?:of\s+|and\s+)?[A-Z][\w'’.-]*){0,3})"
)
_COUNTY_BETWEEN = re.compile(r"\s*,\s*[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+)?\s(?:County|Co\.|Parish)")


@dataclass(slots=True)
class Mention:
    """A span to resolve, and what its surroundings say.

    ``kinds``: the index kinds the words ask for ("X County"), empty if they ask for none.
    ``inside``: places the text says it lies in ("X, Ohio"). ``demonym``: the span is a word for people.
    ``filed``: it is the town of a dateline that says no more.
    """

    span: Span
    text: str
    key: str
    candidates: tuple[Entry, ...]
    main: frozenset[int]
    kinds: tuple[str, ...] = ()
    inside: tuple[Entry, ...] = ()
    demonym: bool = False
    town: bool = False
    filed: bool = False
    notes: list[str] = field(default_factory=list)


def read_mention(text: str, span: Span, index: PlaceIndex, knowledge: Knowledge) -> Mention:
    """The mention at ``span`` with its candidates; none if the gazetteer has no such place."""
    surface = _trim(span.of(text))
    demonyms = knowledge.demonyms.get(surface) or knowledge.demonyms.get(
        surface.capitalize() if surface.isupper() else ""
    )
    if demonyms and not _names_well_known(surface, index):
        return Mention(span, surface, name_key(surface), demonyms, frozenset(e.row for e in demonyms), demonym=True)
    kinds = _kinds_asked(text, span, surface)
    short = knowledge.abbreviations.get(surface)
    bare = surface.isupper() and "." not in surface and "," not in text[max(0, span.start - 2) : span.start]
    if short and bare and any(h.main and h.entry.population > _CITY_BY_LETTERS for h in index.lookup(surface)):
        short = None  # "LA" is the city, but after a town's comma the state
    if short and (surface.endswith(".") or surface.isupper()):
        key = name_key(short[0].name)
        return Mention(span, surface, key, short, frozenset(e.row for e in short), ("admin1",))
    key, hits, asked = _hits(surface, kinds, index)
    if not hits and short:
        return Mention(span, surface, name_key(short[0].name), short, frozenset(e.row for e in short), ("admin1",))
    if not hits and demonyms:
        return Mention(span, surface, name_key(surface), demonyms, frozenset(e.row for e in demonyms), demonym=True)
    notes = []
    inside = contained_in(text, span, index, knowledge)
    if not hits:
        key, hits, note = _part_of(surface, index, inside)
        if not hits and inside:
            return _only_inside(span, surface, inside)
        notes += [note] if hits else []
    candidates = tuple(hit.entry for hit in hits[:MOST_CANDIDATES])
    mention = Mention(span, surface, key, candidates, frozenset(h.entry.row for h in hits if h.main), asked)
    mention.town = _is_called_town(text, span)
    mention.inside = inside
    mention.notes = notes
    return mention


def _only_inside(span: Span, surface: str, inside: Sequence[Entry]) -> Mention:
    """A place that the gazetteer lacks, told of as the smallest area that the text puts it in."""
    home = min(inside, key=lambda entry: _WIDTH.get(entry.kind, 0))
    note = f"the gazetteer does not know “{surface}”; the text puts it in {home.name}"
    return Mention(span, surface, name_key(surface), (home,), frozenset([home.row]), notes=[note])


_WIDTH = {"admin2": 1, "region": 2, "admin1": 3, "country": 4}
#: Words that make no place by themselves when a longer name is unknown.
_NO_PART = word_list("find_words.yaml", "never") | word_list("find_words.yaml", "forenames")


def _part_of(surface: str, index: PlaceIndex, inside: Sequence[Entry]) -> tuple[str, tuple[Hit, ...], str]:
    """The place within a longer name that the gazetteer lacks: "Baghdad International Airport", "Port of Aden".

    Of the leading parts the longest, then of the trailing ones; where the text says ``inside`` what it lies, only there.
    """
    words = surface.split(" ")
    sizes = range(len(words) - 1, 0, -1)
    for part in [*(words[:n] for n in sizes), *(words[-n:] for n in sizes)]:
        phrase = " ".join(part)
        if not phrase[:1].isupper() or phrase.lower() in _NO_PART or (len(part) == 1 and len(phrase) < 4):
            continue
        hits = tuple(hit for hit in index.lookup(phrase) if hit.main)
        if inside:
            hits = tuple(hit for hit in hits if any(_holds(larger, hit.entry) for larger in inside))
        if hits:
            return name_key(phrase), hits, f"“{surface}” is told of as {phrase}"
    return name_key(surface), (), ""


def _holds(larger: Entry, entry: Entry) -> bool:
    if larger.kind == "country":
        return entry.country == larger.country
    return larger.row in (entry.row, entry.admin1, entry.admin2)


def _names_well_known(surface: str, index: PlaceIndex) -> bool:
    """Whether a word for people is also the usual name of a place of note: "Canadian" in Texas is none."""
    return any(
        h.main and (h.entry.kind in {"country", "admin1"} or (h.entry.kind == "city" and h.entry.population > 50_000))
        for h in index.lookup(surface)
    )


def _trim(surface: str) -> str:
    surface = " ".join(surface.split())
    for tail in ("'s", "’s", "'", "’"):
        surface = surface.removesuffix(tail)
    for head in ("the ", "The "):
        surface = surface.removeprefix(head)
    return surface


def _kinds_asked(text: str, span: Span, surface: str) -> tuple[str, ...]:
    after = _NEXT_WORD.match(text, span.end)
    if after and after[1].lower() in DIVISION_AFTER and not _starts_name(text, after):
        return DIVISION_AFTER[after[1].lower()]
    listed = divisions_listed(text, span.end)
    if listed is not None:
        return listed
    before = text[max(0, span.start - 30) : span.start].lower().split()
    if len(before) >= 2 and before[-1] == "of" and before[-2].rstrip("s") in KIND_BEFORE_OF:
        return KIND_BEFORE_OF[before[-2].rstrip("s")]
    if len(before) >= 2 and before[-1] == "the" and before[-2] == "of":
        return ()
    last = surface.rsplit(" ", 1)[-1].lower()
    if " " in surface and last in DIVISION_AFTER:
        return DIVISION_AFTER[last]
    return ()


def _starts_name(text: str, word: re.Match[str]) -> bool:
    """Whether a division word belongs to an office or body instead ("Ohio State University", "Texas State Police")."""
    if word[1].lower() != "state" or not word[1][0].isupper():
        return False
    return bool(re.match(r"\s[A-Z]", text[word.end() : word.end() + 2]))


def _hits(surface: str, kinds: tuple[str, ...], index: PlaceIndex) -> tuple[str, tuple[Hit, ...], tuple[str, ...]]:
    """The key under which the gazetteer knows ``surface``, its places, and the kinds its words ask for."""
    hits = index.lookup(surface)
    if surface.isupper() and len(surface.replace(".", "")) <= 3:
        # "EU", "US", "LA": short forms of states, regions and a few cities, never of villages
        hits = tuple(
            h for h in hits if h.main and (h.entry.kind in {"country", "region"} or h.entry.population > 500_000)
        )
    if hits:
        return name_key(surface), hits, kinds
    words = surface.split(" ")
    if len(words) > 1 and words[-1].lower() in DIVISION_AFTER:
        shorter = " ".join(words[:-1])
        hits = index.lookup(shorter)
        if hits:
            return name_key(shorter), hits, DIVISION_AFTER[words[-1].lower()]
    if len(words) > 1 and words[0].lower() in DIRECTIONS:
        key, hits, kinds = _hits(" ".join(words[1:]), kinds, index)
        if hits:
            return key, hits, kinds
    if len(words) > 2 and words[1].lower() == "of" and words[0].lower() in KIND_BEFORE_OF:
        hits = index.lookup(" ".join(words[2:]))
        return name_key(" ".join(words[2:])), hits, KIND_BEFORE_OF[words[0].lower()]
    return name_key(surface), hits, kinds


def _is_called_town(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 40) : span.start].lower().replace(",", " ").split()
    if not before:
        return False
    if before[-1] in TOWN_NOUNS:
        return True
    return len(before) > 1 and before[-1] in {"of", "the"} and before[-2] in TOWN_NOUNS


def contained_in(text: str, span: Span, index: PlaceIndex, knowledge: Knowledge) -> tuple[Entry, ...]:
    """The larger places the text puts it in: "X, Ohio", "X (Syria)", "Ohio's X", "the Syrian city of X"."""
    found: list[Entry] = []
    end = span.end
    county = _COUNTY_BETWEEN.match(text, end)
    if county:
        found.extend(
            h.entry
            for h in index.lookup(text[end : county.end()].lstrip(" ,").replace("Co.", "County"))
            if h.entry.kind == "admin2"
        )
        end = county.end()
    right = _QUALIFIER.match(text, end)
    if right:
        found.extend(_larger(right[1], index, knowledge))
    left = text[max(0, span.start - 60) : span.start]
    words = left.replace(",", " ").split()
    if words:
        owner = words[-1]
        if owner.endswith(("'s", "’s")):
            found.extend(_larger(owner[:-2], index, knowledge))
        nouns = [w.lower() for w in words[-4:]]
        if any(w in TOWN_NOUNS or w in KIND_BEFORE_OF for w in nouns):
            for at in range(len(words) - 1, max(-1, len(words) - 6), -1):
                word = words[at].strip('"“”(')
                two = f"{words[at - 1]} {word}" if at else ""
                for form in (two, word):
                    if form in knowledge.demonyms:
                        found.extend(knowledge.demonyms[form])
                        break
                    if form and form.endswith(("'s", "’s")):
                        found.extend(_larger(form[:-2], index, knowledge))
                        break
    return tuple(dict.fromkeys(found))


def _larger(phrase: str, index: PlaceIndex, knowledge: Knowledge) -> list[Entry]:
    """States, divisions and countries that the longest lead of ``phrase`` names."""
    words = phrase.replace("’", "'").removeprefix("the ").split()
    for length in range(len(words), 0, -1):
        form = " ".join(words[:length])
        for tried in (form, form.rstrip(".")) if form.endswith(".") else (form, form.removesuffix("'s")):
            if tried in knowledge.abbreviations:
                return list(knowledge.abbreviations[tried])
            if tried.isupper() and len(tried) <= 2:
                continue
            found = [
                h.entry
                for h in index.lookup(tried)
                if h.main and h.entry.kind in {"country", "admin1", "admin2", "region"}
            ]
            if found:
                return found
    return []
