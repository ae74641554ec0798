"""`dragoman recode`: code again what an older coder version coded."""

from __future__ import annotations

from dragoman.cli import options
from dragoman.cli.progress import Progress
from dragoman.cli.screen import err, out, plural


def recode(
    archive: options.ArchiveFile,
    settings: options.SettingsFile = None,
    codebook: options.Codebook = None,
    actors: options.ActorLists = None,
    workers: options.Workers = 1,
) -> None:
    """Code again all reports that an older version of coder, codebook or model coded.

    Old claims stay in the archive's history. Safe to stop and run again. In the end all events are made anew, also if no report
    had to be coded again.

    [dim]Examples:[/]
      dragoman recode -a dossier.db
      dragoman recode -a dossier.db --codebook my-frames.yaml --workers 2
    """
    from dragoman.merging import link
    from dragoman.pipeline import load, recode_articles, rematch

    coder = load(options.make_settings(settings, codebook, actors))
    with options.open_archive(archive, readonly=False) as store:
        done = claims = 0
        total = sum(1 for _ in store.outdated(coder.version)) if err.is_terminal else None
        with Progress("recoding", total) as progress:
            for count in recode_articles(coder, store, workers):
                done, claims = done + 1, claims + count
                progress.step()
        if done:
            link(store)
        events = rematch(store, anew=True)
    coded = f"{plural(done, 'report')} coded again, {plural(claims, 'claim')}" if done else "All is coded up to date"
    out.print(f"{coded}; {plural(events, 'event')} made anew.")
