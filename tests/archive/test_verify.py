"""Each way an archive can be wrong is found and named. The tests break a sound archive by force."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.archive import Archive
from dragoman.matching import match_shelf
from dragoman.records import Claim, Quote, Span
from tests.factories import attack, coded, make_article, make_event, meeting, party


@pytest.fixture
def filled(path: Path) -> Path:
    article, claims = coded(url="https://fjord-post.example/nairobi")
    with Archive(path) as archive:
        archive.add(article, claims, coder_version="1")
        archive.store_events([make_event("e1", claims)])
        assert list(archive.verify()) == []
    return path


def force(path: Path, statement: str) -> None:
    """Run a statement as a foreign tool might: without our triggers and without foreign keys."""
    db = sqlite3.connect(path, isolation_level=None)
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.execute(statement)
    db.close()


@pytest.mark.parametrize(
    ("damage", "kind", "words"),
    [
        ("UPDATE articles SET text = replace(text, 'Gunmen', 'Clowns')", "article", "hash"),
        ("UPDATE articles SET text = replace(text, 'Gunmen', 'Clowns')", "span", "Clowns"),
        ("UPDATE articles SET text = substr(text, 1, 50)", "span", "outside the text"),
        ("UPDATE articles SET published = '2024-03-09'", "article", "hash"),
        ("UPDATE articles SET superseded_at = '2024', superseded_by = id", "reference", "newest version"),
        ("UPDATE claims SET json = 'no json'", "claim", "cannot be read back"),
        ("UPDATE claims SET json = '{}'", "claim", "cannot be read back"),
        ("UPDATE claims SET status = 'planned' WHERE plover = 'ASSAULT'", "columns", "status"),
        ("UPDATE claims SET json = replace(json, '\"occurred\"', '\"denied\"')", "columns", "status"),
        ("UPDATE claims SET json = replace(json, '\"Garissa\"', '\"Mombasa\"')", "span", "place"),
        ("DELETE FROM claim_parties WHERE role = 'speaker'", "columns", "claim_parties"),
        ("UPDATE claim_parties SET actor_id = 'state:NOR' WHERE role = 'recipient'", "columns", "claim_parties"),
        ("UPDATE claim_numbers SET value = 30", "columns", "claim_numbers"),
        ("DELETE FROM claims WHERE plover = 'ASSAULT'", "reference", "claims"),
        ("DELETE FROM codings", "reference", "codings"),
        ("DELETE FROM coders", "reference", "coders"),
        ("UPDATE claims SET evidence = 'Nothing happened.' WHERE plover = 'ASSAULT'", "index", "claims_fts"),
        ("INSERT INTO articles_fts (rowid, title, text) VALUES (99, 'ghost', 'ghost')", "index", "articles_fts"),
        ("INSERT INTO claim_places VALUES (99, 1, 1, 1, 1)", "index", "1 are too many"),
        ("UPDATE claim_places SET west = west - 9, east = east - 9", "index", "elsewhere"),
        ("DELETE FROM claim_places", "index", "missing"),
        ("UPDATE offices SET span_end = 99999", "span", "trade minister"),
        ("UPDATE offices SET article_id = 'gone'", "span", "article gone"),
        ("UPDATE events SET status = 'denied'", "event", "columns differ"),
        ("DELETE FROM event_claims", "event", "its claims"),
        ("UPDATE events SET json = '[]'", "event", "cannot be read back"),
    ],
)
def test_damage_is_found_and_named(filled: Path, damage: str, kind: str, words: str):
    force(filled, damage)
    with Archive(filled) as archive:
        problems = list(archive.verify())
    assert [problem for problem in problems if problem.kind == kind and words in str(problem)], problems


def test_progress_is_told_per_article(archive: Archive):
    for i in range(3):
        archive.add(*coded(title=f"Report {i}"), coder_version="1")
    told: list[tuple[int, int]] = []
    assert list(archive.verify(progress=lambda done, total: told.append((done, total)))) == []
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_verify_repairs_nothing_and_reads_only(filled: Path):
    force(filled, "UPDATE articles SET text = replace(text, 'Gunmen', 'Clowns')")
    with Archive(filled, readonly=True) as archive:
        first = list(archive.verify())
        assert first == list(archive.verify())
        assert {problem.kind for problem in first} >= {"article", "span"}


def wrong_head(claim: Claim) -> Claim:
    first = claim.actors[0]
    return replace(claim, actors=(replace(first, head_span=Span(0, 1)),))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda c: replace(c, trigger=Quote("met", c.trigger.span)), "trigger: the text at"),
        (lambda c: replace(c, evidence=Quote(c.evidence.text, Span(102, 198))), "evidence: "),
        (lambda c: replace(c, status_cue=Quote("reported", Span(-1, 7))), "status cue: "),
        (lambda c: replace(c, actors=(replace(c.actors[0], text="Soldiers"),)), "actor: "),
        (lambda c: replace(c, recipients=(replace(c.recipients[0], span=Span(124, 999)),)), "recipient: "),
        (lambda c: replace(c, status_holder=replace(c.status_holder, text="x")), "status holder: "),
        (lambda c: replace(c, numbers=(replace(c.numbers[0], text="30"),)), "number: "),
        (lambda c: replace(c, attribution=(replace(c.attribution[0], text="police"),)), "speaker: "),
        (lambda c: replace(c, attribution=(replace(c.attribution[0], cue="told"),)), "cue of the attribution: "),
        (lambda c: replace(c, place=replace(c.place, text="Garisa")), "place: "),
        (lambda c: replace(c, time=replace(c.time, text="today", span=Span(0, 5))), "time: "),
        (wrong_head, "actor: the head"),
    ],
)
def test_every_span_of_a_claim_is_checked(archive: Archive, change, words: str):
    article = make_article()
    archive.add(article, [meeting(article), change(attack(article))], coder_version="1")
    (problem,) = archive.verify()
    assert problem.kind == "span"
    assert problem.where == f"claim {article.id}-2 of article {article.id}"
    assert words in problem.what


def test_old_codings_and_versions_are_checked_too(archive: Archive):
    article = make_article()
    wrong = replace(attack(article), trigger=Quote("met", Span(0, 3)))
    archive.add(article, [wrong], coder_version="1")
    archive.recode(article, [attack(article), replace(meeting(article), actors=(party(article.text, "Gunmen"),))], "2")
    assert [problem.kind for problem in archive.verify()] == ["span"]


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        ("DELETE FROM match_keys WHERE key = (SELECT min(key) FROM match_keys)", "blocks of claims"),
        ("DELETE FROM match_links WHERE one < other", "links go one way"),
        ("DELETE FROM events WHERE id = (SELECT min(id) FROM events)", "in no event"),
    ],
)
def test_a_damaged_state_of_matching_is_found_and_made_anew(archive: Archive, damage: str, what: str):
    reports = [coded(publisher=name) for name in ("The Fjord Post", "Savanna Times")]
    for article, claims in reports:
        archive.add(article, claims, coder_version="1")

    def match(*, anew: bool = False) -> None:
        with archive.matching("1") as shelf:
            match_shelf(shelf, (), anew=anew)

    match()
    assert list(archive.verify()) == []
    with archive._store.write() as db:
        db.execute(damage)
    assert [what in problem.what for problem in archive.verify()] == [True]
    match(anew=True)
    assert list(archive.verify()) == []
