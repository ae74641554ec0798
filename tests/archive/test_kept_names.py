"""Merged actors in all that an event shows: who denies, the history, the sources and what reports differ on."""

from __future__ import annotations

from dataclasses import replace

from dragoman.archive.kept_names import under_kept_names
from dragoman.matching import match_claims
from dragoman.records import Conflict, Event
from tests.matching.build import ATTACK, claim, report

KEPT = {"Musa Marzuk": "Mousa Marzouk"}


def disputed() -> Event:
    """An attack told by one spelling of a man, and denied by both spellings of him."""
    told = report(ATTACK)
    first, second = report(ATTACK + ".", publisher="B"), report(ATTACK + "!", publisher="C")
    claims = [
        claim(told, said=("Musa Marzuk",)),
        claim(first, status="denied", said=("Musa Marzuk",)),
        claim(second, status="denied", said=("Mousa Marzouk",)),
    ]
    (event,) = match_claims(claims, [told, first, second])
    return event


def test_a_merged_denier_is_named_once_everywhere() -> None:
    event = disputed()
    assert event.denied_by == ("Mousa Marzouk", "Musa Marzuk")
    shown = under_kept_names(event, KEPT)
    assert shown.denied_by == ("Mousa Marzouk",)
    assert shown.independent_sources == ("Mousa Marzouk",)
    assert {step.according_to for step in shown.history} == {"Mousa Marzouk"}
    assert {denial.by for denial in shown.denials} == {"Mousa Marzouk"}
    assert all(line.startswith("Mousa Marzouk: ") for line in shown.source_reasons)
    (row,) = shown.conflicts
    assert row.note == "Mousa Marzouk denies what Mousa Marzouk reported"


def test_two_names_of_one_doer_are_no_conflict_but_a_third_doer_is() -> None:
    event = disputed()
    two = Conflict("actor", (("Mousa Marzouk", ("c1",)), ("Musa Marzuk", ("c2",))))
    three = Conflict("actor", (("Musa Marzuk", ("c2",)), ("gunmen", ("c3",))))
    shown = under_kept_names(replace(event, conflicts=(two, three)), KEPT)
    assert [dict(c.values) for c in shown.conflicts] == [{"Mousa Marzouk": ("c2",), "gunmen": ("c3",)}]


def test_an_event_without_merged_actors_is_left_as_it_is() -> None:
    event = disputed()
    assert under_kept_names(event, {"Somebody": "Nobody"}) is event
