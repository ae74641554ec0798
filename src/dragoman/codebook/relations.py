"""Rules by which ``coder.relation`` names a relation and weighs frame against classifier: ``relations.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.types import builtin, load_types
from dragoman.codebook.yaml_lines import load_yaml, rows
from dragoman.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Convention:
    """One place where the CAMEO-to-PLOVER map and PLOVER's manual differ."""

    acts: frozenset[str]
    statuses: frozenset[str]
    cameo: frozenset[str]
    cues: frozenset[str]
    type: str
    why: str

    def fits(self, act: str, status: str, cameo: str | None, cue: str | None = None) -> bool:
        """Whether the rule is about this act, status, CAMEO code and lemma of the word that gives the status."""
        if self.statuses and status not in self.statuses:
            return False
        if self.cues and cue not in self.cues:
            return False
        if self.acts and act not in self.acts:
            return False
        return not self.cameo or cameo in self.cameo


@dataclass(frozen=True, slots=True)
class RelationRules:
    """Conventions in order, and the weights of a frame (natural log odds)."""

    conventions: tuple[Convention, ...]
    both: float
    one: float
    tagger: float

    def convention(self, act: str, status: str, cameo: str | None, cue: str | None = None) -> Convention | None:
        """The first convention that fits, if any."""
        return next((c for c in self.conventions if c.fits(act, status, cameo, cue)), None)


@cache
def load_relation_rules() -> RelationRules:
    """The shipped rules. Raises ``CodebookError`` with file and line."""
    file = builtin() / "relations.yaml"
    values = load_yaml(file)
    types = load_types()
    out = []
    for row in rows(file, values, "rules"):
        names = {*row.get("act", ()), row["type"]}
        unknown = sorted(names - set(types.types)) or sorted(set(row.get("status", ())) - set(types.statuses))
        if unknown:
            raise CodebookError(
                f"unknown type or status {unknown[0]!r}", where=f"{file.name}:{row.line}", remedy="Compare types.yaml"
            )
        out.append(
            Convention(
                frozenset(row.get("act", ())),
                frozenset(row.get("status", ())),
                frozenset(row.get("cameo", ())),
                frozenset(row.get("cue", ())),
                row["type"],
                row["why"],
            )
        )
    weights = values["frame_weight"]
    return RelationRules(tuple(out), float(weights["both"]), float(weights["one"]), float(weights["tagger"]))
