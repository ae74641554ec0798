"""One event told in other words, sums of many deeds, and denials: what joins claims of two reports, and what does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.matching.blocking import keys
from dragoman.matching.clustering import cluster
from dragoman.matching.contradictions import contradiction
from dragoman.matching.features import features
from dragoman.matching.knowledge import FEATURES
from dragoman.matching.profile import Profile, profile
from dragoman.matching.totals import is_total
from dragoman.records import Claim, Quote, Span, TimeMention
from tests.matching.build import claim, day, number, report

OTHER = {"publisher": "The Valley Herald"}


def told(
    text: str = "Gunmen attacked villagers near Garissa.", outlet: dict[str, Any] | None = None, **fields: Any
) -> Profile:
    """The profile of a claim of its own report."""
    article = report(text, **(outlet or {}))
    return profile(claim(article, **fields), article, {})


def of_sentence(text: str, trigger: str, **fields: Any) -> Claim:
    """A claim whose predicate stands where the sentence has it."""
    at = text.index(trigger)
    made = claim(report(text), **{"trigger": trigger, "on": None, **fields})
    whole = Span(0, len(text))
    return replace(made, trigger=Quote(trigger, Span(at, at + len(trigger))), evidence=Quote(text, whole))


SUMS = [
    ("The rebellion has killed 9,000 villagers since 2011.", "killed", (number(9000),)),
    ("Raiders have burnt 40 farms since the drought began.", "burnt", (number(40, "farms"),)),
    ("Gangs killed traders in the valley for years.", "killed", ()),
    ("Herders are attacked every month on this road.", "attacked", ()),
    ("Soldiers routinely beat the detainees.", "beat", ()),
    ("Over the years, both armies shelled the town.", "shelled", ()),
    ("Deaths of villagers caused by raiders have marked the 12-year conflict.", "caused", ()),
    ("The army has attacked villages in its decade-long campaign against smugglers.", "attacked", ()),
]
DEEDS = [
    ("Raiders killed nine villagers on Monday.", "killed", (number(9),)),
    ("Police have arrested 12 students since Monday.", "arrested", (number(12),)),
    ("The court jailed him for three years.", "jailed", ()),
    ("The raid killed a leader of the 12-year insurgency.", "killed", ()),
    ("Raiders attacked Garissa, where traders have been robbed for years.", "attacked", ()),
    ("The mayor, who has ruled since 2004, was killed.", "killed", (number(1),)),
]


@pytest.mark.parametrize(("text", "trigger", "numbers"), SUMS)
def test_a_sum_of_many_deeds_is_told_by_its_time(text: str, trigger: str, numbers: tuple[Any, ...]) -> None:
    assert is_total(of_sentence(text, trigger, numbers=numbers))


@pytest.mark.parametrize(("text", "trigger", "numbers"), DEEDS)
def test_a_deed_is_no_sum(text: str, trigger: str, numbers: tuple[Any, ...]) -> None:
    assert not is_total(of_sentence(text, trigger, numbers=numbers))


def test_a_sum_is_one_with_another_sum_and_with_no_deed_of_a_day() -> None:
    total, deed = replace(told(), total=True), told("Gunmen attacked villagers at dawn.", OTHER)
    assert "sums up" in str(contradiction(total, deed))
    assert contradiction(total, replace(deed, total=True)) is None
    assert contradiction(deed, told()) is None


def test_what_was_called_off_was_done_only_where_reports_differ_on_its_day() -> None:
    fields: dict[str, Any] = {
        "act": "CONSULT",
        "frame": "consult.meet",
        "actors": ("Kenya",),
        "recipients": ("Uganda",),
    }
    off = told("The meeting was called off.", status="cancelled", on="2024-03-04", **fields)
    months = told("Kenya and Uganda have negotiated.", OTHER, on=None, where=None, **fields)
    assert "called off" in str(contradiction(off, months))
    assert contradiction(off, told("Kenya met Uganda.", OTHER, on="2024-03-04", **fields)) is None
    assert (
        contradiction(
            off, told("Kenya is to meet Uganda.", OTHER, on=None, status="planned", trigger="attacked", **fields)
        )
        is None
    )


def test_what_dozens_say_is_not_what_one_of_them_says() -> None:
    fields: dict[str, Any] = {
        "act": "ACCUSE",
        "frame": "accuse.accuse",
        "trigger": "accused",
        "where": None,
        "on": None,
    }
    crowd = told("Dozens of witnesses accused Otieno.", actors=("witnesses",), recipients=("Peter Otieno",), **fields)
    crowd = replace(crowd, actors=(replace(crowd.actors[0], vague=True, many=True),))
    one = told("Wanjiru accused Otieno.", OTHER, actors=("Amina Wanjiru",), recipients=("Peter Otieno",), **fields)
    assert contradiction(crowd, one) == "witnesses are many, and Amina Wanjiru is one"
    assert contradiction(crowd, replace(one, actors=crowd.actors)) is None


def test_a_week_is_no_day_of_another_week() -> None:
    def last(start: str, end: str) -> TimeMention:
        return day(start, end, granularity="week")

    strikes = told(on=last("2024-02-19", "2024-02-25"), where=None)
    raid = told("Gunmen raided the market.", OTHER, on="2024-03-04", where=None)
    assert contradiction(strikes, raid) == "8 days apart"
    assert contradiction(told(on=last("2024-02-26", "2024-03-03"), where=None), raid) is None  # the day after that week
    month = told(on=day("2024-01-01", "2024-02-25", granularity="quarter"), where=None)
    assert contradiction(month, raid) is None


def test_blows_of_the_hand_are_no_bombs_unless_somebody_is_hit_in_both() -> None:
    beaten = told(actors=("Amina Wanjiru",), recipients=("Peter Otieno",), frame="assault.beat", trigger="beaten")
    bombed = told("A bomb went off.", OTHER, recipients=("Norway",), frame="assault.explosives", trigger="bombed")
    assert "two kinds of deed" in str(contradiction(beaten, bombed))
    same = told("A bomb went off.", OTHER, recipients=("Peter Otieno",), frame="assault.explosives", trigger="bombed")
    assert contradiction(beaten, same) is None


def test_a_denial_needs_a_party_or_the_words_of_what_it_denies() -> None:
    denied = {"status": "denied", "recipients": ("Norway",), "actors": ()}
    shot = told("Police fired at the crowd.", OTHER, actors=("police",), recipients=(), trigger="fired")
    assert (
        contradiction(told(trigger="harmed", frame=None, **denied), shot)
        == "what is denied has no party of what is told"
    )
    assert contradiction(told(trigger="fired", frame=None, **denied), shot) is None
    hit = told("Norway's post was hit.", OTHER, recipients=("Norway",), trigger="hit")
    assert contradiction(told(trigger="harmed", frame=None, **denied), hit) is None


def test_fighters_held_are_none_of_the_villagers_carried_off() -> None:
    held = told(act="COERCE", frame="coerce.arrest", mode="arrest", trigger="detained", recipients=("al-Shabaab",))
    fields: dict[str, Any] = {"frame": "assault.abduct", "mode": "abduct", "trigger": "seized", "actors": ()}
    taken = told("Villagers were seized.", OTHER, recipients=("villagers",), **fields)
    assert "two sides" in str(contradiction(held, taken))
    assert contradiction(held, told("Fighters were seized.", OTHER, recipients=("gunmen",), **fields)) is None


def test_a_man_may_be_charged_in_one_report_and_named_and_accused_in_another() -> None:
    fields: dict[str, Any] = {"act": "ACCUSE", "actors": (), "where": None, "mode": "allege", "on": None}
    charged = told(
        "A man was charged with arson.", frame="accuse.charge", trigger="charged", recipients=("a man",), **fields
    )
    for who in ("Peter Otieno", "Joram Abuya"):  # whom the lists know, and whom they do not
        named = told(
            f"{who} is accused of arson.", OTHER, frame="accuse.accuse", trigger="accused", recipients=(who,), **fields
        )
        assert contradiction(charged, named) is None
    court = told(
        "Kenya is accused of neglect.", OTHER, frame="accuse.accuse", trigger="accused", recipients=("Kenya",), **fields
    )
    assert contradiction(charged, court) == "no party and no word in common"


STATEMENT = (
    "Norway profoundly regrets the drowning of eleven passengers and two Sandvik pilots off Mombasa, Wanjiru said."
)
REWORDED = "Norway profoundly regrets the drowning of eleven passengers and two Sandvik pilots off Mombasa, Wanjiru said on Monday."


def test_a_statement_is_found_and_known_again_whenever_it_is_printed() -> None:
    fields: dict[str, Any] = {
        "act": "SUPPORT",
        "frame": "support.condole",
        "trigger": "regrets",
        "on": None,
        "where": None,
    }
    first = told(STATEMENT, actors=("Norway",), recipients=(), **fields)
    later = told(REWORDED, {"published": "2024-03-21", **OTHER}, actors=("Norway",), recipients=(), **fields)
    assert keys(first) & keys(later)
    value = dict(zip(FEATURES, features(first, later), strict=True))["same sentence"]
    assert 0 < value < 1
    short = told(
        "Norway regrets it.", {"published": "2024-03-21", **OTHER}, actors=("Norway",), recipients=(), **fields
    )
    assert not keys(first) & keys(short)
    assert dict(zip(FEATURES, features(first, short), strict=True))["same sentence"] == 0


def test_two_counts_of_captives_are_further_apart_than_two_of_the_dead() -> None:
    def differ(frame: str, act: str) -> float:
        one, other = (
            told(
                "Raiders were met.",
                OTHER if n else None,
                act=act,
                frame=frame,
                numbers=(number(23 + 3 * n, "pirates"),),
            )
            for n in (0, 1)
        )
        return dict(zip(FEATURES, features(one, other), strict=True))["numbers differ"]

    assert differ("coerce.arrest", "COERCE") > differ("assault.kill", "ASSAULT") > 0


def test_captured_and_arrested_count_the_same_people() -> None:
    one = told(act="COERCE", frame="coerce.arrest", numbers=(number(23, "pirates"),))
    other = told("Pirates were met.", OTHER, frame="assault.abduct", mode="abduct", numbers=(number(23, "pirates"),))
    assert dict(zip(FEATURES, features(one, other), strict=True))["numbers agree"] == 1


def test_sentences_that_say_little_do_not_keep_two_groups_apart() -> None:
    """The three claims of one report and the two of another: one pair is surely one deed, most say little against it."""
    likely = {("a1", "b1"): 4.0, ("a2", "b2"): 2.0}
    members = ["a1", "a2", "a3", "b1", "b2"]
    within = dict.fromkeys([("a1", "a2"), ("a1", "a3"), ("a2", "a3"), ("b1", "b2")], 5.0)

    def score(one: str, other: str) -> float:
        return likely.get((one, other), within.get((one, other), -1.0))

    edges = {m: [o for o in members if o != m] for m in members}
    assert cluster(members, edges, score, report_of=lambda m: m[0]) == [tuple(members)]
    # … but where nothing but one pair speaks for it, the average does
    likely.pop(("a2", "b2"))
    likely["a1", "b1"] = 1.0
    assert len(cluster(members, edges, score, report_of=lambda m: m[0])) == 2


def test_a_deed_of_a_day_is_no_sum_of_a_long_war() -> None:
    text = "Nine villagers were killed in the 12-year war."
    assert is_total(of_sentence(text, "killed"))
    assert not is_total(of_sentence(text, "killed", on="2024-03-04"))


def test_one_voice_does_not_deny_what_it_tells() -> None:
    article = report("Kenya denied that its jeeps were used. It told of the rescue.")

    def apart(denier: str | None, teller: str | None) -> bool:
        one, other = (
            profile(claim(article, actors=(), recipients=("villagers",), status=status, said=said), article, {})
            for status, said in (("denied", (denier,) if denier else ()), ("occurred", (teller,) if teller else ()))
        )
        return "one voice" in (contradiction(one, other) or "")

    assert apart(None, None)
    assert apart("Kenya", "Kenya")
    assert not apart("Kenya", "villagers")
    assert not apart("Kenya", None)


def test_what_a_writer_says_was_not_done_on_no_day_answers_nobody() -> None:
    text = "Norway has not attacked any village."
    fields = {"actors": ("Norway",), "recipients": ("villagers",), "where": None}
    done = told(**fields)
    assert "on no day" in (contradiction(told(text, OTHER, status="denied", on=None, **fields), done) or "")
    assert contradiction(told(text, OTHER, status="denied", on="2024-03-04", **fields), done) is None
    assert contradiction(told(text, OTHER, status="denied", on=None, said=("Norway",), **fields), done) is None


def test_what_the_police_do_to_attackers_is_not_what_the_attackers_do() -> None:
    attack = told(actors=("al-Shabaab",))
    repulsed = told("Police repulsed them near Garissa.", OTHER, actors=("police",), recipients=())
    assert "strikes in one" in (contradiction(attack, repulsed) or "")
    # two sides may be blamed for one deed
    blamed = told("Police attacked villagers near Garissa.", OTHER, actors=("police",))
    assert contradiction(attack, blamed) is None
