"""`dragoman search`: full text over articles and claims."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.screen import Format, err, rows

COLUMNS = ("kind", "published", "title", "snippet", "id")


def search(
    query: Annotated[str, typer.Argument(help='Words that must all stand there; "a phrase" in quotes.')],
    archive: options.ArchiveFile,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many.")] = 20,
    form: options.FormatOption = Format.table,
) -> None:
    """Search the text of reports and the evidence of claims; accents and case do not matter.

    [dim]Examples:[/]
      dragoman search "milosevic ceasefire" -a dossier.db
      dragoman search '"peace talks" ohio' -a dossier.db --format jsonl
    """
    with options.open_archive(archive) as store:
        hits = store.search(query, limit)
        items = ({c: getattr(h, c) for c in COLUMNS} for h in hits)
        if not rows(items, form, COLUMNS) and form is Format.table:
            err.print("Nothing found.")
