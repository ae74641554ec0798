"""Peoples inside a state that bear another state's name: "Croatian Serbs", "Turkish Cypriots"."""

from __future__ import annotations

import re

from dragoman.gazetteers.agents import agent
from dragoman.gazetteers.countries import CountryMatch, match
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.scan import Hit, Scan
from dragoman.records import Actor

# Where the people's own name is that of the state they live in, and the adjective that of another.
_NAMED_FOR_HOME = frozenset({"CYP"})


def people_within(found: Scan, hit: Hit) -> Actor | None:
    """Who "Croatian «Serbs»" are: people of the first state, and no state's government; ``None`` for other words."""
    start = hit.span.start
    if hit.country is None or not _many(hit, found.text) or start < 2 or found.text[start - 1] != " ":
        return None
    before = found.hit_over(start - 2)
    if before is None or before.country is None or before.span.end + 1 != start or before.country.how != "demonym":
        return None
    own, other = before.country.country, hit.country.country
    if own.alpha3 == other.alpha3 or before.country.part:
        return None
    home = other if other.alpha3 in _NAMED_FOR_HOME else own
    return identities.people(CountryMatch(home, "demonym", part=True), found.text[before.span.start : hit.span.end])


def halves(found: Scan, hit: Hit) -> tuple[int, Actor] | None:
    """Both states of "North and «South Korea»", and how far before the name the words for them begin."""
    side = re.search(
        r"\b(North|South|East|West) and (?:the )?$", found.text[max(0, hit.span.start - 16) : hit.span.start]
    )
    written = hit.span.of(found.text)
    if side is None or hit.country is None or hit.country.how != "name" or " " not in written:
        return None
    other = match(f"{side[1]} {written.split(' ', 1)[1]}")
    kind = agent("government")
    if other is None or kind is None or other.country.alpha3 == hit.country.country.alpha3:
        return None
    return len(side[0]), identities.of_several(kind, (other.country, hit.country.country), plural=True)


def _many(hit: Hit, text: str) -> bool:
    """Whether the words are the plural of a demonym ("Serbs")."""
    match, word = hit.country, hit.span.of(text)
    return match is not None and match.how == "demonym" and word.endswith("s") and word in match.country.demonyms[1:]
