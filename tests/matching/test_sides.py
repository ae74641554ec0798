"""Whom an event names on either side, and what it counts."""

from __future__ import annotations

from dataclasses import replace

from dragoman.matching.matcher import match_claims
from dragoman.records import Event, Span
from tests.matching.build import ATTACK, claim, number, report, speaker
from tests.matching.test_events import matched, told


def one(*reports: object) -> Event:
    (event,) = matched(*reports)  # type: ignore[arg-type]
    return event


def test_a_pronoun_and_anybody_are_not_named_beside_who_they_are() -> None:
    event = one(
        told(actors=("al-Shabaab",), recipients=("them",)),
        told(ATTACK + ".", {"publisher": "B"}, actors=("gunmen",), recipients=("villagers",)),
        told(ATTACK + "!", {"publisher": "C"}, actors=("al-Shabaab",), recipients=("a man",)),
    )
    assert event.actors == ("al-Shabaab",)
    assert event.recipients == ("villagers (Kenya)",)
    # where nobody says more, it is all there is
    assert one(told(recipients=("a man",))).recipients == ("man",)


def test_a_state_and_who_acts_for_it_are_one_doer_under_the_name_of_more_reports() -> None:
    by_police = told(actors=("police",), recipients=("Peter Otieno",))
    by_state = told(ATTACK + ".", {"publisher": "B"}, actors=("Kenya",), recipients=("Peter Otieno",))
    again = told(ATTACK + "!", {"publisher": "C"}, actors=("Kenya",), recipients=("Peter Otieno",))
    assert one(by_police, by_state).actors == ("Police (Kenya)",)
    assert one(by_police, by_state, again).actors == ("Government of Kenya",)
    both = told(ATTACK + "?", {"publisher": "D"}, actors=("Kenya", "police"), recipients=("Peter Otieno",))
    assert set(one(by_police, both).actors) == {"Police (Kenya)", "Government of Kenya"}


def test_a_doer_whom_fewer_reports_name_stands_among_what_differs() -> None:
    reports = [
        told(f"{ATTACK}{mark}", {"publisher": mark}, actors=(who,), recipients=("villagers",))
        for mark, who in ((".", "Norway"), ("!", "Norway"), ("?", "Uganda"))
    ]
    event = one(*reports)
    assert event.actors == ("Government of Norway",)
    assert [c.field for c in event.conflicts] == ["actor"]
    assert {name for name, _ in event.conflicts[0].values} == {"Government of Norway", "Government of Uganda"}


def test_whom_only_an_accuser_names_is_no_doer_yet() -> None:
    silent = told(actors=(), recipients=("villagers",))
    accused = told(ATTACK + ".", {"publisher": "B"}, actors=("Uganda",), said=(speaker("Norway", "accused"),))
    event = one(silent, accused)
    assert event.actors == ()
    assert [(c.field, c.note) for c in event.conflicts] == [("actor", "only Government of Norway says so")]
    assert "Government of Uganda" in {name for name, _ in event.conflicts[0].values}
    # a claim that nobody else contradicts by silence keeps its doer, and so does what is said without accusing
    assert one(accused).actors == ("Government of Uganda",)
    reported = told(ATTACK + "!", {"publisher": "C"}, actors=("Uganda",), said=("Norway",))
    assert one(silent, reported).actors == ("Government of Uganda",)


def test_a_toll_told_with_the_deed_and_with_its_victims_counts_once() -> None:
    article = report("The bombing that killed 11 other people was condemned.")
    toll = replace(number(11, "other people"), span=Span(25, 27))
    claims = [
        claim(article, 0, trigger="bombing", numbers=(toll,)),
        claim(article, 1, trigger="killed", frame="assault.kill", numbers=(toll,), words="killed 11"),
    ]
    (event,) = match_claims(claims, [article])
    assert event.numbers == (("people killed", 11.0, 11.0, 11.0),)


def test_civilians_and_people_of_a_country_are_people_in_a_toll() -> None:
    fields = {"frame": "assault.kill", "trigger": "killed"}
    event = one(
        told(numbers=(number(9, "civilians", 9.0),), **fields),
        told(ATTACK + ".", {"publisher": "B", "published": "2024-03-06"}, numbers=(number(12, "Kenyans"),), **fields),
        told(ATTACK + "!", {"publisher": "C"}, numbers=(number(2, "soldiers"),), **fields),
    )
    assert event.numbers == (("people killed", 9.0, 12.0, 12.0), ("soldiers killed", 2.0, 2.0, 2.0))
    sent = one(told(act="AID", frame="aid.arms", trigger="sent", numbers=(number(200, "Kenyans"),)))
    assert sent.numbers[0][0] == "Kenyans"  # a name keeps its capital


def test_what_the_media_of_a_country_say_goes_back_to_the_agency_quoted() -> None:
    text = "A delegation is due in Nairobi, according to Ugandan media. Kyodo reported that it would stay for two days."
    event = one(told(text, said=("Ugandan media",)))
    assert event.independent_sources == ("Kyodo",)
    plain = one(told("A delegation is due in Nairobi, according to Ugandan media.", said=("Ugandan media",)))
    assert plain.independent_sources == ("The Fjord Post",)
