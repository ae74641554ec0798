"""One pass over a text: the words that name countries, organisations, offices, kinds of parties, and people."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.codebook.words import words as codebook_words
from dragoman.gazetteers.agents import Agent, all_agents
from dragoman.gazetteers.countries import CountryMatch, by_alpha3, find_countries
from dragoman.gazetteers.countries import match as match_of
from dragoman.gazetteers.countries.lookup import index
from dragoman.gazetteers.parties import KnownMention, find_known
from dragoman.gazetteers.phrases import PhraseIndex, word_starts
from dragoman.grounding.actors.imported import ImportedActor, ImportedActors
from dragoman.grounding.actors.words import OfficePhrase, given_names, office_index, words
from dragoman.records import Span

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_WORD = rf"(?:(?:al|el|Al|El|ash|as|an|ar|at|ul|ad|az)-)?[{_UPPER}](?:[\w’'-]*\w)?\.?"
_PARTICLE = r"(?:al|el|bin|bint|ibn|ben|de|del|della|di|da|dos|das|du|la|van|von|der|den|ter|zu|af|abu|ul|ur|e|y)"
RUN = re.compile(rf"(?<![\w-]){_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_WORD})*")


@dataclass(frozen=True, slots=True)
class AgentHit:
    """A noun for a kind of party, and where it stands."""

    span: Span
    agent: Agent
    plural: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of the lists: exactly one of the four is set."""

    span: Span
    known: KnownMention | None = None
    country: CountryMatch | None = None
    office: OfficePhrase | None = None
    user: ImportedActor | None = None


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words that no list explains; ``titled`` where an honorific stands before them."""

    span: Span
    words: tuple[str, ...]
    titled: str | None


@dataclass(frozen=True, slots=True)
class Scan:
    """All finds of one text, each kind in order of its place."""

    text: str
    hits: tuple[Hit, ...]
    agents: tuple[AgentHit, ...]
    runs: tuple[NameRun, ...]
    hit_starts: tuple[int, ...]
    agent_starts: tuple[int, ...]

    def hits_in(self, start: int, end: int) -> Sequence[Hit]:
        """The finds that begin in ``[start, end)``."""
        return self.hits[bisect_left(self.hit_starts, start) : bisect_left(self.hit_starts, end)]

    def agents_in(self, start: int, end: int) -> Sequence[AgentHit]:
        """The agent words that begin in ``[start, end)``."""
        return self.agents[bisect_left(self.agent_starts, start) : bisect_left(self.agent_starts, end)]

    def hit_over(self, offset: int) -> Hit | None:
        """The find that covers the character ``offset``."""
        at = bisect_right(self.hit_starts, offset) - 1
        return self.hits[at] if at >= 0 and offset < self.hits[at].span.end else None

    def agent_over(self, offset: int) -> AgentHit | None:
        """The agent word that covers the character ``offset``."""
        at = bisect_right(self.agent_starts, offset) - 1
        return self.agents[at] if at >= 0 and offset < self.agents[at].span.end else None


@cache
def _agent_index() -> PhraseIndex[tuple[Agent, bool]]:
    entries: list[tuple[str, tuple[Agent, bool]]] = []
    for agent in all_agents():
        for written, plural in ((agent.word, agent.number == "plural"), (agent.plural, True)):
            for cased in dict.fromkeys((written, written[:1].upper() + written[1:], _title_case(written))):
                entries.append((cased, (agent, plural)))  # noqa: PERF401 — three loops deep reads better so
    return PhraseIndex(entries)


def _title_case(written: str) -> str:
    small = {"of", "in", "for", "the", "and", "to"}
    return " ".join(w if w in small else w[:1].upper() + w[1:] for w in written.split())


def scan(text: str, year: int | None, user_lists: Sequence[ImportedActors] = ()) -> Scan:
    """All that the lists and the letter case of ``text`` show."""
    starts = word_starts(text)
    hits: list[Hit] = []
    for imported in user_lists:
        hits.extend(Hit(span, user=found) for span, _, found in imported.index().find(text, starts))
    taken = _Taken(hits)
    # Longer explanations first where two lists claim the same words.
    found = [Hit(m.span, known=m) for m in find_known(text, year, starts)]
    found += [Hit(span, office=phrase) for span, _, phrase in office_index().find(text, starts)]
    found += [
        Hit(span, country=_which_georgia(text, span.of(text), _of_its_time(span.of(text), match, year)))
        for span, match in find_countries(text, starts)
        if not _in_double_name(text, span, match)
    ]
    for hit in sorted(found, key=lambda h: (-(h.span.end - h.span.start), h.span.start)):
        if taken.free(hit.span) and not _inside_name(text, hit):
            taken.take(hit.span)
            hits.append(hit)
    hits.sort(key=lambda h: h.span)
    hits = _of_the_same_people(text, hits)
    discards = tuple(hit.span for hit in hits if hit.user is not None and hit.user.discard)
    hits = [hit for hit in hits if hit.user is None or not hit.user.discard]
    solid = _Taken([hit for hit in hits if hit.office is None])
    agents = []
    for span, _, (agent, plural) in _agent_index().find(text, starts):
        if any(span.overlaps(d) for d in discards) or (agent.word == "accused" and not _AN.search(text, 0, span.start)):
            continue
        if solid.free(span):
            agents.append(AgentHit(span, agent, plural))
        elif (rest := _behind_hit(text, span, solid)) is not None:
            agents.append(rest)
    runs = _runs(text, hits, agents)
    return Scan(
        text,
        tuple(hits),
        tuple(agents),
        runs,
        tuple(hit.span.start for hit in hits),
        tuple(hit.span.start for hit in agents),
    )


# "Athens-Clarke": a county in America, and no Greek town
_SECOND = re.compile(r"-([A-ZÀ-Þ][a-zà-ÿ]+)\b")


def _in_double_name(text: str, span: Span, match: CountryMatch) -> bool:
    """Whether a capital's name only begins a longer one with a hyphen, whose other half is no country."""
    second = _SECOND.match(text, span.end) if match.how == "capital" else None
    return second is not None and match_of(second[1]) is None


# "the accused", "both accused": elsewhere the word is a verb
_AN = re.compile(r"\b(?:[Tt]he|[Aa]n|[Aa]ll|[Bb]oth|[Ee]ach|[Oo]ne|two|three|four|other|co-)\s?$")


def _of_its_time(written: str, match: CountryMatch, year: int | None) -> CountryMatch:
    """The state that bore the name in ``year``: Moscow was the Soviet government's seat in 1962."""
    country = match.country
    if year is None or (
        (country.first is None or country.first <= year) and (country.last is None or year <= country.last)
    ):
        return match
    for other in index().exact(written):
        first, last = other.country.first, other.country.last
        if first is not None and last is not None and first <= year < last:
            return other
    return match


# What an article says of the state in the Caucasus, and what one about the American state does.
_CAUCASUS = re.compile(
    r"\b(?:Georgians?\b(?! Bay)|Tbilisi|Abkhaz\w*|Ossetia\w*|Caucasus|Russians?|Armenia|Azerbaijan|Batumi)\b"
)
_AMERICAN = re.compile(
    r"\b(?:Atlanta|Savannah|Augusta|Ga\.|Republicans?|Democrats?|Rep\.|Sen\.|U\.S\.|United States|County|sheriff|Alabama|Florida|Carolina|Tennessee)"
)


def _which_georgia(text: str, written: str, match: CountryMatch) -> CountryMatch:
    """The American state for "Georgia" in an article that speaks of the United States and not of the Caucasus."""
    if written != "Georgia" or _CAUCASUS.search(text) or not _AMERICAN.search(text):
        return match
    return CountryMatch(by_alpha3("USA"), "name", part=True)


def _of_the_same_people(text: str, hits: list[Hit]) -> list[Hit]:
    """``hits`` with "Serb" read as "Bosnian Serb" where the text has those words and does not name the other state."""
    parts = {
        h.span.of(text).split()[-1].removesuffix("s"): h
        for h in hits
        if h.country and h.country.part and " " in h.span.of(text)
    }
    named = {h.country.country.alpha3 for h in hits if h.country is not None and h.country.how != "demonym"}
    out = []
    for hit in hits:
        whole = parts.get(hit.span.of(text).removesuffix("s")) if hit.country and hit.country.how == "demonym" else None
        if whole is None or whole.country is None or hit.country is None or hit.country.country.alpha3 in named:
            out.append(hit)
        else:
            out.append(Hit(hit.span, country=CountryMatch(whole.country.country, "demonym", part=True)))
    return out


def _behind_hit(text: str, span: Span, solid: _Taken) -> AgentHit | None:
    """The shorter compound behind a name that begins the longer one ("UN envoy": the envoy)."""
    for at in range(span.start + 1, span.end):
        if text[at - 1] == " " and solid.free(Span(at, span.end)):
            for agent, plural in _agent_index().exact(text[at : span.end]):
                return AgentHit(Span(at, span.end), agent, plural)
    return None


class _Taken:
    """Stretches of text that are already explained."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._spans = sorted(hit.span for hit in hits)

    def free(self, span: Span) -> bool:
        at = bisect_left(self._spans, (span.end, span.end))
        return at == 0 or self._spans[at - 1].end <= span.start

    def take(self, span: Span) -> None:
        self._spans.insert(bisect_left(self._spans, span), span)


def _inside_name(text: str, hit: Hit) -> bool:
    """Whether a country's or organisation's word is a surname here ("Michael Jordan")."""
    word = hit.span.of(text)
    if " " in word or hit.office is not None or word.isupper():
        return False
    before = text[max(0, hit.span.start - 24) : hit.span.start]
    if not before.endswith(" "):
        return False
    given = before.rstrip().rpartition(" ")[2]
    # "Georgian Dream" is no surname; a demonym seldom is.
    return given in given_names() and (hit.country is None or hit.country.how in ("name", "capital"))


class _Runs:
    """Builds name runs word by word."""

    def __init__(self) -> None:
        self.done: list[NameRun] = []
        self.current: list[tuple[int, int, str]] = []
        self.titled: str | None = None

    def close(self, titled: str | None = None) -> None:
        """Ends the run; ``titled`` is the honorific that begins the next one."""
        while self.current and self.current[-1][2].islower() and self.current[-1][2] in words().particles:
            self.current.pop()
        if self.current:
            span = Span(self.current[0][0], self.current[-1][1])
            self.done.append(NameRun(span, tuple(word for _, _, word in self.current), self.titled))
            self.current = []
        self.titled = titled


def _runs(text: str, hits: Sequence[Hit], agents: Sequence[AgentHit]) -> tuple[NameRun, ...]:
    lists, given = words(), given_names()
    mask = bytearray(len(text))
    for span in [hit.span for hit in hits] + [hit.span for hit in agents]:
        mask[span.start : span.end] = b"\x01" * (span.end - span.start)
    surnames = _surnames(text)
    runs = _Runs()
    for run in RUN.finditer(text):
        position = run.start()
        if run[0] in lists.not_names:  # most sentences begin so: no need to look closer
            continue
        for piece in _SPACE.split(run[0]):
            start, position = position, position + len(piece)
            if not piece.strip():
                continue
            word, end, ends_here = _bare_word(piece, position)
            last = runs.current[-1][2] if runs.current else ""
            after_given = last in given or len(last.rstrip(".")) == 1
            if word in lists.honorifics and not after_given:
                runs.close(titled=word)
            elif (mask[start] and word not in surnames and not (after_given and not _listed_there(hits, start))) or (
                word in lists.not_names and not after_given and runs.titled is None
            ):
                runs.close()
            elif runs.current or not (word.islower() and word in lists.particles):
                runs.current.append((start, end, word))
                if ends_here:
                    runs.close()
        runs.close()
    return tuple(runs.done)


_SURNAMES_TOO = codebook_words("surnames_too")
# only words of the list are looked for, which is far quicker than to look at every pair of capitalised words
_LAST_WORD = re.compile(
    rf"\b([A-ZÀ-Þ][a-zà-ÿ]+)\s({'|'.join(sorted(w.capitalize() for w in _SURNAMES_TOO))})\b(?!\s[A-ZÀ-Þ])"
)


def _surnames(text: str) -> frozenset[str]:
    """Words for a kind of party that end a person's name in this text ("Zabihullah Mujahid … Mujahid said")."""
    lists = words()
    return frozenset(
        found[2]
        for found in _LAST_WORD.finditer(text)
        if found[1] not in lists.not_names and found[1] not in lists.place_words
    )


_SPACE = re.compile(r"([ \u00a0])")


def _bare_word(piece: str, end: int) -> tuple[str, int, bool]:
    """A word without possessive ending and full stop, where it then ends, and whether a name ends with it."""
    if piece.endswith(("'s", "’s")):
        return piece[:-2], end - 2, True
    # "J." and "Gen." keep their stop, "Smith." ends a sentence.
    if piece.endswith(".") and len(piece) > 2 and piece not in words().honorifics and piece.count(".") == 1:
        return piece[:-1], end - 1, True
    return piece, end, False


def _listed_there(hits: Sequence[Hit], start: int) -> bool:
    return any(hit.span.start <= start < hit.span.end for hit in hits if hit.known or hit.user)
