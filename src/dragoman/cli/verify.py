"""`dragoman verify`: re-check a whole archive."""

from __future__ import annotations

import typer

from dragoman.cli import options
from dragoman.cli.screen import out, plural


def verify(archive: options.ArchiveFile) -> None:
    """Check hashes of articles, spans of all claims, references and indexes. Exit code 1 if anything is wrong.

    [dim]Examples:[/]
      dragoman verify -a dossier.db
    """
    with options.open_archive(archive) as store:
        counts = store.counts()
        problems = 0
        for problem in store.verify():
            problems += 1
            out.print(str(problem), markup=False)
    if problems:
        out.print(f"[red]{plural(problems, 'problem')}[/]")
        raise typer.Exit(1)
    checked = f"{plural(counts.get('articles', 0), 'report')} and {plural(counts.get('claims', 0), 'claim')}"
    out.print(f"[green]Sound:[/] {checked}, every span says what it should.")
