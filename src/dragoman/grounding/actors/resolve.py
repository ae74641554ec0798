"""All parties an article names, each with the identity it has there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.countries import CountryMatch, by_alpha3
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.definite import antecedent
from dragoman.grounding.actors.imported import ImportedActors
from dragoman.grounding.actors.people import Person, find_people
from dragoman.grounding.actors.scan import AgentHit, Hit, NameRun, Scan, scan
from dragoman.grounding.actors.titles import around, modifier_start
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, ActorMention, Alternative, Article, Parse, Span

# How sure each kind of evidence makes a reading; read off hand counts, to be replaced by measured ones.
NAMED, TITLED, SHORT, BY_CONTEXT, DESCRIBED, GUESSED = 0.97, 0.9, 0.88, 0.6, 0.7, 0.5

# Sectors of institutions that, with no country said, are those of the country the article speaks of.
DOMESTIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# Bare nouns of other sectors ("schools", "companies") name no party worth a mention of its own.
_BARE = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "OPP", "REF", "CVL", "SPY", "CRM", "LEG", "JUD", "GOV", "NGO"})
# Bodies of these kinds are a state's or a group's own, not an organisation with a name of its own.
_STATE_BODIES = DOMESTIC | {"REB", "PRM", "OPP", "UNK", "PTY", "IGO"}
# Offices that stand for the place of the news rather than for a state that was spoken of.
_LOCAL = frozenset({"police", "coast-guard", "election-commission", "embassy", "public-prosecution"})
_ACRONYM = re.compile(
    r"((?:[A-ZÀ-Þ][\w’'-]*[ ](?:of |for |and |the |de |on |in |to |&[ ]){0,2}){1,8}[A-ZÀ-Þ][\w’'-]*),?[ ]?"
    r"\((?:the )?([A-Z][A-Za-z-]{1,8})\)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article read for its parties: the scan, its people, and the countries it speaks of."""

    article: Article
    scan: Scan
    people: tuple[Person, ...]
    mentions: tuple[ActorMention, ...]
    focus: tuple[tuple[int, str], ...]

    def country_near(self, offset: int) -> str | None:
        """The country that the article speaks of, if there is one."""
        return country_near(self.focus, offset)


def find_actors(
    article: Article, parse: Parse | None = None, *, user_lists: Sequence[ImportedActors] = ()
) -> list[ActorMention]:
    """The parties that ``article`` names, in order of their place; user lists come before the built-in ones.

    Works on the text alone; ``parse`` is accepted for the shape of the stage and not needed.
    """
    return list(read_parties(article, user_lists=user_lists).mentions)


def read_parties(article: Article, *, user_lists: Sequence[ImportedActors] = ()) -> Reading:
    """The full reading behind ``find_actors``, for callers that also ground phrases."""
    published = article.published
    year = int(published[:4]) if published and published[:4].isdigit() else None
    found = scan(article.text, year, user_lists)
    people, runs = find_people(found, year)
    focus = tuple((hit.span.start, hit.country.country.alpha3) for hit in found.hits if hit.country is not None)
    collector = _Collector(article, found, people, focus)
    collector.people()
    collector.acronyms()
    collector.offices()
    collector.agents(definite=False)
    collector.known()
    collector.countries()
    collector.organisations(runs)
    collector.agents(definite=True)
    mentions = sorted(collector.mentions, key=lambda m: (m.span.start, -m.span.end))
    return Reading(article, found, tuple(people), tuple(mentions), focus)


def country_near(focus: tuple[tuple[int, str], ...], offset: int) -> str | None:
    """See ``Reading.country_near``. A country must be named twice and make half of all that are named."""
    del offset  # the whole article says what it is about; kept for readings that will weigh distance
    counts = Counter(code for _, code in focus)
    if not counts:
        return None
    code, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return code if most >= _FOCUS_COUNT and most >= _FOCUS_SHARE * len(focus) else None


# Below these an article speaks of several countries, and "police" may be anybody's.
_FOCUS_COUNT, _FOCUS_SHARE = 2, 0.5
# An office with no country said is that of the state last spoken of within about three sentences.
_OWNER_REACH = 600


class _Collector:
    """Gathers the mentions of one article; earlier rules keep their words from later ones."""

    def __init__(self, article: Article, found: Scan, people: list[Person], focus: tuple[tuple[int, str], ...]) -> None:
        self.article, self.scan, self.focus = article, found, focus
        self.persons = people
        self.text = article.text
        self.mentions: list[ActorMention] = []
        self._covered = bytearray(len(self.text))
        self._in_title = bytearray(len(self.text))
        for title in (title for person in people for title in person.titles):
            self._in_title[title.span.start : title.span.end] = b"\x01" * (title.span.end - title.span.start)
        self._acronyms: dict[str, Actor] = {}
        self._run_starts = [run.span.start for run in found.runs]
        self._states = [
            (hit.span.start, hit.country.country.alpha3)
            for hit in found.hits
            if hit.country is not None and self._country_role(hit.span, hit.country) is not None
        ]

    # --- the rules, in the order read_parties calls them

    def people(self) -> None:
        for person in self.persons:
            default = self._owner_near(person.spans[0][0].start) if person.spans else None
            actor = person.actor(self.article, default)
            for span, _, reason in person.spans:
                score = SHORT if reason.startswith("short") else TITLED if "title" in reason else NAMED
                self._add(span, actor, score, reason)

    def acronyms(self) -> None:
        if "(" not in self.text:
            return
        for found in _ACRONYM.finditer(self.text):
            full, short = found[1], found[2]
            full_span, short_span = Span(*found.span(1)), Span(*found.span(2))
            known = [hit for hit in self.scan.hits_in(full_span.start, full_span.end) if hit.known or hit.user]
            actor: Actor | None = None
            if known and known[-1].span.end == full_span.end:
                actor = self._of_hit(known[-1])
            elif _initials(full, short):
                words_in = _tail_for(full, short)
                start = full_span.end - len(words_in)
                full_span = Span(start, full_span.end)
                kind = agent_of(words_in.lower())
                code = next(
                    (h.country.country.alpha3 for h in self.scan.hits_in(start, full_span.end) if h.country), None
                )
                actor = identities.named_organisation(
                    words_in.removeprefix("The ").removeprefix("the "), code, kind.sectors if kind else ()
                )
                self._add(full_span, actor, TITLED, f"named in full beside its acronym {short}")
            if actor is None:
                continue
            self._acronyms[short] = actor
            for use in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", self.text):
                span = Span(*use.span())
                listed = self.scan.hit_over(span.start)
                if use.start() < short_span.start and listed is not None:
                    continue
                self._add(span, actor, TITLED, f"acronym defined in this article for {actor.name}")

    def offices(self) -> None:
        for hit in self.scan.hits:
            if hit.office is None or self._is_covered(hit.span):
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
                code = self._context_country(hit.span.start)
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
        earlier = self._earlier_office(hit.office.office.key, hit.span.start) if score == BY_CONTEXT else None
        if earlier is not None:
            self._add(Span(start, end), earlier, SHORT, "the office of that name last spoken of")
            return
        self._add(Span(start, end), identities.office(hit.office.office, code), score, reason)

    def agents(self, *, definite: bool) -> None:
        for hit in self.scan.agents:
            if self._is_covered(hit.span) or any(self._in_title[hit.span.start : hit.span.end]):
                continue
            if definite:
                self._bare_agent(hit)
            else:
                self._owned_agent(hit)

    def _owned_agent(self, hit: AgentHit) -> None:
        start = modifier_start(self.scan, hit.span.start)
        inside = [h for h in self.scan.hits_in(start, hit.span.start) if h.office is None]
        end = hit.span.end
        capitals = hit.span.of(self.text)[:1].isupper() and " " not in self.text[max(0, start - 1) : start].strip()
        if capitals and not inside and start < hit.span.start and hit.agent.kind != "person":
            title = around(self.scan, hit)
            name = self.text[start : title.span.end if title.span.start == start else end]
            if name[:1].isupper() and name.split()[0] not in words().not_names:
                code = title.country or self._context_country(start)
                actor = identities.named_organisation(name, code, hit.agent.sectors)
                self._add(
                    Span(start, start + len(name)), actor, DESCRIBED, "a name that ends in a kind of organisation"
                )
                return
        if inside and capitals and hit.agent.kind == "body" and not set(hit.agent.sectors) & _STATE_BODIES:
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
        span = Span(self._article_start(start), end)
        actor_reason = phrase_actor(self.scan, hit, inside, self.text[start : hit.span.end], self._before(start))
        if actor_reason is None:
            return
        actor, reason, alternatives = actor_reason
        self._add(span, actor, TITLED if actor.kind != "described" else DESCRIBED, reason, alternatives)

    def _bare_agent(self, hit: AgentHit) -> None:
        start = modifier_start(self.scan, hit.span.start)
        determiner = re.search(r"\b([Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\s$", self.text[max(0, start - 6) : start])
        if determiner and not (hit.plural and hit.agent.number == "count"):
            before = [m for m in self.mentions if m.span.start < start]
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
            code = self._context_country(start)
            reason = "a kind of party of the country that the article speaks of"
        actor = identities.described(hit.agent, code, plural=hit.plural)
        if code is not None and hit.agent.word in words().collective_heads:
            actor = identities.state(by_alpha3(code))
        self._add(Span(start, hit.span.end), actor, GUESSED, reason)

    def known(self) -> None:
        for hit in self.scan.hits:
            if (hit.known is None and hit.user is None) or self._is_covered(hit.span):
                continue
            actor = self._of_hit(hit)
            alternatives: tuple[Alternative, ...] = ()
            if hit.known is not None:
                alternatives = tuple(Alternative(p.name, 0.2, "bears the same name") for p in hit.known.others)
            reason = "a name of the user's list" if hit.user is not None else "a known name"
            self._add(self._possessive_free(hit.span), actor, NAMED, reason, alternatives)

    def countries(self) -> None:
        for hit in self.scan.hits:
            if hit.country is None or self._is_covered(hit.span):
                continue
            if hit.country.how != "metonym" and self._in_title[hit.span.start]:
                continue
            if self._beside_name(hit.span):
                continue
            role = self._country_role(hit.span, hit.country)
            if role is None:
                continue
            actor, score, reason = role
            start = self._article_start(hit.span.start) if hit.country.how == "metonym" else hit.span.start
            self._add(Span(start, hit.span.end), actor, score, reason)

    def organisations(self, runs: list[NameRun]) -> None:
        for run in runs:
            if self._is_covered(run.span) or len(run.words) != 1:
                continue
            actor = self._acronyms.get(run.words[0])
            if actor is not None:
                self._add(run.span, actor, TITLED, "acronym defined in this article")

    # --- what the rules share

    def _country_role(self, span: Span, found: CountryMatch) -> tuple[Actor, float, str] | None:
        lists, text = words(), self.text
        before = re.search(r"(\w+)\s+(?:the\s+)?$", text[max(0, span.start - 24) : span.start])
        previous = before[1].lower() if before else ""
        following = re.match(r"(?:[’']s)?\s+(\w+)", text[span.end : span.end + 24])
        verb = following[1] if following else ""
        acts = verb in lists.agentive_verbs or (verb in ("is", "was") and False)
        actor = identities.of_country_match(found)
        if found.part:
            return None
        if found.how == "metonym":
            if previous in ("at", "outside", "near", "inside", "around", "leaving", "left"):
                return None
            return actor, NAMED, "a seat that stands for its government"
        if found.how == "name":
            if previous in lists.locative and not (previous == "to" and acts):
                return None
            return (
                actor,
                0.8 if acts or previous in lists.agentive else GUESSED,
                "the state's name where a party stands",
            )
        if found.how == "capital":
            sentence_start = not before and (
                span.start == 0 or text[span.start - 2 : span.start].strip() in (".", "”", '"', "")
            )
            if acts and (previous in lists.agentive or sentence_start or previous not in lists.locative):
                return actor, 0.75, "a capital that acts stands for its government"
            if previous in (
                "with",
                "by",
                "between",
                "against",
                "urged",
                "accused",
                "told",
                "warned",
            ) and not _is_dateline(text, span):
                return actor, BY_CONTEXT, "a capital where a party stands, for its government"
            return None
        word = span.of(text)
        if found.how == "demonym" and word.endswith("s") and word in found.country.demonyms[1:]:
            people = agent_of("people")
            if people is not None:
                return identities.described(people, found.country.alpha3), DESCRIBED, "the people of a country"
        return None

    def _beside_name(self, span: Span) -> bool:
        """Whether the word is a part of a longer name that no list has ("Bank of America")."""
        text = self.text
        if (
            text[max(0, span.start - 4) : span.start] == " of "
            and text[max(0, span.start - 24) : span.start - 4].rpartition(" ")[2][:1].isupper()
        ):
            return True
        return any(run.span.end + 1 == span.start or run.span.start == span.end + 1 for run in self._runs_near(span))

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

    def _earlier_office(self, key: str, offset: int) -> Actor | None:
        for mention in reversed(self.mentions):
            if mention.span.start < offset and mention.actor.kind == "office" and mention.actor.id.endswith(f":{key}"):
                return mention.actor
        return None

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
        return self._context_country(offset)

    def _context_country(self, offset: int) -> str | None:
        return country_near(self.focus, offset)

    def _before(self, offset: int) -> str:
        return self.text[max(0, offset - 30) : offset]

    def _definite(self, start: int) -> bool:
        return self.text[start : start + 4].lower() == "the " or self._before(start).lower().endswith("the ")

    def _article_start(self, start: int) -> int:
        found = re.search(r"\b[Tt]he\s$", self.text[max(0, start - 5) : start])
        return start - len(found[0]) if found else start

    def _possessive_free(self, span: Span) -> Span:
        return span

    def _is_covered(self, span: Span) -> bool:
        return any(self._covered[span.start : span.end])

    def _add(
        self, span: Span, actor: Actor, score: float, reason: str, alternatives: tuple[Alternative, ...] = ()
    ) -> None:
        if self._is_covered(span):
            return
        self._covered[span.start : span.end] = b"\x01" * (span.end - span.start)
        self.mentions.append(ActorMention(span, span.of(self.text), actor, score, reason, alternatives))


def phrase_actor(
    found: Scan, hit: AgentHit, inside: Sequence[Hit], phrase: str, before: str
) -> tuple[Actor, str, tuple[Alternative, ...]] | None:
    """Who "Russian authorities", "the Hamas leadership" or "Israeli special forces" are.

    ``inside`` are the named owners in the phrase, ``before`` the words before it.
    """
    lists = words()
    owner = inside[-1]
    head = hit.agent.word if not hit.plural else hit.agent.plural
    if owner.user is not None or owner.known is not None:
        actor = owner.user.actor if owner.user is not None else identities.organisation(owner.known.party)  # type: ignore[union-attr]
        counted = re.search(
            r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many|senior|top)\b",
            phrase + before[-8:],
        )
        harmed = re.search(r"(\w+)\s(?:of\s)?(?:\w+\s)?$", before)
        suffers = harmed is not None and harmed[1].lower() in lists.harm
        spoken = (head in lists.speaks_for or hit.agent.word in lists.speaks_for) and (
            hit.plural or hit.agent.kind != "person"
        )
        apart = identities.described(
            hit.agent, actor.country, of=actor.name, words=head, sectors=_merged(actor, hit), plural=hit.plural
        )
        if spoken and not counted and not suffers:
            return (
                actor,
                f"the {head} of {actor.name} act for it",
                (Alternative(apart.name, 0.3, "its people taken by themselves"),),
            )
        return apart, f"people or parts of {actor.name}", (Alternative(actor.name, 0.3, "the organisation itself"),)
    match = owner.country
    if match is None:
        return None
    code = match.country.alpha3
    if hit.agent.word.split()[-1] in lists.collective_heads or (
        hit.agent.name in ("government", "leadership", "military government") and hit.agent.kind != "person"
    ):
        if match.part:
            part = owner.span.of(found.text)
            return (
                identities.described(hit.agent, code, of=part, plural=hit.plural),
                "an authority of a part of the country",
                (),
            )
        return (
            identities.of_country_match(match) if match.how == "metonym" else identities.state(match.country),
            (f"the {head} of a state are its government"),
            (),
        )
    of = owner.span.of(found.text).removesuffix("'s").removesuffix("’s") if match.part and match.how == "name" else None
    lowered = (
        re.sub(r"\s+", " ", found.text[owner.span.end : hit.span.end]).strip(" ’'s-")
        if owner.span.end <= hit.span.start
        else ""
    )
    title = lowered if lowered and hit.agent.kind == "person" and not hit.plural else None
    return (
        identities.described(hit.agent, code, of=of, words=title, plural=hit.plural),
        "a kind of party and its country",
        (),
    )


def _merged(actor: Actor, hit: AgentHit) -> tuple[str, ...]:
    own = tuple(code for code in hit.agent.sectors if code not in ("UNK", "GOV", "CVL"))
    return tuple(dict.fromkeys((*(actor.sectors or own), *(own if not actor.sectors else ()))))


def _initials(full: str, short: str) -> bool:
    """Whether ``short`` abbreviates the end of ``full``."""
    return bool(_tail_for(full, short))


_SMALL = frozenset({"of", "for", "and", "the", "de", "on", "in", "to", "&"})


def _tail_for(full: str, short: str) -> str:
    """The last words of ``full`` whose initials make ``short``, or an empty string."""
    tokens = full.split(" ")
    letters = short.replace("-", "").upper()
    for start in range(len(tokens)):
        tail = tokens[start:]
        if tail[0].lower() in _SMALL:
            continue
        parts = [p for token in tail for p in token.split("-") if p]
        big = "".join(p[0] for p in parts if p.lower() not in _SMALL).upper()
        whole = "".join(p[0] for p in parts).upper()
        if letters in (big, whole):
            return " ".join(tail)
    return ""


def _is_dateline(text: str, span: Span) -> bool:
    return bool(re.match(r"\s*(?:,|\(|—|–|--)", text[span.end : span.end + 4])) and (
        span.start == 0 or text[span.start - 1] == "\n"
    )
