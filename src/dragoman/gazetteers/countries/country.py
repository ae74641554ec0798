"""What is known of one country, and how a text can name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

How = Literal["name", "demonym", "capital", "metonym"]


@dataclass(frozen=True, slots=True)
class Country:
    """A state, past or present, or a territory with an ISO 3166 code of its own.

    ``alpha3`` is ISO 3166 (withdrawn codes for states of the past; KOS for Kosovo, RVN for South Vietnam).
    ``cow`` is the Correlates of War number, ``fips`` the FIPS 10-4 code. ``parts`` are regions and peoples
    inside the country, which name no government of the state. ``dependency_of`` is the state that controls
    a territory. ``first``/``last``: years of existence where they matter; ``neighbours``: alpha-3 codes.
    """

    alpha3: str
    alpha2: str | None
    numeric: str | None
    cow: int | None
    fips: str | None
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    capital_aliases: tuple[str, ...]
    metonyms: tuple[tuple[str, str | None], ...]
    parts: tuple[str, ...]
    region: str
    dependency_of: str | None
    first: int | None
    last: int | None
    neighbours: tuple[str, ...]

    @property
    def adjective(self) -> str | None:
        """The word that stands before a noun ("Russian", "Dutch")."""
        return self.demonyms[0] if self.demonyms else None


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """A country and how the words name it.

    ``office`` names the office a metonym stands for ("Pentagon": ``defence-ministry``), ``None`` for the
    government. ``part`` holds where the words name a part or people of the country ("Scottish", "Gaza").
    """

    country: Country
    how: How
    office: str | None = None
    part: bool = False
