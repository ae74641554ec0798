"""Figures of parties, reckoned by hand."""

import itertools
import json
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation import actors
from dragoman.evaluation.coreference import b_cubed, b_cubed_f1, ceaf, pairwise
from dragoman.records import Actor, ActorMention, Span
from tests.evaluation.conftest import Canned, Write

GOLD = Path(__file__).resolve().parents[2] / "bench" / "gold" / "actors.jsonl"
TEXT = "Kenya thanked Norway. The Kenyan army and Kari Berg left."


def mention(words: str, actor: Actor) -> ActorMention:
    start = TEXT.index(words)
    return ActorMention(Span(start, start + len(words)), words, actor, 0.9, "by hand")


def gold(words: str, party: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "party": party, **more}


def test_pairs_of_mentions() -> None:
    # gold: {1 2 3} {4}; found: {1 2} {3 4}
    assert pairwise("aaab", "xxyy") == [1, 1, 2]
    assert pairwise("aaab", ["x", "x", None, None]) == [1, 0, 2]
    assert pairwise("aab", [None, None, None]) == [0, 0, 1]


def test_ceaf_pairs_parties_one_to_one() -> None:
    # {1 2 3} is likest {1 2} (4/5), {4} is likest {3 4} (2/3)
    hits, spurious, missed = ceaf("aaab", "xxyy")
    assert hits == pytest.approx(4 / 5 + 2 / 3)
    assert (spurious, missed) == (pytest.approx(2 - hits), pytest.approx(2 - hits))
    assert ceaf("aab", [None, None, None]) == [0.0, 0.0, 2.0]


def test_ceaf_gives_up_the_best_pair_where_the_sum_is_greater_so() -> None:
    # a-x alone is the likest pair (4/5), but a-y and b-x (2/3 and 1/2) make more than a-x alone
    golds = ["a", "a", "a", "b", "b"]
    founds = ["x", "y", "y", "x", None]
    assert ceaf(golds, founds)[0] == pytest.approx(4 / 5 + 2 / 4)


def test_b_cubed_by_hand() -> None:
    units = b_cubed("aaab", ["x", "x", "y", None], [0, 0, 1, 1], 2)
    assert units == [[2.0, 2, pytest.approx(4 / 3), 2], [1.0, 1, pytest.approx(1 / 3), 2]]
    # precision 3/3, recall (4/3 + 1/3) / 4
    assert float(b_cubed_f1(np.array(units).sum(axis=0))) == pytest.approx(2 * (5 / 12) / (1 + 5 / 12))


def test_a_report_by_hand(jsonl: Write) -> None:
    row = {
        "text": TEXT,
        "mentions": [
            gold("Kenya", "k", kind="state", country="KEN", sectors=["GOV"]),
            gold("Norway", "n", kind="state", country="SWE", sectors=["GOV"]),
            gold("The Kenyan army", "army", kind="organisation", country="KEN", sectors=["COP", "JUD"]),
            gold("Kari Berg", "kari"),
        ],
    }
    kenya = Actor("state:KEN", "Government of Kenya", "state", "KEN", ("GOV",))
    norway = Actor("state:NOR", "Government of Norway", "state", "NOR", ("GOV",))
    army = Actor("office:KEN:army", "Army (Kenya)", "office", "KEN", ("MIL",))
    founds = [mention("Kenya", kenya), mention("Norway", norway), mention("The Kenyan army", army)]
    founds.append(mention("left", kenya))
    report = actors.evaluate(cast(Any, Canned({TEXT: founds})), jsonl(row))
    assert report.value("mention precision") == pytest.approx(3 / 4)
    assert report.value("mention recall") == pytest.approx(3 / 4)
    assert report.value("mentions resolved") == pytest.approx(3 / 4)
    assert report.value("kind accuracy") == pytest.approx(2 / 3)
    assert report.value("country accuracy") == pytest.approx(2 / 3)
    assert report.value("sector accuracy") == pytest.approx(2 / 3)
    # three parties found as they are, one not at all: no two mentions are one party
    assert report.value("coreference CEAF-e F1") == pytest.approx(6 / 7)
    assert report.value("coreference pairwise F1") is None
    kinds = {m.kind for m in report.mistakes}
    assert kinds == {"missed", "not in gold", "unresolved", "wrong country", "wrong sector"}


@pytest.mark.parametrize("wrong", [{"kind": "thing"}, {"sectors": "GOV"}, {"start": 3, "end": 900}])
def test_a_faulty_mention_is_named_with_its_place(jsonl: Write, wrong: dict[str, Any]) -> None:
    path = jsonl({"text": TEXT, "mentions": [{**gold("Kenya", "k"), **wrong}]})
    with pytest.raises(EvaluationError, match=r"gold\.jsonl:1, mentions 1"):
        actors.evaluate(cast(Any, Canned({TEXT: []})), path)


def test_the_projects_own_gold_is_sound() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    mentions = [(row["text"], m) for row in rows for m in row["mentions"]]
    assert len(rows) >= 25
    assert len(mentions) >= 250
    assert all(text[m["start"] : m["end"]] == m["text"] for text, m in mentions)
    facts: dict[str, Any] = {}
    for _, m in mentions:
        said = (m["kind"], m.get("country", "open"), m.get("sectors"))
        assert facts.setdefault(m["party"], said) == said, m["party"]
    for row in rows:
        spans = sorted((m["start"], m["end"]) for m in row["mentions"])
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), row["id"]
