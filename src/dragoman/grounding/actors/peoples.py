"""Peoples inside a state that bear another state's name: "Croatian Serbs", "Turkish Cypriots"."""

from __future__ import annotations

from dragoman.gazetteers.countries import CountryMatch
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


def _many(hit: Hit, text: str) -> bool:
    """Whether the words are the plural of a demonym ("Serbs")."""
    match, word = hit.country, hit.span.of(text)
    return match is not None and match.how == "demonym" and word.endswith("s") and word in match.country.demonyms[1:]
