"""`dragoman code`: claims on standard output, nothing stored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.progress import Progress
from dragoman.cli.reading import Reading
from dragoman.cli.screen import Format, err, out, plural, rows
from dragoman.cli.wording import claim_row

COLUMNS = ("when", "status", "what", "where", "according to", "plover", "evidence")


def code(
    paths: options.Paths,
    published: options.Published = None,
    form: options.FormatOption = Format.jsonl,
    settings: options.SettingsFile = None,
    codebook: options.Codebook = None,
    min_confidence: options.MinConfidence = None,
    actors: options.ActorLists = None,
    workers: options.Workers = 1,
    strict: Annotated[bool, typer.Option(help="Exit with 1 if anything could not be read.")] = False,
) -> None:
    """Code reports and print their claims; nothing is stored.

    [dim]Examples:[/]
      dragoman code report.html --format table
      cat article.txt | dragoman code - --published 2024-06-23
      dragoman code news.jsonl > claims.jsonl
      dragoman code news.jsonl --min-confidence 0.8 --format csv > sure.csv
    """
    from dragoman.pipeline import load

    coder = load(options.make_settings(settings, codebook, actors))
    reading = Reading(paths, coder.settings, published)
    with Progress("coding", reading.total() if err.is_terminal else None, shown=not out.is_terminal) as progress:

        def found() -> Iterator[dict[str, Any]]:
            for article, claims in coder.code_many(reading.articles(), workers):
                progress.step(reading.position)
                for claim in claims:
                    if claim.confidence < (min_confidence or 0.0):
                        continue
                    yield claim_row(claim, article.publisher)

        if not rows(found(), form, COLUMNS) and form is Format.table:
            err.print(f"No claim in {plural(reading.count, 'report')}.")
    reading.report()
    if strict and reading.set_aside:
        raise typer.Exit(1)
