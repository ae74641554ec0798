"""The word lists: what a user may get wrong in them is named with its line, and rules and file name the same lists."""

import re
from pathlib import Path

import pytest

import dragoman
from dragoman.codebook.types import builtin
from dragoman.codebook.words import load_words, words
from dragoman.errors import CodebookError

SOURCE = Path(dragoman.__file__).parent
NAMED = re.compile(r"\b(?:(?:codebook_)?words|any_of)\([\"'](\w+)[\"']\)")

WRONG = [
    ("going: [fly]\nnear:\n- by\n- on\n", "words.yaml:4", "no word ('on')"),
    ("going: [fly,\n  1848]\n", "words.yaml:2", "no word ('1848')"),
    ("going: [fly,\n\n  [sail]]\n", "words.yaml:3", "a list or mapping"),
    ("going: [fly, '']\n", "words.yaml:1", "no word"),
    ("going: [fly,\n  sail, fly]\n", "words.yaml:2", "'fly' stands twice"),
    ("going: [fly,\n  Sail]\n", "words.yaml:2", "'Sail' is not written as 'fly' is"),
    ("waters: [Gulf, bay]\n", "words.yaml:1", "'bay' is not written as 'Gulf' is"),
    ("near: [by]\ngoing: fly\n", "words.yaml:2", "'going' must be a list of words"),
    ("near: [by]\ngoing: []\n", "words.yaml:2", "'going' must be a list of words"),
    ("near: [by]\ngoing: [fly]\ngoing: [sail]\n", "words.yaml:3", "stands twice"),
    ("- fly\n", "words.yaml:1", "must map names to lists"),
    ("", "words.yaml:1", "must map names to lists"),
    ("near: [by]\ngoing: [fly\n", "words.yaml:3", "not valid YAML"),
]


@pytest.mark.parametrize(("content", "where", "what"), WRONG)
def test_a_slip_is_named_with_its_line(tmp_path, content, where, what):
    file = tmp_path / "words.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_words(file)
    assert caught.value.where == where
    assert what in caught.value.what
    assert caught.value.remedy


def test_a_word_that_is_added_is_known(tmp_path):
    shipped = (builtin() / "words.yaml").read_text(encoding="utf-8")
    file = tmp_path / "words.yaml"
    file.write_text(shipped.replace("protests: [", "protests: [flash-mob, "), encoding="utf-8")
    found = load_words(file)
    assert found["protests"] == words("protests") | {"flash-mob"}
    assert {name for name, listed in found.items() if listed != words(name)} == {"protests"}


def test_the_rules_name_every_list_and_no_other():
    named = {n for file in SOURCE.rglob("*.py") for n in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert named == set(load_words(builtin() / "words.yaml"))


def test_a_list_that_is_missing_is_named():
    with pytest.raises(CodebookError, match="no_such_list"):
        words("no_such_list")


def test_what_campaigns_borrow_is_a_part_of_the_words_of_violence():
    assert words("borrowed_violence") < words("violence_words")
