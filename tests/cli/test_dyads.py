from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.stored import csv_lines, json_lines, make_archive, run


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dyads") / "news.db"
    make_archive(path)
    return path


def test_counts_and_mean_score(archive: Path):
    rows = json_lines(run("dyads", "-a", archive, "-f", "jsonl"))
    assert rows == [
        {
            "source": "Kari Bråten", "target": "Kenya", "month": "2024-03", "events": 2, "score": 3.25,
            "quad 1": 2, "quad 2": 0, "quad 3": 0, "quad 4": 0,
        }
    ]  # fmt: skip
    # a visit (+4.0) and a plan, AGREE (+2.5); the raid has no resolved target


def test_by_country_as_csv(archive: Path):
    rows = csv_lines(run("dyads", "-a", archive, "--by", "country", "-f", "csv"))
    assert [(row["source"], row["target"], row["events"], row["score"]) for row in rows] == [("NOR", "KEN", "2", "3.25")]


def test_table_and_filters(archive: Path):
    assert "Kari Bråten" in run("dyads", "-a", archive)
    assert "Kari Bråten" not in run("dyads", "-a", archive, "--until", "2023")
