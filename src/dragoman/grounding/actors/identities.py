"""Making actors: one place that settles ids and names."""

from __future__ import annotations

from functools import cache

from dragoman.gazetteers.agents import Agent
from dragoman.gazetteers.countries import Country, CountryMatch, by_alpha3
from dragoman.gazetteers.parties import KnownParty
from dragoman.grounding.actors.names import slug
from dragoman.grounding.actors.words import OfficePattern, office_patterns
from dragoman.records import Actor, Office

# Names of states that English puts an article before.
_WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Bahamas", "Maldives", "Comoros", "Seychelles", "Gambia")
_ARTICLE_ENDINGS = ("Islands", "Republic", "Republic of the Congo", "Union", "Territory")


def country_name(code: str) -> str:
    """The country's name as it stands after "of"."""
    name = by_alpha3(code).name
    if name.startswith(_WITH_ARTICLE) or name.endswith(_ARTICLE_ENDINGS) or name.endswith("Republic of the Congo"):
        return f"the {name}"
    return name


def state(country: Country) -> Actor:
    """The government of a state: what the state's name, seat and "authorities" stand for."""
    return _state(country.alpha3)


@cache
def _state(code: str) -> Actor:
    return Actor(
        id=f"state:{code}",
        name=f"Government of {country_name(code)}",
        kind="state",
        country=code,
        sectors=("GOV",),
        aliases=(by_alpha3(code).name,),
    )


def office(pattern: OfficePattern, code: str | None) -> Actor:
    """An office of a state, or of an unknown one where the text does not say whose."""
    if code is None:
        return Actor(f"group::{pattern.sectors[0]}:{pattern.key}", pattern.name, "described", None, pattern.sectors)
    return Actor(
        id=f"office:{code}:{pattern.key}",
        name=f"{pattern.name} ({by_alpha3(code).name})",
        kind="office",
        country=code,
        sectors=pattern.sectors,
    )


def of_country_match(found: CountryMatch) -> Actor:
    """Whom the name, seat or people of a country stand for where they act."""
    country = found.country
    if found.office is not None:
        pattern = office_patterns().get(found.office)
        if pattern is not None:
            return office(pattern, country.alpha3)
    if found.part:
        return Actor(
            f"group:{country.alpha3}:GOV:regional-authorities",
            f"regional authorities ({country.name})",
            "described",
            country.alpha3,
            ("GOV",),
        )
    return state(country)


def organisation(party: KnownParty) -> Actor:
    """A known organisation."""
    return Actor(party.id, party.name, "organisation", party.country, party.sectors, party.aliases)


def named_organisation(name: str, code: str | None, sectors: tuple[str, ...]) -> Actor:
    """An organisation that only this text names."""
    return Actor(f"org:{slug(name)}", name, "organisation", code, sectors)


def person(
    name: str,
    code: str | None,
    sectors: tuple[str, ...],
    aliases: tuple[str, ...] = (),
    offices: tuple[Office, ...] = (),
) -> Actor:
    """A human being known by name."""
    return Actor(f"person:{slug(name)}", name, "person", code, sectors, aliases, offices)


def described(
    agent: Agent,
    code: str | None,
    of: str | None = None,
    words: str | None = None,
    sectors: tuple[str, ...] | None = None,
    *,
    plural: bool = False,
) -> Actor:
    """A party without an identity of its own: what it is and whose. Words that judge are left out.

    ``words`` replaces the agent's own word ("deputy oil minister"); ``of`` names what it belongs to.
    """
    said = words if words and not agent.neutral else _noun(agent, plural)
    codes = sectors or agent.sectors
    if agent.word == "leader" and not plural and code is None and sectors is None:
        codes = ("UNK",)  # "the two leaders" of a summit are heads of state, "its leader" may lead anything
    whose = of or (by_alpha3(code).name if code else None)
    parts = ["group", code or "", codes[0] if codes else "UNK", slug(said) + (f"-{slug(of)}" if of else "")]
    return Actor(":".join(parts), f"{said} ({whose})" if whose else said, "described", code, codes)


def of_several(agent: Agent, owners: tuple[Country, ...], *, plural: bool = False) -> Actor:
    """A party of several states together ("the presidents of Chad and Mali"): it has no one country."""
    said = _noun(agent, plural)
    codes = "-".join(sorted(owner.alpha3.lower() for owner in owners))
    names = ", ".join(owner.name for owner in owners)
    sector = agent.sectors[0] if agent.sectors else "UNK"
    return Actor(f"group::{sector}:{slug(said)}-{codes}", f"{said} ({names})", "described", None, agent.sectors)


def people(found: CountryMatch, written: str) -> Actor:
    """The people of a part of a country, named as the text names them ("Bosnian Serbs", "Gazans")."""
    code = found.country.alpha3
    # "Serbs" of a story about Bosnian Serbs are they
    written = next((part for part in found.country.parts if part.endswith(f" {written}")), written)
    return Actor(f"group:{code}:CVL:{slug(written)}", written, "described", code, ("CVL",))


def called(noun: str, code: str | None, of: str | None = None) -> Actor:
    """A party of which only a noun that no list has and whose it is are known ("tanks", of a country or body)."""
    whose = of or (by_alpha3(code).name if code else None)
    key = slug(noun) + (f"-{slug(of)}" if of else "")
    return Actor(f"group:{code or ''}:UNK:{key}", f"{noun} ({whose})" if whose else noun, "described", code, ())


def _noun(agent: Agent, plural: bool) -> str:
    """The word for a kind of party, the neutral one where its own judges."""
    if agent.neutral:
        return _many(agent.neutral) if plural else agent.neutral
    return agent.plural if plural else agent.word


def _many(words: str) -> str:
    if words.endswith("person"):
        return words.removesuffix("person") + "people"
    return words if words.endswith(("s", "people", "men")) else f"{words}s"
