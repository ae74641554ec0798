"""Counts told as ranges, and open bounds, in claims and in what several reports amount to."""

import pytest

import dragoman
from dragoman.pipeline import Coder
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> Coder:
    return loaded()


CASES = [
    ("Soldiers arrested 40 to 50 demonstrators in Minsk on Sunday.", (None, 40, 50, "demonstrators")),
    ("Rebels killed 9 or 10 soldiers near Goma.", (None, 9, 10, "soldiers")),
    ("Soldiers killed 10-15 rebels in Mali.", (None, 10, 15, "rebels")),
    ("Gunmen killed nine to twelve villagers near Jos.", (None, 9, 12, "villagers")),
    ("Two to three dozen people were killed in Aleppo.", (None, 24, 36, "people")),
    ("Police arrested twenty-three students in Tunis.", (23, 23, 23, "students")),
    ("Bandits killed at least 12 farmers near Zaria.", (12, 12, None, "farmers")),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_range_has_bounds_and_no_value_of_its_own(coder: Coder, text: str, wanted: tuple[object, ...]) -> None:
    claims = coder.code(dragoman.Article.from_text(text, published="2024-06-10"))
    assert [(n.value, n.low, n.high, n.of) for c in claims for n in c.numbers] == [wanted]


COUNTED = [
    ("The rebels released 21 girls who were among 90 pupils seized two years ago.", "released", ["girls"]),
    ("The militia freed four soldiers held for 45 days.", "freed", ["soldiers"]),
    ("Police arrested 40 students, including 12 minors, who had marched 30 miles.", "arrested", ["students", "minors"]),
]


@pytest.mark.parametrize(("text", "trigger", "wanted"), COUNTED)
def test_a_predicate_counts_neither_days_nor_what_another_counts(
    coder: Coder, text: str, trigger: str, wanted: list[str]
) -> None:
    claims = coder.code(dragoman.Article.from_text(text, published="2024-06-10"))
    assert [[n.of for n in c.numbers] for c in claims if c.trigger.text == trigger] == [wanted]


def test_an_event_keeps_what_its_reports_leave_open(coder: Coder) -> None:
    text = "Gunmen killed {} villagers in Jos on 3 June, police said."
    told = ["at least 9", "12", "nine to twelve"]
    reports = [
        dragoman.Article.from_text(text.format(n), published="2024-06-04", publisher=f"paper {i}")
        for i, n in enumerate(told)
    ]
    one = dragoman.match(coder.code(reports[0]), reports[:1])
    assert [e.numbers for e in one] == [(("people killed", 9, 9, None),)]
    every = dragoman.match([c for r in reports for c in coder.code(r)], reports)
    assert [e.numbers for e in every] == [(("people killed", 9, 12, 12),)]
