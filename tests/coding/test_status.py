"""The table ``status_cases.yaml`` through the real coder: every act in the status a careful reader gives it."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

import dragoman

TABLE = yaml.safe_load(Path(__file__).with_name("status_cases.yaml").read_text(encoding="utf-8"))
CASES = [{**case, "about": group["about"]} for group in TABLE["groups"] for case in group["cases"]]
STATUSES = (
    "occurred", "ongoing", "planned", "requested", "offered", "threatened", "refused", "denied", "cancelled", "failed", "hypothetical",
)  # fmt: skip


@pytest.fixture(scope="module")
def claims_of():
    """Sentence → claims, all sentences parsed in one batch."""
    coder = dragoman.load(use_model=False)
    articles = [dragoman.Article.from_text(say) for say in dict.fromkeys(case["say"] for case in CASES)]
    return {parse.article.text: coder.frames.code(parse, thoughts=True) for parse in coder.parser.parse_many(articles)}


def params():
    for case in CASES:
        marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
        yield pytest.param(case, id=f"{case['about']}: {case['say'][:60]} <{case['act']}>", marks=marks)


@pytest.mark.parametrize("case", list(params()))
def test_status(case, claims_of):
    claims = claims_of[case["say"]]
    found = [c for c in claims if c.trigger.text == case["act"]]
    assert found, f"no claim on {case['act']!r}, only {[(c.trigger.text, c.act, c.status) for c in claims]}"
    claim = found[0]
    assert claim.status == case["status"], claim.explanation
    if "plover" in case:
        assert claim.plover == case["plover"], claim.explanation
    if "cue" in case:
        assert claim.status_cue is not None
        assert claim.status_cue.text == case["cue"]
        assert claim.status_cue.span.of(case["say"]) == case["cue"]
    if "holder" in case:
        assert claim.status_holder is not None
        assert claim.status_holder.text == case["holder"]
        assert claim.status_holder.span.of(case["say"]) == case["holder"]
        assert [p.text for p in claim.actors] == [case["holder"]], "who asks or threatens is the actor"


def test_the_table_is_broad_and_mostly_reached():
    assert len(CASES) >= 400
    assert len({(c["say"], c["act"]) for c in CASES}) == len(CASES), "a case stands twice"
    missed = sum("xfail" in c for c in CASES)
    assert missed <= 0.08 * len(CASES)
    counts = Counter(c["status"] for c in CASES)
    assert sorted(counts) == sorted(STATUSES)
    assert min(counts.values()) >= 10, counts
    assert sum("plover" in c for c in CASES) >= 200
