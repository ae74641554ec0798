"""What the classifier learns from: pairs of parties, out of sentences with two marks and out of marked reports."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

HEAD = "# theme: a-strait | era: 2020s | page: world\n"


@pytest.fixture
def pairs(training):
    return training("pairs")


def told(pairs, tmp_path: Path, line: str) -> list:
    file = tmp_path / "reports.txt"
    file.write_text(HEAD + line + "\n", encoding="utf-8")
    return pairs.from_reports([file])


def named(asked, role: str) -> list[str]:
    return [asked.text[a:b] for a, b in asked.roles.get(role, ())]


def test_marks_become_places_in_the_bare_sentence(pairs):
    text, roles = pairs.roles_of("<S>The guard</S> <V>boarded</V> <T>a tanker of <S>Chile</S></T>.")
    assert text == "The guard boarded a tanker of Chile."
    assert {k: [text[a:b] for a, b in v] for k, v in roles.items()} == {
        "S": ["The guard", "Chile"],
        "V": ["boarded"],
        "T": ["a tanker of Chile"],
    }


def test_an_act_is_asked_about_with_its_own_parties_or_the_answer_is_none(pairs, tmp_path):
    line = "[1 Chad] {ACCUSE occurred 1>2: blamed} [2 Niger] while [3 Togo] {CONSULT ongoing 3>: met} envoys."
    blamed = next(t for t in told(pairs, tmp_path, line) if t.mark.act == "ACCUSE")
    rng = random.Random(3)
    asked = [pairs.of_told(blamed, rng) for _ in range(200)]
    for one in asked:
        right = (named(one, "S"), named(one, "T")) == (["Chad"], ["Niger"])
        assert right == (one.label == "ACCUSE"), one
        assert (one.act, one.status) == (("ACCUSE", "occurred") if right else ("NONE", None))
        assert right or named(one, "V") == ["blamed"], "without its word another answer might be true"
    assert {tuple(named(a, "S")) for a in asked} == {("Chad",), ("Niger",), ("Togo",)}
    assert any(not named(a, "V") for a in asked), "the classifier is asked of pairs without a word, too"


def test_what_goes_both_ways_is_never_turned_round(pairs, tmp_path):
    line = "[1 Chad] {ACCUSE occurred 1>2: blamed} [2 Niger], which {ACCUSE occurred 2>1: blamed} [1 Chad]."
    first, second = told(pairs, tmp_path, line)
    rng = random.Random(3)
    assert {pairs.of_told(t, rng).label for t in (first, second) for _ in range(100)} == {"ACCUSE"}


def test_two_acts_between_the_same_two_are_asked_about_by_their_words(pairs, tmp_path):
    line = "[1 Chad] {ACCUSE occurred 1>2: blamed} [2 Niger] and {SANCTION planned 1>2: ends} its aid."
    rng = random.Random(3)
    asked = [pairs.of_told(t, rng) for t in told(pairs, tmp_path, line) for _ in range(50)]
    assert all(named(a, "V") in (["blamed"], ["ends"]) for a in asked)


def test_reports_kept_apart_teach_no_pairs(pairs, tmp_path):
    apart = next(t for t in (f"theme-{i}" for i in range(200)) if pairs.held_out(t))
    file = tmp_path / "reports.txt"
    file.write_text(
        f"# theme: {apart} | era: 2020s | page: world\n[1 Chad] {{AID occurred 1>2: fed}} [2 Niger].\n",
        encoding="utf-8",
    )
    assert pairs.from_reports([file]) == []
