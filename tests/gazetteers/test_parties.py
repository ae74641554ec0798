"""Known organisations and people are found by all their names, the one that existed then first."""

import re
from collections import Counter

import pytest

from dragoman.errors import CodebookError
from dragoman.gazetteers.countries import by_alpha3
from dragoman.gazetteers.parties import all_known, all_people, by_name, find_known, known_person
from dragoman.gazetteers.parties.lookup import load


@pytest.mark.parametrize(
    ("name", "identity", "country", "sector"),
    [
        ("Hamas", "org:hamas", "PSE", "REB"),
        ("Palestinian Islamic Jihad", "org:islamic-jihad", "PSE", "REB"),
        ("IS", "org:islamic-state", None, "IMG"),
        ("the PKK", "org:kurdistan-workers-party", "TUR", "REB"),
        ("RIA Novosti", "org:ria-novosti", "RUS", "JRN"),
        ("UNHCR", "org:un-high-commissioner-for-refugees", None, "UNO"),
        ("the UN’s", None, None, None),
        ("MSF", "org:medecins-sans-frontieres", None, "MED"),
        ("CDU", "org:christian-democratic-union", "DEU", "PTY"),
        ("Mossad", "org:mossad", "ISR", "SPY"),
        ("ICC", "org:international-criminal-court", None, "JUD"),
        ("Lord’s Resistance Army", "org:lords-resistance-army", "UGA", "REB"),
    ],
)
def test_a_name_leads_to_its_party(name, identity, country, sector):
    found = by_name(name)
    assert found is not None
    if identity is not None:
        assert (found.id, found.country) == (identity, country)
        assert sector in found.sectors


@pytest.mark.parametrize("word", ["is", "hamas", "who", "it", "aids", ""])
def test_the_case_of_a_name_counts(word):
    assert by_name(word) is None


def test_running_text_gives_the_longest_names_with_their_places():
    text = "The UN Security Council met as Al-Qaeda in the Arabian Peninsula and IS fought; who is next?"
    found = [(text[slice(*m.span)], m.party.name) for m in find_known(text)]
    assert found == [
        ("UN Security Council", "United Nations Security Council"),
        ("Al-Qaeda in the Arabian Peninsula", "al-Qaeda in the Arabian Peninsula"),
        ("IS", "Islamic State"),
    ]


def test_of_namesakes_the_one_that_existed_then_is_chosen():
    names = Counter(alias for p in all_known() for alias in (p.name, *p.aliases))
    shared = sorted(name for name, count in names.items() if count > 1)
    for name in shared:
        readings = [p for p in all_known() if name in (p.name, *p.aliases)]
        for party in readings:
            if party.last is not None and not any(o.existed_in(party.last) for o in readings if o is not party):
                assert by_name(name, party.last) is party


def test_the_table_holds_what_news_needs():
    kinds = Counter(party.kind for party in all_known())
    assert kinds["international"] + kinds["civil"] >= 400
    assert kinds["armed"] >= 250
    assert kinds["party"] >= 250
    assert kinds["media"] >= 200
    assert kinds["court"] >= 40
    assert kinds["intelligence"] >= 40
    for party in all_known():
        if party.country:
            assert by_alpha3(party.country)
        assert party.first is None or party.last is None or party.first <= party.last, party.id
        assert re.fullmatch(r"org:[a-z0-9-]+", party.id), party.id
        if party.kind == "media":
            assert "JRN" in party.sectors or "BUS" in party.sectors


def test_no_name_judges():
    label = re.compile(r"terroris|extremis|\bthug|\bjunta", re.I)
    exempt = ("counter", "anti")
    assert not [p.name for p in all_known() if label.search(p.name) and not any(e in p.name.lower() for e in exempt)]


@pytest.mark.parametrize(
    ("name", "year", "full", "sectors"),
    [
        ("Putin", 2024, "Vladimir Putin", ("GOV",)),
        ("Trump", 2018, "Donald Trump", ("GOV",)),
        ("Kim Jong-Un", 2018, "Kim Jong Un", ("GOV",)),
        ("Barack Obama", 2024, "Barack Obama", ("ELI",)),
        ("Barack Obama", 2012, "Barack Obama", ("GOV",)),
    ],
)
def test_a_leader_is_known_for_the_year(name, year, full, sectors):
    found = known_person(name, year)
    assert found is not None
    assert (found.name, found.sectors) == (full, sectors)


def test_a_family_name_alone_says_nothing_outside_the_years():
    assert known_person("Trump", 1990) is None
    assert known_person("may", 2018) is None
    assert len(all_people()) >= 150


@pytest.mark.parametrize(
    "row",
    ["hamas,Hamas,,PSE,REB,armed,,", "org:x,X,,PSE,REB,club,,", "org:x,X,,PS,REB,armed,,", "org:x,X,,,REB,armed,1,"],
)
def test_a_wrong_row_names_its_line(tmp_path, row):
    path = tmp_path / "parties.csv"
    path.write_text(f"id,name,aliases,country,sectors,kind,from,to\n{row}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"parties\.csv:2"):
        load(path)
