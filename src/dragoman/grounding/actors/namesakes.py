"""Towns that are called as another country or its capital is: the people of Paris, Texas, are no Frenchmen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook.words import words
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.scan import Scan
from dragoman.records import Actor, Grounding, Place


def misread_countries(scan: Scan, places: Sequence[Grounding[Place]], publisher: str | None = None) -> frozenset[str]:
    """The countries (alpha-3) of which the text has only names that its places show to be of towns elsewhere; or of the town
    where an American paper comes out: the "Paris" of "parisnews.com", which tells of "Lamar County"."""
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
    here = (publisher or "").lower()
    if here.endswith(_AMERICAN) and _COUNTY.search(scan.text):
        capitals = [h for h in scan.hits if h.country is not None and h.country.how == "capital"]
        of_paper = {h.country.country.alpha3 for h in capitals if h.country and h.span.of(scan.text).lower() in here}
        meant -= of_paper - {h.country.country.alpha3 for h in scan.hits if h.country and h not in capitals}
    return frozenset(named - meant)


_AMERICAN = (".com", ".net", ".org", ".us")
_COUNTY = re.compile(r"\b[A-Z][a-z]+\sCounty\b(?!\sCouncil)")


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


def called_like_place(found: Grounding[Actor] | None, name: str, text: str) -> Grounding[Actor] | None:
    """The person whose first name is a place's, where the report says whose child or wife that is: "her daughter, Georgia,"."""
    if (
        found is None
        or found.choice.country is None
        or found.choice.kind == "person"
        or not _FIRST_NAME.fullmatch(name)
    ):
        return None
    told = re.search(rf"\b(?:his|her|their|[’']s)\s(?:[\w-]+\s)?(?:{_KIN}),?\s{re.escape(name)}\b(?!\s[A-Z])", text)
    if told is None:
        return None
    return Grounding(identities.person(name, None, ()), 0.6, f"“{name}” is the first name of somebody's kin")


_KIN = "|".join(sorted(words("kin")))
_FIRST_NAME = re.compile(r"[A-Z][a-z]+")
