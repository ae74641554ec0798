"""`dragoman merge`: decide that events are one."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.judging import By, Match, Why, claims_meant, decide, matched_anew
from dragoman.errors import ArchiveError


def merge(
    ids: Annotated[list[str], typer.Argument(help="Two or more events or claims; the first digits suffice.")],
    archive: options.ArchiveFile,
    why: Why,
    by: By = None,
    match: Match = True,
) -> None:
    """Decide that events (or claims) tell of one thing. Kept as a judgement: it binds all later matching, and can be undone.

    [dim]Example:[/]
      dragoman merge e58fdb3c14357 e1abf1752754d -a dossier.db --why "one visit, two spellings of the name"
    """
    from dragoman.views.judging import merge_pairs

    with options.open_archive(archive, readonly=False) as store:
        groups = [claims_meant(store, i) for i in ids]
        if len(set(groups)) < 2:
            raise ArchiveError("a merge needs two different events or claims", where=" ".join(ids))
        standing = [j.subjects for j in store.judgements(standing=True) if j.verdict == "not the same"]
        pairs = merge_pairs(groups, [(s[0], s[1]) for s in standing])
        if not pairs:
            raise ArchiveError("these ids stand for one claim", where=" ".join(ids), remedy="Name another")
        decide(store, "same", pairs, by, why)
        matched_anew(store, [c for group in groups for c in group], match)
