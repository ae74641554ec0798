"""merge, split and judge on a small archive: decisions bind the events, survive rematching, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.archive import Archive
from dragoman.cli.app import app
from dragoman.pipeline import rematch
from tests.cli.stored import json_lines, run
from tests.factories import attack, make_article, meeting

ONE = make_article()
OTHER = make_article(publisher="Savanna Times", published="2024-03-06", title="Convoy attacked")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Archive(path) as store:
        store.add(ONE, [meeting(ONE, id="c-visit"), attack(ONE, id="c-raid")], coder_version="1")
        store.add(OTHER, [meeting(OTHER, id="c-again")], coder_version="1")
        rematch(store)
    return path


def event_of(path: Path, claim: str) -> str | None:
    with Archive(path, readonly=True) as store:
        event = store.event_of_claim(claim)
        return event.id if event else None


def refused(*words: object) -> str:
    result = CliRunner().invoke(app, [str(w) for w in words])
    assert result.exit_code != 0
    return result.output + str(result.exception or "")


def test_split_and_merge_bind_the_events_and_undo_takes_them_back(archive: Path):
    event = event_of(archive, "c-visit")
    assert event is not None
    assert event == event_of(archive, "c-again")  # two reports of one visit
    run("split", event, "c-again", "-a", archive, "--why", "another visit", "--by", "ana")
    assert event_of(archive, "c-visit") != event_of(archive, "c-again")
    run("merge", "c-visit", "c-again", "-a", archive, "--why", "one visit after all")
    assert event_of(archive, "c-visit") == event_of(archive, "c-again")
    made = json_lines(run("judge", "list", "-a", archive, "-f", "jsonl"))
    assert (made[0]["verdict"], made[0]["by"], made[0]["why"]) == ("not the same", "ana", "another visit")
    run("judge", "undo", made[1]["id"], "-a", archive, "--why", "read it again")
    assert event_of(archive, "c-visit") != event_of(archive, "c-again")
    run("judge", "undo", made[0]["id"], "-a", archive, "--why", "read that again, too")
    assert event_of(archive, "c-visit") == event_of(archive, "c-again")


def test_what_nobody_would_match_can_be_merged(archive: Path):
    assert event_of(archive, "c-visit") != event_of(archive, "c-raid")
    run("merge", str(event_of(archive, "c-visit")), "c-raid", "-a", archive, "--why", "a test")
    assert event_of(archive, "c-visit") == event_of(archive, "c-raid") == event_of(archive, "c-again")


def test_a_rejected_claim_leaves_its_event_and_comes_back_when_undone(archive: Path):
    text = run("judge", "reject", "c-raid", "-a", archive, "--why", "a film")
    assert event_of(archive, "c-raid") is None
    name = text.split(" kept as ")[1].split(".")[0]
    run("judge", "undo", name, "-a", archive, "--why", "no film")
    assert event_of(archive, "c-raid") is not None


def test_a_corrected_status_is_the_events_status(archive: Path):
    run("judge", "correct", "c-raid", "--field", "status", "--value", "denied", "-a", archive, "--why", "they deny it")
    with Archive(archive, readonly=True) as store:
        event = store.event_of_claim("c-raid")
        assert event is not None
        assert event.status == "denied"
        stored = store.claim("c-raid")
        assert stored is not None
        assert stored.status == "occurred"  # the claim itself is never changed
        assert list(store.verify()) == []


def test_judgements_hold_when_all_is_matched_again(archive: Path):
    run("split", str(event_of(archive, "c-visit")), "c-again", "-a", archive, "--why", "another visit")
    with Archive(archive) as store:
        rematch(store)
    assert event_of(archive, "c-visit") != event_of(archive, "c-again")


def test_the_list_says_what_stands(archive: Path):
    run("judge", "accept", "c-visit", "-a", archive, "--why", "seen", "--no-match")
    name = json_lines(run("judge", "list", "-a", archive, "-f", "jsonl"))[0]["id"]
    run("judge", "undo", name, "-a", archive, "--why", "not seen", "--no-match")
    rows = json_lines(run("judge", "list", "c-visit", "-a", archive, "-f", "jsonl"))
    assert [(r["verdict"], r["stands"]) for r in rows] == [("accept", False)]
    assert "undone" in run("judge", "list", "-a", archive)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("merge", "c-visit", "c-visit", "--why", "x"), "two different"),
        (("merge", "c-visit", "nothing", "--why", "x"), "no claim or event"),
        (("merge", "c-visit", "c-raid", "--why", " "), "needs a reason"),
        (("judge", "reject", "c-raid"), "needs a reason"),
        (("judge", "correct", "c-raid", "--why", "x"), "--field and --value"),
        (("judge", "correct", "c-raid", "--field", "mood", "--value", "x", "--why", "x"), "cannot be corrected"),
        (("judge", "undo", "j0", "--why", "x"), "no standing judgement"),
        (("judge", "reject", "--why", "x"), "at least one id"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(archive: Path, words: tuple[str, ...], message: str):
    assert message in " ".join(refused(*words, "-a", archive).split())
    assert json_lines(run("judge", "list", "-a", archive, "-f", "jsonl")) == []


def test_a_claim_of_another_event_cannot_be_split_off(archive: Path):
    event = event_of(archive, "c-visit")
    assert "not of this event" in " ".join(refused("split", event, "c-raid", "-a", archive, "--why", "x").split())
    assert "no claim would stay" in " ".join(
        refused("split", event, "c-visit", "c-again", "-a", archive, "--why", "x").split()
    )


def test_a_judgement_that_a_later_one_decides_otherwise_is_overruled(archive: Path):
    run("judge", "reject", "c-raid", "-a", archive, "--why", "a film")
    run("judge", "accept", "c-raid", "-a", archive, "--why", "no film")
    run("judge", "correct", "c-visit", "--field", "status", "--value", "planned", "-a", archive, "--why", "ahead")
    run("judge", "correct", "c-visit", "--field", "day", "--value", "2024-03-05", "-a", archive, "--why", "the day")
    made = json_lines(run("judge", "list", "-a", archive, "-f", "jsonl"))
    assert [row["stands"] for row in made] == [False, True, True, True]
    assert "overruled" in run("judge", "list", "-a", archive)
    # with the later one undone the earlier stands again
    run("judge", "undo", made[1]["id"], "-a", archive, "--why", "it was a film")
    made = json_lines(run("judge", "list", "-a", archive, "-f", "jsonl"))
    assert [row["stands"] for row in made] == [True, False, True, True, False]
