"""Building the index: the same sources give the same bytes, and wrong tables are refused with file and line."""

import numpy as np
import pytest

from dragoman.errors import CodebookError
from dragoman.gazetteers.places import PlaceIndex
from dragoman.gazetteers.places.assemble import assemble
from dragoman.gazetteers.places.binary import map_columns, write_columns
from dragoman.gazetteers.places.build import write_index
from dragoman.gazetteers.places.names import bare_names, is_readable, without_article
from dragoman.gazetteers.places.sources import Country, Division, Sources, Town
from dragoman.gazetteers.places.tables import list_cell, number_cell, parse_table

# abbreviated.csv names towns of several countries; a slice without them must build all the same.
SLICE = Sources(
    countries=(
        Country(294640, "Israel", "IL", "ISR", "Jerusalem", 8883800, 20770.0, ()),
        Country(6252001, "United States", "US", "USA", "Washington", 327167434, 9629091.0, ("CA", "MX")),
    ),
    divisions=(
        Division(4736286, "US.TX", 1, ("Texas",)),
        Division(4705873, "US.TX.277", 2, ("Lamar County",)),
        Division(293198, "IL.05", 1, ("Tel Aviv", "Tel Aviv District")),
    ),
    towns=(
        Town(4717560, "Paris", ("Paris", "Pariis"), 33.66094, -95.55551, 24782, "US", "US.TX.277"),
        Town(293397, "Tel Aviv", ("Tel Aviv-Yafo", "תל אביב"), 32.08088, 34.78057, 432892, "IL", "IL.05"),
        Town(281184, "Jerusalem", ("Yerushalayim",), 31.76904, 35.21633, 801000, "IL", ""),
    ),
)


def test_the_same_sources_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        write_index(assemble(SLICE), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_who_has_an_index_open_goes_on_reading_it_while_it_is_built_anew(tmp_path):
    path = tmp_path / "places.bin"
    write_columns(path, {"rows": np.array([1, 2, 3], dtype=np.uint32)}, {})
    before, _ = map_columns(path)
    write_columns(path, {"rows": np.array([7, 8, 9], dtype=np.uint32)}, {})
    after, _ = map_columns(path)
    assert (before["rows"].tolist(), after["rows"].tolist()) == ([1, 2, 3], [7, 8, 9])
    assert [file.name for file in tmp_path.iterdir()] == ["places.bin"]


def test_a_built_slice_can_be_asked(tmp_path):
    facts = write_index(assemble(SLICE), tmp_path / "places.bin")
    index = PlaceIndex(tmp_path / "places.bin")
    assert facts["places"] == len(index)
    paris = index.lookup("Paris")[0].entry
    assert (paris.geonames_id, paris.population, paris.country) == (4717560, 24782, "USA")
    assert (round(paris.latitude, 5), round(paris.longitude, 5)) == (33.66094, -95.55551)
    assert index.entry(paris.admin2).name == "Lamar County"
    assert index.entry(paris.admin1).name == "Texas"
    # A foreign form is found, but is no main name; the county is found without its word
    assert [hit.main for hit in index.lookup("Pariis")] == [False]
    assert index.lookup("Lamar")[0].entry.kind == "admin2"
    state, division = index.country("ISR"), index.division("US.TX")
    assert state is not None
    assert division is not None
    assert (state.name, division.name) == ("Israel", "Texas")
    assert {index.entry(row).name for row in index.capitals} == {"Jerusalem"}


@pytest.mark.parametrize(
    ("name", "readable"),
    [("Nuseirat", True), ("Москва", False), ("alnsyrat", False), ("JFK", False), ("Ḩamāh", True), ("Route 66", False)],
)
def test_only_names_that_english_text_prints_are_kept(name, readable):
    assert is_readable(name) is readable


def test_division_words_and_arabic_articles_come_off():
    assert bare_names(["Rapides Parish", "Provincia de Salta", "Texas"]) == ["Rapides", "Salta"]
    assert without_article(["An Nuşayrāt", "Alma"]) == ["Nuşayrāt"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "the table is empty"),
        ("a,c\n1,2\n", "t.csv:1"),
        ("# why\na,b\n1,2\n1,2,3\n", "t.csv:4"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(text, complaint):
    with pytest.raises(CodebookError, match=complaint):
        list(parse_table(text, "t.csv", ("a", "b")))


def test_cells_are_checked():
    assert list_cell("a| b |") == ("a", "b")
    assert number_cell("12.5", "t.csv:2", "latitude", -90, 90) == 12.5
    for wrong in ("ninety", "91", ""):
        with pytest.raises(CodebookError, match=r"t\.csv:2"):
            number_cell(wrong, "t.csv:2", "latitude", -90, 90)
