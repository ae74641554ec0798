"""From capitalised words to people: which runs are names, which names are one person, which offices they hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from dragoman.gazetteers.parties import KnownPerson, known_person
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.names import same_full_name, same_word, short_forms
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


_STATE_SECTORS = (("GOV",), ("MIL",), ("LEG",), ("JUD",), ("COP",), ("SPY",))


def find_people(scan: Scan, year: int | None = None) -> tuple[list[Person], list[NameRun]]:
    """The people of a text, and the name runs that are none."""
    text, lists, given = scan.text, words(), given_names()
    people: list[Person] = []
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
        known = next((p for p in people if any(same_full_name(n, name) for n in p.names)), None)
        if known is None and evidence is None:
            known = next((p for p in people if any(_is_short(s, name) for s in p.short)), None)
        if evidence is None and known is None:
            left_over.append(run)
            continue
        if known is None:
            openers = lists.name_openers
            known = next((p for p in people if name in p.short), None) if run.words[0] in openers else None
        if known is None:
            known = Person(known=known_person(name, year))
            people.append(known)
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
        known.short = tuple(dict.fromkeys((*known.short, *short_forms(name, lists.particles, family_first))))
    for run in list(left_over):
        name = " ".join(run.words)
        found = _only([p for p in people if any(_is_short(s, name) for s in p.short)], run)
        if found is not None:
            left_over.remove(run)
            found.spans.append((run.span, name, "short form of the full name"))
    return people, _lone_names(scan, people, lone, year) + left_over


def _lone_names(scan: Scan, people: list[Person], lone: list[NameRun], year: int | None) -> list[NameRun]:
    rest = []
    for run in lone:
        word = run.words[0]
        if word in words().place_words or (
            not run.titled and scan.text.startswith(("the ", "The "), max(0, run.span.start - 4))
        ):
            rest.append(run)
            continue
        title = left_title(scan, _before_honorific(scan.text, run))
        fitting = [p for p in people if word in p.short] or [
            p
            for p in people
            if len(word) > 4 and any(s[0] == word[0] and " " not in s and same_word(s, word) for s in p.short)
        ]
        found = _only(fitting, run)
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
            people.append(person)
        else:
            rest.append(run)
    return rest


def _titled(scan: Scan, run: NameRun, title: Title | None) -> bool:
    """Whether the title makes one capitalised word a surname: "President Weah", or a verb of speech follows."""
    if title is None or title.agent.word in _NO_TITLE or title.agent.sectors[0] in ("REL", "PTY"):
        return False
    if title.span.end + 1 != run.span.start or (title.affiliation is not None and title.country is None):
        return False
    following = re.match(r"\s(\w+)", scan.text[run.span.end : run.span.end + 20])
    if following is not None and following[1][:1].isupper():
        return False
    return title.text.split()[-1][:1].isupper() or (following is not None and following[1] in words().speech)


# Person words that, standing before one capitalised word, seldom make it a surname.
_NO_TITLE = frozenset(
    {"man", "woman", "person", "child", "boy", "girl", "member", "national", "local", "fan", "source"}
)


def _only(people: list[Person], run: NameRun) -> Person | None:
    """The one person, or of several the last named before the run (a family shares its surname)."""
    before = [p for p in people if p.spans and p.spans[0][0].start <= run.span.start]
    pool = before or people
    if not pool:
        return None
    return max(pool, key=lambda p: max((s.start for s, _, _ in p.spans if s.start <= run.span.start), default=-1))


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
