"""PETRARCH and TABARI dictionaries of actors and agents.

An actor is a line ``NAME_IN_CAPITALS_ [CODE]``, followed by ``+SYNONYM_`` lines and by tab-indented dated codes
``[CODE <930101]`` (before), ``[CODE >930101]`` (since), ``[CODE 930101-951231]``. ``~`` for a code discards the
words, ``;`` and ``#`` begin comments, ``{PLURAL}`` and ``{~}`` after an agent give or deny its plural.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.gazetteers.tables import SECTORS
from dragoman.grounding.actors.imported import ImportedActor, Period, Problem
from dragoman.grounding.actors.importing_own import known_country
from dragoman.grounding.actors.names import slug
from dragoman.records import Actor

_CODE = re.compile(r"\[([^\]]*)\]")
_DATED = re.compile(r"^(?P<code>\S*?)\s*(?P<when>[<>]\s*\d+|\d+\s*-\s*\d+)?$")
_PLURAL = re.compile(r"\{([^}]*)\}")
# CAMEO role codes that PLOVER calls otherwise.
_RENAMED = {
    "INS": "REB",
    "SEP": "REB",
    "RAD": "REB",
    "UIS": "UAF",
    "ENV": "SOC",
    "MOD": "SOC",
    "HRI": "NGO",
    "NGM": "NGO",
    "INT": "IGO",
    "DEV": "GOV",
    "HLH": "MED",
    "MED": "JRN",
}


@dataclass(slots=True)
class _Entry:
    line: int
    names: list[str]
    periods: list[Period] = field(default_factory=list)
    country: str | None = None
    sectors: tuple[str, ...] = ()
    discard: bool = False
    coded: bool = False


def read_petrarch(text: str) -> tuple[list[ImportedActor], list[Problem]]:
    """Actors and problems of a PETRARCH/TABARI actor or agent dictionary."""
    entries: list[_Entry] = []
    problems: list[Problem] = []
    current: _Entry | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        line = re.split(r"[;#]", raw, maxsplit=1)[0].rstrip()
        if not line.strip() or line.startswith(("<", "!")):
            continue
        head = line.strip()
        if head.startswith("+"):
            if current is None:
                problems.append(Problem(number, "a synonym (+) before any actor"))
            else:
                current.names.extend(_names(head[1:]))
            continue
        if head.startswith("["):
            if current is None:
                problems.append(Problem(number, "a dated code before any actor"))
                continue
            _codes(current, head, number, problems)
            continue
        names = _names(_CODE.sub("", head))
        if not names:
            problems.append(Problem(number, "no actor name in the line"))
            continue
        if head.count("[") != head.count("]"):
            problems.append(Problem(number, "a bracket is not closed"))
            continue
        current = _Entry(number, names)
        entries.append(current)
        _codes(current, head, number, problems)
    actors = []
    for entry in entries:
        if not entry.coded:
            problems.append(Problem(entry.line, f"{entry.names[0]!r} has no code"))
            continue
        kind = "organisation"
        actor = Actor(f"org:{slug(entry.names[0])}", entry.names[0], kind, entry.country, entry.sectors,
                      tuple(dict.fromkeys(entry.names[1:])))  # fmt: skip
        spelled = tuple(dict.fromkeys(form for name in entry.names for form in (name, name.upper())))
        actors.append(ImportedActor(actor, spelled, tuple(entry.periods), entry.discard))
    return actors, problems


def _codes(entry: _Entry, line: str, number: int, problems: list[Problem]) -> None:
    for inside in _CODE.findall(line):
        body = inside.strip()
        dated = _DATED.match(body)
        if dated is None:
            problems.append(Problem(number, f"[{body}] is no code"))
            continue
        code, when = dated["code"], dated["when"]
        if code in ("~", "~~"):
            entry.discard = entry.coded = True
            continue
        if not re.fullmatch(r"~?[A-Z]{3,}", code) or len(code.lstrip("~")) % 3:
            problems.append(Problem(number, f"{code!r} is no code of three-letter parts"))
            continue
        country, sectors = _split(code.lstrip("~"))
        entry.coded = True
        if when is None:
            entry.country, entry.sectors = country, sectors
            continue
        start, end = _days(when)
        if start is None and end is None:
            problems.append(Problem(number, f"{when.strip()!r} holds no date"))
            continue
        entry.periods.append(Period(start, end, country, sectors))


def _split(code: str) -> tuple[str | None, tuple[str, ...]]:
    parts = [code[i : i + 3] for i in range(0, len(code), 3)]
    country = parts[0] if known_country(parts[0]) else None
    roles = parts[1:] if country else parts
    return country, tuple(dict.fromkeys(r for r in (_RENAMED.get(p, p) for p in roles) if r in SECTORS))


def _days(when: str) -> tuple[str | None, str | None]:
    text = when.replace(" ", "")
    if text[0] == "<":
        return None, _day(text[1:])
    if text[0] == ">":
        return _day(text[1:]), None
    first, _, last = text.partition("-")
    return _day(first), _day(last)


def _day(digits: str) -> str | None:
    """``930101`` or ``19930101`` as an ISO day; two-digit years up to 30 belong to this century."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    if len(digits) != 8 or not "01" <= digits[4:6] <= "12" or not "01" <= digits[6:] <= "31":
        return None
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


# Short words that stay small inside a name.
_SMALL = frozenset({"OF", "THE", "AND", "FOR", "IN", "DE", "AL"})


def _names(head: str) -> list[str]:
    plural = _PLURAL.search(head)
    written = _PLURAL.sub("", head).strip().rstrip("_ ")
    base = _cased(written)
    if not base:
        return []
    if plural is None or plural[1].strip() == "~":
        return [base]
    return [base, _cased(plural[1])]


def _cased(written: str) -> str:
    parts = [part for part in re.split(r"[_\s]+", written.strip()) if part]
    if not any(c.isalpha() for c in written):
        return ""
    return " ".join(
        part.lower() if i and part in _SMALL else part if len(part) <= 3 and len(parts) == 1 else _capital(part)
        for i, part in enumerate(parts)
    )


def _capital(part: str) -> str:
    return "-".join(piece.capitalize() for piece in part.split("-"))
