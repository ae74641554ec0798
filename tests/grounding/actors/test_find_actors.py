"""Parties of own little articles: names, titles, short forms, offices, seats, definite descriptions."""

import time

import pytest

from dragoman.grounding.actors import find_actors, ground_span
from dragoman.records import Article, Span


def article(text, published="2024-03-01"):
    return Article.from_text(text, published=published)


def actors(text, **options):
    found = article(text, **options)
    mentions = find_actors(found)
    for mention in mentions:
        assert found.text[slice(*mention.span)] == mention.text
        assert mention.reason
        assert 0 < mention.score <= 1
    return {m.text: m.actor for m in mentions}


@pytest.mark.parametrize(
    ("text", "words", "identity", "country", "sectors"),
    [
        (
            "The Polish foreign ministry protested.",
            "The Polish foreign ministry",
            "office:POL:foreign-affairs-ministry",
            "POL",
            ("GOV",),
        ),
        (
            "He works at the Ministry of Defence of Ghana.",
            "the Ministry of Defence of Ghana",
            "office:GHA:defence-ministry",
            "GHA",
            ("GOV", "MIL"),
        ),
        (
            "The State Department declined to comment.",
            "The State Department",
            "office:USA:foreign-affairs-ministry",
            "USA",
            ("GOV",),
        ),
        ("Kenyan police fired tear gas.", "Kenyan police", "office:KEN:police", "KEN", ("COP",)),
        ("The Chilean government rejected the plan.", "The Chilean government", "state:CHL", "CHL", ("GOV",)),
        ("Downing Street rejected the plan.", "Downing Street", "state:GBR", "GBR", ("GOV",)),
        ("Ankara accused Athens of delay.", "Ankara", "state:TUR", "TUR", ("GOV",)),
        ("Norway condemned the attack.", "Norway", "state:NOR", "NOR", ("GOV",)),
        (
            "Turkish special forces crossed the river.",
            "Turkish special forces",
            "group:TUR:MIL:special-forces",
            "TUR",
            ("MIL",),
        ),
        ("Masked gunmen took the radio station.", "Masked gunmen", "group::UAF:masked-gunmen", None, ("UAF",)),
        (
            "Troops met four Taliban fighters.",
            "four Taliban fighters",
            "group:AFG:REB:fighters-taliban",
            "AFG",
            ("REB", "GOV"),
        ),
        ("The Taliban leadership agreed.", "The Taliban leadership", "org:taliban", "AFG", ("REB", "GOV")),
        (
            "Scottish authorities closed the port.",
            "Scottish authorities",
            "group:GBR:GOV:authorities-scottish",
            "GBR",
            ("GOV",),
        ),
    ],
)
def test_a_phrase_has_its_identity(text, words, identity, country, sectors):
    found = actors(text)
    assert words in found, found
    assert (found[words].id, found[words].country, found[words].sectors) == (identity, country, sectors)


@pytest.mark.parametrize(
    "text",
    [
        "The train left Moscow at noon.",
        "They were born in Norway.",
        "A flight from Ankara was late.",
        "Crowds met in Paris.",
    ],
)
def test_a_place_is_no_party(text):
    assert not [a for a in actors(text).values() if a.kind == "state"]


def test_a_title_gives_office_country_and_sector():
    person = actors("Iran's deputy oil minister Hossein Karimi arrived. Karimi met traders.")["Hossein Karimi"]
    assert (person.id, person.country, person.sectors) == ("person:hossein-karimi", "IRN", ("GOV",))
    office = person.offices[0]
    assert (office.title, office.country, office.as_of) == ("Iran's deputy oil minister", "IRN", "2024-03-01")


def test_an_appositive_gives_office_and_affiliation():
    person = actors("Lena Brandt, a spokeswoman for Amnesty International, called it unlawful.")["Lena Brandt"]
    assert person.offices[0].affiliation == "Amnesty International"
    assert "NGO" in person.sectors


def test_a_former_minister_is_elite_and_not_government():
    person = actors("Former Malian prime minister Oumar Toure was freed.")["Oumar Toure"]
    assert (person.country, person.sectors) == ("MLI", ("ELI",))


def test_the_head_of_a_trade_association_is_no_government():
    person = actors("Paul Hart, president of the Bakers Association, agreed.")["Paul Hart"]
    assert "GOV" not in person.sectors


def test_short_names_and_spellings_lead_to_one_person():
    found = actors(
        "General Yusuf al-Masoud met reporters. Masoud denied it. Later Yusuf al-Massoud left, and Mr Massoud rested."
    )
    people = {a.id for a in found.values() if a.kind == "person"}
    assert len(people) == 1


def test_two_people_stay_two():
    found = actors("Peter Novak met Anna Novakova. Mr Klein was absent, said Maria Kline.")
    assert len({a.id for a in found.values() if a.kind == "person"}) == 4


def test_a_family_name_comes_first_where_the_language_says_so():
    found = actors("Foreign Ministry spokesperson Hua Lin spoke after China protested. Hua said talks go on.")
    assert found["Hua"].name == "Hua Lin"


def test_an_acronym_is_what_the_article_defines():
    found = actors("The Free Farmers Front (FFF) signed. The FFF will disarm.")
    assert found["FFF"].name == "Free Farmers Front"
    known = actors("The Lord's Resistance Army (LRA) fled. The LRA lost.")
    assert known["LRA"].id == "org:lords-resistance-army"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Hezbollah fired rockets. The group denied it.", "The group", "Hezbollah"),
        ("Reuters published a letter. The agency did not name a source.", "The agency", "Reuters"),
        (
            "The Peruvian Interior Ministry spoke. The ministry gave no number.",
            "The ministry",
            "Ministry of the Interior (Peru)",
        ),
        ("President Ana Flores spoke. The president wept.", "The president", "Ana Flores"),
        ("The African Union met. The bloc sent observers.", "The bloc", "African Union"),
    ],
)
def test_a_definite_description_takes_up_the_last_fitting_party(text, words, name):
    assert actors(text)[words].name == name


def test_a_label_never_becomes_an_identity():
    found = actors("Israel said it killed terrorists in Gaza. The terror group denied it. The Syrian regime agreed.")
    for actor in found.values():
        assert not any(label in (actor.name + actor.id).lower() for label in ("terror", "regime"))


def test_the_same_text_gives_the_same_answer():
    text = "Peter Novak of Greenpeace met Chinese officials in Vienna. The group and Beijing said nothing."
    assert find_actors(article(text)) == find_actors(article(text))


@pytest.mark.parametrize(
    ("text", "phrase", "head", "name", "country"),
    [
        ("Witnesses told of the killing of Hamas leaders.", "Hamas leaders", "leaders", "leaders (Hamas)", "PSE"),
        ("Hamas leaders visited Cairo.", "Hamas leaders", "leaders", "Hamas", "PSE"),
        (
            "Iran's deputy oil minister resigned.",
            "Iran's deputy oil minister",
            "minister",
            "deputy oil minister (Iran)",
            "IRN",
        ),
        ("Turkish strikes hit the town.", "Turkish", "Turkish", "Government of Turkey", "TUR"),
        ("Troops from Chad left.", "Troops from Chad", "Troops", "troops (Chad)", "TCD"),
        ("Mali froze ties. It recalled its envoy.", "It", "It", "Government of Mali", "MLI"),
        ("Ana Flores resigned. She left at once.", "She", "She", "Ana Flores", None),
        ("Villagers fled.", "Villagers", "Villagers", "villagers", None),
        ("They met the head of Mossad, Dan Levi, in Rome.", "the head of Mossad, Dan Levi,", "head", "Dan Levi", "ISR"),
    ],
)
def test_any_phrase_is_grounded_by_its_head(text, phrase, head, name, country):
    found = article(text)
    start = text.index(phrase)
    at = start + phrase.index(head)
    grounding = ground_span(found, Span(start, start + len(phrase)), head=Span(at, at + len(head)))
    assert grounding is not None
    assert (grounding.choice.name, grounding.choice.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "phrase"), [("He left.", "He"), ("The rain fell.", "The rain"), ("It rained.", "It"), ("   ", " ")]
)
def test_words_for_nobody_stay_ungrounded(text, phrase):
    start = text.index(phrase)
    assert ground_span(article(text), Span(start, start + len(phrase))) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "((((",
        "’’’s",
        "the " * 500,
        "Ali " * 500,
        "A-" * 5000,
        "of the " * 800,
        "President " * 400,
        "\ud800 Paris",
        "ÀÉ İ ß",
    ],
)
def test_odd_text_is_read_without_harm(text):
    assert isinstance(find_actors(article(text)), list)


@pytest.mark.parametrize("piece", ["Ana Lund, ", "Ana Lund and ", "Tsegba Orvald walked. Orvald ran. ", "UN envoy "])
def test_reading_does_not_slow_down_with_repetition(piece):
    """Twice the text takes about twice the time: 100,000 characters are read within a few seconds."""
    began = time.monotonic()
    find_actors(article(piece * (100_000 // len(piece))))
    assert time.monotonic() - began < 10
