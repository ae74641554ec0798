"""What the rules share that turn finds into mentions: which words are taken, and what stands near."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, islice

from rapidfuzz import fuzz

from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.parties import by_name
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.acronyms import Definition, definitions, understood
from dragoman.grounding.actors.chapters import chapter
from dragoman.grounding.actors.focus import Focus, Near
from dragoman.grounding.actors.names import SAME_SPELLING
from dragoman.grounding.actors.people import Person
from dragoman.grounding.actors.peoples import halves, people_within
from dragoman.grounding.actors.roles import country_role
from dragoman.grounding.actors.scan import Hit, NameRun, Scan
from dragoman.grounding.actors.scores import DESCRIBED, NAMED, SHORT, TITLED
from dragoman.records import Actor, ActorMention, Alternative, Article, Span

# As many mentions before a definite description are weighed as candidates for what it takes up.
_NEAR = 80
# Each acronym is looked up in the whole text; no report defines more.
MOST_ACRONYMS = 60
# Parties of these kinds are called by several names that end alike ("Workers' Party", "National Congress").
_LONGER_NAMES = frozenset({"party", "civil", "national", "company"})
# An office stays the one last spoken of for about a page of news, if no other state comes between.
_SAME_STORY = 1500
_ARTICLE = re.compile(r"\b[Tt]he\s$")
# "its soldiers", "its foreign ministry": whoever's "its" is
_POSSESSIVE = re.compile(r"\b(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y)\s$")


def opens_sentence(text: str, start: int) -> bool:
    """Whether nothing but a blank, a full stop or a quotation mark stands right before ``start``."""
    return text[max(0, start - 2) : start].strip() in ("", ".", "”", '"', "“")


class Collector:
    """Gathers the mentions of one article; earlier rules keep their words from later ones."""

    def __init__(self, article: Article, found: Scan, people: list[Person], focus: Focus) -> None:
        self.article, self.scan = article, found
        self.country, self.strong = focus.country, focus.strong
        self.persons = people
        self.text = article.text
        # In order of place, with their starts beside them for look-ups.
        self.mentions: list[ActorMention] = []
        self._starts: list[int] = []
        # Organisations named inside a longer phrase ("inspectors of the IAEA"): no mentions, but taken up as such.
        self._inner: list[ActorMention] = []
        self._covered = bytearray(len(self.text))
        self._in_title = bytearray(len(self.text))
        for title in (title for person in people for title in person.titles):
            self._in_title[title.span.start : title.span.end] = b"\x01" * (title.span.end - title.span.start)
        self._acronyms: dict[str, Actor] = {}
        self._run_starts = [run.span.start for run in found.runs]
        self.near = Near(found)

    # --- the rules for names; those for offices, kinds of parties and firms are in rooms of their own

    def people(self) -> None:
        """The people, wherever one of their names stands."""
        for person in self.persons:
            default = self.owner_near(person.spans[0][0].start) if person.spans else None
            actor = person.actor(self.article, default, self.country if self.strong else None)
            for span, _, reason in person.spans:
                score = SHORT if reason.startswith("short") else TITLED if "title" in reason else NAMED
                self.add(span, actor, score, reason)

    def acronyms(self) -> None:
        """Short names the article defines, wherever they stand from then on."""
        for found in islice(chain(definitions(self.text), understood(self.text)), MOST_ACRONYMS):
            if found.acronym in self._acronyms:
                continue
            actor = self._of_definition(found)
            if actor is None:
                continue
            self._acronyms[found.acronym] = actor
            for use in re.finditer(rf"(?<!\w){re.escape(found.acronym)}(?!\w)", self.text):
                span = Span(*use.span())
                if span.start < found.short.start and self.scan.hit_over(span.start) is not None:
                    continue
                self.add(span, actor, TITLED, f"acronym defined in this article for {actor.name}")

    def _of_definition(self, found: Definition) -> Actor | None:
        full = found.full.of(self.text)
        listed = [hit for hit in self.scan.hits_in(found.full.start, found.full.end) if hit.known or hit.user]
        if listed and listed[-1].span.end == found.full.end:
            return self.of_hit(listed[-1])
        party = by_name(found.acronym)
        if party is not None and fuzz.ratio(party.name.lower(), full.lower()) >= SAME_SPELLING:
            actor = identities.organisation(party)
            self.add(found.full, actor, TITLED, f"a spelling of {party.name} beside its acronym {found.acronym}")
            return actor
        if found.named is None:
            return None
        name = found.named.of(self.text).removeprefix("The ")
        kind = agent_of(name.lower())
        within = self.scan.hits_in(found.named.start, found.named.end)
        code = next((hit.country.country.alpha3 for hit in within if hit.country), None)
        actor = identities.named_organisation(name, code, kind.sectors if kind else ())
        self.add(found.named, actor, TITLED, f"named in full beside its acronym {found.acronym}")
        return actor

    def known(self) -> None:
        """Organisations of the lists, the user's first."""
        for hit in self.scan.hits:
            if (hit.known is None and hit.user is None) or self.is_covered(hit.span):
                continue
            if self._longer_name(hit):
                continue
            actor = self.of_hit(hit)
            alternatives: tuple[Alternative, ...] = ()
            if hit.known is not None and hit.known.alias.startswith("The "):
                fuller = self._fuller_name(hit.known.alias.removeprefix("The "), hit.span.start)
                if fuller is not None:
                    others = (Alternative(actor.name, 0.3, "bears that name"),)
                    self.add(hit.span, fuller, SHORT, f"short for {fuller.name}, named before", others)
                    continue
            if hit.known is not None:
                alternatives = tuple(Alternative(p.name, 0.2, "bears the same name") for p in hit.known.others)
            reason = "a name of the user's list" if hit.user is not None else "a known name"
            self.add(hit.span, actor, NAMED, reason, alternatives)

    def _longer_name(self, hit: Hit) -> bool:
        """Takes "Polish United Workers' Party" as a name of its own, not as the listed "Workers' Party"."""
        if hit.known is None or " " not in hit.known.alias:
            return False
        run = self.run_before(hit.span.start)
        if hit.known.party.kind == "international":
            return run is not None and self._higher(run, hit)
        if hit.known.party.kind not in _LONGER_NAMES:
            return False
        before = self.scan.hit_over((run.span.start if run else hit.span.start) - 2)
        if before is None or before.country is None or before.country.how != "demonym":
            return False
        code = before.country.country.alpha3
        if before.span.end + 1 != (run.span.start if run else hit.span.start) or code == hit.known.party.country:
            return False
        span = Span(before.span.start, hit.span.end)
        actor = identities.named_organisation(span.of(self.text), code, hit.known.party.sectors)
        others = (Alternative(hit.known.party.name, 0.2, "ends alike"),)
        self.add(span, actor, TITLED, "a longer name that ends like a known one", others)
        return True

    def _higher(self, run: NameRun, hit: Hit) -> bool:
        """Takes "Algeria's High Security Council" as a body of its own, not as the listed "Security Council"."""
        start = run.span.start
        if len(run.words) > 1 or opens_sentence(self.text, start):
            return False
        owner = self.scan.hit_over(start - 4) if self.text[start - 3 : start] in ("'s ", "’s ") else None
        code = owner.country.country.alpha3 if owner is not None and owner.country is not None else None
        span = Span(start, hit.span.end)
        actor = identities.named_organisation(span.of(self.text), code, ("GOV",) if code else ())
        self.add(span, actor, TITLED, "a longer name that ends like a known one")
        return True

    def _fuller_name(self, short: str, offset: int) -> Actor | None:
        """The organisation named before ``offset`` whose name ends in ``short`` ("The Times" after "New York Times")."""
        for mention in reversed(self.shortly_before(offset)):
            if mention.actor.kind == "organisation" and mention.actor.name.removeprefix("The ").endswith(f" {short}"):
                return mention.actor
        return None

    def countries(self) -> None:
        """Names, capitals and seats of states where they act."""
        for hit in self.scan.hits:
            if hit.country is None or self.is_covered(hit.span):
                continue
            if hit.country.how != "metonym" and self._in_title[hit.span.start]:
                continue
            if self.beside_name(hit.span) or self._outlet(hit):
                continue
            both = halves(self.scan, hit)
            if both is not None:
                self.add(Span(hit.span.start - both[0], hit.span.end), both[1], DESCRIBED, "two states together")
                continue
            ethnic = people_within(self.scan, hit)
            if ethnic is not None:
                before = self.scan.hit_over(hit.span.start - 2)
                start = before.span.start if before is not None else hit.span.start
                self.add(Span(start, hit.span.end), ethnic, DESCRIBED, "a people inside another state")
                continue
            role = country_role(self.text, hit.span, hit.country)
            if role is None:
                continue
            actor, score, reason = role
            start = self.article_start(hit.span.start) if hit.country.how == "metonym" else hit.span.start
            self.add(Span(start, hit.span.end), actor, score, reason)

    def _outlet(self, hit: Hit) -> bool:
        """Takes "Radio Moscow" or "Bank Indonesia" as the name of a body, not as the government."""
        start = hit.span.start
        kind = self.scan.agent_over(start - 2) if start > 1 and self.text[start - 1] == " " else None
        if (
            kind is None
            or kind.span.end + 1 != start
            or kind.agent.kind != "body"
            or kind.plural
            or hit.country is None
        ):
            return False
        if not kind.span.of(self.text)[:1].isupper() or hit.country.how not in ("capital", "name"):
            return False
        span = Span(kind.span.start, hit.span.end)
        actor = identities.named_organisation(span.of(self.text), hit.country.country.alpha3, kind.agent.sectors)
        self.add(span, actor, TITLED, "a kind of body and a place make a name")
        return True

    # --- what the rules share

    def beside_name(self, span: Span) -> bool:
        """Whether the word is a part of a longer name that no list has ("Bank of America")."""
        text = self.text
        if (
            text[max(0, span.start - 4) : span.start] == " of "
            and text[max(0, span.start - 24) : span.start - 4].rpartition(" ")[2][:1].isupper()
        ):
            return True
        return any(run.span.end + 1 == span.start or run.span.start == span.end + 1 for run in self._runs_near(span))

    def run_before(self, start: int) -> NameRun | None:
        """The name run that ends one blank before ``start``."""
        at = bisect_left(self._run_starts, start) - 1
        if at >= 0 and self.scan.runs[at].span.end + 1 == start and self.text[start - 1] == " ":
            return self.scan.runs[at]
        return None

    def _runs_near(self, span: Span) -> Sequence[NameRun]:
        at = bisect_left(self._run_starts, span.start - 60)
        return self.scan.runs[at : bisect_left(self._run_starts, span.end + 2)]

    def shortly_before(self, offset: int) -> list[ActorMention]:
        """The last mentions that begin before ``offset``, in order of the text."""
        at = bisect_left(self._starts, offset)
        inner = [m for m in self._inner[-_NEAR:] if m.span.end <= offset]
        return sorted([*self.mentions[max(0, at - _NEAR) : at], *inner], key=lambda m: m.span)

    def name_inside(self, hit: Hit) -> None:
        """Remembers an organisation that is named as the owner in a longer phrase."""
        if hit.known is not None or hit.user is not None:
            words = hit.span.of(self.text)
            self._inner.append(ActorMention(hit.span, words, self.of_hit(hit), TITLED, "named in a longer phrase"))

    def defined_as(self, acronym: str) -> Actor | None:
        """Whom the article defines the acronym for."""
        return self._acronyms.get(acronym)

    def of_hit(self, hit: Hit) -> Actor:
        """The organisation of a list."""
        if hit.user is not None:
            return hit.user.on(self.article.published)
        assert hit.known is not None
        defined = self._acronyms.get(hit.known.alias)
        return defined or chapter(self.text, hit, self.country) or identities.organisation(hit.known.party)

    def owner_near(self, offset: int) -> str | None:
        """Whose an office is that the words do not say: the article's country if its sentence names no other before,
        else the only one named close before.
        """
        if self.country is not None:
            return self.country if self.near.named_before(offset) <= {self.country} else None
        return self.near.only(offset)

    def only_speaks_of(self, country: str | None, start: int, end: int) -> bool:
        """Whether ``[start, end)`` is short and names no other state."""
        if end - start > _SAME_STORY:
            return False
        return all(
            hit.country is None or hit.country.country.alpha3 == country for hit in self.scan.hits_in(start, end)
        )

    def before(self, offset: int) -> str:
        """A few words before ``offset``."""
        return self.text[max(0, offset - 30) : offset]

    def is_possessed(self, start: int) -> bool:
        """Whether "its", "their" or the like stands right before ``start``."""
        return _POSSESSIVE.search(self.before(start)) is not None

    def article_start(self, start: int) -> int:
        """``start``, moved before a leading "the"."""
        found = _ARTICLE.search(self.text[max(0, start - 5) : start])
        return start - len(found[0]) if found else start

    def is_covered(self, span: Span) -> bool:
        """Whether an earlier rule has any of the words."""
        return any(self._covered[span.start : span.end])

    def in_title(self, span: Span) -> bool:
        """Whether any of the words belong to a person's title."""
        return any(self._in_title[span.start : span.end])

    def add(
        self, span: Span, actor: Actor, score: float, reason: str, alternatives: tuple[Alternative, ...] = ()
    ) -> None:
        """Takes the words for ``actor``, unless an earlier rule has them."""
        if self.is_covered(span):
            return
        self._covered[span.start : span.end] = b"\x01" * (span.end - span.start)
        at = bisect_left(self._starts, span.start)
        self._starts.insert(at, span.start)
        self.mentions.insert(at, ActorMention(span, span.of(self.text), actor, score, reason, alternatives))
