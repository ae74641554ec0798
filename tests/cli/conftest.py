"""Four short reports of our own in an archive, made by the command itself; and a way to run commands."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import screen
from dragoman.cli.app import app

REPORTS: list[dict[str, str]] = [
    {
        "publisher": "The Fjord Post",
        "published": "2024-03-05",
        "title": "Trade minister in Nairobi",
        "text": "Norway's trade minister Kari Bråten met Kenyan President William Ruto in Nairobi on Monday.",
    },
    {
        "publisher": "Savanna Times",
        "published": "2024-03-07",
        "title": "Convoy attacked",
        "text": "Gunmen attacked a convoy near Garissa on Wednesday, Kenyan police said.",
    },
    {
        "publisher": "Savanna Times",
        "published": "2024-03-10",
        "title": "Talks with Ethiopia",
        "text": "Kenya will hold talks with Ethiopia in Addis Ababa on 20 March, the Kenyan foreign ministry said. "
        "Police in Nairobi arrested two students on Saturday.",
    },
    {
        "publisher": "The Fjord Post",
        "published": "2023-11-02",
        "title": "Shelling of a town",
        "text": "Ukraine accused Russia of shelling the town of Avdiivka on Wednesday. "
        "Russia denied that its forces had attacked the town.",
    },
]

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs `dragoman WORDS…` in this process."""
    screen.out.width = 160  # test runners set COLUMNS for their own lines; tables are judged at one width
    runner = CliRunner()
    return lambda *words: runner.invoke(app, [str(word) for word in words], prog_name="dragoman")


@pytest.fixture(scope="session")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports as a table."""
    path = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in REPORTS), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def archive(run: Run, table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that `add` makes of the table; tests only read it."""
    path = tmp_path_factory.mktemp("archive") / "reports.db"
    result = run("add", table, "-a", path)
    assert result.exit_code == 0, result.output
    return path


def json_rows(result: Result) -> list[dict[str, Any]]:
    """The rows of JSON lines on standard output."""
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def csv_rows(result: Result) -> list[dict[str, str]]:
    """The rows of CSV on standard output."""
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))
