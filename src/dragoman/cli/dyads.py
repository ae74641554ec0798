"""`dragoman dyads`: events and mean score per pair and month."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

import typer

from dragoman.archive import EventFilter
from dragoman.cli import options
from dragoman.cli.screen import Format, err, rows

COLUMNS = ("source", "target", "month", "events", "score", "quad 1", "quad 2", "quad 3", "quad 4")


class Side(StrEnum):
    """What a side of a pair is."""

    actor = "actor"
    country = "country"


def dyads(
    archive: options.ArchiveFile,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    party: options.With = None,
    country: options.Country = None,
    type: options.Type = None,
    since: options.Since = None,
    until: options.Until = None,
    by: Annotated[Side, typer.Option(help="Count parties, or the countries they belong to.")] = Side.actor,
    background: Annotated[bool, typer.Option(help="Also what the reports tell only as background.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="At most so many rows.")] = None,
    settings: options.SettingsFile = None,
    codebook: options.Codebook = None,
    form: options.FormatOption = Format.table,
) -> None:
    """Events per ordered pair and month, with their mean PLOVER score (-10 conflict to +10 cooperation).

    An event counts once, however many reports tell of it. What is denied or only possible does not count; a deed that is only
    planned does not either, but a plan, demand, threat or refusal counts as the verbal act it is, in the month it was reported.
    Where all parties act together (a meeting), each pair counts both ways. quad 1–4: verbal and material cooperation, verbal
    and material conflict. Acts of your own codebook are scored if you name it (--codebook).

    [dim]Examples:[/]
      dragoman dyads -a news.db --by country --since 2018 --format csv > dyads.csv
      dragoman dyads -a news.db --with Iran
    """
    from dragoman.codebook.types import load_types
    from dragoman.views.dyads import dyads as counted

    types = load_types(options.make_settings(settings, codebook).codebook)
    wanted = EventFilter(
        actor=actor, recipient=recipient, party=party, country=country, type=options.words(type, upper=True),
        since=since, until=until,
    )  # fmt: skip
    with options.open_archive(archive) as store:
        found = counted(store.event_pairs(wanted, by=by.value, background=background), types)
        nothing = "" if found else options.and_unknown("No pair of parties fits.", store, actor, recipient, party)

    def lines() -> Iterator[dict[str, Any]]:
        for dyad in found[:limit]:
            row = {"source": dyad.source, "target": dyad.target, "month": dyad.month, "events": dyad.events}
            yield {**row, "score": dyad.score, **{f"quad {i}": n for i, n in enumerate(dyad.quads, 1)}}

    if not rows(lines(), form, COLUMNS) and form is Format.table:
        err.print(nothing, markup=False)
