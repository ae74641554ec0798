"""Proposals that actors of different articles are one."""

import pytest

from dragoman.grounding.actors import certain_merges, link_actors, merged_ids
from dragoman.grounding.actors.names import same_full_name, same_word
from dragoman.records import Actor, Office


def person(name, country=None, *, sectors=(), office=None):
    offices = (Office(office, None, country, "2024-01-01"),) if office else ()
    return Actor(f"person:{name.lower().replace(' ', '-')}", name, "person", country, sectors, (), offices)


def test_spellings_of_one_name_are_proposed_with_reason():
    [proposal] = link_actors([person("Musa Abu Marzouk", "PSE"), person("Moussa Abu Marzuk", "PSE")])
    assert proposal.score > 0.8
    assert "spellings" in proposal.reason
    assert "PSE" in proposal.reason


def test_a_clash_of_countries_drops_the_proposal_and_a_shared_office_lifts_it():
    assert not link_actors([person("Ivan Petrov", "RUS"), person("Iwan Petrow", "BGR")])
    plain = link_actors([person("Ivan Petrov", "RUS"), person("Iwan Petrow", "RUS")])[0]
    same = link_actors([person("Ivan Petrov", "RUS", office="mayor"), person("Iwan Petrow", "RUS", office="mayor")])[0]
    assert same.score > plain.score


def test_different_people_and_states_are_left_alone():
    assert not link_actors([person("Anna Berg", "SWE"), person("Erik Berg", "SWE")])
    assert not link_actors([Actor("state:RUS", "Government of Russia", "state", "RUS"), person("Anna Berg")])


def test_the_order_of_the_actors_does_not_matter():
    actors = [
        person("Ali Hassan", "IRQ"),
        person("Aly Hasan", "IRQ"),
        person("Ali Hasan", "IRQ"),
        person("Omar Said", "SDN"),
    ]
    assert link_actors(actors) == link_actors(actors[::-1])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Marzuk", "Marzouk", True),
        ("Gaddafi", "Qaddafi", True),
        ("Zelensky", "Zelenskyy", True),
        ("Mohammed", "Muhammad", True),
        ("Hassan", "Hussein", False),
        ("Daniele", "Daniela", False),
        ("Tuđman", "Tudjman", True),
        ("Schröder", "Schroeder", True),
        ("Kerry", "Gerry", False),
        ("Putin", "Pugin", False),
        ("Hassan", "Hasan", True),
        ("Li", "Lee", False),
        ("Yusuf", "Youssef", False),
        ("", "", True),
    ],
)
def test_words_that_sound_alike(one, other, same):
    assert same_word(one, other) is same


def test_an_initial_stands_for_a_given_name():
    assert same_full_name("J. Smith", "John Smith")
    assert not same_full_name("John Smith", "Jane Smith")
    assert not same_full_name("Smith", "John Smith")


def test_spellings_of_one_name_in_one_country_are_merged_without_asking():
    actors = [person("Musa Abu Marzouk", "PSE"), person("Moussa Abu Marzuk", "PSE"), person("Erik Berg", "SWE")]
    [merge] = certain_merges(actors)
    assert {merge.keep, merge.other} == {"person:musa-abu-marzouk", "person:moussa-abu-marzuk"}
    assert merged_ids(actors) == {merge.other: merge.keep}


@pytest.mark.parametrize(
    "pair",
    [
        (person("Ali Hassan", "IRQ"), person("Aly Hasan", None)),  # no country says that they are one
        (person("Ali Hassan", "IRQ"), person("Aly Hasan", "SDN")),
        (person("Omar Said", "SDN", sectors=("MIL",)), person("Omar Saeed", "SDN", sectors=("JRN",))),
        (person("Anna Berg", "SWE"), person("A. Berg", "SWE")),  # an initial fits many
    ],
)
def test_what_may_be_two_people_is_only_proposed(pair):
    assert not certain_merges(pair)


def test_one_who_may_be_either_of_two_stays_apart():
    """A spelling between two others that are not each other's joins neither."""
    actors = [
        person("Mohamed Ali Hassan", "EGY"),
        person("Mohamed Hassan", "EGY"),
        person("Mohamed Omar Hassan", "EGY"),
    ]
    assert not certain_merges(actors)


def test_what_is_merged_does_not_hang_on_the_order():
    actors = [
        person("Viktor Yanukovych", "UKR"),
        person("Victor Yanukovich", "UKR"),
        person("Viktor Yanukovich", "UKR"),
    ]
    assert merged_ids(actors) == merged_ids(actors[::-1])
    assert len(merged_ids(actors)) == 2
