from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from dragoman.cli.app import app
from tests.cli.stored import csv_lines, json_lines, make_archive, run


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("calendar") / "news.db"
    make_archive(path)
    return path


def test_what_is_planned_with_who_says_so_and_what_became_of_it(archive: Path):
    rows = {row["id"]: row for row in csv_lines(run("calendar", "-a", archive, "-f", "csv"))}
    assert set(rows) == {"visit", "plan"}  # the raid was planned by nobody
    assert rows["plan"]["state"] == "planned"
    assert rows["visit"]["state"] == "occurred"
    assert rows["plan"]["according to"] == "Ministry of Trade of Norway (Savanna Times)"
    assert rows["plan"]["when"] == "2024-03-04"


def test_json_names_the_claims(archive: Path):
    rows = json_lines(run("calendar", "-a", archive, "-f", "jsonl"))
    assert {tuple(row["claims"]) for row in rows} == {("c-plan",), ("c-announced",)}


def test_filters(archive: Path):
    assert "Bråten" in run("calendar", "-a", archive, "--until", "2024-03")
    assert "Bråten" not in run("calendar", "-a", archive, "--since", "2025")


def test_ics_can_be_read_by_a_calendar(archive: Path, tmp_path: Path):
    file = tmp_path / "planned.ics"
    assert "2 entries written" in run("calendar", "-a", archive, "--ics", file)
    found = [c for c in Calendar.from_ical(file.read_bytes()).walk() if c.name == "VEVENT"]
    assert {str(c["UID"]) for c in found} == {"visit@dragoman", "plan@dragoman"}
    assert {str(c["STATUS"]) for c in found} == {"CONFIRMED", "TENTATIVE"}


def test_a_calendar_that_cannot_be_written_is_one_line_with_what_to_do(archive: Path, tmp_path: Path):
    result = CliRunner().invoke(app, ["calendar", "-a", str(archive), "--ics", str(tmp_path / "nowhere" / "x.ics")])
    assert result.exit_code == 2
    assert "cannot be written (No such file or directory). Name a file in a folder that is there" in " ".join(
        result.stderr.split()
    )
