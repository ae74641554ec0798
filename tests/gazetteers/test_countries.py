"""Countries are found by name, people, capital and seat, with the case of the letters minded."""

import pytest

from dragoman.errors import CodebookError
from dragoman.gazetteers import countries
from dragoman.gazetteers.countries.lookup import load


@pytest.mark.parametrize(
    ("words", "code", "how"),
    [
        ("Russia", "RUS", "name"),
        ("the Russian Federation", "RUS", "name"),
        ("Russia’s", "RUS", "name"),
        ("Russians", "RUS", "demonym"),
        ("Moscow", "RUS", "capital"),
        ("the Kremlin", "RUS", "metonym"),
        ("US", "USA", "name"),
        ("U.S.", "USA", "name"),
        ("Downing Street", "GBR", "metonym"),
        ("Élysée", "FRA", "metonym"),
        ("Blue House", "KOR", "metonym"),
        ("Kiev", "UKR", "capital"),
        ("Polish", "POL", "demonym"),
        ("Turkey", "TUR", "name"),
        ("DPRK", "PRK", "name"),
        ("Nigerien", "NER", "demonym"),
        ("Nigerian", "NGA", "demonym"),
        ("Kosovo", "KOS", "name"),
        ("the Soviet Union", "SUN", "name"),
        ("Prague", "CZE", "capital"),
        ("Cote d'Ivoire", "CIV", "name"),
    ],
)
def test_words_lead_to_their_country(words, code, how):
    found = countries.match(words)
    assert found is not None
    assert (found.country.alpha3, found.how, found.part) == (code, how, False)


@pytest.mark.parametrize("words", ["us", "turkey", "polish", "china", "chad", "georgia", "jordan", ""])
def test_small_letters_are_other_words(words):
    assert countries.match(words) is None


@pytest.mark.parametrize(
    ("words", "office"),
    [("Pentagon", "defence-ministry"), ("Foggy Bottom", "foreign-affairs-ministry"), ("Knesset", "parliament")],
)
def test_a_seat_can_stand_for_one_office(words, office):
    found = countries.match(words)
    assert found is not None
    assert found.office == office


@pytest.mark.parametrize(
    ("words", "code"), [("Gaza", "PSE"), ("Scottish", "GBR"), ("Texas", "USA"), ("Chechen", "RUS"), ("Tibet", "CHN")]
)
def test_a_part_of_a_country_is_marked_as_one(words, code):
    found = countries.match(words)
    assert found is not None
    assert (found.country.alpha3, found.part) == (code, True)


def test_every_state_has_its_codes_and_known_neighbours():
    table = {c.alpha3: c for c in countries.all_countries()}
    assert len(table) >= 249
    assert (table["FRA"].alpha2, table["FRA"].numeric, table["FRA"].cow, table["FRA"].fips) == ("FR", "250", 220, "FR")
    assert "PSE" in table["ISR"].neighbours
    assert table["SUN"].last == 1991
    assert table["GRL"].dependency_of == "DNK"
    for country in table.values():
        for other in country.neighbours:
            assert other in table
    states = [c for c in table.values() if c.cow and c.last is None]
    assert len(states) >= 193
    assert all(c.capital and c.demonyms for c in states if c.alpha3 != "DMA")


def test_an_unknown_code_is_a_key_error():
    with pytest.raises(KeyError):
        countries.by_alpha3("ZZZ")


def test_running_text_is_searched_for_the_longest_name():
    text = "South Korean officials in North Korea met a Guinean from Equatorial Guinea."
    found = [(text[slice(*span)], m.country.alpha3) for span, m in countries.find_countries(text)]
    assert found == [("South Korean", "KOR"), ("North Korea", "PRK"), ("Guinean", "GIN"), ("Equatorial Guinea", "GNQ")]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda rows: rows[0].replace("alpha3", "code"), "1"),
        (lambda rows: f"{rows[0]}\n{rows[1]}\n{rows[1]}", "3"),
        (lambda rows: f"{rows[0]}\nABW,AW", "2"),
    ],
)
def test_a_wrong_table_names_file_and_line(tmp_path, change, says):
    rows = countries.lookup.TABLE.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "mine.csv"
    path.write_text(change(rows), encoding="utf-8")
    with pytest.raises(CodebookError, match=rf"mine\.csv:{says}"):
        load(path)
