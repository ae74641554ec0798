"""Kinds of parties: "Russian officials", "the rebels", "University of Kentucky", and what "the group" takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.codebook.words import words as codebook_words
from dragoman.gazetteers.countries import by_alpha3
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.collecting import Collector, opens_sentence
from dragoman.grounding.actors.collecting_firms import Firms
from dragoman.grounding.actors.definite import antecedent
from dragoman.grounding.actors.domestic import DOMESTIC, whose_or_tied
from dragoman.grounding.actors.holders import holder_there
from dragoman.grounding.actors.owned import owners_after, owners_before, phrase_actor, sectors_beside
from dragoman.grounding.actors.scan import AgentHit, Hit
from dragoman.grounding.actors.scores import BY_CONTEXT, DESCRIBED, GUESSED, TITLED
from dragoman.grounding.actors.titles import around, modifier_start
from dragoman.grounding.actors.words import words
from dragoman.records import Span

# Bare nouns of other sectors ("schools", "companies") name no party worth a mention of its own, ...
_BARE = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "OPP", "REF", "CVL", "SPY", "CRM", "LEG", "JUD", "GOV", "NGO"})
# ... except for people ("teachers", "priests").
_PEOPLE = frozenset({"EDU", "MED", "REL", "LAB", "JRN", "PTY", "AGR"})
# Bodies of these kinds are a state's or a group's own, not an organisation with a name of its own.
_STATE_BODIES = DOMESTIC | {"REB", "PRM", "OPP", "UNK", "PTY", "IGO"}
# "Alpine sacked a clerk. The company …": what no list has is a firm where the text calls it one.
_VESSELS = codebook_words("vessels")
_FIRMS = codebook_words("firms")
# "the Free Our Town movement", "the “Clean Air” campaign": the small word says what the name before it is.
_CALLED = codebook_words("called_bodies")
_CALLED_SO = re.compile(r"[“\"‘']?\b([A-ZÀ-Þ][\w’-]+)(?:\s(?:(?:of|for|the|our|and)\s)?[A-ZÀ-Þ][\w’-]*)+[”\"’']?\s$")
# Kinds of people that the names of bodies take in: "Public Service Commission", "Community Hospital".
_IN_NAMES_OF_BODIES = codebook_words("in_names_of_bodies")
_CAPITALISED = re.compile(r"\s([A-ZÀ-Þ][\w’'-]*)")
_FOR_WHAT = re.compile(r"\s(?:of|for)\s(?:[A-ZÀ-Þ][\w’'-]*\s(?:and\s)?){0,3}([A-ZÀ-Þ][\w’'-]*)")
_DUTIES = codebook_words("office_duties") | codebook_words("whom_boards_serve")
_LONGEST_MIDDLE = 4  # words between them: "Public Service and …" is another name
_DETERMINER = re.compile(r"\b([Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\s$")
_STATE_OF_MIND = re.compile(r"\b(?:into|in|from)\s$")


def _royal(text: str, start: int, hit: AgentHit) -> bool:
    """Whether the noun is capitalised in the middle of a sentence: "Royal Marines" are somebody's in particular."""
    return hit.span.of(text)[:1].isupper() and not opens_sentence(text, start)


class Agents:
    """The rules for nouns that name kinds of parties."""

    def __init__(self, collector: Collector, firms: Firms) -> None:
        self._collector, self._firms = collector, firms
        self._phrase_starts: dict[int, int] = {}

    def owned(self) -> None:
        """Adds those whose owner is said, and names that end or begin in such a noun."""
        for hit in self._free():
            self._owned_agent(hit)

    def bare(self) -> None:
        """Adds "the group" and bare nouns, once all names are known."""
        for hit in self._free():
            self._bare_agent(hit)

    def _free(self) -> Iterator[AgentHit]:
        """The nouns whose words are not taken when their turn comes: what stands before may take them in."""
        found = self._collector
        for hit in found.scan.agents:
            if not (found.is_covered(hit.span) or found.in_title(hit.span) or self._before_head(hit.span.end)):
                yield hit

    def _before_head(self, end: int) -> bool:
        """Whether the word is a modifier of another kind of party right behind it ("Chief Cabinet Secretary")."""
        scan = self._collector.scan
        if not scan.text.startswith(" ", end):
            return False
        hit = scan.agent_over(end - 1)
        if hit is not None and hit.plural and hit.agent.number == "count":
            return False  # "took peacekeepers hostage": nouns that modify stand in the singular
        if hit is not None and self._inside_body(hit):
            return True
        office = scan.hit_over(end + 1)
        return scan.agent_over(end + 1) is not None or (office is not None and office.office is not None)

    def _inside_body(self, hit: AgentHit) -> bool:
        """Whether a capitalised word only stands in the name of a body: the "Public" of "Salem Public Works Department"."""
        scan, text = self._collector.scan, self._collector.text
        if not text[hit.span.start].isupper() or hit.agent.word not in _IN_NAMES_OF_BODIES:
            return False
        end = hit.span.end
        for _ in range(_LONGEST_MIDDLE):
            word = _CAPITALISED.match(text, end)
            if word is None:
                return False
            body = scan.agent_over(word.start(1))
            if body is not None and body.agent.kind == "body" and not body.plural:
                return True
            end = word.end()
        return False

    def _whole_start(self, start: int) -> int:
        """Where the name of a body begins of which a kind of party is a part: "Salem Public Works Department"."""
        scan, text = self._collector.scan, self._collector.text
        part = scan.agent_over(start - 2) if start > 1 else None
        inner = part is not None and part.span.end + 1 == start and self._inside_body(part)
        start = part.span.start if part is not None and inner else start
        run = self._collector.run_before(start)
        if run is not None and len(run.words) <= _LONGEST_MIDDLE and run.words[0] not in words().not_names:
            return run.span.start
        place = scan.hit_over(start - 2) if inner and start > 1 and text[start - 1] == " " else None
        return place.span.start if place is not None and place.country is not None else start

    def _whole_end(self, end: int) -> int:
        """Where the name of a board ends that says what it is for: "Kent County Board of Education"."""
        found = _FOR_WHAT.match(self._collector.text, end)
        return found.end() if found is not None and found[1].lower() in _DUTIES else end

    def _owned_agent(self, hit: AgentHit) -> None:
        found = self._collector
        text = found.text
        start = self._phrase_starts[hit.span.start] = modifier_start(found.scan, hit.span.start)
        inside = [h for h in found.scan.hits_in(start, hit.span.start) if h.office is None]
        if inside and self._is_verb(hit, inside[-1]):
            return
        if hit.agent.word == "exile" and _STATE_OF_MIND.search(found.before(start)):
            return
        if self._own_name(hit, start, inside):
            return
        end = hit.span.end
        if inside:
            start, more = owners_before(found.scan, start)
            inside = [*more, *inside]
        else:
            inside = self._after_of(hit)
            if not inside:
                return
            end, more = owners_after(found.scan, inside[-1].span.end)
            inside = [*inside, *more]
        actor_reason = phrase_actor(found.scan, hit, inside, text[start : hit.span.end], found.before(start))
        if actor_reason is None:
            return
        actor, reason, alternatives = actor_reason
        begin = found.article_start(start)
        named = holder_there(hit, inside[-1], begin, found.shortly_before(begin), found.persons, text)
        if named is not None and actor.kind == "described":
            found.add(Span(begin, end), named[0].actor, BY_CONTEXT, named[1])
            return
        if actor.kind == "described":
            for owner in inside:
                found.name_inside(owner)
        span = Span(found.article_start(start), end)
        found.add(span, actor, TITLED if actor.kind != "described" else DESCRIBED, reason, alternatives)

    def _own_name(self, hit: AgentHit, start: int, inside: list[Hit]) -> bool:
        """Takes a capitalised phrase with such a noun as the name of an organisation, if it is one."""
        found = self._collector
        text, end = found.text, hit.span.end
        capital = hit.span.of(text)[:1].isupper()
        ends, begins = "a name that ends in a kind of organisation", "a name that begins with a kind of organisation"
        sectors = hit.agent.sectors
        if capital and not inside and " " not in text[max(0, start - 1) : start].strip():
            if start < hit.span.start and hit.agent.kind != "person":
                title = around(found.scan, hit)
                name = text[start : title.span.end if title.span.start == start else end]
                if name[:1].isupper() and name.split()[0] not in words().not_names:
                    first = self._whole_start(start)
                    last = self._whole_end(start + len(name))
                    start, name = first, text[first:last]
                    actor = identities.named_organisation(name, title.country or found.country, sectors)
                    found.add(Span(start, start + len(name)), actor, DESCRIBED, ends)
                    return True
            before = found.run_before(start)
            if before is not None and hit.agent.kind == "body" and not hit.plural:
                span = Span(self._whole_start(before.span.start), self._whole_end(end))
                found.add(span, identities.named_organisation(span.of(text), None, sectors), DESCRIBED, ends)
                return True
        if not capital and not inside and not hit.plural and hit.agent.word in _CALLED:
            named = _CALLED_SO.search(text, max(0, start - 60), hit.span.start)
            name = named[0].strip(" “”\"‘’'").removeprefix("The ") if named is not None else ""
            if named is not None and " " in name and named[1] not in words().not_names - {"The"}:
                actor = identities.named_organisation(name, None, sectors)
                found.add(Span(named.start(), end), actor, DESCRIBED, "a name before a kind of organisation")
                return True
        whole = self._whole_end(end)
        if capital and not inside and whole > end and hit.agent.kind == "body" and not hit.plural:
            actor = identities.named_organisation(text[hit.span.start : whole], found.country, sectors)
            found.add(Span(hit.span.start, whole), actor, DESCRIBED, begins)
            return True
        if not capital or not self._names_itself(hit):
            return False
        owners = inside
        if not inside:
            # "University of Kentucky"
            owners = self._after_of(hit)
            if not owners:
                return False
            end = owners[-1].span.end
        # "China Airlines", "The Times Magazine": a name of its own that begins with another's.
        owner = owners[-1].country
        actor = identities.named_organisation(text[start:end], owner.country.alpha3 if owner else None, sectors)
        found.add(Span(start, end), actor, DESCRIBED, ends if inside else begins)
        return True

    def _names_itself(self, hit: AgentHit) -> bool:
        return hit.agent.kind == "body" and not hit.plural and not set(hit.agent.sectors) & _STATE_BODIES

    def _is_verb(self, hit: AgentHit, owner: Hit) -> bool:
        """Whether the noun is a verb here: "Ankara accused", "Mali hosts"; after "Malian" or "Mali's" it is none."""
        text = self._collector.text
        if hit.span.of(text) not in words().verbs_too or owner.country is None or owner.country.how == "demonym":
            return False
        return text[owner.span.end : hit.span.start].isspace()

    def _after_of(self, hit: AgentHit) -> list[Hit]:
        scan = self._collector.scan
        after = re.match(r"\s(?:of|in|from)\s(?:the\s)?", scan.text[hit.span.end : hit.span.end + 11])
        if not after:
            return []
        found = scan.hit_over(hit.span.end + after.end())
        if found is None or found.office is not None:
            return []
        if found.country is not None and found.country.how == "demonym":
            return []
        # "troops in Syria" says where they are, not whose they are.
        if after[0].strip().startswith("in") and set(hit.agent.sectors) & {"MIL", "IGO", "UNO"}:
            return []
        return [found]

    def _bare_agent(self, hit: AgentHit) -> None:
        found = self._collector
        text = found.text
        start = self._phrase_starts.get(hit.span.start, hit.span.start)
        if text.startswith("-", hit.span.end):  # "the state-run company"
            return
        if text[start].isupper() and found.run_before(start) is not None:  # "Oakland Raiders"
            return
        determiner = _DETERMINER.search(text[max(0, start - 6) : start])
        if determiner:
            earlier = found.shortly_before(start)
            if hit.agent.word in _FIRMS:
                earlier = [*earlier, *self._firms.unlisted_before(start)]
            taken = antecedent(hit, earlier, found.persons, text)
            if taken is not None:
                mention, reason = taken
                found.add(Span(start - len(determiner[0]), hit.span.end), mention.actor, BY_CONTEXT, reason)
                return
            vessel = (
                self._firms.vessel_before(start, hit.agent.sectors)
                if hit.agent.word in _VESSELS and not hit.plural
                else None
            )
            if vessel is not None:
                span = Span(start - len(determiner[0]), hit.span.end)
                found.add(span, vessel, BY_CONTEXT, f"the only {hit.agent.word} with a name")
                return
        if hit.agent.kind == "person" and not hit.plural:
            return
        kinds = _BARE | _PEOPLE if hit.agent.kind == "person" else _BARE
        if not set(hit.agent.sectors) & kinds or hit.agent.word in words().everyday:
            return
        if "-" in text[start : hit.span.start] or text[start - 1 : start] == "-":
            return
        if hit.agent.sectors[0] in DOMESTIC and hit.agent.kind == "body" and hit.plural and hit.agent.number == "count":
            return
        borrowed = found.is_possessed(start) or _royal(text, start, hit)
        code, reason = None, "a kind of party; the words do not say whose"
        if not borrowed:
            home = found.near.of_report(start, found.country, strong=found.strong)
            code, why = whose_or_tied(hit, found.mentions, home, found.strong, text)
            reason = why if code is not None else reason
        actor = identities.described(hit.agent, code, sectors=sectors_beside(found.scan, hit), plural=hit.plural)
        if code is not None and hit.agent.word in words().collective_heads:
            actor = identities.state(by_alpha3(code))
        found.add(Span(start, hit.span.end), actor, GUESSED, reason)
