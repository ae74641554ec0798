"""`dragoman add`: read, code, ground, match, store."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.progress import Progress
from dragoman.cli.reading import Reading
from dragoman.cli.screen import err, out, plural


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
    """Read reports into an archive: code, ground, match and store them.

    Safe to stop (Ctrl-C) and run again: what is stored is not coded twice. What cannot be read is listed at the
    end, with the reason and what to do; the rest is read.

    [dim]Examples:[/]
      dragoman add saved-pages/ --archive dossier.db
      dragoman add corpus.jsonl.gz more-pages/ -a corpus.db --workers 2
      curl -s https://outlet.example/report | dragoman add - -a dossier.db
    """
    from dragoman.archive import Archive
    from dragoman.merging import link
    from dragoman.pipeline import add_articles, load, rematch

    coder = load(options.make_settings(settings, codebook, actors))
    with Archive(archive) as store:
        reading = Reading(paths, coder.settings, published, on_set_aside=store.set_aside)
        outcomes = {"added": 0, "known": 0, "new version": 0}
        claims = 0
        with Progress("reading", reading.total() if err.is_terminal else None) as progress:
            for result in add_articles(coder, reading.articles(), store, workers):
                outcomes[result.outcome] += 1
                claims += result.claims if result.outcome != "known" else 0
                progress.step(reading.position)
        if outcomes["added"] + outcomes["new version"]:
            link(store)
            if match:
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
