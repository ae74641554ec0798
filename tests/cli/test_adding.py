"""`add`, `verify`, `recode`: safe to repeat, honest about what could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import REPORTS, Run, json_rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "good.txt").write_text(
        f"{REPORTS[0]['title']} this week\nThe Fjord Post, 5 March 2024\n\n{REPORTS[0]['text']}\n", encoding="utf-8"
    )
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (reports / "empty.html").write_bytes(b"")
    return reports


def test_what_cannot_be_read_is_listed_with_a_remedy_and_the_rest_is_read(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    result = run("add", folder, "-a", tmp_path / "x.db")
    assert result.exit_code == 0
    assert "1 report added" in result.stdout
    assert "2 items set aside" in result.stderr
    for name in ("picture.txt", "empty.html"):
        line = next(line for line in result.stderr.splitlines() if name in line)
        assert line.count(". ") >= 1, line  # reason, then remedy


def test_all_that_was_set_aside_is_listed_where_no_terminal_scrolls_it_away(run: Run, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(30):
        (reports / f"empty-{number}.html").write_bytes(b"")
    result = run("add", reports, "-a", tmp_path / "x.db")
    assert "30 items set aside" in result.stderr
    assert sum("the file is empty" in line for line in result.stderr.splitlines()) == 30


def test_a_file_name_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31mb.html").write_bytes(b"")
    result = run("add", tmp_path, "-a", tmp_path / "x.db")
    assert "the file is empty" in result.stderr
    assert "\x1b" not in result.stderr


def test_claims_of_a_report_that_was_known_are_not_counted_as_added(run: Run, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(REPORTS[1]["text"], encoding="utf-8")
    added = run("add", tmp_path / "one.txt", "-a", tmp_path / "x.db", "--published", "2024-03-07").stdout
    both = run("add", tmp_path, "-a", tmp_path / "y.db", "--published", "2024-03-07").stdout
    assert "1 report was known" in both
    assert added.split("with ")[1].split(" claim")[0] == both.split("with ")[1].split(" claim")[0]


def test_strict_exits_with_one(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("add", folder, "-a", tmp_path / "x.db", "--strict").exit_code == 1
    assert run("code", folder, "--strict").exit_code == 1
    assert run("code", folder / "good.txt", "--strict").exit_code == 0


def test_adding_twice_changes_nothing(run: Run, table: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    first = run("add", table, "-a", path)
    before = json_rows(run("events", "-a", path, "-f", "jsonl"))
    second = run("add", table, "-a", path)
    assert "4 reports added" in first.stdout
    assert "0 reports added with 0 claims; 4 reports were known." in second.stdout
    assert json_rows(run("events", "-a", path, "-f", "jsonl")) == before
    verified = run("verify", "-a", path)
    assert verified.exit_code == 0
    assert "4 reports" in verified.stdout
    assert "up to date" in run("recode", "-a", path).stdout


def test_published_overrides_what_the_reports_say(run: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    run("add", folder / "good.txt", "-a", path, "--published", "2024-04-09")
    assert [event["start"] for event in json_rows(run("events", "-a", path, "-f", "jsonl"))] == ["2024-04-08"]


def test_a_wrong_day_is_one_line(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("add", folder, "-a", tmp_path / "x.db", "--published", "9 April")
    assert result.exit_code == 2
    assert "YYYY-MM-DD" in result.stderr
    assert "Traceback" not in result.output


def test_verify_exits_with_one_where_a_text_was_changed(run: Run, folder: Path, tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "x.db"
    run("add", folder / "good.txt", "-a", path)
    with sqlite3.connect(path) as db:
        # the archive itself forbids this; a damaged file or another program would not ask
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("UPDATE articles SET text = replace(text, 'Nairobi', 'Mombasa')")
    db.close()
    result = run("verify", "-a", path)
    assert result.exit_code == 1
    assert "problem" in result.stdout


@pytest.mark.parametrize("command", ["events", "timeline", "actors", "verify", "recode"])
def test_an_archive_that_does_not_exist_is_not_made(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "none.db"
    result = run(command, "-a", path)
    assert result.exit_code == 2
    assert "dragoman add" in result.stderr
    assert not path.exists()
