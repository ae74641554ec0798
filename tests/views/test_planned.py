from __future__ import annotations

from dataclasses import replace
from typing import Any

from icalendar import Calendar

from dragoman.views.planned import fits_calendar, plan, to_ics
from tests.factories import day, make_article, make_event, meeting

ARTICLE = make_article()
ARTICLES = {ARTICLE.id: ARTICLE}


def planned(**fields: Any):
    claim = meeting(ARTICLE, status="planned", plover="AGREE", **fields)
    event = make_event("e1", [claim], status="planned", last_report="2024-03-05")
    return plan(event, [claim], ARTICLES)


def entries(data: bytes) -> list[Any]:
    return [c for c in Calendar.from_ical(data).walk() if c.name == "VEVENT"]


def test_a_plan_names_its_days_and_who_says_so():
    one = planned()
    assert one is not None
    assert (one.start, one.end, one.announced) == ("2024-03-04", "2024-03-04", "2024-03-05")
    assert one.said_by == ("Ministry of Trade of Norway (The Fjord Post)",)


def test_what_nobody_plans_is_no_plan():
    claim = meeting(ARTICLE)
    assert plan(make_event("e1", [claim]), [claim], ARTICLES) is None


def test_the_most_exact_day_counts():
    vague = meeting(ARTICLE, id="a", status="planned", time=day(ARTICLE.text, "on Monday", "2024-03-01", "2024-03-31"))
    exact = meeting(ARTICLE, id="b", status="planned")
    found = plan(make_event("e1", [vague, exact]), [vague, exact], ARTICLES)
    assert found is not None
    assert (found.start, found.end) == ("2024-03-04", "2024-03-04")


def test_a_day_that_only_the_publication_date_gives_is_no_day():
    one = planned(time=day(ARTICLE.text, None, "2024-03-05"))
    assert one is not None
    assert (one.start, one.end, one.announced) == (None, None, "2024-03-05")
    assert not fits_calendar(one)


def test_the_calendar_file_holds_whole_days_with_source_and_state():
    one = planned()
    assert one is not None
    (entry,) = entries(to_ics([(one, "Kari Bråten → Kenya: visit")], ARTICLES))
    assert str(entry["SUMMARY"]) == "Kari Bråten → Kenya: visit"
    assert entry.decoded("DTSTART").isoformat() == "2024-03-04"
    assert entry.decoded("DTEND").isoformat() == "2024-03-05"
    assert str(entry["STATUS"]) == "TENTATIVE"
    assert "Ministry of Trade of Norway (The Fjord Post)" in str(entry["DESCRIPTION"])
    assert "Kari Bråten met a Kenyan delegation" in str(entry["DESCRIPTION"])


def test_a_cancelled_plan_is_marked_cancelled():
    one = planned()
    assert one is not None
    assert str(entries(to_ics([(replace(one, state="cancelled"), "x")], ARTICLES))[0]["STATUS"]) == "CANCELLED"


def test_plans_without_a_day_are_left_out_and_the_file_is_the_same_each_time():
    one = planned()
    assert one is not None
    undated, long = replace(one, end=None), replace(one, end="2025-03-04")
    assert not fits_calendar(undated)
    assert not fits_calendar(long)
    first = to_ics([(one, "x"), (undated, "y"), (long, "z")], ARTICLES)
    assert len(entries(first)) == 1
    assert first == to_ics([(one, "x")], ARTICLES)


def test_hostile_text_cannot_add_lines_of_its_own():
    one = planned()
    assert one is not None
    data = to_ics([(one, "visit\r\nEND:VEVENT\r\nBEGIN:VALARM\x1b")], ARTICLES)
    assert len(entries(data)) == 1
    assert b"\r\nBEGIN:VALARM" not in data
    assert b"\x1b" not in data
