"""`dragoman evaluate`: figures against gold."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.screen import Format, err, out, plural, rows

if TYPE_CHECKING:
    from dragoman.evaluation import Report


class Kind(StrEnum):
    """What is measured."""

    relations = "relations"
    claims = "claims"
    attributions = "attributions"
    times = "times"
    places = "places"
    actors = "actors"
    links = "links"


def evaluate(
    kind: Annotated[Kind, typer.Argument(help="What to measure.", show_default=False)],
    file: Annotated[Path, typer.Argument(help="The gold file; its form is in docs/evaluate.md.", show_default=False)],
    errors: Annotated[
        Path | None, typer.Option(help="Write every mistake to this file, to be read.", show_default=False)
    ] = None,
    form: options.FormatOption = Format.table,
    sample: Annotated[
        int | None,
        typer.Option(min=1, help="Take so many units (of links: topics), spread evenly.", show_default=False),
    ] = None,
    settings: options.SettingsFile = None,
    codebook: options.Codebook = None,
    actors: options.ActorLists = None,
) -> None:
    """Measure against your own gold: precision, recall and F1 with 95 % intervals, confusion tables, mistakes.

    [dim]Examples:[/]
      dragoman evaluate relations gold.tsv --errors mistakes.txt
      dragoman evaluate claims gold.jsonl --format jsonl
      dragoman evaluate links pairs.jsonl --sample 10
    """
    from dragoman.evaluation import evaluate as measure
    from dragoman.evaluation import write_mistakes
    from dragoman.pipeline import load

    report = measure(kind.value, load(options.make_settings(settings, codebook, actors)), file, sample)
    if errors is not None:
        write_mistakes(report, errors)
    if form is Format.jsonl:
        rows(report.rows(), form, ())
    else:
        _show(report, form)
    for note in report.notes:
        err.print(f"{note}.", markup=False)
    if errors is not None:
        err.print(f"{plural(len(report.mistakes), 'mistake')} in {errors}", markup=False)


def _show(report: Report, form: Format) -> None:
    if form is Format.table:
        out.print(f"{report.kind}: {report.units} of {report.gold}\n", markup=False)
    rows(_figures(report), form, ("measure", "value", "95 % interval", "of"))
    if form is Format.csv:
        return
    for table in report.tables:
        out.print()
        rows([dict(zip(table.columns, row, strict=True)) for row in table.rows], form, table.columns, title=table.title)


def _figures(report: Report) -> Iterator[dict[str, Any]]:
    for one in report.figures:
        known = one.value is not None and one.low is not None and one.high is not None
        yield {
            "measure": one.name,
            "value": f"{one.value:.3f}" if one.value is not None else "nothing to measure",
            "95 % interval": f"{one.low:.3f}–{one.high:.3f}" if known else "",
            "of": one.support,
        }
