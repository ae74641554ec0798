"""Whose a kind of party is where neither its words nor its sentence say: that of the country a report is about, or open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.grounding.actors.scan import AgentHit
from dragoman.grounding.actors.words import words
from dragoman.records import ActorMention

# Sectors of institutions that, with no country said, are those of the country the article speaks of.
DOMESTIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# People of these sectors are taken for that country's only where the report is about it alone.
_AT_HOME = frozenset({"OPP", "PTY", "REB", "LAB", "EDU", "MED", "REL", "SOC", "AGR", "CVL", "JRN", "CRM"})


#: The reason that mentions bear whose country is only that of the report.
OF_THE_REPORT = "a kind of party of the country that the article speaks of"
#: … and that of those whose country the text has said before.
OF_THOSE_BEFORE = "a kind of party of which the text has said before whose they are"
# Several countries' may stand in one report, so that those spoken of before are the better guess.
_OF_SEVERAL = frozenset({"MIL", "COP"})
# "Western officials" are of no one country, and of another than that of the report.
_ABROAD = re.compile(
    r"\b(?:[Ww]estern|[Ff]oreign|[Ii]nternational|[Ee]uropean|[Aa]llied|[Oo]verseas|[Gg]lobal|[Oo]ther)\s(?:\w+\s)?$"
)


def whose_or_tied(
    hit: AgentHit, earlier: Sequence[ActorMention], country: str | None, strong: bool, text: str
) -> tuple[str | None, str]:
    """Whose "the soldiers" are, with the reason: of the country of those named before, else what ``whose`` says."""
    said = _said_before(hit, earlier) if hit.agent.sectors[0] in _OF_SEVERAL else []
    if len(said) == 1 and not _ABROAD.search(text[max(0, hit.span.start - 30) : hit.span.start]):
        return said[0], OF_THOSE_BEFORE
    if said:
        return None, OF_THE_REPORT
    return whose(hit, country, strong, text), OF_THE_REPORT


def _said_before(hit: AgentHit, earlier: Sequence[ActorMention]) -> list[str]:
    found = (
        m.actor.country
        for m in earlier
        if m.actor.kind in ("described", "office")
        and m.actor.country is not None
        and m.actor.sectors[:1] == hit.agent.sectors[:1]
        and m.reason not in (OF_THE_REPORT, OF_THOSE_BEFORE)
        and m.span.end <= hit.span.start
    )
    return sorted(set(found))


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
