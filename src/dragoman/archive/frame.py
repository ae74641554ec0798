"""Claims and events as Arrow tables, for pandas, polars, DuckDB and Parquet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dragoman.archive import actors
from dragoman.archive.connection import Store
from dragoman.archive.filters import ClaimFilter, EventFilter, claim_conditions, event_conditions
from dragoman.archive.queries import CLAIM_ORDER

if TYPE_CHECKING:
    import pyarrow as pa

# Rows that go into one record batch: large enough for Arrow, small enough for any laptop.
_BATCH: Final = 10_000


def _list(column: str, role: str) -> str:
    return (
        f"(SELECT json_group_array(value) FROM (SELECT {column} AS value FROM claim_parties"
        f" WHERE claim_row = c.row AND role = '{role}' ORDER BY position))"
    )


_NUMBERS: Final = (
    "(SELECT json_group_array(json_object('of', counted, 'value', value, 'low', low, 'high', high)) FROM"
    " (SELECT * FROM claim_numbers WHERE claim_row = c.row ORDER BY position))"
)
# Column, Arrow type, SQL expression. Days stay ISO text: an open side is null, nothing is rounded.
_CLAIMS: Final = (
    ("id", "string", "c.id"),
    ("article_id", "string", "c.article_id"),
    ("event_id", "string", "(SELECT event_id FROM event_claims WHERE claim_row = c.row)"),
    ("published", "string", "a.published"),
    ("publisher", "string", "a.publisher"),
    ("title", "string", "a.title"),
    ("url", "string", "a.url"),
    ("plover", "string", "c.plover"),
    ("act", "string", "c.act"),
    ("mode", "string", "c.mode"),
    ("cameo", "string", "c.cameo"),
    ("status", "string", "c.status"),
    ("historical", "bool", "c.historical"),
    ("quad", "int", "c.quad"),
    ("score", "float", "c.score"),
    ("actors", "list", _list("ifnull(name, text)", "actor")),
    ("actor_ids", "list", _list("actor_id", "actor")),
    ("actor_countries", "list", _list("country", "actor")),
    ("actor_sectors", "list", _list("sectors", "actor")),
    ("recipients", "list", _list("ifnull(name, text)", "recipient")),
    ("recipient_ids", "list", _list("actor_id", "recipient")),
    ("recipient_countries", "list", _list("country", "recipient")),
    ("recipient_sectors", "list", _list("sectors", "recipient")),
    ("attribution", "list", _list("ifnull(name, text)", "speaker")),
    ("start_day", "string", "c.start_day"),
    ("end_day", "string", "c.end_day"),
    ("granularity", "string", "c.granularity"),
    ("day_basis", "string", "c.day_basis"),
    ("place", "string", "c.place"),
    ("country", "string", "c.country"),
    ("admin1", "string", "c.admin1"),
    ("latitude", "float", "c.latitude"),
    ("longitude", "float", "c.longitude"),
    ("geonames_id", "int", "c.geonames_id"),
    ("place_precision", "string", "c.place_precision"),
    ("numbers", "numbers", _NUMBERS),
    ("contexts", "words", "c.contexts"),
    ("trigger", "string", "c.trigger_text"),
    ("trigger_start", "int", "c.trigger_start"),
    ("trigger_end", "int", "c.trigger_end"),
    ("evidence", "string", "c.evidence"),
    ("evidence_start", "int", "c.evidence_start"),
    ("evidence_end", "int", "c.evidence_end"),
    ("confidence", "float", "c.confidence"),
    ("frame", "string", "c.frame"),
    ("coder_version", "string", "c.coder_version"),
)
_EVENTS: Final = (
    ("id", "string", "e.id"),
    ("plover", "string", "e.plover"),
    ("act", "string", "e.act"),
    ("mode", "string", "e.mode"),
    ("status", "string", "e.status"),
    ("actors", "parties", "json_extract(e.json, '$.actors')"),
    ("recipients", "parties", "json_extract(e.json, '$.recipients')"),
    ("start_day", "string", "e.start_day"),
    ("end_day", "string", "e.end_day"),
    ("granularity", "string", "e.granularity"),
    ("place", "string", "e.place"),
    ("country", "string", "e.country"),
    ("latitude", "float", "e.latitude"),
    ("longitude", "float", "e.longitude"),
    ("claims", "list", "json_extract(e.json, '$.claims')"),
    ("reports", "list", "json_extract(e.json, '$.reports')"),
    ("independent_sources", "parties", "json_extract(e.json, '$.independent_sources')"),
    ("denied_by", "parties", "json_extract(e.json, '$.denied_by')"),
    (
        "conflicts",
        "list",
        "(SELECT json_group_array(json_extract(value, '$.field')) FROM json_each(e.json, '$.conflicts'))",
    ),
    ("first_report", "string", "e.first_report"),
    ("last_report", "string", "e.last_report"),
    ("confidence", "float", "e.confidence"),
)


def claims_frame(store: Store, wanted: ClaimFilter) -> pa.Table:
    """One row a claim, in the order of ``Archive.claims``."""
    conditions = claim_conditions(wanted)
    selected = ", ".join(expression for _, _, expression in _CLAIMS)
    return _table(
        store,
        _CLAIMS,
        f"SELECT {selected} FROM claims AS c JOIN articles AS a ON a.id = c.article_id WHERE {conditions.sql}"
        f" ORDER BY {CLAIM_ORDER} LIMIT ?",
        [*conditions.parameters, -1 if wanted.limit is None else wanted.limit],
        {},  # a claim names its parties as its report does
    )


def events_frame(store: Store, wanted: EventFilter) -> pa.Table:
    """One row an event, in the order of ``Archive.events``."""
    conditions = event_conditions(wanted)
    selected = ", ".join(expression for _, _, expression in _EVENTS)
    return _table(
        store,
        _EVENTS,
        f"SELECT {selected} FROM events AS e WHERE {conditions.sql}"
        " ORDER BY e.start_day IS NULL, e.start_day, e.end_day, e.id LIMIT ?",
        [*conditions.parameters, -1 if wanted.limit is None else wanted.limit],
        actors.kept_names(store),
    )


def _table(
    store: Store, columns: tuple[tuple[str, str, str], ...], sql: str, parameters: list[Any], kept: Mapping[str, str]
) -> pa.Table:
    import pyarrow as pa  # a tenth of a second to import, and only frames need it

    number = pa.struct([("of", pa.string()), ("value", pa.float64()), ("low", pa.float64()), ("high", pa.float64())])
    types = {
        "string": pa.string(),
        "bool": pa.bool_(),
        "int": pa.int64(),
        "float": pa.float64(),
        "list": pa.list_(pa.string()),
        "parties": pa.list_(pa.string()),
        "words": pa.list_(pa.string()),
        "numbers": pa.list_(number),
    }
    schema = pa.schema([(name, types[kind]) for name, kind, _ in columns])
    batches: list[Any] = []
    portion: list[tuple[Any, ...]] = []
    for row in store.stream(sql, parameters):
        portion.append(row)
        if len(portion) == _BATCH:
            batches.append(_batch(pa, schema, columns, portion, kept))
            portion = []
    if portion:
        batches.append(_batch(pa, schema, columns, portion, kept))
    return pa.Table.from_batches(batches, schema)


def _batch(
    pa: Any,
    schema: Any,
    columns: tuple[tuple[str, str, str], ...],
    portion: list[tuple[Any, ...]],
    kept: Mapping[str, str],
) -> Any:
    arrays = []
    for position, (name, kind, _) in enumerate(columns):
        values: list[Any] = [row[position] for row in portion]
        if kind in ("list", "numbers"):
            values = [json.loads(value) for value in values]
        elif kind == "parties":
            values = [actors.once(json.loads(value), kept) for value in values]
        elif kind == "words":
            values = [value.split("; ") if value else [] for value in values]
        elif kind == "bool":
            values = [bool(value) for value in values]
        arrays.append(pa.array(values, schema.field(name).type))
    return pa.record_batch(arrays, schema=schema)
