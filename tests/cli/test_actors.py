"""Actors from the command line: one person across reports, offices with days and evidence, merges and their undoing."""

import json
from pathlib import Path

import pytest

from dragoman.archive import Archive
from tests.cli.conftest import Run, json_rows

REPORTS = [
    {
        "publisher": "The Fjord Post",
        "published": "2014-04-24",
        "title": "Talks in Oslo",
        "text": "Musa Abu Marzouk, a member of the Hamas political bureau, met Norwegian diplomats in Oslo on Wednesday.",
    },
    {
        "publisher": "Savanna Times",
        "published": "2023-10-27",
        "title": "Visit to Nairobi",
        "text": "Moussa Abu Marzuk, the head of the Hamas office for foreign affairs, visited Nairobi on Thursday. "
        "Kenyan police arrested two students.",
    },
    {
        "publisher": "Savanna Times",
        "published": "1995-10-02",
        "title": "Presidents meet",
        "text": "Bosnian President Alija Izetbegovic met Croatian President Franjo Tudjman in Zagreb on Sunday.",
    },
    {
        "publisher": "The Fjord Post",
        "published": "1995-11-21",
        "title": "Presidents sign",
        "text": "Bosnian President Alija Izetbegović met Croatian President Franjo Tuđman in Ohio on Monday.",
    },
]
KEPT, OTHER = "person:moussa-abu-marzuk", "person:musa-abu-marzouk"


def add(run: Run, folder: Path, name: str, reports: list[dict[str, str]]) -> Path:
    table, archive = folder / f"{name}.jsonl", folder / f"{name}.db"
    table.write_text("".join(json.dumps(row) + "\n" for row in reports), encoding="utf-8")
    for step in (("add", table, "-a", archive),):
        result = run(*step)
        assert result.exit_code == 0, result.output
    return archive


@pytest.fixture
def archive(run: Run, tmp_path: Path) -> Path:
    return add(run, tmp_path, "one", REPORTS)


def test_spellings_of_one_name_are_one_person_with_dated_offices(run: Run, archive: Path) -> None:
    [row] = json_rows(run("actors", "-a", archive, "Marzuk", "-f", "jsonl"))
    assert {row["actor"]["id"], *row["merged"]} == {KEPT, OTHER}
    assert row["claims"] == 2
    offices = [(o["title"], o["affiliation"], o["as_of"]) for o in row["actor"]["offices"]]
    assert offices == [
        ("member of the Hamas political bureau", "Hamas", "2014-04-24"),
        ("head of the Hamas office for foreign affairs", "Hamas", "2023-10-27"),
    ]
    with Archive(archive, readonly=True) as store:
        for office in row["actor"]["offices"]:
            article = store.article(office["article_id"])
            assert article is not None
            start, end = office["span"]
            assert article.text[start:end] == office["title"]


@pytest.mark.parametrize("name", ["Izetbegovic", "Izetbegović", "Tudjman", "Tuđman"])
def test_accents_and_letters_make_no_second_person(run: Run, archive: Path, name: str) -> None:
    [row] = json_rows(run("actors", "-a", archive, name, "-f", "jsonl"))
    assert row["articles"] == 2


def test_a_merge_is_on_record_with_its_reason_and_can_be_taken_back_for_good(run: Run, archive: Path) -> None:
    [merge] = json_rows(run("actors", "-a", archive, "--merges", "-f", "jsonl"))
    assert merge["by"] == "dragoman"
    assert "spellings of one name" in merge["why"]
    assert {merge["kept"], merge["other"]} == {KEPT, OTHER}
    refused = run("actors", "-a", archive, "--undo", merge["id"])
    assert refused.exit_code == 2
    done = run("actors", "-a", archive, "--undo", merge["id"], "--why", "uncle and nephew")
    assert done.exit_code == 0, done.output
    assert len(json_rows(run("actors", "-a", archive, "Marz", "-f", "jsonl"))) == 2
    # adding more reports does not make it again
    more = archive.parent / "more.jsonl"
    more.write_text(json.dumps({**REPORTS[1], "title": "Again", "published": "2023-10-28"}) + "\n", encoding="utf-8")
    assert run("add", more, "-a", archive).exit_code == 0
    assert len(json_rows(run("actors", "-a", archive, "Marz", "-f", "jsonl"))) == 2
    shown = run("actors", "-a", archive, "--merges").stdout
    assert "uncle and nephew" in shown
    assert not json_rows(run("actors", "-a", archive, "--likely", "-f", "jsonl"))


def test_a_person_can_merge_what_the_names_do_not_show(run: Run, archive: Path) -> None:
    words = ("actors", "-a", archive, "person:franjo-tudman", "--merge-into", "state:HRV", "--why", "a test of merging")
    ids = {row["actor"]["id"] for row in json_rows(run("actors", "-a", archive, "-f", "jsonl"))}
    assert "person:franjo-tudman" in ids
    refused = run(*words)
    assert refused.exit_code == 2  # no claim names the state
    done = run(*words[:4], "--merge-into", "person:alija-izetbegovic", "--why", "a test of merging")
    assert done.exit_code == 0, done.output
    ids = {row["actor"]["id"] for row in json_rows(run("actors", "-a", archive, "-f", "jsonl"))}
    assert "person:franjo-tudman" not in ids


def test_whom_a_group_counts_as_does_not_hang_on_the_order_of_reports(run: Run, tmp_path: Path) -> None:
    answers = []
    for name, reports in (("there", REPORTS), ("back", REPORTS[::-1])):
        archive = add(run, tmp_path, name, reports[:2])
        more = tmp_path / f"{name}-more.jsonl"
        more.write_text("".join(json.dumps(row) + "\n" for row in reports[2:]), encoding="utf-8")
        assert run("add", more, "-a", archive).exit_code == 0
        found = json_rows(run("actors", "-a", archive, "-f", "jsonl"))
        answers.append(sorted((row["actor"]["id"], tuple(row["merged"]), row["claims"]) for row in found))
    assert answers[0] == answers[1]
