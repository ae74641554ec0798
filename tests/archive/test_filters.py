from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.archive import Archive, ClaimFilter
from dragoman.archive.filters import first_day, last_day
from dragoman.archive.folding import fold, fts_query, like_pattern
from dragoman.errors import ArchiveError
from tests.factories import attack, coded, day, make_article, meeting

MEETING, ATTACK = ["CONSULT"], ["ASSAULT"]
BOTH = ["CONSULT", "ASSAULT"]
NONE: list[str] = []


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(*coded(), coder_version="1")
    return archive


@pytest.mark.parametrize(
    ("wanted", "acts"),
    [
        (ClaimFilter(), BOTH),
        (ClaimFilter(actor="person:kari-braten"), MEETING),
        (ClaimFilter(actor="person:kari"), NONE),  # an id is taken whole
        (ClaimFilter(actor="Bråten"), MEETING),
        (ClaimFilter(actor="braten"), MEETING),
        (ClaimFilter(actor="KARI BRÅ"), MEETING),  # the last word may be begun only
        (ClaimFilter(actor="råten"), NONE),  # but not in its middle
        (ClaimFilter(actor="Kenya"), ATTACK),
        (ClaimFilter(actor="Ken"), NONE),  # three letters are a whole word
        (ClaimFilter(recipient="Kenya"), MEETING),
        (ClaimFilter(recipient="Republic of Kenya"), MEETING),  # an alias the text never uses
        (ClaimFilter(recipient="convoy"), ATTACK),  # words of a party that was not resolved
        (ClaimFilter(party="Kenya"), BOTH),
        (ClaimFilter(party="state:KEN"), MEETING),
        (ClaimFilter(party="Kenyan police"), NONE),  # who only speaks is no party
        (ClaimFilter(speaker="police"), ATTACK),
        (ClaimFilter(speaker="ministry of trade"), MEETING),
        (ClaimFilter(country="NOR"), MEETING),
        (ClaimFilter(country="ken"), BOTH),
        (ClaimFilter(country="RUS"), NONE),
        (ClaimFilter(min_confidence=0.83), BOTH),
        (ClaimFilter(min_confidence=0.84), ATTACK),
        (ClaimFilter(type="ASSAULT"), ATTACK),
        (ClaimFilter(type=("ASSAULT", "CONSULT")), BOTH),
        (ClaimFilter(act="CONSULT", mode="visit"), MEETING),
        (ClaimFilter(mode="phone"), NONE),
        (ClaimFilter(status="occurred"), BOTH),
        (ClaimFilter(status=("planned", "denied")), NONE),
        (ClaimFilter(since="2024-03-05"), ATTACK),
        (ClaimFilter(until="2024-03-04"), MEETING),
        (ClaimFilter(since="2024", until="2024-03"), BOTH),
        (ClaimFilter(since="2025"), NONE),
        (ClaimFilter(place="nairobi"), MEETING),
        (ClaimFilter(place="Nairobi Area"), MEETING),
        (ClaimFilter(publisher="fjord"), BOTH),
        (ClaimFilter(publisher="tribune"), NONE),
        (ClaimFilter(text="convoy gunmen"), ATTACK),
        (ClaimFilter(text='"near garissa"'), ATTACK),
        (ClaimFilter(text='"garissa near"'), NONE),
        (ClaimFilter(text="deleg*"), MEETING),
        (ClaimFilter(text="!?"), NONE),
        (ClaimFilter(historical=False), BOTH),
        (ClaimFilter(historical=True), NONE),
        (ClaimFilter(party="Kenya", type="ASSAULT"), ATTACK),
        (ClaimFilter(limit=1), MEETING),
        (ClaimFilter(limit=0), NONE),
    ],
)
def test_a_filter_gives_the_claims_that_match_by_day(filled: Archive, wanted: ClaimFilter, acts: list[str]):
    assert [claim.act for claim in filled.claims(wanted)] == acts
    assert filled.frame("claims", wanted).column("act").to_pylist() == acts


def test_open_and_missing_days(archive: Archive):
    article = make_article()
    told = meeting(article)
    assert told.time is not None
    value = told.time.grounding.choice
    since_2011 = replace(day(article.text, None, "2011-01-01"))
    since_2011 = replace(
        since_2011, grounding=replace(since_2011.grounding, choice=replace(value, start="2011-01-01", end=None))
    )
    claims = [replace(told, id="since", time=since_2011), replace(attack(article), id="never", time=None)]
    archive.add(article, claims, coder_version="1")
    assert [c.id for c in archive.claims(ClaimFilter(since="2020"))] == ["since"]
    assert [c.id for c in archive.claims(ClaimFilter(until="2010"))] == []
    assert [c.id for c in archive.claims(ClaimFilter(until="2030"))] == ["since"]
    assert [c.id for c in archive.claims()] == ["since", "never"]  # those without a day come last


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-06-23", "2024-06-23", "2024-06-23"),
    ],
)
def test_months_and_years_stand_for_all_their_days(value: str, first: str, last: str):
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize("value", ["", "yesterday", "2024-13", "2024-02-30", "0000-01", "23/06/2024", "2024-6-1"])
def test_what_is_no_date_is_refused(filled: Archive, value: str):
    with pytest.raises(ArchiveError, match="2024-06-23"):
        filled.claims(ClaimFilter(since=value))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Abu Marzûk", " abu marzuk "),
        ("Kyïv's  mayor!", " kyiv s mayor "),
        ("STRASSE/Straße", " strasse strasse "),
        ("", "  "),
        ("Москва", " москва "),
    ],
)
def test_folding_forgets_case_accents_and_punctuation(text: str, folded: str):
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "pattern"), [("US", "% us %"), ("Iran", "% iran%"), ("%_", "\0")])
def test_short_filter_words_are_whole(text: str, pattern: str):
    assert like_pattern(text) == pattern


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("gas talks", '"gas" "talks"'),
        ('"gas talks" Oslo', '"gas talks" "Oslo"'),
        ("nego*", '"nego"*'),
        ("a AND (b OR", '"a" "AND" "(b" "OR"'),
        ('un"balanced', '"un balanced"'),
        ("title: x -y", '"title:" "x" "-y"'),
        ("*** !!", None),
        ("", None),
    ],
)
def test_user_text_becomes_a_safe_query(text: str, query: str | None):
    assert fts_query(text) == query
