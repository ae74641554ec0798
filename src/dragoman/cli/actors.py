"""`dragoman actors`: who appears in the archive, with aliases and dated offices; `actors import` checks a list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.archive import ActorEntry, ActorFilter, Archive
from dragoman.cli import options
from dragoman.cli.judging import user
from dragoman.cli.screen import Format, err, out, plural, rows
from dragoman.records import Actor

MERGES = ("number", "kept", "merged", "by", "at", "why", "undone")
LIKELY = ("score", "one", "other", "why")
COLUMNS = ("name", "country", "sectors", "offices", "claims", "first", "last", "aliases", "id")


def actors(
    archive: options.ArchiveFile,
    name: Annotated[str | None, typer.Argument(help="A name, part of one, or an id.", show_default=False)] = None,
    country: options.Country = None,
    sector: Annotated[str | None, typer.Option(help="PLOVER sector (GOV, MIL, …).", show_default=False)] = None,
    limit: options.Limit = None,
    merge_into: Annotated[
        str | None, typer.Option(help="Merge the actor NAME (an id) into this id.", show_default=False)
    ] = None,
    import_list: Annotated[
        Path | None,
        typer.Option(
            "--import", help="Add the actors of a list (CSV, YAML, PETRARCH, FollowTheMoney).", show_default=False
        ),
    ] = None,
    merges: Annotated[bool, typer.Option("--merges", help="List the merges, with who made them and why.")] = False,
    likely: Annotated[
        bool, typer.Option("--likely", help="List who may be one and is not merged, likeliest first.")
    ] = False,
    undo: Annotated[int | None, typer.Option(help="Take back the merge of this number.", show_default=False)] = None,
    why: Annotated[str, typer.Option(help="The reason of a merge, or of taking one back.")] = "",
    form: options.FormatOption = Format.table,
) -> None:
    """The parties in an archive: names, country, sectors, offices as of a date, and how often they appear.

    Spellings of one name in one country are merged when reports are added; --merges shows each with its reason, and
    --undo takes one back for good. Offices stand with the days of the reports that give them; dragoman show ID has the
    words.

    [dim]Examples:[/]
      dragoman actors -a dossier.db Marzouk
      dragoman actors -a dossier.db --import my-actors.csv
      dragoman actors -a dossier.db person:a-marzuk --merge-into person:musa-abu-marzouk --why "one man, two spellings"
      dragoman actors -a dossier.db --merges
      dragoman actors -a dossier.db --undo 3 --why "father and son"
    """
    if import_list is not None:
        _import(archive, import_list)
        return
    if merge_into is not None:
        if name is None:
            raise typer.BadParameter("name the actor id that is merged away")
        with options.open_archive(archive, readonly=False) as store:
            number = store.merge_actors(merge_into, name, by=user(), why=why)
        out.print(f"Merged {name} into {merge_into} (merge {number}).")
        return
    if undo is not None:
        if not why.strip():
            raise typer.BadParameter("say why with --why: it is kept with the decision")
        with options.open_archive(archive, readonly=False) as store:
            store.undo_merge(undo, by=user(), why=why)
        out.print(f"Merge {undo} is taken back.")
        return
    if merges or likely:
        with options.open_archive(archive) as store:
            listed, columns = (_merges(store), MERGES) if merges else (_likely(store), LIKELY)
            if not rows(listed, form, columns) and form is Format.table:
                err.print("Nothing was merged." if merges else "Nobody else is likely to be one.")
        return
    with options.open_archive(archive) as store:
        wanted = ActorFilter(name=name, country=country, sector=sector, limit=limit)
        if not rows((_row(e) for e in store.actors(wanted)), form, COLUMNS) and form is Format.table:
            said = options.and_unknown("No actor fits.", store, name)
            err.print(f"{said} Without a name, all actors of the archive are listed.", markup=False)


def _merges(store: Archive) -> Iterator[dict[str, Any]]:
    from dataclasses import asdict

    for m in store.merges():
        yield {
            "number": m.id,
            "kept": m.kept,
            "merged": m.other,
            "by": m.by,
            "at": m.at,
            "why": m.why,
            "undone": f"by {m.undone_by} on {m.undone_at}: {m.undone_why}" if m.undone_at else "",
            "_json": asdict(m),
        }


def _likely(store: Archive) -> Iterator[dict[str, Any]]:
    from dragoman.merging import likely

    for p in likely(store):
        yield {"score": p.score, "one": p.keep, "other": p.other, "why": p.reason}


def _import(archive: Path, path: Path) -> None:
    from dragoman.grounding.actors import import_actors

    imported = import_actors(path)
    with Archive(archive) as store:
        store.give_actors(entry.actor for entry in imported.actors if not entry.discard)
    out.print(f"{plural(len(imported.actors), 'actor')} taken from {path}.")
    for problem in imported.problems:
        err.print(f"  {problem}", markup=False)
    if imported.problems:
        err.print(f"{plural(len(imported.problems), 'line')} could not be used; the rest is kept.")


def _offices(actor: Actor) -> list[str]:
    """Each office once, with the days of the first and the last report that gives it."""
    days: dict[str, list[str]] = {}
    for office in actor.offices:
        days.setdefault(office.title, []).extend([office.as_of] if office.as_of else [])
    said = []
    for title, known in days.items():
        first, last = min(known, default=""), max(known, default="")
        span = first if first == last else f"{first} … {last}"
        said.append(f"{title} (as of {span})" if span else title)
    return said


def _row(entry: ActorEntry) -> dict[str, Any]:
    from dataclasses import asdict

    actor = entry.actor
    return {
        "name": actor.name,
        "country": actor.country,
        "sectors": " ".join(actor.sectors),
        "offices": _offices(actor),
        "claims": entry.claims,
        "first": entry.first_day,
        "last": entry.last_day,
        "aliases": [a for a in actor.aliases if a != actor.name][:6],
        "id": actor.id,
        "_json": asdict(entry),
    }
