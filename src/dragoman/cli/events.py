"""`dragoman events`: the events, one a row."""

from __future__ import annotations

from typing import Any

from dragoman.archive import EventFilter
from dragoman.cli import options
from dragoman.cli.screen import Format, err, rows
from dragoman.cli.wording import event_line, when
from dragoman.records import Event
from dragoman.views.claims import UNCONFIRMED

COLUMNS = ("when", "status", "what", "where", "reports", "sources", "marks", "id")


def event_row(event: Event) -> dict[str, Any]:
    """An event as a row; ``!`` marks conflicting reports, ``?`` an event nobody confirmed."""
    marks = ("!" if event.conflicts else "") + ("?" if event.status == UNCONFIRMED else "")
    place = event.place or ""
    return {
        "when": when(event.start, event.end, event.granularity),
        "status": event.status,
        "what": event_line(event),
        "where": place + (f" ({event.country})" if event.country and place else ""),
        "reports": f"⊕{len(event.reports)}",
        "sources": len(event.independent_sources),
        "marks": marks,
        "id": event.id,
        "_json": to_json(event),
    }


def to_json(event: Event) -> dict[str, Any]:
    """An event's record as JSON-ready values."""
    from dataclasses import asdict

    return asdict(event)


def events(
    archive: options.ArchiveFile,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    party: options.With = None,
    country: options.Country = None,
    type: options.Type = None,
    status: options.Status = None,
    since: options.Since = None,
    until: options.Until = None,
    place: options.Place = None,
    publisher: options.Publisher = None,
    text: options.TextQuery = None,
    min_confidence: options.MinConfidence = None,
    limit: options.Limit = None,
    form: options.FormatOption = Format.table,
) -> None:
    """List events: many reports of one thing are one row.

    [dim]Examples:[/]
      dragoman events -a dossier.db --country Russia --type CONSULT,AGREE --status planned
      dragoman events -a dossier.db --since 2024-06 --format csv > events.csv
    """
    wanted = EventFilter(
        actor=actor, recipient=recipient, party=party, country=country, type=options.words(type, upper=True),
        status=options.words(status), since=since, until=until, place=place, publisher=publisher, text=text,
        min_confidence=min_confidence, limit=limit,
    )  # fmt: skip
    with options.open_archive(archive) as store:
        if not rows((event_row(e) for e in store.events(wanted)), form, COLUMNS) and form is Format.table:
            said = options.nothing_fits("event", type, status, (store, (actor, recipient, party)))
            err.print(said, markup=False)
