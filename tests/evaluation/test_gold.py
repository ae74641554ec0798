from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.gold import digest, evenly, read_jsonl, read_tsv
from tests.evaluation.conftest import Write


def test_a_fault_is_named_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "a"}\n\n{"text": \n', encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"gold\.jsonl:3: the line is no JSON"):
        read_jsonl(path)


@pytest.mark.parametrize("span", [[0, 9], [2, 2], [-1, 2], [0], "0-2", [0, True], None])
def test_a_range_outside_the_text_is_refused(jsonl: Write, span: object) -> None:
    row = read_jsonl(jsonl({"text": "Nairobi", "start": span}))[0]
    with pytest.raises(EvaluationError, match="no range of characters"):
        row.span("Nairobi", span if span is not None else "none")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe", b"[1]\n", b'"words"\n'])
def test_what_is_no_gold_is_an_error_and_no_crash(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(EvaluationError):
        read_jsonl(path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be read"):
        digest(tmp_path / "nowhere")


def test_a_table_keeps_its_quotes_and_says_what_column_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text('sentence\tsource\n"We wait, he said.\the\n', encoding="utf-8")
    assert read_tsv(path, ("sentence", "source"))[0].text("sentence") == '"We wait, he said.'
    with pytest.raises(EvaluationError, match="no column 'target'"):
        read_tsv(path, ("sentence", "target"))
    path.write_text("sentence\tsource\none\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"gold\.tsv:2: 1 columns, not 2"):
        read_tsv(path, ("sentence",))


def test_a_sample_is_spread_evenly() -> None:
    assert evenly(list(range(10)), 4) == [0, 2, 5, 7]
    assert evenly([1, 2], 5) == [1, 2]
    assert evenly([1, 2], None) == [1, 2]
