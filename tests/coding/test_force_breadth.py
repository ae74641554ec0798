"""Acts of force, coercion, protest and blame in the words of wires, tabloids and local papers."""

import pytest

import dragoman
from tests.factories import DOUBTED, loaded


@pytest.fixture(scope="module")
def coder():
    return loaded()


def acts(coder, text):
    return sorted(c.act for c in coder.code(dragoman.Article.from_text(text, published="2018-03-15")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # victims as subjects, second acts, no doer told
        ("Nineteen soldiers lost their lives in an ambush near the Malian border, the army said.", ["ASSAULT"]),
        ("A peacekeeping base in Gao came under mortar attack on Thursday.", ["ASSAULT"]),
        ("The village was the target of a drone strike early on Monday.", ["ASSAULT"]),
        ("A policeman was found dead with gunshot wounds in Culiacan.", ["ASSAULT"]),
        ("The mayor died in an attack by masked men last week.", ["ASSAULT"]),
        ("A petrol bomb was thrown at the home of a member of parliament in Belfast.", ["ASSAULT"]),
        ("An explosion tore through a bus in Damascus, killing six.", ["ASSAULT", "ASSAULT"]),
        pytest.param(
            "Fierce fighting broke out between the army and Tuareg rebels near Kidal.", ["ASSAULT"], marks=DOUBTED
        ),
        ("Gunmen took 30 people hostage in a bank in Tbilisi on Wednesday.", ["ASSAULT"]),
        ("The former spy was poisoned with a nerve agent in the English town of Salisbury.", ["ASSAULT"]),
        # the police and the courts
        ("Police are hunting two men over the robbery.", ["COERCE"]),
        ("A 24-year-old man was taken into custody.", ["COERCE"]),
        ("Taliban fighters surrounded an Afghan army unit in Faryab.", ["COERCE"]),
        ("Access to Facebook and WhatsApp was blocked across the country.", ["COERCE"]),
        ("The vessel was seized after it came into port.", ["COERCE"]),
        ("Hackers broke into the computers of the foreign ministry.", ["COERCE"]),
        # blame
        ("Campaigners were furious at the decision.", ["ACCUSE"]),
        ('"This law is a disgrace," said opposition leader Maria Lopez.', ["ACCUSE"]),
        ("The tariffs, the Canadian minister said, were a slap in the face for workers.", ["ACCUSE"]),
        ("London pointed the finger at Moscow over the poisoning.", ["ACCUSE"]),
        # ties and forces
        ("The country walked out of the peace talks.", ["SANCTION"]),
        ("Washington froze 65 million dollars in aid to the UN agency.", ["SANCTION"]),
        ("Australia ordered two diplomats to leave.", ["SANCTION"]),
        ("Two bombers flew over the disputed islands.", ["MOBILIZE"]),
        ("The United States and South Korea began joint military exercises.", ["MOBILIZE"]),
        ("The navy staged a live-fire drill in the strait.", ["MOBILIZE"]),
        # crowds
        ("Tens of thousands took to the streets of Barcelona.", ["PROTEST"]),
        ("A vigil was held outside the prison.", ["PROTEST"]),
        ("Protesters hurled stones at the embassy.", ["PROTEST"]),
        ("Air France pilots staged a walkout.", ["PROTEST"]),
        ("The president dismissed the head of the army.", ["SANCTION"]),
        ("The village of Khan Sheikhoun was attacked with sarin gas.", ["ASSAULT"]),
        ("Islamic State claimed responsibility for the bombing.", ["ASSAULT"]),
        ("Hungary has built a fence along its border with Serbia.", ["COERCE"]),
        # none of it
        ("He was attacked by a swarm of bees.", []),
        ("The storm killed 12 people and left thousands homeless.", []),
        ("The company launched an attack on the smartphone market.", []),
        ("A hiker was attacked by a bear in Montana.", []),
        ("The champion was beaten in straight sets.", []),
        ("The streets were filled with revellers.", []),
        ("The gorilla was shot dead in its enclosure.", []),
    ],
)
def test_acts_of_force(coder, text, expected):
    assert acts(coder, text) == expected


def test_who_says_that_a_deed_is_wrong_accuses(coder):
    [claim] = coder.code(dragoman.Article.from_text('"This law is a disgrace," said opposition leader Maria Lopez.'))
    assert "Maria Lopez" in claim.actors[0].text
    assert claim.attribution == ()


def test_the_article_itself_accuses_nobody(coder):
    assert coder.code(dragoman.Article.from_text("The vote in Togo was a disgrace.")) == []


def test_what_another_is_told_to_await_is_a_threat(coder):
    [claim] = coder.code(dragoman.Article.from_text('"Kenya will pay a heavy price," said the general.'))
    assert (claim.act, claim.plover, [p.text for p in claim.actors]) == ("THREATEN", "THREATEN", ["the general"])
