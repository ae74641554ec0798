"""FollowTheMoney entities as JSON lines (OpenSanctions and others)."""

from __future__ import annotations

import json
from typing import Any

from dragoman.gazetteers.countries import all_countries
from dragoman.grounding.actors.imported import ImportedActor, Problem
from dragoman.records import Actor

_PERSONS = frozenset({"Person"})
_ORGANISATIONS = frozenset({"Organization", "PublicBody", "Company", "LegalEntity"})
# Topics of OpenSanctions that say a sector; topics that judge ("crime.terror") are passed over.
_TOPICS = {
    "gov": "GOV", "gov.head": "GOV", "gov.admin": "GOV", "gov.executive": "GOV", "gov.legislative": "LEG",
    "gov.judicial": "JUD", "gov.security": "COP", "gov.igo": "IGO", "gov.soe": "BUS", "gov.financial": "GOV",
    "gov.religion": "REL", "pol.party": "PTY", "pol.union": "LAB", "mil": "MIL", "role.judge": "JUD",
    "role.journo": "JRN", "role.spy": "SPY", "role.lawyer": "CVL", "role.act": "SOC", "role.oligarch": "BUS",
    "rel": "REL",
}  # fmt: skip


def read_followthemoney(text: str) -> tuple[list[ImportedActor], list[Problem]]:
    """Actors and problems of FollowTheMoney JSON lines; entities that are no parties are passed over."""
    alpha3 = {c.alpha2.lower(): c.alpha3 for c in all_countries() if c.alpha2}
    actors: list[ImportedActor] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError) as error:
            problems.append(Problem(number, f"no JSON ({getattr(error, 'msg', 'too deep')})"))
            continue
        reason, actor = _actor(entity, alpha3)
        if actor is not None:
            actors.append(actor)
        elif reason:
            problems.append(Problem(number, reason))
    return actors, problems


def _actor(entity: Any, alpha3: dict[str, str]) -> tuple[str, ImportedActor | None]:
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        return "no entity with id, schema and properties", None
    schema = entity.get("schema")
    if schema not in _PERSONS | _ORGANISATIONS:
        return "", None
    properties = entity["properties"]
    names = _values(properties, "name")
    if not names:
        return "the entity has no name", None
    identity = entity.get("id")
    if not isinstance(identity, str) or not identity:
        return "the entity has no id", None
    more = [n for key in ("alias", "previousName") for n in _values(properties, key)]
    written = tuple(dict.fromkeys((*names, *more)))
    codes = tuple(dict.fromkeys(_TOPICS[t] for t in _values(properties, "topics") if t in _TOPICS))
    stated = [c for key in ("country", "nationality", "jurisdiction") for c in _values(properties, key)]
    country = next((alpha3[c.lower()] for c in stated if c.lower() in alpha3), None)
    kind = "person" if schema in _PERSONS else "organisation"
    if kind == "organisation" and schema == "Company" and not codes:
        codes = ("BUS",)
    actor = Actor(f"ftm:{identity}", names[0], kind, country, codes, written[1:])
    return "", ImportedActor(actor, written)


def _values(properties: dict[str, Any], key: str) -> list[str]:
    values = properties.get(key, [])
    return [v.strip() for v in values if isinstance(v, str) and v.strip()] if isinstance(values, list) else []
