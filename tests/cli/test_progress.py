"""Progress is for people at a terminal: silent in a pipe."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from dragoman.cli.progress import Progress
from dragoman.cli.reading import Reading
from dragoman.settings import Settings
from tests.cli.conftest import REPORTS, Run


def told(*, terminal: bool, total: int | None) -> str:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=terminal, width=120, color_system=None)
    with Progress("reading", total, console) as progress:
        time.sleep(0.6)  # a rate is shown once it says something
        progress.step(position=250)
        progress.step(position=500)
    return stream.getvalue()


def test_a_terminal_sees_count_rate_and_remaining_time() -> None:
    shown = told(terminal=True, total=1000)
    assert "reading 2 reports" in shown
    assert "reports/s" in shown
    assert "left" in shown


def test_no_remaining_time_is_promised_where_the_end_is_unknown() -> None:
    shown = told(terminal=True, total=None)
    assert "reading 2 reports" in shown
    assert "left" not in shown


def test_it_keeps_silent_where_rows_are_shown() -> None:
    stream = io.StringIO()
    with Progress("coding", 10, Console(file=stream, force_terminal=True), shown=False) as progress:
        progress.step()
    assert stream.getvalue() == ""


def test_a_pipe_sees_nothing() -> None:
    assert told(terminal=False, total=1000) == ""


def test_a_run_without_a_terminal_leaves_standard_error_empty(run: Run, table: Path) -> None:
    assert run("code", table).stderr == ""


def test_a_run_at_a_terminal_shows_its_progress(table: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dragoman.cli", "code", str(table)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b"".join(everything_from(ours))
        assert process.stdout is not None
        printed = process.stdout.read()
    os.close(ours)
    assert process.returncode == 0
    assert b"coding" in shown
    assert b'"plover"' in printed
    assert b"coding" not in printed.replace(b'"coding', b"")


def everything_from(terminal: int) -> Iterator[bytes]:
    """What is shown until the other side is closed: a terminal that is not read stops who writes to it."""
    while True:
        try:
            shown = os.read(terminal, 1 << 16)
        except OSError:  # how Linux says that the other side is closed
            return
        if not shown:
            return
        yield shown


def test_the_position_runs_up_to_the_size_of_all_files(table: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    page.write_text(REPORTS[0]["text"], encoding="utf-8")
    reading = Reading([str(page), str(table)], Settings(), None)
    total = reading.total()
    assert total == page.stat().st_size + table.stat().st_size
    positions = [reading.position for _ in reading.articles()]
    assert positions == sorted(positions)
    assert 0 < positions[0] < positions[-1] <= total


def test_the_end_of_a_stream_is_unknown() -> None:
    assert Reading(["-"], Settings(), None).total() is None
