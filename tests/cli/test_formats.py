"""Rows as a table for people, as JSON lines and CSV for programs: the same records in each."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.records import Claim
from tests.cli.conftest import Run, csv_rows, json_rows

COMMANDS = [["events"], ["timeline"], ["actors"], ["search", "Nairobi"]]


@pytest.mark.parametrize("words", COMMANDS, ids=[words[0] for words in COMMANDS])
def test_json_and_csv_hold_the_same_records(run: Run, archive: Path, words: list[str]) -> None:
    as_json = json_rows(run(*words, "-a", archive, "--format", "jsonl"))
    as_csv = csv_rows(run(*words, "-a", archive, "--format", "csv"))
    assert [row["id"] for row in as_csv] == [(row.get("actor") or row)["id"] for row in as_json]
    assert as_csv


@pytest.mark.parametrize("words", COMMANDS, ids=[words[0] for words in COMMANDS])
def test_tables_name_their_columns(run: Run, archive: Path, words: list[str]) -> None:
    result = run(*words, "-a", archive)
    assert result.exit_code == 0
    header = result.stdout.splitlines()[0]
    assert header.split()[0] in ("when", "name", "kind")


def test_code_prints_claims_that_can_be_read_back(run: Run, table: Path) -> None:
    claims = [Claim.from_dict(row) for row in json_rows(run("code", table))]
    assert [claim.to_dict() for claim in claims] == json_rows(run("code", table))
    assert "CONSULT" in {claim.plover for claim in claims}


def test_code_keeps_what_is_sure_enough(run: Run, table: Path) -> None:
    everything = json_rows(run("code", table))
    sure = json_rows(run("code", table, "--min-confidence", "0.98"))
    assert [c["id"] for c in sure] == [c["id"] for c in everything if c["confidence"] >= 0.98]
    assert 0 < len(sure) < len(everything)


def test_code_as_csv_and_table(run: Run, table: Path) -> None:
    rows = csv_rows(run("code", table, "-f", "csv"))
    assert {"when", "status", "what", "where", "according to", "plover", "evidence"} == set(rows[0])
    told = run("code", table, "-f", "table").stdout
    assert "Kari Bråten → William Ruto" in told


def test_a_report_on_standard_input_is_coded() -> None:
    text = "Police in Nairobi arrested two students on Saturday.\n"
    command = [sys.executable, "-m", "dragoman.cli", "code", "-", "--published", "2024-03-10"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    (claim,) = [Claim.from_dict(json.loads(line)) for line in done.stdout.splitlines()]
    assert claim.plover == "COERCE"
    assert claim.time is not None
    assert claim.time.grounding.choice.start == "2024-03-09"
    assert done.stderr == ""


def test_csv_of_the_timeline_names_source_and_report(run: Run, archive: Path) -> None:
    rows = csv_rows(run("timeline", "-a", archive, "-f", "csv"))
    convoy = next(row for row in rows if "convoy" in row["what"])
    assert (convoy["when"], convoy["status"], convoy["where"]) == ("2024-03-06", "occurred", "Garissa (KEN)")
    assert convoy["according to"] in ("Kenyan police", "Police (Kenya)")
    assert convoy["report"] == "Savanna Times, 2024-03-07"


def test_a_report_without_claims_is_said_to_have_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text("It rained in the hills and the river rose a little.", encoding="utf-8")
    result = run("code", tmp_path / "rain.txt", "-f", "table", "--published", "2024-03-05")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "No claim in 1 report." in result.stderr
