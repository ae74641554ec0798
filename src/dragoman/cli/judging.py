"""What the commands that decide share: who decides, which claims are meant, and the events made anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

from dragoman.archive import Archive
from dragoman.archive.connection import now
from dragoman.cli.events import event_row
from dragoman.cli.screen import out, plural, printable
from dragoman.errors import ArchiveError
from dragoman.views.judging import judged

Why = Annotated[str, typer.Option(help="Why: it is kept with the decision.", show_default=False)]
By = Annotated[str | None, typer.Option(help="Who decides.", show_default="your user name")]
Match = Annotated[bool, typer.Option(help="Make the events anew at once.")]


def user() -> str:
    """The name of the user, for the record of who decided."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def claims_meant(store: Archive, prefix: str) -> tuple[str, ...]:
    """The claims an id stands for: a claim's itself, or all of an event's. Raises ``ArchiveError``."""
    found = [(kind, full) for kind, full in store.identify(prefix) if kind in ("claim", "event")]
    if not found:
        raise ArchiveError(
            f"no claim or event has the id {prefix!r}",
            where=str(store.path),
            remedy="See dragoman events, dragoman show",
        )
    if len(found) > 1:
        listing = ", ".join(f"{kind} {full}" for kind, full in found[:6])
        raise ArchiveError(
            f"{prefix!r} begins several ids: {listing}", where=str(store.path), remedy="Give more digits"
        )
    kind, full = found[0]
    return (full,) if kind == "claim" else tuple(c.id for c in store.claims_of_event(full))


def decide(
    store: Archive, verdict: str, subjects: Sequence[tuple[str, ...]], by: str | None, why: str, **value: Any
) -> None:
    """Append one judgement for each tuple of subjects and say how to take them back."""
    if not why.strip():
        raise ArchiveError("a decision needs a reason", where=verdict, remedy='Say why: --why "…"')
    made = judged(verdict, subjects, by or user(), now(), why, **value)
    store.judge_all(made)
    name = made[0].id.split(".")[0]
    undo = "" if verdict == "undo" else f" To take it back: dragoman judge undo {name} --why … -a {store.path}"
    out.print(f"{plural(len(made), 'judgement')} kept as {name}.{undo}", markup=False, soft_wrap=True)


def matched_anew(store: Archive, claims: Iterable[str], wanted: bool) -> None:
    """Make the events anew and print those that hold the claims now."""
    if not wanted:
        out.print("The events are as they were: dragoman recode, add or another judgement makes them anew.")
        return
    from dragoman.pipeline import rematch

    rematch(store)
    events = {e.id: e for c in claims if (e := store.event_of_claim(c)) is not None}
    for event in events.values():
        line = f"{event.id}  {event.status}, {plural(len(event.reports), 'report')}: {event_row(event)['what']}"
        out.print(printable(line), markup=False, soft_wrap=True)
