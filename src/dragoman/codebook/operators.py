"""Operators: words that change the status of an act they govern. Data in ``operators.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codebook.types import Types, builtin
from dragoman.codebook.yaml_lines import load_yaml, rows
from dragoman.errors import CodebookError

_KEYS = frozenset(
    ("id", "status", "negated", "gloss", "verbs", "nouns", "adjectives", "modifiers", "takes", "holder", "when",
     "otherwise", "to")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operator:
    """What a governing word does to the status of the act below it.

    ``past_only``: the status holds in the past ("tried to"), ``otherwise`` in other tenses ("is trying to").
    ``keep`` as status passes the act's own status on. ``holder``: its subject becomes the claim's actor.
    """

    id: str
    status: str
    negated: str
    gloss: str
    holder: bool
    takes: str
    past_only: bool
    otherwise: str | None


@dataclass(frozen=True, slots=True)
class Operators:
    """Look-ups by word; a verb with its preposition is one key ("call for")."""

    verbs: Mapping[str, Operator]
    nouns: Mapping[str, Operator]
    adjectives: Mapping[str, Operator]
    modifiers: Mapping[str, Operator]
    responses: frozenset[str]
    modals: Mapping[str, str]
    conditionals: frozenset[str]
    never: frozenset[str]
    almost: frozenset[str]


def load_operators(types: Types) -> Operators:
    """The shipped operators. Raises ``CodebookError`` with file and line."""
    file = builtin() / "operators.yaml"
    values = load_yaml(file)
    tables: dict[str, dict[str, Operator]] = {"verbs": {}, "nouns": {}, "adjectives": {}, "modifiers": {}}
    known = {*types.statuses, "keep"}
    for row in rows(file, values, "operators"):
        where = f"{file.name}:{row.line}"
        if unknown := sorted(set(row) - _KEYS):
            raise CodebookError(f"unknown key {unknown[0]!r}", where=where, remedy=f"Use {', '.join(sorted(_KEYS))}")
        negated = row.get("negated", "denied")
        for status in (row.get("status"), negated, row.get("otherwise", "keep")):
            if status not in known:
                raise CodebookError(f"unknown status {status!r}", where=where, remedy=f"Use {', '.join(sorted(known))}")
        operator = Operator(
            id=row["id"],
            status=row["status"],
            negated=negated,
            gloss=str(row.get("gloss", "")),
            holder=bool(row.get("holder", False)),
            takes=row.get("takes", "both"),
            past_only=row.get("when") == "past",
            otherwise=row.get("otherwise"),
        )
        for kind, table in tables.items():
            for word in row.get(kind) or ():
                # the first operator that names a word keeps it
                table.setdefault(str(word), operator)
    return Operators(
        verbs=tables["verbs"],
        nouns=tables["nouns"],
        adjectives=tables["adjectives"],
        modifiers=tables["modifiers"],
        responses=frozenset(values["responses"]),
        modals=dict(values["modals"]),
        conditionals=frozenset(values["conditionals"]),
        never=frozenset(values["never"]),
        almost=frozenset(values["almost"]),
    )
