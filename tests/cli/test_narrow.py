"""Tables: on a screen too narrow for one, and of nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli import screen
from tests.cli.stored import make_archive, run


def test_on_a_narrow_screen_a_row_is_written_as_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.db"
    make_archive(path)
    monkeypatch.setattr(screen.out, "_width", 50)
    lines = [line.rstrip() for line in run("calendar", "-a", path).splitlines()]
    assert "state: planned" in lines
    assert "id: plan" in lines
    assert lines.count("when: 2024-03-04") == 2
    monkeypatch.setattr(screen.out, "_width", 100)
    assert "state: planned" not in run("calendar", "-a", path)


def test_a_small_table_stays_a_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(screen.out, "_width", 50)
    screen.rows([{"measure": "F1", "value": 0.5}], screen.Format.table, ("measure", "value"))
    header, row = (line.split() for line in capsys.readouterr().out.splitlines())
    assert header == ["measure", "value"]
    assert row == ["F1", "0.5"]


def test_a_table_of_nothing_has_no_header(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen.rows([], screen.Format.table, ("when", "what")) == 0
    assert capsys.readouterr().out == ""
    assert screen.rows([], screen.Format.csv, ("when", "what")) == 0
    assert capsys.readouterr().out == "when,what\n"
