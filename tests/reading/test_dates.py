from __future__ import annotations

import pytest

from dragoman.errors import ReadingError
from dragoman.reading.dates import checked_day, day_in_url, first_day, shown_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-06-23T23:10:00+03:00", "2024-06-23"),
        ("20240623", "2024-06-23"),
        ("20240623T101500Z", "2024-06-23"),
        ("Jun 23, 2024", "2024-06-23"),
        ("Sept. 3rd, 2021", "2021-09-03"),
        ("Sun, 23 Jun 2024 10:00:00 GMT", "2024-06-23"),
        ("23rd of June 2024", "2024-06-23"),
        ("23/06/2024", "2024-06-23"),
        ("06/23/2024", "2024-06-23"),
        ("06/06/2024", "2024-06-06"),
        ("03/04/2024", None),
        ("2024-02-30", None),
        ("June 2024", None),
        ("1719100800", None),
        ("yesterday", None),
    ],
)
def test_first_day_reads_only_what_can_be_read_one_way(value, day):
    assert first_day(value) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2019/11/18/x.html", "2019-11-18"),
        ("https://a.example/2019/nov/18/x", "2019-11-18"),
        ("https://a.example/x-2019-11-18.html", "2019-11-18"),
        ("https://a.example/20191118/x", "2019-11-18"),
        ("https://a.example/201911181077343476-x/", "2019-11-18"),
        ("https://a.example/2019/11/x", None),
        ("https://a.example/x?d=2019/11/18/", None),
        ("https://a.example/2019/13/45/x", None),
    ],
)
def test_day_in_url(url, day):
    assert day_in_url(url) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("• Mon. Jul 8th, 2024", "2024-07-08"),
        ("Published: 3:15 p.m. EST, June 3, 2024", "2024-06-03"),
        ("Updated June 5, 2024; first published June 3, 2024", "2024-06-03"),
        ("The Courier | Updated: 2017-09-15 17:52", "2017-09-15"),
        ("June 3, 2024 · 4 min read", "2024-06-03"),
        ("The Tall Ships Gazette, 3 June 2024", "2024-06-03"),
        ("Monday, June 3, 2024 | World", "2024-06-03"),
        ("BORDER · June 3, 2024 15:12 GMT", "2024-06-03"),
        ("talks on the border, 3 June 2024", None),
        ("Geneva Summit of 3 June 2024", None),
        ("An Outlet Of Far Too Many Words, 3 June 2024", None),
        ("The army left the town on June 3, 2024.", None),
        ("The treaty of June 3, 2024", None),
        ("11 a.m. Saturday, September 16", None),
    ],
)
def test_shown_date_takes_lines_that_show_a_date_and_nothing_else(line, day):
    shown = shown_date(line)
    assert (shown.day if shown else None) == day


def test_a_day_given_by_the_caller_must_be_one():
    assert checked_day("2024-06-23") == "2024-06-23"
    with pytest.raises(ReadingError, match="YYYY-MM-DD"):
        checked_day("23.6.2024")
