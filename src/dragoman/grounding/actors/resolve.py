"""All parties an article names, each with the identity it has there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.grounding.actors.collecting import Collector
from dragoman.grounding.actors.imported import ImportedActors
from dragoman.grounding.actors.people import Person, find_people
from dragoman.grounding.actors.scan import Scan, scan
from dragoman.records import ActorMention, Article, Parse


@dataclass(frozen=True, slots=True)
class Reading:
    """One article read for its parties. ``country`` is the one the article speaks of (alpha-3), if there is one."""

    article: Article
    scan: Scan
    people: tuple[Person, ...]
    mentions: tuple[ActorMention, ...]
    country: str | None


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
    country = _country_of(found)
    collector = Collector(article, found, people, country)
    collector.people()
    collector.acronyms()
    collector.offices()
    collector.agents(definite=False)
    collector.known()
    collector.countries()
    collector.organisations(runs)
    collector.agents(definite=True)
    return Reading(article, found, tuple(people), tuple(collector.mentions), country)


# Below these an article speaks of several countries, and "police" may be anybody's.
_FOCUS_COUNT, _FOCUS_SHARE = 3, 0.5


def _country_of(found: Scan) -> str | None:
    """The country that is named at least three times and makes half of all countries named."""
    # No police or ministry is Antarctica's.
    named = [h.country.country for h in found.hits if h.country and h.country.country.region != "Antarctica"]
    counts = Counter(country.alpha3 for country in named)
    if not counts:
        return None
    code, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return code if most >= _FOCUS_COUNT and most >= _FOCUS_SHARE * len(named) else None
