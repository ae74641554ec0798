"""Write docs/codebook.md from the codebook's data. `--check` only says whether it is up to date (exit 1 if not)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.codebook.manual import TypeEntry, load_contexts, load_type_entries
from dragoman.codebook.types import Types, load_types

TARGET = Path(__file__).resolve().parent / "codebook.md"
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
INTRO = """# Codebook

*Made from `src/dragoman/codebook/*.yaml` by `python docs/build_codebook.py`; a test fails if it is out of date.*

Dragoman codes acts by [PLOVER](https://github.com/openeventdata/PLOVER): 16 types, most with modes, each with a quad class and a
score from -10 (conflict) to +10 (cooperation). Types, modes, classes and scores are PLOVER's; the words here are ours. The **act** is what
is told of, as if it were done; the **status** is what the report says of it; both together give the PLOVER type (last table but one).
Your own types and frames: [own-codebook.md](own-codebook.md). The words that fire: [frames.md](frames.md).
"""


def _overview(entries: tuple[TypeEntry, ...]) -> Iterator[str]:
    yield "## The types\n"
    yield "| type | quad class | score | in plain words | recipient |\n|---|---|---|---|---|"
    for entry in entries:
        t = entry.type
        need = "required" if t.recipient_required else "optional"
        yield f"| [{t.name}](#{t.name.lower()}) | {t.quad} {QUADS[t.quad]} | {t.score:+g} | {t.label}: {t.gloss} | {need} |"


def _type(entry: TypeEntry) -> Iterator[str]:
    t = entry.type
    yield f"\n### {t.name}\n"
    yield entry.definition + "\n"
    yield f"*Elsewhere:* {entry.instead}\n"
    yield f"*Example:* {entry.example}"
    if t.modes:
        yield "\n| mode | score | meaning | example |\n|---|---|---|---|"
        for mode in t.modes.values():
            yield f"| {mode.name} | {mode.score:+g} | {mode.label}: {mode.gloss} | {entry.mode_examples[mode.name]} |"


def _statuses(types: Types) -> Iterator[str]:
    yield "\n## Act and status\n"
    yield "What an act (left) amounts to in each status. *same*: the act's own type.\n"
    yield "| act | " + " | ".join(types.statuses) + " |\n" + "|---" * (len(types.statuses) + 1) + "|"
    for name in types.types:
        results = (types.plover(name, status) for status in types.statuses)
        yield f"| {name} | " + " | ".join("same" if r == name else r for r in results) + " |"


def _contexts() -> Iterator[str]:
    contexts = load_contexts()
    yield f"\n## The {len(contexts)} contexts\n"
    yield "A claim gets every context of which a word stands in its sentence.\n"
    yield "| context | about | example | words |\n|---|---|---|---|"
    for context in contexts:
        yield f"| {context.name} | {context.means} | {context.example} | {', '.join(context.words)} |"


def build() -> str:
    """The whole document."""
    entries = load_type_entries()
    lines = [INTRO, *_overview(entries)]
    for entry in entries:
        lines += _type(entry)
    lines += [*_statuses(load_types()), *_contexts()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(
            0 if TARGET.read_text(encoding="utf-8") == build() else f"{TARGET.name} is out of date: run {__file__}"
        )
    TARGET.write_text(build(), encoding="utf-8")
