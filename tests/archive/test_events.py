from __future__ import annotations

import pytest

from dragoman.archive import Archive, ClaimFilter, EventFilter, WireCopy
from dragoman.errors import ArchiveError
from dragoman.records import Claim, Conflict, Event, StatusReport
from tests.factories import coded, make_article, make_event


@pytest.fixture
def told(archive: Archive) -> list[Claim]:
    """Meeting and attack as two reports tell of them: [meeting 1, attack 1, meeting 2, attack 2]."""
    claims = []
    for publisher in ("The Fjord Post", "Daily Coast"):
        article, coded_claims = coded(publisher=publisher)
        archive.add(article, coded_claims, coder_version="1")
        claims += coded_claims
    return claims


def full_event(claims: list[Claim]) -> Event:
    step = StatusReport("occurred", None, "Kenyan police", claims[0].id, claims[0].article_id)
    conflict = Conflict("numbers", (("9", (claims[0].id,)), ("12", (claims[1].id,))), "dead")
    return make_event(
        "e1",
        claims,
        history=(step,),
        conflicts=(conflict,),
        denied_by=("gunmen (Kenya)",),
        explanation=("same day and place",),
        numbers=(("killed", 9.0, None, 12.0), ("wounded", None, 3.0, None)),
    )


def test_events_come_back_as_they_were(archive: Archive, told: list[Claim]):
    event = full_event([told[0], told[2]])
    assert archive.store_events([event]) == 1
    assert archive.event("e1") == event
    assert list(archive.events()) == [event]
    assert archive.event_of_claim(told[2].id) == event
    assert archive.event_of_claim(told[1].id) is None
    assert list(archive.claims_of_event("e1")) == [told[0], told[2]]
    assert list(archive.claims(ClaimFilter(event_id="e1"))) == sorted([told[0], told[2]], key=lambda c: c.article_id)
    assert list(archive.verify()) == []


def test_storing_an_event_again_replaces_it(archive: Archive, told: list[Claim]):
    archive.store_events([full_event([told[0], told[2]])])
    smaller = make_event("e1", [told[0]])
    archive.store_events([smaller])
    assert list(archive.events()) == [smaller]
    assert archive.event_of_claim(told[2].id) is None
    assert archive._store.rows("SELECT count(*) FROM event_conflicts") == [(0,)]
    assert list(archive.verify()) == []


def test_an_event_that_loses_all_claims_goes(archive: Archive, told: list[Claim]):
    archive.store_events([make_event("e1", [told[0]]), make_event("e2", [told[2]])])
    merged = make_event("e3", [told[0], told[2]])
    archive.store_events([merged])
    assert list(archive.events()) == [merged]


def test_a_split_stores_both_parts_at_once(archive: Archive, told: list[Claim]):
    archive.store_events([make_event("e1", [told[0], told[2]])])
    with pytest.raises(ArchiveError, match=r"event e1.*in the same call"):
        archive.store_events([make_event("e2", [told[2]])])
    assert [e.id for e in archive.events()] == ["e1"]
    archive.store_events([make_event("e2", [told[2]]), make_event("e1", [told[0]])])
    assert [e.claims for e in archive.events()] == [(told[0].id,), (told[2].id,)]


def test_retired_events_go_and_free_their_claims(archive: Archive, told: list[Claim]):
    archive.store_events([make_event("e1", [told[0], told[2]])])
    archive.store_events([make_event("e2", [told[2]])], retired=["e1"])
    assert [e.id for e in archive.events()] == ["e2"]


def test_an_event_of_unknown_claims_is_refused_and_nothing_is_stored(archive: Archive, told: list[Claim]):
    stranger = coded(make_article(title="Not added"))[1]
    with pytest.raises(ArchiveError, match="is not in the archive"):
        archive.store_events([make_event("e1", told[:1]), make_event("e2", stranger)])
    assert list(archive.events()) == []


def test_what_matching_has_to_do_is_known(archive: Archive, told: list[Claim]):
    archive.store_events([make_event("e1", [told[0], told[2]])])
    assert {c.id for c in archive.unmatched_claims()} == {told[1].id, told[3].id}
    assert archive.stale_events() == []
    article = archive.article(told[0].article_id)
    assert article is not None
    archive.recode(article, [told[0]], "2")  # the claim keeps its id, but it is another telling
    assert archive.stale_events() == ["e1"]
    assert {c.id for c in archive.unmatched_claims()} == {told[0].id, told[3].id}
    archive.store_events([make_event("e1", [told[0], told[2]])])
    assert archive.stale_events() == []
    assert list(archive.verify()) == []


def test_events_can_be_cleared_and_built_anew(archive: Archive, told: list[Claim]):
    event = full_event(told)
    archive.store_events([event])
    archive.clear_events()
    assert list(archive.events()) == []
    assert len(list(archive.unmatched_claims())) == 4
    archive.store_events([event])
    assert list(archive.events()) == [event]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (EventFilter(), ["meet", "raid"]),
        (EventFilter(actor="braten"), ["meet"]),
        (EventFilter(actor="person:kari-braten"), ["meet"]),
        (EventFilter(actor="person:kari"), []),  # an id is taken whole
        (EventFilter(recipient="Republic of Kenya"), ["meet"]),
        (EventFilter(party="gunmen"), ["raid"]),
        (EventFilter(country="NOR"), ["meet"]),
        (EventFilter(country="KEN"), ["meet", "raid"]),
        (EventFilter(type="ASSAULT"), ["raid"]),
        (EventFilter(status=("planned",)), []),
        (EventFilter(since="2024-03-05"), ["raid"]),
        (EventFilter(until="2024-03-04"), ["meet"]),
        (EventFilter(place="garissa"), ["raid"]),
        (EventFilter(publisher="coast"), ["raid"]),
        (EventFilter(text="delegation"), ["meet"]),
        (EventFilter(text="..."), []),
        (EventFilter(conflicts=True), ["raid"]),
        (EventFilter(conflicts=False), ["meet"]),
        (EventFilter(denied=True), ["raid"]),
        (EventFilter(min_reports=2), ["raid"]),
        (EventFilter(min_confidence=1.0), []),
        (EventFilter(min_sources=1, limit=1), ["meet"]),
    ],
)
def test_a_filter_gives_the_events_that_match_by_day(
    archive: Archive, told: list[Claim], wanted: EventFilter, ids: list[str]
):
    meet = make_event("meet", [told[0]])
    raid = full_event([told[1], told[3]])
    raid = make_event(
        "raid",
        [told[1], told[3]],
        conflicts=raid.conflicts,
        denied_by=raid.denied_by,
        start="2024-03-05",
        end="2024-03-05",
        place="Garissa",
    )
    archive.store_events([raid, meet])
    assert [event.id for event in archive.events(wanted)] == ids
    assert archive.frame("events", wanted).column("id").to_pylist() == ids


def test_wire_copies_are_kept_by_group(archive: Archive, told: list[Claim]):
    original, copy = told[0].article_id, told[2].article_id
    known = [
        WireCopy(original, "g1", "Fjord Agency", None, 1.0, "credits the agency"),
        WireCopy(copy, "g1", "Fjord Agency", original, 0.97, "nearly the same words"),
    ]
    archive.store_wire_copies(known)
    archive.store_wire_copies(known)
    assert list(archive.wire_copies()) == sorted(known, key=lambda c: c.article_id)
    assert list(archive.wire_copies([copy])) == [known[1]]
    assert archive.counts()["wire copies"] == 2


def test_the_claims_frame_names_the_event(archive: Archive, told: list[Claim]):
    archive.store_events([make_event("e1", [told[0]])])
    rows = {row["id"]: row for row in archive.frame().to_pylist()}
    assert rows[told[0].id]["event_id"] == "e1"
    assert rows[told[1].id]["event_id"] is None
    assert rows[told[1].id]["numbers"] == [{"of": "wounded", "value": 3.0, "low": 3.0, "high": None}]
    assert rows[told[0].id]["actor_ids"] == ["person:kari-braten"]
    assert rows[told[1].id]["recipient_ids"] == [None]
    assert rows[told[0].id]["contexts"] == ["diplomatic", "economic"]


def test_an_empty_frame_has_its_columns(archive: Archive):
    for kind in ("claims", "events"):
        table = archive.frame(kind)
        assert table.num_rows == 0
        assert {"id", "plover", "start_day", "confidence"} <= set(table.column_names)
