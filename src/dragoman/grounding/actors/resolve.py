"""All parties an article names, each with the identity it has there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.grounding.actors.collecting import Collector
from dragoman.grounding.actors.collecting_agents import Agents
from dragoman.grounding.actors.collecting_firms import Firms
from dragoman.grounding.actors.collecting_offices import Offices
from dragoman.grounding.actors.focus import Near, focus_of
from dragoman.grounding.actors.imported import ImportedActors
from dragoman.grounding.actors.people import Person
from dragoman.grounding.actors.people_found import find_people
from dragoman.grounding.actors.scan import Scan, scan
from dragoman.records import ActorMention, Article, Parse


@dataclass(frozen=True, slots=True)
class Reading:
    """One article read for its parties. ``country`` is the one the article speaks of (alpha-3), if there is one, and
    ``strong`` says that it speaks of hardly any other.
    """

    article: Article
    scan: Scan
    people: tuple[Person, ...]
    mentions: tuple[ActorMention, ...]
    country: str | None
    near: Near
    strong: bool = False

    def country_at(self, offset: int) -> str | None:
        """Whose country a court or police force at ``offset`` is, if the words do not say."""
        return self.near.of_report(offset, self.country, strong=self.strong)


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
    focus = focus_of(found, people, article.title)
    collector = Collector(article, found, people, focus)
    firms = Firms(collector)
    agents = Agents(collector, firms)
    collector.people()
    collector.acronyms()
    firms.carriers()
    Offices(collector).collect()
    agents.owned()
    collector.known()
    collector.countries()
    firms.organisations(runs)
    agents.bare()
    return Reading(
        article, found, tuple(people), tuple(collector.mentions), focus.country, collector.near, focus.strong
    )
