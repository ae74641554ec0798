"""`dragoman conflicts`: where reports of one event differ, or a headline says what its own report does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Annotated, Any

import typer

from dragoman.archive import Archive, EventFilter
from dragoman.cli import options
from dragoman.cli.events import event_row
from dragoman.cli.screen import Format, err, rows
from dragoman.cli.telling import tellings
from dragoman.records import Claim

HEADLINE_COLUMNS = ("when", "headline", "not told", "why", "report", "id")
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
    headlines: Annotated[
        bool, typer.Option("--headlines", help="Instead: headlines that claim what no sentence of their report tells.")
    ] = False,
    form: options.FormatOption = Format.table,
) -> None:
    """Where reports of one event differ: on its day, its place, its figures, or on whether it happened at all.

    One row for each value, with who holds it. Nothing is averaged and nobody is declared right. With --headlines, the
    reports whose headline claims something that none of their sentences tells; --since, --until and --limit then are
    about reports, and the other filters do not count.

    [dim]Examples:[/]
      dragoman conflicts -a dossier.db --since 2024-06
      dragoman conflicts -a dossier.db --type ASSAULT --format csv
      dragoman conflicts -a dossier.db --headlines
    """
    from dragoman.views.disagreements import stands

    wanted = EventFilter(
        actor=actor, recipient=recipient, party=party, country=country, type=options.words(type, upper=True),
        since=since, until=until, place=place,
    )  # fmt: skip
    with options.open_archive(archive) as store:
        if headlines:
            if not rows(_headlines(store, since, until, limit), form, HEADLINE_COLUMNS) and form is Format.table:
                err.print("No headline says what its report does not.")
            return

        def found() -> Iterator[dict[str, Any]]:
            disputed = (e for e in store.events(wanted) if e.conflicts or e.denied_by)
            told_of = ((t.event, stands(t.event, t.claims, t.articles)) for t in tellings(store, disputed))
            for event, told in islice((one for one in told_of if one[1]), limit):
                row = event_row(event)
                for stand in told:
                    yield {
                        "when": row["when"],
                        "what": row["what"],
                        "differ on": stand.field + (f" ({stand.note})" if stand.note else ""),
                        "value": stand.value,
                        "said by": stand.said_by,
                        "reports": len(stand.reports),
                        "id": stand.event_id,
                        "_json": asdict(stand),
                    }

        if not rows(found(), form, COLUMNS) and form is Format.table:
            err.print(options.and_unknown("No reports differ.", store, actor, recipient, party), markup=False)


def _headlines(store: Archive, since: str | None, until: str | None, limit: int | None) -> Iterator[dict[str, Any]]:
    """Parts of headlines that nothing in their report bears out, in order of report."""
    from dragoman.views.headline import unsupported

    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in store.claims():
        told[claim.article_id].append(claim)
    looked_at = ((a, unsupported(a, told[a.id])) for a in store.articles(since=since, until=until))
    for article, missing in islice((one for one in looked_at if one[1]), limit):
        for part in missing:
            yield {
                "when": article.published or "?",
                "headline": article.title,
                "not told": part.text,
                "why": part.why,
                "report": article.publisher or "?",
                "id": article.id,
                "_json": {"article_id": article.id, "headline": article.title, **asdict(part), "span": list(part.span)},
            }
