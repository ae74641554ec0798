"""The examples of docs/evaluate.md are complete gold files, and the command reads each."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.errors import EvaluationError
from dragoman.evaluation import KINDS, Mistake, Report, evaluate, write_mistakes
from dragoman.evaluation.mistakes import in_context, mistakes_text
from dragoman.pipeline import Coder
from dragoman.records import Span

DOCS = Path(__file__).resolve().parents[2] / "docs" / "evaluate.md"
# The figure that must be 1 on the example: each was written to be within the coder's reach.
REACHED = {
    "relations": "root accuracy",
    "claims": "claim F1",
    "attributions": "cue F1",
    "times": "value F1",
    "places": "within 161 km",
    "actors": "coreference pairwise F1",
    "links": "event-sharing pairs in the same subtopic",
}


def example(kind: str, folder: Path) -> Path:
    section = DOCS.read_text(encoding="utf-8").split(f"\n## {kind}\n", 1)[1]
    found = re.search(r"```(tsv|jsonl)\n(.*?)```", section, re.DOTALL)
    assert found
    path = folder / f"gold.{found[1]}"
    path.write_text(found[2], encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_documented_example_is_read_and_scored(kind: str, tmp_path: Path, coder: Coder) -> None:
    report = evaluate(kind, coder, example(kind, tmp_path))
    assert report.value(REACHED[kind]) == 1.0, mistakes_text(report)


def test_the_command_prints_figures_and_writes_mistakes(tmp_path: Path) -> None:
    gold = example("times", tmp_path)
    row = json.loads(gold.read_text(encoding="utf-8"))
    row["times"][0]["value"] = "2024-02-26"
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    mistakes = tmp_path / "mistakes.txt"
    runner = CliRunner()
    shown = runner.invoke(app, ["evaluate", "times", str(gold), "--errors", str(mistakes)])
    assert shown.exit_code == 0, shown.output
    assert re.search(r"value F1 +0\.500", shown.stdout)
    assert "kinds" in shown.stdout
    assert "«Monday»" in mistakes.read_text(encoding="utf-8")
    lines = runner.invoke(app, ["evaluate", "times", str(gold), "--format", "jsonl"]).stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert {"figure", "table"} == {one["row"] for one in rows}
    assert next(one for one in rows if one.get("measure") == "value F1")["value"] == 0.5


def test_a_fault_ends_in_one_line_and_exit_code_2(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "Words."}\n', encoding="utf-8")
    done = CliRunner().invoke(app, ["evaluate", "times", str(gold)])
    assert done.exit_code == 2
    assert "gold.jsonl:1: 'times' is missing or no list. The forms of gold files are in docs/evaluate.md" in done.stderr


def report(*mistakes: Mistake) -> Report:
    return Report("times", "gold.jsonl", "", "2 texts", (), (), mistakes)


def test_the_commonest_kind_of_mistake_comes_first() -> None:
    text = mistakes_text(
        report(*(Mistake(kind, "gold:1", "a\x1b[31m b", "x", "y") for kind in ("rare", "common", "common")))
    )
    assert text.index("== common (2)") < text.index("== rare (1)")
    assert "\x1b" not in text


def test_mistakes_that_cannot_be_written_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be written"):
        write_mistakes(report(), tmp_path / "no folder" / "mistakes.txt")


def test_a_passage_shows_its_marks_in_context() -> None:
    text = "x" * 200 + " Kenya met Norway " + "y" * 200
    kenya, norway = text.index("Kenya"), text.index("Norway")
    shown = in_context(text, Span(norway, norway + 6), Span(kenya, kenya + 5))
    assert "«Kenya» met «Norway»" in shown
    assert shown.startswith("…x")
    assert shown.endswith("y…")
