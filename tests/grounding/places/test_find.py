"""Which names in plain text are places."""

import pytest

from dragoman.errors import CodebookError
from dragoman.gazetteers.places.wordlists import word_list, word_table
from dragoman.grounding.places import find_places
from dragoman.grounding.places.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on Kharkiv and the port of Odesa.", ["Kharkiv", "Odesa"]),
        ("The ship sank in the Black Sea off Crimea.", ["Black Sea", "Crimea"]),
        ("The United States and the U.K. signed.", ["United States", "U.K."]),
        ("US envoys flew in; they told us little.", ["US"]),
        ("Troops left Rio de Janeiro for Port-au-Prince.", ["Rio de Janeiro", "Port-au-Prince"]),
        ("The Moscow-based group spoke of Lebanon-Syria ties.", ["Moscow", "Lebanon", "Syria"]),
        ("BEIJING (AP) — Talks went on.", ["BEIJING"]),
        ("CHARLESTON, W.Va. -- A bridge fell.", ["CHARLESTON", "W.Va."]),
        ("Iraq's parliament met.", ["Iraq"]),
        ("Fighting neared Gaza City in the Gaza Strip.", ["Gaza City", "Gaza Strip"]),
        ("An Epsom man drowned near Guildford, Surrey.", ["Epsom", "Guildford", "Surrey"]),
        # people
        ("Jordan Smith and Paris Hilton sang.", []),
        ("Kate Middleton smiled. Middleton waved.", []),
        ("President Lincoln and Mr. Houston spoke.", []),
        # bodies
        ("The University of Oxford thanked the Washington Post.", []),
        ("Chelsea FC and Boston College lost.", []),
        # words for peoples
        ("Israeli and Palestinian doctors met Americans.", []),
        # words that villages are also called
        ("In March, Congress was told that May resigned.", []),
        ("Mon. Jul 8th, 2024. Thu. too.", []),
        ("Reading is fun. Police agree.", []),
        ("", []),
    ],
)
def test_places_are_found_and_others_left_out(text, names):
    assert [place.text for place in find_places(text)] == names


def test_every_span_is_what_it_says():
    text = "  The Kremlin's men left Aleppo’s east; they crossed into Turkey, past Gaziantep.\n\nANKARA (Reuters) - They slept."
    places = find_places(text)
    assert {p.text for p in places} >= {"Aleppo", "Gaziantep", "ANKARA"}
    assert all(text[p.span.start : p.span.end] == p.text for p in places)


def test_finding_is_the_same_each_time():
    text = "From Springfield to Salem, from Paris to London, people marched for Gaza."
    assert find_places(text) == find_places(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # bodies and offices of a place speak of it
        ("The Ohio Highway Patrol closed the road.", ["Ohio"]),
        ("A Kansas Water Development Board hearing was put off.", ["Kansas"]),
        ("The Nigeria Election Commission printed new lists.", ["Nigeria"]),
        ("Ohio State University students left Ohio by bus.", ["Ohio", "Ohio"]),
        ("Fire broke out in Lamesa. Doctors at Lamesa General Hospital treated two.", ["Lamesa", "Lamesa"]),
        # schools, firms and papers of that name do not
        ("Doctors at Lamesa General Hospital treated two.", []),
        ("The Boston Globe and Delta Air Lines declined to comment.", []),
        ("United Russia won the vote.", []),
        # lists
        ("Snow closed schools in Oslo, Elverum, and Hamar.", ["Oslo", "Elverum", "Hamar"]),
        ("Curfews hold in Grant, Clay and Douglas counties.", ["Grant", "Clay", "Douglas"]),
        ("Buses run from Bergen to Oslo.", ["Bergen", "Oslo"]),
        ("A lorry overturned at the corner of Franklin and Dover streets.", []),
        # possessives and articles that belong to the name
        ("Refugees reached Cox's Bazar at dawn.", ["Cox's Bazar"]),
        ("Shells fell on Deir al-Balah and al-Bab.", ["Deir al-Balah", "al-Bab"]),
        ("China and the Philippines spoke by telephone.", ["China", "Philippines"]),
        # towns before small words, hyphens, states of lawmakers
        ("Chiefland police found the car in Chiefland.", ["Chiefland", "Chiefland"]),
        ("The Houston-based firm paid.", ["Houston"]),
        ("Senator Ann Lee (D-Ohio) and Rep. Bo Roe, R-N.C., agreed.", ["Ohio", "N.C."]),
        ("Two Mich. utilities raised prices.", ["Mich."]),
        # what is done to places
        ("The rebels took Kunduz, and troops raided Jenin.", ["Kunduz", "Jenin"]),
        # words that are also names
        ("Coast guard crews said Hamas and the Duma were silent.", []),
    ],
)
def test_kinds_of_names(text, names):
    assert [place.text for place in find_places(text)] == names


def test_tokens_are_capitalised_words_and_their_neighbours():
    text = "all was calm and still in the south when Gov. Smith's U.S.-backed men, in St. Louis; W.Va. too."
    tokens = tokenise(text)
    assert [t.text for t in tokens][:5] == ["south", "when", "Gov.", "Smith", "U.S."]
    assert "calm" not in [t.text for t in tokens]
    assert all(text[t.start : t.end] == t.text for t in tokens)


def test_hostile_text_is_survived():
    for text in ("A" * 20000, "A " * 5000, "-" * 20000, "In " * 3000, "\x00\uffff\ud7ff (", "Paris, " * 2000):
        assert isinstance(find_places(text), list)


def test_missing_lists_are_named():
    with pytest.raises(CodebookError, match="no_such_list"):
        word_list("find_words.yaml", "no_such_list")
    with pytest.raises(CodebookError, match="division_after"):
        word_table("place_words.yaml", "division_after", frozenset({"city"}))
