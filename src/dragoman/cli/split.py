"""`dragoman split`: decide that claims do not belong to their event."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.judging import By, Match, Why, claims_meant, decide, matched_anew
from dragoman.errors import ArchiveError


def split(
    event: Annotated[str, typer.Argument(help="The event; the first digits suffice.")],
    claims: Annotated[list[str], typer.Argument(help="Its claims that tell of something else.")],
    archive: options.ArchiveFile,
    why: Why,
    by: By = None,
    match: Match = True,
) -> None:
    """Decide that claims tell of something else than the rest of their event. It binds all later matching, and can be undone.

    [dim]Example:[/]
      dragoman split e58fdb3c14357 00a94de2-1f -a dossier.db --why "another attack, a day later"
    """
    from dragoman.views.judging import split_pairs

    with options.open_archive(archive, readonly=False) as store:
        members = claims_meant(store, event)
        taken = [c for one in claims for c in claims_meant(store, one)]
        if strangers := [c for c in taken if c not in members]:
            raise ArchiveError(
                "the claim is not of this event", where=strangers[0], remedy=f"See dragoman show {event}"
            )
        rest = [c for c in members if c not in taken]
        if not rest:
            raise ArchiveError("no claim would stay in the event", where=event, remedy="Name only some of its claims")
        decide(store, "not the same", split_pairs(taken, rest), by, why)
        matched_anew(store, members, match)
