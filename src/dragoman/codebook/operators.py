"""Operators: words that change the status of an act they govern. Data in ``operators.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dragoman.codebook.types import Types, builtin
from dragoman.codebook.yaml_lines import Lined, load_yaml, rows
from dragoman.errors import CodebookError

_WORD_LISTS = ("verbs", "nouns", "adjectives", "modifiers")
_STATUS_KEYS = ("status", "negated", "otherwise", "other", "hostile", "contested", "undone")
_FLAGS = ("holder", "force", "subject", "finite", "of", "thought")
_KEYS = frozenset(("id", "gloss", "takes", "when", *_WORD_LISTS, *_STATUS_KEYS, *_FLAGS))
# What may stand under a verb, by the word of `takes`.
_TAKES: Mapping[str, frozenset[str]] = {
    "any": frozenset(("noun", "gerund", "infinitive", "that")),
    "clause": frozenset(("gerund", "infinitive", "that")),
    "noun": frozenset(("noun", "gerund")),
    "infinitive": frozenset(("infinitive",)),
    "that": frozenset(("that",)),
    "gerund": frozenset(("gerund", "that", "noun")),
}
_CLOSED_LISTS = (
    "responses", "conditionals", "never", "almost", "deontic", "carriers", "motion", "deeds", "votes", "states", "held", "drills", "prospects", "penalties", "long_times", "disapproving",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operator:
    """What a governing word does to the status of the act below it; the fields are explained in ``operators.yaml``."""

    id: str
    status: str
    negated: str = "denied"
    gloss: str = ""
    takes: frozenset[str] = _TAKES["any"]
    holder: bool = False
    force: bool = False
    subject: bool = False
    finite: bool = True
    of: bool = True
    past_only: bool = False
    otherwise: str | None = None
    other: str | None = None
    hostile: str | None = None
    contested: str | None = None
    undone: str | None = None
    thought: bool = False


@dataclass(frozen=True, slots=True)
class Operators:
    """Look-ups by word; a verb with its preposition or particle is one key ("call for")."""

    verbs: Mapping[str, tuple[Operator, ...]]
    nouns: Mapping[str, tuple[Operator, ...]]
    adjectives: Mapping[str, tuple[Operator, ...]]
    modifiers: Mapping[str, tuple[Operator, ...]]
    composition: Mapping[str, Mapping[str, str]]
    modals: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]

    def find(self, kind: str, word: str, takes: str = "noun", *, through_of: bool = False) -> Operator | None:
        """The operator for ``word`` among ``verbs``, ``nouns``, ``adjectives`` or ``modifiers``.

        ``takes``: what stands under it: noun, gerund, infinitive or that (a finite clause).
        ``through_of``: a noun stands under it by the preposition "of".
        """
        table: Mapping[str, tuple[Operator, ...]] = getattr(self, kind)
        fitting = (o for o in table.get(word, ()) if takes in o.takes and (o.of or not through_of))
        return next(fitting, None)

    def compose(self, outer: str, inner: str) -> str:
        """The status of an act that is ``inner`` under a word that makes it ``outer``."""
        return self.composition.get(outer, {}).get(inner, outer)

    @property
    def responses(self) -> frozenset[str]:
        """Verbs whose subject a request in their object was made to."""
        return self.lists["responses"]


def load_operators(types: Types, file: Path | Traversable | None = None) -> Operators:
    """The shipped operators, or those of ``file``. Raises ``CodebookError`` with file and line."""
    file = file or builtin() / "operators.yaml"
    values = load_yaml(file)
    known = frozenset((*types.statuses, "keep"))
    tables: dict[str, dict[str, tuple[Operator, ...]]] = {kind: {} for kind in _WORD_LISTS}
    for row in rows(file, values, "operators"):
        operator = _operator(file, row, known)
        for kind, table in tables.items():
            for word in _words(file, row, kind):
                if operator not in table.get(word, ()):
                    table[word] = (*table.get(word, ()), operator)
    _check_sections(file, values, known - {"keep"})
    return Operators(
        verbs=tables["verbs"],
        nouns=tables["nouns"],
        adjectives=tables["adjectives"],
        modifiers=tables["modifiers"],
        composition={outer: dict(row) for outer, row in values["composition"].items()},
        modals=dict(values["modals"]),
        lists={name: frozenset(values[name]) for name in _CLOSED_LISTS},
    )


def _operator(file: Any, row: Lined, known: frozenset[str]) -> Operator:
    if unknown := sorted(set(row) - _KEYS):
        raise _wrong(file, row.line, f"unknown key {unknown[0]!r}", f"Use {', '.join(sorted(_KEYS))}")
    if "id" not in row or "status" not in row:
        raise _wrong(file, row.line, "an operator lacks 'id' or 'status'", "Give both")
    for key in _STATUS_KEYS:
        if key in row and row[key] not in known:
            raise _wrong(file, row.line, f"unknown status {row[key]!r}", f"Use {', '.join(sorted(known))}")
    for key in _FLAGS:
        if not isinstance(row.get(key, False), bool):
            raise _wrong(file, row.line, f"{key!r} is {row[key]!r}", "Write true or false")
    takes = row.get("takes", "any")
    if takes not in _TAKES:
        raise _wrong(file, row.line, f"'takes' is {takes!r}", f"Use {', '.join(_TAKES)}")
    if row.get("when") not in (None, "past") or ("when" in row) != ("otherwise" in row):
        raise _wrong(file, row.line, "'when: past' and 'otherwise' go together", "Give both or none")
    return Operator(
        id=str(row["id"]),
        status=row["status"],
        negated=row.get("negated", "denied"),
        gloss=str(row.get("gloss", "")),
        takes=_TAKES[takes],
        holder=row.get("holder", False),
        force=row.get("force", False),
        subject=row.get("subject", False),
        finite=row.get("finite", True),
        of=row.get("of", True),
        past_only=row.get("when") == "past",
        otherwise=row.get("otherwise"),
        other=row.get("other"),
        hostile=row.get("hostile"),
        contested=row.get("contested"),
        undone=row.get("undone"),
        thought=row.get("thought", False),
    )


def _words(file: Any, row: Lined, key: str) -> list[str]:
    words = row.get(key) or []
    if not isinstance(words, list):
        raise _wrong(file, row.line, f"{key!r} is no list", f"Write '{key}: [word]'")
    for word in words:
        if not isinstance(word, str):  # YAML takes a bare no, on, true for a truth value
            raise _wrong(file, row.line, f"{word!r} in {key!r} is no word", "Put quotes around it")
    return words


def _check_sections(file: Any, values: Any, known: frozenset[str]) -> None:
    for name in _CLOSED_LISTS:
        if not isinstance(values.get(name), list):
            raise _wrong(file, 1, f"needs a list {name!r}", f"Write '{name}: [word]'")
        _words(file, values, name)
    for name in ("composition", "modals"):
        if not isinstance(values.get(name), Lined):
            raise _wrong(file, 1, f"needs a mapping {name!r}", "Compare the shipped operators.yaml")
    modals = values["modals"]
    for outer, row in values["composition"].items():
        line = getattr(row, "line", values["composition"].line)
        if not isinstance(row, dict):
            raise _wrong(file, line, f"the composition of {outer!r} is no mapping", "Write 'inner: result'")
        if unknown := sorted({str(s) for s in (outer, *row, *row.values())} - known):
            raise _wrong(file, line, f"unknown status {unknown[0]!r}", f"Use {', '.join(sorted(known))}")
    if unknown := sorted({str(s) for s in modals.values()} - known):
        raise _wrong(file, modals.line, f"unknown status {unknown[0]!r}", f"Use {', '.join(sorted(known))}")


def _wrong(file: Any, line: int, what: str, remedy: str) -> CodebookError:
    return CodebookError(what, where=f"{file.name}:{line}", remedy=remedy)
