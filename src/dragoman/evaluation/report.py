"""What an evaluation comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.evaluation.figures import Figure


@dataclass(frozen=True, slots=True)
class Table:
    """A table beside the figures: per class, per topic, or a confusion table (gold in rows, found in columns)."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One case to read. ``kind`` groups them; ``text`` is the passage, ``why`` what the coder gave as its reason."""

    kind: str
    where: str
    text: str
    gold: str
    found: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Figures, tables and mistakes of one kind on one gold file (``digest``: its SHA-256; ``units``: what was taken)."""

    kind: str
    gold: str
    digest: str
    units: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    mistakes: tuple[Mistake, ...]
    notes: tuple[str, ...] = ()

    def value(self, name: str) -> float | None:
        """The value of a figure by its name. Raises ``KeyError`` for a name that is not measured."""
        for one in self.figures:
            if one.name == name:
                return one.value
        raise KeyError(name)

    def rows(self) -> list[dict[str, Any]]:
        """Figures, then the tables' rows, as JSON-ready dicts; ``row`` says which of the two."""
        out: list[dict[str, Any]] = [
            {
                "row": "figure",
                "kind": self.kind,
                "measure": f.name,
                "value": f.value,
                "low": f.low,
                "high": f.high,
                "of": f.support,
            }
            for f in self.figures
        ]
        for table in self.tables:
            out += [
                {"row": "table", "kind": self.kind, "table": table.title, **dict(zip(table.columns, row, strict=True))}
                for row in table.rows
            ]
        return out
