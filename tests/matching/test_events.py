"""What becomes of many claims: one event for one attack, two for two, and a record that says where reports differ."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.matching import match_claims
from dragoman.records import Article, Claim, Event, Grounding, Judgement, TimeMention, TimeValue
from tests.matching.build import ATTACK, claim, day, number, report

TELLINGS = (
    "Gunmen attacked a market in Garissa on Monday, police said.",
    "At least nine traders died when gunmen attacked the Garissa market.",
    "Armed men stormed the market of Garissa on Monday morning and opened fire.",
    "The attack on traders in Garissa began before dawn on Monday.",
    "Garissa counted its dead on Tuesday after gunmen attacked the market there.",
)


def matched(*reports: tuple[Article, Claim], judgements: tuple[Judgement, ...] = ()) -> list[Event]:
    return match_claims([c for _, c in reports], [a for a, _ in reports], judgements)


def told(text: str = ATTACK, article: dict[str, Any] | None = None, **fields: Any) -> tuple[Article, Claim]:
    one = report(text, **(article or {}))
    return one, claim(one, **fields)


def test_twenty_reports_of_one_attack_are_one_event_of_three_sources() -> None:
    outlets = [{"publisher": f"Paper {n}", "published": "2024-03-05"} for n in range(20)]
    reports = [told(f"{TELLINGS[n % 5]} Page {n}.", outlet, said=("police",)) for n, outlet in enumerate(outlets[:12])]
    reports += [
        told(f"{TELLINGS[n % 5]} Desk {n}.", outlet, said=("al-Shabaab",)) for n, outlet in enumerate(outlets[12:19])
    ]
    reports.append(told(TELLINGS[0], outlets[19]))
    (event,) = matched(*reports)
    assert len(event.reports) == 20
    assert event.independent_sources == ("al-Shabaab", "Paper 19", "Police (Kenya)")
    assert event.source_reasons[2].startswith("Police (Kenya): 12 reports (named as the source")


def test_two_attacks_in_one_town_on_two_days_stay_two() -> None:
    monday = [told(f"{TELLINGS[n]} Now.", {"publisher": f"P{n}"}) for n in range(3)]
    for apart in ("2024-03-05", "2024-03-06", "2024-03-09"):
        words = "Raiders attacked a convoy near the Garissa bridge, wounding two drivers"
        later = [
            told(
                f"{words} {n}.",
                {"publisher": f"Q{n}", "published": apart},
                on=apart,
                actors=("al-Shabaab",),
                recipients=(),
            )
            for n in range(3)
        ]
        events = matched(*monday, *later)
        assert [len(e.claims) for e in events] == [3, 3], apart


def test_two_days_apart_are_two_even_in_the_same_words() -> None:
    assert len(matched(told(), told(ATTACK + "!", on="2024-03-06", article={"published": "2024-03-07"}))) == 2


def test_two_capitals_are_two_events() -> None:
    one = told("Norway met ministers", act="CONSULT", actors=("Norway",), recipients=("Kenya",), where="Nairobi")
    other = told("Norway met ministers.", act="CONSULT", actors=("Norway",), recipients=("Kenya",), where="Kampala")
    assert len(matched(one, other)) == 2


def test_two_towns_are_two_attacks_but_a_country_holds_its_town() -> None:
    assert len(matched(told(), told(ATTACK + ".", where="Wajir"))) == 2
    assert len(matched(told(), told(ATTACK + ".", where="Kenya"))) == 1


def test_two_named_victims_are_two_events() -> None:
    one = told("Gunmen shot Amina Wanjiru dead in Garissa", recipients=("Amina Wanjiru",), frame="assault.kill")
    other = told("Gunmen shot Peter Otieno dead in Garissa", recipients=("Peter Otieno",), frame="assault.kill")
    assert len(matched(one, other)) == 2


def test_one_name_in_two_spellings_is_one_visitor() -> None:
    fields: dict[str, Any] = {"act": "CONSULT", "where": "Nairobi", "recipients": ("Kenya",), "trigger": "met"}
    one = told("Musa Marzuk met ministers in Nairobi", actors=("Musa Marzuk",), **fields)
    other = told("Mousa Marzouk met ministers in Nairobi", actors=("Mousa Marzouk",), **fields)
    (event,) = matched(one, other)
    assert len(event.claims) == 2


@pytest.mark.parametrize("status", ["requested", "threatened", "offered", "refused", "hypothetical"])
def test_what_was_only_asked_for_or_threatened_is_not_what_was_done(status: str) -> None:
    assert len(matched(told(), told(ATTACK + ".", status=status))) == 2


def test_act_families_keep_a_protest_from_a_loan() -> None:
    assert len(matched(told(act="PROTEST"), told(ATTACK + ".", act="AID"))) == 2


def test_a_kidnapping_is_no_killing() -> None:
    assert len(matched(told(), told(ATTACK + ".", mode="abduct", frame="assault.abduct"))) == 2


@pytest.mark.parametrize("act", ["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "SANCTION"])
def test_what_two_states_say_or_impose_is_two_events(act: str) -> None:
    fields: dict[str, Any] = {"act": act, "frame": None, "trigger": "did"}
    of_kenya = told(act=act, frame=None, trigger="did", actors=("Kenya",), recipients=("gunmen",))
    again = told(ATTACK + ".", {"publisher": "B"}, actors=("Kenya",), recipients=("gunmen",), **fields)
    of_norway = told(ATTACK + "!", {"publisher": "C"}, actors=("Norway",), recipients=("gunmen",), **fields)
    assert sorted(len(e.claims) for e in matched(of_kenya, again, of_norway)) == [1, 2]
    to_others = told(ATTACK + "?", {"publisher": "D"}, actors=("Kenya",), recipients=("Uganda",), **fields)
    assert len(matched(of_kenya, to_others)) == 2


def test_blame_and_its_answer_are_two_events() -> None:
    fields: dict[str, Any] = {"act": "ACCUSE", "frame": None, "trigger": "blamed"}
    blame = told(actors=("Kenya",), recipients=("gunmen",), **fields)
    again = told(ATTACK + ".", {"publisher": "B"}, actors=("Kenya",), recipients=("gunmen",), **fields)
    answer = told(ATTACK + "!", {"publisher": "C"}, actors=("gunmen",), recipients=("Kenya",), **fields)
    assert len(matched(blame, again)) == 1
    assert len(matched(blame, answer)) == 2


def test_an_unnamed_actor_may_be_any() -> None:
    fields: dict[str, Any] = {"act": "ACCUSE", "frame": None, "trigger": "condemned", "recipients": ("gunmen",)}
    one = told(actors=("Kenya",), **fields)
    assert len(matched(one, told(ATTACK + ".", {"publisher": "B"}, actors=(), **fields))) == 1


def test_two_things_that_might_be_are_one_only_in_one_word() -> None:
    one = told(status="hypothetical")
    same = told(ATTACK + ".", {"publisher": "B"}, status="hypothetical")
    other = told(ATTACK + "!", {"publisher": "C"}, status="hypothetical", trigger="stormed")
    assert sorted(len(e.claims) for e in matched(one, same, other)) == [1, 2]


def test_a_plan_without_a_day_is_one_with_a_deed_only_in_one_word() -> None:
    deed = told(act="SANCTION", frame=None, trigger="imposed", actors=("Kenya",), recipients=("Uganda",))
    fields: dict[str, Any] = {
        "act": "SANCTION",
        "frame": None,
        "actors": ("Kenya",),
        "recipients": ("Uganda",),
        "on": None,
    }
    assert len(matched(deed, told(ATTACK + ".", {"publisher": "B"}, status="planned", trigger="ban", **fields))) == 2
    assert len(matched(deed, told(ATTACK + ".", {"publisher": "B"}, status="planned", trigger="impose", **fields))) == 1


def test_meetings_without_a_party_or_a_word_in_common_are_two() -> None:
    fields: dict[str, Any] = {"act": "CONSULT", "frame": None, "where": "Nairobi"}
    one = told(actors=("Norway",), recipients=("Kenya",), trigger="met", **fields)
    turned = told(
        ATTACK + ".", {"publisher": "B"}, actors=("Kenya",), recipients=("Norway",), trigger="received", **fields
    )
    other = told(
        ATTACK + "!", {"publisher": "C"}, actors=("Uganda",), recipients=("Musa Marzuk",), trigger="talks", **fields
    )
    assert sorted(len(e.claims) for e in matched(one, turned, other)) == [1, 2]


def test_a_report_from_before_the_day_cannot_tell_of_it() -> None:
    early = told(ATTACK + ".", {"published": "2024-03-01"}, on=day("2024-03-01", basis="publication date"))
    assert len(matched(told(), early)) == 2


def test_a_chain_of_weak_likenesses_does_not_swallow_a_week() -> None:
    """Each day's report is like the next day's; the first and the last have nothing to do with each other."""
    chain = []
    for n in range(8):
        text = " ".join(f"Zuberi{n + i} Kaseko{n + i} Mboya{n + i}" for i in range(2))
        date = f"2024-03-{4 + n:02}"
        chain.append(
            told(text, {"published": date, "publisher": f"P{n}"}, on=date, actors=(f"band {n}",), recipients=())
        )
    sizes = [len(e.claims) for e in matched(*chain)]
    assert max(sizes) <= 2, sizes


def test_one_claim_needs_no_match_explanation_and_a_match_has_one() -> None:
    (alone,) = matched(told())
    assert alone.explanation == ()
    (joined,) = matched(told(), told(TELLINGS[0]))
    assert "weakest link" in joined.explanation[0]
    assert any("Garissa | Garissa" in line for line in joined.explanation)


# -- the record -----------------------------------------------------------------------------------------------------


def test_differing_tolls_are_a_range_and_a_contradiction_row() -> None:
    fields: dict[str, Any] = {"frame": "assault.kill", "trigger": "killed"}
    reports = [
        told("Gunmen killed 9 people in Garissa.", {"publisher": "A"}, numbers=(number(9),), **fields),
        told("Gunmen killed 12 people in Garissa.", {"publisher": "B"}, numbers=(number(12),), **fields),
        told("Gunmen killed a dozen people in Garissa.", {"publisher": "C"}, numbers=(number(12),), **fields),
    ]
    (event,) = matched(*reports)
    assert event.numbers == (("people killed", 9, 12, 12),)
    (row,) = [c for c in event.conflicts if c.field == "number of people killed"]
    assert [(value, len(claims)) for value, claims in row.values] == [("9", 1), ("12", 2)]


def test_at_least_nine_does_not_contradict_twelve() -> None:
    reports = [
        told("Gunmen killed at least 9 people in Garissa.", numbers=(number(9, low=9),), frame="assault.kill"),
        told("Gunmen killed 12 people in Garissa.", numbers=(number(12),), frame="assault.kill"),
    ]
    (event,) = matched(*reports)
    assert event.numbers[0][1:3] == (9, 12)
    assert not event.conflicts


def test_killed_and_wounded_are_counted_apart() -> None:
    one = report("Gunmen killed 9 people and wounded 30 in Garissa.")
    claims = [
        claim(one, 0, trigger="killed", frame="assault.kill", numbers=(number(9),)),
        claim(one, 1, trigger="wounded", frame="assault.wound", numbers=(number(30),)),
    ]
    (event,) = match_claims(claims, [one])
    assert [row[0] for row in event.numbers] == ["people killed", "people wounded"]
    assert not event.conflicts


def test_the_interval_is_the_tightest_on_which_reports_agree() -> None:
    month = day("2024-03-01", "2024-03-31", granularity="month")
    (event,) = matched(told(), told(ATTACK + ".", on=month), told(ATTACK + "!", {"publisher": "B"}))
    assert (event.start, event.end, event.granularity) == ("2024-03-04", "2024-03-04", "day")
    assert not event.conflicts


def test_tuesday_or_wednesday_is_a_contradiction_row() -> None:
    words = "Gunmen attacked the Garissa market, killing the trader Zuberi Kaseko and burning stalls"
    reports = [told(f"{words}{mark}", {"publisher": f"P{mark}"}) for mark in (".", "!")]
    reports.append(told(f"{words}?", {"publisher": "Q"}, on="2024-03-05"))
    (event,) = matched(*reports)
    assert (event.start, event.end) == ("2024-03-04", "2024-03-04")
    (row,) = [c for c in event.conflicts if c.field == "day"]
    assert [(value, len(ids)) for value, ids in row.values] == [("2024-03-04", 2), ("2024-03-05", 1)]


def test_a_publication_day_neither_dates_nor_contradicts_a_told_day() -> None:
    late = told(ATTACK + ".", {"published": "2024-03-06"}, on=day("2024-03-06", basis="publication date"))
    (event,) = matched(told(), late)
    assert (event.start, event.conflicts) == ("2024-03-04", ())


def test_status_history_from_plan_to_deed_to_denial() -> None:
    fields: dict[str, Any] = {"act": "CONSULT", "actors": ("Norway",), "recipients": ("Kenya",), "where": "Nairobi"}
    words = "Norway and Kenya talks in Nairobi on fish quotas"
    plan = told(words, {"published": "2024-03-02"}, status="planned", said=("police",), **fields)
    deed = told(words + ".", {"published": "2024-03-04"}, said=("Norway",), **fields)
    denial = told(words + "!", {"published": "2024-03-05"}, status="denied", said=("Kenya",), **fields)
    (event,) = matched(denial, plan, deed)
    assert [(s.status, s.on, s.according_to) for s in event.history] == [
        ("planned", "2024-03-02", "Police (Kenya)"),
        ("occurred", "2024-03-04", "Government of Norway"),
        ("denied", "2024-03-05", "Government of Kenya"),
    ]
    assert event.status == "occurred"
    assert (event.first_report, event.last_report) == ("2024-03-02", "2024-03-05")
    assert event.denied_by == ("Government of Kenya",)
    (row,) = [c for c in event.conflicts if c.field == "status"]
    assert row.note == "Government of Kenya denies what Government of Norway reported"
    assert dict(row.values) == {"denied": (denial[1].id,), "occurred": (deed[1].id,)}


def test_a_denial_lowers_confidence_and_independent_sources_raise_it() -> None:
    (one,) = matched(told())
    (two,) = matched(told(), told(ATTACK + ".", {"publisher": "Another"}))
    denied = told(ATTACK + "!", {"publisher": "Third"}, status="denied")
    (disputed,) = matched(told(), told(ATTACK + ".", {"publisher": "Another"}), denied)
    assert two.confidence > one.confidence == 0.8
    assert disputed.confidence < two.confidence


def test_a_plan_whose_day_has_passed_without_a_report_is_not_confirmed() -> None:
    plan = told("Norway and Kenya meet in Nairobi", {"published": "2024-03-02"}, act="CONSULT", status="planned")
    assert matched(plan)[0].status == "planned"
    other = told(
        "Elections were held in Kampala", {"published": "2024-03-20"}, act="SUPPORT", on="2024-03-20", where="Kampala"
    )
    assert {e.status for e in matched(plan, other)} == {"expected, not confirmed", "occurred"}


def test_a_plan_called_off_is_cancelled_and_one_that_happens_after_all_is_a_contradiction() -> None:
    fields: dict[str, Any] = {"act": "CONSULT", "actors": ("Norway",), "recipients": ("Kenya",), "where": "Nairobi"}
    words = "Norway and Kenya summit in Nairobi on fish quotas"
    plan = told(words, {"published": "2024-03-01"}, status="planned", **fields)
    off = told(words + ".", {"published": "2024-03-02"}, status="cancelled", **fields)
    assert matched(plan, off)[0].status == "cancelled"
    held = told(words + "!", {"published": "2024-03-04"}, **fields)
    (event,) = matched(plan, off, held)
    assert event.status == "occurred"
    assert [c.note for c in event.conflicts] == ["reported as called off, and later as going ahead"]


def test_two_doers_are_a_contradiction_row() -> None:
    words = "The Garissa market attack before dawn with grenades killed the trader Zuberi Kaseko"
    one, other = told(words, actors=("police",)), told(words + ".", {"publisher": "B"}, actors=("Uganda",))
    third = told(words + "!", {"publisher": "C"}, actors=())
    (event,) = matched(one, other, third)
    (row,) = [c for c in event.conflicts if c.field == "actor"]
    assert dict(row.values) == {"Government of Uganda": (other[1].id,), "Police (Kenya)": (one[1].id,)}


def test_doers_who_may_be_the_same_are_no_contradiction() -> None:
    one, other = told(actors=("gunmen",)), told(ATTACK + ".", {"publisher": "B"}, actors=("gunmen",))
    (event,) = matched(one, other, told(ATTACK + "!", {"publisher": "C"}, actors=()))
    assert not event.conflicts


# -- undated reports ------------------------------------------------------------------------------------------------

UNDATED: dict[str, Any] = {"published": None}
CATCH = (
    "The patrol boat Uhodari caught {n} smugglers near Kiunga, said Commander Elijah Mutua. The men had loaded sugar and "
    "tyres. They will be tried in Lamu under the new customs law, which has not been used before.",
    "Smugglers were caught by the Uhodari near Kiunga. Elijah Mutua, who commands the boat, counted {n} men and forty "
    "sacks of sugar. Under the customs law a court in Lamu may send them to prison for years.",
)
OTHER_CATCH = (
    "The cutter Shupavu caught {n} smugglers near Vanga, said Lieutenant Rose Achieng. The men had loaded ivory and "
    "cloves. They will be tried in Kwale under the new customs law, which has not been used before."
)


def caught(text: str, count: int, **fields: Any) -> tuple[Article, Claim]:
    """An undated report of smugglers caught, with nothing but its words and a figure."""
    article = report(text.format(n=count), **UNDATED)
    made = claim(article, act="COERCE", mode="arrest", frame="coerce.arrest", trigger="caught", actors=(), where=None,
                 recipients=(), on=None, words=article.text.split(".")[0] + ".", **fields)  # fmt: skip
    return article, made


def test_undated_reports_meet_by_the_names_they_open_with() -> None:
    one, same = caught(CATCH[0], 9), caught(CATCH[1], 9)
    look_alike = caught(OTHER_CATCH, 9)
    groups = {frozenset(e.claims) for e in matched(one, same, look_alike)}
    assert groups == {frozenset((one[1].id, same[1].id)), frozenset((look_alike[1].id,))}


@pytest.mark.parametrize(("days", "events"), [((1, 1), 1), ((1, 2), 1), ((7, 1), 1), ((2, 5), 2), ((5, 2), 2)])
def test_undated_reports_of_two_days_of_the_week_are_two(days: tuple[int, int], events: int) -> None:
    """A day may be told a day late, by time zone or edition; the week turns round."""
    reports = [
        told(f"{ATTACK}{mark}", {"published": None, "publisher": mark}, on=named(weekday))
        for mark, weekday in zip(".!", days, strict=True)
    ]
    assert len(matched(*reports)) == events


def named(weekday: int) -> TimeMention:
    """A day of the week in a report without a date."""
    return TimeMention(
        "on that day", None, Grounding(TimeValue(f"XXXX-WXX-{weekday}", None, None, "day", "relative"), 0.9, "told")
    )


def test_a_toll_that_rises_stays_one_event() -> None:
    fields: dict[str, Any] = {"frame": "assault.kill", "trigger": "killed"}
    early = told("Gunmen killed 5 people in the market of Garissa.", numbers=(number(5),), **fields)
    late = told("Gunmen killed 14 people in the market of Garissa.", numbers=(number(14),), **fields)
    (event,) = matched(early, late)
    assert event.numbers[0][1:] in ((5, 5, 14), (5, 14, 14))


# -- judgements -----------------------------------------------------------------------------------------------------


def judgement(verdict: str, *subjects: str, id: str = "j1") -> Judgement:
    return Judgement(id, verdict, subjects, "a reader", "2024-03-09T00:00:00Z")


def test_not_the_same_binds_against_any_likeness() -> None:
    one, other = told(), told(ATTACK + ".", {"publisher": "B"})
    apart = judgement("not the same", one[1].id, other[1].id)
    assert len(matched(one, other)) == 1
    assert len(matched(one, other, judgements=(apart,))) == 2
    assert len(matched(one, other, judgements=(apart, judgement("undo", "j1", id="j2")))) == 1


def test_not_the_same_binds_through_a_third_report() -> None:
    one, other = told(), told(ATTACK + ".", {"publisher": "B"})
    between = told(ATTACK + "!", {"publisher": "C"})
    events = matched(one, between, other, judgements=(judgement("not the same", one[1].id, other[1].id),))
    assert all(not {one[1].id, other[1].id} <= set(e.claims) for e in events)
    assert sorted(len(e.claims) for e in events) == [1, 2]


def test_same_binds_against_a_contradiction() -> None:
    one, other = told(), told(ATTACK + ".", on="2024-03-08", article={"published": "2024-03-08"})
    assert len(matched(one, other)) == 2
    (event,) = matched(one, other, judgements=(judgement("same", one[1].id, other[1].id),))
    assert any("judgement" in line for line in event.explanation)
    assert [c.field for c in event.conflicts] == ["day"]


def test_a_judgement_on_claims_that_are_gone_does_no_harm() -> None:
    assert len(matched(told(), judgements=(judgement("same", "gone", "away"),))) == 1


def test_who_met_whom_told_both_ways_round_is_a_meeting_of_both() -> None:
    met = {"act": "CONSULT", "where": "Nairobi", "trigger": "met", "frame": "consult.meet"}
    one = told("Kenya's minister met the envoy of Norway in Nairobi on Monday.", {"publisher": "A"}, actors=("Kenya",), recipients=("Norway",), **met)  # fmt: skip
    other = told("Norway's envoy met the minister of Kenya in Nairobi on Monday.", {"publisher": "B"}, actors=("Norway",), recipients=("Kenya",), **met)  # fmt: skip
    (event,) = matched(one, other)
    assert sorted(event.actors) == ["Government of Kenya", "Government of Norway"]
    assert event.recipients == ()
