from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.archive import Archive
from tests.cli.stored import csv_lines, json_lines, make_archive, run
from tests.factories import make_article, make_event, meeting


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
    assert [(row["source"], row["target"], row["events"], row["score"]) for row in rows] == [
        ("NOR", "KEN", "2", "3.25")
    ]


def test_table_and_filters(archive: Path):
    assert "Kari Bråten" in run("dyads", "-a", archive)
    assert "Kari Bråten" not in run("dyads", "-a", archive, "--until", "2023")


def test_acts_of_a_codebook_of_ones_own_are_scored_if_it_is_named(tmp_path: Path):
    book = tmp_path / "sea.yaml"
    book.write_text("types:\n  ESCORT: {quad: 2, score: 5.0, label: escort, gloss: a warship goes with a ship}\n")
    path = tmp_path / "news.db"
    article = make_article()
    claim = meeting(article, act="ESCORT", mode=None, plover="ESCORT")
    with Archive(path) as store:
        store.add(article, [claim], coder_version="1")
        store.store_events([make_event("e1", [claim])])
    (plain,) = json_lines(run("dyads", "-a", path, "-f", "jsonl"))
    assert (plain["events"], plain["score"], plain["quad 2"]) == (1, 0.0, 0)
    (scored,) = json_lines(run("dyads", "-a", path, "-f", "jsonl", "--codebook", book))
    assert (scored["events"], scored["score"], scored["quad 2"]) == (1, 5.0, 1)
    assert "concerning Kenya" in run("brief", "-a", path, "--codebook", book)
    worded = book.with_name("worded.yaml")
    worded.write_text(
        "types:\n  ESCORT: {quad: 2, score: 5.0, label: an escort at sea, gloss: a warship goes with a ship}\n"
    )
    assert "took part in an escort at sea concerning Kenya" in run("brief", "-a", path, "--codebook", worded)
    assert "took part in escort concerning Kenya" in run("brief", "-a", path)
