from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.archive import Archive, EventFilter
from tests.factories import coded, make_event

ARTICLE, (MEETING, ATTACK) = coded()


@pytest.fixture
def filled(archive: Archive) -> Archive:
    together = replace(MEETING, id="both", actors=(*MEETING.actors, *ATTACK.actors), recipients=())
    past = replace(MEETING, id="past", historical=True)
    archive.add(ARTICLE, [MEETING, ATTACK, together, past], coder_version="1")
    archive.store_events(
        [
            make_event("e1", [MEETING]),
            make_event("e2", [ATTACK]),
            make_event("e3", [together]),
            make_event("e4", [past]),
        ]
    )
    return archive


def pairs(archive: Archive, **options: object) -> list[tuple[str, str, str]]:
    return [(p.event_id, p.source, p.target) for p in archive.event_pairs(**options)]  # type: ignore[arg-type]


def test_actor_and_recipient_make_a_pair_and_unresolved_parties_none(filled: Archive):
    assert ("e1", "Kari Bråten", "Kenya") in pairs(filled)
    assert not [p for p in pairs(filled) if p[0] == "e2"]  # the convoy is nobody


def test_parties_that_act_together_pair_both_ways(filled: Archive):
    together = [p[1:] for p in pairs(filled) if p[0] == "e3"]
    assert together == [("Kari Bråten", "gunmen (Kenya)"), ("gunmen (Kenya)", "Kari Bråten")]


def test_by_country(filled: Archive):
    assert ("e1", "NOR", "KEN") in pairs(filled, by="country")


def test_background_only_when_asked_for(filled: Archive):
    assert not [p for p in pairs(filled) if p[0] == "e4"]
    assert [p for p in pairs(filled, background=True) if p[0] == "e4"] == [("e4", "Kari Bråten", "Kenya")]


def test_filters_hold(filled: Archive):
    assert {p[0] for p in pairs(filled, wanted=EventFilter(type="ASSAULT"))} == set()
    assert {p[0] for p in pairs(filled, wanted=EventFilter(type="CONSULT", limit=1))} == {"e1"}


def test_merged_actors_are_one(filled: Archive):
    filled.merge_actors("state:KEN", "group:KEN:UNK:gunmen", "ana", "test")
    assert ("e3", "Kari Bråten", "Kenya") in pairs(filled)
