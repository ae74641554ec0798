"""`dragoman add`: read, code, ground, match, store."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.progress import Progress
from dragoman.cli.reading import Reading
from dragoman.cli.screen import out, plural


def add(
    paths: options.Paths,
    archive: options.ArchiveFile,
    published: options.Published = None,
    settings: options.SettingsFile = None,
    codebook: options.Codebook = None,
    actors: options.ActorLists = None,
    workers: options.Workers = 1,
    match: Annotated[bool, typer.Option(help="Match claims to events when all is read.")] = True,
    strict: Annotated[bool, typer.Option(help="Exit with 1 if anything could not be read.")] = False,
) -> None:
    """Read reports into an archive. Safe to stop and run again: what is stored is never read twice.

    [dim]Examples:[/]
      dragoman add saved-pages/ --archive dossier.db
      dragoman add corpus.jsonl.gz -a corpus.db --workers 2
    """
    from dragoman.archive import Archive
    from dragoman.pipeline import add_articles, load, rematch

    coder = load(options.make_settings(settings, codebook, actors))
    with Archive(archive) as store:
        reading = Reading(paths, coder.settings, published, on_set_aside=store.set_aside)
        outcomes = {"added": 0, "known": 0, "new version": 0}
        claims = 0
        with Progress("reading") as progress:
            for result, length in add_articles(coder, reading.articles(), store, workers):
                outcomes[result.outcome] += 1
                claims += result.claims
                progress.step(length)
        if match and outcomes["added"] + outcomes["new version"]:
            rematch(store)
        counts = store.counts()
    fresh = outcomes["added"] + outcomes["new version"]
    out.print(
        f"{plural(fresh, 'report')} added with {plural(claims, 'claim')}"
        + (f"; {plural(outcomes['known'], 'report was', 'reports were')} known" if outcomes["known"] else "")
        + (f"; {plural(outcomes['new version'], 'page')} had changed" if outcomes["new version"] else "")
        + "."
    )
    out.print(
        f"{archive} now holds {plural(counts.get('articles', 0), 'report')}, {plural(counts.get('claims', 0), 'claim')}, "
        f"{plural(counts.get('events', 0), 'event')}."
    )
    reading.report()
    if strict and reading.set_aside:
        raise typer.Exit(1)
