"""One attack told in many ways, and what is another deed of the same story."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.matching.clustering import cluster
from dragoman.matching.contradictions import contradiction
from dragoman.matching.features import day_gap, features
from dragoman.matching.knowledge import FEATURES
from dragoman.matching.parties import difference, likeness
from dragoman.matching.profile import Profile, Who, profile
from dragoman.matching.scoring import APART, Scorer
from dragoman.records import Article, Claim, Grounding, TimeMention, TimeValue
from tests.matching.build import ATTACK
from tests.matching.test_events import matched, told


def described(word: str, *sectors: str, vague: bool = False, masked: bool = False) -> Who:
    return Who(f"group::{sectors[0]}:{word}", "described", word, None, sectors, word, vague, masked)


def named(kind: str, name: str, country: str | None, *sectors: str) -> Who:
    return Who(f"{kind}:{name}", kind, name, country, sectors, "")


CROWD, PEOPLE = described("crowd", "CVL", vague=True), described("people", "CVL", vague=True)
GUNMAN, BOMBER = described("gunman", "UAF", masked=True), described("bomber", "REB", masked=True)


def test_descriptions_that_fit_anybody_do_not_speak_against_one_event() -> None:
    assert difference((PEOPLE,), (PEOPLE,)) == 0
    assert 0 < difference((PEOPLE,), (CROWD,)) <= 0.1
    assert difference((GUNMAN,), (BOMBER,)) <= 0.1
    assert difference((), (PEOPLE,)) == 0


def test_a_gunman_may_be_of_any_band_but_is_no_police() -> None:
    band = named("organisation", "al-Shabaab", None, "REB")
    police = named("office", "Police", None, "COP")
    assert difference((GUNMAN,), (band,)) <= 0.1
    assert difference((GUNMAN,), (police,)) > 0.4


def test_an_organisation_and_its_organ_are_alike() -> None:
    league, court = (
        named("organisation", "Coastal League", None, "IGO"),
        named("organisation", "Coastal League Court", None, "IGO"),
    )
    other = named("organisation", "Highland League", None, "IGO")
    assert likeness((league,), (court,)) > likeness((league,), (other,))


def of(report: tuple[Article, Claim]) -> Profile:
    return profile(report[1], None, {})


def test_whom_the_police_shoot_is_none_of_the_many_who_were_hit() -> None:
    fields: dict[str, Any] = {"frame": "assault.kill", "trigger": "killed", "where": None}
    many = of(told(actors=(), recipients=("villagers",), **fields))
    shot = of(told(ATTACK + ".", actors=("police",), recipients=("driver",), **fields))
    by_whom = of(told(ATTACK + "!", actors=(), recipients=("driver",), **fields))
    by_police = of(told(ATTACK + "?", actors=("police",), recipients=("villagers",), **fields))
    assert contradiction(many, shot) is not None
    assert contradiction(many, by_whom) is None  # a driver may be one of them
    assert contradiction(shot, by_police) is None  # the police may have shot them all


def test_blows_of_one_scene_count_less_as_two_deeds_of_one_report() -> None:
    article, one = told(on="2024-03-04")
    _, other = told(nth=1, on="2024-03-04", frame="assault.kill", trigger="killed", words="Six people were killed.")
    _, elsewhere = told(nth=2, on="2024-03-04", where="Wajir", words="Six people were killed.")
    place = FEATURES.index("same article")
    first = profile(one, article, {})
    assert features(first, profile(other, article, {}))[place] < features(first, profile(elsewhere, article, {}))[place]


def test_to_shoot_the_gunman_is_another_deed_than_what_he_did() -> None:
    fields: dict[str, Any] = {"frame": "assault.kill", "trigger": "killed", "where": None}
    shot, crowd = (
        of(told(actors=("police",), recipients=("gunmen",), **fields)),
        of(told(actors=(), recipients=("villagers",), **fields)),
    )
    unsaid = of(told(actors=(), recipients=(), **fields))
    assert "is hit in one" in (contradiction(shot, crowd) or "")
    assert contradiction(shot, unsaid) is None


def night(day: str) -> TimeMention:
    return TimeMention("that night", None, Grounding(TimeValue(f"{day}TNI", day, day, "time", "relative"), 0.9, "told"))


@pytest.mark.parametrize(("one", "other", "gap"), [("04", "04", 0), ("04", "05", 1), ("04", "06", 2)])
def test_a_night_reaches_into_the_next_day_but_two_nights_are_two(one: str, other: str, gap: int) -> None:
    first, second = of(told(on=night(f"2024-03-{one}"))), of(told(on=night(f"2024-03-{other}")))
    assert day_gap(first, second) == gap
    assert day_gap(first, of(told(on="2024-03-05"))) == 0


def test_how_many_are_no_party() -> None:
    for words in ("over 400", "at least 1,200", "42"):
        assert of(told(recipients=(words,))).recipients == ()
    assert len(of(told(recipients=("400 nurses",))).recipients) == 1


def test_a_denial_of_something_else_does_not_split_those_who_tell_the_deed() -> None:
    one, other = told(), told(ATTACK + ".", {"publisher": "B"})
    denial = told(ATTACK + "!", {"publisher": "C"}, status="denied", recipients=("the ferry",))
    score = Scorer().score(of(one), of(denial))
    assert APART < score < 0
    assert sorted(len(e.claims) for e in matched(one, denial, other)) == [1, 2]


def test_sanctions_told_of_nobody_are_not_those_of_somebody() -> None:
    fields: dict[str, Any] = {
        "act": "SANCTION",
        "frame": "sanction.impose-sanctions",
        "trigger": "imposed",
        "where": None,
    }
    of_kenya = told("Kenya imposed sanctions on timber dealers.", actors=("Kenya",), recipients=("gunmen",), **fields)
    of_all = told("Despite the sanctions imposed, farms grew.", {"publisher": "B"}, actors=(), recipients=(), **fields)
    assert len(matched(of_kenya, of_all)) == 2


def test_two_reports_of_a_deed_are_joined_though_one_of_them_tells_it_twice() -> None:
    """Two claims of one report are unlike each other; the claims of the other report are like both."""
    scores = {("a1", "a2"): -5.0, ("a1", "b1"): 2.0, ("a2", "b1"): 1.0}
    edges = {"a1": ["b1"], "a2": ["b1"], "b1": ["a1", "a2"]}
    found = cluster(["a1", "a2", "b1"], edges, lambda x, y: scores[x, y], report_of=lambda i: i[0])
    assert found == [("a1", "a2", "b1")]
    assert len(cluster(["a1", "a2", "b1"], edges, lambda x, y: scores[x, y])) == 2


def test_a_man_is_no_girl_though_either_may_be_anybody() -> None:
    man, girls = (described(word, "CVL", vague=True) for word in ("man", "girl"))
    assert difference((man,), (girls,)) > 0.2
    assert difference((man,), (PEOPLE,)) <= 0.1
