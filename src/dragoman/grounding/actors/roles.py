"""Whether a country's name, capital or seat stands for its government or for a place."""

from __future__ import annotations

import re

from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.countries import CountryMatch, match
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.scores import BY_CONTEXT, DESCRIBED, GUESSED, NAMED
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, Span

_WORD_BEFORE = re.compile(r"(\w+)\s+(?:the\s+)?$")
_WORD_AFTER = re.compile(r"(?:[’']s)?\s+(\w+)")
# After these a capital is whom one deals with: "talks with Moscow".
_PARTNERS = frozenset({"with", "by", "between", "against", "urged", "accused", "told", "warned"})


def country_role(text: str, span: Span, found: CountryMatch) -> tuple[Actor, float, str] | None:
    """Whom a country's word stands for where it acts, how sure, and why; ``None`` where it is a mere place or adjective."""
    lists = words()
    before = _WORD_BEFORE.search(text[max(0, span.start - 24) : span.start])
    previous = before[1].lower() if before else ""
    following = _WORD_AFTER.match(text[span.end : span.end + 24])
    verb = following[1] if following else ""
    acts = verb in lists.agentive_verbs
    actor = identities.of_country_match(found)
    if found.part:
        if found.how == "demonym" and _is_people(span.of(text), found):
            return identities.people(found, span.of(text)), DESCRIBED, "the people of a part of a country"
        return None
    if found.how == "metonym":
        if previous in ("at", "outside", "near", "inside", "around", "leaving", "left"):
            return None
        return actor, NAMED, "a seat that stands for its government"
    if found.how == "name":
        if _is_dateline(text, span):
            return None
        if previous in lists.locative and not (previous == "to" and acts):
            return None
        if not acts and _says_where(text, span):
            return None
        if previous == "for" and _LEAVES.search(text[max(0, span.start - 40) : span.start]):
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
        if previous in _PARTNERS and not _is_dateline(text, span):
            return actor, BY_CONTEXT, "a capital where a party stands, for its government"
        return None
    word = span.of(text)
    if found.how == "demonym" and word.endswith("s") and word in found.country.demonyms[1:]:
        people = agent_of("people")
        if people is not None:
            return identities.described(people, found.country.alpha3), DESCRIBED, "the people of a country"
    return None


# "in Nice, «France»" and "from Chad and «Niger»": the words before a country that stands in a row of places.
_PLACE_BEFORE = re.compile(
    r"\b(\w+)\s+(?:the\s+|(?:north|south|east|west|central|mid)\w*\s+)*"
    r"(?:[A-ZÀ-Þ][\w’'.-]*(?:\s(?:of\s|the\s|de\s|al\s)*[A-ZÀ-Þ][\w’'.-]*)*(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s))+(?:the\s)?$"
)
_TOWN_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s$")
_ENDS_THERE = re.compile(
    r"(?:[’']s)?(?:[.,;:)”\"\n—–]|\s(?:on|last|this|when|where|after|before|during|in|at|as|for|since|late|early)\b|$)"
)
# "left for Switzerland"
_LEAVES = re.compile(
    r"\b(?:left|leaves?|leaving|departed|departs?|bound|headed|heading|sailed|flew|flies|set (?:out|off))\s(?:\w+\s)?for\s(?:the\s)?$"
)
_ROW = 90


def _says_where(text: str, span: Span) -> bool:
    """Whether the name ends a phrase for a place ("in Nice, France", "from Chad and Niger") and is no party."""
    before = text[max(0, span.start - _ROW) : span.start]
    row = _PLACE_BEFORE.search(before)
    if row is not None and row[1].lower() in words().locative - {"to"}:
        return True
    if _TOWN_BEFORE.search(before) is None or _ENDS_THERE.match(text, span.end) is None:
        return False
    town = match(before.rstrip(", ").rpartition(" ")[2])
    return town is None or town.how == "capital"


def _is_people(written: str, found: CountryMatch) -> bool:
    """Whether the words are many people ("Bosnian Serbs") and not an adjective ("Bosnian Serb")."""
    return written.endswith("s") and any(f" {part}".endswith(f" {written}") for part in found.country.parts)


def _is_dateline(text: str, span: Span) -> bool:
    """Whether the words head a report: "SEOUL, South Korea (Agency) —" at the start of a paragraph."""
    paragraph = text.rfind("\n", 0, span.start) + 1
    return span.start - paragraph <= _DATELINE and _DASH.match(text, span.end) is not None


# A dateline names a city, perhaps a state and a country, before its dash.
_DATELINE = 50
_DASH = re.compile(r"(?:, [\w. ]{1,20})?\s?(?:\([^)\n]{1,40}\))?\s?(?:—|–|--|-\s)")
