"""`dragoman timeline`: what happened day by day, each line with its source."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from dragoman.archive import Archive, EventFilter
from dragoman.cli import options
from dragoman.cli.events import event_row, to_json
from dragoman.cli.screen import Format, err, out, plural, printable, rows
from dragoman.cli.wording import said_by, when
from dragoman.records import Event

COLUMNS = ("when", "status", "what", "where", "according to", "reports", "marks", "id")
_STYLE = {"occurred": "green", "ongoing": "green", "planned": "cyan", "denied": "red", "cancelled": "magenta",
          "refused": "yellow", "requested": "yellow", "threatened": "red", "offered": "cyan"}  # fmt: skip


def timeline(
    archive: options.ArchiveFile,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    party: Annotated[str | None, typer.Option("--with", help="A party on either side.", show_default=False)] = None,
    country: options.Country = None,
    type: options.Type = None,
    status: options.Status = None,
    since: options.Since = None,
    until: options.Until = None,
    place: options.Place = None,
    publisher: options.Publisher = None,
    text: options.TextQuery = None,
    limit: options.Limit = None,
    background: Annotated[bool, typer.Option(help="Also what the reports tell only as background.")] = False,
    evidence: Annotated[bool, typer.Option(help="Print the sentence under each line.")] = False,
    form: options.FormatOption = Format.table,
) -> None:
    """The record in order of time: who did what to whom, when, where, according to whom, in which status.

    ⊕ counts reports, ! marks reports that differ, ? what was expected and nobody confirmed, ~ a day known only from
    the publication date.

    [dim]Examples:[/]
      dragoman timeline -a dossier.db --with Hamas --since 2024-06-01
      dragoman timeline -a dossier.db --evidence
    """
    wanted = EventFilter(
        actor=actor, recipient=recipient, party=party, country=country, type=options.words(type, upper=True),
        status=options.words(status), since=since, until=until, place=place, publisher=publisher, text=text,
        limit=limit,
    )  # fmt: skip
    with options.open_archive(archive) as store:
        lines = [_line(store, e) for e in _in_order(store.events(wanted))]
        lines = [line for line in lines if background or not line["_background"]]
        if form is not Format.table:
            rows(lines, form, COLUMNS)
            return
        if not lines:
            err.print("No event fits.")
            return
        _print(lines, evidence)


def _in_order(events: Any) -> list[Event]:
    return sorted(events, key=lambda e: (e.start or e.first_report or "9999", e.end or "9999", e.id))


def _line(store: Archive, event: Event) -> dict[str, Any]:
    claims = list(store.claims_of_event(event.id))
    first = min(claims, key=lambda c: (c.status != event.status, c.id))
    article = store.article(first.article_id)
    publisher = article.publisher if article else None
    basis = first.time.grounding.choice.basis if first.time else None
    report = " ".join(x for x in (publisher, article.published if article else None) if x) or first.article_id
    more = len(event.reports) - 1
    row = event_row(event)
    return {
        **row,
        "when": when(event.start, event.end, event.granularity, basis),
        "according to": said_by(first.attribution, publisher),
        "report": report + (f" + {more} more" if more else ""),
        "_background": all(c.historical for c in claims),
        "_evidence": first.evidence.text,
        "_json": {**to_json(event), "according_to": said_by(first.attribution, publisher), "report": report},
    }


def _print(lines: list[dict[str, Any]], evidence: bool) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("when", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("who → whom: what", ratio=5, overflow="fold")
    table.add_column("where", ratio=2, overflow="fold")
    table.add_column("according to", ratio=3, overflow="fold")
    table.add_column("report", ratio=3, overflow="fold")
    table.add_column("⊕", justify="right", no_wrap=True)
    for line in lines:
        status = line["status"]
        what = Text(printable(line["what"]))
        if evidence:
            what.append("\n“" + printable(line["_evidence"]) + "”", style="dim")
        table.add_row(
            line["when"],
            Text(status, style=_STYLE.get(status, "")),
            what,
            Text(printable(line["where"])),
            Text(printable(line["according to"])),
            Text(printable(line["report"])),
            line["reports"].lstrip("⊕") + line["marks"],
        )
    out.print(table)
    out.print(
        f"[dim]{plural(len(lines), 'event')}. ~ only the publication date says when; ! reports differ; ? not confirmed.[/]"
    )
