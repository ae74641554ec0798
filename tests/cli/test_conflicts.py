from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.archive import Archive
from tests.cli.stored import csv_lines, json_lines, make_archive, run
from tests.factories import make_article, meeting


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("conflicts") / "news.db"
    make_archive(path)
    return path


def test_every_value_with_who_holds_it(archive: Path):
    rows = csv_lines(run("conflicts", "-a", archive, "-f", "csv"))
    assert {row["id"] for row in rows} == {"raid"}
    told = [(row["differ on"], row["value"], row["said by"]) for row in rows]
    assert told[:2] == [("wounded", "3", "Kenyan police (The Fjord Post)"), ("wounded", "5", "Savanna Times")]
    assert [(field, value) for field, value, _ in told[2:]] == [
        ("whether it happened", "told as done"),
        ("whether it happened", "denied"),
    ]


def test_json_names_claims_and_reports(archive: Path):
    rows = json_lines(run("conflicts", "-a", archive, "-f", "jsonl"))
    assert rows[0]["claims"] == ["c-raid"]
    assert len(rows[0]["reports"]) == 1


def test_no_reports_differ(archive: Path):
    assert "raid" not in run("conflicts", "-a", archive, "--type", "CONSULT")


def test_headlines_that_say_what_their_report_does_not(tmp_path: Path):
    told = make_article(title="Minister meets Kenyans in Nairobi, stirring resentment in Oslo")
    plain = make_article(title="Minister meets Kenyans in Nairobi", publisher="Savanna Times")
    with Archive(tmp_path / "news.db") as store:
        for article in (told, plain):
            store.add(article, [meeting(article)], coder_version="1")
    (row,) = json_lines(run("conflicts", "-a", tmp_path / "news.db", "--headlines", "-f", "jsonl"))
    assert (row["article_id"], row["text"]) == (told.id, "stirring resentment in Oslo")
    assert str(told.title)[slice(*row["span"])] == row["text"]
    shown = run("show", told.id, "-a", tmp_path / "news.db")
    assert "! headline" in shown
    assert "“stirring resentment in Oslo”" in shown
    assert "! headline" not in run("show", plain.id, "-a", tmp_path / "news.db")
