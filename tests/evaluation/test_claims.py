import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.claims import evaluate
from dragoman.evaluation.report import Report
from tests.evaluation.conftest import Canned, Write
from tests.factories import TEXT, attack, make_article, meeting

ARTICLE = make_article()
MEETING, ATTACK = meeting(ARTICLE), attack(ARTICLE)
MET = {
    "act": "CONSULT",
    "mode": "visit",
    "status": "occurred",
    "actor": "Kari Bråten",
    "recipient": "Kenya",
    "time": "2024-03-04",
    "place": "Nairobi",
}
ATTACKED = {
    "sentence": "attacked a convoy",
    "plover": "ASSAULT",
    "status": "occurred",
    "actor": "Gunmen",
    "recipient": "a convoy",
    "time": None,
    "place": "Garissa",
}


def measured(jsonl: Write, expected: list[dict[str, Any]], *found: Any, **more: Any) -> Report:
    return evaluate(cast(Any, Canned({TEXT: list(found)})), jsonl({"text": TEXT, "claims": expected, **more}))


def test_all_right(jsonl: Write) -> None:
    report = measured(jsonl, [MET, ATTACKED], MEETING, ATTACK)
    assert report.mistakes == ()
    assert report.value("claim F1") == 1.0
    assert report.value("paired claims right in every field") == 1.0
    # the day of publication alone is no time said: one time in the gold, one found
    assert report.value("time precision") == report.value("time recall") == 1.0


def test_confidence_is_held_against_what_is_right(jsonl: Write) -> None:
    found = [replace(MEETING, confidence=0.8), replace(ATTACK, confidence=1.0, status="planned")]
    report = measured(jsonl, [MET, ATTACKED], *found)
    assert report.value("calibration error of confidence") == pytest.approx((0.2 + 1.0) / 2)
    table = next(t for t in report.tables if t.title == "claims by confidence")
    assert table.rows == (("0.8–0.9", 1, 0.8, 1.0), ("0.9–1.0", 1, 1.0, 0.0))


def test_figures_by_hand(jsonl: Write) -> None:
    found = [
        replace(MEETING, status="planned", place=None),
        ATTACK,
        replace(ATTACK, id="extra", act="COERCE", plover="COERCE"),
    ]
    report = measured(jsonl, [MET, {**ATTACKED, "place": None}], *found)
    assert report.value("claim precision") == pytest.approx(2 / 3)
    assert report.value("claim recall") == 1.0
    # one status of two is right; a wrong value is both spurious and missed
    assert report.value("status F1") == pytest.approx(0.5)
    # Nairobi is missed, and Garissa found where the gold says that nothing is said
    assert report.value("place precision") == 0.0
    assert report.value("place recall") == 0.0
    assert report.value("paired claims right in every field") == 0.0
    assert sorted(m.kind for m in report.mistakes) == [
        "not in gold",
        "place differs",
        "place differs",
        "status differs",
    ]


def test_what_is_missed_counts_against_its_fields(jsonl: Write) -> None:
    report = measured(jsonl, [MET, ATTACKED], MEETING)
    assert report.value("claim recall") == 0.5
    assert report.value("actor recall") == 0.5
    assert report.value("actor precision") == 1.0


def test_a_claim_pairs_only_inside_its_passage(jsonl: Write) -> None:
    elsewhere = {**ATTACKED, "sentence": "met a Kenyan delegation"}
    assert measured(jsonl, [elsewhere], ATTACK).value("claim recall") == 0.0
    assert measured(jsonl, [ATTACKED], ATTACK).value("claim recall") == 1.0


def test_an_incomplete_list_does_not_count_what_is_more(jsonl: Write) -> None:
    assert measured(jsonl, [MET], MEETING, ATTACK).value("claim precision") == 0.5
    assert measured(jsonl, [MET], MEETING, ATTACK, complete=False).value("claim precision") == 1.0


@pytest.mark.parametrize(
    ("field", "value", "right"),
    [
        ("actor", "Norway's trade minister Kari Bråten", True),
        ("actor", "Braten", True),
        ("actor", "person:kari-braten", True),
        ("actor", "trade minister", False),
        ("actor", ["Kari Bråten", "Kenya"], False),
        ("actor", "Ms. Bråten", True),
        ("actor", "Minister Bråten", True),
        ("actor", "Jan Bråten", False),
        ("recipient", "Republic of Kenya", True),
        ("recipient", "Nairobi", True),
        ("recipient", "the Kenyan", True),
        ("recipient", "Oslo", False),
        ("recipient", "delegation", True),
        ("recipient", "Norway", False),
        ("time", "2024-03-05", False),
        ("place", "184745", True),
        ("place", "Mombasa", False),
        ("mode", None, False),
    ],
)
def test_when_a_field_agrees(jsonl: Write, field: str, value: Any, right: bool) -> None:
    report = measured(jsonl, [{"act": "CONSULT", field: value}], MEETING)
    assert report.value("paired claims right in every field") == float(right)


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        ({"act": "MEET"}, "'MEET' is no PLOVER type"),
        ({"status": "occurred"}, "needs an act or a plover type"),
        ({"act": "CONSULT", "status": "done"}, "status 'done' is none of"),
        ({"act": "CONSULT", "actors": "Kenya"}, "there is no field 'actors'"),
        ({"act": "CONSULT", "sentence": "never said"}, "the text has no 'never said'"),
        ({"act": "CONSULT", "place": 3}, "'place' is neither text"),
    ],
)
def test_faults_of_the_gold_are_named(jsonl: Write, claim: dict[str, Any], fault: str) -> None:
    with pytest.raises(EvaluationError, match=fault) as caught:
        measured(jsonl, [claim])
    assert "gold.jsonl:1, claims 1" in str(caught.value)


def test_what_readers_differ_on_does_not_count(jsonl: Write) -> None:
    doubtful = {**ATTACKED, "doubtful": True}
    assert measured(jsonl, [MET, doubtful], MEETING, ATTACK).value("claim precision") == 1.0
    assert measured(jsonl, [MET, doubtful], MEETING).value("claim recall") == 1.0
    # but a claim that nobody marked is wrong
    assert measured(jsonl, [MET], MEETING, ATTACK).value("claim precision") == 0.5


def test_what_has_no_pair_is_no_found_claim_that_is_right(jsonl: Write) -> None:
    wrong_place = {**ATTACKED, "place": "Nairobi"}
    report = measured(jsonl, [wrong_place], MEETING, ATTACK)
    assert report.value("found claims right in type and status") == 0.5
    assert report.value("found claims right in every field") == 0.0


def test_the_trigger_says_which_of_two_claims_is_meant(jsonl: Write) -> None:
    elsewhere = replace(ATTACK, id="elsewhere", trigger=MEETING.trigger)
    gold = {"act": "ASSAULT", "trigger": ATTACK.trigger.text, "status": "denied"}
    report = measured(jsonl, [gold], replace(elsewhere, status="denied"), ATTACK)
    # paired by the trigger, although the other one agrees in more
    assert report.value("status precision") == 0.0
    with pytest.raises(EvaluationError, match="no 'met' in the sentence"):
        measured(jsonl, [{**ATTACKED, "trigger": "met"}], ATTACK)


def test_gold_may_keep_its_articles_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text(json.dumps({"id": "a1", "text": TEXT}) + "\n", "utf-8")
    start = TEXT.index("attacked a convoy")
    claim = {**ATTACKED, "sentence": [start, start + 17], "recipient": [[start + 9, start + 17]]}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"text_of": {"file": "articles.jsonl", "id": "a1"}, "claims": [claim]}) + "\n", "utf-8")
    report = evaluate(cast(Any, Canned({TEXT: [ATTACK]})), gold)
    assert report.value("claim F1") == 1.0
    assert report.value("recipient F1") == 1.0


def test_gold_may_draw_on_several_files_of_articles(tmp_path: Path) -> None:
    other = "A spokesman was silent. " + TEXT
    rows = []
    for name, text in (("first.jsonl", TEXT), ("second.jsonl", other)):
        # the same id in both: the file tells them apart
        (tmp_path / name).write_text(json.dumps({"id": "a1", "text": text}) + "\n", "utf-8")
        start = text.index("attacked a convoy")
        claim = {**ATTACKED, "sentence": [start, start + 17]}
        rows.append({"text_of": {"file": name, "id": "a1"}, "claims": [claim]})
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    report = evaluate(cast(Any, Canned({TEXT: [ATTACK], other: []})), gold)
    assert report.value("claim precision") == 1.0
    assert report.value("claim recall") == 0.5


@pytest.mark.parametrize(
    ("text_of", "fault"),
    [
        ({"file": "absent.jsonl", "id": "a1"}, "cannot be read"),
        ({"file": "articles.jsonl", "id": "a2"}, "no article 'a2'"),
        ({"file": "articles.jsonl"}, "needs a file and an id"),
    ],
)
def test_a_missing_article_is_named(tmp_path: Path, text_of: dict[str, str], fault: str) -> None:
    (tmp_path / "articles.jsonl").write_text(json.dumps({"id": "a1", "text": TEXT}) + "\n", "utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"text_of": text_of, "claims": []}) + "\n", "utf-8")
    with pytest.raises(EvaluationError, match=fault) as caught:
        evaluate(cast(Any, Canned({})), gold)
    assert "gold.jsonl:1" in str(caught.value)
