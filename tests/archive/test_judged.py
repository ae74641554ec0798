from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.archive import Archive
from dragoman.archive.judged import as_judged, check_correction
from dragoman.errors import ArchiveError
from dragoman.records import Judgement
from tests.factories import coded

ARTICLE, (MEETING, ATTACK) = coded()


def judgement(verdict: str, claim: str = MEETING.id, name: str = "j1", **fields: Any) -> Judgement:
    return Judgement(name, verdict, (claim,), "ana", "2024-03-06T10:00:00Z", "read it", **fields)


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(ARTICLE, [MEETING, ATTACK], coder_version="1")
    return archive


def test_without_judgements_all_claims_are_as_stored(filled: Archive):
    assert list(filled.judged_claims()) == list(filled.claims())


def test_a_rejected_claim_is_left_out_until_the_rejection_is_undone(filled: Archive):
    filled.judge(judgement("reject"))
    assert [c.id for c in filled.judged_claims()] == [ATTACK.id]
    assert len(list(filled.claims())) == 2  # it stays on record
    filled.judge(Judgement("j2", "undo", ("j1",), "ana", "2024-03-06T11:00:00Z", "too fast"))
    assert {c.id for c in filled.judged_claims()} == {MEETING.id, ATTACK.id}


def test_judgements_survive_recoding(filled: Archive):
    filled.judge(judgement("reject"))
    filled.recode(ARTICLE, [MEETING, ATTACK], "2")
    assert [c.id for c in filled.judged_claims()] == [ATTACK.id]


def test_the_later_of_accept_and_reject_counts():
    accept, reject = judgement("accept"), judgement("reject", name="j2")
    assert as_judged(MEETING, [accept, reject]) is None
    kept = as_judged(MEETING, [reject, accept])
    assert kept is not None
    assert kept.confidence == 1.0


def test_a_corrected_status_changes_the_type_class_and_score():
    claim = as_judged(MEETING, [judgement("correct", field="status", value="planned")])
    assert claim is not None
    assert (claim.status, claim.plover, claim.quad, claim.score) == ("planned", "AGREE", 1, 2.5)
    assert replace(claim, status=MEETING.status, plover="CONSULT", quad=1, score=MEETING.score) == MEETING


def test_a_corrected_act_brings_its_mode_and_score():
    claim = as_judged(ATTACK, [judgement("correct", field="act", value="COERCE/arrest")])
    assert claim is not None
    assert (claim.act, claim.mode, claim.plover, claim.score) == ("COERCE", "arrest", "COERCE", -7.0)


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("2024-06-22", ("2024-06-22", "2024-06-22", "day")),
        ("2024-06", ("2024-06-01", "2024-06-30", "month")),
        ("2024", ("2024-01-01", "2024-12-31", "year")),
    ],
)
def test_a_corrected_day_is_no_finer_than_given_and_says_who_set_it(value: str, interval: tuple[str, str, str]):
    claim = as_judged(MEETING, [judgement("correct", field="day", value=value)])
    assert claim is not None
    assert claim.time is not None
    day = claim.time.grounding.choice
    assert (day.start, day.end, day.granularity) == interval
    assert "ana" in claim.time.grounding.reason


def test_two_corrections_add_up():
    made = [judgement("correct", field="status", value="denied"), judgement("correct", field="historical", value=True)]
    claim = as_judged(MEETING, made)
    assert claim is not None
    assert (claim.status, claim.historical) == ("denied", True)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("status", "maybe", "no status"),
        ("act", "COERCE/flying", "no act"),
        ("act", "CRIME", "no act"),
        ("historical", "yes", "neither true nor false"),
        ("day", "22 June", "no date"),
        ("actors", "Kenya", "cannot be corrected"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(field: str, value: str, message: str):
    with pytest.raises(ArchiveError, match=message):
        check_correction(field, value)
