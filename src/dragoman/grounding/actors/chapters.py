"""Bodies of the whole world that a town's report names for their own branch there: "the local Red Cross"."""

from __future__ import annotations

import re

from dragoman.codebook.words import words
from dragoman.gazetteers import countries
from dragoman.gazetteers.parties import by_name
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.scan import Hit
from dragoman.records import Actor

# Names that every branch bears, written without a word more.
_BRANCHED = words("branched_bodies")
_LOCAL_BEFORE = re.compile(r"\b(?:[Ll]ocal|[Rr]egional|[Aa]rea|[Cc]ounty)\s$")
_IN_TOWN = re.compile(r"\s(?:in|of)\s((?:[A-ZÀ-Þ][\w-]+\s){0,2}[A-ZÀ-Þ][\w-]+)")
_BRANCH_BEHIND = re.compile(r"\s(?:chapter|branch|volunteer|shelter)s?\b")
_BRANCH_OF = re.compile(r"\b(?:chapter|branch)\sof\s(?:the\s)?$")


def chapter(text: str, hit: Hit, country: str | None) -> Actor | None:
    """The branch that the name of a body of the whole world stands for: that of a town ("Red Cross in Dayton"), else that of the
    only country the report speaks of, where a list has it; ``None`` where the body itself is meant."""
    if hit.known is None or hit.known.alias not in _BRANCHED:
        return None
    start, end = hit.span.start, hit.span.end
    town = _IN_TOWN.match(text, end)
    in_town = town is not None and countries.match(town[1]) is None
    near = _LOCAL_BEFORE.search(text, max(0, start - 12), start) or _BRANCH_OF.search(text, max(0, start - 20), start)
    if not (in_town or near or _BRANCH_BEHIND.match(text, end)):
        return None
    national = by_name(f"{_PEOPLES[country]} {hit.known.alias}") if country in _PEOPLES else None
    if national is not None:
        return identities.organisation(national)
    name = f"{hit.known.alias} ({town[1]})" if town is not None and in_town else hit.known.alias
    return identities.named_organisation(name, country, hit.known.party.sectors)


# Countries whose own body the lists know, as it is called.
_PEOPLES = {"USA": "American", "GBR": "British", "KEN": "Kenya"}
