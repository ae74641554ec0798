"""The tagger: which word tells an act, who has part in it, and what of it becomes a claim."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.coding.proposals import LEAST, told_parties
from dragoman.coding.tagger import Hint, Hints, Tagger
from dragoman.coding.weights import Weights
from dragoman.records import Article
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded()


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(Weights())


def named(words: tuple[tuple[int, float], ...], text: str) -> str:
    """The words that likely have part, as they stand."""
    likely = [at for at, p in words if p >= 0.5]
    return " ".join(text[at:].split()[0].strip(".,") for at in likely)


SAYING = [
    ("Police in Nairobi arrested two students on Monday.", "arrested", "COERCE", "Police in Nairobi", "two students"),
    ("Rebels shelled the market.", "shelled", "ASSAULT", "Rebels", "the market"),
    ("The minister took the bishops to task over their letter.", "took", "ACCUSE", "The minister", "the bishops"),
    ("Chad will send Niger ten lorries of grain.", "send", "AID", "Chad", "Niger"),
]


@pytest.mark.parametrize(("text", "word", "act", "doer", "receiver"), SAYING)
def test_a_word_is_told_with_its_act_and_who_has_part_in_it(
    tagger: Tagger, text: str, word: str, act: str, doer: str, receiver: str
):
    hint = tagger.read([text])[0][text.index(word)]
    assert (hint.act, hint.chance(act) > 0.5) == (act, True)
    assert (named(hint.doers, text), named(hint.receivers, text)) == (doer, receiver)


def test_the_status_is_that_of_the_sentence(tagger: Tagger):
    for text, status in (
        ("The two presidents will meet in Accra in May.", "planned"),
        ("The general threatened to bomb the port.", "threatened"),
        ("Kenya denied shelling the village.", "denied"),
    ):
        best = max(tagger.read([text])[0].values(), key=lambda h: h.told)
        assert best.status == status, text


def test_words_of_other_pages_tell_no_act(tagger: Tagger):
    for text in (
        "The striker fired two shots at the goalkeeper.",
        "A storm battered the coast and killed nine fishermen.",
        "The band attacks its songs with joy.",
        "The army was founded in 1921 and has 40,000 soldiers.",
    ):
        told = {text[at:].split()[0]: h.told for at, h in tagger.read([text])[0].items() if h.told >= LEAST}
        assert told == {}, text


def test_hints_are_read_once_and_only_if_asked(coder: dragoman.Coder):
    read: list[int] = []

    class Counting(Tagger):
        def read(self, sentences):
            read.append(len(sentences))
            return super().read(sentences)

    parse = coder.parser.parse(Article.from_text("Rebels shelled the town. Chad praised Niger."))
    hints = Hints(Counting(Weights()), parse)
    assert read == []
    first = parse.article.text.index("shelled")
    second = parse.article.text.index("praised")
    assert hints.at(first).act == "ASSAULT"
    assert hints.at(second).act == "SUPPORT"
    assert read == [2]


def test_a_hint_of_another_act_says_nothing_of_this_one():
    hint = Hint(0.9, "ACCUSE", 0.8, "occurred", 1.0)
    assert hint.chance("ACCUSE") == pytest.approx(0.72)
    assert hint.chance("REQUEST") == 0.0


def test_joined_parties_are_named_each_and_a_name_once(coder: dragoman.Coder, tagger: Tagger):
    text = "Ghana and Togo condemned the Lord's Resistance Army."
    doc = coder.parser.syntax(text)
    actors, recipients = told_parties(doc, tagger.read([text])[0][text.index("condemned")], "ACCUSE")
    assert [t.text for t in actors] == ["Ghana", "Togo"]
    assert [t.text for t in recipients] == ["Army"]


def test_an_act_in_words_that_no_frame_has_is_a_claim_that_says_so(coder: dragoman.Coder):
    claims = coder.code(
        Article.from_text("Rebels shelled the town. The bishops threw their weight behind the strikers.")
    )
    told = next(c for c in claims if c.trigger.text == "threw")
    assert (told.act, told.frame, [p.text for p in told.actors]) == ("SUPPORT", "learnt.support", ["The bishops"])
    assert [p.text for p in told.recipients] == ["the strikers"]
    assert told.explanation[0].startswith("no frame has 'threw'; the tagger reads SUPPORT in it (")


def test_without_the_models_only_frames_speak():
    frames_alone = loaded(use_model=False)
    article = Article.from_text("Rebels shelled the town. The bishops threw their weight behind the strikers.")
    assert [c.trigger.text for c in frames_alone.code(article)] == ["shelled"]
