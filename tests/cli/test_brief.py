from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.stored import ONE, csv_lines, json_lines, make_archive, run


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "news.db"
    make_archive(path)
    return path


def test_the_brief_is_prose_with_footnotes(archive: Path):
    text = run("brief", "-a", archive, "--actor", "Bråten")
    assert "What happened" in text
    assert "On 4 March 2024, Kari Bråten paid a visit to Kenya in Nairobi" in text
    assert "[1] The Fjord Post, 2024-03-05, Minister in Nairobi" in text
    assert "characters 0–" in text
    assert "Garissa" not in text.split("Notes")[0]


def test_between_two_whoever_acts(archive: Path):
    one = json_lines(run("brief", "-a", archive, "--actor", "Kenya", "--with", "Bråten", "-f", "jsonl"))
    other = json_lines(run("brief", "-a", archive, "--actor", "Bråten", "--with", "Kenya", "-f", "jsonl"))
    assert one == other
    assert {row["event_id"] for row in one} == {"visit", "plan"}


def test_json_carries_the_words_behind_every_sentence(archive: Path):
    for row in json_lines(run("brief", "-a", archive, "-f", "jsonl")):
        assert row["notes"]
        for note in row["notes"]:
            if note["article_id"] == ONE.id:
                assert note["quote"] == ONE.text[note["start"] : note["end"]]


def test_csv_has_one_row_a_sentence(archive: Path):
    rows = csv_lines(run("brief", "-a", archive, "-f", "csv"))
    assert len(rows) == len(json_lines(run("brief", "-a", archive, "-f", "jsonl")))
    assert f"{ONE.id}:0-" in rows[0]["notes"]


def test_nothing_fits(archive: Path):
    assert run("brief", "-a", archive, "--actor", "Iceland") == ""
