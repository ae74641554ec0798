"""From capitalised words to people: which runs are names, and which names are one person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from dragoman.codebook.words import words as codebook_words
from dragoman.gazetteers.parties import known_person
from dragoman.grounding.actors.names import short_forms
from dragoman.grounding.actors.people import Person, gender_by
from dragoman.grounding.actors.people_index import RECENT, PeopleIndex
from dragoman.grounding.actors.rows import Row, rows_of
from dragoman.grounding.actors.scan import Hit, NameRun, Scan
from dragoman.grounding.actors.titles import SEAT, Title, left_title, right_title
from dragoman.grounding.actors.words import given_name, words
from dragoman.records import Span

_AGE = re.compile(r", (?:aged )?\d{1,2}\b(?! percent|%)")
_EAST_ASIAN = frozenset({"CHN", "TWN", "HKG", "MAC", "PRK", "KOR", "VNM", "KHM", "SGP"})
# "a delegation of the PLO led by ...", with a title before the name at most
_LED_REACH = 90
_LED_BY = re.compile(
    r"\b(?:delegation|team|party|group|mission|side|faction|wing)\b[^.;:]{0,40}\b(?:led|headed) by\s[^.,;:]{0,30}$"
)
_SMALL = re.compile(r"\b[a-z]\w*")
# Of a word that stands behind these the text speaks as of a place ("in Nice").
_WHERE = re.compile(r"\b(?:in|at|near|into|outside|inside|across|around)\s$")
# Who made the report, named at its end.
_CREDITS = re.compile(
    r"(?i)\b(?:editing|edited|reporting|reported|writing|written|compiled|translated|photographs?) by\b[^.\n]*"
)
# "Kufuor of Ghana", "Adams of Sinn Féin"
_OF = re.compile(r"\s(?:of|from)\s(?:the\s)?")


def find_people(scan: Scan, year: int | None = None) -> tuple[list[Person], list[NameRun]]:
    """The people of a text, and the name runs that are none."""
    text, lists = scan.text, words()
    index = PeopleIndex()
    rows, alone = rows_of(scan), _alone(scan)
    small = frozenset(_SMALL.findall(text))
    credits = tuple(found.span() for found in _CREDITS.finditer(text))
    left_over: list[NameRun] = []
    lone: list[NameRun] = []
    surnames = Counter(run.words[-1] for run in scan.runs if len(run.words) > 1)
    for found_run in scan.runs:
        run = _without_verb(scan.text, _once(found_run), surnames)
        if len(run.words) == 1:
            lone.append(run)
            continue
        name = " ".join(run.words)
        title = left_title(scan, _before_honorific(text, run))
        after = right_title(scan, run.span.end)
        row = rows.get(run.span)
        evidence = _evidence(scan, run, title, after) or _by_company(scan, run, row, alone, small)
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
        known.titles.extend(t for t in (title, after, row.title_of(run.span) if row else None) if t is not None)
        known.origin = known.origin or _origin(scan, run)
        known.seated = known.seated or SEAT.match(text, run.span.end) is not None
        if run.titled:
            known.honorifics.append(run.titled)
        countries = {t.country for t in known.titles}
        family_first = run.words[0] in lists.surnames_first or (
            bool(countries & _EAST_ASIAN) and given_name(run.words[0]) is None
        )
        credited = any(start < run.span.start < end for start, end in credits)
        # "Editing by Ana Lund": no "Ana" of the report is she
        index.know(known, name, () if credited else short_forms(name, lists.particles, family_first))
    rest: list[NameRun] = []
    for run in left_over:
        name = " ".join(run.words)
        found = _only(index.of_short_name(name), run, text)
        if found is None:
            rest.append(run)
        else:
            found.spans.append((run.span, name, "short form of the full name"))
    return index.people, _lone_names(scan, index, lone, year) + rest


def _lone_names(scan: Scan, index: PeopleIndex, lone: list[NameRun], year: int | None) -> list[NameRun]:
    rest = []
    for run in lone:
        word = run.words[0]
        if word in words().place_words or (not run.titled and _behind_the(scan, run)):
            rest.append(run)
            continue
        title = left_title(scan, _before_honorific(scan.text, run))
        found = _only(index.of_short_name(word), run, scan.text)
        if found is None and not run.titled and known_person(word, year) is None:
            found = index.of_given_name(word)
        if found is not None:
            found.spans.append((run.span, word, "short form of the full name"))
            if run.titled:
                found.honorifics.append(run.titled)
            if title is not None:
                found.titles.append(title)
        elif _titled(scan, run, title) or run.titled or known_person(word, year):
            public = known_person(word, year)
            reason = "named with a title" if title is not None or run.titled else "known by this name alone"
            after = right_title(scan, run.span.end) if run.titled or title is not None else None
            titles = [t for t in (title, after) if t is not None]
            person = Person([word], [(run.span, word, reason)], titles, short=(word,), known=public)
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
    if title.agent.word in _KIN and given_name(run.words[0]) is not None:
        return scan.text[title.span.end : run.span.start] in (" ", ", ")  # "his wife Irina"
    if title.agent.word in _RANKS and (following is None or following[1] not in words().speech):
        return False
    if not title.text.lower().endswith((title.agent.word, title.agent.plural)):
        return False  # "the driver of the London X": X is no driver
    if title.span.end + 1 != run.span.start or (title.affiliation is not None and title.country is None):
        return False
    if following is not None and following[1][:1].isupper():
        return False
    return title.text.split()[-1][:1].isupper() or (following is not None and following[1] in words().speech)


_KIN = codebook_words("kin")
# Ranks that begin other names as well: "General Relativity", "Major League".
_RANKS = frozenset({"general", "major", "private", "captain", "corporal", "chief", "commander", "marshal", "premier"})
# Person words that, standing before one capitalised word, seldom make it a surname.
_NO_TITLE = frozenset(
    {"man", "woman", "person", "child", "boy", "girl", "member", "national", "local", "fan", "source"}
)


def _only(people: list[Person], run: NameRun, text: str) -> Person | None:
    """The one person, or of several the last named before the run (a family shares its surname), whom its honorific fits.

    Who was only named as saying something speaks on, and is not told of: "Prosecutor Ana Reed said. Reed is accused of …".
    """
    told = gender_by(run.titled) if run.titled else None
    people = [p for p in people if told is None or p.gender in (told, "either")] or people
    if len(people) == 1:
        return people[0]
    before = [p for p in people if p.spans and p.spans[0][0].start <= run.span.start]
    pool = before or people
    if not pool:
        return None
    speaking = {id(p) for p in pool if p.spans and _speaks(text, p.spans[0][0])}
    if 0 < len(speaking) < len(pool):
        speaks = _speaks(text, run.span)
        pool = [p for p in pool if (id(p) in speaking) == speaks]
    return max(
        pool, key=lambda p: max((s.start for s, _, _ in p.spans[-RECENT:] if s.start <= run.span.start), default=-1)
    )


_SAYS = re.compile(r"(?:,[^,.\n]{1,60},)?\s(?:said|says|told|added)\b")
_SAID = re.compile(r"\b(?:said|says|added)\s(?:[A-ZÀ-Þ][\w.’'-]*\s){0,4}$")


def _speaks(text: str, span: Span) -> bool:
    """Whether the name stands right beside a verb of saying."""
    return (
        _SAYS.match(text, span.end) is not None or _SAID.search(text[max(0, span.start - 60) : span.start]) is not None
    )


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
    if len(run.words) > 5 or last in lists.place_words or first == "The":
        return None
    if first in lists.place_words and not (first in lists.surnames_first and "-" in last):  # Park Soo-hyun is no park
        return None
    if run.titled:
        return f"{run.titled} stands before the name"
    if any(word.isupper() and len(word) > 3 for word in run.words):
        return None
    if given_name(first) is not None:
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


def _once(run: NameRun) -> NameRun:
    """The run with a name said twice ("Ana Flores Ana Flores", as captions have it) said once."""
    half = len(run.words) // 2
    return replace(run, words=run.words[:half]) if half and run.words[:half] == run.words[half:] else run


def _without_verb(text: str, run: NameRun, surnames: Counter[str]) -> NameRun:
    """The run without the verb that a headline in capitals puts behind a surname ("Dreyer «Meets» Lund In Oslo")."""
    if len(run.words) != 2 or run.words[0] not in surnames or surnames[run.words[1]] > 1 or run.titled:
        return run
    first, second = run.words
    headline = (
        _HEADLINE.match(text, run.span.end) is not None and _OPENS_LINE.search(text[: run.span.start]) is not None
    )
    if not headline or not second.endswith(("s", "ed")) or second.endswith("ss"):
        return run
    return replace(run, words=(first,), span=Span(run.span.start, run.span.start + len(first)))


_HEADLINE = re.compile(r"\s[A-ZÀ-Þ\d]\w*[ ,]")
_OPENS_LINE = re.compile(r"(?:^|\n|[.!?]\s)[“‘\"']?$")


def _by_company(
    scan: Scan, run: NameRun, row: Row | None, alone: dict[str, list[NameRun]], small: frozenset[str]
) -> str | None:
    """Why a run is a name if not by itself: it stands in a row of people, or the text goes on to use its last word
    alone as one does with surnames.
    """
    lists = words()
    if len(run.words) > 4 or run.words[0] == "The" or set(run.words) & lists.place_words:
        return None
    if any(word.isupper() and len(word) > 3 for word in run.words):
        return None
    origin = _origin(scan, run)
    if origin is not None and origin.known is not None:
        return f"the words “of {origin.known.party.name}” follow the name"
    if row is not None and row.of_people:
        return "the name stands in a row of people's names"
    uses = alone.get(run.words[-1], [])[:RECENT]
    if not uses or _common(run.words[0], small) or any(_WHERE.search(scan.text[: u.span.start][-9:]) for u in uses):
        return None
    for later in uses:
        verb = re.match(r"\s(\w+)", scan.text[later.span.end : later.span.end + 20])
        if later.titled or (verb is not None and verb[1] in lists.speech):
            return f"the text calls {run.words[-1]} by the last word of the name"
    return None


def _common(word: str, small: frozenset[str]) -> bool:
    """Whether a capitalised word is an everyday one that begins a sentence or a headline ("Apparently", "Current")."""
    return word.endswith(("ly", "ing", "ed")) or word.lower() in small


def _alone(scan: Scan) -> dict[str, list[NameRun]]:
    """The runs of one word, without "the" before them, by that word."""
    found: dict[str, list[NameRun]] = defaultdict(list)
    for run in scan.runs:
        if len(run.words) == 1 and not _behind_the(scan, run):
            found[run.words[0]].append(run)
    return found


def _behind_the(scan: Scan, run: NameRun) -> bool:
    return scan.text.startswith(("the ", "The "), max(0, run.span.start - 4))


def _origin(scan: Scan, run: NameRun) -> Hit | None:
    """The state or body that "of" behind a name gives, or that the person leads ("a Hamas delegation led by ...")."""
    led = _LED_BY.search(scan.text[max(0, run.span.start - _LED_REACH) : run.span.start])
    if led is not None:
        begin = max(0, run.span.start - _LED_REACH) + led.start()
        near = scan.hits_in(max(0, begin - 30), run.span.start)
        bodies = [h for h in near if h.known is not None or h.country is not None]
        return bodies[-1] if bodies else None
    of = _OF.match(scan.text, run.span.end)
    if of is None:
        return None
    hit = scan.hit_over(of.end())
    if hit is None or hit.span.start != of.end():
        return None
    if hit.known is not None or (hit.country is not None and hit.country.how in ("name", "capital")):
        return hit
    return None
