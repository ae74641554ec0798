"""Names as they stand in a sentence: ``the Government of Egypt``, ``Bosnian Serb forces``, ``a car bomber``.

Names of identities are made for tables, where a country stands in brackets. Nothing is added here but articles and "of"; an
indefinite article only where the report has one. Data in ``names.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.codebook.yaml_lines import Lined, load_yaml
from dragoman.errors import CodebookError
from dragoman.records import Party, Speaker

_LISTS = ("with_the", "lands_with_the", "institutions", "no_article")
_BRACKETS = re.compile(r"(?P<base>[^()]+) \((?P<inner>.+)\)")
_TAIL = re.compile(r" (?:of|for|on|in|to) .*")
_OF_LAND = re.compile(r"(?P<lead>.+ of )(?P<land>[A-Z].+)")
_OWN = frozenset(("the", "this", "that", "its", "his", "her", "their", "our", "my"))


@dataclass(frozen=True, slots=True)
class _Lists:
    with_the: frozenset[str]
    lands_with_the: frozenset[str]
    institutions: frozenset[str]
    no_article: frozenset[str]


@cache
def _lists() -> _Lists:
    file = resources.files("dragoman.views") / "names.yaml"
    values = load_yaml(file)
    found = []
    for name in _LISTS:
        entries = values.get(name)
        if not isinstance(entries, list) or not all(isinstance(e, str) for e in entries):
            where = f"{file.name}:{values.lines.get(name, 1) if isinstance(values, Lined) else 1}"
            raise CodebookError(f"needs a list of words '{name}'", where=where, remedy="Write one word or name a line")
        found.append(frozenset(entries))
    return _Lists(*found)


def in_prose(party: Party | Speaker) -> str:
    """The party's name for the middle of a sentence; the report's own words where nobody knows who it is."""
    if not party.name:
        return party.text
    kind, _, rest = (party.grounding.choice.id if party.grounding else "").partition(":")
    if kind == "person":
        return party.name
    # an id such as group:BIH:MIL:forces-bosnian-serb says that what stands in brackets is no country
    country = kind != "group" or not _is_said(party.name, rest.rsplit(":", 1)[-1])
    return _named(party.name, party.text, country)


def land(name: str) -> str:
    """A country or region with its article: ``the United States``, ``Kenya``."""
    return f"the {name}" if name.lower() in _lists().lands_with_the else name


def _is_said(name: str, slug: str) -> bool:
    """Whether the slug of an identity holds the words in the brackets of its name."""
    found = _BRACKETS.fullmatch(name)
    return found is not None and slug.endswith("-".join(re.findall(r"\w+", found["inner"].lower())))


def _named(name: str, words: str, country: bool) -> str:
    found = _BRACKETS.fullmatch(name)
    if found is None:
        return _with_article(name, words, belongs=False)
    base, inner = found["base"], found["inner"]
    if country:
        return f"{_with_article(base, words, belongs=True)} of {land(inner)}"
    owned = _with_article(base, words, belongs=True)
    if "(" in inner:  # "members (Parliament (United States))"; its own brackets hold a country if it is an institution
        return f"{owned} of {_named(inner, '', country=inner[:1].isupper())}"
    if inner.endswith("s") and not inner.isupper() and inner not in _FORMS_IN_S:
        return f"{owned} of the {inner}"
    return _with_article(f"{inner} {base}", words, belongs=True, lower=base[:1].islower())


#: Names that end in s and still stand before a noun: "United Nations commanders".
_FORMS_IN_S = frozenset(("United Nations", "United States", "Reuters", "Hamas"))


def _with_article(name: str, words: str, belongs: bool, lower: bool | None = None) -> str:
    """``belongs``: it is somebody's (a minister of a country), so there is one of its kind; ``lower``: a description."""
    lists = _lists()
    told = words.lower().split()
    head = _TAIL.sub("", name).split()[-1].lower()
    if lower is None:
        lower = name[:1].islower()
    if not lower:
        of = _OF_LAND.fullmatch(name)
        name = f"{of['lead']}{land(of['land'])}" if of else name
        the = head in lists.institutions or name.lower() in lists.with_the or told == ["the", *name.lower().split()]
        return f"the {name}" if the or land(name) != name else name
    if head in lists.no_article or (head.endswith("s") and not head.endswith(("ss", "us", "is"))):
        return name
    first = told[0] if told else ""
    if first in ("a", "an", "one", "another"):
        return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
    return f"the {name}" if belongs or first in _OWN or first.endswith(("'s", "’s")) else name
