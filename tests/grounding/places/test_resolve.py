"""Which place a name means, by what the rest of the report says."""

import pytest

from dragoman.grounding.places import ground_places, resolve_places
from dragoman.records import Span


def reading(text, name, **hints):
    start = text.index(name)
    (grounding,) = resolve_places(text, [Span(start, start + len(name))], **hints)
    return grounding


def found(text, name, **hints):
    return next(g for g in ground_places(text, **hints) if g.choice.text == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1", "precision"),
    [
        ("A rescue team reached Nuseirat before dawn.", "Nuseirat", "PSE", "Gaza Strip", "point"),
        ("Georgia recalled its envoy after talks in Tbilisi with Armenia.", "Georgia", "GEO", None, "country"),
        ("Polls closed in Georgia, and crowds cheered in Atlanta.", "Georgia", "USA", "Georgia", "province"),
        ("Jordan closed its border with Iraq, ministers in Amman said.", "Jordan", "JOR", None, "country"),
        ("Rival Libyan militias fought in Tripoli.", "Tripoli", "LBY", "Tripoli", "city"),
        ("Lebanese troops drove from Beirut to Tripoli.", "Tripoli", "LBN", "North Lebanon", "city"),
        ("A storm struck Paris, Texas, at noon.", "Paris", "USA", "Texas", "point"),
        ("Ministers dined in Paris.", "Paris", "FRA", None, "city"),
        ("Firefighters came from London, Ontario, to help.", "London", "CAN", "Ontario", "city"),
        ("Voters in Springfield, Ill., queued for hours.", "Springfield", "USA", "Illinois", "city"),
        ("The Syrian city of Homs was quiet.", "Homs", "SYR", "Homs", "city"),
        ("Fields burned in Helmand province.", "Helmand", "AFG", "Helmand", "province"),
        ("Deputies in Rapides Parish searched a farm near Alexandria.", "Alexandria", "USA", "Louisiana", "point"),
        ("Aid trucks reached Gaza after strikes on Nuseirat.", "Gaza", "PSE", "Gaza Strip", "province"),
        ("Aid trucks reached Gaza City after strikes on Nuseirat.", "Gaza City", "PSE", "Gaza Strip", "city"),
        ("He was born in Congo, and Kinshasa is his home.", "Congo", "COD", None, "country"),
    ],
)
def test_context_decides(text, name, country, admin1, precision):
    place = found(text, name).choice
    assert (place.country, place.precision) == (country, precision)
    if admin1 is not None:
        assert place.admin1 == admin1
    assert place.span.of(text) == name


def test_what_the_text_said_once_holds_for_later_mentions():
    text = "The mayor of Springfield, Illinois, resigned. Springfield will vote in May."
    springfields = [g.choice for g in ground_places(text) if g.choice.text == "Springfield"]
    assert [p.admin1 for p in springfields] == ["Illinois", "Illinois"]


def test_two_namesakes_in_one_report_stay_apart():
    text = "Trains ran from Springfield, Illinois, to Springfield, Missouri."
    assert [g.choice.admin1 for g in ground_places(text) if g.choice.text == "Springfield"] == ["Illinois", "Missouri"]


@pytest.mark.parametrize(
    ("publisher", "admin1"),
    [("www.columbustelegram.com", None), ("dispatch.com", "Ohio"), (None, "Ohio")],
)
def test_the_publisher_is_a_hint(publisher, admin1):
    place = reading("The council of Columbus met on Monday.", "Columbus", publisher=publisher).choice
    assert place.country == "USA"
    if admin1:
        assert place.admin1 == admin1


def test_a_paper_of_the_country_reads_the_namesake_at_home():
    text = "The council of Richmond met on Monday."
    assert reading(text, "Richmond", publisher="news.example.ca").choice.country == "CAN"
    assert reading(text, "Richmond", publisher="news.example.co.uk").choice.country == "GBR"


def test_a_word_for_people_resolves_to_their_country_when_asked():
    grounding = reading("Iraqi families waited.", "Iraqi")
    assert (grounding.choice.country, grounding.choice.precision) == ("IRQ", "country")
    assert "word for its people" in grounding.reason


def test_alternatives_and_reasons_are_told():
    grounding = reading("Clashes broke out in Tripoli.", "Tripoli")
    assert any("LBN" in other.name for other in grounding.alternatives)
    assert 0 < grounding.score <= 1
    assert all(0 < other.score < 1 for other in grounding.alternatives)
    assert "town" in grounding.reason


def test_an_unknown_name_has_no_place():
    assert reading("They met in Qqxzzyville.", "Qqxzzyville") is None


def test_no_spans_no_places():
    assert resolve_places("", []) == []
    assert ground_places("") == []
