from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dragoman.codebook.types import load_types
from dragoman.views.dyads import counts, dyads, month_of

TYPES = load_types()


@dataclass(frozen=True)
class One:
    event_id: str = "e1"
    plover: str = "ASSAULT"
    act: str = "ASSAULT"
    mode: str | None = "aerial"
    status: str = "occurred"
    start: str | None = "2024-06-05"
    end: str | None = "2024-06-06"
    first_report: str | None = "2024-07-01"
    source: str = "A"
    target: str = "B"


def test_count_and_mean_score_per_pair_and_month():
    visit = One("e2", "CONSULT", "CONSULT", "visit", start="2024-06-30", end="2024-06-30")
    back = One("e3", source="B", target="A")
    july = One("e4", start="2024-07-01", end="2024-07-01")
    found = [
        (d.source, d.target, d.month, d.events, d.score, d.quads) for d in dyads([One(), visit, back, july], TYPES)
    ]
    assert found == [
        ("A", "B", "2024-06", 2, -2.75, (1, 0, 0, 1)),  # (-9.5 + 4.0) / 2
        ("A", "B", "2024-07", 1, -9.5, (0, 0, 0, 1)),
        ("B", "A", "2024-06", 1, -9.5, (0, 0, 0, 1)),
    ]


def test_an_event_counts_once_a_pair():
    assert [d.events for d in dyads([One(), One(), One()], TYPES)] == [1]


def test_nobody_is_a_pair_with_himself():
    assert dyads([One(target="A")], TYPES) == []


@pytest.mark.parametrize(
    ("act", "status", "counted"),
    [
        ("ASSAULT", "occurred", True),
        ("ASSAULT", "denied", False),
        ("ASSAULT", "hypothetical", False),
        ("ASSAULT", "planned", False),
        ("ASSAULT", "failed", False),
        ("ASSAULT", "threatened", True),
        ("CONSULT", "planned", True),
        ("CONSULT", "cancelled", True),
        ("PROTEST", "cancelled", False),
        ("AID", "refused", True),
        ("RETREAT", "planned", True),
        ("CONCEDE", "planned", True),
    ],
)
def test_what_counts(act: str, status: str, counted: bool):
    assert counts(One(plover=TYPES.plover(act, status), act=act, status=status), TYPES) is counted


def test_a_saying_counts_in_the_month_it_was_reported_a_deed_in_its_own():
    plan = One(plover="AGREE", act="CONSULT", status="planned")
    assert month_of(plan) == "2024-07"
    assert month_of(One()) == "2024-06"
    assert month_of(replace(One(), end="2024-07-02")) == "unknown"
    assert month_of(replace(One(), start=None)) == "unknown"


def test_a_verbal_act_takes_the_score_of_its_own_type_not_of_the_act():
    (dyad,) = dyads([One(plover="THREATEN", status="threatened")], TYPES)
    assert dyad.score == -3.5
