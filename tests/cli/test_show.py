"""`dragoman show CLAIM --why` on an archive of our own sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import dragoman
from dragoman.cli.app import app
from dragoman.pipeline import rematch
from dragoman.records import Judgement
from tests.factories import attack, day, make_article, meeting


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    path = tmp_path_factory.mktemp("show") / "news.db"
    coder = dragoman.load()
    article = dragoman.Article.from_text(
        "Police in Lima arrested two students on Friday, a judge said.",
        published="2024-05-04",
        publisher="The Fjord Post",
    )
    claims = coder.code(article)
    with dragoman.Archive(path) as store:
        store.add(article, claims, coder_version="1")
        store.judge(Judgement("j1", "accept", (claims[0].id,), "ana", "2024-05-05T00:00:00Z", "read the verdict"))
    return path, claims[0].id


def shown(*words: str) -> str:
    result = CliRunner().invoke(app, ["show", *words])
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def test_why_answers_the_questions_of_a_newcomer(archive: tuple[Path, str]):
    path, claim = archive
    text = shown(claim, "-a", str(path), "--why")
    for question in ("Which words?", "Did it happen?", "Who, and towards whom?", "Who says so?", "How sure is it?"):
        assert question in text
    assert "“arrested”" in text
    assert "No word in the sentence plans" in text
    assert "“a judge”" in text


def test_without_why_there_is_no_explanation_but_the_judgements(archive: tuple[Path, str]):
    path, claim = archive
    text = shown(claim, "-a", str(path))
    assert "Which words?" not in text
    assert "accept by ana" in text
    assert "read the verdict" in text


def test_an_event_says_who_denies_which_claims(tmp_path: Path):
    path = tmp_path / "news.db"
    one, other = make_article(), make_article(publisher="Savanna Times", published="2024-03-06", title="No convoy")
    with dragoman.Archive(path) as store:
        store.add(one, [attack(one, id="c-raid")], coder_version="1")
        store.add(other, [attack(other, id="c-denial", status="denied")], coder_version="1")
        rematch(store)
        event = store.event_of_claim("c-raid")
        assert event is not None
        assert [(d.claim_id, d.denies) for d in event.denials] == [("c-denial", ("c-raid",))]
    text = shown(event.id, "-a", str(path))
    assert "denied by Kenyan police, 2024-03-06 [c-denial]: denies what Kenyan police reported [c-raid]" in text


def test_an_overdue_plan_is_listed_and_shown_as_not_confirmed(tmp_path: Path):
    path = tmp_path / "news.db"
    plan, later = make_article(), make_article("Rain fell in Nairobi.", published="2024-03-20")
    with dragoman.Archive(path) as store:
        store.add(
            plan,
            [
                meeting(
                    plan, id="c-plan", status="planned", plover="AGREE", time=day(plan.text, "on Monday", "2024-03-11")
                )
            ],
            coder_version="1",
        )
        rematch(store)
        (event,) = store.events()
        assert event.status == "planned"
        store.add(later, [], coder_version="1")
        rematch(store)
    assert "expected, not confirmed" in shown(event.id, "-a", str(path))
    listed = CliRunner().invoke(app, ["events", "-a", str(path), "--status", "expected, not confirmed", "-f", "jsonl"])
    assert event.id in listed.output


def test_a_report_that_names_no_outlet_goes_by_its_title_and_figures_are_read_out(tmp_path: Path):
    path = tmp_path / "news.db"
    one = make_article(publisher=None, title="Convoy attacked near Garissa")
    with dragoman.Archive(path) as store:
        store.add(one, [attack(one, id="c-raid", attribution=())], coder_version="1")
        rematch(store)
        event = store.event_of_claim("c-raid")
        assert event is not None
        assert one.id in event.independent_sources
    text = shown(event.id, "-a", str(path))
    assert "independent 1: “Convoy attacked near Garissa”" in text
    assert "occurred “Convoy attacked near Garissa” [c-raid]" in text
    assert "number at least 3 wounded" in text
    assert one.id not in text.split("Claims")[0]
    assert "number at least 3 wounded — “at least 3”" in shown("c-raid", "-a", str(path))


def test_a_time_without_words_is_explained_in_one_sentence(tmp_path: Path):
    path = tmp_path / "news.db"
    one = make_article()
    with dragoman.Archive(path) as store:
        store.add(one, [attack(one, id="c-raid")], coder_version="1")
    text = shown("c-raid", "-a", str(path), "--why")
    assert "Not told in words: on 5 March 2024, to the day; the day of the report stands in. The reason: " in text
