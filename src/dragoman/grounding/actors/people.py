"""A human being of one article while it is being read: names, titles, and what they say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dragoman.codebook.words import words as codebook_words
from dragoman.gazetteers.parties import KnownPerson
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.scan import Hit
from dragoman.grounding.actors.titles import Title
from dragoman.grounding.actors.words import given_name, title_facts, words
from dragoman.records import Actor, Article, Office, Span


@dataclass(slots=True)
class Person:
    """A human being of one article while it is being read."""

    names: list[str] = field(default_factory=list)
    spans: list[tuple[Span, str, str]] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    honorifics: list[str] = field(default_factory=list)
    short: tuple[str, ...] = ()
    known: KnownPerson | None = None
    origin: Hit | None = None
    """What "of" and a name right behind the person's name say: "Kufuor of Ghana", "Adams of Sinn Féin"."""
    seated: bool = False
    """Whether party and state of the United States stand behind the name: "Rick Stone (D-Ohio)" sits in Congress."""

    @property
    def name(self) -> str:
        """The fullest spelling; of equally full ones the most frequent, then the first."""
        if self.known is not None and all(" " not in name for name in self.names):
            return self.known.name
        counts = Counter(self.names)
        return max(counts, key=lambda n: (len(n.split()), len(n), counts[n], -self.names.index(n)))

    @property
    def gender(self) -> str:
        """``he``, ``she`` or ``either``, from honorifics and the given name."""
        for word in self.honorifics:
            if (told := gender_by(word)) is not None:
                return told
        for title in self.titles:
            if title.agent.word.endswith("woman"):
                return "she"
            if title.agent.word.endswith("man"):
                return "he"
            if title.agent.word in _HER_ROLES | _HIS_ROLES:  # "her father Karl"
                return "she" if title.agent.word in _HER_ROLES else "he"
        first = self.name.split()[0]
        if first in words().surnames_first:
            return "either"
        return given_name(first) or "either"

    def is_called(self, role: str, *, former: bool = False) -> bool:
        """Whether a title or an honorific of the report says that the person has the role ("Sen. Lund": a senator), or,
        with ``former``, had it.
        """
        held = [t for t in self.titles if t.agent.word == role or t.agent.word.endswith((f" {role}", f"-{role}"))]
        if held:
            return any(t.is_former == former for t in held)
        other = "he" if role.endswith("woman") else "she" if role.endswith("man") else None
        honoured = not title_facts().roles.get(role, frozenset()).isdisjoint(self.honorifics)
        return honoured and (other is None or self.gender != other)

    def actor(self, article: Article, default_country: str | None, home: str | None = None) -> Actor:
        """The person as a record, with every office the article gives.

        ``default_country``: whose offices are that the words do not say; ``home``: the country the article speaks of
        alone, where even rebels and members of parties are its own.
        """
        facts = title_facts()
        offices = []
        country = sectors = None
        for title in self.titles:
            place = own = title.country or facts.country(title.text)
            if place is None and (
                title.sectors[:1] in _STATE_SECTORS or (title.affiliation and title.sectors[:1] == ("JUD",))
            ):
                place = self._origin_country() or default_country or facts.likely_country(title.text)
            if place is None and title.sectors[:1] in _HOME_SECTORS and title.affiliation is None:
                place = home
            offices.append(Office(title.text, title.affiliation, place, article.published, article.id, title.span))
            country = country or own
            if title.agent.word not in _KIN:
                sectors = sectors or _said(title.sectors)
        if self.known is not None:
            # The list knows better than a stray word beside the name, except that an office was left,
            country = self.known.country or country
            # nor the year it changed hands, when the report's own title decides.
            changed = article.published is not None and article.published[:4] == str(self.known.first)
            left = sectors == ("ELI",) or (changed and sectors is not None)
            sectors = sectors if left else self.known.sectors or sectors
        country = country or self._origin_country() or next((o.country for o in offices if o.country), None)
        if self.seated:
            country, sectors = country or "USA", sectors or ("LEG",)
        if not sectors and self.origin is not None and self.origin.known is not None:
            sectors = self.origin.known.party.sectors
        if not sectors:
            sectors = tuple(facts.sectors[word] for word in self.honorifics if word in facts.sectors)[:1]
            if sectors in _STATE_SECTORS:  # "Lt. Gen. Lund", in a report of one country
                country = country or home
        if not sectors:  # somebody's wife may be a governor: else it says what she is
            sectors = next((t.sectors for t in self.titles if t.agent.word in _KIN), None)
        unique = tuple({(o.title, o.affiliation): o for o in reversed(offices)}.values())[::-1]
        name = self.name
        aliases = tuple(dict.fromkeys(text for _, text, _ in self.spans if text != name))
        codes = tuple(code for code in sectors or () if code != "UNK")
        if self.known is not None and self.known.name != name:
            aliases = tuple(dict.fromkeys((name, *aliases)))
        # Whom the list knows has one id however a report spells the name.
        return identities.person(self.known.name if self.known else name, country, codes, aliases, unique)

    def _origin_country(self) -> str | None:
        if self.origin is None:
            return None
        if self.origin.country is not None:
            return self.origin.country.country.alpha3
        return self.origin.known.party.country if self.origin.known is not None else None


_HIS_ROLES, _HER_ROLES = codebook_words("his_roles"), codebook_words("her_roles")
_KIN = codebook_words("kin")
_HIS = frozenset({"Mr", "Sir", "Lord", "King", "Prince", "Father"})
_HERS = frozenset({"Mrs", "Ms", "Miss", "Lady", "Dame", "Queen", "Princess", "Baroness", "Sister"})


def gender_by(honorific: str) -> str | None:
    """``he`` or ``she`` where the honorific tells."""
    word = honorific.rstrip(".")
    return "he" if word in _HIS else "she" if word in _HERS else None


def _said(sectors: tuple[str, ...]) -> tuple[str, ...] | None:
    return None if sectors in ((), ("UNK",)) else sectors


# Titles of these sectors, with no country and no body said, are those of the country the article speaks of alone.
_HOME_SECTORS = (("ELI",), ("OPP",), ("PTY",), ("REB",), ("LAB",), ("REL",))
# Offices of these sectors, with no country said, are taken to be those of the state last spoken of; a police chief
# or a judge is as often a town's.
_STATE_SECTORS = (("GOV",), ("MIL",), ("LEG",), ("SPY",))
