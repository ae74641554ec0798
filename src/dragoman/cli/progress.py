"""A progress line with rate and remaining time: on a terminal only, silent in a pipe."""

from __future__ import annotations

from types import TracebackType

from rich import progress as bars

from dragoman.cli.screen import err


class Progress:
    """Counts articles; ``total`` may be unknown, since folders and tables are read as they come."""

    def __init__(self, verb: str, total: int | None = None) -> None:
        self._bar = bars.Progress(
            bars.TextColumn(f"{verb} {{task.completed:,.0f}} reports"),
            bars.BarColumn(bar_width=24),
            bars.TextColumn("{task.fields[rate]}"),
            bars.TimeElapsedColumn(),
            bars.TextColumn("left"),
            bars.TimeRemainingColumn(),
            console=err,
            disable=not err.is_terminal,
            transient=True,
        )
        self._task = self._bar.add_task(verb, total=total, rate="")
        self._chars = 0

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def step(self, chars: int = 0) -> None:
        """One more article of so many characters is done."""
        self._chars += chars
        task = self._bar.tasks[0]
        elapsed = task.elapsed or 0.0
        rate = f"{(task.completed + 1) / elapsed:.1f} reports/s" if elapsed > 0.5 else ""
        self._bar.update(self._task, advance=1, rate=rate)

    def total(self, total: int) -> None:
        """The number of articles to come is known now."""
        self._bar.update(self._task, total=total)
