"""A progress line with rate and remaining time: on a terminal only, silent in a pipe."""

from __future__ import annotations

from types import TracebackType

from rich import progress as bars
from rich.console import Console

from dragoman.cli.screen import err

#: Before this many seconds a rate says more about the start than about the run.
_SETTLED = 0.5


class Progress:
    """Counts reports. ``total``: how far there is to go, in the unit of ``step``'s ``position``; may be unknown.

    ``shown=False`` keeps it silent on a terminal too, where it would run between rows.
    """

    def __init__(
        self, verb: str, total: int | None = None, console: Console | None = None, *, shown: bool = True
    ) -> None:
        console = console or err
        self._reports = 0
        remaining = (bars.TextColumn("left"), bars.TimeRemainingColumn()) if total is not None else ()
        self._bar = bars.Progress(
            bars.TextColumn(f"{verb} {{task.fields[reports]:,}} reports"),
            bars.BarColumn(bar_width=24),
            bars.TextColumn("{task.fields[rate]}"),
            bars.TimeElapsedColumn(),
            *remaining,
            console=console,
            disable=not (shown and console.is_terminal),
            # rows go to standard output: the line must not swallow them
            redirect_stdout=False,
            redirect_stderr=False,
            transient=True,
        )
        self._task = self._bar.add_task(verb, total=total, reports=0, rate="")

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def step(self, position: int | None = None) -> None:
        """One more report is done; ``position``: how far the run has come (default: the number of reports)."""
        self._reports += 1
        elapsed = self._bar.tasks[0].elapsed or 0.0
        rate = f"{self._reports / elapsed:.1f} reports/s" if elapsed > _SETTLED else ""
        done = self._reports if position is None else position
        self._bar.update(self._task, completed=done, reports=self._reports, rate=rate)
