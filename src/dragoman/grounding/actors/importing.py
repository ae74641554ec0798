"""Reading a user's actor list: CSV, YAML, PETRARCH/TABARI dictionaries, FollowTheMoney JSON lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.errors import CodebookError
from dragoman.grounding.actors.imported import ImportedActor, ImportedActors, Problem
from dragoman.grounding.actors.importing_ftm import read_followthemoney
from dragoman.grounding.actors.importing_own import read_csv, read_yaml
from dragoman.grounding.actors.importing_petrarch import read_petrarch

# Larger than any list in use (PETRARCH's own holds 7 MB), small enough for a laptop.
MAX_BYTES = 256 * 2**20

Reader = Callable[[str], tuple[list[ImportedActor], list[Problem]]]

READERS: dict[str, Reader] = {
    ".csv": read_csv,
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".txt": read_petrarch,
    ".actors": read_petrarch,
    ".agents": read_petrarch,
    ".json": read_followthemoney,
    ".jsonl": read_followthemoney,
    ".ijson": read_followthemoney,
    ".ndjson": read_followthemoney,
}


def import_actors(path: Path) -> ImportedActors:
    """The actors of a list; which form it has is told by its ending (``READERS``).

    Lines that cannot be used are left out and reported with number and reason. Raises ``CodebookError``
    where the file cannot be read at all.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise CodebookError(
            f"an actor list cannot end in {path.suffix or 'nothing'!r}",
            where=str(path),
            remedy=f"Use one of: {', '.join(READERS)}",
        )
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CodebookError(f"the list is larger than {MAX_BYTES} bytes", where=str(path), remedy="Split it")
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise CodebookError(f"the list cannot be read ({error.strerror})", where=str(path)) from error
    actors, problems = reader(text)
    return ImportedActors(tuple(actors), tuple(sorted(problems, key=lambda p: p.line)), str(path))
