"""Capitals that mislead the parser: headlines in title case, names at the head of a sentence that are words too."""

import pytest

from dragoman.parsing.capitals import is_title, names_and_words, prosaic
from dragoman.records import Article

BODY = (
    "The senator spoke in Durban, where Chase Mallow had his office. He said that Mallow would cut the taxes that the "
    "builders of the region pay, and that Mallow meant it. The chase of votes had begun."
)


def test_prose_shows_which_words_are_names():
    names, small = names_and_words("Bock fired at soldiers. The wife of Bock wept. Council Votes To Sack Its Own Mayor")
    assert "Bock" in names
    assert "Council" not in names  # a headline's capitals show nothing
    assert "Votes" not in names | small
    assert "wife" in small


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("Court Rejects Appeal By Ousted Mayor", True),
        ("Mallow Vows to Cut Taxes Against All Odds", True),
        ("COURT REJECTS APPEAL BY OUSTED MAYOR", False),
        ("Lars Bock and Ana Lund met Bo Vik in Oslo yesterday", False),
        ("Council Sacks Mayor", False),  # too short to tell
    ],
)
def test_a_headline_in_title_case(line, titled):
    assert is_title(line) is titled


def test_a_headline_is_read_as_prose(parser):
    names, small = names_and_words(BODY)
    said = prosaic(
        "Railing Against Builders, Chase Mallow Vows To Trim The Taxes", names, small, parser.lemmatizer.is_verb
    )
    assert said == "Railing against builders, Chase Mallow vows to trim the taxes"
    assert prosaic(BODY, names, small, parser.lemmatizer.is_verb) == BODY


def test_the_headlines_verb_is_a_verb(parser):
    parse = parser.parse(Article.from_text(f"Railing Against Builders, Mallow Vows To Trim Taxes\n\n{BODY}"))
    doc = parse.sentences[0].doc
    vows = next(t for t in doc if t.text == "vows")
    assert vows.tag_ == "VBZ"
    assert any(c.text == "Mallow" and c.dep_ == "nsubj" for c in vows.children)


@pytest.mark.parametrize("sentence", ["Trump openly admires the Russian leader.", "Trump avoids condemning Russia."])
def test_a_name_that_is_a_word_too_opens_a_sentence(parser, sentence):
    parse = parser.parse(Article.from_text(f"{sentence} Critics said Trump was wrong, and Trump denied it."))
    first = parse.sentences[0].doc[0]
    assert (first.text, first.tag_, first.dep_) == ("Trump", "NNP", "nsubj")
