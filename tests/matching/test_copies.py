"""Wire copies and origins: pages are not sources."""

from __future__ import annotations

from itertools import permutations

from dragoman.matching import find_copies, match_claims
from dragoman.matching.copies import CopyIndex
from dragoman.matching.credits import credited
from dragoman.records import Article
from tests.matching.build import claim, report, speaker

WIRE = (
    "Gunmen attacked the market of Garissa before dawn on Monday, killing nine traders and burning a row of stalls, "
    "the county commissioner said. Witnesses saw about twenty men arrive in three pickup trucks and open fire without "
    "a word. The attackers fled towards the border when soldiers came from the barracks across the river. No group has "
    "said that it was behind the raid, the third on the town since the new year. Traders closed their shops and carried "
    "the wounded to the hospital on handcarts, because the only ambulance had no fuel."
)
OWN = (
    "Nine people are dead in Garissa after a raid on its market. Our reporter spoke to a tailor whose brother sold "
    "onions there and who now wants to leave the north for good; many of his neighbours said the same on Tuesday, and "
    "a teacher counted forty empty desks in her school the morning after."
)


def wire(**fields: str) -> Article:
    return report(WIRE, **{"publisher": "Meridian Wire", **fields})


def test_a_reprint_goes_back_to_the_earliest_report() -> None:
    first = report(WIRE, publisher="The Alder Review", published="2024-03-04")
    (copy,) = find_copies([report(WIRE, publisher="The Fjord Post"), first])
    assert (copy.origin, copy.original_id, copy.overlap, copy.whole) == ("The Alder Review", first.id, 1.0, True)


def test_a_shortened_and_edited_reprint_is_found() -> None:
    cut = WIRE[: WIRE.index("No group")].replace("before dawn on Monday", "early on Monday")
    (copy,) = find_copies([wire(), report(cut, publisher="The Fjord Post")])
    assert copy.origin == "Meridian Wire"
    assert 0.7 < copy.overlap < 1


def test_an_agency_is_the_origin_even_if_its_own_page_is_dated_later() -> None:
    late = wire(published="2024-03-09")
    (copy,) = find_copies([late, report(WIRE, publisher="The Fjord Post", published="2024-03-05")])
    assert (copy.origin, copy.original_id) == ("Meridian Wire", late.id)


def test_the_credited_agency_is_the_origin_of_all_that_share_its_words() -> None:
    one = report(WIRE, publisher="The Alder Review", byline="By Meridian Wire", published="2024-03-05")
    other = report(WIRE, publisher="The Fjord Post", published="2024-03-04")
    copies = find_copies([one, other])
    assert {c.origin for c in copies} == {"Meridian Wire"}
    assert len({c.group_id for c in copies}) == 1


def test_reports_of_one_event_in_own_words_are_no_copies() -> None:
    assert find_copies([wire(), report(OWN, publisher="The Fjord Post")]) == []


def test_a_quoted_passage_in_an_own_report_is_marked_as_a_passage() -> None:
    passage = WIRE[: WIRE.index("No group")]
    (copy,) = find_copies([wire(published="2024-03-04"), report(f"{OWN} {OWN.upper()} {passage}", publisher="B")])
    assert not copy.whole
    assert copy.overlap < 0.5


def test_a_claim_of_the_reprinted_passage_counts_with_the_wire_and_an_own_one_with_the_outlet() -> None:
    passage = WIRE[: WIRE.index("No group")]
    mixed = report(f"{OWN} {OWN[::-1]} {passage}", publisher="The Fjord Post")
    first = WIRE[: WIRE.index(" Witnesses")]
    borrowed, own = claim(mixed, 0, words=first), claim(mixed, 1, words=OWN[: OWN.index(" Our")])
    events = match_claims([borrowed, own], [wire(published="2024-03-04"), mixed])
    sources = {c: e.independent_sources for e in events for c in e.claims}
    assert "Meridian Wire" in sources[borrowed.id]
    assert "The Fjord Post" in sources[own.id]


def test_five_pages_of_one_wire_are_one_source() -> None:
    pages = [wire(published="2024-03-04")] + [report(WIRE, publisher=f"Paper {n}") for n in range(4)]
    (event,) = match_claims([claim(p, words=WIRE[: WIRE.index(" Witnesses")]) for p in pages], pages)
    assert (len(event.reports), event.independent_sources) == (5, ("Meridian Wire",))
    assert "100% of its word runs" in event.source_reasons[0]


def test_a_relay_counts_with_its_origin() -> None:
    words = "A Hamas delegation arrived in Moscow"
    pages = [report(f"{words}, page {n}", publisher=f"Paper {n}") for n in range(2)]
    agency = report(words, publisher="RIA Novosti")
    claims = [claim(p, said=(speaker("RIA Novosti", "reported"),)) for p in pages] + [claim(agency)]
    (event,) = match_claims(claims, [*pages, agency])
    assert event.independent_sources == ("RIA Novosti",)


def test_the_innermost_named_speaker_is_the_origin_and_unnamed_ones_are_not() -> None:
    page = report()
    chained = claim(page, said=(speaker("RIA Novosti"), speaker("police")))
    assert match_claims([chained], [page])[0].independent_sources == ("Police (Kenya)",)
    heard = claim(page, said=("witnesses",))
    assert match_claims([heard], [page])[0].independent_sources == ("The Fjord Post",)


def test_credits_are_read_from_byline_dateline_and_foot() -> None:
    assert credited(report("Text.", byline="By AFP")) == "Agence France-Presse"
    assert credited(report("Text.", byline="Jane Roe and Reuters")) == "Reuters"
    assert credited(report("GARISSA, March 5 (Reuters) - Gunmen attacked.")) == "Reuters"
    assert credited(report("GARISSA (AP) — Gunmen attacked.")) == "Associated Press"
    assert credited(report("Gunmen attacked the town.\n\nSource: Meridian Wire")) == "Meridian Wire"
    assert credited(report("Gunmen (three of them) — so they say — attacked.", byline="Ann Wireman")) is None


def test_copies_do_not_depend_on_the_order_of_reading() -> None:
    cut = WIRE[: WIRE.index("No group")]
    pages = [wire(published="2024-03-06"), report(WIRE, publisher="A"), report(cut, publisher="B"), report(OWN)]
    found = {tuple(find_copies(order)) for order in permutations(pages)}
    assert len(found) == 1
    index = CopyIndex()
    for page in pages:
        index.add([page])
        index.copies()
    index.add(pages)  # known ones are passed over
    assert tuple(sorted(index.copies().values(), key=lambda c: (c.group_id, c.article_id))) in found


def test_short_and_empty_texts_are_nobodys_copies() -> None:
    assert (
        find_copies([report("", publisher=p) for p in "ab"] + [report("Too short.", publisher=p) for p in "cd"]) == []
    )
