"""Options that several commands share, written once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.archive import Archive, upgrade
from dragoman.cli.screen import Format
from dragoman.errors import ArchiveError
from dragoman.settings import Settings
from dragoman.views.claims import UNCONFIRMED

Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders (read with all below them), or '-' for standard input.", show_default=False),
]
ArchiveFile = Annotated[
    Path,
    typer.Option("--archive", "-a", envvar="DRAGOMAN_ARCHIVE", help="The archive file.", show_default=False),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print rows.")]
Published = Annotated[
    str | None,
    typer.Option(help="Publication day (YYYY-MM-DD) of all reports, over what they say.", show_default=False),
]
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="A TOML file with settings.", show_default=False)]
Codebook = Annotated[
    Path | None,
    typer.Option(help="A YAML file with your own types and frames, added to the built-in ones.", show_default=False),
]
ActorLists = Annotated[
    list[Path] | None, typer.Option("--actors", help="Your own actor list (may be given again).", show_default=False)
]
Workers = Annotated[int, typer.Option(min=1, max=64, help="Processes that code; the result is the same.")]

Actor = Annotated[str | None, typer.Option(help="Who acts: a name, part of one, or an id.", show_default=False)]
Recipient = Annotated[str | None, typer.Option(help="Towards whom.", show_default=False)]


def country_code(value: str | None) -> str | None:
    """The ISO 3166 alpha-3 code of a country given by code, name, demonym or capital."""
    if value is None:
        return None
    from dragoman.gazetteers.countries import all_countries, match

    if value.upper() in {country.alpha3 for country in all_countries()}:
        return value.upper()
    found = match(value) or match(value.title())
    if found is None:
        raise typer.BadParameter(f"{value!r} is no country; write its name or its three letters (Russia, RUS)")
    return found.country.alpha3


def _type_names() -> list[str]:
    from dragoman.codebook.types import load_types

    return sorted(load_types().types)


def _status_names() -> list[str]:
    from dragoman.codebook.types import load_types

    return [*load_types().statuses, UNCONFIRMED]


With = Annotated[str | None, typer.Option("--with", help="A party on either side.", show_default=False)]
Country = Annotated[
    str | None,
    typer.Option(
        help="A party's or the place's country: its name or three letters (Russia, RUS).",
        show_default=False,
        callback=country_code,
    ),
]
Type = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        help="PLOVER type (CONSULT, ASSAULT, …); several with commas.",
        show_default=False,
        autocompletion=_type_names,
    ),
]
Status = Annotated[
    list[str] | None,
    typer.Option(
        help="occurred, planned, denied, …; several with commas.", show_default=False, autocompletion=_status_names
    ),
]
Since = Annotated[str | None, typer.Option(help="From this day, month or year on.", show_default=False)]
Until = Annotated[str | None, typer.Option(help="Up to this day, month or year.", show_default=False)]
Place = Annotated[str | None, typer.Option(help="Where it happened.", show_default=False)]
Publisher = Annotated[str | None, typer.Option(help="Which outlet reported.", show_default=False)]
TextQuery = Annotated[str | None, typer.Option("--text", help="Words in the evidence.", show_default=False)]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", min=0.0, max=1.0, help="Only what is at least so sure, from 0 to 1.", show_default=False
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="At most so many.", show_default=False)]


def make_settings(file: Path | None, codebook: Path | None = None, actors: list[Path] | None = None) -> Settings:
    """The settings of a run: the file's, then the options'."""
    from dataclasses import replace

    settings = Settings.from_file(file) if file is not None else Settings()
    if codebook is not None:
        settings = replace(settings, codebook=codebook)
    if actors:
        settings = replace(settings, actors=(*actors, *settings.actors))
    return settings


def open_archive(path: Path, *, readonly: bool = True) -> Archive:
    """An archive that exists. Raises ``ArchiveError`` with what to do."""
    if not path.exists():
        raise ArchiveError(
            "there is no such archive", where=str(path), remedy=f"Make one: dragoman add PATH… -a {path}"
        )
    if readonly:
        upgrade(path)  # one made by an older version cannot be read as it is
    return Archive(path, create=False, readonly=readonly)


def words(values: list[str] | None, *, upper: bool = False) -> tuple[str, ...] | None:
    """Option values, also when given as one comma list."""
    if not values:
        return None
    # the one status whose name has a comma
    lowered = [value.lower() for value in values]
    whole = [UNCONFIRMED for value in lowered if UNCONFIRMED in value]
    rest = [value.replace(UNCONFIRMED, "") for value in lowered]
    split = whole + [part.strip() for value in rest for part in value.split(",") if part.strip()]
    return tuple(v.upper() if upper else v for v in split)


def nothing_fits(
    noun: str,
    types: list[str] | None = None,
    statuses: list[str] | None = None,
    parties: tuple[Archive, tuple[str | None, ...]] | None = None,
) -> str:
    """What to say where no record fits: above all if a type, a status or a party (of the archive) asked for does not exist."""
    said = f"No {noun} fits."
    if parties is not None:
        said = and_unknown(said, parties[0], *parties[1])
    for kind, many, asked, known in (
        ("type", "types", words(types, upper=True), _type_names()),
        ("status", "statuses", words(statuses), _status_names()),
    ):
        if unknown := [value for value in asked or () if value not in known]:
            said += f" There is no {kind} {unknown[0]!r}; {many} are {'; '.join(known)}."
    return said


def and_unknown(said: str, store: Archive, *asked: str | None) -> str:
    """What is said of nothing found, with the parties asked for that no report names."""
    return " ".join([said, *(told for name in asked if (told := unknown_party(store, name)))])


def unknown_party(store: Archive, asked: str | None) -> str:
    """What to say of a party that no claim of the archive names, with the names most like it; empty if one does."""
    from dragoman.archive import ClaimFilter
    from dragoman.views.near_names import near_names

    if asked is None or next(store.claims(ClaimFilter(party=asked, limit=1)), None) is not None:
        return ""
    found = near_names(asked, [entry.actor.name for entry in store.actors()])
    meant = f" Did you mean {' or '.join(map(repr, found))}?" if found else " See dragoman actors for those there are."
    return f"No report names {asked!r}.{meant}"
