"""Offices: ministries, police, courts and forces, each with the state whose it is."""

from __future__ import annotations

import re

from dragoman.gazetteers.agents import agent as agent_of
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.collecting import Collector
from dragoman.grounding.actors.owned import owners_after, owners_before
from dragoman.grounding.actors.scan import Hit
from dragoman.grounding.actors.scores import BY_CONTEXT, DESCRIBED, NAMED, SHORT
from dragoman.grounding.actors.titles import modifier_start
from dragoman.records import Actor, Span

# Offices that stand for the place of the news rather than for a state that was spoken of.
_LOCAL = frozenset({"police", "coast-guard", "election-commission", "public-prosecution"})
# Words that are adjectives or common nouns unless "the" stands before them.
_NEEDS_THE = frozenset({"military", "cabinet", "presidency", "navy", "army"})


class Offices:
    """The rule for offices. Keeps which office of each name was last spoken of."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._last: dict[str, tuple[int, Actor]] = {}

    def collect(self) -> None:
        """Adds every office of the text that is no part of a name or of a person's title."""
        found = self._collector
        for hit in found.scan.hits:
            if hit.office is None or found.is_covered(hit.span):
                continue
            if hit.span.of(found.text)[0].isupper() and found.beside_name(hit.span):
                continue
            person = found.scan.agent_over(hit.span.start)
            if person is not None and person.agent.kind == "person" and person.span.end > hit.span.end:
                continue
            self._office(hit)

    def _office(self, hit: Hit) -> None:
        assert hit.office is not None
        found = self._collector
        start, end, code, part = self._owner(hit.span)
        bare = hit.span.of(found.text)
        owned = found.is_possessed(start)
        if code is None and hit.office.country is not None:
            code, reason, score = hit.office.country, "the office's own name", NAMED
        elif code is not None:
            reason, score = "an office and whose it is", NAMED
        else:
            code, score = None if owned else found.owner_near(hit.span.start), BY_CONTEXT
            reason = "the country the report speaks of; the words do not say whose office"
            if hit.office.office.key in _LOCAL:
                code = None if owned else found.country
            if bare.lower() in _NEEDS_THE and not self._definite(start):
                return
        if part:
            kind = agent_of(bare.lower())
            if kind is not None:
                actor = identities.described(kind, code, of=part)
                found.add(Span(start, end), actor, DESCRIBED, "an office of a part of the country")
            return
        if code is None:
            reason = "an office; the text does not say whose"
        earlier = self._last.get(hit.office.office.key) if score == BY_CONTEXT and not owned else None
        if earlier is not None and found.only_speaks_of(earlier[1].country, earlier[0], start):
            found.add(Span(start, end), earlier[1], SHORT, "the office of that name last spoken of")
            return
        actor = identities.office(hit.office.office, code)
        if actor.kind == "office":
            self._last[hit.office.office.key] = (end, actor)
        found.add(Span(start, end), actor, score, reason)

    def _owner(self, span: Span) -> tuple[int, int, str | None, str | None]:
        """Whose an office is: ``(start, end, country, part)`` with the words for the owner taken in."""
        found = self._collector
        start = modifier_start(found.scan, span.start)
        inside = [hit.country for hit in found.scan.hits_in(start, span.start) if hit.country]
        end = span.end
        if inside and len({match.country.alpha3 for match in inside}) == 1:
            first, owners = owners_before(found.scan, start)
            if owners:  # "the French and German foreign ministries" are no one state's
                return found.article_start(first), end, None, None
        if not inside:
            # "the army and people of ..." too
            after = re.match(r"\s(?:and\s[a-z]{3,14}\s)?(?:of|in)\s(?:the\s)?", found.text[end : end + 28])
            if after:
                hit = found.scan.hit_over(end + after.end())
                if hit is not None and hit.country is not None and hit.country.how in ("name", "capital"):
                    inside, end = [hit.country], hit.span.end
                    last, owners = owners_after(found.scan, end)
                    if owners:
                        return found.article_start(span.start), last, None, None
        if not inside:
            return found.article_start(span.start), end, None, None
        part = None
        if inside[-1].part:
            part = found.text[start : span.start].strip().removesuffix("'s").removesuffix("’s")
        return found.article_start(start), end, inside[-1].country.alpha3, part

    def _definite(self, start: int) -> bool:
        text = self._collector.text
        return text[start : start + 4].lower() == "the " or self._collector.before(start).lower().endswith("the ")
