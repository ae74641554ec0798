"""The founding article's parties come out as a careful reader takes them."""

import json
from pathlib import Path

import pytest

from dragoman.grounding.actors import find_actors, ground_span
from dragoman.records import Article, Span

SEED = Path(__file__).resolve().parents[4] / "shared" / "acceptance" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the founding article (../shared/acceptance) is not here")


@pytest.fixture(scope="module")
def expected():
    return json.loads((SEED / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article(expected):
    page = next(SEED.glob("*.txt")).read_text(encoding="utf-8")
    body = page[page.index(expected["article"]["first_sentence_starts"]) :]
    body = body[: body.rindex("By\n")].rstrip()
    return Article.from_text(body, published=expected["article"]["published"], title=expected["article"]["title"])


@pytest.fixture(scope="module")
def mentions(article):
    return find_actors(article)


def _bare(text):
    return text.lower().removeprefix("the ")


def test_every_expected_actor_is_found_with_its_facts(expected, mentions):
    for want in expected["actors"]:
        found = [m for m in mentions if m.actor.name == want["name"]]
        assert found, want["name"]
        actor = found[0].actor
        assert actor.country == want.get("country", actor.country)
        assert set(want.get("sectors", [])) <= set(actor.sectors), want["name"]
        if "office" in want:
            office = next(o for o in actor.offices if o.title == want["office"])
            assert office.country == want["country"]
            assert office.as_of == expected["article"]["published"]
            assert office.affiliation == want.get("affiliation", office.affiliation)


def test_all_ways_of_naming_an_actor_lead_to_it(expected, article, mentions):
    for want in expected["actors"]:
        for written in want.get("same_as", []):
            if written.lower() not in article.text.lower():
                known = {name for m in mentions if m.actor.name == want["name"] for name in m.actor.aliases}
                assert written in known, written
                continue
            assert any(_bare(m.text) == _bare(written) and m.actor.name == want["name"] for m in mentions), written


def test_evidence_stands_where_it_says(article, mentions):
    for mention in mentions:
        assert article.text[slice(*mention.span)] == mention.text
        for office in mention.actor.offices:
            assert office.span is not None
            assert article.text[slice(*office.span)].replace("\n", " ") == office.title


def test_no_label_becomes_an_identity(mentions):
    assert not [m.actor for m in mentions if "terror" in (m.actor.name + m.actor.id).lower()]


@pytest.mark.parametrize(
    ("phrase", "head", "name", "country", "sector"),
    [
        ("the deputy head of the Hamas Politburo, Musa Abu Marzuk", "head", "Musa Abu Marzouk", "PSE", "REB"),
        ("the deputy head of the Hamas Politburo, Musa Abu Marzuk", None, "Musa Abu Marzouk", "PSE", "REB"),
        (
            "Deputy Minister of Foreign Affairs of the Russian Federation Mikhail Bogdanov",
            "Bogdanov",
            "Mikhail Bogdanov",
            "RUS",
            "GOV",
        ),
        ("Israeli special forces", "forces", "special forces (Israel)", "ISR", "MIL"),
        ("three Russian citizens", "citizens", "citizens (Russia)", "RUS", "CVL"),
        ("The publication", "publication", "RIA Novosti", "RUS", "JRN"),
        ("Hamas leadership", "leadership", "Hamas", "PSE", "REB"),
        ("the Russian leadership", "leadership", "Government of Russia", "RUS", "GOV"),
        ("the Kremlin’s", "Kremlin", "Government of Russia", "RUS", "GOV"),
        ("Hamas leaders", "leaders", "Hamas", "PSE", "REB"),
        ("Moscow", None, "Government of Russia", "RUS", "GOV"),
        ("the organization", None, "Hamas", "PSE", "REB"),
        ("Russian officials", "officials", "officials (Russia)", "RUS", "GOV"),
        ("terrorists in Gaza", "terrorists", "armed people (Gaza)", "PSE", "REB"),
    ],
)
def test_a_phrase_is_grounded_by_its_head(article, mentions, phrase, head, name, country, sector):
    start = article.text.index(phrase)
    span = Span(start, start + len(phrase))
    head_span = None
    if head is not None:
        at = start + phrase.index(head)
        head_span = Span(at, at + len(head))
    grounding = ground_span(article, span, mentions, head=head_span)
    assert grounding is not None
    assert (grounding.choice.name, grounding.choice.country) == (name, country)
    assert sector in grounding.choice.sectors
    assert 0 < grounding.score <= 1
    assert grounding.reason


def test_a_pronoun_takes_up_the_person_of_its_paragraph(article, mentions):
    at = article.text.index("he has been involved")
    grounding = ground_span(article, Span(at, at + 2), mentions)
    assert grounding is not None
    assert grounding.choice.name == "Musa Abu Marzouk"
