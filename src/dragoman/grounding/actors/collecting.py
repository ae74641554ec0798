"""The rules that turn finds into mentions; the order they are called in decides who gets the words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from rapidfuzz import fuzz

from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.countries import by_alpha3
from dragoman.gazetteers.parties import by_name
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.acronyms import Definition, definitions
from dragoman.grounding.actors.definite import antecedent
from dragoman.grounding.actors.names import SAME_SPELLING
from dragoman.grounding.actors.owned import phrase_actor
from dragoman.grounding.actors.people import Person
from dragoman.grounding.actors.roles import country_role
from dragoman.grounding.actors.scan import AgentHit, Hit, NameRun, Scan
from dragoman.grounding.actors.scores import BY_CONTEXT, DESCRIBED, GUESSED, NAMED, SHORT, TITLED
from dragoman.grounding.actors.titles import around, modifier_start
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, ActorMention, Alternative, Article, Span

# Sectors of institutions that, with no country said, are those of the country the article speaks of.
DOMESTIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# Bare nouns of other sectors ("schools", "companies") name no party worth a mention of its own.
_BARE = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "OPP", "REF", "CVL", "SPY", "CRM", "LEG", "JUD", "GOV", "NGO"})
# Bodies of these kinds are a state's or a group's own, not an organisation with a name of its own.
_STATE_BODIES = DOMESTIC | {"REB", "PRM", "OPP", "UNK", "PTY", "IGO"}
# As many mentions before a definite description are weighed as candidates for what it takes up.
_NEAR = 80
# An office with no country said is that of the state last spoken of within about three sentences.
_OWNER_REACH = 600
# Each acronym is looked up in the whole text; no report defines more.
_MOST_ACRONYMS = 60
# Offices that stand for the place of the news rather than for a state that was spoken of.
_LOCAL = frozenset({"police", "coast-guard", "election-commission", "public-prosecution"})
_DETERMINER = re.compile(r"\b([Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\s$")
_ARTICLE = re.compile(r"\b[Tt]he\s$")


class Collector:
    """Gathers the mentions of one article; earlier rules keep their words from later ones."""

    def __init__(self, article: Article, found: Scan, people: list[Person], country: str | None) -> None:
        self.article, self.scan, self.country = article, found, country
        self.persons = people
        self.text = article.text
        # In order of place, with their starts beside them for look-ups.
        self.mentions: list[ActorMention] = []
        self._starts: list[int] = []
        self._covered = bytearray(len(self.text))
        self._in_title = bytearray(len(self.text))
        for title in (title for person in people for title in person.titles):
            self._in_title[title.span.start : title.span.end] = b"\x01" * (title.span.end - title.span.start)
        self._acronyms: dict[str, Actor] = {}
        self._offices: dict[str, Actor] = {}
        self._phrase_starts: dict[int, int] = {}
        self._run_starts = [run.span.start for run in found.runs]
        self._states = [
            (hit.span.start, hit.country.country.alpha3)
            for hit in found.hits
            if hit.country is not None and country_role(self.text, hit.span, hit.country) is not None
        ]

    # --- the rules, in the order read_parties calls them

    def people(self) -> None:
        """The people, wherever one of their names stands."""
        for person in self.persons:
            default = self._owner_near(person.spans[0][0].start) if person.spans else None
            actor = person.actor(self.article, default)
            for span, _, reason in person.spans:
                score = SHORT if reason.startswith("short") else TITLED if "title" in reason else NAMED
                self._add(span, actor, score, reason)

    def acronyms(self) -> None:
        """Short names the article defines, wherever they stand from then on."""
        for found in islice(definitions(self.text), _MOST_ACRONYMS):
            actor = self._of_definition(found)
            if actor is None:
                continue
            self._acronyms[found.acronym] = actor
            for use in re.finditer(rf"(?<!\w){re.escape(found.acronym)}(?!\w)", self.text):
                span = Span(*use.span())
                if span.start < found.short.start and self.scan.hit_over(span.start) is not None:
                    continue
                self._add(span, actor, TITLED, f"acronym defined in this article for {actor.name}")

    def _of_definition(self, found: Definition) -> Actor | None:
        full = found.full.of(self.text)
        listed = [hit for hit in self.scan.hits_in(found.full.start, found.full.end) if hit.known or hit.user]
        if listed and listed[-1].span.end == found.full.end:
            return self._of_hit(listed[-1])
        party = by_name(found.acronym)
        if party is not None and fuzz.ratio(party.name.lower(), full.lower()) >= SAME_SPELLING:
            actor = identities.organisation(party)
            self._add(found.full, actor, TITLED, f"a spelling of {party.name} beside its acronym {found.acronym}")
            return actor
        if found.named is None:
            return None
        name = found.named.of(self.text).removeprefix("The ")
        kind = agent_of(name.lower())
        within = self.scan.hits_in(found.named.start, found.named.end)
        code = next((hit.country.country.alpha3 for hit in within if hit.country), None)
        actor = identities.named_organisation(name, code, kind.sectors if kind else ())
        self._add(found.named, actor, TITLED, f"named in full beside its acronym {found.acronym}")
        return actor

    def offices(self) -> None:
        """Ministries, police and the like, each with the state whose it is."""
        for hit in self.scan.hits:
            if hit.office is None or self._is_covered(hit.span):
                continue
            if hit.span.of(self.text)[0].isupper() and self._beside_name(hit.span):
                continue
            person = self.scan.agent_over(hit.span.start)
            if person is not None and person.agent.kind == "person" and person.span.end > hit.span.end:
                continue
            self._office(hit)

    def _office(self, hit: Hit) -> None:
        assert hit.office is not None
        start, end, code, part = self._owner(hit.span)
        bare = hit.span.of(self.text)
        if code is None and hit.office.country is not None:
            code, reason, score = hit.office.country, "the office's own name", NAMED
        elif code is not None:
            reason, score = "an office and whose it is", NAMED
        else:
            code, score = self._owner_near(hit.span.start), BY_CONTEXT
            reason = "the country last spoken of as a party; the words do not say whose office"
            if hit.office.office.key in _LOCAL:
                code = self.country
                reason = "the country that the article speaks of; the words do not say whose office"
            if bare.lower() in ("military", "cabinet", "presidency", "navy", "army") and not self._definite(start):
                return
        if part:
            kind = agent_of(bare.lower())
            if kind is not None:
                self._add(
                    Span(start, end),
                    identities.described(kind, code, of=part),
                    DESCRIBED,
                    "an office of a part of the country",
                )
            return
        if code is None:
            reason = "an office; the text does not say whose"
        earlier = self._offices.get(hit.office.office.key) if score == BY_CONTEXT else None
        if earlier is not None:
            self._add(Span(start, end), earlier, SHORT, "the office of that name last spoken of")
            return
        actor = identities.office(hit.office.office, code)
        if actor.kind == "office":
            self._offices[hit.office.office.key] = actor
        self._add(Span(start, end), actor, score, reason)

    def agents(self, *, definite: bool) -> None:
        """Kinds of parties: first those whose owner is said, then (``definite``) "the group" and bare nouns."""
        for hit in self.scan.agents:
            if self._is_covered(hit.span) or any(self._in_title[hit.span.start : hit.span.end]):
                continue
            if self._before_head(hit.span.end):
                continue
            if definite:
                self._bare_agent(hit)
            else:
                self._owned_agent(hit)

    def _before_head(self, end: int) -> bool:
        """Whether the word is a modifier of another kind of party right behind it ("Chief Cabinet Secretary")."""
        if not self.text.startswith(" ", end):
            return False
        office = self.scan.hit_over(end + 1)
        return self.scan.agent_over(end + 1) is not None or (office is not None and office.office is not None)

    def _owned_agent(self, hit: AgentHit) -> None:
        start = self._phrase_starts[hit.span.start] = modifier_start(self.scan, hit.span.start)
        inside = [h for h in self.scan.hits_in(start, hit.span.start) if h.office is None]
        end = hit.span.end
        if inside and self._is_verb(hit, inside[-1]):
            return
        capitals = hit.span.of(self.text)[:1].isupper() and " " not in self.text[max(0, start - 1) : start].strip()
        if capitals and not inside and start < hit.span.start and hit.agent.kind != "person":
            title = around(self.scan, hit)
            name = self.text[start : title.span.end if title.span.start == start else end]
            if name[:1].isupper() and name.split()[0] not in words().not_names:
                code = title.country or self.country
                actor = identities.named_organisation(name, code, hit.agent.sectors)
                self._add(
                    Span(start, start + len(name)), actor, DESCRIBED, "a name that ends in a kind of organisation"
                )
                return
        before = self._run_before(start)
        if capitals and not inside and before is not None and hit.agent.kind == "body" and not hit.plural:
            span = Span(before.span.start, end)
            actor = identities.named_organisation(span.of(self.text), None, hit.agent.sectors)
            self._add(span, actor, DESCRIBED, "a name that ends in a kind of organisation")
            return
        if inside and capitals and self._names_itself(hit):
            # "China Airlines", "The Times Magazine": a name of its own that begins with another's.
            name = self.text[start:end]
            owner = inside[-1].country
            actor = identities.named_organisation(name, owner.country.alpha3 if owner else None, hit.agent.sectors)
            self._add(Span(start, end), actor, DESCRIBED, "a name that ends in a kind of organisation")
            return
        if not inside:
            inside = self._after_of(hit)
            if not inside:
                return
            end = inside[-1].span.end
            if hit.span.of(self.text)[:1].isupper() and self._names_itself(hit):
                # "University of Kentucky"
                name, owner = self.text[start:end], inside[-1].country
                actor = identities.named_organisation(name, owner.country.alpha3 if owner else None, hit.agent.sectors)
                self._add(Span(start, end), actor, DESCRIBED, "a name that begins with a kind of organisation")
                return
        span = Span(self._article_start(start), end)
        actor_reason = phrase_actor(self.scan, hit, inside, self.text[start : hit.span.end], self._before(start))
        if actor_reason is None:
            return
        actor, reason, alternatives = actor_reason
        self._add(span, actor, TITLED if actor.kind != "described" else DESCRIBED, reason, alternatives)

    def _names_itself(self, hit: AgentHit) -> bool:
        return hit.agent.kind == "body" and not hit.plural and not set(hit.agent.sectors) & _STATE_BODIES

    def _is_verb(self, hit: AgentHit, owner: Hit) -> bool:
        """Whether the noun is a verb here: "Ankara accused", "Mali hosts"; after "Malian" or "Mali's" it is none."""
        word = hit.span.of(self.text)
        if word not in words().verbs_too or owner.country is None or owner.country.how == "demonym":
            return False
        return self.text[owner.span.end : hit.span.start].isspace()

    def _bare_agent(self, hit: AgentHit) -> None:
        start = self._phrase_starts[hit.span.start]
        if self.text.startswith("-", hit.span.end):  # "the state-run company"
            return
        if self.text[start].isupper() and self._run_before(start) is not None:  # "Oakland Raiders"
            return
        determiner = _DETERMINER.search(self.text[max(0, start - 6) : start])
        if determiner and not (hit.plural and hit.agent.number == "count"):
            before = self._shortly_before(start)
            found = antecedent(hit.agent, before, self.persons, self.text)
            if found is not None:
                mention, reason = found
                self._add(Span(start - len(determiner[0]), hit.span.end), mention.actor, BY_CONTEXT, reason)
                return
        if hit.agent.kind == "person" and not hit.plural:
            return
        if not set(hit.agent.sectors) & _BARE or hit.agent.word in words().everyday:
            return
        if "-" in self.text[start : hit.span.start] or self.text[start - 1 : start] == "-":
            return
        if hit.agent.sectors[0] in DOMESTIC and hit.agent.kind == "body" and hit.plural and hit.agent.number == "count":
            return
        code, reason = None, "a kind of party; the words do not say whose"
        if hit.agent.sectors[0] in DOMESTIC and hit.agent.kind != "person":
            code = self.country
            if code is not None:
                reason = "a kind of party of the country that the article speaks of"
        actor = identities.described(hit.agent, code, plural=hit.plural)
        if code is not None and hit.agent.word in words().collective_heads:
            actor = identities.state(by_alpha3(code))
        self._add(Span(start, hit.span.end), actor, GUESSED, reason)

    def known(self) -> None:
        """Organisations of the lists, the user's first."""
        for hit in self.scan.hits:
            if (hit.known is None and hit.user is None) or self._is_covered(hit.span):
                continue
            actor = self._of_hit(hit)
            alternatives: tuple[Alternative, ...] = ()
            if hit.known is not None and hit.known.alias.startswith("The "):
                fuller = self._fuller_name(hit.known.alias.removeprefix("The "), hit.span.start)
                if fuller is not None:
                    others = (Alternative(actor.name, 0.3, "bears that name"),)
                    self._add(hit.span, fuller, SHORT, f"short for {fuller.name}, named before", others)
                    continue
            if hit.known is not None:
                alternatives = tuple(Alternative(p.name, 0.2, "bears the same name") for p in hit.known.others)
            reason = "a name of the user's list" if hit.user is not None else "a known name"
            self._add(hit.span, actor, NAMED, reason, alternatives)

    def _fuller_name(self, short: str, offset: int) -> Actor | None:
        """The organisation named before ``offset`` whose name ends in ``short`` ("The Times" after "New York Times")."""
        for mention in reversed(self._shortly_before(offset)):
            if mention.actor.kind == "organisation" and mention.actor.name.removeprefix("The ").endswith(f" {short}"):
                return mention.actor
        return None

    def countries(self) -> None:
        """Names, capitals and seats of states where they act."""
        for hit in self.scan.hits:
            if hit.country is None or self._is_covered(hit.span):
                continue
            if hit.country.how != "metonym" and self._in_title[hit.span.start]:
                continue
            if self._beside_name(hit.span):
                continue
            role = country_role(self.text, hit.span, hit.country)
            if role is None:
                continue
            actor, score, reason = role
            start = self._article_start(hit.span.start) if hit.country.how == "metonym" else hit.span.start
            self._add(Span(start, hit.span.end), actor, score, reason)

    def organisations(self, runs: list[NameRun]) -> None:
        """Lone words that the article defined as acronyms."""
        for run in runs:
            if self._is_covered(run.span) or len(run.words) != 1:
                continue
            actor = self._acronyms.get(run.words[0])
            if actor is not None:
                self._add(run.span, actor, TITLED, "acronym defined in this article")

    # --- what the rules share

    def _beside_name(self, span: Span) -> bool:
        """Whether the word is a part of a longer name that no list has ("Bank of America")."""
        text = self.text
        if (
            text[max(0, span.start - 4) : span.start] == " of "
            and text[max(0, span.start - 24) : span.start - 4].rpartition(" ")[2][:1].isupper()
        ):
            return True
        return any(run.span.end + 1 == span.start or run.span.start == span.end + 1 for run in self._runs_near(span))

    def _run_before(self, start: int) -> NameRun | None:
        at = bisect_left(self._run_starts, start) - 1
        if at >= 0 and self.scan.runs[at].span.end + 1 == start and self.text[start - 1] == " ":
            return self.scan.runs[at]
        return None

    def _runs_near(self, span: Span) -> Sequence[NameRun]:
        at = bisect_left(self._run_starts, span.start - 60)
        return self.scan.runs[at : bisect_left(self._run_starts, span.end + 2)]

    def _owner(self, span: Span) -> tuple[int, int, str | None, str | None]:
        """Whose an office is: ``(start, end, country, part)`` with the words for the owner taken in."""
        start = modifier_start(self.scan, span.start)
        inside = [hit.country for hit in self.scan.hits_in(start, span.start) if hit.country]
        end = span.end
        if not inside:
            after = re.match(r"\s(?:of|in)\s(?:the\s)?", self.text[end : end + 9])
            if after:
                hit = self.scan.hit_over(end + after.end())
                if hit is not None and hit.country is not None and hit.country.how in ("name", "capital"):
                    inside, end = [hit.country], hit.span.end
        if not inside:
            return self._article_start(span.start), end, None, None
        part = None
        if inside[-1].part:
            part = self.text[start : span.start].strip().removesuffix("'s").removesuffix("’s")
        return self._article_start(start), end, inside[-1].country.alpha3, part

    def _after_of(self, hit: AgentHit) -> list[Hit]:
        after = re.match(r"\s(?:of|in|from)\s(?:the\s)?", self.text[hit.span.end : hit.span.end + 11])
        if not after:
            return []
        found = self.scan.hit_over(hit.span.end + after.end())
        if found is None or found.office is not None:
            return []
        if found.country is not None and found.country.how == "demonym":
            return []
        # "troops in Syria" says where they are, not whose they are.
        if after[0].strip().startswith("in") and set(hit.agent.sectors) & {"MIL", "IGO", "UNO"}:
            return []
        return [found]

    def _shortly_before(self, offset: int) -> list[ActorMention]:
        at = bisect_left(self._starts, offset)
        return self.mentions[max(0, at - _NEAR) : at]

    def _of_hit(self, hit: Hit) -> Actor:
        if hit.user is not None:
            return hit.user.on(self.article.published)
        assert hit.known is not None
        defined = self._acronyms.get(hit.known.alias)
        return defined or identities.organisation(hit.known.party)

    def _owner_near(self, offset: int) -> str | None:
        """The state last spoken of as a party shortly before ``offset``, else the article's country."""
        at = bisect_left(self._states, (offset, ""))
        if at and offset - self._states[at - 1][0] <= _OWNER_REACH:
            return self._states[at - 1][1]
        return self.country

    def _before(self, offset: int) -> str:
        return self.text[max(0, offset - 30) : offset]

    def _definite(self, start: int) -> bool:
        return self.text[start : start + 4].lower() == "the " or self._before(start).lower().endswith("the ")

    def _article_start(self, start: int) -> int:
        found = _ARTICLE.search(self.text[max(0, start - 5) : start])
        return start - len(found[0]) if found else start

    def _is_covered(self, span: Span) -> bool:
        return any(self._covered[span.start : span.end])

    def _add(
        self, span: Span, actor: Actor, score: float, reason: str, alternatives: tuple[Alternative, ...] = ()
    ) -> None:
        if self._is_covered(span):
            return
        self._covered[span.start : span.end] = b"\x01" * (span.end - span.start)
        at = bisect_left(self._starts, span.start)
        self._starts.insert(at, span.start)
        self.mentions.insert(at, ActorMention(span, span.of(self.text), actor, score, reason, alternatives))
