"""Days joined to the year told right behind them."""

from __future__ import annotations

import pytest

from dragoman.grounding.times import find_times


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen stormed the club on June 12 last year.", [("June 12 last year", "2016-06-12")]),
        ("It was signed in February of last year.", [("February of last year", "2016-02")]),
        ("They met on 5 May this year.", [("5 May this year", "2017-05-05")]),
        ("He resigned on Monday last year.", [("Monday", "2017-10-02"), ("last year", "2016")]),
        ("It fell on June 12, 2014 last year.", [("June 12, 2014", "2014-06-12"), ("last year", "2016")]),
    ],
)
def test_a_day_takes_the_year_behind_it(text: str, told: list[tuple[str, str]]) -> None:
    assert [(x.text, x.value) for x in find_times(text, "2017-10-03")] == told


def test_a_month_of_last_year_lasts_as_long_as_then() -> None:
    [february] = find_times("It was signed in February last year.", "2017-10-03")
    assert (february.start, february.end) == ("2016-02-01", "2016-02-29")


def test_an_hour_before_another_with_its_day():
    found = find_times("The shop was robbed between 6:50 a.m. and 7:30 a.m. Wednesday.", "2009-03-31")
    assert [e.value for e in found] == ["2009-03-25T06:50", "2009-03-25T07:30"]
    apart = find_times("The raid began at 6 a.m. The dead were found at 7 a.m. Wednesday.", "2009-03-31")
    assert [e.start for e in apart] == ["2009-03-31", "2009-03-25"]
