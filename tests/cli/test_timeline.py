"""A line of the timeline is the whole record: who did what to whom, when, where, according to whom, in which report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.cli import screen
from dragoman.cli.timeline import line_day, teller
from dragoman.cli.wording import event_line, said_by, short_when
from dragoman.records import Span, Speaker
from dragoman.views.claims import shorten
from tests.cli.conftest import Run
from tests.factories import make_article, make_event, meeting


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which each event is one line."""
    monkeypatch.setattr(screen.out, "width", 250)


def lines(run: Run, archive: Path, *words: str) -> list[str]:
    result = run("timeline", "-a", archive, *words)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_one_line_tells_all(run: Run, archive: Path) -> None:
    line = next(line for line in lines(run, archive) if "Ethiopia" in line)
    assert line.startswith("2024-03-20")
    for part in (
        "planned",
        "Government of Kenya → Government of Ethiopia: meeting, in",
        "in Addis Ababa (ETH)",
        "according to ",
        "in Savanna Times, 2024-03-10",
    ):
        assert part in line


def test_own_words_are_the_outlets(run: Run, archive: Path) -> None:
    line = next(line for line in lines(run, archive) if "William Ruto" in line)
    assert "William Ruto: meeting “met”, in" in line
    assert line.rstrip().endswith("in Nairobi (KEN), according to The Fjord Post, 2024-03-05")


def test_it_runs_in_order_of_time(run: Run, archive: Path) -> None:
    days = [line.lstrip("~")[:10] for line in lines(run, archive) if line.lstrip("~")[:2] == "20"]
    assert days == sorted(days)
    assert len(days) == 6


def test_evidence_stands_below(run: Run, archive: Path) -> None:
    told = " ".join(" ".join(lines(run, archive, "--evidence", "--text", "convoy")).split())
    assert "“Gunmen attacked a convoy near Garissa on Wednesday, Kenyan police said.”" in told


def test_nothing_that_fits_is_said_on_standard_error(run: Run, archive: Path) -> None:
    result = run("timeline", "-a", archive, "--place", "Reykjavik")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No event fits." in result.stderr


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        ((None, None, None), "undated"),
        (("2024-03-04", "2024-03-04", "day"), "2024-03-04"),
        (("2024-03-04", "2024-03-10", "week"), "2024-03-04…10"),
        (("2024-03-28", "2024-04-02", "span"), "2024-03-28…04-02"),
        (("2023-12-28", "2024-01-02", "span"), "2023-12-28…2024-01-02"),
        (("2024-03-01", "2024-03-31", "month"), "2024-03"),
        (("2024-01-01", "2024-12-31", "year"), "2024"),
        (("2024-03-04", None, "unknown"), "from 2024-03-04"),
        ((None, "2024-03-04", "unknown"), "until 2024-03-04"),
    ],
)
def test_intervals_are_no_finer_than_known(interval: tuple[str | None, str | None, str | None], told: str) -> None:
    assert short_when(*interval) == told
    assert short_when(*interval, "publication date") in (f"~{told}", "undated")


def test_a_chain_of_speakers_runs_from_the_outermost() -> None:
    def speaker(text: str) -> Speaker:
        return Speaker(text, Span(0, 1) if text else None, "said", Span(2, 4))

    assert said_by((speaker("the agency"), speaker("a minister")), "The Post") == "the agency, citing a minister"
    assert said_by((speaker(""),), "The Post") == "unnamed sources"
    assert said_by((), "www.post.example") == "post.example"
    assert said_by((), None) == "the report itself"


def test_long_titles_are_cut_between_words() -> None:
    assert shorten("Talks on the border", 30) == "Talks on the border"
    assert shorten("Talks on the border go on, ministers say", 27) == "Talks on the border go on…"


def test_a_line_quotes_the_first_report_that_tells_the_event_as_it_stands() -> None:
    first, second = (replace(make_article(), id=name) for name in ("z-first", "a-second"))
    plan = replace(meeting(first), id="c9", status="planned")
    silent = replace(meeting(first), id="c1", recipients=(), actors=())
    telling = replace(meeting(first), id="c2", confidence=0.5)
    later = replace(meeting(second), id="c0", confidence=1.0)
    event = replace(make_event("e1", [plan, silent, telling, later]), status=telling.status)
    assert teller(event, [later, plan, silent, telling]).id == "c2"
    assert teller(replace(event, status="cancelled"), [plan]).id == "c9"  # nobody tells it so: whatever is told


def test_what_was_done_on_no_told_day_was_done_by_its_first_report() -> None:
    done = make_event(
        "e1", [meeting(make_article())], start=None, end=None, status="occurred", first_report="2024-03-05"
    )
    assert line_day(done, None) == "by 2024-03-05"
    assert line_day(replace(done, status="threatened"), None) == "undated"


def test_a_line_names_few_parties_and_counts_the_rest() -> None:
    event = make_event("e1", [meeting(make_article())], actors=tuple(f"Party {n}" for n in range(1, 9)), recipients=())
    assert event_line(event).startswith("Party 1 + Party 2 + Party 3 + Party 4 + 4 more: ")
    event = replace(event, actors=event.actors[:5])
    assert event_line(event).startswith("Party 1 + Party 2 + Party 3 + Party 4 + Party 5: ")
