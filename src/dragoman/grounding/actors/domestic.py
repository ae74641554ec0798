"""Whose a kind of party is where neither its words nor its sentence say: that of the country a report is about, or open."""

from __future__ import annotations

import re

from dragoman.grounding.actors.scan import AgentHit
from dragoman.grounding.actors.words import words

# Sectors of institutions that, with no country said, are those of the country the article speaks of.
DOMESTIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# People of these sectors are taken for that country's only where the report is about it alone.
_AT_HOME = frozenset({"OPP", "PTY", "REB", "LAB", "EDU", "MED", "REL", "SOC", "AGR", "CVL", "JRN", "CRM"})


# "Western officials" are of no one country, and of another than that of the report.
_ABROAD = re.compile(
    r"\b(?:[Ww]estern|[Ff]oreign|[Ii]nternational|[Ee]uropean|[Aa]llied|[Oo]verseas|[Gg]lobal|[Oo]ther)\s(?:\w+\s)?$"
)


def whose(hit: AgentHit, country: str | None, strong: bool, text: str) -> str | None:
    """``country`` (the one a report speaks of, ``strong``: it alone), or ``None`` where that is no safe guess."""
    if hit.agent.word in words().anywhere or _ABROAD.search(text[max(0, hit.span.start - 30) : hit.span.start]):
        return None
    if hit.agent.sectors[0] in DOMESTIC:
        # "the general", "the senator": one of a kind is seldom the country's only one
        one_of_many = hit.agent.kind == "person" and not hit.plural and hit.agent.sectors[0] in ("MIL", "LEG")
        return None if one_of_many else country
    if strong and hit.plural and hit.agent.sectors[0] in _AT_HOME:
        return country
    return None
