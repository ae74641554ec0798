"""From capitalised words to people: which runs are names, which names are one person, which offices they hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from dragoman.gazetteers.parties import KnownPerson, known_person
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.names import plain, same_full_name, same_word, short_forms, skeleton
from dragoman.grounding.actors.scan import NameRun, Scan
from dragoman.grounding.actors.titles import Title, left_title, right_title
from dragoman.grounding.actors.words import given_names, words
from dragoman.records import Actor, Article, Office, Span

_AGE = re.compile(r", (?:aged )?\d{1,2}\b(?! percent|%)")
_EAST_ASIAN = frozenset({"CHN", "TWN", "HKG", "MAC", "PRK", "KOR", "VNM", "KHM", "SGP"})


@dataclass(slots=True)
class Person:
    """A human being of one article while it is being read."""

    names: list[str] = field(default_factory=list)
    spans: list[tuple[Span, str, str]] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    honorifics: list[str] = field(default_factory=list)
    short: tuple[str, ...] = ()
    known: KnownPerson | None = None

    @property
    def name(self) -> str:
        """The fullest spelling; of equally full ones the most frequent, then the first."""
        if self.known is not None and all(" " not in name for name in self.names):
            return self.known.name
        counts = Counter(self.names)
        return max(counts, key=lambda n: (len(n.split()), len(n), counts[n], -self.names.index(n)))

    @property
    def gender(self) -> str:
        """``he``, ``she`` or ``either``, from honorifics and the given name."""
        for word in self.honorifics:
            if word.rstrip(".") in ("Mr", "Sir", "Lord", "King", "Prince", "Father"):
                return "he"
            if word.rstrip(".") in ("Mrs", "Ms", "Miss", "Lady", "Dame", "Queen", "Princess", "Baroness", "Sister"):
                return "she"
        for title in self.titles:
            if title.agent.word.endswith("woman"):
                return "she"
            if title.agent.word.endswith("man"):
                return "he"
        first = self.name.split()[0]
        if first in words().surnames_first:
            return "either"
        return given_names().get(first, "either")

    def actor(self, article: Article, default_country: str | None) -> Actor:
        """The person as a record, with every office the article gives."""
        offices = []
        country = sectors = None
        for title in self.titles:
            place = title.country or (default_country if title.sectors[:1] in _STATE_SECTORS else None)
            offices.append(Office(title.text, title.affiliation, place, article.published, article.id, title.span))
            country = country or title.country
            sectors = sectors or title.sectors
        if self.known is not None:
            # The list knows better than a stray word beside the name.
            country = self.known.country or country
            sectors = self.known.sectors or sectors
        if country is None:
            country = next((office.country for office in offices if office.country), None)
        unique = tuple({(o.title, o.affiliation): o for o in reversed(offices)}.values())[::-1]
        aliases = tuple(dict.fromkeys(text for _, text, _ in self.spans if text != self.name))
        codes = tuple(code for code in sectors or () if code != "UNK")
        return identities.person(self.name, country, codes, aliases, unique)


# Offices of these sectors, with no country said, are taken to be those of the state last spoken of; a police chief
# or a judge is as often a town's.
_STATE_SECTORS = (("GOV",), ("MIL",), ("LEG",), ("SPY",))


# A list of names is no news: past this many people of like-sounding names, and mentions of one person, only the
# last are weighed, so that no text makes reading slow.
_RECENT = 40


class _Index:
    """The people found so far, by the sound of their names."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._full: dict[str, list[tuple[str, Person]]] = {}
        self._short: dict[str, list[tuple[str, Person]]] = {}
        self._called: set[tuple[str, int]] = set()

    def add(self, person: Person) -> Person:
        self.people.append(person)
        return person

    def know(self, person: Person, name: str, shorts: tuple[str, ...]) -> None:
        """Takes down that ``person`` bears ``name`` and is called by ``shorts``."""
        entries = self._full.setdefault(_sound(name), [])
        if not any(known == name and p is person for known, p in entries[-_RECENT:]):
            entries.append((name, person))
        for short in shorts:
            if (short, id(person)) not in self._called:
                self._called.add((short, id(person)))
                self._short.setdefault(_sound(short), []).append((short, person))
        person.short = tuple(dict.fromkeys((*person.short, *shorts)))

    def of_full_name(self, name: str) -> Person | None:
        """The person whose full name can be a spelling of ``name``, the first named of several."""
        entries = self._full.get(_sound(name), ())
        return next((p for known, p in entries[-_RECENT:] if same_full_name(known, name)), None)

    def of_short_name(self, name: str) -> list[Person]:
        """The people called ``name`` for short; like-sounding spellings only where none is called just that."""
        entries = self._short.get(_sound(name), [])[-_RECENT:]
        exact = {id(p): p for short, p in entries if short == name}
        if exact or (" " not in name and len(name) <= _TOO_SHORT):
            return list(exact.values())
        return list({id(p): p for short, p in entries if _is_short(short, name)}.values())


# Lone words of so few letters are too easily another word's variant.
_TOO_SHORT = 4


def _sound(name: str) -> str:
    last = name.split()[-1]
    return (skeleton(last) or plain(last))[:3]


def find_people(scan: Scan, year: int | None = None) -> tuple[list[Person], list[NameRun]]:
    """The people of a text, and the name runs that are none."""
    text, lists, given = scan.text, words(), given_names()
    index = _Index()
    left_over: list[NameRun] = []
    lone: list[NameRun] = []
    for run in scan.runs:
        if len(run.words) == 1:
            lone.append(run)
            continue
        name = " ".join(run.words)
        title = left_title(scan, _before_honorific(text, run))
        after = right_title(scan, run.span.end)
        evidence = _evidence(scan, run, title, after)
        known = index.of_full_name(name)
        if known is None and evidence is None:
            known = next(iter(index.of_short_name(name)), None)
        if evidence is None and known is None:
            left_over.append(run)
            continue
        if known is None and run.words[0] in lists.name_openers:
            known = next(iter(index.of_short_name(name)), None)
        if known is None:
            known = index.add(Person(known=known_person(name, year)))
        if len(run.words) >= 2 and name not in known.short:
            known.names.append(name)
        known.spans.append((run.span, name, "named in full" if evidence is None else evidence))
        known.titles.extend(t for t in (title, after) if t is not None)
        if run.titled:
            known.honorifics.append(run.titled)
        countries = {t.country for t in known.titles}
        family_first = run.words[0] in lists.surnames_first or (
            bool(countries & _EAST_ASIAN) and run.words[0] not in given
        )
        index.know(known, name, short_forms(name, lists.particles, family_first))
    rest: list[NameRun] = []
    for run in left_over:
        name = " ".join(run.words)
        found = _only(index.of_short_name(name), run)
        if found is None:
            rest.append(run)
        else:
            found.spans.append((run.span, name, "short form of the full name"))
    return index.people, _lone_names(scan, index, lone, year) + rest


def _lone_names(scan: Scan, index: _Index, lone: list[NameRun], year: int | None) -> list[NameRun]:
    rest = []
    for run in lone:
        word = run.words[0]
        if word in words().place_words or (
            not run.titled and scan.text.startswith(("the ", "The "), max(0, run.span.start - 4))
        ):
            rest.append(run)
            continue
        title = left_title(scan, _before_honorific(scan.text, run))
        found = _only(index.of_short_name(word), run)
        if found is not None:
            found.spans.append((run.span, word, "short form of the full name"))
            if run.titled:
                found.honorifics.append(run.titled)
            if title is not None:
                found.titles.append(title)
        elif _titled(scan, run, title) or run.titled or known_person(word, year):
            public = known_person(word, year)
            reason = "named with a title" if title is not None or run.titled else "known by this name alone"
            person = Person([word], [(run.span, word, reason)], [title] if title else [], short=(word,), known=public)
            if run.titled:
                person.honorifics.append(run.titled)
            index.know(index.add(person), word, (word,))
        else:
            rest.append(run)
    return rest


def _titled(scan: Scan, run: NameRun, title: Title | None) -> bool:
    """Whether the title makes one capitalised word a surname: "President Weah", or a verb of speech follows."""
    if title is None or title.agent.word in _NO_TITLE or title.agent.sectors[0] in ("REL", "PTY"):
        return False
    following = re.match(r"\s(\w+)", scan.text[run.span.end : run.span.end + 20])
    if title.agent.word in _RANKS and (following is None or following[1] not in words().speech):
        return False
    if not title.text.lower().endswith((title.agent.word, title.agent.plural)):
        return False  # "the driver of the London X": X is no driver
    if title.span.end + 1 != run.span.start or (title.affiliation is not None and title.country is None):
        return False
    if following is not None and following[1][:1].isupper():
        return False
    return title.text.split()[-1][:1].isupper() or (following is not None and following[1] in words().speech)


# Ranks that begin other names as well: "General Relativity", "Major League".
_RANKS = frozenset({"general", "major", "private", "captain", "corporal", "chief", "commander", "marshal", "premier"})
# Person words that, standing before one capitalised word, seldom make it a surname.
_NO_TITLE = frozenset(
    {"man", "woman", "person", "child", "boy", "girl", "member", "national", "local", "fan", "source"}
)


def _only(people: list[Person], run: NameRun) -> Person | None:
    """The one person, or of several the last named before the run (a family shares its surname)."""
    if len(people) == 1:
        return people[0]
    before = [p for p in people if p.spans and p.spans[0][0].start <= run.span.start]
    pool = before or people
    if not pool:
        return None
    return max(
        pool, key=lambda p: max((s.start for s, _, _ in p.spans[-_RECENT:] if s.start <= run.span.start), default=-1)
    )


def _is_short(short: str, name: str) -> bool:
    if short == name:
        return True
    a, b = short.split(), name.split()
    return len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True))


def _before_honorific(text: str, run: NameRun) -> int:
    start = run.span.start
    if run.titled and text[:start].rstrip().endswith(run.titled):
        return len(text[:start].rstrip()) - len(run.titled)
    return start


def _evidence(scan: Scan, run: NameRun, left: Title | None, right: Title | None) -> str | None:
    """Why a run of two or more words is a person's name, or ``None`` where nothing says so."""
    lists, text, first, last = words(), scan.text, run.words[0], run.words[-1]
    if known_person(" ".join(run.words)) is not None:
        return "a known person's name"
    if len(run.words) > 5 or last in lists.place_words or first in lists.place_words or first == "The":
        return None
    if run.titled:
        return f"{run.titled} stands before the name"
    if any(word.isupper() and len(word) > 3 for word in run.words):
        return None
    if first in given_names():
        return f"{first} is a given name"
    if left is not None:
        return f"the title “{left.text}” stands before the name"
    following = text[run.span.end : run.span.end + 30]
    if _AGE.match(following):
        return "an age follows the name"
    if right is not None:
        return f"the words “{right.text}” follow the name"
    if first in lists.name_openers or any(w.lower().startswith(("al-", "el-", "abd")) for w in run.words):
        return "the name is built like a person's"
    if first in lists.surnames_first and len(run.words) <= 3 and ("-" in last or len(run.words) == 2):
        verb = re.match(r"\s(\w+)", following)
        if verb and verb[1] in lists.speech:
            return "a family name and a verb of speech"
    if len(first.rstrip(".")) == 1 and first.endswith("."):
        return "an initial stands before the name"
    if re.search(r"(?:said|says|told|added)\s$", text[max(0, run.span.start - 7) : run.span.start]):
        return "a verb of speech stands before the name"
    verb = re.match(r"\s(said|says|told|tweeted|added|wrote|testified|recalled|who)\b", following)
    if verb:
        return "a verb of speech follows the name"
    return None
