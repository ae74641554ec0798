"""Who "the two countries", "both sides" or "the pair" are, and whom "they" and "his counterpart" take up."""

import pytest
from tests.factories import loaded

import dragoman


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def names(coder, text, trigger, role):
    claims = coder.code(dragoman.Article.from_text(text, published="2021-05-04"))
    found = [c for c in claims if c.trigger.text == trigger]
    assert found, [(c.trigger.text, c.act) for c in claims]
    return [p.name for p in getattr(found[-1], role)]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "wanted"),
    [
        (
            "India and Pakistan held talks. The two countries signed a truce.",
            "signed", "actors", ["Government of India", "Government of Pakistan"],
        ),
        (
            "Chad attacked Niger. Mali urged both sides to stop the fighting.",
            "stop", "recipients", ["Government of Chad", "Government of Niger"],
        ),
        ("Police arrested two Swedes. The pair were charged with murder.", "charged", "recipients", ["people (Sweden)"]),
        ("Police arrested three Danes in May. All three were released.", "released", "recipients", ["people (Denmark)"]),
        # somebody else between, or nobody named together: not safe to say
        ("Chad attacked Niger. Mali was silent. Rebels attacked both countries.", "attacked", "recipients", ["countries"]),
        ("Mali urged all parties to stop the fighting.", "stop", "recipients", ["parties"]),
    ],
)  # fmt: skip
def test_sets(coder, text, trigger, role, wanted):
    assert names(coder, text, trigger, role) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "role", "wanted"),
    [
        ("Teachers in Oaxaca blocked a road. They attacked a policeman.", "attacked", "actors", "teachers (Oaxaca)"),
        ("The militants of Boko Haram killed six policemen. They burned down a clinic.", "burned", "actors", "Boko Haram"),
        ("Police arrested five men in May. They were charged with murder.", "charged", "recipients", "men"),
        # through a pronoun between
        ("Italy rescued 90 migrants. They had left Libya. Malta attacked them.", "attacked", "recipients", "migrants"),
        ("Denmark's foreign minister Ana Lund met her Polish counterpart.", "met", "recipients", "foreign minister (Poland)"),
        ("“They broke the truce,” Chad's army chief said of the separatists.", "broke", "actors", "separatists"),
    ],
)  # fmt: skip
def test_pronouns_and_counterparts(coder, text, trigger, role, wanted):
    assert names(coder, text, trigger, role) == [wanted]


def test_a_verb_is_no_accused_person(coder):
    assert names(coder, "Human Rights Watch accused Eritrea of torture.", "accused", "actors") == ["Human Rights Watch"]
