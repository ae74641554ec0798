"""What keeps two claims apart, and what does not: deeds of one story, of two acts, of parties told otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.matching.contradictions import contradiction
from dragoman.matching.features import features
from dragoman.matching.knowledge import FEATURES
from dragoman.matching.parties import distinct_parties, distinct_people
from dragoman.matching.profile import Who, profile
from dragoman.records import Grounding, TimeMention, TimeValue
from tests.matching.build import ATTACK
from tests.matching.test_events import matched, told

CLASH: dict[str, Any] = {"frame": "assault.clash", "trigger": "clashed"}


def test_who_hits_back_does_another_deed_than_who_hit_first() -> None:
    fields: dict[str, Any] = {"where": None, "recipients": ()}
    bombed = told(actors=("Kenya",), recipients=("gunmen",), where=None)
    shot = told(ATTACK + ".", {"publisher": "B"}, actors=("gunmen",), **fields)
    again = told(ATTACK + "!", {"publisher": "C"}, actors=("Kenya",), **fields)
    assert sorted(len(e.claims) for e in matched(bombed, shot, again)) == [1, 2]
    # in a clash either may be told first
    clash = told(actors=("Kenya",), recipients=("gunmen",), **CLASH)
    assert (
        len(matched(clash, told(ATTACK + ".", {"publisher": "B"}, actors=("gunmen",), recipients=("Kenya",), **CLASH)))
        == 1
    )


def test_a_host_who_sees_two_visitors_meets_twice() -> None:
    fields: dict[str, Any] = {"act": "CONSULT", "frame": "consult.meet", "trigger": "met", "where": "Nairobi"}
    one = told(actors=("Kenya",), recipients=("Uganda",), **fields)
    other = told(ATTACK + ".", {"publisher": "B"}, actors=("Kenya",), recipients=("Norway",), **fields)
    three = told(ATTACK + "!", {"publisher": "C"}, actors=("Kenya",), recipients=("Uganda", "Norway"), **fields)
    assert len(matched(one, other)) == 2
    assert len(matched(one, three)) == 1  # nobody of the first is missing from the second


def test_two_who_call_their_own_council_do_not_meet_each_other() -> None:
    fields: dict[str, Any] = {"act": "CONSULT", "frame": "consult.contact", "trigger": "called", "where": None}
    one = told(actors=("Amina Wanjiru",), recipients=("the council",), **fields)
    other = told(ATTACK + ".", {"publisher": "B"}, actors=("Peter Otieno",), recipients=("aides",), **fields)
    unsaid = told(ATTACK + "!", {"publisher": "C"}, actors=("Amina Wanjiru",), recipients=(), **fields)
    assert sorted(len(e.claims) for e in matched(one, other, unsaid)) == [1, 2]


def test_another_doer_and_another_victim_make_another_deed() -> None:
    one = told(actors=("Norway",), recipients=("villagers",))
    other = told(ATTACK + ".", {"publisher": "B"}, actors=("Uganda",), recipients=("al-Shabaab",))
    assert len(matched(one, other)) == 2


def test_a_demand_is_its_own_whatever_is_demanded() -> None:
    fields: dict[str, Any] = {
        "act": "RETREAT",
        "frame": "retreat.release",
        "status": "requested",
        "on": None,
        "where": None,
    }
    one = told(actors=("Norway",), recipients=("al-Shabaab",), **fields)
    other = told(ATTACK + ".", {"publisher": "B"}, actors=("Uganda",), recipients=("al-Shabaab",), **fields)
    same = told(ATTACK + "!", {"publisher": "C"}, actors=("Norway",), recipients=("al-Shabaab",), **fields)
    assert sorted(len(e.claims) for e in matched(one, other, same)) == [1, 2]


def test_to_sign_and_to_praise_are_two_deeds() -> None:
    fields: dict[str, Any] = {"act": "SUPPORT", "actors": ("Norway",), "recipients": ("Kenya",)}
    text = "Norway and Kenya signed a treaty on fishing in Oslo."
    signed = told(text, frame="support.sign", trigger="signed", **fields)
    same = told(
        "A fishing treaty was signed by Norway.", {"publisher": "B"}, frame="support.sign", trigger="signed", **fields
    )
    praised = told("Norway praised Kenya.", {"publisher": "C"}, frame="support.praise", trigger="praised", **fields)
    assert sorted(len(e.claims) for e in matched(signed, same, praised)) == [1, 2]


def test_we_is_who_says_so_and_he_is_nobody() -> None:
    fields: dict[str, Any] = {"act": "ACCUSE", "frame": "accuse.condemn", "trigger": "condemn", "where": None}
    one = told(actors=("we",), said=("Norway",), **fields)
    assert [w.id for w in profile(one[1], None, {}).actors] == ["state:NOR"]
    other = told(ATTACK + ".", {"publisher": "B"}, actors=("we",), said=("Uganda",), **fields)
    assert len(matched(one, other)) == 2
    assert profile(told(actors=("he",), said=("Norway",), **fields)[1], None, {}).actors == ()


def test_claims_of_two_acts_are_one_only_by_frames_that_tell_one_deed() -> None:
    fields: dict[str, Any] = {"actors": ("police",), "recipients": ("Peter Otieno",)}
    arrest = told(act="COERCE", frame="coerce.arrest", trigger="arrested", **fields)
    taken = told(ATTACK + ".", {"publisher": "B"}, mode="abduct", frame="assault.abduct", trigger="captured", **fields)
    curfew = told(ATTACK + "!", {"publisher": "C"}, act="COERCE", frame="coerce.curfew", trigger="confined", **fields)
    assert len(matched(arrest, taken)) == 1
    assert len(matched(taken, curfew)) == 2


def test_reports_without_a_date_meet_though_only_one_tells_a_day() -> None:
    undated = {"published": None}
    one = told(ATTACK, {"publisher": "A", **undated})
    other = told(ATTACK + " again.", {"publisher": "B", **undated}, on=None)
    assert len(matched(one, other)) == 1


def test_a_denial_is_of_the_same_doer_and_the_same_victim() -> None:
    shot = told(actors=("gunmen",), recipients=("villagers",))
    denied = told(ATTACK + ".", {"publisher": "B"}, actors=("gunmen",), recipients=("villagers",), status="denied")
    elsewhere = told(ATTACK + "!", {"publisher": "C"}, actors=("gunmen",), recipients=("the ferry",), status="denied")
    assert len(matched(shot, denied)) == 1
    assert len(matched(shot, elsewhere)) == 2


def test_what_came_to_nothing_is_not_what_was_done() -> None:
    fields: dict[str, Any] = {
        "act": "RETREAT",
        "frame": "retreat.release",
        "recipients": ("Amina Wanjiru",),
        "on": None,
    }
    freed = told(actors=("al-Shabaab",), trigger="released", **fields)
    failed = told(ATTACK + ".", {"publisher": "B"}, actors=("al-Shabaab",), trigger="free", status="failed", **fields)
    again = told(ATTACK + "!", {"publisher": "C"}, actors=("al-Shabaab",), trigger="releases", **fields)
    assert sorted(len(e.claims) for e in matched(freed, failed, again)) == [1, 2]


def test_two_spellings_of_a_word_are_one_word() -> None:
    one, other = (profile(told(trigger=word)[1], None, {}).trigger for word in ("apologised", "apologize"))
    assert one == other


def test_what_is_reported_the_day_before_is_one_only_in_the_same_words() -> None:
    shot = told(on="2024-03-06")
    same = told(ATTACK + ".", {"publisher": "B", "published": "2024-03-05"}, on=None)
    other = told(
        ATTACK + "!", {"publisher": "C", "published": "2024-03-05"}, on=None, frame="assault.beat", trigger="beaten"
    )
    assert len(matched(shot, same)) == 1
    assert len(matched(shot, other)) == 2


def test_what_goes_on_for_weeks_is_no_meeting_of_a_day() -> None:
    fields: dict[str, Any] = {"act": "CONSULT", "frame": "consult.negotiate", "where": None}
    sides: dict[str, Any] = {"actors": ("Kenya",), "recipients": ("Uganda",)}
    spring = TimeMention("", None, Grounding(TimeValue("2023", "2023-10-01", None, "year", "text"), 0.9, "told"))
    rounds = told(trigger="negotiate", status="ongoing", on=spring, **fields, **sides)
    off = told(ATTACK + ".", {"publisher": "B"}, trigger="negotiate", status="cancelled", on=None, **fields, **sides)
    again = told(ATTACK + "!", {"publisher": "C"}, trigger="negotiate", status="ongoing", on=None, **fields, **sides)
    assert len(matched(rounds, off)) == 2
    assert len(matched(rounds, again)) == 1  # both may tell of what goes on


def test_what_is_still_ahead_is_not_what_was_due_before() -> None:
    fields: dict[str, Any] = {"act": "CONSULT", "frame": "consult.meet", "trigger": "meet", "where": None}
    sides: dict[str, Any] = {"actors": ("Kenya",), "recipients": ("Uganda",)}
    held = told(on="2024-03-02", **fields, **sides)
    ahead = told(ATTACK + ".", {"publisher": "B"}, on=None, status="planned", **fields, **sides)
    late = told(
        ATTACK + "!", {"publisher": "C", "published": "2024-03-02"}, on=None, status="planned", **fields, **sides
    )
    assert len(matched(held, ahead)) == 2  # reported on 5 March
    assert len(matched(held, late)) == 1


def test_a_report_tells_the_past_beside_its_news() -> None:
    text = "Raiders attacked a camp. In May, gunmen attacked a ferry."
    article, news = told(text, recipients=("the camp",), where=None, on=None)
    past = TimeMention(
        "", None, Grounding(TimeValue("2023-05", "2023-05-01", "2023-05-31", "month", "text"), 0.9, "told")
    )
    _, before = told(
        text, nth=1, actors=("al-Shabaab",), recipients=("the ferry",), where=None, on=past, words="In May"
    )
    why = contradiction(profile(news, article, {}), profile(before, article, {}))
    assert "past" in (why or "")
    # the same victims: the report tells its news again
    _, again = told(text, nth=2, recipients=("the camp",), where=None, on=past, words="In May, the camp")
    assert contradiction(profile(news, article, {}), profile(again, article, {})) is None


def test_a_man_charged_may_be_whom_another_report_names() -> None:
    fields: dict[str, Any] = {
        "act": "ACCUSE",
        "frame": "accuse.charge",
        "trigger": "charged",
        "actors": (),
        "where": None,
    }
    man = told("A man was charged over the fire at a bakery.", recipients=("a man",), **fields)
    named = told("Otieno was charged.", {"publisher": "B"}, recipients=("Peter Otieno",), **fields)
    firm = told("A firm was charged.", {"publisher": "C"}, recipients=("Uganda",), **fields)
    profiles = [profile(c, a, {}) for a, c in (man, named, firm)]
    assert contradiction(profiles[0], profiles[1]) is None
    assert contradiction(profiles[1], profiles[2]) is not None


def test_a_name_with_a_further_name_or_after_the_father_is_one_person() -> None:
    def who(name: str) -> Who:
        return Who(f"person:{name}", "person", name, None, (), "")

    assert not distinct_people((who("Amina Wanjiru"),), (who("Amina Wanjiru Kamau"),))
    assert not distinct_people((who("Peter Otieno"),), (who("Peter Otieno Jr."),))
    assert distinct_people((who("Peter Otieno"),), (who("Amina Otieno"),))


def test_a_union_of_states_is_no_prime_minister() -> None:
    premier = Who("person:a", "person", "Anna Berg", "NOR", ("GOV",), "")
    union = Who("org:u", "organisation", "Coastal Union", None, ("IGO",), "")
    assert distinct_parties((premier,), (union,))
    assert not distinct_parties((replace(premier, country=None),), (union,))  # who speaks for whom nobody knows


def test_a_party_says_two_things_of_one_story() -> None:
    fields: dict[str, Any] = {"act": "ACCUSE", "actors": ("Norway",), "recipients": (), "where": None, "on": None}
    one = told("Norway condemned the raid on Garissa.", frame="accuse.condemn", trigger="condemned", **fields)
    same = told(
        "The raid was condemned by Norway.", {"publisher": "B"}, frame="accuse.condemn", trigger="condemned", **fields
    )
    other = told(
        "Norway said drills were to blame.", {"publisher": "C"}, frame="accuse.blame", trigger="blame", **fields
    )
    saying = FEATURES.index("another saying")
    profiles = [profile(c, a, {}) for a, c in (one, same, other)]
    assert features(profiles[0], profiles[1])[saying] == 0
    assert features(profiles[0], profiles[2])[saying] > 0.5


def test_captives_of_one_side_are_none_of_the_other() -> None:
    fields: dict[str, Any] = {
        "act": "RETREAT",
        "frame": "retreat.release",
        "trigger": "freed",
        "actors": (),
        "where": None,
    }
    captives = told("The captives were freed.", recipients=("villagers",), **fields)
    fighters = told("Fighters were freed in exchange.", {"publisher": "B"}, recipients=("al-Shabaab",), **fields)
    why = contradiction(profile(captives[1], captives[0], {}), profile(fighters[1], fighters[0], {}))
    assert "two sides" in (why or "")
    person = told("Otieno was freed.", {"publisher": "C"}, recipients=("Peter Otieno",), **fields)
    assert contradiction(profile(captives[1], captives[0], {}), profile(person[1], person[0], {})) is None


def test_who_has_been_held_for_months_is_not_whom_they_took_now() -> None:
    july = TimeMention("", None, Grounding(TimeValue("2023-07", "2023-07-01", None, "month", "text"), 0.9, "told"))
    fields: dict[str, Any] = {"act": "COERCE", "frame": "coerce.arrest", "actors": (), "where": None}
    held = told("A man has been jailed since July.", trigger="jailed", recipients=("villagers",), on=july, **fields)
    taken = told("Marzuk was arrested.", {"publisher": "B"}, trigger="arrested", recipients=("Musa Marzuk",), **fields)
    again = told(
        "Villagers were arrested.", {"publisher": "C"}, trigger="arrested", recipients=("villagers",), **fields
    )
    first = profile(held[1], held[0], {})
    assert contradiction(first, profile(taken[1], taken[0], {})) is not None
    assert contradiction(first, profile(again[1], again[0], {})) is None


def test_a_treaty_signed_on_one_told_day_is_one_though_a_report_does_not_say_by_whom() -> None:
    fields: dict[str, Any] = {"act": "SUPPORT", "frame": "support.sign", "recipients": (), "trigger": "signed"}
    named = told("Norway and Kenya signed it in Nairobi.", actors=("Norway", "Kenya"), where="Nairobi", **fields)
    silent = told("It was signed in Nairobi.", {"publisher": "B"}, actors=(), where="Nairobi", **fields)
    undated = told("It was signed.", {"publisher": "C"}, actors=(), where=None, **{**fields, "on": None})
    first = profile(named[1], named[0], {})
    assert contradiction(first, profile(silent[1], silent[0], {})) is None
    assert contradiction(first, profile(undated[1], undated[0], {})) is not None
    # signing is no saying: that the words differ speaks against nothing
    other = profile(silent[1], silent[0], {})
    assert features(first, other)[FEATURES.index("another saying")] == 0


def test_a_frame_that_only_says_that_the_tagger_found_it_makes_no_two_deeds_alike() -> None:
    def likeness(frame: str) -> float:
        fields: dict[str, Any] = {"act": "ACCUSE", "frame": frame, "where": None}
        one = told(actors=("Kenya",), recipients=("Uganda",), trigger="flayed", **fields)
        other = told(
            ATTACK + ".", {"publisher": "B"}, actors=("Kenya",), recipients=("Uganda",), trigger="rued", **fields
        )
        pair = [profile(c, a, {}) for a, c in (one, other)]
        return features(*pair)[FEATURES.index("frame")]

    assert (likeness("accuse.criticise"), likeness("learnt.accuse")) == (0.8, 0.0)
