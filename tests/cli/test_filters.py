"""Every filter of `events` and `timeline` leaves what fits and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, json_rows

Event = dict[str, Any]


def named(role: str, word: str) -> Callable[[Event], bool]:
    return lambda event: any(word in name for name in event[role])


CASES: list[tuple[list[str], Callable[[Event], bool]]] = [
    (["--actor", "Ukraine"], named("actors", "Ukraine")),
    (["--actor", "state:UKR"], named("actors", "Ukraine")),
    (["--recipient", "ruto"], named("recipients", "Ruto")),
    (["--with", "ethiopia"], lambda e: named("actors", "Ethiopia")(e) or named("recipients", "Ethiopia")(e)),
    (["--type", "CONSULT"], lambda e: e["plover"] == "CONSULT"),
    (["--type", "consult,agree"], lambda e: e["plover"] in ("CONSULT", "AGREE")),
    (["--type", "CONSULT", "--type", "AGREE"], lambda e: e["plover"] in ("CONSULT", "AGREE")),
    (["--status", "planned"], lambda e: e["status"] == "planned"),
    (["--status", "denied"], lambda e: e["status"] == "denied"),
    (["--since", "2024-03-06"], lambda e: e["end"] is None or e["end"] >= "2024-03-06"),
    (["--until", "2023"], lambda e: e["start"] is None or e["start"] <= "2023-12-31"),
    (["--since", "2024-03-04", "--until", "2024-03-04"], lambda e: e["start"] == "2024-03-04"),
    (["--place", "garissa"], lambda e: e["place"] == "Garissa"),
    (["--publisher", "fjord"], lambda e: e["first_report"] in ("2024-03-05", "2023-11-02")),
    (["--text", "convoy"], named("recipients", "convoy")),
    (["--min-confidence", "0.95"], lambda e: e["confidence"] >= 0.95),
    (["--country", "Ethiopia", "--type", "AGREE"], named("recipients", "Ethiopia")),
    (["--country", "ETH", "--type", "AGREE"], named("recipients", "Ethiopia")),
]


@pytest.fixture(scope="session")
def everything(run: Run, archive: Path) -> list[Event]:
    return json_rows(run("events", "-a", archive, "--format", "jsonl"))


def test_the_archive_tells_of_six_events(everything: list[Event]) -> None:
    assert len(everything) == 6


@pytest.mark.parametrize("command", ["events", "timeline"])
@pytest.mark.parametrize(("words", "fits"), CASES, ids=[" ".join(words) for words, _ in CASES])
def test_filter(
    run: Run, archive: Path, everything: list[Event], command: str, words: list[str], fits: Callable[[Event], bool]
) -> None:
    found = json_rows(run(command, "-a", archive, *words, "--format", "jsonl"))
    assert {event["id"] for event in found} == {event["id"] for event in everything if fits(event)}
    assert 0 < len(found) < len(everything)


@pytest.mark.parametrize("command", ["events", "timeline"])
def test_limit(run: Run, archive: Path, command: str) -> None:
    assert len(json_rows(run(command, "-a", archive, "-n", "2", "-f", "jsonl"))) == 2


def test_a_type_that_does_not_exist_is_named_with_those_that_do(run: Run, archive: Path) -> None:
    result = run("events", "-a", archive, "--type", "COUNSEL")
    assert result.exit_code == 0
    assert "There is no type 'COUNSEL'" in result.stderr
    assert "CONSULT" in result.stderr


@pytest.mark.parametrize("command", ["events", "timeline", "brief", "calendar", "dyads", "conflicts"])
def test_a_party_that_no_report_names_is_named_with_those_meant(run: Run, archive: Path, command: str) -> None:
    result = run(command, "-a", archive, "--with", "Etiopia")
    assert result.exit_code == 0
    assert "No report names 'Etiopia'. Did you mean" in result.stderr
    assert "Ethiopia" in result.stderr
    assert "Did you mean" not in run(command, "-a", archive, "--with", "Ethiopia").stderr


def test_a_country_that_does_not_exist_is_an_error(run: Run, archive: Path) -> None:
    result = run("timeline", "-a", archive, "--country", "Freedonia")
    assert result.exit_code == 2
    assert "is no country" in result.stderr


def test_a_wrong_day_says_how_to_write_one(run: Run, archive: Path) -> None:
    result = run("events", "-a", archive, "--since", "last week")
    assert result.exit_code == 2
    assert "2024-06-23" in result.stderr
    assert "Traceback" not in result.output


def test_the_status_with_a_comma_in_its_name_can_be_asked_for() -> None:
    from dragoman.cli.options import words

    assert words(["expected, not confirmed"]) == ("expected, not confirmed",)
    assert words(["Planned,expected, not confirmed"]) == ("expected, not confirmed", "planned")


@pytest.mark.parametrize(("words", "names"), [(["-n", "3"], 3), (["Ruto"], 1), (["--country", "UKR"], 1)])
def test_actors(run: Run, archive: Path, words: list[str], names: int) -> None:
    found = json_rows(run("actors", "-a", archive, *words, "-f", "jsonl"))
    assert len(found) == names
