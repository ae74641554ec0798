from __future__ import annotations

import pytest

from dragoman.parsing import Parser
from dragoman.parsing.lemmas import Lemmatizer


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("met", "VBD", "meet"),
        ("Attacked", "VBD", "attack"),
        ("carries", "VBZ", "carry"),
        ("shelling", "VBG", "shell"),
        ("stopped", "VBD", "stop"),
        ("attacks", "NNS", "attack"),
        ("ministries", "NNS", "ministry"),
        ("men", "NNS", "man"),
        ("Moscow", "NNP", "moscow"),
    ],
)
def test_base_forms(parser: Parser, word: str, tag: str, base: str) -> None:
    assert parser.lemmatizer.by_tag(word, tag) == base


def test_a_pipeline_without_tables_gets_english_endings() -> None:
    import spacy

    lemmatizer = Lemmatizer.of_pipeline(spacy.blank("en"))
    assert lemmatizer.base("attacks", "noun") == "attack"
    assert lemmatizer.base("carries", "verb") == "carry"
