"""Towns that are called as another country or its capital is: the people of Paris, Texas, are no Frenchmen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.grounding.actors.scan import Scan
from dragoman.records import Actor, Grounding, Place


def misread_countries(scan: Scan, places: Sequence[Grounding[Place]]) -> frozenset[str]:
    """The countries (alpha-3) of which the text has only names that its places show to be of towns elsewhere."""
    named = {hit.country.country.alpha3 for hit in scan.hits if hit.country is not None}
    if not named:
        return frozenset()
    elsewhere: dict[int, str] = {
        at.choice.span.start: at.choice.country
        for at in places
        if at.choice.country is not None and at.choice.precision not in ("country", "province", "region")
    }
    meant = {
        hit.country.country.alpha3
        for hit in scan.hits
        if hit.country is not None
        and elsewhere.get(hit.span.start, hit.country.country.alpha3) == hit.country.country.alpha3
    }
    return frozenset(named - meant)


def at_home(found: Grounding[Actor] | None, misread: frozenset[str]) -> Grounding[Actor] | None:
    """The grounding without a country that was only read out of a town's name; nobody, if the state itself was."""
    if found is None or found.choice.country not in misread:
        return found
    actor = found.choice
    if actor.kind == "state":
        return None
    if actor.kind not in ("described", "office"):
        return found
    bare = actor.name.rpartition(" (")[0] or actor.name
    # as where the text does not say whose: "group:FRA:CVL:man" is then "group::CVL:man", and "office:FRA:police" is
    # "group::COP:police"
    kind, _, rest = actor.id.partition(":")
    key = rest.partition(":")[2]
    key = key if kind == "group" else f"{actor.sectors[0]}:{key}"
    choice = replace(actor, id=f"group::{key}", name=bare, kind="described", country=None)
    return replace(found, choice=choice)
