"""The command `dragoman`, its commands in one visible list, and how errors reach the user."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli import (
    actors,
    add,
    code,
    doctor,
    events,
    recode,
    search,
    show,
    timeline,
    verify,
)
from dragoman.cli.screen import err
from dragoman.errors import DragomanError

app = typer.Typer(
    name="dragoman",
    help="From news reports to a sourced record: who did what to whom, when, where, according to whom, in which status.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with: [bold]dragoman add FOLDER --archive news.db[/], then [bold]dragoman timeline --archive news.db[/]",
)

READ, LOOK, KEEP = "Read and code", "Look at the record", "Keep in order"
COMMANDS = (
    (code.code, "code", READ),
    (add.add, "add", READ),
    (timeline.timeline, "timeline", LOOK),
    (events.events, "events", LOOK),
    (actors.actors, "actors", LOOK),
    (show.show, "show", LOOK),
    (search.search, "search", LOOK),
    (recode.recode, "recode", KEEP),
    (verify.verify, "verify", KEEP),
    (doctor.doctor, "doctor", KEEP),
)
for function, name, panel in COMMANDS:
    app.command(name, rich_help_panel=panel)(function)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; errors a user can mend are one line, never a traceback."""
    try:
        app(prog_name="dragoman")
    except DragomanError as error:
        err.print(f"[red]dragoman:[/] {error}", highlight=False, soft_wrap=True)
        sys.exit(2)
    except KeyboardInterrupt:
        err.print("\nStopped. What was reported as done is kept; run the same command again to go on.")
        sys.exit(130)
    except BrokenPipeError:
        # the reader of our output went away ("| head"): end quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
