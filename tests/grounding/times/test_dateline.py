"""Datelines: place, date and agency, each with its span."""

from __future__ import annotations

import pytest

from dragoman.grounding.times import dateline

CASES = [
    ("GENEVA, Nov. 3 (Reuters) - The talks", "GENEVA", "Nov. 3", "Reuters"),
    ("WASHINGTON (AP) — A man", "WASHINGTON", None, "AP"),
    ("BEIJING -- Officials met", "BEIJING", None, None),
    ("A headline\nBy A. Writer\nSEOUL, Feb 4 (Yonhap) -- The North", "SEOUL", "Feb 4", "Yonhap"),
    ("PARIS, 3 May 2018 - The court", "PARIS", "3 May 2018", None),
    ("NEW YORK, Friday, June 3, 2016 (Agency) - The court", "NEW YORK", "Friday, June 3, 2016", "Agency"),
    ("Nairobi, Kenya (CNN) -- Police", "Nairobi, Kenya", None, "CNN"),
    ("TEL AVIV, Israel (AP) - Police", "TEL AVIV, Israel", None, "AP"),
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), CASES)
def test_reads_the_dateline(text, place, date, agency):
    found = dateline(text)
    assert found is not None
    assert found.place.of(text) == place
    assert (found.date.of(text) if found.date else None) == date
    assert (found.agency.of(text) if found.agency else None) == agency
    assert found.span.start == found.place.start
    assert found.span.of(text).endswith(("-", "—"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Read more: a story",
        "The man - who left - came back.",
        "UPDATE: Police say",
        "A plain opening (with a note) of a story.",
    ],
)
def test_finds_none_where_there_is_none(text):
    assert dateline(text) is None


def test_hostile_capitals_stay_fast():
    assert dateline("A" * 50_000) is None
    assert dateline("A. " * 20_000) is None
