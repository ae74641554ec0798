"""The shipped index: what it finds, and that what it says of itself is true."""

import hashlib
import json
from importlib.resources import files

import pytest

from dragoman.errors import CodebookError
from dragoman.gazetteers.places import PlaceIndex, load_places, name_key
from dragoman.gazetteers.places.knowledge import load_knowledge

DATA = files("dragoman.gazetteers.places.data")


@pytest.mark.parametrize(
    ("name", "kind", "country", "geonames_id"),
    [
        ("Nuseirat", "city", "PSE", 281109),
        ("Gaza Strip", "admin1", "PSE", 281132),
        ("Rapides Parish", "admin2", "USA", 4338356),
        ("Kiev", "city", "UKR", 703448),
        ("Texas", "admin1", "USA", 4736286),
        ("Tamil Nadu", "admin1", "IND", 1255053),
        ("DR Congo", "country", "COD", 203312),
        ("Oxfordshire", "admin2", "GBR", 2640726),
    ],
)
def test_a_name_finds_its_place_with_its_geonames_id(name, kind, country, geonames_id):
    assert (kind, country, geonames_id) in {
        (hit.entry.kind, hit.entry.country, hit.entry.geonames_id) for hit in load_places().lookup(name)
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "Sao Paulo"),
        ("St. Louis", "Saint Louis"),
        ("Port-au-Prince", "Port au Prince"),
        ("Sana'a", "Sana’a"),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert name_key(one) == name_key(other)
    assert load_places().lookup(one) == load_places().lookup(other) != ()


def test_a_town_knows_the_divisions_it_lies_in():
    index = load_places()
    town = next(h.entry for h in index.lookup("Alexandria") if h.entry.geonames_id == 4314550)
    assert index.entry(town.admin1).name == "Louisiana"
    assert index.entry(town.admin2).name == "Rapides Parish"


def test_capitals_are_marked_and_namesakes_are_not():
    index = load_places()
    paris = {
        h.entry.geonames_id: h.entry.row in index.capitals for h in index.lookup("Paris") if h.entry.kind == "city"
    }
    assert paris[2988507] is True
    assert paris[4717560] is False


def test_no_place_has_an_unknown_name():
    assert load_places().lookup("Qqxzzyville") == ()
    assert load_places().lookup("") == ()


@pytest.mark.parametrize(
    ("population", "precision"),
    [(("Moscow", "RUS"), "city"), (("Nuseirat", "PSE"), "point"), (("Texas", "USA"), "province")],
)
def test_precision_follows_kind_and_size(population, precision):
    name, country = population
    wanted = "admin1" if precision == "province" else "city"
    entries = [h.entry for h in load_places().lookup(name) if h.entry.country == country and h.entry.kind == wanted]
    assert entries[0].precision == precision


def test_the_checksum_that_ships_is_that_of_the_index_that_ships():
    told = json.loads(DATA.joinpath("SOURCES.json").read_text(encoding="utf-8"))
    assert hashlib.sha256(DATA.joinpath("places.bin").read_bytes()).hexdigest() == told["sha256"]
    assert told["licence"] == "CC BY 4.0"
    assert told["places"] == len(load_places())


def test_all_tables_resolve_against_the_index():
    knowledge = load_knowledge()
    assert {e.country for e in knowledge.demonyms["Congolese"]} == {"COD", "COG"}
    assert knowledge.abbreviations["La."][0].name == "Louisiana"
    assert knowledge.outlets["jpost.com"].name == "Jerusalem"
    assert all(len(country) == 3 and load_places().country(country) for _, country, _ in knowledge.cues)


def test_a_damaged_index_is_named_and_the_remedy_given(tmp_path):
    broken = tmp_path / "places.bin"
    broken.write_bytes(b"not an index at all")
    with pytest.raises(CodebookError, match="Build it anew"):
        PlaceIndex(broken)
    with pytest.raises(CodebookError, match="cannot be opened"):
        PlaceIndex(tmp_path / "absent.bin")
    good = DATA.joinpath("places.bin").read_bytes()
    broken.write_bytes(good[: len(good) // 2])
    with pytest.raises(CodebookError, match="damaged"):
        PlaceIndex(broken)
