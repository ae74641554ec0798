"""The gold that the ratchet pins is the held-out gold of the tests, in the form of `dragoman evaluate times`."""

import json
from pathlib import Path

import yaml

HERE = Path(__file__).parent
BENCH = HERE.parents[2] / "bench" / "gold" / "times.jsonl"


def test_the_two_files_say_the_same():
    rows = yaml.safe_load((HERE / "gold_held_out.yaml").read_text(encoding="utf-8"))
    pinned = [json.loads(line) for line in BENCH.read_text(encoding="utf-8").splitlines()]
    assert len(pinned) == len(rows) > 90
    for (published, text, marks), row in zip(rows, pinned, strict=True):
        assert (row["published"], row["text"]) == (published, text)
        assert [[text[t["start"] : t["end"]], t["value"]] for t in row["times"]] == [list(m) for m in marks]
