"""The brief: plain sentences, each footnoted, and nothing in them that no cited claim holds."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman.cli.telling import tellings
from dragoman.codebook.types import load_types
from dragoman.pipeline import add_articles, rematch
from dragoman.reading import read_sources
from dragoman.records import Article, Claim, Conflict, Party, Speaker
from dragoman.views.brief import UNCONFIRMED, Brief, Telling, write_brief
from dragoman.views.phrases import phrase
from tests.factories import attack, day, make_article, make_event, meeting

ARTICLE = make_article()
DOSSIER = Path(__file__).resolve().parents[2] / "examples" / "dossier"


def told(*claims: Claim, articles: tuple[Article, ...] = (ARTICLE,), **fields: Any) -> Telling:
    return Telling(make_event("e1", list(claims), **fields), claims, {a.id: a for a in articles})


def text(brief: Brief) -> str:
    return " ".join(line.text for line in brief.lines)


def test_a_sentence_says_who_did_what_to_whom_when_where_and_who_says_so():
    brief = write_brief([told(meeting(ARTICLE))], 5)
    assert [(line.section, line.text, line.notes) for line in brief.lines] == [
        (
            "What happened",
            "On 4 March 2024, Kari Bråten paid a visit to Kenya in Nairobi, according to the Ministry of Trade of Norway.",
            (1,),
        )
    ]
    (note,) = brief.notes
    assert note.quote == ARTICLE.text[note.start : note.end]
    assert "Kari Bråten met a Kenyan delegation" in note.quote


def test_a_day_known_only_from_the_publication_date_is_not_given_as_the_day_of_the_act():
    assert text(write_brief([told(attack(ARTICLE), start="2024-03-05", end="2024-03-05")], 5)).startswith(
        "As reported on 5 March 2024, gunmen of Kenya carried out a shooting attack on a convoy in Garissa"
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (
            "planned",
            "As reported on 5 March 2024, Kari Bråten planned to pay a visit to Kenya in Nairobi, on 4 March 2024,",
        ),
        ("offered", "Kari Bråten offered to pay a visit to Kenya"),
        ("requested", "Kari Bråten asked Kenya for a visit"),
        ("threatened", "Kari Bråten threatened to pay a visit to Kenya"),
        ("refused", "Kari Bråten turned down Kenya and would not pay a visit"),
        ("denied", "it was denied that Kari Bråten paid a visit to Kenya"),
        ("cancelled", "plans for Kari Bråten to pay a visit to Kenya in Nairobi were called off or put off"),
        ("failed", "Kari Bråten tried to pay a visit to Kenya"),
        ("hypothetical", "it was said that Kari Bråten might pay a visit to Kenya"),
    ],
)
def test_the_status_decides_the_sentence(status: str, expected: str):
    claim = meeting(ARTICLE, status=status)
    written = text(write_brief([told(claim, status=status)], 5))
    assert expected.replace(" in Nairobi were", " were") in written.replace(" in Nairobi were", " were")
    assert "paid a visit" not in written or status == "denied"


def test_what_was_expected_and_never_told_as_done_says_so():
    claim = meeting(ARTICLE, status="planned")
    assert "no report here confirms" in text(write_brief([told(claim, status=UNCONFIRMED)], 5))


def test_an_unsaid_actor_stays_unsaid_and_a_pronoun_names_nobody():
    pronoun = replace(meeting(ARTICLE).actors[0], text="They", grounding=None)
    for actors in ((), (pronoun,)):
        written = text(write_brief([told(meeting(ARTICLE, actors=actors))], 5))
        assert "a visit to Kenya in Nairobi took place, without word of who acted" in written
        assert "They" not in written


def test_figures_denials_and_differences_are_told_with_their_own_notes():
    other = make_article(publisher="Savanna Times", published="2024-03-06")
    one, two, denial = attack(ARTICLE, id="a"), attack(other, id="b"), attack(other, id="c", status="denied")
    telling = told(
        one, two, denial, articles=(ARTICLE, other), start="2024-03-05", end="2024-03-05",
        conflicts=(Conflict("day", (("2024-03-05", ("a",)), ("2024-03-06", ("b",)))),),
    )  # fmt: skip
    lines = {line.text: line.notes for line in write_brief([telling], 5).lines}
    assert lines["Figures told: at least 3 wounded."] == (1,)
    assert lines["It was denied by the Kenyan police."] == (2,)
    assert lines["The reports differ on the day: 5 March 2024 or 6 March 2024."] == (1, 2)


def test_names_of_different_tellings_are_not_joined():
    other = make_article(publisher="Savanna Times", published="2024-03-06")
    one, two = attack(ARTICLE, id="a"), attack(other, id="b", actors=meeting(other).actors)
    brief = write_brief([told(one, two, articles=(ARTICLE, other), start="2024-03-05", end="2024-03-05")], 5)
    assert "gunmen of Kenya carried out" in brief.lines[0].text or "Kari Bråten carried out" in brief.lines[0].text
    assert not ("gunmen" in brief.lines[0].text and "Bråten" in brief.lines[0].text)
    assert len(brief.lines[0].notes) == 1


def test_an_announcement_counts_only_if_it_came_first():
    early = make_article(published="2024-03-01", publisher="Savanna Times")
    plan = meeting(early, id="p", status="planned")
    done = meeting(ARTICLE, id="d")
    assert "It had been announced in a report of 1 March 2024." in text(
        write_brief([told(done, plan, articles=(ARTICLE, early))], 5)
    )
    late = make_article(published="2024-03-09", publisher="Savanna Times")
    after = meeting(late, id="p", status="planned")
    assert "announced" not in text(write_brief([told(done, after, articles=(ARTICLE, late))], 5))


def test_the_best_supported_events_come_in_and_the_rest_are_counted():
    weak = told(meeting(ARTICLE, id="w"))
    strong = replace(weak, event=replace(weak.event, id="e2", independent_sources=("a", "b"), start="2024-05-01"))
    brief = write_brief([weak, strong], 1)
    assert {line.event_id for line in brief.lines} == {"e2"}
    assert brief.left_out == 1


def test_one_party_is_not_named_as_its_own_source():
    claim = meeting(ARTICLE)
    own = replace(claim, attribution=(replace(claim.attribution[0], grounding=claim.actors[0].grounding),))
    assert "according to" not in text(write_brief([told(own)], 5))


def test_every_type_and_mode_is_worded_with_and_without_a_recipient():
    for event_type in load_types().types.values():
        for mode in (None, *event_type.modes):
            wording = phrase(event_type.name, mode)
            for form in ("did", "do", "noun"):
                assert not set("[]{}|") & set(wording.filled(form) + wording.filled(form, "Kenya"))
            assert "Kenya" in wording.filled("did", "Kenya")
            assert "  " not in wording.filled("did")


def test_an_act_of_an_own_codebook_is_worded_plainly():
    assert phrase("COERCE", "boarding", "boarding").filled("did", "Kenya") == "took part in boarding concerning Kenya"


def test_a_month_stays_a_month():
    claim = meeting(ARTICLE, time=day(ARTICLE.text, "on Monday", "2024-03-01", "2024-03-31"))
    assert claim.time is not None
    value = replace(claim.time.grounding.choice, granularity="month")
    claim = replace(claim, time=replace(claim.time, grounding=replace(claim.time.grounding, choice=value)))
    assert text(write_brief([told(claim)], 5)).startswith("In March 2024, ")


@pytest.mark.slow
def test_nothing_stands_in_a_brief_of_the_dossier_that_its_notes_do_not_hold(tmp_path: Path):
    """Every name, number and month in every sentence is found in a claim or the day of a report it cites."""
    coder = dragoman.load()
    articles = [a for a in read_sources([str(DOSSIER)], coder.settings) if isinstance(a, Article)]
    with dragoman.Archive(tmp_path / "d.db") as store:
        for _ in add_articles(coder, articles, store):
            pass
        rematch(store)
        brief = write_brief(list(tellings(store, store.events())), 500)
        claims = {c.id: c for c in store.claims()}
    by_id = {a.id: a for a in articles}
    assert len(brief.lines) > 60
    for note in brief.notes:
        assert note.quote == by_id[note.article_id].text[note.start : note.end]
    for line in brief.lines:
        assert line.notes, line.text
        cited = [brief.notes[n - 1] for n in line.notes]
        held = " ".join(_held(claims[c], by_id[n.article_id]) for n in cited for c in n.claims if c in claims)
        for word in re.findall(r"\b(?:[A-Z]\w+|\d[\d,]*)\b", line.text):
            assert word in held or word in _SCAFFOLD, (word, line.text)


_SCAFFOLD = {"On", "In", "As", "Between", "From", "By", "It", "Figures", "The"}


def _held(claim: Claim, article: Article) -> str:
    from dragoman.views.english import day_text

    parties: list[Party | Speaker] = [*claim.actors, *claim.recipients, *claim.attribution]
    parts = [x for p in parties for x in (p.text, p.name)] + [x for n in claim.numbers for x in (n.text, n.of)]
    days = [article.published]
    if claim.time is not None:
        days += [claim.time.grounding.choice.start, claim.time.grounding.choice.end]
    if claim.place is not None:
        parts += [claim.place.text, claim.place.grounding.choice.name if claim.place.grounding else None]
    return " ".join([p for p in parts if p] + [day_text(d) for d in days if d])
