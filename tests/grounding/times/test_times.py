"""``find_times`` against a table of the project's own sentences, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.grounding.times import find_times
from dragoman.grounding.times.days import parse_day

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
KINDS = {"DATE", "TIME", "DURATION", "SET"}
GRANULARITIES = {
    "time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "span", "unknown",
}  # fmt: skip


def as_row(text: str, published: str | None) -> list[list[str | None]]:
    return [[e.text, e.value, e.start, e.end, e.granularity, e.kind] for e in find_times(text, published)]


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[str(case[0])[:60] for case in CASES])
def test_finds_the_expressions_of_the_table(text, published, expected):
    assert as_row(text, published) == expected


def test_the_table_is_large_enough_to_mean_something():
    assert len(CASES) >= 300
    assert len({case[0] + str(case[1]) for case in CASES}) == len(CASES)


def test_offsets_point_at_the_words():
    text = "First line.\nOn 3 May 2019 the king fled; a year later, on Monday at 5 p.m., he came back.\n"
    for e in find_times(text, "2024-06-23"):
        assert e.span.of(text) == e.text


def test_every_expression_has_a_reason_and_a_basis():
    found = find_times(
        "In 2011 he fled; on Friday he came back, and every year since he has spoken for two hours.", "2024-06-23"
    )
    assert [e.basis for e in found[:2]] == ["text", "relative"]
    assert all(e.reason for e in found)


def test_an_unreadable_publication_date_is_no_publication_date():
    assert as_row("He left yesterday.", "last Tuesday") == as_row("He left yesterday.", None)


def test_a_time_behind_the_publication_day_is_ignored():
    assert as_row("He left yesterday.", "2024-06-23T10:00:00Z") == as_row("He left yesterday.", "2024-06-23")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_the_ends_of_the_calendar_do_not_break_reckoning(published):
    text = (
        "Yesterday, tomorrow, last year, next year, 300 years ago, ten centuries ago, in the past 5,000 years, next week, last week, "
        "a decade ago, next month, last summer, this winter, on Christmas Eve, Easter, February 29, overnight, the weekend, 99999 days later."
    )
    for e in find_times(text, published):
        assert e.span.of(text) == e.text


WORDS = st.sampled_from(
    [
        "the",
        "last",
        "next",
        "this",
        "of",
        "on",
        "at",
        "in",
        "from",
        "to",
        "and",
        "between",
        "June",
        "May",
        "Monday",
        "Sunday",
        "3",
        "24",
        "1999",
        "2018",
        "'98",
        "1990s",
        "2nd",
        "week",
        "weeks",
        "year",
        "a",
        "two",
        "half",
        "morning",
        "night",
        "ago",
        "later",
        "earlier",
        "every",
        "late",
        "mid",
        "early",
        "end",
        "fiscal",
        "Easter",
        "Christmas",
        "4:30",
        "p.m.",
        "GMT",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        "quarter",
        "century",
        "since",
        "until",
        "99999999",
        "00",
        "31",
        "13/13/2013",
        "2018-13-40",
        "now",
        "the",
        "past",
        "time",
        "overnight",
        "few",
        "several",
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join)),
    st.sampled_from([None, "2024-06-23", "2018-01-01", "x"]),
)
def test_any_text_gives_sound_expressions(text, published):
    found = find_times(text, published)
    assert found == find_times(text, published)
    previous_end = 0
    for e in found:
        assert e.span.of(text) == e.text
        assert previous_end <= e.span.start < e.span.end
        previous_end = e.span.end
        assert e.kind in KINDS
        assert e.granularity in GRANULARITIES
        assert e.value
        start, end = parse_day(e.start), parse_day(e.end)
        assert (e.start is None) == (start is None)
        if start and end:
            assert start <= end


def test_hostile_repetition_stays_fast():
    import time

    for piece in (
        "the ",
        "1 ",
        "2018 ",
        "Monday ",
        "two and a half ",
        "from 1 to ",
        "'9",
        "-",
        "the end of ",
        "early ",
        "about ",
        " \n",
    ):
        began = time.process_time()
        find_times(piece * 4000, "2024-06-23")
        assert time.process_time() - began < 3, piece
