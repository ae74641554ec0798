from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.archive import Archive
from dragoman.errors import ArchiveError
from dragoman.records import Judgement
from tests.factories import coded

ARTICLE, CLAIMS = coded()
ONE, TWO = (claim.id for claim in CLAIMS)
SAME = Judgement("j1", "same", (ONE, TWO), "ana", "2024-03-06T10:00:00Z", "one story")
CORRECT = Judgement("j2", "correct", (ONE,), "ben", "2024-03-06T11:00:00Z", "", "numbers", [{"value": 3, "of": "é"}])
UNDO = Judgement("j3", "undo", ("j1",), "ana", "2024-03-06T12:00:00Z", "read it again")


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(ARTICLE, CLAIMS, coder_version="1")
    return archive


def test_judgements_come_back_in_order_and_whole(filled: Archive):
    assert filled.judge(SAME)
    assert filled.judge(CORRECT)
    assert list(filled.judgements()) == [SAME, CORRECT]
    assert list(filled.judgements(subject=TWO)) == [SAME]


def test_the_very_same_judgement_counts_once(filled: Archive):
    assert filled.judge(SAME)
    assert not filled.judge(SAME)
    assert list(filled.judgements()) == [SAME]
    with pytest.raises(ArchiveError, match="another judgement has this id"):
        filled.judge(replace(SAME, why="something else"))


def test_undoing_is_a_judgement_of_its_own(filled: Archive):
    for judgement in (SAME, CORRECT, UNDO):
        filled.judge(judgement)
    assert list(filled.judgements()) == [SAME, CORRECT, UNDO]
    assert list(filled.judgements(standing=True)) == [CORRECT]
    with pytest.raises(ArchiveError, match="undone already"):
        filled.judge(replace(UNDO, id="j4"))


def test_judgements_survive_recoding(filled: Archive):
    filled.judge(SAME)
    filled.recode(ARTICLE, [], "2")
    assert list(filled.judgements(standing=True)) == [SAME]
    filled.judge(replace(CORRECT, id="j9"))  # a superseded claim may still be judged


@pytest.mark.parametrize(
    ("judgement", "message"),
    [
        (replace(SAME, verdict="maybe"), "no verdict 'maybe'"),
        (replace(SAME, subjects=(ONE,)), "2 different"),
        (replace(SAME, subjects=(ONE, ONE)), "2 different"),
        (replace(SAME, subjects=(ONE, "gone")), "no such claim"),
        (replace(SAME, field="status"), "names a field"),
        (replace(CORRECT, field=None), "names a field"),
        (replace(UNDO, subjects=("gone",)), "no such judgement"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(filled: Archive, judgement: Judgement, message: str):
    with pytest.raises(ArchiveError, match=message):
        filled.judge(judgement)
    assert list(filled.judgements()) == []


def test_an_undoing_cannot_be_undone(filled: Archive):
    filled.judge(SAME)
    filled.judge(UNDO)
    with pytest.raises(ArchiveError, match="no such judgement"):
        filled.judge(replace(UNDO, id="j4", subjects=("j3",)))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgements SET why = 'x'",
        "DELETE FROM judgements",
        "UPDATE judgement_subjects SET subject = 'x'",
        "DELETE FROM judgement_subjects",
    ],
)
def test_the_file_itself_forbids_editing_judgements(filled: Archive, statement: str):
    filled.judge(SAME)
    with pytest.raises(ArchiveError, match="append-only"), filled._store.write() as db:
        db.execute(statement)
    assert list(filled.judgements()) == [SAME]


def test_judgements_of_one_decision_are_all_kept_or_none(archive: Archive):
    article, claims = coded()
    archive.add(article, claims, coder_version="1")
    one, other = (c.id for c in claims)
    good = Judgement("j1.1", "same", (one, other), "ana", "2024-03-06T12:00:00Z", "one visit")
    bad = Judgement("j1.2", "same", (one, "nobody's"), "ana", "2024-03-06T12:00:00Z", "one visit")
    with pytest.raises(ArchiveError, match="no such claim"):
        archive.judge_all([good, bad])
    assert list(archive.judgements()) == []
    assert archive.judge_all([good]) == 1
    assert archive.judge_all([good]) == 0
    assert list(archive.judgements()) == [good]
