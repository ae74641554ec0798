"""A denial is linked to the claims it denies, not to all that the event holds."""

from __future__ import annotations

from dragoman.matching import Matcher, match_claims
from dragoman.records import Claim, Denial, Event, Judgement
from tests.matching.build import ATTACK, claim, number, report

RAID = "Police raided the port of Garissa"


def one_event(*claims: Claim, texts: tuple[str, ...]) -> Event:
    """The event of claims that are judged to be one."""
    first = claims[0].id
    same = [Judgement(f"j{n}", "same", (first, c.id), "me", "2024") for n, c in enumerate(claims[1:])]
    matcher = Matcher(same)
    matcher.add(claims, [report(t, publisher=f"P{n}") for n, t in enumerate(texts)])
    (event,) = matcher.events()
    return event


def test_a_denial_names_the_claims_it_denies_and_who_told_them() -> None:
    texts = ("Gunmen attacked the market of Garissa", "The gunmen denied that they attacked the market of Garissa")
    pages = [report(t, publisher=f"P{n}") for n, t in enumerate(texts)]
    told, denied = claim(pages[0], said=("police",)), claim(pages[1], status="denied", said=("al-Shabaab",))
    event = one_event(told, denied, texts=texts)
    assert event.denials == (Denial(denied.id, "al-Shabaab", "2024-03-05", (told.id,), ("Police (Kenya)",)),)


def test_of_several_deeds_the_one_that_is_meant_is_denied() -> None:
    texts = (
        "Gunmen killed Amina Wanjiru in Garissa",
        "Bandits killed Peter Otieno in Wajir",
        "The gunmen denied killing Amina Wanjiru in Garissa",
    )
    pages = [report(t, publisher=f"P{n}") for n, t in enumerate(texts)]
    meant = claim(pages[0], recipients=("Amina Wanjiru",), numbers=(number(1),))
    other = claim(pages[1], actors=("masked men",), recipients=("Peter Otieno",), where="Wajir")
    denied = claim(pages[2], status="denied", recipients=("Amina Wanjiru",))
    event = one_event(meant, other, denied, texts=texts)
    assert [d.denies for d in event.denials] == [(meant.id,)]


def test_what_the_report_of_the_denial_tells_is_denied_before_what_others_tell() -> None:
    texts = ("Gunmen attacked the market of Garissa", "Raiders killed three captives in Garissa. The gunmen denied it")
    pages = [report(t, publisher=f"P{n}") for n, t in enumerate(texts)]
    other, beside = claim(pages[0]), claim(pages[1], 0, words="Raiders killed three captives in Garissa", recipients=())
    denied = claim(pages[1], 1, status="denied", words="The gunmen denied it")
    event = one_event(other, beside, denied, texts=texts)
    assert [d.denies for d in event.denials] == [(beside.id,)]


def test_a_denial_of_what_nobody_tells_stands_alone() -> None:
    page = report("The gunmen denied that they attacked the market of Garissa")
    denied = claim(page, status="denied")
    (event,) = _matched(denied, page.text)
    assert event.denials == (Denial(denied.id, "gunmen (Kenya)", "2024-03-05", (), ()),)
    assert event.denied_by == ("gunmen (Kenya)",)


def test_two_deniers_deny_in_the_plural() -> None:
    texts = (
        "Gunmen attacked the market of Garissa",
        "Gunmen attacked the market, police deny",
        "Gunmen attacked no market",
    )
    pages = [report(t, publisher=f"P{n}") for n, t in enumerate(texts)]
    claims = [
        claim(pages[0]),
        claim(pages[1], status="denied", said=("police",)),
        claim(pages[2], status="denied", said=("al-Shabaab",)),
    ]
    event = one_event(*claims, texts=texts)
    (conflict,) = (c for c in event.conflicts if c.field == "status")
    assert conflict.note == "Police (Kenya), al-Shabaab deny what P0 reported"


def _matched(one: Claim, text: str) -> list[Event]:
    matcher = Matcher()
    matcher.add([one], [report(text)])
    return matcher.events()


def test_one_denier_in_two_spellings_is_one() -> None:
    words = [("The patrol", "B", "."), ("the patrol", "C", "!")]
    deed = report(ATTACK)
    made = [claim(deed)]
    reports = [deed]
    for name, publisher, mark in words:
        reports.append(report(ATTACK + mark, publisher=publisher))
        made.append(claim(reports[-1], status="denied", said=(name,)))
    (event,) = match_claims(made, reports)
    assert len(event.denied_by) == 1
