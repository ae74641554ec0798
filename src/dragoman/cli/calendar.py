"""`dragoman calendar`: what is planned, and who says so."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.archive import EventFilter
from dragoman.cli import options
from dragoman.cli.events import event_row
from dragoman.cli.screen import Format, err, out, plural, rows
from dragoman.cli.telling import tellings
from dragoman.cli.wording import when
from dragoman.errors import DragomanError
from dragoman.records import Article

if TYPE_CHECKING:
    from dragoman.views.planned import Plan

COLUMNS = ("when", "what", "where", "state", "according to", "announced", "id")


def calendar(
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
    ics: Annotated[
        Path | None,
        typer.Option(help="Write an iCalendar file of what has a day, for a calendar program.", show_default=False),
    ] = None,
    form: options.FormatOption = Format.table,
) -> None:
    """What reports tell as planned, in order of time: for when, according to whom, and what became of it.

    'state' is what the record holds now: planned, occurred, cancelled, or expected and not confirmed. --type is the type of
    what is planned (CONSULT for visits and meetings).

    [dim]Examples:[/]
      dragoman calendar -a dossier.db --since 2024-06-01 --with Russia
      dragoman calendar -a dossier.db --ics planned.ics
    """
    from dragoman.views.planned import fits_calendar, plan, to_ics

    wanted = EventFilter(
        actor=actor, recipient=recipient, party=party, country=country, act=options.words(type, upper=True),
        since=since, until=until, place=place,
    )  # fmt: skip
    with options.open_archive(archive) as store:
        plans: list[tuple[Plan, dict[str, Any]]] = []
        articles: dict[str, Article] = {}
        planned = (e for e in store.events(wanted) if any(step.status == "planned" for step in e.history))
        for telling in tellings(store, planned):
            found = plan(telling.event, telling.claims, telling.articles)
            if found is not None:
                articles.update({c.article_id: telling.articles[c.article_id] for c in found.claims})
                plans.append((found, event_row(telling.event)))
        nothing = "" if plans else options.and_unknown("Nothing is planned.", store, actor, recipient, party)
    plans.sort(key=lambda p: (p[0].start or p[0].announced or "9999", p[0].event.id))
    plans = plans[:limit]
    if ics is not None:
        _write(ics, to_ics(((one, row["what"]) for one, row in plans), articles))
        dated = sum(fits_calendar(one) for one, _ in plans)
        out.print(f"{plural(dated, 'entry', 'entries')} written to {ics}.", markup=False)
        if dated < len(plans):
            err.print(f"{plural(len(plans) - dated, 'plan')} left out: no report says for which day.")
        return
    if not rows((_row(one, row) for one, row in plans), form, COLUMNS) and form is Format.table:
        err.print(nothing, markup=False)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise DragomanError(
            f"the calendar cannot be written ({error.strerror})",
            where=str(file),
            remedy="Name a file in a folder that is there",
        ) from error


def _row(one: Plan, row: dict[str, Any]) -> dict[str, Any]:
    told = (f.name for f in fields(one) if f.name not in ("event", "claims"))
    return {
        "when": when(one.start, one.end, one.granularity) if one.start or one.end else "no day told",
        "what": row["what"],
        "where": row["where"],
        "state": one.state,
        "according to": one.said_by,
        "announced": one.announced,
        "id": one.event.id,
        "_json": {
            **{name: getattr(one, name) for name in told},
            "what": row["what"],
            "event_id": one.event.id,
            "claims": [c.id for c in one.claims],
        },
    }
