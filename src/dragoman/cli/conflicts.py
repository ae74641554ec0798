"""`dragoman conflicts`: where reports of one event differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.archive import EventFilter
from dragoman.cli import options
from dragoman.cli.events import event_row
from dragoman.cli.screen import Format, err, rows
from dragoman.cli.telling import tellings

COLUMNS = ("when", "what", "differ on", "value", "said by", "reports", "id")


def conflicts(
    archive: options.ArchiveFile,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    party: options.With = None,
    country: options.Country = None,
    type: options.Type = None,
    since: options.Since = None,
    until: options.Until = None,
    place: options.Place = None,
    limit: options.Limit = None,
    form: options.FormatOption = Format.table,
) -> None:
    """Where reports of one event differ: on its day, its place, its figures, or on whether it happened at all.

    One row for each value, with who holds it. Nothing is averaged and nobody is declared right.

    [dim]Examples:[/]
      dragoman conflicts -a dossier.db --since 2024-06
      dragoman conflicts -a dossier.db --type ASSAULT --format csv
    """
    from dragoman.views.disagreements import stands

    wanted = EventFilter(
        actor=actor, recipient=recipient, party=party, country=country, type=options.words(type, upper=True),
        since=since, until=until, place=place,
    )  # fmt: skip
    with options.open_archive(archive) as store:

        def found() -> Iterator[dict[str, Any]]:
            count = 0
            disputed = (e for e in store.events(wanted) if e.conflicts or e.denied_by)
            for telling in tellings(store, disputed):
                told = stands(telling.event, telling.claims, telling.articles)
                if not told or (limit is not None and count >= limit):
                    continue
                count += 1
                row = event_row(telling.event)
                for stand in told:
                    yield {
                        "when": row["when"],
                        "what": row["what"],
                        "differ on": stand.field + (f" ({stand.note})" if stand.note else ""),
                        "value": stand.value,
                        "said by": stand.said_by,
                        "reports": len(stand.reports),
                        "id": stand.event_id,
                        "_json": _json(stand),
                    }

        if not rows(found(), form, COLUMNS) and form is Format.table:
            err.print("No reports differ.")


def _json(stand: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(stand)
