"""`dragoman brief`: a short written brief, every sentence footnoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from dragoman.archive import Archive, EventFilter
from dragoman.cli import options
from dragoman.cli.screen import Format, err, out, plural, printable, rows
from dragoman.cli.telling import tellings
from dragoman.records import Event

if TYPE_CHECKING:
    from dragoman.views.brief import Brief

COLUMNS = ("section", "sentence", "notes", "id")


def brief(
    archive: options.ArchiveFile,
    actor: Annotated[str | None, typer.Option(help="Whom the brief is about.", show_default=False)] = None,
    party: Annotated[
        str | None, typer.Option("--with", help="… and the other side, whoever of the two acts.", show_default=False)
    ] = None,
    country: options.Country = None,
    type: options.Type = None,
    since: options.Since = None,
    until: options.Until = None,
    place: options.Place = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many events.")] = 20,
    background: Annotated[bool, typer.Option(help="Also what the reports tell only as background.")] = False,
    settings: options.SettingsFile = None,
    codebook: options.Codebook = None,
    form: options.FormatOption = Format.table,
) -> None:
    """A short brief in plain English. Every sentence is footnoted to a report and the characters in it that say so.

    Nothing stands in it that no claim supports. The events with the most independent sources come first into it; they are told
    in order of time.

    [dim]Examples:[/]
      dragoman brief -a dossier.db --actor Hamas --with Russia --since 2024-06
      dragoman brief -a dossier.db --actor NATO --format jsonl
    """
    from dragoman.codebook.types import load_types
    from dragoman.views.brief import write_brief

    types = load_types(options.make_settings(settings, codebook).codebook)
    common: dict[str, Any] = {
        "country": country, "type": options.words(type, upper=True), "since": since, "until": until, "place": place,
    }  # fmt: skip
    with options.open_archive(archive) as store:
        chosen = tellings(store, _events(store, actor, party, common))
        told = [t for t in chosen if background or not all(c.historical for c in t.claims)]
        written = write_brief(told, limit, types)
        nothing = "" if written.lines else options.nothing_fits("event", type, None, (store, (actor, party)))
    if form is not Format.table:
        rows(_rows(written), form, COLUMNS)
    elif not written.lines:
        err.print(nothing, markup=False)
    else:
        _print(written, " and ".join(x for x in (actor, party) if x))


def _events(store: Archive, actor: str | None, party: str | None, common: dict[str, Any]) -> list[Event]:
    """Events of one party, or between two, each once."""
    if actor is not None and party is not None:
        filters = [
            EventFilter(actor=actor, party=party, **common),
            EventFilter(actor=party, recipient=actor, **common),
        ]
    else:
        filters = [EventFilter(party=actor or party, **common)]
    return list({e.id: e for wanted in filters for e in store.events(wanted)}.values())


def _rows(written: Brief) -> Iterator[dict[str, Any]]:
    from dataclasses import asdict

    for line in written.lines:
        notes = [written.notes[n - 1] for n in line.notes]
        yield {
            "section": line.section,
            "sentence": line.text,
            "notes": [f"{n.article_id}:{n.start}-{n.end}" for n in notes],
            "id": line.event_id,
            "_json": {
                "section": line.section,
                "sentence": line.text,
                "event_id": line.event_id,
                "notes": [asdict(n) for n in notes],
            },
        }


def _print(written: Brief, about: str) -> None:
    out.print(Text(f"Brief{f': {printable(about)}' if about else ''}", style="bold"))
    section = ""
    for line in written.lines:
        if line.section != section:
            section = line.section
            out.print(Text(f"\n{section}", style="bold"))
        text = Text(printable(line.text))
        text.append(" " + "".join(f"[{n}]" for n in line.notes), style="dim")
        out.print(text)
    out.print(Text("\nNotes", style="bold"))
    for note in written.notes:
        source = ", ".join(x for x in (note.publisher, note.published, note.title) if x)
        where = f"{note.article_id}, characters {note.start}–{note.end}"
        out.print(Text(printable(f"[{note.number}] {source} ({where}): “{' '.join(note.quote.split())}”"), style="dim"))
    if written.left_out:
        err.print(f"{plural(written.left_out, 'more event')} fit: raise --limit to have them told.")
