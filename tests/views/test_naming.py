"""Names in a sentence: articles and "of", and nothing that the name or the report does not hold."""

from __future__ import annotations

import re

import pytest

from dragoman.codebook.frames import load_frames
from dragoman.codebook.types import load_types
from dragoman.records import Actor, Grounding, Number, Party, Span
from dragoman.views.claims import counted
from dragoman.views.english import period
from dragoman.views.naming import in_prose, land
from dragoman.views.phrases import _by_cameo, phrase


def party(id: str, name: str, words: str) -> Party:
    actor = Actor(id, name, "described", None, ())
    return Party(words, Span(0, len(words)), Span(0, len(words)), Grounding(actor, 0.9, "by its name", ()))


@pytest.mark.parametrize(
    ("id", "name", "words", "expected"),
    [
        ("state:EGY", "Government of Egypt", "Egypt", "the Government of Egypt"),
        ("state:USA", "Government of the United States", "Washington", "the Government of the United States"),
        ("office:USA:parliament", "Parliament (United States)", "Congress", "the Parliament of the United States"),
        (
            "office:RUS:foreign-ministry",
            "Ministry of Foreign Affairs (Russia)",
            "it",
            "the Ministry of Foreign Affairs of Russia",
        ),
        ("group:BIH:MIL:forces-bosnian-serb", "forces (Bosnian Serb)", "Bosnian Serb forces", "Bosnian Serb forces"),
        ("group::MIL:soldiers-nato", "soldiers (NATO)", "two soldiers", "NATO soldiers"),
        (
            "group::UNO:commanders-united-nations",
            "commanders (United Nations)",
            "U.N. commanders",
            "United Nations commanders",
        ),
        (
            "group:BIH:GOV:leaders-bosnian-serbs",
            "leaders (Bosnian Serbs)",
            "their leaders",
            "leaders of the Bosnian Serbs",
        ),
        (
            "group:BIH:MIL:forces-leaders-bosnian-serb",
            "forces (leaders (Bosnian Serb))",
            "their forces",
            "forces of Bosnian Serb leaders",
        ),
        (
            "group:HRV:GOV:foreign-minister",
            "foreign minister (Croatia)",
            "The foreign ministers of Bosnia and Croatia",
            "the foreign minister of Croatia",
        ),
        (
            "group:PRK:GOV:envoy",
            "envoy (North Korea)",
            "An envoy",
            "an envoy of North Korea",
        ),
        ("group::REB:car-bomber", "car bomber", "A suicide car bomber", "a car bomber"),
        ("group::REB:suicide-attacker", "suicide attacker", "The suicide attacker", "the suicide attacker"),
        ("group::CVL:people", "people", "68 people", "people"),
        ("org:taliban", "Taliban", "Taliban", "the Taliban"),
        ("org:nato", "NATO", "NATO", "NATO"),
        ("org:hamas", "Hamas", "Hamas", "Hamas"),
        ("org:unsc", "United Nations Security Council", "The council", "the United Nations Security Council"),
        ("person:mary-house", "Mary House", "Mary House", "Mary House"),
    ],
)
def test_a_name_of_a_table_is_put_into_a_sentence(id: str, name: str, words: str, expected: str) -> None:
    said = in_prose(party(id, name, words))
    assert said == expected
    # nothing is said but the name, articles and "of"
    assert set(re.findall(r"\w+", said)) <= set(re.findall(r"\w+", name)) | {"the", "a", "an", "of"}


def test_who_is_not_known_goes_by_the_reports_own_words() -> None:
    span = Span(0, 20)
    assert in_prose(Party("a French Mirage 2000", span, span)) == "a French Mirage 2000"


def test_lands_take_their_article() -> None:
    assert [land(x) for x in ("United States", "Gaza Strip", "Kenya")] == [
        "the United States",
        "the Gaza Strip",
        "Kenya",
    ]


def test_a_year_or_month_that_goes_on_is_given_no_day() -> None:
    assert period("2018-01-01", None, "year") == "from 2018 on"
    assert period("2018-03-01", None, "month") == "from March 2018 on"
    assert period("2018-03-04", None, "day") == "from 4 March 2018 on"


@pytest.mark.parametrize(
    ("text", "of", "expected"),
    [
        ("dozens", "people", "dozens of people"),
        ("at least 10", "civilians", "at least 10 civilians"),
        ("One", "them", "One of them"),
        ("37 people", "people", "37 people"),
    ],
)
def test_numbers_are_told_as_english_says_them(text: str, of: str, expected: str) -> None:
    assert counted(Number(text, Span(0, len(text)), None, None, None, of)) == expected


def test_a_cameo_code_words_the_act_where_it_says_more() -> None:
    assert phrase("SUPPORT", None, cameo="057").filled("did", "Kenya") == "concluded an agreement with Kenya"
    assert phrase("SUPPORT", None, cameo="051").filled("did") == "voiced approval or sympathy"
    assert phrase("SUPPORT", None, cameo="055").filled("did") == "gave support, in words or by signature"


def test_a_mode_of_ones_own_goes_by_its_name_whatever_its_cameo_code() -> None:
    assert phrase("SUPPORT", "salute", "salute", "057").filled("did", "Kenya") == "took part in salute concerning Kenya"


def test_every_cameo_code_with_words_of_its_own_is_that_of_a_shipped_frame() -> None:
    used = {f"{f.type}/{f.cameo}" for f in load_frames(load_types())}
    assert set(_by_cameo()) <= used
    assert {name.split("/")[0] for name in _by_cameo()} <= set(load_types().types)


def test_every_wording_by_cameo_stands_with_and_without_a_recipient() -> None:
    for wording in _by_cameo().values():
        for form in ("did", "do", "noun"):
            told = wording.filled(form), wording.filled(form, "Kenya")
            assert not set("[]{}|") & set("".join(told))
            assert all("  " not in one and one.strip() == one for one in told)
        assert "Kenya" in wording.filled("did", "Kenya")
