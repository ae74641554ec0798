"""Proposals that actors of different articles are one."""

import pytest

from dragoman.grounding.actors import link_actors
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
        ("Gaddafi", "Qaddafi", False),
        ("Zelensky", "Zelenskyy", True),
        ("Mohammed", "Muhammad", False),
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
