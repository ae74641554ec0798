"""Marked reports, from which the tagger learns: how they are read, and what is said of a line that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

HEAD = "# theme: a-strait | era: 2020s | page: world\n"


@pytest.fixture
def marked(training):
    return training("marked")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "reports.txt"


def test_a_line_gives_its_bare_text_its_triggers_and_where_their_parties_stand(marked, file: Path):
    file.write_text(
        HEAD + "[1 The guard] {COERCE occurred 1>2: boarded} [2 a tanker, {? owned} by [3 a Chilean firm]].\n",
        encoding="utf-8",
    )
    [sentence] = marked.read(file)
    assert sentence.text == "The guard boarded a tanker, owned by a Chilean firm."
    boarded, owned = sorted(sentence.marks, key=lambda m: m.start)
    assert (boarded.act, boarded.status, boarded.doers, boarded.receivers) == ("COERCE", "occurred", (1,), (2,))
    assert sentence.text[boarded.start : boarded.end] == "boarded"
    assert owned.act == "", "a doubtful mark teaches nothing"
    named = {n: [sentence.text[a:b] for a, b in spans] for n, spans in sentence.parties.items()}
    assert named == {1: ["The guard"], 2: ["a tanker, owned by a Chilean firm"], 3: ["a Chilean firm"]}


def test_one_trigger_may_have_several_doers_and_no_receiver(marked, file: Path):
    file.write_text(HEAD + "[1 Chad] and [2 Niger] will {CONSULT planned 1+2>: meet}.\n", encoding="utf-8")
    [sentence] = marked.read(file)
    assert (sentence.marks[0].doers, sentence.marks[0].receivers) == ((1, 2), ())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[1 Chad] {FLEW occurred 1>: flew} home.", "unknown act FLEW"),
        ("[1 Chad] {AID given 1>: fed} them.", "unknown status given"),
        ("[1 Chad] {AID occurred 2>: fed} them.", "party 2 of 'fed' is not named"),
        ("[1 Chad {AID occurred 1>: fed} them.", "is never closed"),
        ("Chad] fed them.", "closes nothing"),
        ("[1 Chad] {AID occurred 1>: fed them for a year}.", "a trigger is one word"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(marked, file: Path, line: str, said: str):
    file.write_text(HEAD + line + "\n", encoding="utf-8")
    [problem] = marked.problems(file)
    assert problem.startswith("reports.txt:2: ")
    assert said in problem
    with pytest.raises(marked.MarkError, match=r"reports\.txt:2"):
        marked.read(file)


def test_the_reports_of_the_project_can_all_be_read(marked):
    files = sorted(marked.REPORTS.glob("*.txt"))
    assert files
    assert [p for f in files for p in marked.problems(f)] == []
