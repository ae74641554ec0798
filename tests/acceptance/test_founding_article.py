"""The founding article, read as a careful reader would. What is not reached yet is a strict xfail with its reason."""

from pathlib import Path

import pytest

import dragoman

SEED = Path(__file__).resolve().parents[3] / "shared" / "acceptance" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the founding article lies outside the project (../shared)")


@pytest.fixture(scope="module")
def reading():
    coder = dragoman.load()
    article = coder.read(next(SEED.glob("*.txt")))
    return article, coder.code(article)


def find(claims, act, status, actor=None, recipient=None):
    return [
        c
        for c in claims
        if c.act == act
        and c.status == status
        and (actor is None or actor in [p.name for p in c.actors])
        and (recipient is None or recipient in [p.name for p in c.recipients])
    ]


def test_the_article_record_is_clean(reading):
    article, _ = reading
    assert article.title == "Hamas delegation heads to Moscow, causing dissatisfaction in the Kremlin"
    assert article.published == "2024-06-23"
    assert article.byline is None
    assert not any(furniture in article.text for furniture in ("Leave a Reply", "Jul 8th", "By\n"))


def test_the_arrival_is_planned_by_ria_novosti(reading):
    claim = find(reading[1], "CONSULT", "planned", "Musa Abu Marzouk", "Government of Russia")[0]
    assert (claim.mode, claim.plover) == ("visit", "AGREE")
    assert claim.time.grounding.choice.start == "2024-06-24"
    assert claim.place.text == "Moscow"
    assert claim.attribution[0].name == "RIA Novosti"


def test_the_meeting_with_bogdanov_is_planned(reading):
    assert find(reading[1], "CONSULT", "planned", "Musa Abu Marzouk", "Mikhail Bogdanov")[0].plover == "AGREE"


def test_the_ministry_asks_for_the_release_of_three(reading):
    claim = find(reading[1], "RETREAT", "requested", "Ministry of Foreign Affairs (Russia)")[0]
    assert claim.plover == "REQUEST"
    assert [(n.value, n.of) for n in claim.numbers] == [(3.0, "Russian citizens")]


def test_the_rescue_at_nuseirat_happened(reading):
    claim = find(reading[1], "AID", "occurred")[0]
    assert claim.actors[0].country == "ISR"
    assert "MIL" in claim.actors[0].sectors
    assert claim.time.grounding.choice.start == "2024-06-08"
    assert claim.place.text == "Nuseirat"
    assert claim.place.grounding.choice.country == "PSE"
    assert [(n.value, n.of) for n in claim.numbers] == [(1.0, "hostages")]


def test_past_visits_are_background(reading):
    visits = [c for c in find(reading[1], "CONSULT", "occurred", "Hamas", "Government of Russia") if c.mode == "visit"]
    assert visits
    assert all(c.historical and c.place.text == "Moscow" for c in visits)


@pytest.mark.xfail(strict=True, reason="'have maintained regular contacts' is coded as occurred, not as ongoing")
@pytest.mark.parametrize("group", ["Hamas", "Islamic Jihad"])
def test_contacts_go_on(reading, group):
    assert [c for c in find(reading[1], "CONSULT", "ongoing", "Government of Russia", group) if c.historical]


@pytest.mark.xfail(strict=True, reason="'unable to satisfy' reaches down to 'captured', which is coded as failed")
def test_russian_citizens_were_captured_in_gaza(reading):
    assert [
        c
        for c in find(reading[1], "ASSAULT", "occurred")
        if any("Russian citizens" in p.text for p in c.recipients) and c.place is not None and "Gaza" in c.place.text
    ]


def test_nobody_released_the_three_russians(reading):
    assert not find(reading[1], "RETREAT", "occurred")


def test_no_label_becomes_an_identity(reading):
    names = [p.name or "" for c in reading[1] for p in (*c.actors, *c.recipients)]
    assert not any("terrorist" in name.lower() for name in names)


def test_every_span_says_what_it_should(reading):
    article, claims = reading
    for claim in claims:
        for part in (claim.trigger, claim.evidence, *claim.actors, *claim.recipients, *claim.numbers):
            assert article.text[slice(*part.span)] == part.text


@pytest.mark.xfail(
    strict=True, reason="'his second meeting' re-tells the planned meeting and is coded as one that occurred"
)
def test_no_meeting_of_now_is_told_as_done(reading):
    assert not [c for c in find(reading[1], "CONSULT", "occurred") if not c.historical]


@pytest.mark.xfail(
    strict=True, reason="gratitude is not yet coded: the classifier drops the frame's claim or the frame misses"
)
def test_hamas_thanks_the_russian_leadership(reading):
    assert [c for c in reading[1] if c.plover == "SUPPORT" and "Hamas" in [p.name for p in c.actors]]


@pytest.mark.xfail(
    strict=True, reason="'unable to satisfy the request for the release' is not read as a request to Hamas"
)
def test_the_kremlins_request_to_hamas(reading):
    assert [c for c in reading[1] if c.plover == "REQUEST" and "Hamas" in [p.name for p in c.recipients]]


@pytest.mark.xfail(
    strict=True, reason="agentless nouns ('reports about the abuse of hostages') are dropped as mere mentions"
)
def test_reports_of_abuse_are_attributed(reading):
    assert [c for c in reading[1] if c.attribution and c.attribution[0].text == "Reports"]


@pytest.mark.xfail(
    strict=True, reason="a noun act without a named party ('planned meetings at the ministry') is not yet coded"
)
def test_the_publication_mentions_meetings_at_the_ministry(reading):
    assert [c for c in reading[1] if "planned meetings" in c.evidence.text]
