"""The command `dragoman`, its commands in one visible list, and how errors reach the user."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from dragoman import __version__
from dragoman.cli import (
    actors,
    add,
    brief,
    calendar,
    code,
    conflicts,
    doctor,
    dyads,
    evaluate,
    events,
    judge,
    merge,
    recode,
    search,
    show,
    split,
    timeline,
    verify,
)
from dragoman.cli.screen import err, printable
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
    (brief.brief, "brief", LOOK),
    (calendar.calendar, "calendar", LOOK),
    (conflicts.conflicts, "conflicts", LOOK),
    (dyads.dyads, "dyads", LOOK),
    (merge.merge, "merge", KEEP),
    (split.split, "split", KEEP),
    (judge.judge, "judge", KEEP),
    (recode.recode, "recode", KEEP),
    (verify.verify, "verify", KEEP),
    (evaluate.evaluate, "evaluate", KEEP),
    (doctor.doctor, "doctor", KEEP),
)


def _civil(function: Callable[..., Any]) -> Callable[..., Any]:
    """The command with ends a user can live with: one line for an error, a clean stop on Ctrl-C."""

    @wraps(function)
    def run(*args: Any, **options: Any) -> Any:
        try:
            return function(*args, **options)
        except DragomanError as error:
            err.print(printable(f"dragoman: {error}"), style="red", markup=False, highlight=False, soft_wrap=True)
            raise typer.Exit(2) from None
        except KeyboardInterrupt:
            # caught here, before the framework makes a bare "Aborted" of it
            err.print("\nStopped. What was read so far is kept; run the same command again to go on.")
            raise typer.Exit(130) from None
        except BrokenPipeError:
            # the reader of our output went away ("| head"): end quietly
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None

    return run


for function, name, panel in COMMANDS:
    app.command(name, rich_help_panel=panel)(_civil(function))


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
    """Run the command line."""
    app(prog_name="dragoman")
