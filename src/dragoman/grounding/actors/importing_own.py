"""The project's own actor lists, as CSV or YAML.

Columns or keys: ``name`` (needed), ``id``, ``aliases`` (``|`` between them, in YAML a list), ``country`` (alpha-3),
``sectors`` (``|`` between them), ``kind`` (person, organisation, office), ``from``, ``to`` (ISO days or years).
"""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import yaml

from dragoman.gazetteers.countries import by_alpha3
from dragoman.gazetteers.tables import SECTORS, listed
from dragoman.grounding.actors.imported import ImportedActor, Period, Problem
from dragoman.grounding.actors.names import slug
from dragoman.records import Actor

FIELDS = ("name", "id", "aliases", "country", "sectors", "kind", "from", "to")
_KINDS = {"person": "person", "organisation": "org", "office": "office"}
_DAY = re.compile(r"\d{4}(-\d{2}-\d{2})?$")


def read_csv(text: str) -> tuple[list[ImportedActor], list[Problem]]:
    """Actors and problems of a CSV list; its header names ``FIELDS`` in any order, ``name`` at least."""
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [cell.strip() for cell in next(reader, [])]
    unknown = [cell for cell in header if cell not in FIELDS]
    if "name" not in header or unknown:
        reason = f"there is no column {unknown[0]!r}" if unknown else "there is no column 'name'"
        return [], [Problem(1, f"{reason}; the header may name {', '.join(FIELDS)}")]
    actors: list[ImportedActor] = []
    problems: list[Problem] = []
    for values in reader:
        if not any(cell.strip() for cell in values):
            continue
        if len(values) != len(header):
            problems.append(Problem(reader.line_num, f"{len(values)} values for {len(header)} columns"))
            continue
        _take(dict(zip(header, values, strict=True)), reader.line_num, actors, problems)
    return actors, problems


def read_yaml(text: str) -> tuple[list[ImportedActor], list[Problem]]:
    """Actors and problems of a YAML list of maps with the keys ``FIELDS``."""
    try:
        # BaseLoader keeps the code NO (Norway's alpha-2) and years as text.
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        entries = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return [], [Problem(mark.line + 1 if mark else 1, f"no YAML: {getattr(error, 'problem', None) or error}")]
    if not isinstance(entries, list) or node is None:
        return [], [Problem(1, "the file must be a list of actors")]
    actors: list[ImportedActor] = []
    problems: list[Problem] = []
    for entry, at in zip(entries, node.value, strict=True):
        line = at.start_mark.line + 1
        unknown = [key for key in entry if key not in FIELDS] if isinstance(entry, dict) else []
        if not isinstance(entry, dict) or unknown:
            problems.append(
                Problem(line, f"there is no key {unknown[0]!r}" if unknown else "an actor is a map of keys")
            )
            continue
        _take({key: _cell(value) for key, value in entry.items()}, line, actors, problems)
    return actors, problems


def _cell(value: Any) -> str:
    return "|".join(str(part) for part in value) if isinstance(value, list) else str(value)


def _take(row: dict[str, str], line: int, actors: list[ImportedActor], problems: list[Problem]) -> None:
    reason, actor = _actor(row)
    if actor is None:
        problems.append(Problem(line, reason))
    else:
        actors.append(actor)


def _actor(row: dict[str, str]) -> tuple[str, ImportedActor | None]:
    name = row.get("name", "").strip()
    if not name:
        return "the name is missing", None
    kind = row.get("kind", "").strip() or "organisation"
    if kind not in _KINDS:
        return f"there is no kind {kind!r}; use {', '.join(_KINDS)}", None
    country = row.get("country", "").strip() or None
    if country is not None and not known_country(country):
        return f"{country!r} is no ISO 3166 alpha-3 code", None
    codes = listed(row.get("sectors", ""))
    wrong = [code for code in codes if code not in SECTORS]
    if wrong:
        return f"there is no sector {wrong[0]!r}", None
    first, last = row.get("from", "").strip(), row.get("to", "").strip()
    for day in (first, last):
        if day and not _DAY.match(day):
            return f"{day!r} is no day (2024-06-23) or year (2024)", None
    aliases = tuple(alias for alias in listed(row.get("aliases", "")) if alias != name)
    identity = row.get("id", "").strip() or f"{_KINDS[kind]}:{slug(name)}"
    actor = Actor(identity, name, kind, country, codes, aliases)
    start = f"{first}-01-01" if len(first) == 4 else first or None
    end = f"{last}-12-31" if len(last) == 4 else last or None
    periods = (Period(start, end, country, codes),) if start or end else ()
    return "", ImportedActor(actor, (name, *aliases), periods)


def known_country(code: str) -> bool:
    """Whether the gazetteer has a country with that alpha-3 code."""
    try:
        by_alpha3(code)
    except KeyError:
        return False
    return True
