"""A user's actor lists: what is good is kept, what is bad is reported with line and reason."""

import json

import pytest

from dragoman.errors import CodebookError
from dragoman.grounding.actors import find_actors, import_actors
from dragoman.records import Article


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_list_keeps_the_good_lines(tmp_path):
    imported = import_actors(
        written(
            tmp_path,
            "mine.csv",
            "name,aliases,country,sectors,kind\n"
            "River Guard,RG|The Guard,KEN,PRM,organisation\n"
            ",x,KEN,PRM,organisation\n"
            "Bad Country,,KENYA,PRM,organisation\n"
            "Bad Sector,,KEN,XYZ,organisation\n"
            "Too,few\n"
            "Bad Kind,,KEN,PRM,club\n",
        )
    )
    assert [(a.actor.id, a.names) for a in imported.actors] == [("org:river-guard", ("River Guard", "RG", "The Guard"))]
    assert [p.line for p in imported.problems] == [3, 4, 5, 6, 7]
    assert "KENYA" in imported.problems[1].reason


def test_a_csv_list_without_names_is_one_problem(tmp_path):
    imported = import_actors(written(tmp_path, "mine.csv", "label,country\nx,KEN\n"))
    assert not imported.actors
    assert imported.problems[0].line == 1


def test_a_yaml_list_minds_lines_and_words(tmp_path):
    imported = import_actors(
        written(
            tmp_path,
            "mine.yaml",
            "- name: Kari Moe\n  kind: person\n  country: NOR\n  sectors: [GOV]\n  from: 2020\n  to: 2022\n"
            "- name: Odd\n  colour: red\n- just words\n",
        )
    )
    assert [(a.actor.id, a.periods[0].end) for a in imported.actors] == [("person:kari-moe", "2022-12-31")]
    assert [p.line for p in imported.problems] == [7, 9]


def test_a_petrarch_dictionary_is_read_with_synonyms_dates_and_discards(tmp_path):
    imported = import_actors(
        written(
            tmp_path,
            "countries.actors.txt",
            "# comment\n"
            "VELDANIA_ [KEN]\n"
            "+VELDANIAN_\n"
            "\t[KENGOV <930101]\n"
            "\t[KENREB 930101-951231]\n"
            "\t[KENELI >19960101]\n"
            "FALSE_FRIEND_ [~]\n"
            "RANGER {RANGERS} [~COP] ; an agent\n"
            "NO_CODE_\n"
            "BROKEN [KEN\n"
            "SHORT [KE]\n",
        )
    )
    by_name = {a.actor.name: a for a in imported.actors}
    veldania = by_name["Veldania"]
    assert "Veldanian" in veldania.names
    assert veldania.actor.country == "KEN"
    assert veldania.on("1990-05-05").sectors == ("GOV",)
    assert veldania.on("1994-05-05").sectors == ("REB",)
    assert veldania.on("2020-05-05").sectors == ("ELI",)
    assert by_name["False Friend"].discard
    assert "Rangers" in by_name["Ranger"].names
    assert by_name["Ranger"].actor.sectors == ("COP",)
    assert {p.line for p in imported.problems} >= {9, 10, 11}


def test_followthemoney_lines_become_actors_and_labels_do_not(tmp_path):
    person = {
        "id": "Q1",
        "schema": "Person",
        "properties": {
            "name": ["Ivo Test"],
            "alias": ["Ivo T."],
            "country": ["cz"],
            "topics": ["role.judge", "crime.terror"],
        },
    }
    vessel = {"id": "Q2", "schema": "Vessel", "properties": {"name": ["MV Test"]}}
    nameless = {"id": "Q3", "schema": "Person", "properties": {}}
    lines = [json.dumps(person), "{broken", json.dumps(vessel), json.dumps(nameless), "[]"]
    imported = import_actors(written(tmp_path, "entities.jsonl", "\n".join(lines)))
    assert [(a.actor.id, a.actor.country, a.actor.sectors) for a in imported.actors] == [("ftm:Q1", "CZE", ("JUD",))]
    assert [p.line for p in imported.problems] == [2, 4, 5]


def test_the_users_list_comes_before_the_built_in_one(tmp_path):
    imported = import_actors(
        written(tmp_path, "mine.csv", "name,id,country,sectors\nHamas,org:mine,PSE,GOV\nBlue Lamp,,KEN,SOC\n")
    )
    article = Article.from_text("Hamas and Blue Lamp signed a paper.", published="2024-01-01")
    found = {m.text: m.actor for m in find_actors(article, user_lists=[imported])}
    assert (found["Hamas"].id, found["Hamas"].sectors) == ("org:mine", ("GOV",))
    assert found["Blue Lamp"].country == "KEN"


def test_a_discard_hides_words_from_all_lists(tmp_path):
    imported = import_actors(written(tmp_path, "my.actors", "HAMAS STREET [~]\n"))
    article = Article.from_text("The shop in Hamas Street closed.", published="2024-01-01")
    assert not [m for m in find_actors(article, user_lists=[imported]) if m.actor.id == "org:hamas"]


@pytest.mark.parametrize("name", ["mine.docx", "missing.csv"])
def test_an_unreadable_list_says_what_to_do(tmp_path, name):
    if name == "mine.docx":
        written(tmp_path, name, "x")
    with pytest.raises(CodebookError, match=name.replace(".", r"\.")):
        import_actors(tmp_path / name)
