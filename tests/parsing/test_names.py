"""Names at the head of a sentence that are nouns to the tagger, and credits before captions."""

from types import SimpleNamespace

from dragoman.parsing.names import mark_names
from dragoman.parsing.sentences import split_sentences


def test_a_noun_of_that_list_becomes_a_name():
    words = [SimpleNamespace(text=t, tag_=tag, lemma_=t.lower()) for t, tag in (("Bock", "NN"), ("fired", "VBD"))]
    mark_names(words, frozenset({"Bock"}))
    assert [w.tag_ for w in words] == ["NNP", "VBD"]
    assert words[0].lemma_ == "Bock"


def shown(text):
    return [span.of(text) for span, _ in split_sentences(text)]


def test_a_credit_parts_from_its_caption():
    assert shown("Getty Images Police guard the bridge") == ["Getty Images", "Police guard the bridge"]
    assert shown("Image copyright EPA Image caption Rebels hold the town")[-1] == "Rebels hold the town"
    assert shown("AP:Associated Press A woman waits")[-1] == "A woman waits"


def test_an_agency_that_does_something_is_no_credit():
    for line in (
        "Reuters Reported the news.",
        "Reuters reports that the king is dead",
        "EPA Administrator Ana Lund resigned",
    ):
        assert shown(line) == [line]
