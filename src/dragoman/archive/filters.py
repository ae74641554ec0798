"""What a user asks for, and the SQL conditions it becomes."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from typing import Any, Final

from dragoman.archive.folding import fts_query, like_pattern, valid
from dragoman.errors import ArchiveError

Words = str | tuple[str, ...] | None
"""One word or several of which any will do."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims. Every field that is set must hold.

    ``actor``, ``recipient``, ``party`` (either of the two), ``speaker``: an actor id (``state:RUS``; those
    merged with it count too) or the beginning of words of a name, alias or mention, without regard to case
    and accents. ``country``: ISO 3166 alpha-3 of a party or of the place. ``type``: PLOVER type.
    ``since``/``until``: ISO days, months or years; claims whose days overlap the interval. Claims without any day
    are left out then. ``text``: words that the claim's evidence, parties or place hold.
    ``min_confidence``: at least so sure. ``superseded``: also claims of older codings and page versions. ``limit``: at most so many.
    """

    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    speaker: str | None = None
    country: str | None = None
    type: Words = None
    act: Words = None
    mode: Words = None
    status: Words = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    publisher: str | None = None
    text: str | None = None
    article_id: str | None = None
    event_id: str | None = None
    historical: bool | None = None
    min_confidence: float | None = None
    superseded: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events. Fields as in ``ClaimFilter``; ``publisher`` and ``text`` ask the events' claims.

    ``min_reports``/``min_sources``: at least so many reports/independent sources. ``conflicts``, ``denied``: only
    events with (or, if ``False``, without) them.
    """

    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    country: str | None = None
    type: Words = None
    act: Words = None
    mode: Words = None
    status: Words = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    publisher: str | None = None
    text: str | None = None
    article_id: str | None = None
    conflicts: bool | None = None
    denied: bool | None = None
    min_reports: int | None = None
    min_sources: int | None = None
    min_confidence: float | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ActorFilter:
    """Which actors. ``name``: an id or the beginning of words of a name or alias."""

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: str | None = None
    min_claims: int = 0
    limit: int | None = None


@dataclass(slots=True)
class Conditions:
    """SQL conditions joined by AND, with their parameters."""

    parts: list[str] = field(default_factory=list)
    parameters: list[Any] = field(default_factory=list)

    def add(self, condition: str, *parameters: Any) -> None:
        """One more condition; ``?`` stands for each parameter."""
        self.parts.append(condition)
        self.parameters.extend(valid(value) if isinstance(value, str) else value for value in parameters)

    def any_of(self, column: str, words: Words) -> None:
        """The column holds one of the words, if any are given."""
        if words is not None:
            chosen = (words,) if isinstance(words, str) else words
            self.add(f"{column} IN ({', '.join('?' * len(chosen))})", *chosen)

    def flag(self, expression: str, wanted: bool | None) -> None:
        """The expression is true (or false), if that is asked for."""
        if wanted is not None:
            self.add(expression if wanted else f"NOT ({expression})")

    @property
    def sql(self) -> str:
        """The conditions as one expression."""
        return " AND ".join(f"({part})" for part in self.parts) or "1"


# The ids that count as the same actors as those of the inner query.
_SAME_ACTORS: Final = "SELECT id FROM actors WHERE identity IN (SELECT identity FROM actors WHERE {which})"
_NAMED: Final = "id IN (SELECT actor_id FROM actor_names WHERE search_text LIKE ?)"


def actors_named(value: str) -> tuple[str, list[str]]:
    """A query for the ids of the actors that ``value`` names (an id, or words of a name), and its parameters."""
    if ":" in value:  # every actor id has a colon, hardly any name does
        return _SAME_ACTORS.format(which="id = ?"), [value]
    return _SAME_ACTORS.format(which=_NAMED), [like_pattern(value)]


def claim_conditions(wanted: ClaimFilter) -> Conditions:
    """Conditions over ``claims AS c``."""
    conditions = Conditions()
    if not wanted.superseded:
        conditions.add("c.superseded_at IS NULL")
    for value, roles in (
        (wanted.actor, ("actor",)),
        (wanted.recipient, ("recipient",)),
        (wanted.party, ("actor", "recipient")),
        (wanted.speaker, ("speaker",)),
    ):
        if value is not None:
            _party(conditions, value, roles)
    if wanted.country is not None:
        conditions.add(
            "c.country = ? OR c.row IN (SELECT claim_row FROM claim_parties"
            " WHERE country = ? AND role IN ('actor', 'recipient'))",
            wanted.country.upper(),
            wanted.country.upper(),
        )
    _common(conditions, wanted, "c")
    if wanted.publisher is not None:
        conditions.add("instr(lower(c.publisher), lower(?))", wanted.publisher)
    _text(conditions, wanted.text, "c.row IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)")
    if wanted.article_id is not None:
        conditions.add("c.article_id = ?", wanted.article_id)
    if wanted.event_id is not None:
        conditions.add("c.row IN (SELECT claim_row FROM event_claims WHERE event_id = ?)", wanted.event_id)
    conditions.flag("c.historical", wanted.historical)
    if wanted.min_confidence is not None:
        conditions.add("c.confidence >= ?", wanted.min_confidence)
    return conditions


def event_conditions(wanted: EventFilter) -> Conditions:
    """Conditions over ``events AS e``."""
    conditions = Conditions()
    for value, roles in (
        (wanted.actor, ("actor",)),
        (wanted.recipient, ("recipient",)),
        (wanted.party, ("actor", "recipient")),
    ):
        if value is not None:
            claims = Conditions()
            _party(claims, value, roles)
            marks = ", ".join(f"'{role}'" for role in roles)
            conditions.add(
                f"e.id IN (SELECT event_id FROM event_claims AS m JOIN claims AS c ON c.row = m.claim_row"
                f" WHERE {claims.sql})"
                f" OR e.id IN (SELECT event_id FROM event_parties WHERE role IN ({marks})"
                " AND (party = ? OR search_text LIKE ?))",
                *claims.parameters,
                value,
                _words_of(value),
            )
    if wanted.country is not None:
        conditions.add(
            "e.country = ? OR e.id IN (SELECT m.event_id FROM event_claims AS m JOIN claim_parties AS p"
            " ON p.claim_row = m.claim_row WHERE p.country = ? AND p.role IN ('actor', 'recipient'))",
            wanted.country.upper(),
            wanted.country.upper(),
        )
    _common(conditions, wanted, "e")
    members = "e.id IN (SELECT event_id FROM event_claims AS m JOIN claims AS c ON c.row = m.claim_row WHERE {})"
    if wanted.publisher is not None:
        conditions.add(members.format("instr(lower(c.publisher), lower(?))"), wanted.publisher)
    if wanted.article_id is not None:
        conditions.add(members.format("c.article_id = ?"), wanted.article_id)
    _text(
        conditions,
        wanted.text,
        members.format("c.row IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"),
    )
    conditions.flag("e.conflict_count > 0", wanted.conflicts)
    conditions.flag("e.denied", wanted.denied)
    if wanted.min_confidence is not None:
        conditions.add("e.confidence >= ?", wanted.min_confidence)
    for column, least in (("report_count", wanted.min_reports), ("independent_sources", wanted.min_sources)):
        if least is not None:
            conditions.add(f"e.{column} >= ?", least)
    return conditions


def _party(conditions: Conditions, value: str, roles: tuple[str, ...]) -> None:
    query, parameters = actors_named(value)
    marks = ", ".join(f"'{role}'" for role in roles)
    conditions.add(
        f"c.row IN (SELECT claim_row FROM claim_parties WHERE role IN ({marks})"
        f" AND (actor_id IN ({query}) OR search_text LIKE ?))",
        *parameters,
        _words_of(value),
    )


def _words_of(value: str) -> str:
    """The pattern for a name; nothing for an id, which names one actor exactly: its words must not match others."""
    return "\0" if ":" in value else like_pattern(value)


def _common(conditions: Conditions, wanted: ClaimFilter | EventFilter, table: str) -> None:
    conditions.any_of(f"{table}.plover", wanted.type)
    conditions.any_of(f"{table}.act", wanted.act)
    conditions.any_of(f"{table}.mode", wanted.mode)
    conditions.any_of(f"{table}.status", wanted.status)
    if wanted.since is not None or wanted.until is not None:
        conditions.add(f"{table}.start_day IS NOT NULL OR {table}.end_day IS NOT NULL")
    if wanted.since is not None:
        conditions.add(f"{table}.end_day IS NULL OR {table}.end_day >= ?", first_day(wanted.since))
    if wanted.until is not None:
        conditions.add(f"{table}.start_day IS NULL OR {table}.start_day <= ?", last_day(wanted.until))
    if wanted.place is not None:
        conditions.add(f"{table}.place_search LIKE ?", like_pattern(wanted.place))


def _text(conditions: Conditions, text: str | None, condition: str) -> None:
    if text is not None:
        query = fts_query(text)
        if query is None:
            conditions.add("0")
        else:
            conditions.add(condition, query)


_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def first_day(value: str) -> str:
    """The first day of an ISO day, month or year. Raises ``ArchiveError`` for anything else."""
    year, month, day = _parts(value)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def last_day(value: str) -> str:
    """The last day of an ISO day, month or year. Raises ``ArchiveError`` for anything else."""
    year, month, day = _parts(value)
    month = month or 12
    return f"{year:04}-{month:02}-{day or calendar.monthrange(year, month)[1]:02}"


def _parts(value: str) -> tuple[int, int | None, int | None]:
    match = _DAY.fullmatch(value)
    if match:
        year, month, day = (None if part is None else int(part) for part in match.groups())
        if year and month is None:
            return year, None, None
        if year and month and 1 <= month <= 12 and (day is None or 1 <= day <= calendar.monthrange(year, month)[1]):
            return year, month, day
    raise ArchiveError(f"{value!r} is no date", remedy="Write 2024-06-23, 2024-06 or 2024")
